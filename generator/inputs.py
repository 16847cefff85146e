"""Whether anything changed since the last build, without reading more than bytes and file times.

In: the folders of a build. Out: yes or no. Imports nothing that takes time, so that a build with nothing
to do ends at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import files, imprint

if TYPE_CHECKING:
    from generator.build import Folders


class State:
    """What the last build of these folders was made from and what it left behind."""

    def __init__(self, folders: Folders, *, publish: bool) -> None:
        self.folders, self.publish = folders, publish
        where = "\n".join(str(path.resolve()) for path in (folders.content, folders.docs, folders.site, folders.config))
        name = hashlib.sha256(where.encode()).hexdigest()[:16]
        self.file = folders.cache / f"state-{name}.json"

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
            and last["site"] == files.stamps(self.folders.site)
        )

    def _docs_current(self) -> bool:
        return bool(self._last.get("docs") == files.stamps(self.folders.docs))

    def remember(self) -> None:
        """Note the inputs and outputs as they are now. A site that is older than changed docs is not current."""
        docs = files.stamps(self.folders.docs)
        if self.publish:
            site, config = files.stamps(self.folders.site), self._config
        else:
            unchanged = docs == self._last.get("docs")
            site, config = self._last.get("site", {}) if unchanged else {}, self._last.get("config", "")
        state = {"inputs": self.inputs, "docs": docs, "site": site, "config": config}
        files.write(self.file, json.dumps(state).encode())

    @cached_property
    def inputs(self) -> str:
        """Everything that decides what is generated and published, as one hash."""
        generated = self._generated
        found = {f"content/{name}": path for name, path in files.tree(self.folders.content).items()}
        found |= {f"generator/{name}": path for name, path in files.tree(Path(__file__).parent).items()}
        docs = files.tree(self.folders.docs)
        found |= {f"docs/{name}": path for name, path in docs.items() if name not in generated}
        return files.digest([("versions", _versions()), ("config", self._config.encode()), *_read(found)])

    @cached_property
    def _config(self) -> str:
        """What decides how docs/ becomes a site: MkDocs' configuration, the theme's overrides, hand-written pages."""
        root = self.folders.config.resolve().parent
        found = {"config": self.folders.config} | files.tree(root / "overrides")
        generated = self._generated
        docs = files.tree(self.folders.docs)
        found |= {f"docs/{name}": path for name, path in docs.items() if name not in generated}
        return files.digest([("versions", _versions()), *_read(found)])

    @cached_property
    def _generated(self) -> set[str]:
        try:
            return set(json.loads((self.folders.docs / ".manifest.json").read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return set()

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
    return repr((sys.version, imprint.versions(), os.environ.get("SOURCE_DATE_EPOCH"))).encode()


def cores() -> int:
    """How many processes can work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
