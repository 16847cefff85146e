"""The figures as a table, and the page of the site that shows it.

In: results as `make bench` writes them. Out: Markdown.
"""

from __future__ import annotations

from typing import Any

BEGIN, END = "<!-- figures: written by make bench -->", "<!-- end of figures -->"

# By name: what is compared, and how to read it.
_RATIOS = {
    "headline-set-vs-satori-resvg": ("Headline set, by satori and resvg", "below 1: faster than they are"),
    "headline-set-vs-takumi": ("Headline set, by takumi", "below 1: faster"),
    "headline-set-vs-plain-savefig": ("Headline set, by plain `savefig`", "below 1: faster"),
    "cpu-of-a-build-vs-74f454a": ("All pictures from nothing, CPU time by that of commit 74f454a", "below 1: less"),
    "memory-of-a-build-vs-400-mb": ("All pictures from nothing, peak memory of a process by 400 MB", "below 1: less"),
    "worst-png-vs-74f454a": (
        "The PNG that comes off worst, size by that of 74f454a's coding",
        "at most 1: no file grows",
    ),
    "pngs-vs-74f454a": ("All PNGs, size by that of 74f454a's coding", "below 1: smaller"),
    "two-workers-vs-one": ("All pictures, one process by two", "2 would be perfect"),
    "time-per-picture-50-vs-10": ("Time a picture, of 50 by of 10", "1: grows with their number only"),
    "time-per-picture-100-vs-10": ("Time a picture, of 100 by of 10", "1: grows with their number only"),
    "time-per-picture-200-vs-10": ("Time a picture, of 200 by of 10", "1: grows with their number only"),
    "deck-vs-png": ("The deck of all slides, CPU time by that of the slides as PNGs", "0.2 is the most allowed"),
    "preview-text-vs-build": ("A saved text in the browser, by a build of it", "below 1: sooner"),
    "preview-picture-vs-build": ("A saved text of pictures too, by that build", "below 1: sooner"),
    "memory-of-a-worker-200-vs-10": ("Peak memory, after 200 pictures by after 10", "1: nothing piles up"),
}
_SIZES = {"png-3840x2160": "PNG, 3840 × 2160", "svg-gzip": "SVG, compressed with gzip"}
_DECKS = {"deck-embed": "All slides, with fonts", "deck-name": "All slides, without"}


def figures(results: dict[str, Any]) -> str:
    """The tables, and the machine that they are true of."""
    ratios, sizes = results["ratios"], results["sizes"]
    rows = [
        f"| {what} | {ratios[name]:.2f} | {reading} |" for name, (what, reading) in _RATIOS.items() if name in ratios
    ]
    files, decks = (_listed(sizes, names) for names in (_SIZES, _DECKS))
    return "\n".join(
        (
            "| What | Ratio | Reading |",
            "| --- | ---: | --- |",
            *rows,
            "",
            "| File of the headline picture | Size |",
            "| --- | ---: |",
            *files,
            "",
            *(("| Deck | Size |", "| --- | ---: |", *decks, "") if decks else ()),
            f"Measured in {results['rounds']} rounds on {_machine(results['machine'])}.",
        )
    )


def _listed(sizes: dict[str, int], names: dict[str, str]) -> list[str]:
    return [f"| {what} | {sizes[name] / 1000:.0f} kB |" for name, what in names.items() if name in sizes]


def _machine(machine: dict[str, Any]) -> str:
    node = f", Node {machine['node']}" if machine["node"] else ""
    return f"{machine['cores']} cores of {machine['kind'] or 'an unknown kind'}, Python {machine['python']}{node}"


def page(text: str, results: dict[str, Any]) -> str:
    """The page with new figures between its two markers; all else stays as it was."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{figures(results)}\n\n{END}{after}"
