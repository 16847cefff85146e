"""What MkDocs says when it cannot build, told with what helps."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.problems import OutputError
from generator.project import Project
from generator.publishers import MKDOCS
from generator.publishing import publisher_process


@pytest.mark.parametrize(
    ("log", "told"),
    [
        ("INFO    -  Building\nOSError: [Errno 28] No space left on device: 'a' -> 'b'\n", "make room there"),
        ("INFO    -  Building\nWARNING -  a link leads nowhere\n", "leads nowhere"),
    ],
)
def test_the_end_of_what_it_said_is_told(log: str, told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    failed = subprocess.CompletedProcess("mkdocs", 1, "", log)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    project = Project(tmp_path / "content", tmp_path / "docs", tmp_path / "site", tmp_path / "mkdocs.yml")
    with pytest.raises(OutputError, match=told) as caught:
        publisher_process.build(project, MKDOCS, tmp_path / "fresh", order=tmp_path, epoch=0, lock=None)
    assert "INFO" not in str(caught.value)
