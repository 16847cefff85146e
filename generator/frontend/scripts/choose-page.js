/* The page of a choice. In: the files of the chosen roles, where the words and places are. Out: the table, skills and
   scales in the place of the lists, once two roles are there; and what the picture of it is made of. */

import { showRows } from "./comparison-table.js"
import { edited } from "./choose-data.js"
import { drawing, listed, made, worded } from "./choose-dom.js"
import { skillsOf, scalesOf } from "./choose-parts.js"
import { rows, scales, skills } from "./choose-rows.js"
import { table } from "./choose-table.js"

const choice = document.querySelector("[data-choice]")
const ready = document.querySelector("[data-ready]")
const part = name => choice.querySelector(`[data-${name}]`)
const lists = [...part("rows").content.querySelectorAll("[data-row]")].map(item => {
  const { row: id, name } = item.dataset
  return { id, name, icon: drawing(item.firstElementChild) }
})
const levels = part("levels").content
const words = { ...choice.dataset, level: name => levels.querySelector(`[data-level=${name}]`).cloneNode(true) }

/** `there` are the roles that came, `all` those that are chosen. */
export function show(there, all, { form, every, page }) {
  const worn = wears(all, form.dataset.hues.trim().split(" "))
  const columns = there.map(role => ({ ...role, wears: worn.get(role.id), page: page(role.address) }))
  const shown = { all: all.map(role => ({ ...role, wears: worn.get(role.id) })), title: named(all, form.dataset) }
  const enough = columns.length > 1
  ready.hidden = enough
  choice.hidden = !enough
  form.querySelector("[data-tools]").hidden = !enough
  return enough ? { ...shown, ...filled(columns, shown.title, form, every, page) } : { ...shown, told: "" }
}

function filled(columns, title, form, every, page) {
  const found = rows(columns, lists, words)
  const common = skills(columns)
  const placed = scales(columns)
  const made = table(found, columns, title, words)
  part("table").replaceChildren(made)
  place("skills", common.shared.length || common.own.some(own => own.length), () => skillsOf(common, columns, words))
  place("scales", placed.length, () => scalesOf(placed, columns, words))
  lead(edited(every, columns.map(({ id }) => id)), page)
  const filter = () => filtered(made, form)
  const visible = () => found.filter((_, number) => !made.tBodies[number].hidden)
  const told = worded(form.dataset.shown, { roles: listed(columns.map(({ name }) => name)), rows: found.length })
  return { columns, shared: common.shared, filter, visible, words, told: [told, filter()].filter(Boolean).join(" ") }
}

function place(name, there, fill) {
  part(name).hidden = !there
  if (there) part(name).querySelector("[data-filled]").replaceChildren(...fill().filter(Boolean))
}

/** Only rows that differ, if that is wanted; and what is to be said of it. */
function filtered(table, form) {
  const only = form.elements.only.checked
  const all = table.tBodies.length
  const differ = showRows(table, [], only)
  form.querySelector(".compare__count").textContent = worded(form.dataset.count, { differ, all })
  form.querySelector(".switch").hidden = differ === all && !only
  return only ? form.dataset[differ < all ? "alike" : "differ"] : ""
}

function lead(comparison, page) {
  part("edited").hidden = !comparison
  if (!comparison) return
  part("edited").querySelector("a")?.remove()
  part("edited").append(made("a", { class: "more", href: page(comparison.address) }, comparison.name))
}

/** A role keeps its hue unless one to its left has it: then it gets one that no other wears. */
function wears(all, hues) {
  const own = all.map(({ hue }) => hue)
  const free = hues.filter(hue => !own.includes(hue))
  return new Map(all.map(({ id, hue }, place) => [id, `hue-${own.indexOf(hue) === place && hue ? hue : free.shift() ?? hue}`]))
}

function named(all, { two }) {
  const names = all.map(({ name }) => name)
  return names.length === 2 ? worded(two, { first: names[0], last: names[1] }) : names.length > 2 ? listed(names) : ""
}

const headline = document.querySelector("h1").firstChild
const topic = document.querySelector(".md-header__topic:nth-child(2) .md-ellipsis")
const imprint = document.querySelector(".imprint")
const [usual, whole, printed] = [headline.data.trim(), document.title, imprint?.textContent ?? ""]

/** The heading, the bar, the title of the window, and the address at the foot of each sheet of paper; without a title what
    the page is called. */
export function heading(title) {
  if (imprint) imprint.textContent = printed.replace(/\/compare\//, address => address + location.search)
  headline.data = title || usual
  if (topic) topic.textContent = title || usual
  document.title = title ? whole.replace(usual, () => title) : whole
}

/** Of one chosen role those most like it, to choose at once. */
export function near(line, ids, there, every, add) {
  const alike = ids.length === 1 && there.length ? there[0].similar.map(every.known).filter(Boolean) : []
  line.hidden = !alike.length
  const buttons = alike.map(({ id, name }) => {
    const button = made("button", { type: "button" }, name)
    button.addEventListener("click", () => add(id))
    return button
  })
  line.replaceChildren(line.firstElementChild, ...buttons)
}
