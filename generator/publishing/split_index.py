"""A search index in parts, of which a browser loads those that a question is about.

In: the entries of the finished index. Out: the files of the parts, by their names, and all entries again from them.
What each word is worth at each place is reckoned here as generator/frontend/search.js reckons it for a whole index.

- `words.json`: every word in order, and how many places have it; how many words each file of hits has, how many pages
  each file of pages, how many places each page; the abbreviations of roles.
- `hits-<number>.json`: for each of some words that follow one another, the places that it is worth most at.
- `more-<number of a word>.json`: the other places of a word that many have; asked for together with other words only.
- `pages-<number>.json`: the entries of some pages that follow one another.

Places are numbered in the order of the entries. Hits are lists of equal length, of steps from one place to the next and
of thousandths; then, for hits by a title, pairs of a position in these lists and how many words that title has.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator import files
from generator.publishing.search_words import COMMON, KINDS, plain, stem, words_of

Found = Mapping[str, Any]
PLACE = "assets/javascripts"  # of the folder of parts
SPLIT = "split"  # names it in the configuration of an index
BEST = 2_000  # places of a word in its file of hits
_HITS = 16_000  # characters of a file
_PAGES = 8_000
_THOUSAND = 1_000


def split(entries: Sequence[Found]) -> tuple[str, dict[str, bytes]]:
    """The name of a folder, which is new with each other content, and the parts in it."""
    numbered = _by_page(entries)
    places = [entry for page in numbered for entry in page]
    words = _Words(places)
    hits, more = [], {}
    counts = []
    for number, word in enumerate(sorted(words.known)):
        all_hits = words.hits(word)
        counts.append(len(all_hits))
        best = all_hits
        if len(all_hits) > BEST:
            ranked = sorted(all_hits, key=lambda hit: (-hit[1], hit[0]))
            best = sorted(ranked[:BEST])
            more[f"more-{number}.json"] = _json(_columns(sorted(ranked[BEST:])))
        hits.append(_json(_columns(best)))
    hit_files = list(_filled(hits, _HITS))
    page_files = list(_filled([_json(page) for page in numbered], _PAGES))
    about = {
        "counts": counts,
        "hits": [len(file) for file in hit_files],
        "pages": [len(page) for page in numbered],
        "parts": [len(file) for file in page_files],
        "short": _abbreviations(places),
        "words": " ".join(sorted(words.known)),
    }
    found = {"words.json": _json(about), **more}
    found |= {f"hits-{number}.json": _list(file) for number, file in enumerate(hit_files)}
    found |= {f"pages-{number}.json": _list(file) for number, file in enumerate(page_files)}
    return f"search-{files.digest(sorted(found.items()))[:8]}", found


def joined(read: Callable[[str], bytes]) -> list[dict[str, Any]]:
    """All entries again, by what gives the bytes of a part."""
    parts: Sequence[int] = json.loads(read("words.json"))["parts"]
    files_of_pages = (json.loads(read(f"pages-{number}.json")) for number in range(len(parts)))
    return [entry for pages in files_of_pages for page in pages for entry in page]


class _Words:
    """Every word of the index and where it stands; `places` are the entries."""

    def __init__(self, places: Sequence[Found]) -> None:
        self._at: dict[str, array[int]] = defaultdict(lambda: array("I"))  # a place and how often, in turn
        self._named: dict[str, dict[int, float]] = defaultdict(dict)  # by the title and by words that no page shows
        self._titles: dict[str, dict[int, int]] = defaultdict(dict)  # how many words the title has
        self._kinds = [_kind(entry) for entry in places]
        lengths = []
        for number, entry in enumerate(places):
            text = words_of(plain(entry["text"]))
            lengths.append(len(text))
            for word, count in Counter(text).items():
                self._at[word].extend((number, count))
            self._name(number, entry)
        usual = (sum(lengths) + 1) / (len(places) or 1)
        self._lengths = [0.4 + 0.6 * length / usual for length in lengths]

    def _name(self, number: int, entry: Found) -> None:
        for name in entry.get("words", ()):
            for word in words_of(name):
                self._named[word][number] = 4
        title = words_of(plain(entry["title"]))
        telling = [word for word in title if word not in COMMON]
        worth = 6 / (1 + 0.2 * len(telling))
        for word in title:
            self._named[word][number] = max(worth, self._named[word].get(number, 0))
        size = len({stem(word) for word in telling or title})
        for word in telling or title:
            self._titles[word][number] = size

    @property
    def known(self) -> set[str]:
        return self._at.keys() | self._named.keys()

    def hits(self, word: str) -> list[tuple[int, int, int]]:
        """Each place, what the word is worth there, and the size of a title that has it; in the order of places."""
        pairs = self._at.get(word, ())
        worth = {
            place: 2.2 * count / (count + 1.2 * self._lengths[place])
            for place, count in zip(pairs[::2], pairs[1::2], strict=True)
        }
        for place, named in self._named.get(word, {}).items():
            worth[place] = max(named, worth.get(place, 0))
        titles = self._titles.get(word, {})
        return [
            (place, int(worth[place] * self._kinds[place] * _THOUSAND + 0.5), titles.get(place, 0))
            for place in sorted(worth)
        ]


def _kind(entry: Found) -> float:
    return KINDS[entry.get("kind") or ("part" if "#" in entry["location"] else "page")]


def _by_page(entries: Iterable[Found]) -> list[list[Found]]:
    pages: dict[str, list[Found]] = {}
    for entry in entries:
        pages.setdefault(entry["location"].partition("#")[0], []).append(entry)
    return list(pages.values())


def _columns(hits: Sequence[tuple[int, int, int]]) -> list[list[int]]:
    steps = [place - before for before, (place, _, _) in zip([0, *(hit[0] for hit in hits)], hits, strict=False)]
    titles = [number for index, (_, _, size) in enumerate(hits) if size for number in (index, size)]
    return [steps, [worth for _, worth, _ in hits], *([titles] if titles else [])]


def _abbreviations(places: Iterable[Found]) -> dict[str, list[str]]:
    """What stands for the name of a role."""
    return {
        short[0]: title
        for entry in places
        if entry.get("kind") == "role" and len(title := words_of(plain(entry["title"]))) > 1
        for short in map(words_of, entry.get("words", ()))
        if len(short) == 1
    }


def _filled(texts: Iterable[bytes], most: int) -> Iterator[list[bytes]]:
    """Texts that follow one another, together as long as none of them makes a file longer than that."""
    file: list[bytes] = []
    length = 0
    for text in texts:
        if file and length + len(text) > most:
            yield file
            file, length = [], 0
        file.append(text)
        length += len(text)
    if file:
        yield file


def _list(texts: Iterable[bytes]) -> bytes:
    return b"[%b]" % b",".join(texts)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
