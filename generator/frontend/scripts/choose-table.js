/* The table of a choice, as templates/comparison.md.jinja makes it of an edited comparison, so that it looks and acts
   alike. In: rows of choose-rows.js, roles with the `wears` of their columns and `page`, words of the page. Out: the
   table. It says what each part is, as table-roles.js does for tables that are in the page from the start. */

import { icon, made, unseen, worded } from "./choose-dom.js"

export function table(rows, roles, title, words) {
  const caption = made("caption", { class: "unseen" }, worded(words.caption, { title, rows: rows.length }))
  const corner = made("th", { scope: "col", role: "columnheader", class: "versus__corner" }, unseen(words.corner))
  const head = made("tr", { role: "row" }, corner, roles.map(heading))
  return made(
    "table",
    { class: `versus versus--${roles.length} word-${longest(rows)}`, role: "table", "aria-describedby": "choose-said" },
    caption,
    made("thead", { role: "rowgroup" }, head),
    rows.map(row => body(row, roles, words)),
  )
}

/** As longest_word in context.py. */
const longest = rows => Math.min(24, Math.max(...rows.flatMap(({ name }) => name.split(/[\s-]+/)).map(({ length }) => length)))

function heading(role) {
  const link = made("a", { href: role.page }, icon(role.icons[role.icon]), made("span", {}, role.name))
  const tagline = role.tagline && made("small", {}, role.tagline)
  return made("th", { scope: "col", role: "columnheader", class: role.wears, "data-role": role.id }, link, tagline)
}

function body(row, roles, words) {
  const question = row.question && made("span", { class: "aside" }, row.question)
  const name = made("div", { class: "versus__name" }, icon(row.icon), row.name, question && [" ", question])
  const edges = roles.map(({ id, wears }) => made("span", { class: wears, "data-role": id }))
  const strip = made("div", { class: "versus__edges", "aria-hidden": "true" }, edges)
  const header = made("th", { scope: "row", role: "rowheader", rowspan: 2 }, name, strip)
  const cells = roles.map((role, place) => cell(row.cells[place], role, words))
  const more = made("td", { role: "cell", colspan: roles.length }, details(row, roles, words))
  return made(
    "tbody",
    { role: "rowgroup", "data-row": row.id },
    made("tr", { role: "row" }, header, cells),
    made("tr", { role: "row", class: "versus__more" }, more),
  )
}

function cell(said, { id, name, wears }, words) {
  const about = { role: "cell", class: said ? wears : `${wears} versus__nothing`, "data-role": id, "data-label": name }
  if (!said) return made("td", about, made("span", { "aria-hidden": "true" }, "—"), unseen(words.nothing))
  const [first, ...others] = said.short
  if (!others.length) return made("td", about, first)
  return made("td", about, made("ul", {}, said.short.map(item => made("li", {}, item))))
}

function details({ name, cells }, roles, words) {
  if (!cells.some(said => said?.details.length)) return null
  const told = roles.map((role, place) => {
    const texts = (cells[place]?.details ?? []).flatMap(([about, paragraphs]) =>
      paragraphs.map((text, number) => made("p", {}, about && !number ? made("strong", {}, `${about}. `) : null, text)),
    )
    return made("div", { class: role.wears, "data-role": role.id }, made("p", { class: "role-tag" }, role.name), texts)
  })
  const [open, close] = ["open", "close"].map(way => made("span", { class: `versus__${way}` }, words[way]))
  const summary = made("summary", {}, open, close, unseen(`: ${name}`))
  return made("details", {}, summary, made("div", { class: "versus__details" }, told))
}
