/* The roles as data: data/roles/index.json and a file each. In: the address of the site's first page, relative to this
   one. Out: the list, and files of single roles; each is asked for once, and again only where it did not come. */

export function library(home) {
  const [, root, file] = /^(.*\/)?([^/]*)$/.exec(home)
  const asked = new Map()

  function get(name) {
    if (!asked.has(name)) asked.set(name, read(`${root}data/roles/${name}.json`))
    asked.get(name).catch(() => asked.delete(name))
    return asked.get(name)
  }

  return {
    list: async () => indexed(await get("index")),
    role: id => get(id),
    page: address => root + address + file,
  }
}

async function read(source) {
  const answer = await fetch(source)
  if (!answer.ok) throw new Error(answer.statusText)
  return answer.json()
}

/** The list with families by their names and its roles by what they are called today; `known` finds them by what they were called, too. */
function indexed({ roles: found, comparisons, families }) {
  const roles = found.map(role => ({ ...role, family: families[role.family] ?? "" }))
  const byId = new Map(roles.map(role => [role.id, role]))
  const former = new Map(roles.flatMap(role => role.formerly.map(id => [id, role])))
  return { roles, comparisons, known: id => byId.get(id) ?? former.get(id) }
}

/** The comparison that editors wrote of these roles and no others, in whatever order. */
export function edited({ comparisons }, ids) {
  return comparisons.find(({ roles }) => roles.length === ids.length && roles.every(id => ids.includes(id)))
}
