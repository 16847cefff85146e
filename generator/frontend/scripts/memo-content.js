/* What a memo says. In: the result as the page shows it, so that a memo never says anything else, and `[data-memo]`, which
   has the words around it. Out: texts by name, among them `roles` and `reasons` with what is drawn of them; and `paper`,
   the empty memo. */

const words = (element) => element.textContent.replace(/\s+/g, " ").trim()
const all = (element) => [...element.children].map(words)

export function read(result, keep) {
  const part = (selector) => result.querySelector(selector)
  const { badge, strongest, dates, ...names } = keep.dataset
  const paper = keep.querySelector("template").content.firstElementChild.cloneNode(true)
  const own = (name) => words(paper.querySelector(`[data-of=${name}]`))
  const undecided = part("[data-undecided]")
  const roles = [...result.querySelectorAll("[data-role]")].map(role)
  const leader = roles.find(({ leads }) => leads)
  const end = leader?.abbr ?? names[undecided.hidden ? "together" : "undecided"]
  return {
    paper,
    badge,
    strongest,
    roles,
    leader,
    question: own("question"),
    state: `${words(part(".eyebrow [data-when]:not([hidden])"))}, ${words(part("[data-progress]"))}`,
    verdict: words(undecided.hidden ? part("[data-verdict]") : undecided),
    texts: all(part("[data-reasons]")),
    lead: words(part(".result__panel .note")),
    why: own("why"),
    reasons: [...part("[data-pulls]").children].map((item) => reason(item, roles, paper.dataset.speaks)),
    unanswered: own("unanswered"),
    open: all(part("[data-open]")),
    note: own("note"),
    address: new URL("#result", location).href,
    date: new Date().toLocaleDateString(dates, { dateStyle: "long" }),
    file: `${names.file}-${end.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}.png`,
  }
}

function role(row) {
  const chip = row.querySelector("abbr")
  const style = getComputedStyle(row)
  return {
    name: chip.title,
    abbr: words(chip),
    points: words(row.querySelector("[data-points]")),
    share: Number(row.querySelector(".result__bar span").style.getPropertyValue("--share")),
    className: [...row.classList].find((name) => name.startsWith("hue-")),
    hue: Object.fromEntries(["solid", "tint", "marker"].map((name) => [name, style.getPropertyValue(`--${name}`)])),
    leads: row.classList.contains("leads"),
  }
}

/* `towards` are roles; an answer that speaks for all alike has none. `speaks` says it in words. */
function reason(item, roles, pattern) {
  const [way, what] = item.children
  const towards = [...way.querySelectorAll("abbr")].map(({ title }) => roles.find(({ name }) => name === title))
  const strength = towards.length ? words(way.querySelector("b")) : ""
  const names = towards.map(({ name }) => name).join(", ")
  const speaks = strength ? pattern.replace("{roles}", names).replace("{strength}", strength) : words(way)
  const [answer, question] = all(what)
  return { towards, strength, speaks, answer, question }
}
