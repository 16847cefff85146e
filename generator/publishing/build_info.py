"""What a site is and what made it, as a file of the site.

In: the folder of a finished site. Out: the bytes of data/build.json.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator import files
from generator.publishers import Publisher
from generator.surroundings import version

FILE = "data/build.json"
MODEL = "data/model.json"
# What has a say in the bytes of a site. Python has none: whichever runs these, the files are the same. Nor has anything
# that differs from one machine to the next, such as the day of the build.
_COMMON = (
    "deflate",
    "fonttools",
    "jinja2",
    "markdown",
    "matplotlib",
    "mkdocs-material",
    "numpy",
    "pillow",
    "pydantic",
    "pygments",
    "pymdown-extensions",
    "pyyaml",
    "uharfbuzz",
    "visavis",
)


def versions(publisher: Publisher) -> dict[str, str]:
    """The version of every package that decides what is published, by its name."""
    return {name: version(name) for name in sorted((*_COMMON, *publisher.packages))}


def build_info(site: Path, publisher: Publisher, digests: files.Digests) -> bytes:
    """`{model, versions, files: [{path, bytes, sha256}]}`, in order of path.

    `model` is the SHA-256 of data/model.json. Every published file is listed but this one, which cannot hold its own
    hash, and hidden ones, which are for hosts.
    """
    found = {name: each for name, each in files.stats(site).items() if name != FILE}
    hashes = {name: digests.of(site / name, each) for name, each in found.items()}
    listed = [{"path": name, "bytes": found[name].st_size, "sha256": hashes[name]} for name in sorted(found)]
    value: dict[str, Any] = {"model": hashes[MODEL], "versions": versions(publisher), "files": listed}
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
