/* Which way each answer of the decision guide pulls, the strongest first; and the questions still open. */

export function pulls(result, { roles, questions }, decision) {
  const first = ({ towards }) => roles.indexOf(towards[0])
  const strongest = [...decision.pulls].sort((a, b) => b.strength - a.strength || first(a) - first(b))
  return strongest.map(({ question, answer, towards, strength }) => {
    const asked = questions.find(({ id }) => id === question)
    const words = asked.rows[answer].querySelector("label span").firstChild.textContent.trim()
    const chips = towards.map((role) => {
      const chip = seat(result, role).querySelector("abbr").cloneNode(true)
      chip.classList.add(hueOf(seat(result, role)))
      return chip
    })
    const way = strength ? [...chips, made("b", `+${strength}`)] : [result.dataset.even]
    return made("li", made("p", ...way), made("p", made("strong", words), link(asked)))
  })
}

export function open({ questions }, decision) {
  return questions.filter(({ id }) => decision.open.includes(id)).map((question) => made("li", link(question)))
}

export const seat = (result, role) => result.querySelector(`[data-role="${role}"]`)
export const hueOf = (row) => [...row.classList].find((name) => name.startsWith("hue-"))
const link = ({ id, words }) => Object.assign(made("a", words), { href: `#question-${id}` })

function made(tag, ...content) {
  const element = document.createElement(tag)
  element.append(...content)
  return element
}
