"""A project needs nothing but content: what it has not comes from the program, and its own goes first, file by file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from projects import ROOT, Sandbox, built_bakery, set_up_bakery, unbuilt_bakery, without_mkdocs

from generator import files
from generator.pipeline import brand_files
from generator.shipped import BRAND, CONFIG, OVERRIDES, brand_file, decisive, shipped


def site_of(sandbox: Sandbox) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files.tree(sandbox.site).items()}


@pytest.mark.slow
def test_content_alone_gives_the_same_site(tmp_path: Path) -> None:
    whole, alone = (unbuilt_bakery(tmp_path / name) for name in ("whole", "alone"))
    assert whole.run("build", "--jobs", "1").exit_code == 0
    for path in ("overrides", "content/brand/fonts"):
        shutil.rmtree(alone.root / path)
    (alone.root / "mkdocs.yml").unlink()
    (alone.content / "brand" / "palette.yml").unlink()
    done = alone.run("build", "--jobs", "1")
    assert done.exit_code == 0, done.output
    assert site_of(alone) == site_of(whole)
    assert alone.run("build", "--jobs", "1").stdout == "Nothing changed.\n"

    files.write(alone.root / "overrides" / "partials" / "logo.html", b"<i>our own mark</i>")
    done = alone.run("build", "--jobs", "2", "--verify")
    assert done.exit_code == 0, done.output
    home = (alone.site / "index.html").read_text(encoding="utf-8")
    assert "<i>our own mark</i>" in home
    assert 'http-equiv="Content-Security-Policy"' in home


@pytest.mark.slow
def test_a_configuration_may_speak_of_overrides_that_are_ours(tmp_path: Path) -> None:
    sandbox = unbuilt_bakery(tmp_path / "a sandbox")
    shutil.rmtree(sandbox.root / "overrides")
    assert sandbox.run("build", "--jobs", "1").exit_code == 0
    assert 'http-equiv="Content-Security-Policy"' in (sandbox.site / "index.html").read_text(encoding="utf-8")
    named = (
        (sandbox.root / "mkdocs.yml").read_text(encoding="utf-8").replace("custom_dir: overrides", "custom_dir: web")
    )
    (sandbox.root / "mkdocs.yml").write_text(named, encoding="utf-8")
    done = sandbox.run("build", "--jobs", "1")
    assert done.exit_code == 74
    assert "custom_dir" in done.stderr


def test_a_change_of_ours_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_mkdocs(monkeypatch)
    sandbox = built_bakery(tmp_path / "a sandbox")
    shutil.copytree(ROOT / "overrides", tmp_path / "ours")
    places = [place for place in decisive() if place.name != OVERRIDES]
    monkeypatch.setattr("generator.publishing.fingerprint.decisive", lambda: (*places, tmp_path / "ours"))
    sandbox.run("build", "--jobs", "1")
    assert sandbox.run("build", "--jobs", "1").stdout == "Nothing changed.\n"
    files.write(tmp_path / "ours" / "main.html", b"other")
    assert sandbox.run("build", "--jobs", "1").stdout != "Nothing changed.\n"


def test_all_of_it_is_there() -> None:
    for name in (CONFIG, OVERRIDES, BRAND, "content/site.yml"):
        assert shipped(name).exists(), name
    assert all(place.exists() for place in decisive())


def test_a_brand_is_filled_up_file_by_file(tmp_path: Path) -> None:
    assert brand_file(tmp_path, "palette.yml") == shipped(BRAND) / "palette.yml"
    files.write(tmp_path / "palette.yml", b"")
    assert brand_file(tmp_path, "palette.yml") == tmp_path / "palette.yml"


def test_a_web_font_of_ones_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    content = set_up_bakery(tmp_path / "a sandbox").content
    shutil.rmtree(content / "brand")
    ours = {name for name in brand_files(content) if name.endswith(".woff2")}
    assert len(ours) == 1
    files.write(content / "brand" / "fonts" / "Own-Bold-subset.woff2", b"own")
    found = brand_files(content)
    assert {name for name in found if name.endswith(".woff2")} == {"fonts/Own-Bold-subset.woff2"}
    assert "fonts/Inter-Regular.ttf" in found
