/* What a slip of the keyboard makes of a word. In: two words, both plain and small. Out: whether one may be the other. */

/** Whether one letter too many, too few or another, or two in the wrong order, tell the words apart. */
export function close(one, other) {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const [a, b] = [one.slice(at), other.slice(at)]
  const [more, less] = [a.slice(1), b.slice(1)]
  return more === b || a === less || more === less || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
}

/** Whether a word begins with what is typed, but for such a slip. */
export function begins(word, typed) {
  return [-1, 0, 1].some(more => close(typed, word.slice(0, typed.length + more)))
}

/** Those that begin with what is typed; if none does, those that do but for a slip in what has five letters or more. */
export function nearest(all, words, typed) {
  const fits = test => all.filter(one => typed.every(word => words(one).some(other => test(other, word))))
  const exact = fits((other, word) => other.startsWith(word))
  return exact.length ? exact : fits((other, word) => (word.length > 4 ? begins(other, word) : other.startsWith(word)))
}
