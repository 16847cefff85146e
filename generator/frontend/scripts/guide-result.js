/* Shows a decision in the result of the decision guide. All words stand on the page: here they are only put together. */

import { hueOf, open, pulls, seat } from "./guide-pulls.js"

export function show(result, guide, chosen, decision) {
  const done = decision.open.length === 0
  for (const part of result.querySelectorAll("[data-after]")) part.hidden = chosen.size === 0
  for (const part of result.querySelectorAll("[data-when]")) part.hidden = (part.dataset.when === "done") !== done
  tally(result, guide, decision)
  result.querySelector("[data-answered]").textContent = chosen.size
  result.querySelector("[data-copy]").textContent = result.querySelector("[data-progress]").textContent
  result.querySelector("[data-lead]").textContent = decision.lead
  const title = verdict(result, decision)
  result.querySelector("[data-pulls]").replaceChildren(...pulls(result, guide, decision))
  result.querySelector("[data-open]").replaceChildren(...open(guide, decision))
  result.querySelector("[data-count]").textContent = chosen.size ? spoken(result, title) : ""
}

function tally(result, { roles, questions }, { totals, leaders, conclusion }) {
  const best = questions.reduce((sum, { answers }) => sum + Math.max(...answers.flat()), 0) || 1
  roles.forEach((role, place) => {
    const row = seat(result, role)
    row.querySelector("[data-points]").textContent = totals[place]
    row.querySelector(".result__bar span").style.setProperty("--share", totals[place] / best)
    row.classList.toggle("leads", conclusion === "role" && leaders.includes(role))
  })
}

/* Title and text of the conclusion are those of the page's section of conclusions. */
function verdict(result, { conclusion, leaders }) {
  const id = conclusion === "role" ? leaders[0] : "together"
  const heading = document.getElementById(`verdict-${id}`)
  const card = heading.parentElement
  const words = (card.querySelector(".headline") ?? heading).cloneNode(true)
  words.querySelector(".headerlink")?.remove()
  const open = conclusion === "open"
  for (const other of document.querySelectorAll("[id^=verdict-]"))
    other.parentElement.classList.toggle("concluded", !open && other === heading)
  const texts = open ? [] : [...card.querySelectorAll("p:not(.headline)")].map((text) => text.cloneNode(true))
  result.querySelector("[data-undecided]").hidden = !open
  result.querySelector("[data-verdict]").textContent = open ? "" : words.textContent
  result.querySelector("[data-reasons]").replaceChildren(...texts)
  const hue = conclusion === "role" ? hueOf(seat(result, id)) : "shared-hue"
  result.querySelector(".result__panel").className = `result__panel ${hue}`
  return result.querySelector("#result-title").innerText.trim()
}

function spoken(result, title) {
  const points = [...result.querySelectorAll("[data-role]")].map(
    (row) => `${row.querySelector("abbr").title} ${row.querySelector("[data-points]").textContent}`,
  )
  return `${points.join(", ")}. ${result.querySelector("[data-progress]").textContent}. ${title}`
}
