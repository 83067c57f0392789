"""Numbered steps, each with what came of it; the first surprise ends the demo."""

from __future__ import annotations

from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs
from rich.text import Text

from nuki import NukiError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

E = TypeVar("E", bound=NukiError)

_WIDTH = 38


class UnexpectedError(Exception):
    """A step did not come out as expected; the report has said so."""


@attrs.define
class Caught(Generic[E]):
    """What a block raised, once it has ended."""

    _error: E | None = None

    @property
    def error(self) -> E:
        assert self._error is not None
        return self._error


class Report:
    def __init__(self, console: Console) -> None:
        self._console = console
        self.steps = 0

    def say(self, line: object) -> None:
        self._console.print(line, highlight=False, markup=False, soft_wrap=True)

    def chapter(self, time: str, title: str) -> None:
        self.say("")
        self.say(Text.assemble((time, "cyan"), "  ", (title, "bold")))

    def step(self, what: str, outcome: object, *, expected: object, shown: str = "") -> None:
        """Note an outcome, as it is ``shown``; it must equal the expected one, class and all.

        Raises:
            UnexpectedError: It is not.
        """
        if outcome != expected or type(outcome) is not type(expected):
            raise self._surprise(what, f"{expected!r}", f"{outcome!r}")
        self._note(what, shown or _shown(outcome))

    @contextmanager
    def refusal(self, what: str, *, expected: type[E]) -> Iterator[Caught[E]]:
        """Note what the block raises; it must be an error of exactly this class."""
        caught = Caught[E]()
        try:
            yield caught
        except NukiError as error:
            if type(error) is not expected:
                raise self._surprise(what, expected.__name__, _named(error)) from None
            caught._error = error  # noqa: SLF001 - a class of this module
            self._note(what, expected.__name__)
        else:
            raise self._surprise(what, expected.__name__, "no error")

    def broken(self, error: Exception) -> None:
        """Say that the demo could not go on."""
        self._surprise("the next step", "an outcome", _named(error))

    def _note(self, what: str, outcome: str) -> None:
        self.steps += 1
        self.say(Text.assemble(f"{self.steps:4}. ", ("ok", "green"), f" {what:{_WIDTH}} {outcome}"))

    def _surprise(self, what: str, expected: str, found: str) -> UnexpectedError:
        self.steps += 1
        self.say(Text.assemble(f"{self.steps:4}. ", ("NOT AS EXPECTED", "bold red"), f" {what}"))
        self.say(f"      expected: {expected}")
        self.say(f"      found:    {found}")
        return UnexpectedError(what)


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _shown(outcome: object) -> str:
    if isinstance(outcome, list):
        return ", ".join(map(_shown, outcome)) or "none"
    if isinstance(outcome, bool):
        return "yes" if outcome else "no"
    text = outcome.name if isinstance(outcome, Enum) else str(outcome)
    return text if text.isprintable() else repr(text)
