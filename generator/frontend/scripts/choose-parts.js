/* Skills and scales of a choice, as the pages of edited comparisons show them. In: skills and scales of choose-rows.js,
   roles with the `wears` of their columns and `page`, words of the page. Out: elements. */

import { icon, listed, made, unseen, worded } from "./choose-dom.js"

/** The skills of all as a table with their levels, then the rest of each role on a card. */
export function skillsOf({ shared, own }, roles, words) {
  const title = made("h3", {}, words[roles.length === 2 ? "both" : "all"])
  const common = shared.length ? sharedTable(shared, roles, words) : made("p", { class: "note" }, words.unshared)
  const cards = own.some(({ length }) => length) ? roles.map((role, place) => card(own[place], role, words)) : []
  return [title, common, cards.length ? made("div", { class: `roles roles--${roles.length}` }, cards) : null]
}

function sharedTable(shared, roles, words) {
  const column = { scope: "col", role: "columnheader" }
  const heads = roles.map(({ wears, name, abbreviation }) =>
    made("th", { ...column, class: wears }, made("abbr", { title: name }, abbreviation)),
  )
  const lines = shared.map(({ name, levels }) => {
    const cells = levels.map((level, place) => {
      const { wears, abbreviation } = roles[place]
      return made("td", { role: "cell", class: `short ${wears}`, "data-label": abbreviation }, words.level(level))
    })
    return made("tr", { role: "row" }, made("th", { scope: "row", role: "rowheader" }, name), cells)
  })
  return made(
    "table",
    { class: "grid-table shared-hue", role: "table" },
    made("caption", {}, words.shared),
    made("thead", { role: "rowgroup" }, made("tr", { role: "row" }, made("th", column, words.skill), heads)),
    made("tbody", { role: "rowgroup" }, lines),
  )
}

function card(skills, role, words) {
  const name = made("h3", { class: "role-card__name" }, icon(role.icons[role.icon]), made("a", { href: role.page }, role.name))
  const items = skills.map(({ name, level, use, also }) => {
    const others = also.length ? made("p", { class: "aside" }, worded(words.also, { names: listed(also) })) : null
    return made("li", {}, made("p", {}, made("strong", {}, name), words.level(level)), use && made("p", {}, use), others)
  })
  const told = items.length ? made("div", { class: "points" }, made("ul", {}, items)) : nothing(words)
  return made("div", { class: `role-card ${role.wears}` }, name, told)
}

const nothing = words => made("p", {}, made("span", { "aria-hidden": "true" }, "—"), unseen(words.nothing))

/** A rail with a mark for each role that stands on it, and beside it the reasons, or that there is none. */
export function scalesOf(scales, roles, words) {
  const key = roles.map(({ wears, name }) => made("span", { class: wears }, made("b"), name))
  return [made("p", { class: "rails__key" }, key), ...scales.map((scale, number) => section(scale, roles, number, words))]
}

function section({ name, low, high, places }, roles, number, words) {
  const id = `choice-scale-${number}`
  const ends = made("p", {}, made("span", {}, low), made("span", {}, high))
  const track = made("div", { class: "rail__track", "aria-hidden": "true" }, marks(places, roles))
  const rail = made("div", { class: "rail" }, ends, track)
  const reasons = roles.map(({ wears, name: role, abbreviation }, place) => {
    const name = made("abbr", { title: role }, abbreviation)
    if (!places[place]) return made("div", { class: wears }, made("dt", {}, name), made("dd", { class: "aside" }, words.nothing))
    const { value, rationale } = places[place]
    return made("div", { class: wears }, made("dt", {}, name, ` ${worded(words.of, { value })}`), made("dd", {}, rationale))
  })
  const drawn = made("div", {}, made("h3", { id }, name), rail)
  return made("section", { class: "scale", "aria-labelledby": id }, drawn, made("dl", {}, reasons))
}

/** Roles at one place stand around each other. */
function marks(places, roles) {
  return places.flatMap((found, place) => {
    if (!found) return []
    const inner = places.slice(0, place).filter(other => other?.value === found.value).length
    const around = inner ? ` around-${inner}` : ""
    return made("b", { class: `${roles[place].wears} at-${found.value}${around}` })
  })
}
