"""Loaded where processes are forked from: whoever is forked then has read the templates, fonts and icons already."""

from __future__ import annotations

import tempfile
from pathlib import Path

from projects import built_bakery

from generator import pipeline
from generator.painting import here

with tempfile.TemporaryDirectory() as _folder:
    _project = built_bakery(Path(_folder, "project")).project
    pipeline.make(pipeline.compose(_project.content), (), here(_project.cache), report=lambda _: None)
