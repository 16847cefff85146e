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
   once, to mark the words. What could not be loaded, or is no index (of a network that wants a login first), never reaches
   the theme, which would be done with it: the search says so, and asks once more when it is used next. */
{
  const marks = new URLSearchParams(location.search).get("h")
  const { open, send } = XMLHttpRequest.prototype

  /** Calls once, when somebody goes for the search. */
  function whenUsed(field, go) {
    const used = new AbortController()
    const hear = ({ type, target }) => {
      if (type === "pointerdown" && !target.closest?.(".md-search, [for=__search]")) return
      used.abort()
      go()
    }
    const types = field ? ["focus", "input", "keydown"] : ["keydown", "pointerdown"]
    for (const type of types) (field ?? window).addEventListener(type, hear, { capture: true, signal: used.signal })
  }

  async function whole({ status, response }) {
    const [first, last] = await Promise.all([response.slice(0, 9), response.slice(-9)].map(part => part.text()))
    return status === 200 && /^\s*\{/.test(first) && /\}\s*$/.test(last)
  }

  XMLHttpRequest.prototype.open = function (...given) {
    open.apply(this, given)
    if (!/\/search(_index)?\.json$/.test(given[1]) || this.field !== undefined) return
    this.field = document.forms.search?.elements.query ?? null
    const meta = document.querySelector(".md-search-result__meta")
    const failed = () => {
      if (meta) meta.textContent = meta.dataset.lost
      whenUsed(this.field, () => {
        open.apply(this, given)
        send.call(this)
      })
    }
    this.addEventListener("error", event => {
      event.stopImmediatePropagation()
      failed()
    })
    this.addEventListener("load", async event => {
      if (!event.isTrusted || !(this.response instanceof Blob)) return
      event.stopImmediatePropagation()
      if (await whole(this)) this.dispatchEvent(new Event("load"))
      else failed()
    })
  }
  XMLHttpRequest.prototype.send = function (body) {
    const { field } = this
    const button = document.querySelector(".md-search__button")
    const waits = field === null ? button : field && field !== document.activeElement
    if (waits && !marks) whenUsed(field, () => send.call(this, body))
    else send.call(this, body)
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
