/* A memo on paper, on one sheet of A4 or Letter. In: what it says. Out: the print dialogue for the memo alone; whatever is
   printed next is the page again. */

const ROOM = (255 / 25.4) * 96 // CSS pixels of 255 mm: the height of a sheet of Letter without its margins
const [LARGEST, SMALLEST] = [10.5, 7] // points; the smallest holds whatever there is

let wanted = false
addEventListener("beforeprint", () => document.body.classList.toggle("prints-memo", wanted))
addEventListener("afterprint", () => (wanted = false))

export function printed(memo) {
  document.querySelector("body > .memo")?.remove()
  const paper = filled(memo)
  document.body.append(paper)
  fit(paper)
  wanted = true
  // Safari on a phone says early that it has printed: the mark stays until something else is.
  document.body.classList.add("prints-memo")
  print()
}

function filled(memo) {
  const { paper } = memo
  const part = (name) => paper.querySelector(`[data-of=${name}]`)
  for (const name of ["state", "verdict", "lead", "address", "date"]) part(name).textContent = memo[name]
  part("texts").append(...memo.texts.map((text) => made("p", "", text)))
  part("tally").append(...memo.roles.flatMap(tally))
  part("reasons").append(...memo.reasons.map(reason))
  part("open").append(...memo.open.map((question) => made("li", "", question)))
  if (!memo.open.length) part("open").parentElement.remove()
  paper.classList.add(memo.leader?.className ?? "shared-hue")
  return paper
}

function tally({ name, points, share, className }) {
  const bar = made("span", `memo__bar ${className}`, made("span", ""))
  bar.style.setProperty("--share", share)
  return [made("span", className, name), bar, made("b", "", points)]
}

function reason({ towards, strength, speaks, answer, question }) {
  const chips = towards.map(({ abbr, className }) => made("span", `chip ${className}`, abbr))
  const way = strength ? [...chips, made("b", "", strength)] : [speaks]
  const what = made("div", "", made("p", "memo__answer", answer), made("p", "memo__question", question))
  return made("li", "", what, made("p", "memo__way", ...way))
}

function fit(paper) {
  paper.classList.add("memo--measured")
  for (let size = LARGEST; size >= SMALLEST; size -= 0.5) {
    paper.style.fontSize = `${size}pt`
    if (paper.offsetHeight <= ROOM + 1) break
  }
  paper.classList.remove("memo--measured")
}

function made(tag, className, ...content) {
  const element = Object.assign(document.createElement(tag), { className })
  element.append(...content)
  return element
}
