"""The workflow of the page about many machines: every share is painted once, and published by the run that did it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import cli

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "contributing" / "scale.md").read_text(encoding="utf-8")
MOST = 20  # GitHub allows 256 jobs, but each installs and reads anew


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    return dict(yaml.safe_load(text)["jobs"])


def test_the_shares_are_all_there_and_few(jobs: dict[str, Any]) -> None:
    shards = jobs["paint"]["strategy"]["matrix"]["shard"]
    assert shards == [f"{number}/{len(shards)}" for number in range(1, len(shards) + 1)]
    assert len(shards) <= MOST


def test_nothing_that_is_published_comes_from_another_run(jobs: dict[str, Any]) -> None:
    assert "actions/cache" not in PAGE
    used = [step.get("uses", "").partition("@")[0] for step in jobs["build"]["steps"]]
    assert used.index("actions/download-artifact") < used.index("actions/upload-pages-artifact")
    assert jobs["build"]["needs"] == "paint"
    assert jobs["deploy"]["needs"] == "build"


def test_its_actions_are_those_of_the_other_workflows() -> None:
    used = re.findall(r"uses: (\S+@[0-9a-f]{40} # v[\d.]+)", PAGE)
    workflows = (ROOT / ".github" / "workflows").glob("*.yml")
    known = "\n".join(path.read_text(encoding="utf-8") for path in workflows)
    assert len(used) == PAGE.count("uses: ") > 5
    assert [one for one in used if one not in known] == []


@pytest.mark.parametrize("command", ["build", "paint"])
def test_its_options_are_those_of_the_commands(command: str) -> None:
    told = CliRunner().invoke(cli, [command, "--help"]).output
    used = {option for line in re.findall(rf"visavis {command} (.*)", PAGE) for option in re.findall(r"--\w+", line)}
    assert used
    assert [option for option in used if option not in told] == []
