/* The page of a missing address names the page whose address is most like it. In: `[data-near]`, hidden, and the links of
   the navigation. Out: the nearest, if one is near. Without this script the page offers its sections alone. */

const ENOUGH = 0.5 // of the pairs of letters that two addresses have in common; half find a typing error and a moved page

/** The pairs of neighbouring letters in an address, below the site's root, which first.js knows. */
function pairs(path) {
  const name = path.slice(__md_scope.pathname.length).toLowerCase().replace(/(\.\w+|\/)$/, "")
  return new Set([...name].slice(1).map((letter, place) => name[place] + letter))
}

/** Dice's coefficient: 1 for the same pairs, 0 for none. */
function likeness(a, b) {
  const common = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size ? (2 * common) / (a.size + b.size) : 0
}

const line = document.querySelector("[data-near]")
if (line) {
  const asked = pairs(location.pathname)
  const links = [...document.querySelectorAll(".md-nav--primary a[href]")]
  const near = links.map((link) => ({ link, score: likeness(asked, pairs(link.pathname)) })).sort((a, b) => b.score - a.score)
  if (near.length && near[0].score >= ENOUGH) {
    const { href, textContent } = near[0].link
    line.append(Object.assign(document.createElement("a"), { href, textContent: textContent.trim() }))
    line.hidden = false
  }
}
