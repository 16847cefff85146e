"""Which publishers there are.

In: nothing. Out: their names, also as a type of the content, and each by its name.
"""

from __future__ import annotations

from typing import Literal, get_args

from generator.publishers.mkdocs import MKDOCS, PROPERDOCS
from generator.publishers.publisher import Publisher
from generator.publishers.zensical import ZENSICAL

PublisherName = Literal["mkdocs", "properdocs", "zensical"]
NAMES: tuple[str, ...] = get_args(PublisherName)
DEFAULT: PublisherName = "mkdocs"
PUBLISHERS: dict[str, Publisher] = {each.name: each for each in (MKDOCS, PROPERDOCS, ZENSICAL)}
