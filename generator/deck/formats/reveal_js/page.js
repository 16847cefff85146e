// Starts the deck. S opens the speaker's view, T turns from light to dark and back, ? says what other keys do.
(() => {
  const page = document.documentElement
  const turn = () => {
    page.dataset.theme = page.dataset.theme === "dark" ? "light" : "dark"
  }
  Reveal.initialize({
    width: 960,
    height: 540,
    margin: 0,
    maxScale: 8,
    center: false,
    controlsLayout: "edges",
    controlsTutorial: false,
    hash: true,
    slideNumber: "c/t",
    transition: "none",
    backgroundTransition: "none",
    plugins: [RevealNotes],
  })
  Reveal.addKeyBinding({ keyCode: 84, key: "T", description: "Light or dark" }, turn)
})()
