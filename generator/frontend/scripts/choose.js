/* The page on which readers choose what is compared. In: `form.choose`, `[data-choice]` and `[data-ready]`, hidden or shown,
   with every word; the address (?roles=a,b&only=differences). Out: the choice in the place of the lists; the address,
   the heading and the title follow it, and every choice is a step back. */

import { copied } from "./clipboard.js"
import { chips } from "./choose-chips.js"
import { library } from "./choose-data.js"
import { listed, worded } from "./choose-dom.js"
import { field } from "./choose-field.js"
import { heading, near, show } from "./choose-page.js"

const MOST = 4

const form = document.querySelector("form.choose")
const { dataset: words } = form
const parts = name => form.querySelector(`[data-${name}]`)
const books = library(words.home)

let every = null // the list of all roles
let ids = [] // those chosen, in the order of the columns
let shown = null // what the page shows of them
let turn = 0 // of the last choice: what comes later for an earlier one is not shown

const status = form.querySelector("[role=status]")

/** What the table shows is told to a screen reader alone: everyone else sees it. */
function say(text, seen = true) {
  status.textContent = text
  status.classList.toggle("unseen", !seen)
}

const only = form.elements.only
const nameOf = id => every.known(id).name

const inAddress = () => [...new Set((new URLSearchParams(location.search).get("roles") ?? "").split(",").filter(Boolean))]

/** What the address asks for: roles that there are, by today's ids; and what there is to say about the others. */
function asked() {
  const given = inAddress()
  const known = [...new Set(given.map(every.known).filter(Boolean))]
  const unknown = given.filter(id => !every.known(id))
  const beyond = known.slice(MOST).map(({ name }) => name)
  only.checked = new URLSearchParams(location.search).get("only") === only.value
  ids = known.slice(0, MOST).map(({ id }) => id)
  return [
    unknown.length ? worded(words.unknown, { names: listed(unknown) }) : "",
    beyond.length ? worded(words.beyond, { names: listed(beyond) }) : "",
  ]
}

function write(how) {
  const url = new URL(location)
  const values = { roles: ids.join(","), only: only.checked ? only.value : "" }
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value)
    else url.searchParams.delete(name)
  }
  url.search = url.search.replaceAll("%2C", ",") // easier to read, and the same
  history[how](history.state, "", url)
}

/** Loads what is chosen and shows it; `said` is told with it. */
async function update(said = []) {
  const mine = (turn += 1)
  const answers = await Promise.allSettled(ids.map(books.role))
  if (mine !== turn) return
  const lost = ids.filter((_, place) => answers[place].status === "rejected").map(nameOf)
  const there = answers.filter(({ status }) => status === "fulfilled").map(({ value }) => value)
  const all = ids.map((id, place) => answers[place].value ?? every.known(id))
  shown = show(there, all, { form, every, page: books.page })
  chips(parts("chosen"), shown.all, { remove, move }, words)
  parts("add").hidden = ids.length === MOST
  parts("retry").hidden = !lost.length
  heading(shown.title)
  near(parts("near"), ids, there, every, add)
  const missing = lost.length ? worded(words.lost, { names: listed(lost) }) : ""
  const next = [words.begin, words.more][ids.length] ?? (ids.length === MOST ? words.most : "")
  const more = [...said, missing, next].filter(Boolean)
  say([...more, shown.told].join(" ").trim(), more.length > 0 || only.checked)
}

function change(chosen, said) {
  ids = chosen
  write("pushState")
  return update([said])
}

async function add(id) {
  if (ids.length === MOST) return say(words.most)
  await change([...ids, id], worded(words.added, { name: nameOf(id) }))
  if (parts("add").hidden) parts("chosen").querySelector("li:last-child [data-do=remove]").focus()
  else search.input.focus()
}

async function remove(id) {
  await change(ids.filter(other => other !== id), worded(words.removed, { name: nameOf(id) }))
  search.input.focus()
}

/** One place to the left; the keyboard stays with the role. */
async function move(id) {
  const place = ids.indexOf(id)
  const order = ids.toSpliced(place - 1, 2, id, ids[place - 1])
  await change(order, worded(words.moved, { name: nameOf(id), place }))
  const own = parts("chosen").children[place - 1]
  const left = own.querySelector("[data-do=move]")
  const next = left ?? own
  next.focus() // not on what removes it: whoever presses once more would
}

/** The choice as a file; what makes it is fetched with the first one. */
async function kept(kind) {
  try {
    await import(new URL(words.later, location))
  } catch {
    return words.unsaved
  }
  return new Promise(answer => {
    form.dispatchEvent(new CustomEvent("keep", { detail: { shown, form: kind, words, answer } }))
  })
}

const search = field(form, {
  offered: () => (every?.roles ?? []).filter(({ id }) => !ids.includes(id)),
  take: ({ id }) => add(id),
  say,
})

const tools = {
  copy: async () => words[(await copied(location.href)) ? "copied" : "refused"],
  png: () => kept("png"),
  svg: () => kept("svg"),
}
for (const [name, act] of Object.entries(tools)) {
  form.querySelector(`[data-do=${name}]`).addEventListener("click", async () => say(await act()))
}
form.addEventListener("submit", event => event.preventDefault())
only.addEventListener("change", () => {
  write("replaceState")
  say(shown.filter())
})
parts("retry").addEventListener("click", () => update())
addEventListener("popstate", () => every && update(asked()))

async function start() {
  form.classList.add("compare--ready")
  // Beside the list, without which nobody knows whether they are there.
  for (const id of inAddress().slice(0, MOST)) books.role(id)
  try {
    every = await books.list()
  } catch {
    return say(words.failed)
  }
  const said = asked()
  if (new URLSearchParams(location.search).has("roles")) write("replaceState")
  await update(said)
}

start().finally(() => delete document.body.dataset.asked)
