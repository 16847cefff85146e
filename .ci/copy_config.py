"""A project's own mkdocs.yml, with the files that it names and overrides/, for .ci/site-from-content.

In: the folders content, site and the one to copy into; the rest, where there is one, in the current folder. Out: the
path of the copy, on standard output, or where it would lie.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.project import Project
from generator.publishing.config_inputs import copied_config

content, site, target = map(Path, sys.argv[1:])
print(copied_config(Project(content, Path("docs"), site, Path("mkdocs.yml")), target, ()))
