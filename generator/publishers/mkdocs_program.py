"""MkDocs or ProperDocs as a program of its own, without the current folder.

In: `library config site docs folder…`; docs/ is named by the environment, as for whoever calls it by hand. Out: the
site, and what it has to say. A strict build.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from generator.publishers.mkdocs_api import Api


def main() -> None:
    """Told as MkDocs' own command tells it."""
    library, config, site, _, *folders = sys.argv[1:]
    api = Api(library)
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(levelname)-7s -  %(message)s"))
    for name in {"mkdocs", api.logger}:  # plugins that were made for the one may run in the other
        logger = logging.getLogger(name)
        logger.addHandler(told)
        logger.setLevel(logging.INFO)  # what is quiet is not counted, and a strict build would not fail over it
    try:
        whole = api.load(Path(config), Path(site), [Path(folder) for folder in folders], strict=True)
        whole.plugins.on_startup(command="build", dirty=False)
        try:
            api.build(whole)
        finally:
            whole.plugins.on_shutdown()
    except api.failure as error:
        error.show()
        sys.exit(1)


if __name__ == "__main__":
    main()
