"""Files on disk: listed, hashed, written whole, removed only when known.

In: paths and bytes. Out: changes on disk that are either done or not begun, file by file.
"""

from generator.files.digests import Digests, content_digest, digest, named_by_content, sha256, text_digest
from generator.files.disk import copy, link, remove, remove_unfinished, set_mode, write, write_changed
from generator.files.kept import About, Renamed, Together, about
from generator.files.packing import packed
from generator.files.tree import entries, published, stamp, stamps, stats, tree
