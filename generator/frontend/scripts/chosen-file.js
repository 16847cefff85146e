/* A choice as a picture file. In: the choice as the page shows it, "png" or "svg". Out: the file where the browser saves
   downloads, and what is to be said of it. */

import { worded } from "./choose-dom.js"
import { description, picture } from "./chosen-picture.js"
import { asSvg, onCanvas } from "./chosen-sheet.js"

const SCALE = 2 // pixels of a PNG to one of the page

export async function saved(shown, form, said) {
  const file = `${shown.columns.map(({ id }) => id).join("-vs-")}.${form}`
  try {
    keep(await MADE[form](shown), file)
    return worded(said.saved, { file })
  } catch {
    return said.unsaved
  }
}

function keep(blob, download) {
  const href = URL.createObjectURL(blob)
  Object.assign(document.createElement("a"), { href, download }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60000) // a browser may ask first where to put it
}

const MADE = {
  async svg(shown) {
    const { paper, width, height, family } = await drawn(shown)
    const about = { width, height, family, title: shown.title, description: description(shown), font: await embedded() }
    return new Blob([asSvg(paper.marks, about)], { type: "image/svg+xml" })
  },
  async png(shown) {
    const { paper, width, height } = await drawn(shown)
    const canvas = Object.assign(document.createElement("canvas"), { width: width * SCALE, height: height * SCALE })
    const context = canvas.getContext("2d")
    context.scale(SCALE, SCALE)
    onCanvas(paper.marks, context)
    return new Promise((done, failed) => canvas.toBlob(blob => (blob ? done(blob) : failed()), "image/png"))
  },
}

/** With the fonts and colours of the page, in its theme. */
async function drawn(shown) {
  const choice = document.querySelector("[data-choice]")
  const style = getComputedStyle(choice)
  const values = (of, names) => Object.fromEntries(names.map(name => [name, of.getPropertyValue(`--${name}`).trim()]))
  const hue = className => values(getComputedStyle(choice.querySelector(`.${className}`)), ["solid", "tint", "on", "marker"])
  const family = style.fontFamily
  await Promise.all([400, 600, 800].map(weight => document.fonts.load(`${weight} 20px ${family}`)))
  const colours = { ...values(style, ["ground", "card", "ink", "muted", "line"]), shared: hue("shared-hue") }
  const columns = shown.columns.map(column => ({ ...column, hue: hue(column.wears) }))
  return picture({ ...shown, columns }, { family, colours })
}

/** The page's own font, so that the SVG looks the same elsewhere; without it, if it cannot be read. */
async function embedded() {
  try {
    const data = await (await fetch(document.querySelector("link[rel=preload][as=font]").href)).blob()
    return await new Promise((done, failed) => {
      const reader = Object.assign(new FileReader(), { onload: () => done(reader.result), onerror: failed })
      reader.readAsDataURL(data)
    })
  } catch {
    return ""
  }
}
