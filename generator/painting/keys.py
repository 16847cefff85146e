"""What decides the bytes of a painted file.

In: a job and a target. Out: the key of that file; and the versions, of our own modules and of packages, that are part
of every key.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import generator
from generator import files
from generator.painting.job import Job
from generator.painting.target import Target
from generator.surroundings import version

# The modules, below generator/, and the packages that have a say in the bytes of a file beside its frame.
MODULES = (
    "painting/paint.py",
    "painting/outlines.py",
    "painting/palette.py",
    "painting/pdf.py",
    "painting/pdf_fonts.py",
    "painting/pdf_objects.py",
    "painting/png.py",
    "painting/raster.py",
    "painting/shapes.py",
    "painting/svg.py",
    "painting/svg_text.py",
    "painting/target.py",
    "layout/rounded.py",
    "layout/sizes.py",
)
PACKAGES = ("matplotlib", "pillow", "numpy", "fonttools", "deflate")


def key(job: Job, target: Target) -> str:
    """Everything that decides the bytes of a file, hashed."""
    parts = (
        *versions(),
        job.picture,
        job.title,
        job.description,
        job.frame.digest,
        repr(sorted(job.colours.items())),
        repr(target),
        *(files.content_digest(Path(font)) for _, font in sorted(job.fonts.items())),
    )
    return files.text_digest(*parts)


@cache
def versions() -> tuple[str, ...]:
    """Of the modules, then of the packages."""
    package = Path(generator.__file__).parent
    own = (files.content_digest(package / name) for name in MODULES)
    return (*own, *(version(name) for name in PACKAGES))
