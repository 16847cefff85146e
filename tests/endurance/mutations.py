"""Random mistakes in a content folder, such as an editor, a script or a broken disk makes.

In: a content folder and dice. Out: the folder with some of its files changed; the same dice change it alike.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

Lines = list[str]

# What YAML takes for something else than text, what means something elsewhere, what is hard to set, and plain words.
_YAML = "null true -1 0 10 1e308 .nan .inf 0x1F 1_000 2026-02-30 2026-02-28 [] {} [a,b] '' \"\" | >- *x &x !!binary @ `"
_VALUES = (
    *("", *_YAML.split(), "{a: b}", "a: b", "- a", "# a", "%YAML", "!!python/object:os.system x"),
    *("<b>a</b>", "{{ 7 * 7 }}", "[a](javascript:b)", "../../etc/passwd", "$x$"),
    *("\u202etxet", "a\u0301", "\U0001f600", "文字", "\ufeff", "ﷺ", "\u00ad", "a\tb", "W" * 60, "word " * 80, "a"),
    *("Two words", "A sentence that an editor could have written.", "key-account-manager", "material/handshake"),
)
_SIGNS = ("", *"\t\0\r\x85\u2028\ufffe'\":-?|&*!%{}[]")


def spoil(content: Path, dice: Random) -> None:
    """Makes one to three mistakes."""
    for _ in range(dice.choice((1, 1, 2, 3))):
        files = sorted(path for path in content.rglob("*.yml") if path.is_file())
        if files:
            dice.choice(_FILE_MISTAKES)(dice.choice(files), dice)


def _lines(change: Callable[[Lines, int, Random], None]) -> Callable[[Path, Random], None]:
    """A mistake in the lines of a file, at one of them."""

    def mistake(file: Path, dice: Random) -> None:
        lines = file.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
        change(lines, dice.randrange(len(lines)), dice)
        file.write_text("\n".join(lines), encoding="utf-8", errors="surrogateescape")

    return mistake


def _drop(lines: Lines, at: int, dice: Random) -> None:
    del lines[at : at + dice.choice((1, 1, 2, 10))]


def _repeat(lines: Lines, at: int, dice: Random) -> None:
    lines.insert(dice.randrange(len(lines)), lines[at])


def _indent(lines: Lines, at: int, dice: Random) -> None:
    lines[at] = " " * dice.randrange(1, 4) + lines[at] if dice.random() < 0.5 else lines[at].removeprefix("  ")


def _revalue(lines: Lines, at: int, dice: Random) -> None:
    """Another value for a key, or for an entry of a list."""
    head, colon, _ = lines[at].partition(": ")
    lines[at] = f"{head}{colon}{dice.choice(_VALUES)}" if colon else f"{head.split('-')[0]}- {dice.choice(_VALUES)}"


def _exchange(lines: Lines, at: int, dice: Random) -> None:
    """The values of two keys, each in the other's place."""
    other = dice.randrange(len(lines))
    (head, colon, value), (head2, colon2, value2) = lines[at].partition(": "), lines[other].partition(": ")
    lines[at], lines[other] = head + colon + value2, head2 + colon2 + value


def _mistype(lines: Lines, at: int, dice: Random) -> None:
    if line := lines[at]:
        place = dice.randrange(len(line))
        lines[at] = line[:place] + dice.choice(_SIGNS) + line[place + 1 :]


def _empty(file: Path, _: Random) -> None:
    file.write_bytes(b"")


def _cut(file: Path, dice: Random) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: dice.randrange(len(data) + 1)])


def _garble(file: Path, dice: Random) -> None:
    data = bytearray(file.read_bytes() or b"a")
    data[dice.randrange(len(data))] = dice.randrange(256)
    file.write_bytes(data)


def _remove(file: Path, _: Random) -> None:
    file.unlink()


def _misname(file: Path, dice: Random) -> None:
    file.rename(file.with_name(dice.choice(("a.yml", "A b.yml", "x.yaml", "-.yml", ".yml", "é.yml", "con.yml"))))


_IN_LINES = (_drop, _repeat, _indent, _revalue, _revalue, _revalue, _exchange, _mistype, _mistype)
_FILE_MISTAKES = (*map(_lines, _IN_LINES), _empty, _cut, _garble, _remove, _misname)
