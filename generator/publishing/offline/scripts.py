"""Scripts as they are without a server: a browser refuses modules, workers and `import` there.

In: the text of a script. Out: one that runs as any script does, and does the same by frontend/offline.js.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from generator.publishing import split_index
from generator.publishing.offline.links import page_of

_MODULE = re.compile(r"^\s*(import\b(?!\s*\()|export\b)", re.MULTILINE)
# What a script loads later, and where an address leaves the page: for the clipboard, and on a memo.
CHANGED = {
    "import(": "__offline.load(",
    "await fetch(source)": "await __offline.fetched(source)",
    "navigator.clipboard.writeText(text)": "navigator.clipboard.writeText(__offline.published(text))",
    'new URL("#result", location).href': '__offline.published(new URL("#result", location).href)',
}


def classic(module: str) -> str:
    """A script that was loaded as a module; one that imports or offers anything as a module has to stays as it is."""
    if _MODULE.search(module):
        return module
    for old, new in CHANGED.items():
        module = module.replace(old, new)
    return f'(() => {{\n"use strict"\n{module}\n}})()\n'


def in_page(worker: str) -> str:
    """The worker of the search, which runs in the page when offline.js calls it."""
    begin = '__offline.worker((addEventListener, postMessage) => {\n"use strict"\n'
    if "self.onmessage" in worker:  # Zensical's
        heard = 'addEventListener("message", (event) => self.onmessage(event))'
        worker = f"const self = {{ postMessage }}\n{worker}\n{heard}"
    return f"{begin}{worker}\n}})\n"


def kept(data: bytes) -> str:
    """A file of JSON as a script, which hands it to offline.js."""
    return f"__offline.keep({data.decode().strip()})\n"


def index(data: bytes, listed: str, read: Callable[[str], bytes]) -> str:
    """The search's index as a script, as the theme asks for it where there is no server; empty: this is none. One in
    parts, which `read` gives by their paths, is whole there, since no script can fetch a part.
    """
    found: Any = json.loads(data)
    if not isinstance(found, dict) or listed not in found:
        return ""
    if folder := found.get("config", {}).pop(split_index.SPLIT, ""):
        found[listed] = split_index.joined(lambda name: read(f"{split_index.PLACE}/{folder}/{name}"))
    for entry in found[listed]:
        entry["location"] = page_of(entry["location"])
    return f"var __index = {json.dumps(found, ensure_ascii=False, separators=(',', ':'))}\n"
