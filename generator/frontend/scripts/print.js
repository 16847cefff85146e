/* The button that prints the page, without this script hidden. And pictures that are lazy and not there yet: WebKit, which
   alone knows of hanging marks, prints their places empty and waits for nothing. What a request that is waited for brings
   stands in for them on paper, apart from the page in a tree of its own, since the ids of two pictures are alike. */

const OTHERS = ".only-dark *, .against-system *, a:has(+ .on-paper, + a + .on-paper) *"
const standIns = new Map()

function drawn(address) {
  const request = new XMLHttpRequest()
  request.open("GET", address, false)
  request.send()
  return new DOMParser().parseFromString(request.responseText, "image/svg+xml").documentElement
}

function standIn(image) {
  const [frame, picture] = [document.createElement("span"), drawn(image.src)]
  frame.className = `stand-in ${image.className}`
  picture.style.cssText = "display: block; height: auto; max-height: inherit; width: 100%"
  frame.attachShadow({ mode: "open" }).append(picture)
  image.replaceWith(frame)
  standIns.set(frame, image)
}

for (const button of document.querySelectorAll("[data-do=print]")) {
  button.addEventListener("click", () => print())
  button.hidden = false
}

if (CSS.supports("hanging-punctuation: first")) {
  addEventListener("beforeprint", () => {
    for (const image of document.querySelectorAll(".md-content [loading=lazy][src$='.svg']")) {
      if (!image.naturalWidth && !image.matches(OTHERS)) standIn(image)
    }
  })
  addEventListener("afterprint", () => {
    for (const [frame, image] of standIns) frame.replaceWith(image)
    standIns.clear()
  })
}
