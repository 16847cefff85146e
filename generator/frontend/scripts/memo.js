/* The result of the decision guide to keep: on paper, as text, as a picture. In: `[data-memo]` in the result, which holds
   every word and is hidden until this has come. Out: its buttons act on the result that is shown. */

import { copied } from "./clipboard.js"
import { read } from "./memo-content.js"
import { printed } from "./memo-paper.js"
import { draw } from "./memo-picture.js"
import { plain } from "./memo-text.js"

const keep = document.querySelector("[data-memo]")
const result = keep.closest(".result")
const said = keep.querySelector("[data-kept]")
const field = keep.querySelector("textarea")
const { dataset } = keep

async function copy(memo) {
  field.value = plain(memo)
  if (await copied(field.value)) return dataset.copied
  field.hidden = false
  field.select()
  return dataset.uncopied
}

async function save(memo) {
  const canvas = await draw(memo, result)
  const href = URL.createObjectURL(await new Promise((done) => canvas.toBlob(done)))
  Object.assign(document.createElement("a"), { href, download: memo.file }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60000) // a browser may ask first where to put it
  return `${dataset.saved} ${memo.file}`
}

for (const [name, act] of Object.entries({ paper: printed, copy, save })) {
  keep.querySelector(`[data-do=memo-${name}]`).addEventListener("click", async () => {
    said.textContent = ""
    field.hidden = true
    said.textContent = await act(read(result, keep))
  })
}
keep.hidden = false
