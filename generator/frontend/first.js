/* Runs before anything is painted. In: the palette's fields above this script, whose data-base leads to the site's root.
   Out: the theme that was chosen last, else the system's, so that none flashes up and no wrong picture is fetched; a mark
   where the address asks for something, which a page's script takes away when it is there; and the two functions with
   which Material's script stores a choice. */

var __md_scope = new URL(document.currentScript.dataset.base, location)

function __md_get(key, storage = localStorage, scope = __md_scope) {
  try {
    return JSON.parse(storage.getItem(`${scope.pathname}.${key}`))
  } catch {
    return null // no storage for this site
  }
}

function __md_set(key, value, storage = localStorage, scope = __md_scope) {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value))
  } catch {
    // the choice holds for this page only
  }
}

{
  const stored = __md_get("__palette")?.color
  const suits = [...document.querySelectorAll("input[data-md-color-media]")].find(
    ({ dataset }) => matchMedia(dataset.mdColorMedia).matches,
  )
  // A site in one theme has no choice.
  const scheme = suits ? (stored?.scheme ?? suits.dataset.mdColorScheme) : document.currentScript.dataset.only
  if (scheme) document.body.dataset.mdColorScheme = scheme
  if (location.search) document.body.dataset.asked = ""
}

/* The theme fetches the search index with every page, and few visits search: it waits until the field is used, or, where
   the search has a dialog of its own (Zensical), until somebody goes for it. A page that a search has led to needs it at
   once, to mark the words. */
{
  const marks = new URLSearchParams(location.search).get("h")
  const { open, send } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    this.waits = !marks && /\/search(_index)?\.json$/.test(address)
    open.call(this, method, address, ...rest)
  }
  XMLHttpRequest.prototype.send = function (body) {
    const field = this.waits && document.forms.search?.elements.query
    const button = this.waits && document.querySelector(".md-search__button")
    if (button) {
      const used = new AbortController()
      const go = ({ type, target }) => {
        if (type === "pointerdown" && !target.closest?.(".md-search, [for=__search]")) return
        used.abort()
        send.call(this, body)
      }
      for (const type of ["keydown", "pointerdown"]) addEventListener(type, go, { capture: true, signal: used.signal })
      return
    }
    if (!field || field === document.activeElement) return send.call(this, body)
    field.addEventListener("focus", () => send.call(this, body), { once: true })
  }
}

/* Material asks for a sitemap beside each link[rel=alternate], which it takes for a translation; here such links lead to
   feeds and to oEmbed. Until it has looked they have another rel; programs that run no scripts find the right one. It
   also brings a theme colour of its own, which follows the switch: those for the system's theme make way for it. */
{
  const links = [...document.head.querySelectorAll("link[rel=alternate]")]
  for (const link of links) link.rel = "alternate "
  addEventListener("load", () => {
    for (const link of links) link.rel = "alternate"
    const own = document.head.querySelector("meta[name=theme-color]:not([media])")
    if (own) for (const meta of document.head.querySelectorAll("meta[name=theme-color][media]")) meta.remove()
  })
}
