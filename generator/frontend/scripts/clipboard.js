/* The clipboard. In: a text. Out: whether it was copied, later: a browser may refuse, and has none on an insecure host. */

export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
