/* The search of the site, in place of the theme's worker and with its messages. In: the index (type 0), then what a
   reader types (2). Out: that it is ready (1); the pages found, the best first, each with its places (3).

   What a word is worth: most in a title, then in `words` (by which a thing is sought and which no page shows), least in a
   text; the more, the fewer places have it. A place that has all words comes before one that has some. Common words
   decide nothing while there are others. A word that stands nowhere, and begins none, is taken for the one that it is
   a slip of the keyboard away from. */

const COMMON = new Set(
  [
    "a about all am an and any are as at be become becomes been between but by can could did do does each every",
    "find for from get give gives had has have he her his how i if in into is it its just like make makes many may",
    "me mean means more most much must my no not of often on one or our out per please really she should show so",
    "some take takes tell than that the their them then there these they this those to too up us use used versus vs",
    "want was we were what whats when where whether which who whom whose why will with work works would you your",
  ].join(" ").split(" "),
)
const KINDS = { row: 2, topic: 1.8, role: 1.6, comparison: 1.6, term: 1.4, page: 1.2, picture: 0.8, part: 0.8 }
const TEASER = 180 // characters of a text that a hit shows
// Of the best hit's score, and of its share of what was asked; what has less was found by chance.
const LEAST = { score: 0.1, share: 0.6 }

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " }
const sign = (whole, name) => {
  const number = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1))
  return NAMED[name] ?? (number <= 0x10ffff ? String.fromCodePoint(number) : whole)
}
const plain = html => html.replace(/<[^>]*>/g, " ").replace(/&(#?\w+);/g, sign)
const escaped = text => text.replace(/[&<>"]/g, found => `&#${found.charCodeAt(0)};`)
const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
const wordsOf = text => fold(text).replace(/['’]s?(?=\P{L}|$)/gu, "").match(/[\p{L}\p{N}]+/gu) ?? []

/** What forms of a word have in common: travels, travelling; negotiate, negotiation. */
function stem(word) {
  if (word.length < 4) return word
  const base = word.replace(/([^su])s$/, "$1").replace(/ie$/, "y")
  const cut = base.replace(/^(.{4,}?)(ation|ating|ated?|ator|ion|ment|ing|ed|ly)$/, "$1")
  return cut.replace(/([bdglmnprt])\1$/, "$1").replace(/(...)e$/, "$1").replace(/(...)y$/, "$1i")
}

/** Whether one letter too many, too few or another, or two in the wrong order, tell the words apart. */
function close(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}

let places = [] // {doc, page, title: its stems}
let known = new Map() // each word: {root: its stem, at: Map(number of a place → what the word is worth there)}
let pages = new Map() // address → entry
let short = new Map() // an abbreviation → the words of the name that it stands for

function add(word, number, worth) {
  if (!known.has(word)) known.set(word, { root: stem(word), at: new Map() })
  const { at } = known.get(word)
  at.set(number, Math.max(at.get(number) ?? 0, worth))
}

function setUp(docs) {
  const texts = docs.map(({ text }) => wordsOf(plain(text)))
  const usual = texts.reduce((sum, words) => sum + words.length, 1) / (docs.length || 1)
  docs.forEach((doc, number) => {
    const page = doc.location.split("#")[0]
    if (!pages.has(page)) pages.set(page, doc)
    const title = wordsOf(plain(doc.title))
    const telling = title.filter(word => !COMMON.has(word))
    places.push({ doc, page, title: new Set((telling.length ? telling : title).map(stem)) })
    if (doc.kind === "role" && title.length > 1) {
      for (const [word, ...more] of (doc.words ?? []).map(wordsOf)) if (!more.length) short.set(word, title)
    }
    const counts = new Map()
    for (const word of texts[number]) counts.set(word, (counts.get(word) ?? 0) + 1)
    const length = 0.4 + (0.6 * texts[number].length) / usual
    for (const [word, count] of counts) add(word, number, (2.2 * count) / (count + 1.2 * length))
    for (const word of (doc.words ?? []).flatMap(wordsOf)) add(word, number, 4)
    for (const word of title) add(word, number, 6 / (1 + 0.2 * telling.length))
  })
}

/** The known words that are meant by one, each with how surely. `open`: more letters may follow. */
function meant(word, open) {
  const own = stem(word)
  const found = new Map()
  const beginning = new Map()
  for (const [other, { root }] of known) {
    if (other === word) found.set(other, 1)
    else if (root === own) found.set(other, `${other}s` === word || other === `${word}s` ? 0.9 : 0.6)
    else if (word.length > 1 && other.startsWith(word)) beginning.set(other, ((open ? 0.6 : 0.3) * word.length) / other.length)
  }
  if (open && (found.size || beginning.size)) return new Map([...beginning, ...found])
  if (found.size || word.length < 3) return found
  for (const [other, { root }] of known) {
    if (other.length > 3 && close(word, other)) found.set(other, 0.6)
    else if (own.length > 4 && root.length > 4 && close(own, root)) found.set(other, 0.5)
  }
  if (found.size || word.length < 5 || !open) return new Map([...beginning, ...found])
  const begins = other => [-1, 0, 1].some(more => close(word, other.slice(0, word.length + more)))
  return new Map([...known.keys()].filter(begins).map(other => [other, 0.3]))
}

/** Each place that has one of the words, with its score, and the words that it has and lacks. */
function find(query) {
  const typed = wordsOf(query)
  const telling = typed.filter(word => !COMMON.has(word))
  const asked = [...new Set(telling.length ? telling : typed)]
  const found = new Map()
  const all = asked.map(word => {
    const here = new Map() // number of a place → {worth, words: those of the place that are meant}
    const take = (number, worth, words) => {
      const so = here.get(number) ?? { worth: 0, words: [] }
      here.set(number, { worth: Math.max(so.worth, worth), words: [...so.words, ...words] })
    }
    for (const [other, sure] of meant(word, word === typed.at(-1) && !/\s$/.test(query))) {
      for (const [number, worth] of known.get(other).at) take(number, sure * worth, [other])
    }
    const name = (short.get(word) ?? []).map(part => known.get(part).at)
    for (const number of name[0]?.keys() ?? []) {
      if (name.every(at => at.has(number))) take(number, Math.min(...name.map(at => at.get(number))) / 2, short.get(word))
    }
    return { word, here, rare: Math.log(1 + places.length / (1 + here.size)) }
  })
  const whole = all.reduce((sum, { rare }) => sum + rare, 0)
  const roots = new Set(asked.map(stem))
  for (const number of new Set(all.flatMap(({ here }) => [...here.keys()]))) {
    const { doc, title } = places[number]
    const has = all.filter(({ here }) => here.has(number))
    const share = has.reduce((sum, { rare }) => sum + rare, 0) / whole
    const worth = has.reduce((sum, { here, rare }) => sum + rare * here.get(number).worth, 0)
    const named = [...title].filter(root => roots.has(root)).length
    const same = named === title.size && named === roots.size ? 1.5 : named > 1 && named === roots.size ? 1.3 : 1
    const kind = KINDS[doc.kind ?? (doc.location.includes("#") ? "part" : "page")]
    found.set(number, {
      score: worth * share ** 2 * same * kind,
      share,
      words: has.flatMap(({ here }) => here.get(number).words),
      missing: all.filter(({ here }) => !here.has(number)).map(({ word }) => word),
    })
  }
  return found
}

/** The text with the words marked. */
function marked(text, words) {
  return text.replace(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu, part =>
    words.has(fold(part)) ? `<mark>${escaped(part)}</mark>` : escaped(part),
  )
}

/** As much of the part that has most of the words as a hit has room for. */
function teaser(doc, words) {
  const parts = doc.text.split(/<\/(?:p|li|td|th|dt|dd|h\d|pre)>/).map(part => plain(part).replace(/\s+/g, " ").trim())
  const rank = part => new Set(wordsOf(part).filter(word => words.has(word))).size
  const best = parts.filter(Boolean).reduce((one, other) => (rank(other) > rank(one) ? other : one), parts[0] ?? "")
  if (best.length <= TEASER) return best && `<p>${marked(best, words)}</p>`
  const first = [...best.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].find(([word]) => words.has(fold(word)))?.index ?? 0
  const start = first < TEASER * 0.7 ? 0 : best.lastIndexOf(" ", first - TEASER / 3) + 1
  const end = start + TEASER < best.length ? best.lastIndexOf(" ", start + TEASER) : best.length
  const shown = marked(best.slice(start, end), words)
  return `<p>${start ? "… " : ""}${shown}${end < best.length ? " …" : ""}</p>`
}

/** What each role answers to the question of a row, side by side. */
function answer({ question, answers }, words) {
  const each = answers.map(({ hue, role, short }) => {
    const said = short.length > 1 ? `<ul>${short.map(item => `<li>${marked(item, words)}</li>`).join("")}</ul>` : marked(short[0], words)
    return `<div class="hue-${hue}"><dt>${escaped(role)}</dt><dd>${said}</dd></div>`
  })
  return `<p>${escaped(question)}</p><dl class="hit">${each.join("")}</dl>`
}

function item(number, { score, words, missing }) {
  const { doc } = places[number]
  const here = new Set(words)
  const shown = new Set(wordsOf(plain(`${doc.title} ${doc.text}`)))
  return {
    location: doc.location,
    title: marked(plain(doc.title), here),
    text: doc.answers ? answer(doc, here) : teaser(doc, here),
    score,
    // The page marks the words that are true; one by which a thing is sought alone stands nowhere.
    terms: Object.fromEntries([...words.filter(word => shown.has(word)).map(word => [word, true]), ...missing.map(word => [word, false])]),
  }
}

function search(query) {
  const found = [...find(query)].sort(([, one], [, other]) => other.score - one.score)
  const best = found[0]?.[1]
  const groups = new Map()
  for (const [number, hit] of found) {
    const { page } = places[number]
    const enough = hit.score >= LEAST.score * best.score && hit.share >= LEAST.share * best.share
    if (enough) groups.set(page, [...(groups.get(page) ?? []), item(number, hit)])
  }
  for (const [page, items] of groups) {
    // The name of a page that was found by a part of it leads to that part.
    if (items[0].location === page) continue
    const own = items.findIndex(({ location }) => location === page)
    if (own > 0) items.splice(own, 1)
    items.push({ ...items[0], title: marked(plain(pages.get(page).title), new Set()), text: "", score: 0 })
  }
  return { items: [...groups.values()], suggest: suggestion(query) }
}

/** What was typed with its last word whole, as the title of most places has it. */
function suggestion(query) {
  const typed = query.toLowerCase().split(/[\s-]+/)
  const last = typed.pop()
  if (last.length < 2) return []
  if (known.has(last)) return [...typed, last]
  const whole = [...known].filter(([word]) => word.startsWith(last)).sort(([, one], [, other]) => other.at.size - one.at.size)
  return whole.length ? [...typed, whole[0][0]] : []
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) {
    setUp(data.docs)
    postMessage({ type: 1 })
  } else if (type === 2) postMessage({ type: 3, data: search(data) })
})
