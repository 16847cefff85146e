/* What the comparison table shows. In: the table, which roles and rows are wanted. Out: its parts hidden or not. */

/** What a cell says; a list says the same in any order. */
function words(cell) {
  const items = [...cell.querySelectorAll("li")]
  return (items.length ? items : [cell]).map(part => part.textContent.trim()).sort().join("\n")
}

/** Whether the roles that are shown say different things in a row (a `tbody`). */
export const differs = row => new Set([...row.querySelectorAll("td[data-role]:not([hidden])")].map(words)).size > 1

/** Shows these roles' columns alone; the cell below them and the style follow their number. */
export function showRoles(table, ids) {
  const columns = table.tHead.querySelectorAll("[data-role]").length
  for (const part of table.querySelectorAll("[data-role]")) part.hidden = !ids.includes(part.dataset.role)
  for (const cell of table.querySelectorAll("td[colspan]")) cell.colSpan = ids.length
  for (let count = 2; count <= columns; count++) table.classList.toggle(`versus--${count}`, count === ids.length)
}

/** Shows the picked rows, all if none is picked, and of them the differing ones if `only`. Returns how many differ. */
export function showRows(table, picked, only) {
  const rows = [...table.tBodies]
  const different = rows.filter(differs)
  for (const row of rows) {
    row.hidden = (picked.length > 0 && !picked.includes(row.dataset.row)) || (only && !different.includes(row))
  }
  return different.length
}

/** The row that the page's address leads to. */
export function aim(table) {
  const target = location.hash && document.getElementById(location.hash.slice(1))
  return target && table.contains(target) ? target.closest("tbody") : null
}
