/* The drawer of a narrow screen closes with Escape, as the search does. In: its switch, which works without a script. */

document.addEventListener("keydown", ({ key }) => {
  const drawer = document.getElementById("__drawer")
  if (key === "Escape" && drawer.checked) {
    drawer.click()
    drawer.focus()
  }
})
