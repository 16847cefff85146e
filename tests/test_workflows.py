"""CI can be trusted: what it runs is pinned, may do little, ends, and lets nobody put words into a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = tuple(sorted((ROOT / ".github" / "workflows").iterdir()))
GITLAB = ROOT / ".gitlab-ci.yml"
# Which jobs may change something, and what.
WRITES = {
    "publish": {("deploy", "pages"), ("deploy", "id-token")},
    "release": {("attest", "attestations"), ("attest", "id-token"), ("publish", "id-token"), ("page", "contents")},
}
FILES = (*WORKFLOWS, ROOT / "action.yml")
_PINNED = re.compile(r"uses: [\w.-]+(?:/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
_LOCAL = re.compile(r"uses: \./")


def read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow; of an action the one list of its steps."""
    whole = read(path)
    return dict(whole["jobs"]) if "jobs" in whole else {"runs": whole["runs"]}


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in jobs(path).values():
        yield from job["steps"]


def unpinned(text: str) -> list[str]:
    """The lines that use an action other than by its commit, with the version beside it."""
    used = [line.strip().removeprefix("- ") for line in text.splitlines() if re.match(r"\s*(- )?uses:", line)]
    return [line for line in used if not (_PINNED.match(line) or _LOCAL.match(line))]


def by_name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unpinned(text) == []
    # None hides from the line by line search.
    assert len(re.findall(r"\buses:", text)) == sum("uses" in step for step in steps(path))


@pytest.mark.parametrize(
    "line",
    [
        "- uses: actions/checkout@v4",
        "  uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
        "- uses: actions/checkout@3d3c42e # v7.0.1",
        "- uses: docker://alpine:3",
    ],
)
def test_an_action_that_is_not_pinned_is_found(line: str) -> None:
    assert len(unpinned(line)) == 1


def test_one_action_has_one_version_in_the_manual_too() -> None:
    manual = (ROOT / "docs" / "contributing" / "publishing.md").read_text(encoding="utf-8")
    assert unpinned(manual) == ["uses: <owner>/visavis@<commit>"]
    used = {step["uses"] for path in FILES for step in steps(path) if "@" in step.get("uses", "")}
    used |= set(re.findall(r"uses: (actions/\S+)", manual))
    assert len(used) == len({one.partition("@")[0] for one in used})


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_a_workflow_may_do_nothing_and_a_job_what_it_needs(path: Path) -> None:
    assert read(path)["permissions"] == {}
    writes = {
        (name, scope)
        for name, job in jobs(path).items()
        for scope, level in job["permissions"].items()
        if level != "read"
    }
    assert writes == WRITES.get(path.stem, set())


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_every_job_ends_and_two_runs_do_not_meet(path: Path) -> None:
    assert [name for name, job in jobs(path).items() if not 0 < job.get("timeout-minutes", 0) <= 90] == []
    assert read(path)["concurrency"]["group"].startswith(path.stem)


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_no_expression_stands_in_a_script(path: Path) -> None:
    # What it says (a branch's name, an input) would run; in env it is a value.
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_no_checkout_leaves_its_key_behind(path: Path) -> None:
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_nothing_runs_the_code_of_a_fork_with_rights(path: Path) -> None:
    # YAML 1.1, which PyYAML reads, takes the key "on" for true.
    triggers = next(value for key, value in yaml.safe_load(path.read_text(encoding="utf-8")).items() if key is True)
    assert {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers) == set()


@pytest.mark.parametrize("name", ["publish", "release"])
def test_what_is_published_comes_from_no_cache(name: str) -> None:
    publish = next(path for path in WORKFLOWS if path.stem == name)
    for step in steps(publish):
        assert not re.match(r"actions/cache(/restore)?@", step.get("uses", ""))
        assert not step.get("with", {}).get("cache")


def test_only_main_writes_the_cache_of_pictures() -> None:
    check = next(path for path in WORKFLOWS if path.stem == "check")
    used = [step["uses"].partition("@")[0] for step in steps(check) if "actions/cache" in step.get("uses", "")]
    assert used == ["actions/cache/restore"]


def test_the_cache_is_looked_for_where_it_is_kept() -> None:
    found = [
        (step["with"]["path"], step["with"]["key"])
        for path in WORKFLOWS
        for step in steps(path)
        if "actions/cache" in step.get("uses", "")
    ]
    assert len(found) == 2
    assert len(set(found)) == 1


def test_gitlab_pins_its_image_and_every_job_ends() -> None:
    pipeline = read(GITLAB)
    assert re.fullmatch(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}", pipeline["default"]["image"])
    parts = {name: part for name, part in pipeline.items() if isinstance(part, dict) and "script" in part}
    assert set(parts) == {"content", "test", "pictures", "pages"}
    for name, part in parts.items():
        assert "timeout" in part | pipeline.get(part.get("extends", ""), {}), name
        assert "image" not in part, name


def test_every_script_and_target_that_ci_calls_is_there() -> None:
    scripts = [step["run"] for path in FILES for step in steps(path) if "run" in step]
    scripts += [line for part in read(GITLAB).values() if isinstance(part, dict) for line in part.get("script", [])]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {target for script in scripts for target in re.findall(r"^(?:if )?make ([\w./]+)", script, re.MULTILINE)}
    files = {file for script in scripts for file in re.findall(r"(?<!\w)(\.ci/[\w./-]+)", script)}
    assert targets >= {"site", "check", "security", "audit"}
    assert [target for target in targets if not re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE)] == []
    assert files == {
        *(".ci/run", ".ci/changed_pictures.py", ".ci/site-from-content"),
        *(".ci/release.py", ".ci/sbom.py"),
    }
    assert [file for file in files if not (ROOT / file).is_file()] == []
