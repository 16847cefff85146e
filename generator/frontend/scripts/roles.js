/* The list of all roles. In: `.finder`, data/roles/index.json and the page's address. Out: the roles that fit what is
   sought, a part at a time; the address holds what is sought, and the history how many were shown. */

import { listed, worded } from "./choose-dom.js"
import { nearest } from "./choose-slip.js"

const finder = document.querySelector(".finder")
const list = finder.querySelector(".entries")
const count = finder.querySelector(".finder__count")
const more = finder.querySelector(".finder__more")
const clear = finder.querySelector(".finder__clear")
const fields = [...finder.querySelectorAll("input, select")]
const PART = 50
const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
let roles = []
let shown = history.state?.shown ?? PART

/** Every word that is sought begins a word of the role's name or tagline, but for a slip of the keyboard. */
function fitting(sought) {
  const some = roles.filter(
    role => (!sought.family || role.family === sought.family) && (!sought.skill || role.skills.includes(sought.skill)),
  )
  return nearest(some, ({ words }) => words, plain(sought.words ?? "").split(/\s+/).filter(Boolean))
}

/** What of the fields leaves nothing: “clerk”, family “Sales” and skill “Bargaining”. */
function filters() {
  const named = ({ dataset, value, selectedOptions }) =>
    [dataset.called, `“${selectedOptions?.[0].textContent ?? value.trim()}”`].filter(Boolean).join(" ")
  return listed(fields.filter(({ value }) => value.trim()).map(named))
}

function entry(role) {
  const item = document.createElement("li")
  const link = document.createElement("a")
  link.href = finder.dataset.site + role.address
  link.textContent = role.name
  item.append(link)
  if (role.tagline) {
    const words = document.createElement("span")
    words.textContent = role.tagline
    item.append(" ", words)
  }
  return item
}

function show() {
  const sought = Object.fromEntries(fields.map(field => [field.name, field.value.trim()]))
  const found = fitting(sought)
  list.replaceChildren(...found.slice(0, shown).map(entry))
  const all = found.length === roles.length
  count.textContent = all ? `${roles.length} roles` : `${found.length} of ${roles.length} roles`
  if (!found.length) count.textContent = worded(finder.dataset.none, { filters: filters() })
  clear.hidden = !Object.values(sought).some(Boolean)
  more.hidden = found.length <= shown
}

function write() {
  const url = new URL(location)
  for (const field of fields) {
    url.searchParams.delete(field.name)
    if (field.value.trim()) url.searchParams.set(field.name, field.value.trim())
  }
  history.replaceState({ ...history.state, shown }, "", url)
}

function read() {
  const sought = new URL(location).searchParams
  for (const field of fields) {
    const value = sought.get(field.name) ?? ""
    field.value = field.tagName !== "SELECT" || [...field.options].some(one => one.value === value) ? value : ""
  }
}

async function begin() {
  const answer = await fetch(finder.dataset.index)
  if (!answer.ok) throw new Error(answer.status)
  const index = await answer.json()
  roles = index.roles.map(role => ({
    ...role,
    words: plain(`${role.name} ${role.abbreviation} ${role.tagline ?? ""}`).split(/[^\p{L}\p{N}]+/u),
  }))
  roles.sort((one, other) => one.name.localeCompare(other.name, document.documentElement.lang))
  read()
  write() // without what the list does not know
  show()
}

function change() {
  shown = PART
  write()
  show()
}

finder.addEventListener("input", change)
clear.addEventListener("click", () => {
  for (const field of fields) field.value = ""
  change()
  fields[0].focus()
})
more.addEventListener("click", () => {
  const next = shown
  shown += PART
  write()
  show()
  list.children[next]?.querySelector("a").focus()
})
// Paper has all that was found.
for (const [event, part] of [["beforeprint", () => Infinity], ["afterprint", () => history.state?.shown ?? PART]]) {
  addEventListener(event, () => {
    if (!roles.length) return
    shown = part()
    show()
  })
}
addEventListener("pageshow", event => {
  if (event.persisted) show()
})
// Without the list, the families and letters below lead to every role.
const begun = begin().catch(() => (finder.hidden = true))
begun.finally(() => delete document.body.dataset.asked)
