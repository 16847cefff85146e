"""The whole content at once: the contract's problem line, every mistake in one run, and nothing but problems."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from doses import examples
from hypothesis import example, given
from hypothesis import strategies as st

from generator.infographics import sections
from generator.model.content_folder import FILES, OPTIONAL
from generator.model.loading import inspect, load
from generator.model.schema.model import Model
from generator.problems.characters import split_lines
from generator.problems.decoding import decode_lossy
from generator.problems.errors import ContentError, OutputError, Problem, Severity

ROOT = Path(__file__).parents[2]
Edit = Callable[[Path, str, str], int]
Problems = Callable[[Path], tuple[Problem, ...]]


# --- sound content ----------------------------------------------------------------------------------------------------


def test_the_second_content_set_has_no_problem(folder: Path, problems: Problems) -> None:
    assert problems(folder) == ()
    loaded = load(folder, kinds=sections())
    assert list(loaded.roles) == ["clinic-nurse", "home-nurse", "scrub-nurse", "ward-nurse"]
    assert sorted(len(comparison.roles) for comparison in loaded.comparisons.values()) == [2, 3, 4]


def test_the_flagship_has_no_problem(model: Model) -> None:
    assert list(model.comparisons) == ["kam-vs-tm"]


def test_kinds_are_checked_only_when_they_are_known(folder: Path, edit: Edit) -> None:
    edit(folder / "comparisons/all-four.yml", "kind: depth-and-breadth", "kind: pie")
    assert inspect(folder)[1] == ()
    assert [problem.code for problem in inspect(folder, kinds=sections())[1]] == ["unknown-infographic"]


# --- the contract's line ----------------------------------------------------------------------------------------------


def test_the_problem_line_is_the_contracts(
    content: Path, edit: Edit, problems: Problems, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content.parent)
    line = edit(content / "roles/territory-manager.yml", "\nresponsibilities:\n", "\nresponsibilites:\n") + 1
    place = f"content/roles/territory-manager.yml:{line}:1"
    expected = (
        f'{place}: error[unknown-key] "responsibilites" is not a field of a role; did you mean "responsibilities"?'
    )
    assert expected in map(str, problems(content))


def test_load_raises_what_inspect_finds(folder: Path, edit: Edit, problems: Problems) -> None:
    edit(folder / "site.yml", "home: ward-vs-home", "home: nowhere")
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert caught.value.problems == problems(folder) != ()
    assert inspect(folder)[0] is None


def test_a_folder_elsewhere_is_named_by_its_whole_path(
    folder: Path, edit: Edit, problems: Problems, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(folder / "site.yml", "home: ward-vs-home", "home: nowhere")
    monkeypatch.chdir(ROOT)
    (problem,) = problems(folder)
    assert problem.file == (folder / "site.yml").as_posix()


# --- files and folders ------------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_there(folder: Path, problems: Problems) -> None:
    (problem,) = problems(folder.with_name("contents"))
    assert str(problem).startswith(f"{folder.with_name('contents')}: error[missing-folder] there is no such folder")


def test_a_file_that_nobody_needs_may_be_missing(folder: Path, problems: Problems) -> None:
    (folder / "changes.yml").unlink(missing_ok=True)
    assert problems(folder) == ()
    assert load(folder).changes == {}
    (folder / "changes.yml").write_text("new-term:\n  title: A term\n  day: 2026-01-05\n  text: What it is.\n")
    assert load(folder).changes["new-term"].day == date(2026, 1, 5)


@pytest.mark.parametrize("name", sorted(FILES.keys() - OPTIONAL - {"brand/palette.yml"}))
def test_a_file_that_is_not_there(name: str, folder: Path, problems: Problems) -> None:
    (folder / name).unlink()
    found = [problem for problem in problems(folder) if problem.code == "missing-file"]
    assert [str(problem) for problem in found] == [
        f"content/{name}: error[missing-file] there is no such file; create it"
    ]


@pytest.mark.parametrize("name", [*FILES, "roles/ward-nurse.yml", "comparisons/all-four.yml"])
def test_a_file_that_is_empty(name: str, folder: Path, problems: Problems) -> None:
    (folder / name).write_text("")
    assert [problem.file for problem in problems(folder) if problem.code == "empty-file"] == [f"content/{name}"]


@pytest.mark.parametrize("name", ["roles", "comparisons"])
def test_a_folder_without_files(name: str, folder: Path, problems: Problems) -> None:
    shutil.rmtree(folder / name)
    assert f"content/{name}" in [problem.file for problem in problems(folder) if problem.code == "missing-file"]


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("roles/other.yaml", "name it .yml"),
        ("roles/other.yml.txt", "name it .yml"),
        ("notes.yml", "move it to roles/ or comparisons/, or remove it"),
        ("roles/old/ward-nurse.yml", "move it to roles/ or comparisons/, or remove it"),
    ],
)
def test_a_file_that_would_not_be_read(name: str, fix: str, folder: Path, problems: Problems) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("a: b\n")
    message = "this file belongs to nothing and would not be read"
    assert [str(problem) for problem in problems(folder)] == [f"content/{name}: error[unknown-file] {message}; {fix}"]


@pytest.mark.parametrize(
    ("name", "folder_of", "what"),
    [("ward-nurse", "roles", "a role"), ("ward-vs-home", "comparisons", "a comparison")],
)
def test_a_file_in_the_other_folder_is_one_problem(
    name: str, folder_of: str, what: str, folder: Path, problems: Problems
) -> None:
    (other,) = {"roles", "comparisons"} - {folder_of}
    (folder / folder_of / f"{name}.yml").rename(folder / other / f"{name}.yml")
    (problem,) = problems(folder)
    assert (problem.code, problem.file) == ("unknown-file", f"content/{other}/{name}.yml")
    assert problem.text == f"this is {what}, in the wrong folder; move it to {folder_of}/"


def test_a_role_with_a_field_of_comparisons_is_a_role(folder: Path, problems: Problems) -> None:
    role = folder / "roles/ward-nurse.yml"
    role.write_text(f"{role.read_text(encoding='utf-8')}scales: []\n", encoding="utf-8")
    assert [(problem.code, problem.file) for problem in problems(folder)] == [
        ("unknown-key", "content/roles/ward-nurse.yml")
    ]


@pytest.mark.parametrize("name", ["roles/other.yml", "brand/fonts/LICENSE-2.txt", "comparisons-2"])
def test_a_link_out_of_the_folder_is_not_followed(folder: Path, problems: Problems, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("password: 1", encoding="utf-8")
    link = folder / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(tmp_path if name.endswith("-2") else secret)
    (problem,) = problems(folder)
    assert (problem.code, problem.file) == ("link-outside", f"content/{name}")


@pytest.mark.parametrize("name", ["roles/other.yml", "sources.yml", "brand/palette.yml", "brand/logo.svg", "site.yml"])
@pytest.mark.parametrize("what", ["folder", "circle", "nowhere"])
def test_what_is_no_file_is_told_beside_all_else(
    folder: Path, edit: Edit, problems: Problems, name: str, what: str
) -> None:
    edit(folder / "roles/ward-nurse.yml", "skill: observation", "skill: nothing")
    path = folder / name
    path.unlink(missing_ok=True)
    if what == "folder":
        path.mkdir()
    else:
        path.symlink_to(path.name if what == "circle" else "gone.yml")
    found = {(problem.code, problem.file) for problem in problems(folder)}
    assert found == {("no-file", f"content/{name}"), ("dangling-reference", "content/roles/ward-nurse.yml")}


def test_a_link_within_the_folder_is_a_file_like_any_other(folder: Path, problems: Problems) -> None:
    (folder / "roles" / "twin.yml").symlink_to(folder / "roles" / "ward-nurse.yml")
    assert "link-outside" not in {problem.code for problem in problems(folder)}


def test_a_files_name_is_an_id(folder: Path, problems: Problems) -> None:
    (folder / "roles/ward-nurse.yml").rename(folder / "roles/Ward Nurse.yml")
    (problem,) = problems(folder)  # and not that the comparisons name a role that there is not
    assert (problem.code, problem.file) == ("invalid-id", "content/roles/Ward Nurse.yml")
    assert problem.fix.startswith("name it ward-nurse.yml; ")


def test_a_copy_is_not_to_be_named_as_the_file_that_is_there(folder: Path, problems: Problems) -> None:
    shutil.copy(folder / "roles/ward-nurse.yml", folder / "roles/~$ward-nurse.yml")
    (problem,) = problems(folder)
    assert problem.fix.startswith("remove it, ")


@pytest.mark.parametrize("name", ["ward-nurse.yaml", "ward-nurse.yml.txt", "ward-nurse.YML"])
def test_a_role_whose_file_has_another_ending_is_told_once(name: str, folder: Path, problems: Problems) -> None:
    (folder / "roles/ward-nurse.yml").rename(folder / "roles" / name)
    assert [(problem.code, problem.file) for problem in problems(folder)] == [("unknown-file", f"content/roles/{name}")]


def test_a_role_that_is_gone_is_told_once_a_file_that_names_it(folder: Path, problems: Problems) -> None:
    (folder / "roles/ward-nurse.yml").unlink()
    found = [problem for problem in problems(folder) if '"ward-nurse"' in problem.message]
    assert {problem.code for problem in found} == {"dangling-reference"}
    assert len(found) == len({problem.file for problem in found}) > 1
    assert all("places" in problem.message for problem in found)


def test_few_places_of_one_wrong_id_are_told_one_by_one(folder: Path, edit: Edit, problems: Problems) -> None:
    edit(folder / "sources.yml", "handbook:", "hand-book:")
    in_glossary = [problem for problem in problems(folder) if problem.file == "content/glossary.yml"]
    assert [problem.fix for problem in in_glossary] == ['did you mean "hand-book"?'] * 2


def test_what_can_be_no_id_is_told_as_what_was_meant(folder: Path, edit: Edit, problems: Problems) -> None:
    edit(folder / "roles/ward-nurse.yml", "  - skill: handovers", "  - skill: Handovers,")
    (problem,) = problems(folder)
    assert problem.fix == 'did you mean "handovers"?'


def test_where_there_is_nothing_to_choose_from_something_is_to_be_added(folder: Path, problems: Problems) -> None:
    shutil.rmtree(folder / "comparisons")
    assert "add the comparison first" in [problem.fix for problem in problems(folder)]


@pytest.mark.parametrize("section", ["skills", "metrics", "partners", "accounts", "families"])
@pytest.mark.parametrize("left", ["a section", "all"])
def test_what_no_catalogue_has_is_told_where_it_is_named(
    folder: Path, problems: Problems, section: str, left: str
) -> None:
    role, catalogue = folder / "roles/ward-nurse.yml", folder / "catalogue.yml"
    role.write_text(f"{role.read_text(encoding='utf-8')}family: nobody\n", encoding="utf-8")
    if left == "all":
        catalogue.unlink()
    else:
        kept = yaml.safe_load(catalogue.read_text(encoding="utf-8"))
        kept.pop(section, None)
        catalogue.write_text(yaml.safe_dump(kept, sort_keys=False), encoding="utf-8")
    missing = [each for each in problems(folder) if f'write "{section}:" into catalogue.yml' in each.fix]
    assert {(each.code, each.file.split("/")[0]) for each in missing} == {("dangling-reference", "content")}
    assert "content/roles/ward-nurse.yml" in {each.file for each in missing}
    assert all(each.line for each in missing)


def test_a_source_that_no_file_has_is_told_where_it_is_named(folder: Path, problems: Problems) -> None:
    (folder / "sources.yml").unlink()
    found = [each for each in problems(folder) if each.code == "dangling-reference"]
    assert found
    assert all(each.fix.startswith("write ") and "into sources.yml" in each.fix for each in found)


def test_a_site_that_is_broken_says_nothing_of_the_sets_it_has(folder: Path, edit: Edit, problems: Problems) -> None:
    edit(folder / "site.yml", "home: ward-vs-home", "hom: ward-vs-home")
    comparison = folder / "comparisons/ward-vs-home.yml"
    comparison.write_text(f"{comparison.read_text(encoding='utf-8')}picture_set: handout\n", encoding="utf-8")
    assert {each.code for each in problems(folder)} == {"unknown-key"}


def test_a_file_that_cannot_be_read_is_no_problem_of_the_content(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(OutputError, match=r"content/site\.yml: cannot be read"):
        inspect(folder)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_in_another_encoding(encoding: str, folder: Path, problems: Problems) -> None:
    file = folder / "roles/ward-nurse.yml"
    file.write_bytes(file.read_text().replace("Many patients", "Ménÿ patients").encode(encoding))
    (problem,) = problems(folder)
    place = "content/roles/ward-nurse.yml:6:11" if encoding == "latin-1" else "content/roles/ward-nurse.yml:1:1"
    assert str(problem).startswith(f"{place}: error[wrong-encoding]")


# --- everything in one run --------------------------------------------------------------------------------------------


def test_a_dozen_mistakes_in_many_files_are_all_found_at_once(folder: Path, edit: Edit, problems: Problems) -> None:
    mistakes = [
        ("site.yml", "updated: 2026-02-03", "updated: yesterday", "yesterday", "wrong-type"),
        ("site.yml", "home: ward-vs-home", "home: ward-or-home", "ward-or-home", "dangling-reference"),
        ("sources.yml", "kind: editorial", "kind: gossip", "gossip", "wrong-value"),
        ("glossary.yml", "  also: [Shift report]", "  synonyms: [Shift report]", "synonyms", "unknown-key"),
        ("catalogue.yml", "    icon: material/ear-hearing", "    icon: material/eer", "material/eer", "unknown-icon"),
        (
            "catalogue.yml",
            "    name: Advice\n",
            "    name: Advice\n    name: Counsel\n",
            "name: Counsel",
            "duplicate-key",
        ),
        ("brand/palette.yml", 'ground: "#F7F9FB"', "ground: white", "white", "wrong-value"),
        ("roles/ward-nurse.yml", "  - skill: handovers", "  - skill: handover", "handover\n", "dangling-reference"),
        ("roles/ward-nurse.yml", "\nabbreviation: WARD", "\nabbreviation:", "abbreviation:\n", "empty-text"),
        ("roles/home-nurse.yml", "  leans: Towards", "  leans: !way Towards", "!way", "yaml-tag"),
        ("roles/clinic-nurse.yml", "    level: strong", "    level: stronger", "stronger", "wrong-value"),
        ("comparisons/all-four.yml", "{value: 10, ", "{value: 12, ", "12, ", "wrong-value"),
        ("comparisons/ward-vs-home.yml", "{ward-nurse: 2, home-nurse: 1}", "{ward-nurse: 2}", '"No"', "asymmetric"),
        ("roles/scrub-nurse.yml", "\nlead:\n", "\nleed:\n", "leed:", "unknown-key"),
    ]
    for file, old, new, _, _ in mistakes:
        edit(folder / file, old, new)
    found = problems(folder)
    missed = [
        (file, code)
        for file, _, _, at, code in mistakes
        if not any((one.code, one.file) == (code, f"content/{file}") and rest(one).startswith(at) for one in found)
    ]
    assert missed == []
    assert {problem.file for problem in found} == {f"content/{file}" for file, *_ in mistakes}
    assert len(found) == len(mistakes), "each told once"


def rest(problem: Problem) -> str:
    """The text of the file from the place on that the problem names."""
    lines = Path(problem.file).read_text().splitlines(keepends=True)
    return lines[problem.line - 1][problem.column - 1 :]


# --- any damage at all ------------------------------------------------------------------------------------------------

FLAGSHIP = {path.relative_to(ROOT / "content"): path.read_text() for path in (ROOT / "content").rglob("*.yml")}
NAMES = sorted(FLAGSHIP)


@pytest.fixture(scope="module")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the flagship's YAML, to be damaged one file at a time."""
    root = tmp_path_factory.mktemp("damaged") / "content"
    for name, text in FLAGSHIP.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


junk = st.text(st.sampled_from("ab-:?[]{},&*!|>'\"%@`# \n\t~\r\x07\x85é’\u2028\U0001f43e"), min_size=1, max_size=8)
damages = st.one_of(
    st.tuples(st.just("delete"), st.integers(0, 400), st.just("")),
    st.tuples(st.just("repeat"), st.integers(0, 400), st.just("")),
    st.tuples(st.just("insert"), st.integers(0, 20_000), junk),
    st.tuples(st.just("cut"), st.integers(0, 20_000), st.just("")),
)


def damaged(text: str, what: str, where: int, inserted: str) -> str:
    lines = text.splitlines(keepends=True)
    line, position = where % len(lines), where % len(text)
    if what == "delete":
        return "".join(lines[:line] + lines[line + 1 :])
    if what == "repeat":
        return "".join(lines[: line + 1] + lines[line:])
    return text[:position] + inserted + ("" if what == "cut" else text[position:])


@examples(0.5)
@given(st.sampled_from(NAMES), st.lists(damages, min_size=1, max_size=3))
@example(Path("site.yml"), [("insert", 0, 'x: "')])
def test_damage_is_told_as_problems_within_the_files(
    flagship: Path, name: Path, blows: list[tuple[str, int, str]]
) -> None:
    text = FLAGSHIP[name]
    for what, where, inserted in blows:
        text = damaged(text, what, where, inserted) or "\n"
    (flagship / name).write_text(text, newline="")
    try:
        found = inspect(flagship, kinds=sections())[1]
    finally:
        (flagship / name).write_text(FLAGSHIP[name])
    for problem in found:
        file = Path(problem.file)
        assert file.exists(), problem
        assert within(problem, text if file == flagship / name else file.read_text()), problem


def within(problem: Problem, text: str) -> bool:
    """Whether the place is a character of the text, or the end of one of its lines, or the file as a whole."""
    lines = split_lines(text)
    if not problem.line:
        return problem.column == 0
    return problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@examples(0.5)
@given(st.sampled_from(NAMES), st.binary(max_size=200), st.integers(0, 20_000))
@example(Path("site.yml"), b"", 0)
@example(Path("sources.yml"), b"- " * 60 + b"\xff", 0)
@example(Path("glossary.yml"), b"a: {definition: *x, term: [[[}", 0)
def test_any_bytes_give_a_model_or_problems_within_the_files(flagship: Path, name: Path, data: bytes, at: int) -> None:
    """As a file of their own, and in the midst of a sound one."""
    sound = FLAGSHIP[name].encode()
    for damaged in (data, sound[: at % len(sound)] + data + sound[at % len(sound) :]):
        (flagship / name).write_bytes(damaged)
        try:
            model, found = inspect(flagship, kinds=sections())
        finally:
            (flagship / name).write_text(FLAGSHIP[name])
        assert (model is None) == any(problem.severity is Severity.ERROR for problem in found)
        for problem in found:
            file = Path(problem.file)
            assert within(problem, decode_lossy(damaged if file == flagship / name else file.read_bytes())), problem
