"""What a reviewer is shown: the pictures that differ between two sites, and no word of a stranger that acts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from projects import ROOT, Sandbox, built, without_mkdocs, without_painting

SCRIPT = ROOT / ".ci" / "changed_pictures.py"
PICTURE = "kam-vs-tm-comparison-table"
OTHER = "kam-vs-tm-depth-and-breadth"


def compare(before: Path, after: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, SCRIPT, before, after, folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return built(tmp_path / "before").site


@pytest.fixture
def after(tmp_path: Path) -> Sandbox:
    return built(tmp_path / "after")


def listed(site: Path) -> dict[str, str]:
    pictures = json.loads((site / "data" / "infographics.json").read_text(encoding="utf-8"))
    return {file["path"]: file["sha256"] for picture in pictures for file in picture["files"]}


def retitle(sandbox: Sandbox, title: str, patch: pytest.MonkeyPatch) -> None:
    """Gives the comparison table another title and builds again."""
    file = sandbox.content / "comparisons" / "kam-vs-tm.yml"
    head, kind, tail = file.read_text(encoding="utf-8").partition("  - kind: comparison-table\n")
    words, _, rest = tail.partition("\n    title: ")
    file.write_text(
        f"{head}{kind}{words}\n    title: {json.dumps(title)}\n{rest.partition(chr(10))[2]}", encoding="utf-8"
    )
    without_mkdocs(patch)
    without_painting(patch)
    done = sandbox.run("build", "--jobs", "1")
    assert done.exit_code == 0, done.output


def test_two_equal_sites_have_no_change(before: Path, after: Sandbox, tmp_path: Path) -> None:
    done = compare(before, after.site, tmp_path / "changed")
    assert done.stdout == f"## Pictures\n\nNone of {len(listed(before))} picture files changed.\n"
    assert not (tmp_path / "changed").exists()


def test_a_changed_title_shows_its_picture_and_no_other(
    before: Path, after: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    retitle(after, "Few accounts, or many", monkeypatch)
    done = compare(before, after.site, tmp_path / "changed")
    old, new = listed(before), listed(after.site)
    different = {path for path in old if old[path] != new[path]}
    assert different == {path for path in old if PICTURE in path}
    assert f"{len(different)} picture files changed, of 1 picture.\n" in done.stdout
    assert "” → “Few accounts, or many”" in done.stdout
    assert OTHER not in done.stdout
    for path in different:
        assert path.rpartition("/")[2].replace("@", "&#64;") in done.stdout
        assert old[path][:12] in done.stdout
        assert new[path][:12] in done.stdout
        assert (tmp_path / "changed" / "before" / path).read_bytes() == (before / path).read_bytes()
        assert (tmp_path / "changed" / "after" / path).read_bytes() == (after.site / path).read_bytes()
    page = (tmp_path / "changed" / "index.html").read_text(encoding="utf-8")
    slide = f"infographics/{PICTURE}/{PICTURE}-slide-light.png"
    assert f'<img src="before/{slide}"' in page
    assert f'<img src="after/{slide}"' in page


def test_without_a_site_before_everything_is_new(after: Sandbox, tmp_path: Path) -> None:
    done = compare(tmp_path / "none", after.site, tmp_path / "changed")
    assert done.returncode == 0
    assert f"{len(listed(after.site))} picture files changed, of 2 pictures.\n" in done.stdout
    assert f"{OTHER}: new, “" in done.stdout
    assert not (tmp_path / "changed" / "before").exists()


def test_a_picture_that_is_gone_is_told(before: Path, after: Sandbox, tmp_path: Path) -> None:
    data = after.site / "data" / "infographics.json"
    data.write_text(json.dumps([one for one in json.loads(data.read_text()) if one["id"] != OTHER]))
    done = compare(before, after.site, tmp_path / "changed")
    assert f"{OTHER}: gone, “" in done.stdout
    assert PICTURE not in done.stdout


def test_a_title_is_text_whatever_it_says(
    before: Path, after: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    retitle(after, "<b>a</b> | [b](c) `d` *e*", monkeypatch)
    done = compare(before, after.site, tmp_path / "changed")
    told = next(line for line in done.stdout.splitlines() if line.startswith("<summary>"))
    title = told.rpartition("“")[2].partition("”")[0]
    assert "&#60;b&#62;a&#60;" in title
    assert not set("<>|[]()`*") & set(title)


def test_a_file_that_is_not_what_the_list_says_is_refused(before: Path, after: Sandbox, tmp_path: Path) -> None:
    data = after.site / "data" / "infographics.json"
    path, digest = next(iter(listed(after.site).items()))
    data.write_text(data.read_text().replace(digest, "0" * 64))
    done = compare(before, after.site, tmp_path / "changed")
    assert done.returncode == 1
    assert f"{path}: its bytes are not those that infographics.json names" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_path_out_of_the_site_is_refused(before: Path, after: Sandbox, tmp_path: Path) -> None:
    data = after.site / "data" / "infographics.json"
    path = next(iter(listed(after.site)))
    data.write_text(data.read_text().replace(json.dumps(path), '"../content/site.yml"'))
    done = compare(before, after.site, tmp_path / "changed")
    assert done.returncode == 1
    assert "names a file outside the site: ../content/site.yml" in done.stderr
