"""A role, a comparison and a topic get other ids: what had an address before leads on, computed from two builds."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from projects import Sandbox, built_bakery, rename, rename_topic, unbuilt_bakery, without_mkdocs, without_painting

from generator import files

MOVED = "This page has another address now"
ROOT = "/compare/"


def rename_everything(sandbox: Sandbox) -> None:
    """A role, a topic, and then the comparison too."""
    rename(sandbox.content, "roles/confectioner.yml", "cake-maker")
    rename_topic(sandbox.content, "bread-and-cake", "oven", "fire")
    rename(sandbox.content, "comparisons/bread-and-cake.yml", "early-or-late")


def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A sandbox below a folder of its host; MkDocs takes no part, and what pictures show does not matter."""
    without_mkdocs(monkeypatch)
    without_painting(monkeypatch)
    sandbox = built_bakery(tmp_path / "project", sizes="slide")
    sandbox.put("site.yml", "url", f"https://flour.example{ROOT}")
    return sandbox


def build(sandbox: Sandbox, *options: str) -> dict[str, bytes]:
    """The files of the site."""
    result = sandbox.run("build", *options)
    assert result.exit_code == 0, result.output
    return {name: path.read_bytes() for name, path in files.tree(sandbox.site).items()}


def led(path: str, lines: list[list[str]]) -> str:
    """Where a host that reads _redirects leads, as Netlify and Cloudflare Pages do; "" where it does not."""
    for old, new, status in lines:
        assert status == "301"
        pattern = re.escape(old).replace(r"\*", "(.*)")
        if found := re.fullmatch(pattern, ROOT + path):
            return new.replace(":splat", *found.groups()).removeprefix(ROOT) if "*" in old else new.removeprefix(ROOT)
    return ""


def aim(name: str, text: str) -> str:
    """The file that the only link of a page leads to, which is where it leads by itself."""
    (link,) = re.findall(r'<a href="(.+?)"', text)
    assert f'content="0; url={link}"' in text
    return unquote(urljoin(f"/{name}", link)).removeprefix("/") + "index.html"


def check(old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Every old file is there, leads to one that is, or is led to one by the host; pages do without the host."""
    lines = [line.split() for line in new["_redirects"].decode().splitlines()]
    gone = {name for name in old if name not in new}
    for name in gone:
        assert name.startswith(("infographics/", "slides/"))
        assert led(name, lines) in new, name
    for name in (name for name in old if name.endswith(".html")):
        text = new[name].decode()
        if MOVED in text:
            target = aim(name, text)
            assert MOVED not in new[target].decode(), name
            assert f"{led(name.removesuffix('index.html'), lines)}index.html" == target


def test_every_old_address_leads_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox = quick(tmp_path, monkeypatch)
    old = build(sandbox)
    rename_everything(sandbox)
    new = build(sandbox)
    check(old, new)
    assert {"roles/confectioner/index.html", "bread-and-cake/fire/index.html"} <= set(new)
    assert "roles/confectioner" not in new["llms.txt"].decode()


def test_a_second_renaming_keeps_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox = quick(tmp_path, monkeypatch)
    rename(sandbox.content, "roles/confectioner.yml", "cake-maker")
    first = build(sandbox)
    file = rename(sandbox.content, "roles/cake-maker.yml", "icer")
    text = file.read_text(encoding="utf-8").replace("\nformerly: [confectioner]\n", "")
    file.write_text(text.replace("[cake-maker]", "[cake-maker, confectioner]"), encoding="utf-8")
    second = build(sandbox)
    check(first, second)
    for old in ("confectioner", "cake-maker"):
        assert '<a href="../icer/">' in second[f"roles/{old}/index.html"].decode()


def test_a_renaming_that_is_taken_back_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox = quick(tmp_path, monkeypatch)
    before = build(sandbox)
    role = sandbox.content / "roles" / "confectioner.yml"
    text = role.read_text(encoding="utf-8")
    role.write_text(f"{text}\nformerly: [pastry-cook]\n", encoding="utf-8")
    assert "roles/pastry-cook/index.html" in build(sandbox)
    role.write_text(text, encoding="utf-8")
    assert build(sandbox) == before


@pytest.mark.parametrize("name", ["roles/pastry-cook.md", "roles/pastry-cook/index.md", "roles/pastry-cook/index.html"])
def test_a_hand_written_page_at_an_old_address_is_never_hidden(tmp_path: Path, name: str) -> None:
    sandbox = built_bakery(tmp_path / "project")
    files.write(sandbox.docs / name, b"# Mine")
    role = sandbox.content / "roles" / "confectioner.yml"
    role.write_text(f"{role.read_text(encoding='utf-8')}\nformerly: [pastry-cook]\n", encoding="utf-8")
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 74
    assert name in result.stderr
    assert (sandbox.docs / name).read_bytes() == b"# Mine"


@pytest.mark.slow
def test_the_published_site_holds_together_and_keeps_old_addresses_out_of_sight(tmp_path: Path) -> None:
    """MkDocs takes the pages as they are, warns of nothing, and lists them nowhere; two builds are the same."""
    sandbox = unbuilt_bakery(tmp_path / "project")
    rename_everything(sandbox)
    new = build(sandbox, "--verify", "--jobs", "2")
    stub = "bread-and-cake/oven/index.html"
    assert new[stub] == (sandbox.docs / stub).read_bytes()
    for name in ("sitemap.xml", "search/search_index.json", "llms.txt"):
        for old in ("confectioner/", "bread-and-cake/", "oven/"):
            assert old not in new[name].decode(), name
    for name, data in new.items():
        if name.endswith(".html") and not name.startswith(("embed/", "contributing/")) and MOVED.encode() not in data:
            assert not re.search(r'href="[^"]*(confectioner|bread-and-cake|oven)/', data.decode()), name
