/* The drawer of a narrow screen for the keyboard. In: Material's switch, a hidden checkbox, and its label in the header,
   which only a pointer reaches. Out: a button in the label's place; Escape closes the drawer, as it does the search. While
   it is open what lies behind it takes no focus, so that the keyboard goes from the button into it. */

const drawer = document.getElementById("__drawer")
const label = document.querySelector(".md-header [for=__drawer]")
const button = document.createElement("button")

const narrow = matchMedia("(max-width: 76.234375em)")
const BEHIND = ".md-header__inner > :not(.drawer), .md-tabs, .md-content, .md-footer, .md-top"

function tell() {
  button.setAttribute("aria-expanded", drawer.checked)
  for (const part of document.querySelectorAll(BEHIND)) part.inert = drawer.checked && narrow.matches
}

if (label) {
  Object.assign(button, { type: "button", className: `${label.className} drawer`, ariaLabel: "Navigation" })
  button.append(...label.childNodes)
  label.replaceWith(button)
  tell()
  button.addEventListener("click", () => drawer.click())
  drawer.addEventListener("change", tell)
  narrow.addEventListener("change", tell)
  document.addEventListener("keydown", ({ key }) => {
    if (!drawer.checked || !/^(Escape|[fs/])$/.test(key)) return // the letters open the search
    drawer.click()
    if (key === "Escape") button.focus()
  })
}
