/* What stands on the picture of a memo. In: what it says, what draws blocks, and a size of type from 1. Out: a block as wide
   as its two columns; the points stand at its foot, wherever that is. */

import { stack } from "./memo-canvas.js"

const [LEFT, GAP, RIGHT] = [496, 64, 528]
const MOST = 3

export function body(memo, pen, size) {
  const { text, ink, muted } = pen
  const head = stack(
    [
      text(memo.question, 23 * size, 600, muted, LEFT),
      text(memo.verdict, 52 * size, 800, ink, LEFT),
      text(memo.state, 21 * size, 600, muted, LEFT),
    ],
    14 * size,
  )
  const tally = stack(memo.roles.map((role) => points(role, pen, size)), 16 * size)
  const reasons = strongest(memo).map((one) => reason(one, pen, size))
  const right = stack([text(memo.strongest, 23 * size, 600, muted, RIGHT), ...reasons], 22 * size)
  const paint = (margin, room) => {
    head.paint(margin, margin)
    tally.paint(margin, margin + room - tally.height)
    right.paint(margin + LEFT + GAP, margin)
  }
  return { height: Math.max(head.height + 36 * size + tally.height, right.height), paint }
}

function points({ name, points, share, hue }, { text, bar, ink, line }, size) {
  const [thick, long] = [14 * size, LEFT - 60]
  const label = text(name, 22 * size, 600, hue.solid, long)
  const figure = text(points, 26 * size, 800, ink)
  const paint = (x, y) => {
    const top = y + label.height + 8 * size
    label.paint(x, y)
    bar(x, top, long, thick, line)
    bar(x, top, share * long, thick, hue.solid)
    figure.paint(x + LEFT - figure.width, top + (thick - figure.height) / 2)
  }
  return { height: label.height + 8 * size + thick, paint }
}

function reason({ towards, strength, speaks, answer, question }, { text, chip, ink, muted }, size) {
  const chips = towards.map(({ abbr, hue }) => chip(abbr, 18 * size, hue))
  const way = [...chips, text(strength || speaks, 21 * size, strength ? 600 : 400, strength ? ink : muted, RIGHT)]
  const height = Math.max(...way.map((part) => part.height))
  const paint = (x, y) =>
    way.reduce((left, part) => (part.paint(left, y + (height - part.height) / 2), left + part.width + 8 * size), x)
  const words = [text(answer, 26 * size, 600, ink, RIGHT), text(question, 21 * size, 400, muted, RIGHT)]
  return stack([{ height, paint }, ...words], 4 * size)
}

/* For the role that leads, its own first; without one, roles take turns, so that none looks as if it led. */
function strongest({ reasons, leader }) {
  const first = ({ towards }) => towards[0]
  const turn = (one, place) => reasons.slice(0, place).filter((other) => first(other) === first(one)).length
  const rank = (one, place) => {
    if (leader) return Number(first(one) !== leader) - 2 * one.strength
    return first(one) ? turn(one, place) : reasons.length
  }
  const ranked = reasons.map((one, place) => [rank(one, place), one]).sort((a, b) => a[0] - b[0])
  return ranked.slice(0, MOST).map(([, one]) => one)
}
