/* What a slip of the keyboard makes of a word. In: two words, both plain and small. Out: whether one may be the other. */

/** Whether one letter too many, too few or another, or two in the wrong order, tell the words apart. */
export function close(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}

/** Whether a word begins with what is typed, but for such a slip. */
export function begins(word, typed) {
  return [-1, 0, 1].some(more => close(typed, word.slice(0, typed.length + more)))
}

/** Those that begin with what is typed; if none does, those that do but for a slip in what has five letters or more. */
export function nearest(all, words, typed) {
  const fits = test => all.filter(one => typed.every(word => words(one).some(other => test(other, word))))
  const exact = fits((other, word) => other.startsWith(word))
  return exact.length ? exact : fits((other, word) => other.startsWith(word) || (word.length > 4 && begins(other, word)))
}
