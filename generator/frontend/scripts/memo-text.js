/* A memo as plain text, for an e-mail. In: what it says. Out: paragraphs, with an empty line between them. */

export function plain(memo) {
  const points = memo.roles.map(({ name, points }) => `${name}: ${points}`).join("\n")
  const reasons = memo.reasons.map(({ question, answer, speaks }) => `- ${question}\n  ${answer}\n  ${speaks}`)
  const open = memo.open.length ? [[`${memo.unanswered}:`, ...memo.open.map((question) => `- ${question}`)].join("\n")] : []
  return [
    memo.question,
    `${memo.state}: ${memo.verdict}`,
    ...memo.texts,
    `${points}\n${memo.lead}`,
    [`${memo.why}:`, ...reasons].join("\n"),
    ...open,
    memo.note,
    `${memo.address}\n${memo.date}`,
  ].join("\n\n")
}
