/* What the theme cannot say of a search. In: the results that it shows, of which the first says how many pages were found
   where these are not all, or that something could not be loaded (search.js). Out: the line above them with that number,
   since the theme's own counts what is shown; or the page's words for what is lost, and the question asked once more when a
   reader comes back to the field or presses a key that changes nothing. */

const list = document.querySelector(".md-search-result__list")
const meta = document.querySelector(".md-search-result__meta")
const field = document.forms.search?.elements.query
let lost // the question that could not be answered

function tell() {
  const found = list.querySelector("data.found, data.lost")
  if (!found) return
  if (found.className === "lost") {
    list.replaceChildren()
    meta.textContent = meta.dataset.lost
    lost = field.value
    return
  }
  const { value, dataset } = found
  found.remove() // the list grows while a reader scrolls, and the theme's own number is gone then
  const [shown] = meta.textContent.match(/\d+/) ?? [1]
  meta.textContent = `${shown} of ${"more" in dataset ? "at least " : ""}${value} matching documents`
}

/** The theme sends no question that is the one before it. */
function again({ isTrusted }) {
  if (!isTrusted || field.value !== lost || meta.textContent !== meta.dataset.lost) return
  for (const asked of [`${lost} `, lost]) {
    field.value = asked
    field.dispatchEvent(new Event("keyup"))
  }
}

if (list) {
  new MutationObserver(tell).observe(list, { childList: true })
  for (const event of ["focus", "keyup"]) field.addEventListener(event, again)
}
