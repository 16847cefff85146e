/* The field in which a role is sought: a combobox with a list (ARIA Authoring Practices), for keyboard, mouse and touch. In:
   the form, what may be chosen, and what is done with a choice. Out: the list below the field while somebody types; focus
   stays in the field, and the option that Enter takes is named to a screen reader. */

import { made, worded } from "./choose-dom.js"
import { nearest } from "./choose-slip.js"

const MOST = 12 // options that are shown at once: others need another letter

const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

/** Roles that have every word at the beginning of a word of theirs, but for a slip if none has; those whose name begins so
    first, then by name. */
export function found(roles, typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const rank = text => Number(!text.startsWith(words[0] ?? ""))
  const texts = roles.map(role => {
    const text = plain(`${role.name} ${role.abbreviation} ${role.family}`)
    return { role, name: plain(role.name), parts: text.split(/[^\p{L}\p{N}]+/u) }
  })
  return nearest(texts, ({ parts }) => parts, words)
    .sort((one, other) => rank(one.name) - rank(other.name) || (one.name < other.name ? -1 : 1))
    .map(({ role }) => role)
}

/** `offered` gives the roles that may be chosen now, `take` is called with one, `say` tells. */
export function field(form, { offered, take, say }) {
  const input = form.querySelector("[role=combobox]")
  const box = form.querySelector("[role=listbox]")
  let at = -1
  let shown = []

  function open() {
    const every = found(offered(), input.value)
    shown = every.slice(0, MOST)
    box.replaceChildren(...shown.map(option))
    box.hidden = !shown.length
    input.setAttribute("aria-expanded", String(!box.hidden))
    go(input.value.trim() && shown.length ? 0 : -1)
    if (!every.length) say(form.dataset.none)
    else say(worded(form.dataset[every.length > MOST ? "some" : "hits"], { count: every.length, some: MOST }))
  }

  function close() {
    box.hidden = true
    box.replaceChildren()
    input.setAttribute("aria-expanded", "false")
    shown = []
    go(-1)
  }

  function go(place) {
    at = place
    for (const [number, each] of [...box.children].entries()) each.setAttribute("aria-selected", String(number === at))
    const here = box.children[at]
    if (here) input.setAttribute("aria-activedescendant", here.id)
    else input.removeAttribute("aria-activedescendant")
    here?.scrollIntoView({ block: "nearest" })
  }

  function choose(role) {
    input.value = ""
    close()
    take(role)
  }

  const step = by => {
    if (box.hidden) open()
    if (shown.length) go((at + by + shown.length + Number(at < 0 && by < 0)) % shown.length)
  }
  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => shown[at] && choose(shown[at]),
    Escape: () => (box.hidden ? (input.value = "") : close()),
  }

  input.addEventListener("input", open)
  input.addEventListener("click", () => box.hidden && open())
  input.addEventListener("blur", close)
  input.addEventListener("keydown", event => {
    if (!Object.hasOwn(keys, event.key) || event.isComposing) return
    event.preventDefault() // Enter sends no form, arrows move no cursor
    keys[event.key]()
  })
  box.addEventListener("mousedown", event => event.preventDefault()) // the field keeps the focus, a touch too
  box.addEventListener("click", ({ target }) => {
    const option = target.closest("[role=option]")
    if (option) choose(shown[[...box.children].indexOf(option)])
  })
  return { close, input }
}

function option({ id, name, family }) {
  return made("li", { role: "option", id: `choose-option-${id}` }, name, family ? made("span", { class: "aside" }, family) : null)
}
