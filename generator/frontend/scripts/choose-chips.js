/* The chosen roles above the table, in the order of its columns. In: the list, the roles with what they wear, what is done
   with them, and words. Out: a chip a role, which removes it or moves it before the one on its left; so every order can
   be had. */

import { icon, made, unseen, worded } from "./choose-dom.js"

const CROSS = { width: 24, height: 24, path: "M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6z" }
const LEFT = { width: 24, height: 24, path: "M15.4 16.6 10.8 12l4.6-4.6L14 6l-6 6 6 6z" }

export function chips(list, roles, { remove, move }, words) {
  list.hidden = !roles.length
  list.replaceChildren(...roles.map((role, place) => chip(role, roles[place - 1], { remove, move }, words)))
}

function chip({ id, name, wears, icons, icon: sign }, before, { remove, move }, words) {
  const away = made("button", { type: "button", "data-do": "remove", "data-role": id }, icon(CROSS), unseen(worded(words.remove, { name })))
  away.addEventListener("click", () => remove(id))
  const drawn = icons ? icon(icons[sign]) : null
  const about = { class: `choose__role ${wears}`, tabindex: -1 }
  if (!before) return made("li", about, drawn, made("span", {}, name), away)
  const label = unseen(worded(words.before, { name, other: before.name }))
  const left = made("button", { type: "button", "data-do": "move", "data-role": id }, icon(LEFT), label)
  left.addEventListener("click", () => move(id))
  return made("li", about, left, drawn, made("span", {}, name), away)
}
