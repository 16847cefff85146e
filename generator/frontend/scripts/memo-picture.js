/* A memo as a picture: the conclusion, the points and the strongest reasons. In: what the memo says, and the font and the
   colours of the result on the page. Out: a canvas of 2400 × 1260 pixels; long texts are set smaller, and what even then
   needs more room makes it higher. */

import { body } from "./memo-body.js"
import { blocks } from "./memo-canvas.js"

const [WIDTH, HEIGHT, MARGIN, SCALE] = [1200, 630, 56, 2]
const SIZES = [1.1, 1.05, 1, 0.95, 0.9, 0.85, 0.8]

export async function draw(memo, result) {
  const style = getComputedStyle(result)
  await Promise.all([400, 600, 800].map((weight) => document.fonts.load(`${weight} 20px ${style.fontFamily}`)))
  const canvas = document.createElement("canvas")
  const context = canvas.getContext("2d")
  const [ground, ink, muted, line, shared] = ["ground", "ink", "muted", "line", "shared-solid"].map((name) =>
    style.getPropertyValue(`--${name}`),
  )
  const pen = { ...blocks(context, style.fontFamily), ink, muted, line }
  const foot = pen.text(`${memo.badge} · ${memo.date} · ${memo.page}`, 19, 400, muted, WIDTH - 2 * MARGIN)
  const around = 2 * MARGIN + foot.height + 14
  const room = HEIGHT - around
  let inside
  for (const size of SIZES) if (!(inside?.height <= room)) inside = body(memo, pen, size)
  const height = Math.max(HEIGHT, Math.ceil(inside.height + around))
  Object.assign(canvas, { width: WIDTH * SCALE, height: height * SCALE })
  context.scale(SCALE, SCALE)
  context.fillStyle = ground
  context.fillRect(0, 0, WIDTH, height)
  context.fillStyle = memo.roles.find(({ leads }) => leads)?.hue.solid ?? shared
  context.fillRect(0, 0, 12, height)
  inside.paint(MARGIN, height - around)
  foot.paint(MARGIN, height - MARGIN + 14 - foot.height)
  return canvas
}
