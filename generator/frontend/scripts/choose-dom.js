/* Elements, as the pages' templates would have made them. In: a tag, its attributes, what stands in it. Out: the element.
   An attribute that is false or missing is left out, so is what is null; true is an attribute without a value. */

const SVG = "http://www.w3.org/2000/svg"

export function made(tag, attributes, ...content) {
  return filled(document.createElement(tag), attributes, content)
}

function filled(element, attributes, content) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...content.flat().filter(part => part != null))
  return element
}

/** A drawing {width, height, path} that says nothing to a screen reader. */
export function icon({ width, height, path }) {
  const shape = filled(document.createElementNS(SVG, "path"), { d: path }, [])
  const about = { class: "icon", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" }
  return filled(document.createElementNS(SVG, "svg"), about, [shape])
}

/** The drawing of an icon that stands in the page. */
export function drawing(svg) {
  const { width, height } = svg.viewBox.baseVal
  return { width, height, path: svg.firstElementChild.getAttribute("d") }
}

/** Read aloud, not shown. */
export const unseen = text => made("span", { class: "unseen" }, text)

/** A text with its places in braces filled in. */
export const worded = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name])

/** Names as a sentence has them: A, B and C, as in Britain, with no comma before the last. */
export function listed(names) {
  const { lang } = document.documentElement
  return new Intl.ListFormat(lang === "en" ? "en-GB" : lang, { type: "conjunction" }).format(names)
}
