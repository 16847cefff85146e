/* The choices above the comparison table. In: `form.compare` and the page's address. Out: the table shows the choice,
   the number of rows is told, the address holds the choice. What is said comes from the form's data. */

import { copied } from "./clipboard.js"
import { aim, showRoles, showRows } from "./comparison-table.js"

const form = document.querySelector("form.compare")
const table = document.querySelector("table.versus")
const named = name => [...form.querySelectorAll(`input[name=${name}]`)]
const chosen = name => named(name).filter(field => field.checked).map(field => field.value)
const filled = (name, numbers) => form.dataset[name].replace(/{(\w+)}/g, (_, key) => numbers[key])

function show() {
  const only = chosen("only").length > 0
  if (named("role").length) showRoles(table, chosen("role"))
  const different = showRows(table, chosen("row"), only)
  const all = table.tBodies.length
  form.querySelector(".compare__count").textContent = filled("count", { differ: different, all })
  form.querySelector(".switch").hidden = different === all && !only
  say(only ? form.dataset[different < all ? "alike" : "differ"] : "")
}

function say(more) {
  const shown = [...table.tBodies].filter(row => !row.hidden).length
  const text = filled("shown", { shown, all: table.tBodies.length })
  const status = form.querySelector("[role=status]")
  status.textContent = `${text} ${more}`.trim()
  const usual = !chosen("row").length && !chosen("only").length && chosen("role").length === named("role").length
  status.classList.toggle("unseen", usual && !more)
  form.querySelector("[type=reset]").hidden = usual
}

/** A fragment goes when its row is no longer shown; other fields of the address stay. */
function write() {
  const url = new URL(location)
  for (const name of ["row", "role", "only"]) {
    url.searchParams.delete(name)
    const usual = name === "role" && chosen(name).length === named(name).length
    for (const value of usual ? [] : chosen(name)) url.searchParams.append(name, value)
  }
  if (aim(table)?.hidden) url.hash = ""
  history.replaceState(history.state, "", url)
}

/** What the address asks for and the form does not know is left out; fewer than two roles are all of them. */
function read() {
  const asked = new URL(location).searchParams
  for (const name of ["row", "role", "only"]) {
    for (const field of named(name)) field.checked = asked.getAll(name).includes(field.value)
  }
  form.querySelector("details").open = chosen("row").length > 0
  if (chosen("role").length < 2) for (const field of named("role")) field.checked = true
}

/** A row that a link leads to is shown, whatever else was chosen; a link to a choice leads to the table. */
function reveal() {
  const row = aim(table)
  if (row?.hidden) {
    for (const field of [...named("row"), ...named("only")]) field.checked = false
    show()
    write()
  }
  const first = row ?? [...table.tBodies].find(({ hidden }) => !hidden)
  first?.rows[0].scrollIntoView()
}

function change({ target }) {
  const tooFew = target.name === "role" && chosen("role").length < 2
  if (tooFew) target.checked = true
  show()
  write()
  if (tooFew) say(form.dataset.fewest)
}

/** Without leave to write to the clipboard the address bar has the address: a row's link leads there anyway. */
async function copy(address, beside) {
  const said = form.dataset[(await copied(address)) ? "copied" : "refused"]
  say(`${said}.`)
  beside.dataset.said = said
  setTimeout(() => delete beside.dataset.said, 2500)
}

if (form) {
  read()
  show()
  form.classList.add("compare--ready")
  if (["row", "role", "only"].some(name => new URL(location).searchParams.has(name))) reveal()
  form.addEventListener("change", change)
  form.addEventListener("reset", () => setTimeout(() => [show(), write()]))
  form.addEventListener("submit", event => event.preventDefault())
  form.elements.copy.addEventListener("click", ({ currentTarget }) => copy(location.href, currentTarget))
  table.addEventListener("click", ({ target }) => {
    const link = target.closest(".versus__link")
    if (link) copy(link.href, link)
  })
  addEventListener("hashchange", () => aim(table) && reveal())
  addEventListener("popstate", () => [read(), show()])
}
