"""Numbered steps, each with what came of it and whether that was expected."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from nuki import NukiError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Report:
    def __init__(self) -> None:
        self._steps = 0
        self._surprises = 0

    @property
    def as_expected(self) -> bool:
        return self._steps > 0 and not self._surprises

    @property
    def summary(self) -> str:
        outcome = "all as expected" if self.as_expected else f"{self._surprises} not as expected"
        return f"{self._steps} steps, {outcome}"

    def step(self, what: str, outcome: object, *, expected: object) -> None:
        """Note an outcome; it must be equal to the expected one and of the same class."""
        same = outcome == expected and type(outcome) is type(expected)
        self._note(what, _shown(outcome) if same else f"{outcome!r}, not {expected!r}", same=same)

    @contextmanager
    def refusal(self, what: str, *, expected: type[NukiError]) -> Iterator[None]:
        """Note what the block raises; it must be an error of exactly this class."""
        try:
            yield
        except NukiError as error:
            same = type(error) is expected
            self._note(what, f"{type(error).__name__}: {error}", same=same)
        else:
            self._note(what, f"no {expected.__name__}", same=False)

    @contextmanager
    def part(self, title: str) -> Iterator[None]:
        """One client; an error that no step expects ends its part, not the report."""
        print(f"\n{title}")
        try:
            yield
        except NukiError as error:
            self._note("go on", f"{type(error).__name__}: {error}", same=False)

    def _note(self, what: str, outcome: str, *, same: bool) -> None:
        self._steps += 1
        self._surprises += not same
        print(f"{self._steps:4}. {what}: {outcome}  [{'ok' if same else 'NOT AS EXPECTED'}]")


def _shown(outcome: object) -> str:
    if isinstance(outcome, list):
        return ", ".join(map(_shown, outcome))
    text = str(outcome)
    return text if text.isprintable() else repr(text)
