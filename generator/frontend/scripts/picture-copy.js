// Copying a picture or its words. In: the menu and the button that was pressed, which holds what to copy and what to
// say. Out: the clipboard, and a line in the menu. A browser that refuses gets the file opened or the text selected.

import { copied } from "./clipboard.js"
import { nearest } from "./picture-look.js"

export const theme = () => (document.body.dataset.mdColorScheme === "slate" ? "dark" : "light")

/** A text, or the address of the image in the page's theme, as its PNG is wanted. */
function chosen({ dataset }) {
  const plain = dataset.text ?? dataset[theme()] ?? dataset.light ?? dataset.dark
  return dataset.endings ? plain.replace(/\.png$/, nearest(dataset.endings.split(" "))) : plain
}

/** Shows what happened, and has it read out even where the same words stood there before. */
export function say(menu, words) {
  const line = menu.querySelector("[role=status]")
  line.textContent = ""
  setTimeout(() => (line.textContent = words), 50)
}

async function image(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(answer.statusText)
  return new Blob([await answer.arrayBuffer()], { type: "image/png" })
}

/** The promise goes into the item: Safari wants the clipboard written while the click is still being handled. */
export async function copyImage(menu, button) {
  const address = chosen(button)
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": image(address) })])
    say(menu, button.dataset[address.includes("@2x") ? "sharp" : "done"])
  } catch {
    say(menu, button.dataset.failed)
    if (!open(address)) location.assign(address)
  }
}

export async function copyText(menu, button) {
  const done = await copied(chosen(button))
  if (!done) select(menu, button)
  say(menu, done ? button.dataset.done : menu.querySelector("[role=status]").dataset.failed)
}

function select(menu, button) {
  menu.querySelector(".menu__text")?.remove()
  const field = document.createElement("textarea")
  Object.assign(field, { className: "menu__text", readOnly: true, rows: 3, value: chosen(button) })
  field.setAttribute("aria-label", button.textContent.trim())
  menu.append(field)
  field.focus()
  field.select()
}
