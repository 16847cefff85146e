/* Terms of the glossary explain themselves where they stand. In: links `.gloss` with their definition. Out: a tooltip at
   the one that is pointed at, reached by keyboard or touched; Escape and a touch elsewhere close it. A mouse and a second
   touch follow the link, as all do without this script. */

const LINGERS = 250 // milliseconds in which the pointer may move from the term into the tooltip
const GAP = 6 // pixels between the two
const tip = Object.assign(document.createElement("div"), { id: "gloss-tip", className: "gloss-tip", role: "tooltip" })
tip.append(document.createElement("strong"), document.createElement("span"))
tip.hidden = true

let shown = null
let leaving = 0

function show(term) {
  hide()
  shown = term
  tip.firstChild.textContent = term.dataset.term
  tip.lastChild.textContent = term.dataset.definition
  tip.hidden = false
  term.setAttribute("aria-describedby", tip.id)
  place(term.getClientRects()[0])
}

function hide() {
  clearTimeout(leaving)
  shown?.removeAttribute("aria-describedby")
  shown = null
  tip.hidden = true
}

/** Below the term, above it where there is no room; never beyond the edge of the screen. */
function place({ left, top, bottom }) {
  const { clientWidth, clientHeight } = document.documentElement
  const below = bottom + GAP + tip.offsetHeight <= clientHeight
  const x = Math.max(GAP, Math.min(left, clientWidth - tip.offsetWidth - GAP))
  tip.style.left = `${x + scrollX}px`
  tip.style.top = `${(below ? bottom + GAP : top - GAP - tip.offsetHeight) + scrollY}px`
}

function leave() {
  clearTimeout(leaving)
  leaving = setTimeout(hide, LINGERS)
}

const termOf = ({ target }) => target.closest?.(".gloss")

/* At the document, for other scripts copy texts that hold terms. */
const heard = {
  pointerover: (event, term) => event.pointerType === "mouse" && term !== shown && show(term),
  pointerout: (event) => event.pointerType === "mouse" && leave(),
  focusin: (event, term) => term.matches(":focus-visible") && show(term),
  focusout: hide,
  click(event, term) {
    if (event.pointerType !== "touch" || shown === term) return
    event.preventDefault()
    show(term)
  },
}

if (document.querySelector(".gloss")) {
  document.querySelector("main").append(tip)
  for (const [name, act] of Object.entries(heard)) {
    document.addEventListener(name, (event) => termOf(event) && act(event, termOf(event)))
  }
  tip.addEventListener("pointerenter", () => clearTimeout(leaving))
  tip.addEventListener("pointerleave", leave)
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide())
  document.addEventListener("pointerdown", (event) => !tip.contains(event.target) && termOf(event) !== shown && hide())
}
