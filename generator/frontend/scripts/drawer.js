/* The drawer of a narrow screen for the keyboard. In: Material's switch, a hidden checkbox, and its label in the header,
   which only a pointer reaches. Out: a button in the label's place; Escape closes the drawer, as it does the search. */

const drawer = document.getElementById("__drawer")
const label = document.querySelector(".md-header [for=__drawer]")
const button = document.createElement("button")

const tell = () => button.setAttribute("aria-expanded", drawer.checked)

if (label) {
  Object.assign(button, { type: "button", className: `${label.className} drawer`, ariaLabel: "Navigation" })
  button.append(...label.childNodes)
  label.replaceWith(button)
  tell()
  button.addEventListener("click", () => drawer.click())
  drawer.addEventListener("change", tell)
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && drawer.checked) {
      drawer.click()
      button.focus()
    }
  })
}
