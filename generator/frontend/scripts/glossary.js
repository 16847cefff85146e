/* The filter of the glossary. In: what is typed. Out: terms that have all of its words, and letters that have such terms.
   Without this script the field stays hidden and every term is there. */

const box = document.querySelector(".letters")
const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

function start(input, status) {
  let letter
  const terms = [...document.querySelectorAll(".term")].map(term => {
    letter = term.querySelector("[id^=letter-]")?.id ?? letter
    return { term, letter, text: plain(term.textContent) }
  })
  const show = () => {
    const words = plain(input.value).split(/\s+/)
    const found = terms.filter(({ text }) => words.every(word => text.includes(word)))
    for (const each of terms) each.term.hidden = !found.includes(each)
    for (const link of box.querySelectorAll("a")) {
      link.parentElement.hidden = !found.some(each => link.hash === `#${each.letter}`)
    }
    status.textContent = input.value.trim() && `${found.length} ${status.dataset.of}`
  }
  const showAll = () => {
    if (!document.getElementById(location.hash.slice(1))?.closest(".term[hidden]")) return
    input.value = ""
    show()
    document.getElementById(location.hash.slice(1)).scrollIntoView()
  }
  input.addEventListener("input", show)
  addEventListener("hashchange", showAll) // a link leads to a term that is filtered away
  show() // browsers keep what was typed
  input.parentElement.hidden = false
}

if (box) start(box.querySelector("input"), box.querySelector("[role=status]"))
