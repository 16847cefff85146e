/* Blocks on a canvas: each is measured before it is painted. In: a drawing context and a font family. Out: blocks
   {width, height, paint(x, y)}, placed by their upper left corner; lengths are pixels of the layout. */

const CAPITALS = 0.727 // their height in Inter, in sizes of the type: letters stand in the middle of their line

export function blocks(context, family) {
  const font = (size, weight) => (context.font = `${weight} ${size}px ${family}`)
  const measure = (words) => context.measureText(words).width

  /** Text in lines no wider than `width`, of nearly one length; a word that is wider breaks. */
  function text(words, size, weight, colour, width = Infinity) {
    font(size, weight)
    const lines = balanced(words, width, measure)
    const step = Math.round(size * (weight > 700 ? 1.15 : 1.3))
    const paint = (x, y) => {
      font(size, weight)
      context.fillStyle = colour
      lines.forEach((line, place) => context.fillText(line, x, y + place * step + (step + CAPITALS * size) / 2))
    }
    return { width: Math.max(...lines.map(measure)), height: lines.length * step, paint }
  }

  /** A role's short name as on the page: its colours, and its edge in the role's way. */
  function chip(words, size, { solid, tint, marker }) {
    const inner = text(words, size, 600, solid)
    const [width, height] = [inner.width + 1.4 * size, 1.6 * size]
    const paint = (x, y) => {
      bar(x, y, width, height, tint)
      Object.assign(context, { strokeStyle: solid, lineWidth: size / 9 })
      context.setLineDash({ dotted: [size / 9, size / 9], dashed: [size / 3, size / 5] }[marker] ?? [])
      context.stroke()
      inner.paint(x + 0.7 * size, y + (height - inner.height) / 2)
    }
    return { width, height, paint }
  }

  function bar(x, y, width, height, colour) {
    context.beginPath()
    context.roundRect(x, y, width, height, height / 2)
    context.fillStyle = colour
    context.fill()
  }

  return { text, chip, bar }
}

/* The least width that needs no more lines leaves no last word alone. */
function balanced(words, width, measure) {
  let lines = wrapped(words, width, measure)
  for (let less = width; less > width / 2 && lines.length > 1; less -= 8) {
    const closer = wrapped(words, less, measure)
    if (closer.length > lines.length) break
    lines = closer
  }
  return lines
}

/* A dot that parts two names stays with the first, as in the published pictures. */
function wrapped(words, width, measure) {
  const lines = []
  for (const word of words.split(/ (?!·)/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : ""
    if (longer && measure(longer) <= width) lines[lines.length - 1] = longer
    else {
      lines.push("")
      for (const sign of word) {
        if (lines.at(-1) && measure(lines.at(-1) + sign) > width) lines.push("")
        lines[lines.length - 1] += sign
      }
    }
  }
  return lines
}

/** Blocks below each other. */
export function stack(parts, gap) {
  const height = parts.reduce((sum, part) => sum + part.height + gap, -gap)
  const paint = (x, y) => parts.reduce((top, part) => (part.paint(x, top), top + part.height + gap), y)
  return { height, paint }
}
