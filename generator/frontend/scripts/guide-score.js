/* What the decision guide concludes from answers: the counterpart of generator/model/decision.py.
   In: guide {roles, margin, questions: [{id, answers: [weights in the order of roles]}]}, chosen {question id: answer from 0}.
   Out: {totals, lead, leaders, conclusion: "role" | "together" | "open", pulls, open}. */

export function decide({ roles, margin, questions }, chosen) {
  const answered = questions.filter(({ id }) => chosen.has(id))
  const open = questions.filter(({ id }) => !chosen.has(id)).map(({ id }) => id)
  const given = answered.map(({ id, answers }) => ({ id, answer: chosen.get(id), weights: answers[chosen.get(id)] }))
  const totals = roles.map((_, place) => given.reduce((sum, { weights }) => sum + weights[place], 0))
  const [first, second] = [...totals].sort((a, b) => b - a)
  const leaders = roles.filter((_, place) => first - totals[place] <= margin)
  const conclusion = leaders.length === 1 ? "role" : open.length ? "open" : "together"
  const pulls = given.map(({ id, answer, weights }) => ({ question: id, answer, ...pull(roles, weights) }))
  return { totals, lead: first - second, leaders, conclusion, pulls, open }
}

function pull(roles, weights) {
  const most = Math.max(...weights)
  const rest = weights.filter((weight) => weight < most)
  const towards = roles.filter((_, place) => weights[place] === most)
  return { towards, strength: rest.length ? most - Math.max(...rest) : 0 }
}

/* Answers as they stand in an address: "strategy.1_risk.3", by the question's id, counted from 1 as on the page.
   Ids have neither sign, and neither is escaped in an address. What no longer exists is left out. */

export function write(chosen) {
  return [...chosen].map(([id, answer]) => `${id}.${answer + 1}`).join("_")
}

export function read(text, questions) {
  const said = new Map((text || "").split("_").map((part) => part.split(".")))
  return new Map(
    questions
      .filter(({ id, answers }) => /^[1-9]\d?$/.test(said.get(id) ?? "") && said.get(id) <= answers.length)
      .map(({ id }) => [id, said.get(id) - 1]),
  )
}
