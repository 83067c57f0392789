"""What every stage reports when something does not fit: values, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

S = TypeVar("S")
T = TypeVar("T")


def one_line(text: str) -> str:
    """Text that may hold a vendor's, as one line that moves no cursor and starts no command.

    GitHub's runner takes a line of a log that begins with two colons for a command.
    """
    shown = "".join(
        character
        if character.isprintable()
        else character.encode("unicode_escape", "backslashreplace").decode()
        for character in text
    )
    return f"'{shown}'" if shown.lstrip().startswith(("::", "##[")) else shown


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where it stands, what it is, and what to do about it."""

    where: str
    what: str
    todo: str = ""

    def __str__(self) -> str:
        tail = f" ({self.todo})" if self.todo else ""
        return one_line(f"{self.where}: {self.what}{tail}")


class GeneratorFailure(Exception):  # noqa: N818 - it carries problems; it is not one error
    """A stage could not do its work; ``problems`` names every reason, in document order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def collected(work: Callable[[S], T], items: Iterable[S]) -> list[T]:
    """Do the work for every item; what fails is raised at the end, all of it at once."""
    done: list[T] = []
    problems: list[Problem] = []
    for item in items:
        try:
            done.append(work(item))
        except GeneratorFailure as failure:
            problems += failure.problems
    if problems:
        raise GeneratorFailure(problems)
    return done
