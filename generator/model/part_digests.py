"""Parts of the model as hashes, each found once: what was made of a part is kept by them.

In: parts. Out: SHA-256 of all that they say.
"""

from __future__ import annotations

from generator import files
from generator.model.schema import Model, Part


class PartDigests:
    """A role is asked for by each of its comparisons, and a comparison by each of its pictures and pages."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Part, str]] = {}  # a part that is kept alive keeps its number

    def of(self, part: Part) -> str:
        """The hash of one part."""
        if id(part) not in self._known:
            self._known[id(part)] = part, files.text_digest(part.model_dump_json())
        return self._known[id(part)][1]

    def shared(self, model: Model) -> tuple[str, ...]:
        """Of what every comparison shows something: the site, the catalogue, the palette and the sources."""
        parts = (model.site, model.catalogue, model.palette)
        return (*map(self.of, parts), *(f"{id} {self.of(source)}" for id, source in model.sources.items()))
