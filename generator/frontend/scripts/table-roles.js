/* A narrow screen shows tables as cards. Some browsers take a cell whose display changes for no cell any more, so it is
   told again what each part is; in the page itself that would be said twice. */

const roles = {
  "thead, tbody": "rowgroup",
  tr: "row",
  td: "cell",
  "th[scope=col]": "columnheader",
  "th[scope=row]": "rowheader",
}

for (const table of document.querySelectorAll(".md-content table")) {
  table.setAttribute("role", "table")
  for (const [parts, role] of Object.entries(roles)) {
    for (const part of table.querySelectorAll(parts)) part.setAttribute("role", role)
  }
}
