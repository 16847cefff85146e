"""MkDocs or ProperDocs as a program of its own, without the current folder.

In: `library order config site docs folder…`; docs/ is named by the environment, as for whoever calls it by hand; the
order says what was made before. Out: the site, and what it has to say. A strict build.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.publishers import mkdocs_renewal
from generator.publishers.mkdocs_api import Api


def main() -> None:
    """Told as MkDocs' own command tells it."""
    library, order, config, site, _, *folders = sys.argv[1:]
    api = Api(library)
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(levelname)-7s -  %(message)s"))
    for name in {"mkdocs", api.logger}:  # plugins that were made for the one may run in the other
        logger = logging.getLogger(name)
        logger.addHandler(told)
        logger.setLevel(logging.INFO)  # what is quiet is not counted, and a strict build would not fail over it

    def load() -> Any:
        return api.load(Path(config), Path(site), [Path(folder) for folder in folders], strict=True)

    try:
        _build(api, load, Path(order))
    except api.failure as error:
        error.show()
        sys.exit(1)


def _build(api: Api, load: Callable[[], Any], order: Path) -> None:
    """What changed, or everything. api.failure."""
    whole = load()
    if not mkdocs_renewal.is_known(whole):
        _run(api, whole)
        return
    asked = json.loads(order.read_bytes())
    try:
        _renew(api, whole, asked)
    except mkdocs_renewal.InDoubt:
        _renew(api, load(), asked | {"site": ""})


def _renew(api: Api, whole: Any, asked: dict[str, Any]) -> None:
    renewal = mkdocs_renewal.Renewal(whole, asked)
    whole.plugins["visavis"] = renewal
    _run(api, whole, dirty=renewal.begin(api.logger))


def _run(api: Api, whole: Any, *, dirty: bool = False) -> None:
    whole.plugins.on_startup(command="build", dirty=False)
    try:
        api.build(whole, dirty=dirty)
    finally:
        whole.plugins.on_shutdown()


if __name__ == "__main__":
    main()
