"""The commands: results on standard output, all else on standard error, the contract's exit codes, no traceback."""

from __future__ import annotations

import io
import json
import re
import shutil
import signal
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from PIL import Image
from projects import (
    Sandbox,
    built_bakery,
    files,
    set_up_bakery,
    snapshot,
    unbuilt_bakery,
    without_mkdocs,
    without_painting,
)

from generator import publishing
from generator.build import Outcome
from generator.cli import cli
from generator.layout.sizes import FORMATS
from generator.project import Project
from generator.reporting.context import takes_colour

TABLE = "bread-and-cake-comparison-table"


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return built_bakery(tmp_path / "a sandbox", sizes="slide")


# --- usage ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-command",),
        ("build", "--no-such-option"),
        ("build", "--jobs", "0"),
        ("build", "--jobs", "many"),
        ("check", "--format", "xml"),
        ("diff",),
        ("diff", "content", "--format", "html"),
        ("serve", "--port", "70000"),
        ("serve", "--port", "0", "--host", "no such host"),
        ("render",),
        ("render", TABLE, "--theme", "sepia"),
        ("render", TABLE, "--format", "gif"),
        ("render", TABLE, "--size", "billboard"),
        ("render", TABLE, "--scale", "9"),
        ("render", TABLE, "--scale", "2", "--format", "svg"),
        ("render", TABLE, "-o", "picture.jpeg"),
        ("render", "no-such-picture"),
        ("schema", "no-such-file"),
    ],
)
def test_wrong_usage_ends_with_two_and_writes_nothing(sandbox: Sandbox, arguments: tuple[str, ...]) -> None:
    before = snapshot(sandbox.root)
    result = sandbox.run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr
    assert "Traceback" not in result.stderr
    assert snapshot(sandbox.root) == before


def test_help_and_version_are_results() -> None:
    run = CliRunner().invoke
    for command in ([], ["build"], ["check"], ["serve"], ["diff"], ["new"], ["render"], ["schema"]):
        result = run(cli, [*command, "--help"])
        assert result.exit_code == 0
        assert "Usage:" in result.stdout
    assert re.search(r"\d+\.\d+", run(cli, ["--version"]).stdout)


def test_an_unknown_picture_s_message_names_those_that_there_are(sandbox: Sandbox) -> None:
    assert f'"no-such" names no pictures; there are {TABLE}, ' in sandbox.run("render", "no-such").stderr


# --- render -----------------------------------------------------------------------------------------------------------


def test_a_picture_by_its_id_is_a_png_of_the_slide(sandbox: Sandbox) -> None:
    result = sandbox.run("render", TABLE)
    assert (result.exit_code, result.stdout) == (0, f"{TABLE}-slide-light.png\n")
    with Image.open(sandbox.root / f"{TABLE}-slide-light.png") as image:
        assert image.size == (1920, 1080)


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_by_its_kind_in_each_format(sandbox: Sandbox, form: str) -> None:
    result = sandbox.run("render", "comparison-table", "--size", "phone", "--theme", "dark", "-o", f"to here/x.{form}")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"to here/x.{form}\n"
    head = (sandbox.root / "to here" / f"x.{form}").read_bytes()[:5]
    assert head == {"png": b"\x89PNG\r", "svg": b"<svg ", "pdf": b"%PDF-"}[form]


def test_a_scale_and_a_format_for_a_file_of_any_name(sandbox: Sandbox) -> None:
    assert sandbox.run("render", TABLE, "--size", "phone", "--scale", "3", "-o", "a.png").exit_code == 0
    with Image.open(sandbox.root / "a.png") as image:
        assert image.width == 1080
    assert sandbox.run("render", TABLE, "--format", "svg", "--size", "phone", "-o", "picture").exit_code == 0
    assert ElementTree.parse(sandbox.root / "picture").getroot().get("role") == "img"


def test_a_rendered_picture_is_the_published_one(sandbox: Sandbox) -> None:
    assert sandbox.run("render", TABLE, "-o", "one.svg").exit_code == 0
    published = sandbox.docs / "infographics" / TABLE / f"{TABLE}-slide-light.svg"
    assert (sandbox.root / "one.svg").read_bytes() == published.read_bytes()


def test_rendering_writes_one_file_only(sandbox: Sandbox) -> None:
    before = set(snapshot(sandbox.root))
    sandbox.run("render", TABLE, "--size", "phone", "-o", "x.svg")
    new = set(snapshot(sandbox.root)) - before
    assert {name for name in new if "/.cache/" not in name} == {str(sandbox.root / "x.svg")}


def test_rendering_bad_content_writes_nothing(sandbox: Sandbox) -> None:
    sandbox.edit("roles/baker.yml", "Bread and rolls", "Breadth" * 20)
    result = sandbox.run("render", TABLE, "-o", "x.png")
    assert result.exit_code == 1
    assert "error[text-too-long]" in result.stderr
    assert not (sandbox.root / "x.png").exists()


def test_a_file_that_cannot_be_written_is_told(sandbox: Sandbox) -> None:
    result = sandbox.run("render", TABLE, "--size", "phone", "-o", "mkdocs.yml/x.svg")
    assert result.exit_code == 74
    assert "cannot be written" in result.stderr


# --- check ------------------------------------------------------------------------------------------------------------


def spoilt(sandbox: Sandbox) -> int:
    sandbox.edit("roles/baker.yml", "tagline:", "taglin:")
    return at_home(sandbox, "no-such")


def at_home(sandbox: Sandbox, id: str) -> int:
    """Names a comparison as the home page; the line."""
    return sandbox.edit("site.yml", "name: Flour", f"home: {id}\nname: Flour")


def test_good_content_has_no_problems(sandbox: Sandbox) -> None:
    before = snapshot(sandbox.root)
    result = sandbox.run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "No problems.\n", "")
    assert json.loads(sandbox.run("check", "--format", "json").stdout) == []
    assert sandbox.run("check", "--format", "github").stdout == ""
    assert json.loads(sandbox.run("check", "--format", "sarif").stdout)["runs"][0]["results"] == []
    assert snapshot(sandbox.root) == before


def test_every_problem_is_told_at_once(sandbox: Sandbox) -> None:
    line = spoilt(sandbox)
    result = sandbox.run("check")
    assert result.exit_code == 1
    assert f"content/site.yml:{line}:7: error[dangling-reference]" in result.stdout
    assert 'did you mean "tagline"?' in result.stdout
    assert re.search(r"\n\d+ errors, 0 warnings\.\n$", result.stdout)


def test_problems_for_machines(sandbox: Sandbox) -> None:
    line = spoilt(sandbox)
    found = json.loads(sandbox.run("check", "--format", "json").stdout)
    names = {"code", "severity", "file", "line", "column", "message", "fix", "help"}
    assert all(set(each) == names for each in found)
    assert all(each["help"] == f"visavis explain {each['code']}" for each in found)  # the page is not there
    assert any((each["file"], each["line"]) == ("content/site.yml", line) for each in found)
    github = sandbox.run("check", "--format", "github")
    assert github.exit_code == 1
    assert f"::error file=content/site.yml,line={line},col=7,title=dangling-reference::" in github.stdout
    sarif = json.loads(sandbox.run("check", "--format", "sarif").stdout)
    assert sarif["version"] == "2.1.0"
    assert len(sarif["runs"][0]["results"]) == len(found)


def test_what_only_a_picture_shows_wrong_is_found_too(sandbox: Sandbox) -> None:
    sandbox.edit("roles/baker.yml", "Bread and rolls", "犬 and cat")
    result = sandbox.run("check")
    assert result.exit_code == 1
    assert "error[missing-glyph]" in result.stdout


@pytest.mark.parametrize("mistake", ["glyph", "address", "broken file"])
def test_errors_come_before_warnings_and_the_first_is_explained(sandbox: Sandbox, mistake: str) -> None:
    sandbox.edit(
        "site.yml", "name: ", "jargon: [leaven]\naccepted: [{code: one-sided, at: site.yml, reason: None}]\nname: "
    )
    if mistake == "glyph":
        sandbox.edit("roles/baker.yml", "Bread and rolls", "犬 and cat")
    elif mistake == "address":
        (sandbox.content / "comparisons/bread-and-cake.yml").rename(sandbox.content / "comparisons/sources.yml")
    else:
        (sandbox.docs / "photo.png").write_bytes(b"")
    found = json.loads(sandbox.run("check", "--format", "json").stdout)
    severities = [each["severity"] for each in found]
    assert severities == sorted(severities)
    assert set(severities) == {"error", "warning"}
    assert f"visavis explain {found[0]['code']}\n" in sandbox.run("check").stdout


def test_two_pages_at_one_address_are_found_before_a_build(sandbox: Sandbox) -> None:
    (sandbox.content / "comparisons" / "bread-and-cake.yml").rename(sandbox.content / "comparisons" / "roles.yml")
    for path in sandbox.content.rglob("*.yml"):
        text = path.read_text(encoding="utf-8").replace("bread-and-cake", "roles")
        path.write_text(text.replace("oven", "baker"), encoding="utf-8")
    result = sandbox.run("check")
    assert result.exit_code == 1
    assert "error[address-taken] the address /roles/baker/ belongs to the topic" in result.stdout


def test_checking_a_folder_that_is_not_there(sandbox: Sandbox) -> None:
    result = sandbox.run("check", "--content", "nowhere")
    assert result.exit_code == 1
    assert result.stdout.startswith("nowhere: error[missing-folder]")


def test_the_line_is_shown_with_its_spot_underlined(sandbox: Sandbox) -> None:
    line = at_home(sandbox, "no-such")
    shown = sandbox.run("check").stdout.splitlines()
    source = shown.index(f" {line} | home: no-such")
    assert shown[source + 1] == f" {' ' * len(str(line))} |       ^^^^^^^"
    assert "\x1b" not in "".join(shown), "colour is for terminals"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_whose_owner_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert takes_colour(Terminal())
    assert not takes_colour(io.StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not takes_colour(Terminal())
    monkeypatch.delenv("TERM")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not takes_colour(Terminal())


def test_github_s_summary_of_the_step_has_every_problem(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = sandbox.root / "summary.md"
    summary.write_text("From a step before.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    spoilt(sandbox)
    found = json.loads(sandbox.run("check", "--format", "json").stdout)
    assert summary.read_text() == "From a step before.\n", "only the format for GitHub writes it"
    sandbox.run("check", "--format", "github")
    assert summary.read_text().startswith("From a step before.\n### visavis check: ")
    assert summary.read_text().count("\n| error ") == len(found)


def test_a_terminal_that_lacks_a_character_is_shown_its_number(sandbox: Sandbox) -> None:
    at_home(sandbox, "犬")
    result = sandbox.process("check", PYTHONIOENCODING="cp1252")
    assert result.returncode == 1
    assert '"\\u72ac"' in result.stdout
    assert "Traceback" not in result.stderr


# --- explain ----------------------------------------------------------------------------------------------------------


def test_a_code_is_explained_in_the_terminal() -> None:
    result = CliRunner().invoke(cli, ["explain", "duplicate-key"])
    assert result.exit_code == 0
    assert "both lines" in result.stdout
    assert "Mend it" in result.stdout


def test_an_unknown_code_is_wrong_usage_and_the_known_ones_are_named() -> None:
    result = CliRunner().invoke(cli, ["explain", "no-such-code"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "duplicate-key" in result.stderr


# --- schema -----------------------------------------------------------------------------------------------------------


def test_schemas_are_json_schemas_on_standard_output(sandbox: Sandbox) -> None:
    result = sandbox.run("schema", "role")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["type"] == "object"
    everything = json.loads(sandbox.run("schema").stdout)
    assert {"site", "palette", "catalogue", "role", "comparison"} <= set(everything)
    assert everything["role"] == json.loads(result.stdout)


def test_schemas_as_files(sandbox: Sandbox) -> None:
    result = sandbox.run("schema", "-o", "schemas")
    assert result.exit_code == 0
    written = sorted(path.name for path in (sandbox.root / "schemas").iterdir())
    assert [Path(line).name for line in sorted(result.stdout.split())] == written
    assert "role.schema.json" in written


def test_schemas_that_are_no_longer_current_are_named(sandbox: Sandbox) -> None:
    missing = sandbox.run("schema", "--check")
    assert missing.exit_code == 1
    assert "schemas/role.schema.json: not current; call visavis schema -o schemas" in missing.stdout
    sandbox.run("schema", "-o", "schemas")
    assert (sandbox.run("schema", "--check").exit_code, sandbox.run("schema", "--check").stdout) == (0, "")
    (sandbox.root / "schemas" / "role.schema.json").write_text("{}")
    before = snapshot(sandbox.root)
    stale = sandbox.run("schema", "--check")
    assert (stale.exit_code, len(stale.stdout.splitlines())) == (1, 1)
    assert snapshot(sandbox.root) == before
    assert sandbox.run("schema", "--check", "-o", "elsewhere").exit_code == 1


# --- when things go wrong ---------------------------------------------------------------------------------------------


def break_with(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, error: BaseException) -> None:
    """The next build has something to publish and cannot."""
    sandbox.put("roles/baker.yml", "tagline", "Newly said")

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(publishing, "publish", fail)


def test_too_little_memory_is_no_fault_of_ours(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("generator.pipeline.drawings", exhausted)
    result = sandbox.run("render", TABLE)
    assert result.exit_code == 74
    assert "too little memory" in result.stderr
    assert "fault" not in result.stderr


def test_a_fault_of_ours_is_owned_without_a_traceback(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, sandbox, ZeroDivisionError("division by zero"))
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 70
    assert "This is a fault in Visavis: ZeroDivisionError: division by zero" in result.stderr
    assert "--debug" in result.stderr
    assert "Traceback" not in result.stderr


def test_debug_lets_the_traceback_through(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, sandbox, ZeroDivisionError())
    assert isinstance(sandbox.run("build", "--jobs", "1", "--debug").exception, ZeroDivisionError)


def test_debug_lets_a_lack_of_memory_through(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, sandbox, MemoryError())
    assert isinstance(sandbox.run("build", "--jobs", "1", "--debug").exception, MemoryError)


def test_a_system_s_error_ends_with_74(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, sandbox, OSError(28, "No space left on device", "site/x"))
    result = sandbox.run("build", "--jobs", "1")
    assert (result.exit_code, result.stderr) == (
        74,
        "site/x: No space left on device; make room there, or set TMPDIR where it is the folder of temporary files\n",
    )


def test_too_few_threads_end_with_74(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, sandbox, RuntimeError("can't start new thread"))
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 74
    assert "ulimit -u" in result.stderr


def test_an_interruption_ends_with_130(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, sandbox, KeyboardInterrupt())
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 130
    assert "Interrupted" in result.stderr


def test_other_folders_can_be_named(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    (sandbox.root / "content").rename(sandbox.root / "words")
    result = sandbox.run("build", "--content", "words", "--docs", "other docs", "--no-publish", "--jobs", "1")
    assert result.exit_code == 0, result.output
    assert (sandbox.root / "other docs" / "index.md").is_file()


def test_progress_is_silent_where_nobody_watches(sandbox: Sandbox) -> None:
    sandbox.put("roles/baker.yml", "tagline", "Newly said")
    assert sandbox.run("build", "--no-publish", "--jobs", "1").stderr == ""


@pytest.mark.slow
def test_bad_content_in_a_process_of_its_own(tmp_path: Path) -> None:
    sandbox = built_bakery(tmp_path / "a sandbox")
    spoilt(sandbox)
    result = sandbox.process("build")
    assert result.returncode == 1
    assert result.stdout == ""
    assert "content/site.yml:" in result.stderr
    assert "Traceback" not in result.stderr
    shown = sandbox.process("build", "--debug")
    assert shown.returncode == 1
    assert "Traceback" in shown.stderr


@pytest.mark.parametrize(
    ("options", "environment", "folder"),
    [
        (["--cache", "option"], {"VISAVIS_CACHE": "/variable"}, "option/painted"),
        ([], {"VISAVIS_CACHE": "/variable", "XDG_CACHE_HOME": "/xdg"}, "/variable/painted"),
        ([], {"XDG_CACHE_HOME": "/xdg"}, "/xdg/visavis/painted"),
        ([], {"XDG_CACHE_HOME": "relative"}, ".cache/visavis/painted"),
        ([], {"VISAVIS_CACHE": ""}, ".cache/visavis/painted"),
    ],
)
def test_the_cache_is_where_it_is_said_to_be(
    options: list[str], environment: dict[str, str], folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, Path]] = []

    def build(project: Project, **_: object) -> Outcome:
        asked.append((project.painted.absolute(), project.cache))
        return Outcome()

    monkeypatch.setattr("generator.build.build", build)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "content").mkdir()
    assert Sandbox(tmp_path).run("build", *options).exit_code == 0
    # The lock and the state of the last build stay with the project.
    assert asked == [(tmp_path / folder, tmp_path / ".cache" / "visavis")]


def test_what_is_amiss_with_a_site_is_told_and_the_build_is_fine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.build.build", lambda *_, **__: Outcome(published=True, amiss="Much to load."))
    (tmp_path / "content").mkdir()
    result = Sandbox(tmp_path).run("build")
    assert (result.exit_code, result.stderr) == (0, "Much to load.\n")
    assert "Published to site." in result.stdout


def test_pictures_are_painted_once_for_one_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_mkdocs(monkeypatch)
    without_painting(monkeypatch)
    cache = tmp_path / "kept"
    for name, painted in (("one", True), ("other", False)):
        sandbox = unbuilt_bakery(tmp_path / name)
        shutil.rmtree(sandbox.project.cache)
        result = sandbox.run("build", "--jobs", "1", "--cache", str(cache))
        assert result.exit_code == 0, result.output
        assert (", 0 pictures painted." not in result.stdout) is painted
        assert not sandbox.project.painted.exists()
    assert files.tree(cache / "painted")


@pytest.mark.slow
@pytest.mark.parametrize("sign", [pytest.param(signal.SIGINT, marks=pytest.mark.endurance), signal.SIGTERM])
def test_a_signal_ends_with_130_and_leaves_the_site(tmp_path: Path, sign: signal.Signals) -> None:
    """The first process alone gets it; a terminal's Ctrl-C gets to all of them (test_survival.py)."""
    sandbox = set_up_bakery(tmp_path / "stopped")
    painted = sandbox.project.cache / "painted"
    with sandbox.started("build", "--jobs", "2") as process:
        while process.poll() is None and not files.tree(painted):
            time.sleep(0.01)
        process.send_signal(sign)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Interrupted; the published site is whole." in said
    assert "Traceback" not in said
    assert not sandbox.site.exists()
