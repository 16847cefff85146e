/* What a browser refuses to a page that is opened from a folder, done in another way; before all other scripts. In: the
   address at which the site is published, with this script. Out: a `Worker` for the search, which runs in the page when
   somebody searches; storage, where there is none; and `__offline`, which scripts call that were made for such a page. */

window.__offline = (() => {
  const { address } = document.currentScript.dataset
  const loads = new Map()
  let worker

  /** A script, once; fetching and `import` are refused. */
  function load(source) {
    const { href } = new URL(source, location)
    const come = (done, failed) =>
      document.head.append(Object.assign(document.createElement("script"), { src: href, onload: done, onerror: failed }))
    if (!loads.has(href)) loads.set(href, new Promise(come))
    return loads.get(href)
  }

  /** What a fetch of JSON would answer: it came as a script beside it, which hands it over. */
  const kept = new Map()
  const keep = (data) => kept.set(document.currentScript.src, data)
  async function fetched(source) {
    const { href } = new URL(source.replace(/json$/, "js"), location)
    await load(href)
    return { ok: true, json: () => structuredClone(kept.get(href)) }
  }

  /** A text with addresses of pages as they are published: nobody else has this folder. */
  function published(text) {
    const parts = text.split(__md_scope.href)
    return parts.map((part, place) => (place ? address + part.replace(/^([^\s?#]*\/)?index\.html/, "$1") : part)).join("")
  }

  /* The search is set up when its field is used, as it is fetched on a server. Either side may change what it was sent. */
  window.Worker = class extends EventTarget {
    #told = []

    constructor(source) {
      super()
      const field = document.forms.search?.elements.query
      if (!field || field === document.activeElement) this.#start(source)
      else field.addEventListener("focus", () => this.#start(source), { once: true })
    }

    async #start(source) {
      await load(source)
      const answer = (data) => {
        const event = new MessageEvent("message", { data: structuredClone(data) })
        this.dispatchEvent(event)
        this.onmessage?.(event) // Zensical listens this way
      }
      worker((_, hear) => (this.postMessage = (data) => setTimeout(hear, 0, { data: structuredClone(data) })), answer)
      for (const data of this.#told) this.postMessage(data)
    }

    postMessage(data) {
      this.#told.push(structuredClone(data))
    }

    terminate() {}
  }

  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].length
    } catch {
      const kept = new Map()
      const value = { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) }
      Object.defineProperty(window, name, { value })
    }
  }

  return { load, keep, fetched, published, worker: (run) => (worker = run) }
})()
