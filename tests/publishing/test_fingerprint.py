"""Whether anything changed: every input and every output counts, and asking imports nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import ROOT, env

from generator import files
from generator.project import Project
from generator.publishing.config_inputs import ConfigInputs
from generator.publishing.fingerprint import State
from generator.system import cores

Change = Callable[[Path], object]
BEFORE = {
    "content/site.yml": "name: x",
    "content/brand/fonts/LICENSE.txt": "free",
    "mkdocs.yml": """
INHERIT: config/base.yml
docs_dir: !ENV [VISAVIS_DOCS, docs]
site_name: !ENV [WARDS_NAME, Wards]
theme: {name: material, custom_dir: !ENV [WARDS_THEME, our theme]}
hooks: [hooks/main.py, loose.py]
plugins: [search, {macros: {include_yaml: [facts.yml], function: !!python/name:wards.macros.all }}]
markdown_extensions: [{pymdownx.snippets: {base_path: [!relative $config_dir/parts, .]}}]
""",
    "config/base.yml": "INHERIT: ../far/base.yml\nextra: {x: 1}",
    "far/base.yml": "INHERIT: !ENV [VISAVIS_NAV, docs/nav.yml]\nwatch: [facts.yml]",
    "our theme/404.html": "lost",
    "hooks/main.py": "import beside",
    "hooks/beside.py": "",
    "loose.py": "import other",
    "other.py": "",
    "facts.yml": "a: 1",
    "parts/warning.md": "Mind",
    "notes/first.md": '--8<-- "notes/second.md:2:4"',
    "notes/second.md": "more",
    "README.txt": "nobody reads this",
    "docs/by-hand.md": "# By hand\n\n--8<--\nnotes/first.md\nnotes/missing.md\n--8<--\n",
    "docs/assets/site.css": "p {}",
    "docs/index.md": "# Home",
    "docs/roles/one.md": "# One",
    "docs/.manifest.json": '["index.md", "roles/one.md"]',
    "site/index.html": "<h1>Home</h1>",
    "site/roles/one/index.html": "<h1>One</h1>",
}


def project(root: Path) -> Project:
    return Project(root / "content", root / "docs", root / "site", root / "mkdocs.yml")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A built sandbox as far as the state can see: its files, and what they were when it was built."""
    for name, text in BEFORE.items():
        files.write(tmp_path / name, text.encode())
    State(project(tmp_path), publish=True).save()
    return tmp_path


def current(root: Path, *, publish: bool = True) -> bool:
    return State(project(root), publish=publish).current()


def test_what_was_just_built_is_current(root: Path) -> None:
    assert current(root)
    assert current(root, publish=False)


def test_what_was_never_built_is_not(tmp_path: Path) -> None:
    assert not current(tmp_path)


def written(name: str, text: str = "changed") -> Change:
    return lambda root: files.write(root / name, text.encode())


def removed(name: str) -> Change:
    return lambda root: (root / name).unlink()


INPUTS: dict[str, Change] = {
    "a text": written("content/site.yml"),
    "a new content file": written("content/roles/x.yml"),
    "a lost content file": removed("content/site.yml"),
    "a brand file": written("content/brand/fonts/LICENSE.txt"),
    "the configuration": written("mkdocs.yml"),
    "an override": written("our theme/404.html"),
    "a new override": written("our theme/partials/new.html"),
    "an inherited configuration": written("config/base.yml"),
    "one that this one inherits": written("far/base.yml"),
    "a hook": written("hooks/main.py"),
    "what a hook imports": written("hooks/beside.py"),
    "what a hook beside the configuration imports": written("other.py"),
    "a file that a plugin reads": written("facts.yml"),
    "a snippet": written("parts/warning.md"),
    "a new snippet": written("parts/new.md"),
    "a file that a page includes": written("notes/first.md"),
    "a file that this one includes": written("notes/second.md"),
    "a file that a page includes and that was missing": written("notes/missing.md"),
    "a hand-written style sheet": written("docs/assets/site.css"),
    "a new hand-written page": written("docs/about.md"),
}
OUTPUTS: dict[str, Change] = {
    "a generated page": written("docs/index.md"),
    "a lost generated page": removed("docs/index.md"),
    "a published page": written("site/index.html"),
    "a lost published page": removed("site/index.html"),
    "a stray published file": written("site/stray.txt"),
    "the manifest": removed("docs/.manifest.json"),
}


@pytest.mark.parametrize("change", [*INPUTS, *OUTPUTS])
def test_whatever_changes_is_noticed(root: Path, change: str) -> None:
    (INPUTS | OUTPUTS)[change](root)
    assert not current(root)


def test_what_nothing_names_is_no_input(root: Path) -> None:
    files.write(root / "README.txt", b"changed")
    files.write(root / "notes" / "third.md", b"new")
    assert current(root)


def test_a_variable_that_the_configuration_asks_for_is_an_input(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARDS_OTHER", "x")
    assert current(root)
    monkeypatch.setenv("WARDS_NAME", "Other wards")
    assert not current(root)


def test_what_the_configuration_names_anew_counts_from_then_on(root: Path) -> None:
    files.write(root / "mkdocs.yml", b"theme: {name: material, custom_dir: notes}")
    State(project(root), publish=True).save()
    files.write(root / "our theme" / "404.html", b"changed")
    assert current(root)
    files.write(root / "notes" / "first.md", b"changed")
    assert not current(root)


@pytest.mark.parametrize(
    "config", ["theme: [", "- a\n- b\n", "INHERIT: mkdocs.yml\n", "INHERIT: [1]", "a: &a [*a]\n", ""]
)
def test_a_configuration_that_is_none_is_told_by_mkdocs_and_not_here(root: Path, config: str) -> None:
    files.write(root / "mkdocs.yml", config.encode())
    State(project(root), publish=True).save()
    assert current(root)
    files.write(root / "mkdocs.yml", b"theme: material")
    assert not current(root)


def test_what_a_build_makes_is_no_input_of_it(root: Path) -> None:
    files.write(
        root / "mkdocs.yml", b"extra: [docs, content, site, site/index.html, docs/roles, docs/assets, ., .., /]"
    )
    State(project(root), publish=True).save()
    named = ConfigInputs.remembered(json.loads(State(project(root), publish=True).file.read_text())["named"])
    assert named
    assert set(named.files(project(root), ("index.md", "roles/one.md"))) == {"docs/assets/site.css"}


def test_inputs_are_those_from_before_the_build(root: Path) -> None:
    state = State(project(root), publish=True)
    state.read()
    files.write(root / "facts.yml", b"changed while it ran")
    state.save()
    assert not current(root)


def test_touching_content_changes_nothing(root: Path) -> None:
    for path in (root / "content").rglob("*"):
        path.touch()
    assert current(root)


@pytest.mark.parametrize(
    "spoilt", [b"", b'{"named": {"paths": 3}}', b"[]", b"\xff\xfe", b'{"inputs": 3}', b'{"docs": {}, "site": []}']
)
def test_a_damaged_state_means_not_current(root: Path, spoilt: bytes) -> None:
    State(project(root), publish=True).file.write_bytes(spoilt)
    assert not current(root)


def test_without_publishing_the_site_does_not_count(root: Path) -> None:
    files.write(root / "site" / "index.html", b"spoilt")
    assert current(root, publish=False)


@pytest.mark.parametrize("changed", ["our theme/404.html", "facts.yml", "docs/index.md"])
def test_a_build_without_publishing_does_not_make_an_old_site_current(root: Path, changed: str) -> None:
    files.write(root / changed, b"changed")
    State(project(root), publish=False).save()
    assert current(root, publish=False)
    assert not current(root)


def test_the_epoch_of_the_build_is_an_input(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert not current(root)


def test_each_set_of_folders_has_its_own_state(root: Path) -> None:
    other = Project(root / "content", root / "docs", root / "elsewhere", root / "mkdocs.yml")
    assert State(other, publish=True).file != State(project(root), publish=True).file


def test_there_is_a_core() -> None:
    assert cores() >= 1


def test_asking_imports_nothing_heavy() -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from generator.build import Project; from generator.publishing import State\n"
        "State(Project(*map(Path, ('content', 'docs', 'site', 'mkdocs.yml'))), publish=True).current()\n"
        "print({'matplotlib', 'numpy', 'mkdocs', 'pydantic', 'jinja2', 'uharfbuzz', 'yaml', 'PIL'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env({}), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
