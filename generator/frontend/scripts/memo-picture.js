/* A memo as a picture: the conclusion, the points and the strongest reasons. In: what the memo says, and the font and the
   colours of the result on the page. Out: a canvas of 2400 × 1260 pixels; long texts are set smaller, and what even then
   needs more room makes it higher. */

import { body } from "./memo-body.js"
import { blocks } from "./memo-canvas.js"

const [WIDTH, HEIGHT, MARGIN, SCALE] = [1200, 630, 56, 2]
const [LARGEST, SMALLEST, STEP] = [1.1, 0.8, 0.05]

export async function draw(memo, result) {
  const style = getComputedStyle(result)
  await document.fonts.ready
  const canvas = document.createElement("canvas")
  const context = canvas.getContext("2d")
  const [ground, ink, muted, line, shared] = ["ground", "ink", "muted", "line", "shared-solid"].map((name) =>
    style.getPropertyValue(`--${name}`),
  )
  const pen = { ...blocks(context, style.fontFamily), ink, muted, line }
  const foot = pen.text(`${memo.badge} · ${memo.date} · ${memo.address.split("?")[0]}`, 19, 400, muted, WIDTH - 2 * MARGIN)
  const around = 2 * MARGIN + foot.height + 14
  const room = HEIGHT - around
  let inside
  for (let size = LARGEST; size >= SMALLEST && !(inside?.height <= room); size -= STEP) inside = body(memo, pen, size)
  const height = Math.max(HEIGHT, Math.ceil(inside.height + around))
  Object.assign(canvas, { width: WIDTH * SCALE, height: height * SCALE })
  context.scale(SCALE, SCALE)
  context.fillStyle = ground
  context.fillRect(0, 0, WIDTH, height)
  context.fillStyle = memo.leader?.hue.solid ?? shared
  context.fillRect(0, 0, 12, height)
  inside.paint(MARGIN, height - around)
  foot.paint(MARGIN, height - MARGIN + 14 - foot.height)
  return canvas
}
