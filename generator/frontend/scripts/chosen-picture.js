/* A choice as a picture, in the look of the site's own: what it shows is what the page shows at that moment. In: the choice,
   and the colours and the font of the page. Out: a sheet, its width and height. The page grows with what it holds: texts
   break between words, and nothing is cut off. */

import { worded } from "./choose-dom.js"
import { sheet } from "./chosen-sheet.js"
import { blocks } from "./memo-canvas.js"

const [MARGIN, LABEL, EDGE, RADIUS] = [56, 200, 5, 16]
const COLUMN = { 2: 476, 3: 348, 4: 300 } // the width of one by their number
const [ASIDE, ABOVE] = [22, 17] // around what stands in a cell

export function picture({ columns, title, shared, visible, words }, style) {
  const { family, colours } = style
  const paper = sheet(document.createElement("canvas").getContext("2d"))
  const { text } = blocks(paper, family)
  const column = COLUMN[columns.length]
  const inner = LABEL + columns.length * column
  const width = inner + 2 * MARGIN
  const left = place => MARGIN + LABEL + place * column
  const pen = { paper, text, colours, columns, column, left, inner, width }

  const drawn = [] // painted once the height is known, above the ground
  const put = (block, x, y) => drawn.push(() => block.paint(x, y))
  const eyebrow = tracked(paper, 1.1, () => text(words.eyebrow.toUpperCase(), 16, 600, colours.shared.solid, inner))
  const name = tracked(paper, -0.8, () => text(title, 40, 800, colours.ink, inner))
  drawn.push(() => tracked(paper, 1.1, () => eyebrow.paint(MARGIN, MARGIN)))
  drawn.push(() => tracked(paper, -0.8, () => name.paint(MARGIN, MARGIN + eyebrow.height + 4)))
  let top = MARGIN + eyebrow.height + name.height + 30
  for (const part of [heads(pen), body(visible(), pen), common(shared, words, pen)]) {
    const y = top
    drawn.push(() => part.paint(y))
    top += part.height
  }
  const foot = text(words.edition, 15, 400, colours.muted, inner)
  const rule = top + 22
  drawn.push(() => paper.box(MARGIN, rule, inner, 1.5, colours.line))
  put(foot, MARGIN, rule + 16)
  const height = Math.ceil(rule + 16 + foot.height + MARGIN - 14)
  paper.box(0, 0, width, height, colours.ground)
  for (const paint of drawn) paint()
  return { paper, width, height, family }
}

/** What is made with letters so much further apart, where the browser can. */
function tracked(paper, pixels, make) {
  paper.tracking = pixels
  const done = make()
  paper.tracking = 0
  return done
}

/** The roles' names, each upon its hue. */
function heads({ paper, text, columns, column, left }) {
  const side = 26
  const names = columns.map(({ name, hue }) => text(name, 22, 600, hue.on, column - 2 * ASIDE - side - 14 - EDGE))
  const height = Math.max(...names.map(({ height }) => height), side) + 2 * 16
  const paint = y =>
    columns.forEach(({ hue, icons, icon }, place) => {
      const [x, last] = [left(place), columns.length - 1]
      paper.box(x, y, column, height, hue.solid, [place ? 0 : RADIUS, place === last ? RADIUS : 0, 0, 0])
      paper.icon(icons[icon], x + ASIDE + EDGE, y + (height - side) / 2, side, hue.on)
      names[place].paint(x + ASIDE + EDGE + side + 14, y + (height - names[place].height) / 2)
    })
  return { height, paint }
}

/** The rows, and over all of them the edge of each role, whole from the first to the last. */
function body(rows, pen) {
  const { paper, columns, left } = pen
  const lines = rows.map((row, place) => line(row, !place, pen))
  const height = lines.reduce((sum, { height }) => sum + height, 0)
  const paint = y => {
    lines.reduce((top, one) => (one.paint(top), top + one.height), y)
    columns.forEach(({ hue }, place) => paper.edge(left(place) + EDGE / 2, y, y + height, EDGE, hue.solid, hue.marker))
  }
  return { height, paint }
}

function line({ name, cells }, first, { paper, text, colours, columns, column, left, inner }) {
  const label = text(name, 17, 600, colours.muted, LABEL - 24)
  const said = cells.map(cell =>
    text(cell ? cell.short.join(" · ") : "—", 20, 400, cell ? colours.ink : colours.muted, column - 2 * ASIDE - EDGE),
  )
  const tallest = Math.max(...[label, ...said].map(({ height }) => height))
  const height = tallest + 2 * ABOVE
  const paint = y => {
    paper.box(left(0), y, inner - LABEL, height, colours.card)
    if (!first) paper.box(MARGIN, y - 0.75, inner, 1.5, colours.line)
    label.paint(MARGIN, y + (height - label.height) / 2)
    said.forEach((words, place) => words.paint(left(place) + ASIDE + EDGE, y + (height - words.height) / 2))
  }
  return { height, paint }
}

/** The skills that all need, in the band that our pictures close with. */
function common(shared, words, { paper, text, colours, columns, inner }) {
  if (!shared.length) return { height: 0, paint: () => {} }
  const { solid, tint, marker } = colours.shared
  const label = text(words[columns.length === 2 ? "sharedBoth" : "sharedAll"], 17, 600, solid, LABEL - 40)
  const names = text(shared.map(({ name }) => name).join(", "), 20, 400, colours.ink, inner - LABEL - ASIDE)
  const band = Math.max(label.height, names.height) + 2 * ABOVE
  const gap = 18
  const paint = y => {
    paper.box(MARGIN, y + gap, inner, band, tint, [0, RADIUS, RADIUS, 0])
    paper.edge(MARGIN + EDGE / 2, y + gap, y + gap + band, EDGE, solid, marker)
    label.paint(MARGIN + ASIDE, y + gap + (band - label.height) / 2)
    names.paint(MARGIN + LABEL + EDGE + ASIDE, y + gap + (band - names.height) / 2)
  }
  return { height: gap + band, paint }
}

/** The picture in a sentence. */
export function description({ title, visible, words }) {
  return worded(words.caption, { title, rows: visible().length })
}
