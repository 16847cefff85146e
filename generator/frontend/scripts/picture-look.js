/* How PNG files are wanted: with twice the pixels, without a ground. In: the switches `.menu__look` of every menu, and what
   was chosen last. Out: all of them show the choice, which is kept for other pages; where nothing is stored, it holds for
   this one. */

let wanted = __md_get("pictures") ?? {}

/** Of these endings the nearest to what is wanted. */
export function nearest(endings) {
  const [clear, sharp] = [wanted.clear && "-transparent", wanted.sharp && "@2x"]
  return [clear && sharp && clear + sharp, clear, sharp, ""].map((way) => `${way}.png`).find((way) => endings.includes(way))
}

/** Calls `changed` after each choice. */
export function offer(changed) {
  const fields = [...document.querySelectorAll(".menu__look input")]
  const show = () => {
    for (const field of fields) field.checked = Boolean(wanted[field.name])
    changed()
  }
  show()
  document.addEventListener("change", ({ target }) => {
    if (!fields.includes(target)) return
    wanted = { ...wanted, [target.name]: target.checked }
    __md_set("pictures", wanted)
    show()
  })
  // A page to which a reader goes back is as it was left.
  addEventListener("pageshow", () => {
    wanted = __md_get("pictures") ?? wanted
    show()
  })
}
