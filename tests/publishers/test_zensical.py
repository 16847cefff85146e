"""Zensical: what it says is read, what its theme writes is allowed, and what it cannot be told is laid out for it."""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click import ClickException
from projects import snapshot, unbuilt

from generator.publishers import zensical, zensical_program
from generator.publishers.zensical import ZENSICAL

ENDED = "Build started\nBuild finished in 3.73s\n"


# --- what it says -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("out", "errors"), [(ENDED + "No issues found\n", ""), (ENDED, "\x1b[32mNo issues found\x1b[0m\n")]
)
def test_a_build_without_issues_is_good(out: str, errors: str) -> None:
    assert ZENSICAL.failure(0, out, errors) == ""


@pytest.mark.parametrize(
    ("code", "out", "errors", "told"),
    [
        (
            0,
            ENDED,
            "\x1b[33mWarning:\x1b[0m page does not exist\n1 issue found\n",
            "Warning: page does not exist\n1 issue found",
        ),
        (0, "", "", "it ended with 0 and said nothing"),
        (0, "Build started\n", "", "it ended with 0 and said nothing"),
        (0, ENDED, "thread '<unnamed>' panicked at src/lib.rs\n", "thread '<unnamed>' panicked at src/lib.rs"),
        (
            1,
            "Build started\n",
            "RuntimeError: Aborted because --strict flag is set\n",
            "it ended with 1 and said nothing",
        ),
        (
            1,
            "Build started\n",
            'RuntimeError: No module named x\nTraceback (most recent call last):\n  File "a.py", line 8\n    md = (\n',
            "RuntimeError: No module named x",
        ),
    ],
)
def test_whatever_else_it_says_is_an_error_in_its_words(code: int, out: str, errors: str, told: str) -> None:
    assert ZENSICAL.failure(code, out, errors) == told


# --- what its theme writes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "sheet"),
    [
        ("'.a{color:red}'", ".a{color:red}"),
        ('".a{content:\\"\\\\201c\\"}"', '.a{content:"\\201c"}'),
        ("`.a{\n}`", ".a{\n}"),
        (r"'\u00e9\x41\'\n'", "éA'\n"),
    ],
)
def test_the_sheets_that_its_scripts_write_are_found(value: str, sheet: str) -> None:
    bundle = f'var a$Tc="no",xTc="nor";var Tc={value};o.appendChild(C("style",{{}},Tc.toString()))'
    assert zensical.styles(bundle) == [sheet]


def test_a_script_that_writes_none_has_none() -> None:
    assert zensical.styles('var Tc=".a{}";o.appendChild(C("p",{},Tc))') == []


# --- what it cannot be told -------------------------------------------------------------------------------------------


def test_all_that_it_reads_lies_below_its_configuration(tmp_path: Path) -> None:
    for name, text in {
        "docs/index.md": "# Home",
        "docs/.manifest.json": "[]",
        "own/main.html": "own",
        "ours/main.html": "ours",
        "ours/.icons/sign.svg": "<svg/>",
        "ours/LICENSE.md": "free",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    folders = [tmp_path / "absent", tmp_path / "own", tmp_path / "ours"]
    work = tmp_path / "site" / "work"
    zensical_program._lay_out(work, tmp_path / "mkdocs.yml", tmp_path / "docs", folders)
    found = {path.relative_to(work).as_posix() for path in work.rglob("*") if path.is_file()}
    assert found == {"mkdocs.yml", "docs/index.md", "overrides/main.html", "overrides/.icons/sign.svg"}
    assert (work / "overrides" / "main.html").read_text() == "own"
    settings = json.loads((work / "mkdocs.yml").read_text())
    assert settings["INHERIT"] == str(tmp_path / "mkdocs.yml")
    assert (work / settings["site_dir"]).parent == work


def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build: Callable[[str, object], None]) -> Path:
    """The program with something in place of Zensical; the folder of the site."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home")
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.setitem(sys.modules, "zensical", SimpleNamespace(build=build))
    monkeypatch.setattr(sys, "argv", ["program", *map(str, (tmp_path / "mkdocs.yml", site, tmp_path / "docs"))])
    zensical_program.main()
    return site


def test_pages_are_taken_to_the_site_and_nothing_of_the_work_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(config: str, options: object) -> None:
        work = Path(config).parent
        assert (work / "docs" / "index.md").read_text() == "# Home"
        assert options == {"clean": True, "strict": True}
        (work / "site" / "roles").mkdir(parents=True)
        (work / "site" / "index.html").write_text("home")

    site = run(tmp_path, monkeypatch, build)
    assert sorted(path.name for path in site.iterdir()) == ["index.html", "roles"]


@pytest.mark.parametrize(
    ("fault", "told"),
    [(ClickException("a strict word"), "Error: a strict word\n"), (ValueError("a panic"), "ValueError: a panic\n")],
)
def test_what_it_raises_is_told_without_where_that_was(
    fault: Exception, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def build(config: str, options: object) -> None:
        raise fault

    with pytest.raises(SystemExit, match="1"):
        run(tmp_path, monkeypatch, build)
    assert capsys.readouterr().err == told


def test_pages_are_copied_where_files_have_one_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home")
    monkeypatch.setattr(os, "link", refuse)
    zensical_program._lay_out(tmp_path / "work", tmp_path / "mkdocs.yml", tmp_path / "docs", [])
    assert (tmp_path / "work" / "docs" / "index.md").read_text() == "# Home"


def test_its_theme_is_read_where_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet, script = "assets/stylesheets/classic/main.1a.min.css", "assets/javascripts/bundle.2b.min.js"
    for name, text in {sheet: "", script: 'var Tc=".a{}";o.appendChild(C("style",{},Tc))'}.items():
        (tmp_path / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "templates" / name).write_text(text)
    found = SimpleNamespace(submodule_search_locations=[str(tmp_path)])
    monkeypatch.setattr("importlib.util.find_spec", lambda _: found)
    theme = ZENSICAL.theme()
    digest = base64.b64encode(hashlib.sha256(b".a{}").digest()).decode()
    assert (theme.sheet, theme.styles) == (sheet, (f"'sha256-{digest}'",))


# --- with Zensical ----------------------------------------------------------------------------------------------------


@pytest.mark.audit
@pytest.mark.slow
def test_it_publishes_what_it_would_publish_anywhere(tmp_path: Path) -> None:
    sandbox = unbuilt(tmp_path / "with zensical ä")
    (sandbox.root / "overrides" / "partials").mkdir(parents=True, exist_ok=True)
    (sandbox.root / "overrides" / "partials" / "logo.html").write_text("<b>our own mark</b>")
    result = sandbox.process("build", "--publisher", "zensical", "--verify")
    assert result.returncode == 0, result.stderr
    assert "our own mark" in (sandbox.site / "index.html").read_text(encoding="utf-8")
    assert not list(sandbox.site.glob(".z*"))
    assert "zensical" in json.loads((sandbox.site / "data" / "build.json").read_bytes())["versions"]


@pytest.mark.audit
@pytest.mark.slow
def test_what_it_refuses_leaves_the_last_site(tmp_path: Path) -> None:
    sandbox = unbuilt(tmp_path / "refused")
    assert sandbox.process("build", "--publisher", "zensical").returncode == 0
    before = snapshot(sandbox.site)
    (sandbox.docs / "about.md").write_text("# About\n\n[nowhere](no-such-page.md)\n")
    for broken in ("about.md", "overrides/main.html"):
        if broken.startswith("overrides"):
            (sandbox.docs / "about.md").unlink()
            (sandbox.root / "overrides").mkdir(exist_ok=True)
            (sandbox.root / broken).write_text("{{ config.site_name.split() }}")
        result = sandbox.process("build", "--publisher", "zensical")
        assert result.returncode == 74
        assert "Zensical could not build the site; the last one stays as it was" in result.stderr
        assert ("no-such-page.md" if broken == "about.md" else "no method named split") in result.stderr
        assert "Traceback" not in result.stderr
        assert snapshot(sandbox.site) == before
