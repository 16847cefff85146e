// The menu below a picture: copies the image, its address, its embed code or its alt text, and names the file to save.
// Words and addresses stand in the page; without this script the menu stays hidden and the page's plain links do.

import { copyImage, copyText, say, theme } from "./picture-copy.js"
import { nearest, offer } from "./picture-look.js"

function act(menu, button) {
  menu.querySelector(".menu__text")?.remove()
  const fold = button.closest("details")
  if (fold) close(fold)
  const copy = button.dataset.copy === "image" ? copyImage : copyText
  copy(menu, button)
}

function close(fold) {
  fold.open = false
  fold.querySelector("summary").focus()
}

/** The link to save follows the choices; formats that a size lacks cannot be chosen, and no switch is there for nothing. */
function follow(panel) {
  const [size, look, ending] = ["size", "theme", "ending"].map((name) => panel.querySelector(`[name=${name}]`))
  const there = size.selectedOptions[0].dataset.endings.split(" ")
  for (const option of ending.options) option.hidden = option.disabled = !there.includes(option.value)
  if (!there.includes(ending.value)) ending.value = there[0]
  const png = ending.value === ".png"
  for (const { value, parentElement } of panel.querySelectorAll(".menu__look input")) {
    parentElement.hidden = !png || !there.some((each) => each.includes(value))
  }
  panel.querySelector("[download]").href = `${panel.dataset.base}${size.value}-${look.value}${png ? nearest(there) : ending.value}`
}

/** The theme of the page, as it is when the menu is first opened; there is no choice where there is one theme. */
function suit(panel) {
  const look = panel.querySelector("[name=theme]")
  if ([...(look.options ?? [])].some((option) => option.value === theme())) look.value = theme()
  follow(panel)
}

function begin(menu) {
  const panel = menu.querySelector(".menu__files")
  panel.closest("details").addEventListener("toggle", () => suit(panel), { once: true })
  panel.addEventListener("change", () => follow(panel))
  menu.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-copy]")
    const link = target.closest("[download]")
    if (button) act(menu, button)
    if (target.closest(".menu__all")) target.closest("details").open = false
    if (link) say(menu, `${link.dataset.done} ${decodeURI(link.pathname.split("/").pop())}`)
  })
  menu.addEventListener("keydown", ({ key }) => {
    const fold = key === "Escape" && menu.querySelector("details[open]")
    if (fold) close(fold)
  })
  menu.hidden = false
}

document.querySelectorAll(".menu").forEach(begin)
offer(() => document.querySelectorAll(".menu__files").forEach(follow))
document.addEventListener("click", ({ target }) => {
  for (const fold of document.querySelectorAll(".menu details[open]")) if (!fold.contains(target)) fold.open = false
})
