/* Turns the tables of answers into radio buttons, keeps the choice in the address (?guide=…) and shows what follows.
   In: the hidden result of the page. Nothing is stored; without this script the tables stay as they are. */

import { copied } from "./clipboard.js"
import { decide, read, write } from "./guide-score.js"
import { check, checked, model, offer } from "./guide-questions.js"
import { show } from "./guide-result.js"

export function start(result) {
  const guide = model(result)
  let chosen = read(new URLSearchParams(location.search).get("guide"), guide.questions)
  const said = result.querySelector("[data-said]")
  const update = () => {
    show(result, guide, chosen, decide(guide, chosen))
    if (chosen.size) offerMemo(result)
  }

  guide.questions.forEach((question) => question.rows.forEach((row, place) => offer(question, row, place)))
  check(guide, chosen)
  enclose(guide, result)
  result.hidden = false
  update()
  // The browser looked for it when it was still hidden.
  if (location.hash === "#result") result.querySelector("#result").scrollIntoView()

  result.parentElement.addEventListener("change", () => {
    chosen = checked(guide)
    said.textContent = ""
    remember(chosen)
    update()
  })
  result.querySelector("[data-do=copy]").addEventListener("click", async () => {
    const done = await copied(new URL("#result", location.href).href)
    said.textContent = result.dataset[done ? "copied" : "uncopied"]
  })
  result.querySelector("[data-do=clear]").addEventListener("click", () => {
    chosen = new Map()
    check(guide, chosen)
    remember(chosen)
    update()
    said.textContent = result.dataset.cleared
    // The button is gone now: the keyboard goes on at the first question.
    guide.questions[0].rows[0].querySelector("input").focus()
  })
}

/* What makes memos is fetched when there is something to keep; where it does not arrive, nothing is offered. */
function offerMemo(result) {
  const memo = result.querySelector("[data-memo]")
  if (memo?.hidden) import(new URL(memo.dataset.later, location)).catch(() => {})
}

/* The running points stick to the foot of the screen as long as their parent is in sight: the questions. */
function enclose({ questions }, result) {
  const range = document.createRange()
  range.setStartBefore(document.getElementById(`question-${questions[0].id}`))
  range.setEndAfter(result)
  range.surroundContents(Object.assign(document.createElement("div"), { className: "guide" }))
}

function remember(chosen) {
  const address = new URL(location.href)
  if (chosen.size) address.searchParams.set("guide", write(chosen))
  else address.searchParams.delete("guide")
  history.replaceState(history.state, "", address)
}
