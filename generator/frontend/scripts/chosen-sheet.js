/* A drawing that can be written in two ways. In: what is put on it, and texts as memo-canvas.js draws them, which takes it
   for a drawing context. Out: the same drawing as SVG and on a canvas. Lengths are CSS pixels. */

const SVG = "http://www.w3.org/2000/svg"

/** `context` measures. */
export function sheet(context) {
  const marks = []
  let font = ""
  let tracking = 0
  return {
    marks,
    set font(value) {
      font = value
      context.font = value
    },
    /** Pixels between letters; 0 where the browser's canvas knows none. */
    set tracking(value) {
      tracking = "letterSpacing" in context ? value : 0
      context.letterSpacing = `${tracking}px`
    },
    measureText: text => context.measureText(text),
    fillStyle: "",
    fillText(text, x, y) {
      context.font = font
      const { width } = context.measureText(text)
      marks.push({ kind: "text", text, x, y, font, tracking, fill: this.fillStyle, width })
    },
    /** Radii go round from the upper left. */
    box: (x, y, width, height, fill, radii = [0, 0, 0, 0]) => marks.push({ kind: "path", d: rounded(x, y, width, height, radii), fill }),
    /** A drawing in a square of that side. */
    icon: ({ width, height, path }, x, y, side, fill) =>
      marks.push({ kind: "path", d: path, fill, x, y, scale: side / Math.max(width, height) }),
    /** An upright line in a role's way. */
    edge: (x, top, bottom, wide, stroke, marker) =>
      EDGES[marker](x, wide).forEach(line => marks.push({ kind: "line", top, bottom, stroke, ...line })),
  }
}

const EDGES = {
  solid: (x, wide) => [{ x, wide, dash: [] }],
  dotted: (x, wide) => [{ x, wide, dash: [0, wide * 1.9], round: true }],
  dashed: (x, wide) => [{ x, wide, dash: [wide * 2.4, wide * 1.4] }],
  double: (x, wide) => [-wide, wide].map(by => ({ x: x + by * 0.55, wide: wide * 0.45, dash: [] })),
}

function rounded(x, y, width, height, [a, b, c, d]) {
  const [right, bottom] = [x + width, y + height]
  const corner = (radius, to) => (radius ? `A${radius} ${radius} 0 0 1 ${to}` : "")
  return [
    `M${x + a} ${y}H${right - b}${corner(b, `${right} ${y + b}`)}`,
    `V${bottom - c}${corner(c, `${right - c} ${bottom}`)}`,
    `H${x + d}${corner(d, `${x} ${bottom - d}`)}`,
    `V${y + a}${corner(a, `${x + a} ${y}`)}Z`,
  ].join("")
}

export function onCanvas(marks, context) {
  for (const mark of marks) PAINTED[mark.kind](mark, context)
}

const PAINTED = {
  text({ text, x, y, font, tracking, fill }, context) {
    Object.assign(context, { font, letterSpacing: `${tracking}px`, fillStyle: fill })
    context.fillText(text, x, y)
  },
  path({ d, fill, x = 0, y = 0, scale = 1 }, context) {
    context.save()
    context.translate(x, y)
    context.scale(scale, scale)
    context.fillStyle = fill
    context.fill(new Path2D(d))
    context.restore()
  },
  line({ x, top, bottom, stroke, wide, dash, round }, context) {
    context.save()
    Object.assign(context, { strokeStyle: stroke, lineWidth: wide, lineCap: round ? "round" : "butt" })
    context.setLineDash(dash)
    context.beginPath()
    context.moveTo(x, top)
    context.lineTo(x, bottom)
    context.stroke()
    context.restore()
  },
}

/** The text of an SVG file. `font` is what its texts are set in, as a data: address, or nothing; without it every line
    keeps its width all the same. */
export function asSvg(marks, { width, height, title, description, family, font }) {
  const root = document.createElementNS(SVG, "svg")
  const add = (tag, attributes, text) => {
    const element = document.createElementNS(SVG, tag)
    for (const [name, value] of Object.entries(attributes)) if (value !== "") element.setAttribute(name, value)
    if (text) element.textContent = text
    root.append(element)
  }
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, width, height, role: "img" })) {
    root.setAttribute(name, value)
  }
  add("title", {}, title)
  add("desc", {}, description)
  if (font) add("style", {}, `@font-face{font-family:${family.split(",")[0]};font-weight:400 800;src:url(${font})}`)
  for (const mark of marks) add(...WRITTEN[mark.kind](mark, family))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`
}

const short = number => Number(number.toFixed(2))

const WRITTEN = {
  text({ text, x, y, font, tracking, fill, width }, family) {
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(font)
    const place = { x: short(x), y: short(y), textLength: short(width), lengthAdjust: "spacingAndGlyphs" }
    return ["text", { ...place, "font-family": family, "font-size": size, "font-weight": weight, "letter-spacing": tracking || "", fill }, text]
  },
  path: ({ d, fill, x, y, scale }) => ["path", { d, fill, transform: scale ? `translate(${short(x)} ${short(y)}) scale(${scale})` : "" }],
  line({ x, top, bottom, stroke, wide, dash, round }) {
    const ends = { x1: short(x), y1: short(top), x2: short(x), y2: short(bottom) }
    return ["line", { ...ends, stroke, "stroke-width": wide, "stroke-dasharray": dash.join(" "), "stroke-linecap": round ? "round" : "" }]
  },
}
