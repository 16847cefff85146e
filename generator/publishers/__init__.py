"""What turns docs/ into pages: MkDocs, ProperDocs or Zensical, one value each.

In: a name. Out: the publisher of that name: how it is called, what its theme brings, where it leaves the search index,
what its messages look like. None of them is loaded before it works.
"""

from generator.publishers.choice import DEFAULT, NAMES, PUBLISHERS, PublisherName
from generator.publishers.mkdocs import MKDOCS
from generator.publishers.mkdocs_api import Api
from generator.publishers.publisher import Publisher, Theme
