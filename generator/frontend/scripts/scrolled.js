/* A table that is wider than its place scrolls sideways in a frame of the theme's, which the keyboard reaches as well. The
   theme has made the frames when all is loaded. */

function reach() {
  for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0
    else frame.removeAttribute("tabindex")
  }
}

addEventListener("load", reach)
addEventListener("resize", reach)
