"""The files that a deck can be written as: which one a name asks for, and what of a person's choice holds for it.

In: a file's name, `Options`. Out: a `Form`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from generator.deck.options import Options
from generator.problems import UsageError

Form = Literal["pptx", "odp", "html", "md"]
FORMS: tuple[Form, ...] = get_args(Form)
_OF_SLIDES = ("pptx", "odp")  # of real shapes and texts
_USUAL = Options()


def form_of(file: Path | None, options: Options = _USUAL) -> Form:
    """By the file's ending; PowerPoint's without a file.

    UsageError: there is no such form, or it knows nothing of what was chosen.
    """
    form = file.suffix.removeprefix(".").lower() if file else FORMS[0]
    if form not in FORMS:
        *most, last = (f".{known}" for known in FORMS)
        raise UsageError(f'"{file}" is no deck; let its name end in {", ".join(most)} or {last}')
    if form not in _OF_SLIDES:
        chosen = {
            "--fonts": options.fonts != _USUAL.fonts,
            "--tables": options.tables,
            "--flow": options.flow,
            "--build": options.build,
            "--pictures": options.pictures,
            "--template": options.template is not None,
        }
        for name, given in chosen.items():
            if given:
                raise UsageError(
                    f"{name} is for .pptx and .odp; in .{form} every picture is a drawing beside its title"
                )
    return form
