/* What a comparison of any roles says. In: the files of the roles in the order of the columns, and words of the page. Out:
   rows, skills and scales as values, with no markup: the page and its picture are made of the same. */

/** Rows {id, name, question, icon, cells}; a cell is {short, details} or null. Those to which all say something come
    first; within both, rows of the comparison tables and then the lists of the roles, in the order of `lists`. */
export function rows(roles, lists, words) {
  const said = new Map(roles.flatMap(({ statements }) => statements.map(one => [one.id, one])).reverse())
  const order = [...new Set(roles.flatMap(({ statements }) => statements.map(({ id }) => id)))]
  const drawings = Object.assign({}, ...roles.map(({ icons }) => icons))
  const stated = order.map(id => {
    const { name, question, icon } = said.get(id)
    const cells = roles.map(({ statements }) => statement(statements.find(one => one.id === id)))
    return { id, name, question, icon: drawings[icon], cells }
  })
  const listed = lists.map(row => ({ ...row, question: null, cells: roles.map(role => LISTS[row.id](role, words)) }))
  const every = [...stated, ...listed].filter(({ cells }) => cells.some(Boolean))
  const whole = ({ cells }) => cells.every(Boolean)
  return [...every.filter(whole), ...every.filter(row => !whole(row))]
}

const statement = one => one && { short: [one.short], details: one.detail.length ? [["", one.detail]] : [] }

function list(items, behind) {
  if (!items.length) return null
  const details = items.map(item => [item.name, behind(item).filter(Boolean)]).filter(([, texts]) => texts.length)
  return { short: items.map(({ name }) => name), details }
}

const LISTS = {
  responsibilities: role => list(role.responsibilities.map(name => ({ name })), () => []),
  accounts: role => list(role.accounts, ({ text }) => [text]),
  metrics: role => list(role.metrics, ({ use }) => [use]),
  partners: (role, words) => list(role.partners, ({ gives, gets }) => [`${words.gives}: ${gives}`, `${words.gets}: ${gets}`]),
  career({ career }) {
    if (!career) return null
    const ladder = career.steps.map(({ title }) => title).join(" → ")
    return { short: [career.leans], details: [["", [...career.text, ladder]]] }
  },
  fit: ({ fit }) => fit && { short: [fit.title], details: [["", [...fit.text, ...fit.signs]]] },
}

/** Skills: `shared` {id, name, levels} of all roles; `own`, for each role, {name, level, use, also}: the rest, with the
    names of the other roles that have it. */
export function skills(roles) {
  const rank = ranking(roles)
  const each = roles.map(role => new Map(role.skills.map(({ id }) => [id, best(role.skills.filter(one => one.id === id), rank)])))
  const common = id => each.every(found => found.has(id))
  const shared = [...each[0].values()].filter(({ id }) => common(id))
  return {
    shared: shared.map(({ id, name }) => ({ id, name, levels: each.map(found => found.get(id).level) })),
    own: each.map((found, place) =>
      [...found.values()].filter(({ id }) => !common(id)).map(({ id, name, level, use }) => ({
        name,
        level,
        use,
        also: roles.filter((_, other) => other !== place && each[other].has(id)).map(role => role.name),
      })),
    ),
  }
}

/** Scales {name, low, high, places} on which at least two stand: those of most roles first. A place is {value,
    rationale}, or null where the role has none. */
export function scales(roles) {
  const rank = ranking(roles)
  const same = ({ id, low, high }) => JSON.stringify([id, low, high])
  const found = new Map(roles.flatMap(role => role.scales).map(scale => [same(scale), scale]).reverse())
  const order = [...new Set(roles.flatMap(role => role.scales.map(same)))]
  const count = ({ places }) => places.filter(Boolean).length
  return order
    .map(key => {
      const { name, low, high } = found.get(key)
      return { name, low, high, places: roles.map(role => best(role.scales.filter(one => same(one) === key), rank) ?? null) }
    })
    .filter(scale => count(scale) > 1)
    .sort((one, other) => count(other) - count(one))
}

/** Two comparisons may judge a role in two ways. The one that holds most of these roles has set them side by side. */
function ranking(roles) {
  const held = new Map()
  for (const { comparisons } of roles) for (const id of comparisons) held.set(id, (held.get(id) ?? 0) + 1)
  return ids => Math.max(0, ...ids.map(id => held.get(id)).filter(count => count > 1))
}

/** The first of those that rank highest. */
function best(entries, rank) {
  const worth = ({ comparison, comparisons }) => rank(comparisons ?? [comparison])
  return entries.reduce((one, other) => (one && worth(one) >= worth(other) ? one : other), undefined)
}
