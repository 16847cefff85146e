"""An address from before a renaming ends at the page of today, with scripts and without, wherever the site lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from auditing import tool
from hosting import serving
from playwright.sync_api import Browser, Page
from projects import rename, rename_topic, set_up, shared
from test_axe import violations
from test_markup import complaints

from generator.exports.embed import code

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PICTURE = "infographics/kam-vs-tm-comparison-table/"
STUBS = ("roles/territory-manager/", "kam-vs-tm/relationship-building/", PICTURE)


@pytest.fixture(scope="module")
def renamed() -> Path:
    """A published site of few pictures in which a role, a topic and the comparison have other ids than before."""
    return shared("renamed", _build) / "site"


def _build(folder: Path) -> None:
    sandbox = set_up(folder, sizes="page", kinds=("comparison-table",))  # without slides, and so without decks
    rename(sandbox.content, "roles/territory-manager.yml", "area-seller")
    rename_topic(sandbox.content, "kam-vs-tm", "relationship-building", "bonds")
    rename(sandbox.content, "comparisons/kam-vs-tm.yml", "depth-or-breadth")
    done = sandbox.run("build", "--quiet")
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def root(renamed: Path) -> Iterator[str]:
    with serving(renamed) as address:
        yield address


@pytest.fixture(scope="module")
def open_page(chromium: Browser) -> Iterator[Page]:
    """A page whose console says nothing wrong, whatever is opened in it."""
    context = chromium.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("response", lambda r: said.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    yield page
    context.close()
    assert said == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("roles/territory-manager/", "roles/area-seller/"),
        ("roles/territory-manager/#top", "roles/area-seller/#top"),
        ("kam-vs-tm/", "depth-or-breadth/"),
        (
            "kam-vs-tm/?only=differing#row-travel-requirements",
            "depth-or-breadth/?only=differing#row-travel-requirements",
        ),
        ("kam-vs-tm/relationship-building/#shared", "depth-or-breadth/bonds/#shared"),
        ("depth-or-breadth/relationship-building/", "depth-or-breadth/bonds/"),
        (PICTURE, "infographics/depth-or-breadth-comparison-table/"),
    ],
)
def test_an_old_address_ends_at_the_page_of_today(open_page: Page, root: str, old: str, new: str) -> None:
    before = root + "llms.txt"  # loaded sooner than a page
    open_page.goto(before)
    open_page.goto(root + old)
    open_page.wait_for_url(root + new)
    assert open_page.locator("h1").inner_text() != "This page has another address now"
    open_page.go_back()
    assert open_page.url == before  # and not at the old address, which would lead here again


def test_without_scripts_too(chromium: Browser, root: str) -> None:
    """The query and the fragment are lost: a refresh goes to the address that it names."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for old in STUBS:
        page.goto(f"{root}{old}#top")
        new = old.replace("territory-manager", "area-seller").replace("relationship-building", "bonds")
        page.wait_for_url(root + new.replace("kam-vs-tm", "depth-or-breadth"))
    context.close()


def test_a_frame_on_another_page_still_shows_its_picture(open_page: Page, root: str) -> None:
    """The code that people have pasted has a sandbox, in which no page leads on by itself."""
    frame = f'<iframe src="{root}embed/kam-vs-tm-comparison-table/" sandbox="{code.SANDBOX}"></iframe>'
    page = open_page.context.new_page()  # somebody else's
    page.set_content(frame)
    image = page.frame_locator("iframe").locator("img")
    image.wait_for()
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


@pytest.mark.audit
@pytest.mark.parametrize("old", STUBS)
def test_the_page_between_keeps_the_rules_of_html(renamed: Path, old: str) -> None:
    assert complaints(renamed / old / "index.html") == []


@pytest.mark.audit
def test_the_page_between_breaks_no_rule_of_accessibility(chromium: Browser, renamed: Path) -> None:
    """It is looked at where its script and its refresh cannot run; in light, for axe takes a bare ground as white."""
    context = chromium.new_context(color_scheme="light", bypass_csp=True)
    page = context.new_page()
    page.set_content((renamed / STUBS[0] / "index.html").read_text(encoding="utf-8"))
    assert violations(page, tool("axe-core/axe.min.js").read_text(encoding="utf-8")) == []
    context.close()
