"""What an editor's program is told: which schema is for which file, and how to read our problems."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from generator.model import FILES, FOLDERS
from generator.problems.errors import Place, Problem

ROOT = Path(__file__).parents[1]


def settings(name: str) -> Any:
    return json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))


def test_every_content_file_has_its_schema_in_vs_code() -> None:
    wanted = {f"./schemas/{field}.schema.json": f"content/{file}" for file, (field, _) in FILES.items()}
    wanted |= {
        f"./schemas/{field[:-1]}.schema.json": f"content/{folder}/*.yml" for folder, (field, _) in FOLDERS.items()
    }
    assert settings("settings.json")["yaml.schemas"] == wanted
    assert {path.name for path in (ROOT / "schemas").iterdir()} == {Path(path).name for path in wanted}


def test_vs_code_reads_a_problem_line() -> None:
    (task,) = settings("tasks.json")["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    problem = Problem("unknown-key", Place("content/roles/a.yml", 41, 5), '"titel" is not a field', "say it: here")
    found = re.match(pattern["regexp"], str(problem))
    assert found
    names = ("file", "line", "column", "severity", "code", "message")
    assert [found[pattern[name]] for name in names] == [
        "content/roles/a.yml",
        "41",
        "5",
        "error",
        "unknown-key",
        '"titel" is not a field; say it: here',
    ]
