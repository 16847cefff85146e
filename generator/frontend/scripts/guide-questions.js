/* The questions of the decision guide as they stand on the page, and the radio buttons in them.
   In: the result's element, which knows roles and margin. Out: {roles, margin, questions} for decide(). */

export function model({ dataset, ownerDocument }) {
  const questions = [...ownerDocument.querySelectorAll("[data-question]")].map((element) => {
    const rows = [...element.querySelectorAll("[data-weights]")].sort((a, b) => a.dataset.answer - b.dataset.answer)
    const answers = rows.map((row) => row.dataset.weights.split(" ").map(Number))
    return { id: element.dataset.question, element, rows, answers, words: element.querySelector("caption").textContent }
  })
  return { roles: dataset.roles.split(" "), margin: Number(dataset.margin), questions }
}

export function offer({ id, element, words }, row, place) {
  const label = document.createElement("label")
  const input = Object.assign(document.createElement("input"), { type: "radio", name: `guide-${id}`, value: place })
  // A browser that goes back would restore a choice that the address does not have.
  input.autocomplete = "off"
  const text = document.createElement("span")
  const head = row.querySelector("th")
  text.append(...head.childNodes)
  label.append(input, text)
  head.append(label)
  element.setAttribute("role", "radiogroup")
  element.setAttribute("aria-label", words)
}

export function check({ questions }, chosen) {
  for (const { id, rows } of questions)
    rows.forEach((row, place) => (row.querySelector("input").checked = chosen.get(id) === place))
}

export function checked({ questions }) {
  const places = questions.map(({ id, rows }) => [id, rows.findIndex((row) => row.querySelector("input").checked)])
  return new Map(places.filter(([, place]) => place >= 0))
}
