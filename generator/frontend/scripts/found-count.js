/* How many pages a search found. In: the results that the theme shows, of which the first says how many there are where
   these are not all (search.js). Out: the line above them with that number; the theme's own counts what is shown. */

const list = document.querySelector(".md-search-result__list")

function tell() {
  const found = list.querySelector("data.found")
  if (!found) return
  const { value, dataset } = found
  found.remove() // the list grows while a reader scrolls, and the theme's own number is gone then
  const meta = document.querySelector(".md-search-result__meta")
  const [shown] = meta.textContent.match(/\d+/) ?? [1]
  meta.textContent = `${shown} of ${"more" in dataset ? "at least " : ""}${value} matching documents`
}

if (list) new MutationObserver(tell).observe(list, { childList: true })
