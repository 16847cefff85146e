"""All workers are asked what they have before any of them paints.

In: a client, fonts, a store. Out: whether all reach the store; or the refusal of those that would paint other bytes.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from typing import Any

from generator.painting.cluster.task import Answer, Font, Question, call
from generator.painting.cluster.token import leave
from generator.painting.cluster.versions import differences, versions
from generator.painting.cluster.worker import describe
from generator.painting.threads import Threads
from generator.problems import OutputError, one_line, shorten

_SECONDS = 60.0
_NAMED = 5  # workers, in one message
_LENGTH = 200


def agreed(client: Any, fonts: tuple[Font, ...], store: str) -> bool:
    """Whether all workers reach the store. OutputError: some would paint something else, each by its name."""
    question = Question(fonts, store, leave(store) if store else "")
    answers = _asked(client, question)
    refused = {worker: words for worker, answer in answers.items() if (words := _words(answer))}
    if refused:
        raise OutputError(_refusal(refused, _names(client)))
    return all(answer.reaches_store for answer in answers.values())


def _asked(client: Any, question: Question) -> Mapping[str, Any]:
    """An `Answer`, or what went wrong, by the worker's address."""
    asked = Threads(1).submit(lambda: client.run(pickle.loads, call(describe, question), on_error="return"))
    try:
        return dict(asked.result(_SECONDS))
    except TimeoutError:
        raise OutputError(f"some workers do not say within {_SECONDS:.0f} seconds what they have") from None


def _words(answer: object) -> tuple[str, ...]:
    """Why a worker is refused; nothing where it is not."""
    if isinstance(answer, ImportError | AttributeError):
        return (f"has no such Visavis as this ({shorten(one_line(str(answer)), _LENGTH)})",)
    if not isinstance(answer, Answer):
        return (f"does not say what it has ({shorten(one_line(str(answer)), _LENGTH)})",)
    return (
        *differences(versions(), answer.versions),
        *(f"another font in {path}" for path in answer.other_fonts),
    )


def _refusal(refused: Mapping[str, tuple[str, ...]], names: Mapping[str, str]) -> str:
    listed = [f"  {names.get(worker, worker)}: {', '.join(words)}" for worker, words in sorted(refused.items())]
    more = len(listed) - _NAMED
    told = listed[:_NAMED] + ([f"  and {more} more"] if more > 0 else [])
    head = "Workers differ from this machine and would paint other files; give them the same, or take them out:"
    return "\n".join((head, *told))


def _names(client: Any) -> dict[str, str]:
    """How people know the workers, by address."""
    found = client.scheduler_info(n_workers=-1)["workers"]
    return {address: f"{address} ({about['name']})" for address, about in found.items() if about["name"] != address}
