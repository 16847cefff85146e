"""Whether anything changed since the last build, without reading more than bytes and file times.

In: a project. Out: yes or no. Imports nothing that takes time, so that a build with nothing
to do ends at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

import generator
from generator import files
from generator.manifest import generated, handwritten
from generator.problems import OutputError
from generator.project import Project
from generator.publishing import build_info
from generator.surroundings import source_date_epoch


class State:
    """What the last build of this project was made from and what it left behind."""

    def __init__(self, project: Project, *, publish: bool) -> None:
        self.project, self.publish = project, publish
        where = "\n".join(str(path.resolve()) for path in (project.content, project.docs, project.site, project.config))
        name = hashlib.sha256(os.fsencode(where)).hexdigest()[:16]
        self.file = project.cache / f"state-{name}.json"

    def current(self) -> bool:
        """Whether the same inputs have been built and the outputs are as that build left them."""
        return self._last.get("inputs") == self.inputs and (
            self.site_current() if self.publish else self._docs_current()
        )

    def site_current(self) -> bool:
        """Whether the site was published from docs/ and the configuration as they are now, and nobody touched it."""
        last = self._last
        return (
            bool(last.get("site"))
            and self._docs_current()
            and last.get("config") == self._config
            and last["site"] == files.stamps(self.project.site)
        )

    def _docs_current(self) -> bool:
        return bool(self._last.get("docs") == files.stamps(self.project.docs))

    def save(self) -> None:
        """Note the inputs and outputs as they are now. A site that is older than changed docs is not current."""
        docs = files.stamps(self.project.docs)
        if self.publish:
            site, config = files.stamps(self.project.site), self._config
        else:
            unchanged = docs == self._last.get("docs")
            site, config = self._last.get("site", {}) if unchanged else {}, self._last.get("config", "")
        state = {"inputs": self.inputs, "docs": docs, "site": site, "config": config}
        files.write(self.file, json.dumps(state).encode())

    @cached_property
    def inputs(self) -> str:
        """Everything that decides what is generated and published, as one hash."""
        package = Path(generator.__file__).parent
        found = {f"content/{name}": path for name, path in files.tree(self.project.content).items()}
        found |= {f"generator/{name}": path for name, path in files.tree(package).items()}
        return files.digest([("versions", _versions()), ("config", self._config.encode()), *_read(found)])

    @cached_property
    def _config(self) -> str:
        """What decides how docs/ becomes a site: MkDocs' configuration, the theme's overrides, hand-written pages."""
        found = {"config": self.project.config} | files.tree(self.project.overrides)
        by_hand = handwritten(self.project.docs, self._generated).items()
        found |= {f"docs/{name}": path for name, path in by_hand}
        return files.digest([("versions", _versions()), *_read(found)])

    @cached_property
    def _generated(self) -> tuple[str, ...]:
        try:
            return generated(self.project.docs)
        except OutputError:  # the list is damaged: a build says so
            return ()

    @cached_property
    def _last(self) -> dict[str, Any]:
        try:
            last = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return last if isinstance(last, dict) else {}


def _read(found: dict[str, Path]) -> list[tuple[str, bytes]]:
    return [(name, path.read_bytes()) for name, path in sorted(found.items()) if path.is_file()]


def _versions() -> bytes:
    return repr((sys.version, build_info.versions(), source_date_epoch())).encode()
