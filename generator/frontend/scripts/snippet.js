/* The button beside a text that is there to be copied. In: `.snippet`. Out: the text on the clipboard, else selected, and
   the button says which. Without this script the button stays hidden and the text is copied by hand. */

import { copied } from "./clipboard.js"

const AGAIN = 2500 // milliseconds until the button offers to copy again

async function copy(button, text) {
  const done = await copied(text.textContent.trim())
  if (!done) getSelection().selectAllChildren(text)
  button.textContent = done ? button.dataset.done : button.dataset.failed
  setTimeout(() => (button.textContent = button.dataset.offer), AGAIN)
}

for (const snippet of document.querySelectorAll(".snippet")) {
  const button = snippet.querySelector("button")
  button.addEventListener("click", () => copy(button.firstElementChild, snippet.querySelector("code")))
  button.hidden = false
}
