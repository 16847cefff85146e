/* The search of the site, in place of the theme's worker and with its messages. In: the index (type 0), then what a
   reader types (2). Out: that it is ready (1); the pages found, the best first, each with its places (3); where what is
   needed for that could not be loaded, a mark in their place, and the next question asks for it again.

   The index has all entries, or names the folder of its parts (generator/publishing/split_index.py), of which those are
   loaded that a question is about; of what is found it shows the best, and tells how much there is.

   What a word is worth: most in a title, then in `words` (by which a thing is sought and which no page shows), least in a
   text; the more, the fewer places have it. A place that has all words comes before one that has some. Common words
   decide nothing while there are others. A word that stands nowhere, and begins none, is taken for the one that it is
   a slip of the keyboard away from. */

import { begins, close } from "./scripts/choose-slip.js"

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
// Of an index in parts: how many files one word that is asked for may take, and how many pages are shown.
const MOST = { files: 12, pages: 20 }

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

let docs = [] // entries by the number of their place; of an index in parts those that were shown
let pageOf = [] // number of a place → number of its page
let firstOf = [] // number of a page → number of its first place
let known = new Map() // each word: {root: its stem, count: places that have it, at: Map(number of a place → [what the
// word is worth there, how many words a title has that it stands in, or 0])}
let short = new Map() // an abbreviation → the words of the name that it stands for
let parts // where an index in parts has what

function add(word, number, worth, title = 0) {
  if (!known.has(word)) known.set(word, { root: stem(word), count: 0, at: new Map() })
  const entry = known.get(word)
  const [most, size] = entry.at.get(number) ?? [0, 0]
  entry.count += entry.at.has(number) ? 0 : 1
  entry.at.set(number, [Math.max(most, worth), size || title])
}

function setUp(entries) {
  parts = undefined
  ;[docs, pageOf, firstOf, known, short] = [entries, [], [], new Map(), new Map()]
  const texts = docs.map(({ text }) => wordsOf(plain(text)))
  const usual = texts.reduce((sum, words) => sum + words.length, 1) / (docs.length || 1)
  const pages = new Map()
  docs.forEach((doc, number) => {
    const page = doc.location.split("#")[0]
    if (!pages.has(page)) pages.set(page, firstOf.push(number) - 1)
    pageOf.push(pages.get(page))
    const kind = KINDS[doc.kind ?? (doc.location.includes("#") ? "part" : "page")]
    const title = wordsOf(plain(doc.title))
    const telling = title.filter(word => !COMMON.has(word))
    const naming = new Set(telling.length ? telling : title)
    const size = new Set([...naming].map(stem)).size
    if (doc.kind === "role" && title.length > 1) {
      for (const [word, ...more] of (doc.words ?? []).map(wordsOf)) if (!more.length) short.set(word, title)
    }
    const counts = new Map()
    for (const word of texts[number]) counts.set(word, (counts.get(word) ?? 0) + 1)
    const length = 0.4 + (0.6 * texts[number].length) / usual
    for (const [word, count] of counts) add(word, number, ((2.2 * count) / (count + 1.2 * length)) * kind)
    for (const word of (doc.words ?? []).flatMap(wordsOf)) add(word, number, 4 * kind)
    for (const word of title) add(word, number, (6 / (1 + 0.2 * telling.length)) * kind, naming.has(word) ? size : 0)
  })
}

/* --- an index in parts --- */

/** A part, asked for once; once more if it did not come. */
function read(name, { folder, loads } = parts) {
  const load = async () => {
    const answer = await fetch(new URL(`${folder}/${name}.json`, location))
    if (!answer.ok) throw new Error(`${answer.status} ${name}`)
    return answer.json()
  }
  if (!loads.has(name)) loads.set(name, load().catch(error => (loads.delete(name), Promise.reject(error))))
  return loads.get(name)
}

async function setUpParts(folder) {
  const next = { folder, loads: new Map() }
  const about = await read("words", next)
  parts = next
  const files = about.hits.flatMap((count, file) => Array.from({ length: count }, (_, index) => ({ file, index })))
  ;[docs, firstOf, known] = [[], [], new Map()]
  about.words.split(" ").forEach((word, number) => {
    known.set(word, { root: stem(word), count: about.counts[number], number, ...files[number], at: new Map() })
  })
  pageOf = about.pages.flatMap((count, page) => Array(count).fill(page))
  pageOf.forEach((page, number) => (firstOf[page] ??= number))
  short = new Map(Object.entries(about.short))
  parts.pages = about.parts.flatMap((count, file) => Array(count).fill(file))
}

function take({ at }, [steps, worths, titles = []]) {
  const numbers = []
  steps.reduce((number, step) => (numbers.push(number + step), number + step), 0)
  numbers.forEach((number, index) => at.set(number, [worths[index] / 1000, 0]))
  for (let pair = 0; pair < titles.length; pair += 2) at.get(numbers[titles[pair]])[1] = titles[pair + 1]
}

/** Of the words that may be meant by one, the surest, of no more files than may be loaded for it. */
function within(meant) {
  if (!parts) return meant
  const files = new Set()
  const reached = ({ file }) => files.has(file) || (files.size < MOST.files && files.add(file))
  return new Map([...meant].sort(([, one], [, other]) => other - one).filter(([word]) => reached(known.get(word))))
}

/** Where these words stand; `all` of them at all places, too, at which they are not worth most. */
async function loadHits(words, all) {
  const each = async word => {
    const entry = known.get(word)
    if (!entry.at.size) take(entry, (await read(`hits-${entry.file}`))[entry.index])
    if (all.has(word) && entry.at.size < entry.count) take(entry, await read(`more-${entry.number}`))
  }
  if (parts) await Promise.all([...words].map(each))
}

async function loadDocs(pages) {
  const each = async page => {
    if (docs[firstOf[page]]) return
    const file = await read(`pages-${parts.pages[page]}`)
    file[page - parts.pages.indexOf(parts.pages[page])].forEach((doc, index) => (docs[firstOf[page] + index] = doc))
  }
  if (parts) await Promise.all([...pages].map(each))
}

/* --- answers --- */

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
  return new Map([...known.keys()].filter(other => begins(other, word)).map(other => [other, 0.3]))
}

/** Each place that has one of the words, with its score, and the words that it has and lacks; whether these are all. */
async function find(query) {
  const typed = wordsOf(query)
  const telling = typed.filter(word => !COMMON.has(word))
  const asked = [...new Set(telling.length ? telling : typed)]
  let whole = true
  const meanings = asked.map(word => {
    const may = meant(word, word === typed.at(-1) && !/\s$/.test(query))
    const meaning = within(may)
    whole &&= meaning.size === may.size
    return { word, meaning, name: short.get(word) ?? [] }
  })
  const names = meanings.flatMap(({ name }) => name)
  const words = meanings.flatMap(({ meaning }) => [...meaning])
  const sure = words.filter(([, sure]) => asked.length > 1 && sure >= 0.6)
  await loadHits(new Set([...names, ...words.map(([word]) => word)]), new Set([...names, ...sure.map(([word]) => word)]))
  whole &&= words.every(([word]) => known.get(word).at.size === known.get(word).count)
  const roots = new Set(asked.map(stem))
  const titles = new Map() // number of a place → {size: words of its title, named: those of them that are asked for}
  const all = meanings.map(({ word, meaning, name }) => {
    const here = new Map() // number of a place → {worth, words: those of the place that are meant}
    const take = (number, worth, words) => {
      const so = here.get(number) ?? { worth: 0, words: [] }
      here.set(number, { worth: Math.max(so.worth, worth), words: [...so.words, ...words] })
    }
    for (const [other, sure] of meaning) {
      const { root, at } = known.get(other)
      for (const [number, [worth, size]] of at) {
        take(number, sure * worth, [other])
        if (!size || !roots.has(root)) continue
        if (!titles.has(number)) titles.set(number, { size, named: new Set() })
        titles.get(number).named.add(root)
      }
    }
    const [first, ...rest] = name.map(part => known.get(part).at)
    for (const [number, [worth]] of first ?? []) {
      if (!rest.every(at => at.has(number))) continue
      take(number, Math.min(worth, ...rest.map(at => at.get(number)[0])) / 2, name)
    }
    // Of an index in parts not all places of a word may be here.
    const size = Math.max(here.size, ...[...meaning.keys()].map(other => known.get(other).count))
    return { word, here, rare: Math.log(1 + pageOf.length / (1 + size)) }
  })
  const most = all.reduce((sum, { rare }) => sum + rare, 0)
  const found = new Map()
  for (const number of new Set(all.flatMap(({ here }) => [...here.keys()]))) {
    const has = all.filter(({ here }) => here.has(number))
    const share = has.reduce((sum, { rare }) => sum + rare, 0) / most
    const worth = has.reduce((sum, { here, rare }) => sum + rare * here.get(number).worth, 0)
    const named = titles.get(number)?.named.size ?? 0
    const every = named === roots.size
    const same = every && named === titles.get(number)?.size ? 1.5 : every && named > 1 ? 1.3 : 1
    found.set(number, {
      score: worth * share ** 2 * same,
      share,
      words: has.flatMap(({ here }) => here.get(number).words),
      missing: all.filter(({ here }) => !here.has(number)).map(({ word }) => word),
    })
  }
  return { found, whole }
}

/** The text with the words marked. */
function marked(text, words) {
  return text.replace(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu, part =>
    words.has(fold(part)) ? `<mark>${escaped(part)}</mark>` : escaped(part),
  )
}

/** What a hit is called; in a catalogue many things have one name, and belong to one comparison each. */
function named({ title, of }, words) {
  return marked(plain(title), words) + (of ? ` <small>${escaped(plain(of))}</small>` : "")
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
  const doc = docs[number]
  const here = new Set(words)
  const shown = new Set(wordsOf(plain(`${doc.title} ${doc.text}`)))
  return {
    location: doc.location,
    title: named(doc, here),
    text: doc.answers ? answer(doc, here) : teaser(doc, here),
    score,
    // The page marks the words that are true; one by which a thing is sought alone stands nowhere.
    terms: Object.fromEntries([...words.filter(word => shown.has(word)).map(word => [word, true]), ...missing.map(word => [word, false])]),
  }
}

async function search(query) {
  const { found: places, whole } = await find(query)
  const found = [...places].sort(([, one], [, other]) => other.score - one.score)
  const best = found[0]?.[1]
  const groups = new Map()
  const pages = new Set()
  for (const [number, hit] of found) {
    const page = pageOf[number]
    const enough = hit.score >= LEAST.score * best.score && hit.share >= LEAST.share * best.share
    const room = groups.has(page) || !parts || groups.size < MOST.pages
    if (enough) pages.add(page)
    if (enough && room) groups.set(page, [...(groups.get(page) ?? []), [number, hit]])
  }
  await loadDocs(groups.keys())
  const items = [...groups].map(([page, hits]) => group(docs[firstOf[page]], hits))
  // The theme counts what it gets, and passes nothing on to its page but hits: the first one tells how many there are.
  if (items.length && (items.length < pages.size || !whole)) {
    const [first, ...others] = items[0]
    const told = `<data class="found" value="${pages.size}"${whole ? "" : " data-more"} hidden></data>`
    items[0] = [{ ...first, title: first.title + told }, ...others]
  }
  return { items, suggest: suggestion(query) }
}

/** The hits of a page. */
function group(first, hits) {
  const items = hits.map(([number, hit]) => item(number, hit))
  const page = first.location.split("#")[0]
  // The name of a page that was found by a part of it leads to that part.
  if (items[0].location === page) return items
  const own = items.findIndex(({ location }) => location === page)
  if (own > 0) items.splice(own, 1)
  return [...items, { ...items[0], title: named(first, new Set()), text: "", score: 0 }]
}

/** What was typed with its last word whole, as the title of most places has it. */
function suggestion(query) {
  const typed = query.toLowerCase().split(/[\s-]+/)
  const last = typed.pop()
  if (last.length < 2) return []
  if (known.has(last)) return [...typed, last]
  const whole = [...known].filter(([word]) => word.startsWith(last)).sort(([, one], [, other]) => other.count - one.count)
  return whole.length ? [...typed, whole[0][0]] : []
}

/* --- messages --- */

// What the page shows in words of its own (found-count.js): the theme passes nothing on to it but hits.
const LOST = { items: [[{ location: "", title: "<data class=lost></data>", text: "", score: 0, terms: {} }]], suggest: [] }

let newest = 0
let ready = false // there is an index

async function begin({ config, docs }) {
  if (config?.split) await setUpParts(config.split)
  else setUp(docs)
  ready = true
}

/** Parts that are there no longer: a new site has taken the place of the one that this page is of. */
async function renew() {
  const index = await fetch(new URL("../../search/search_index.json", location), { cache: "no-cache" })
  await begin(await index.json())
}

async function answerTo(query) {
  const number = ++newest
  const again = () => renew().then(() => search(query))
  const found = await (ready ? search(query).catch(again) : again()).catch(() => LOST)
  if (number === newest) postMessage({ type: 3, data: found }) // whoever types on waits for the last answer alone
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) {
    await begin(data).catch(renew).catch(() => {}) // the first question tries again, and tells
    postMessage({ type: 1 })
  } else if (type === 2) await answerTo(data)
})
