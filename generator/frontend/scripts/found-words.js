/* A search leads to a page and has its words marked there, by the theme. In: the list of results, and `?h=` in a page's
   address. Out: a result that stands for a whole page takes the words along that were found in its parts; the theme
   gives it those of its first lines alone. A text that is folded away and has such a word is unfolded; what no search
   finds stays folded. */

function takeAlong({ target }) {
  const link = target.closest("a")
  const address = link && new URL(link.href)
  if (!address || address.hash || address.searchParams.get("h")) return
  const others = [...link.closest(".md-search-result__item").querySelectorAll("a")]
  const words = others.flatMap(({ href }) => (new URL(href).searchParams.get("h") ?? "").split(" "))
  address.searchParams.set("h", [...new Set(words)].join(" ").trim())
  link.href = address
}

const results = document.querySelector(".md-search-result__list")
for (const event of ["click", "auxclick"]) results?.addEventListener(event, takeAlong, true)

if (new URLSearchParams(location.search).has("h")) {
  const content = document.querySelector(".md-content")
  const unfold = new MutationObserver(() => {
    if (!content.querySelector("mark")) return
    unfold.disconnect() // all words are marked at once, and the reader may fold again
    for (const text of content.querySelectorAll("details:has(mark)")) {
      if (!text.closest("[data-search-exclude]")) text.open = true
    }
  })
  unfold.observe(content, { childList: true, subtree: true })
}
