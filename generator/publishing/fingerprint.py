"""Whether anything changed since the last build, without reading more than inputs and file times.

In: a project. Out: yes or no. Imports nothing that takes time, so that a build with nothing
to do ends at once: what MkDocs' configuration names is remembered from the last build, and as long as the configuration
is the same, so is that.
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
from generator.manifest import generated
from generator.problems import OutputError
from generator.project import Project
from generator.publishers import DEFAULT, PUBLISHERS, Publisher
from generator.publishing import build_info, config_inputs
from generator.publishing.config_inputs import ConfigInputs
from generator.shipped import decisive
from generator.surroundings import source_date_epoch


class State:
    """What the last build of this project was made from and what it left behind."""

    def __init__(self, project: Project, *, publish: bool, asked: str | None = None) -> None:
        """`asked` is the publisher that the command names, if it names one."""
        self.project, self.publish, self.asked = project, publish, asked
        self.publisher: Publisher | None = None  # known when the content has been read
        where = "\n".join(str(path.resolve()) for path in (project.content, project.docs, project.site, project.config))
        self._name = hashlib.sha256(os.fsencode(where)).hexdigest()[:16]
        self.file = self.kept("state")
        self._config_digest = self._inputs_digest = ""
        self._configs: dict[ConfigInputs, str] = {}

    def kept(self, what: str) -> Path:
        """A file in which something is kept from one build of this project to the next."""
        return self.project.cache / f"{what}-{self._name}.json"

    def current(self) -> bool:
        """Whether the same inputs have been built and the outputs are as that build left them."""
        named = self._remembered
        return (
            named is not None
            and self._last.get("inputs") == self._with(self._publisher, self._inputs(named))
            and self._docs_stamp == self._last.get("docs")
            and (not self.publish or (self._docs_stamp == self._last.get("published") and self._as_published(named)))
        )

    def read(self) -> None:
        """Note the inputs as they are before anything is made of them."""
        self._config_digest, self._inputs_digest = self._config(self._named), self._inputs(self._named)

    def site_current(self) -> bool:
        """Whether the site was published from docs/ and the configuration as they are now, and nobody touched it."""
        named, published = self._remembered, self._last.get("published")
        return named is not None and published == _stamp(self.project.docs) and self._as_published(named)

    def site_renewable(self) -> bool:
        """Whether the site was published with the configuration as it is now, nobody touched it, and what is kept of
        its pages is about it.
        """
        named, kept = self._remembered, self._kept_pages()
        return named is not None and bool(kept) and self._last.get("pages") == kept and self._as_published(named)

    def _kept_pages(self) -> str:
        """The hash of what the publisher kept; empty: nothing."""
        try:
            return files.sha256(self.kept("pages").read_bytes())
        except OSError:
            return ""

    def _as_published(self, named: ConfigInputs) -> bool:
        config = self._with(self._publisher, self._config(named))
        return self._last.get("config") == config and self._last.get("site") == _stamp(self.project.site)

    def save(self) -> None:
        """Remember the inputs as they were read and the outputs as they are now. A site that is older than changed docs
        is not current.
        """
        if not self._inputs_digest:
            self.read()
        docs = _stamp(self.project.docs)
        state: dict[str, Any] = {name: self._last.get(name, "") for name in ("published", "site", "config", "pages")}
        if self.publish:
            config = self._with(self._publisher, self._config_digest)
            state = {"published": docs, "site": _stamp(self.project.site), "config": config}
            state["pages"] = self._kept_pages()
        state |= {"inputs": self._with(self._publisher, self._inputs_digest), "docs": docs}
        state |= {"named": self._named.as_json(), "publisher": self._publisher.name}
        files.write(self.file, json.dumps(state).encode())

    def _with(self, publisher: Publisher, digest: str) -> str:
        """What was made by this publisher from such inputs."""
        told = (publisher.name, build_info.versions(publisher) if publisher.installed else {})
        return files.digest([("inputs", digest.encode()), ("publisher", repr(told).encode())])

    @property
    def _publisher(self) -> Publisher:
        """As long as the content is the same and the same is asked for, the one of the last build."""
        return self.publisher or PUBLISHERS.get(self._last.get("publisher", ""), PUBLISHERS[DEFAULT])

    def _inputs(self, named: ConfigInputs) -> str:
        """Everything that decides what is generated and published, as one hash."""
        package = Path(generator.__file__).parent
        found = {f"content/{name}": path for name, path in files.tree(self.project.content).items()}
        found |= {f"generator/{name}": path for name, path in files.tree(package).items()}
        return files.digest(
            [
                ("versions", self._versions),
                ("asked", repr(self.asked).encode()),
                ("config", self._config(named).encode()),
                *_read(found),
            ]
        )

    def _config(self, named: ConfigInputs) -> str:
        """What decides how docs/ becomes a site: MkDocs' configuration, what it names, pages by hand. Read once."""
        if named not in self._configs:
            found = {"config": self.project.settings} | named.files(self.project, self._generated)
            found |= {f"docs/{name}": self.project.docs / name for name in self._docs.keys() - set(self._generated)}
            for place in decisive():
                inside = files.tree(place) if place.is_dir() else {"": place}
                found |= {f"shipped/{place.name}/{name}": path for name, path in inside.items()}
            parts = [("versions", self._versions), ("environment", named.values()), *_read(found)]
            self._configs[named] = files.digest(parts)
        return self._configs[named]

    @cached_property
    def _versions(self) -> bytes:
        return repr((sys.version, source_date_epoch())).encode()

    @cached_property
    def _docs(self) -> dict[str, os.stat_result]:
        """As they are before a build."""
        return files.stats(self.project.docs)

    @cached_property
    def _docs_stamp(self) -> str:
        return files.stamp(self._docs)

    @cached_property
    def _named(self) -> ConfigInputs:
        return config_inputs.find(self.project, self._generated)

    @cached_property
    def _remembered(self) -> ConfigInputs | None:
        return ConfigInputs.remembered(self._last.get("named"))

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


def _stamp(folder: Path) -> str:
    return files.stamp(files.stats(folder))


def _read(found: dict[str, Path]) -> list[tuple[str, bytes]]:
    return [(name, path.read_bytes()) for name, path in sorted(found.items()) if path.is_file()]
