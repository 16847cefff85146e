/* The button that prints the page. Without this script it stays hidden. */

for (const button of document.querySelectorAll("[data-do=print]")) {
  button.addEventListener("click", () => print())
  button.hidden = false
}
