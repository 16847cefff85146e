"""How Chromium is started, whoever starts it, and where it has put what it shows."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Chromium looks up hosts of its maker at every start; nothing here needs the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

RECTANGLES = """selectors => {
  document.getAnimations().forEach(animation => animation.finish())
  return selectors.flatMap(selector => [...document.querySelectorAll(selector)]).map(element => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  })
}"""
# Words of the elements of a selector that stand on more than one line.
BROKEN = """selector => [...document.querySelectorAll(selector)].flatMap(element => {
  const found = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), broken = []
  while (found.nextNode()) {
    for (const { 0: word, index } of found.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange()
      range.setStart(found.currentNode, index)
      range.setEnd(found.currentNode, index + word.length)
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word)
    }
  }
  return broken
})"""
# The first has no window, nor what is around a page: it shows pages in two thirds of the time.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The Chromium of this machine."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def rectangles(page: Page, *selectors: str) -> list[dict[str, float]]:
    """Where the elements of each selector are in the window, in CSS pixels: all at one moment, and when nothing slides
    into place any more. Two measurements, one after the other, would compare two moments.
    """
    found: list[dict[str, float]] = page.evaluate(RECTANGLES, selectors)
    return found
