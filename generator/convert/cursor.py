"""A value together with its place in the document, so that every problem can say where it is."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from generator.load.problems import Problem
from generator.load.references import pointer

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.load.documents import Json

_KINDS: Final[dict[type, str]] = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a boolean",
    type(None): "null",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The whole document, and the problems found in it so far."""

    document: Json
    _found: dict[tuple[tuple[str, ...], str], str] = field(
        default_factory=dict[tuple[tuple[str, ...], str], str]
    )

    @property
    def root(self) -> Cursor:
        """The place where reading begins."""
        return Cursor(self.document, (), self)

    def report(self, path: tuple[str, ...], what: str, todo: str) -> None:
        """Note a problem; the same one at the same place counts once."""
        self._found[path, what] = todo

    def problems(self) -> tuple[Problem, ...]:
        """Every problem, in document order."""
        return tuple(problem for _, problem in self.found())

    def found(self) -> list[tuple[tuple[str, ...], Problem]]:
        """Every problem with its place, in document order."""
        members: dict[int, dict[str, int]] = {}  # of each object, where its members stand in it
        found: list[tuple[list[int], tuple[str, ...], Problem]] = []
        for (path, what), todo in self._found.items():
            position: list[int] = []
            value = self.document
            for step in path:
                if isinstance(value, dict):
                    if id(value) not in members:
                        members[id(value)] = {name: index for index, name in enumerate(value)}
                    position.append(members[id(value)][step])
                    value = value[step]
                elif isinstance(value, list):
                    position.append(int(step))
                    value = value[int(step)]
            found.append((position, path, Problem(pointer(path), what, todo)))
        return [(path, problem) for _, path, problem in sorted(found, key=itemgetter(0))]


@dataclass(frozen=True, slots=True)
class Cursor:
    """One value of the document; to read it as what it is not is a problem, not a crash."""

    value: Json
    path: tuple[str, ...]
    source: Source

    def report(self, what: str, todo: str = "") -> None:
        """Note what is wrong here, and what to do about it."""
        self.source.report(self.path, what, todo)

    def members(self) -> dict[str, Cursor]:
        """The members of this object; of anything else none, and a problem."""
        if isinstance(self.value, dict):
            return {
                name: Cursor(value, (*self.path, name), self.source)
                for name, value in self.value.items()
            }
        self._mismatch("an object")
        return {}

    def elements(self) -> list[Cursor]:
        """The elements of this array; of anything else none, and a problem."""
        if isinstance(self.value, list):
            return [
                Cursor(value, (*self.path, str(index)), self.source)
                for index, value in enumerate(self.value)
            ]
        self._mismatch("an array")
        return []

    def text(self) -> str:
        """This string; of anything else the empty one, and a problem."""
        if isinstance(self.value, str):
            return self.value
        self._mismatch("a string")
        return ""

    def texts(self) -> list[str]:
        """The strings of this array."""
        return [element.text() for element in self.elements()]

    def copy(self) -> Json:
        """The value as it is, sharing nothing with the document."""
        return deepcopy(self.value)

    def only(self, known: Collection[str]) -> dict[str, Cursor]:
        """The members of this object, each of them known or an extension; others are a problem."""
        members = self.members()
        for name, member in members.items():
            if name not in known and not name.startswith("x-"):
                member.report(
                    f"Swagger 2.0 has no member {name!r} here", "remove it, or call it x-…"
                )
        return members

    def _mismatch(self, wanted: str) -> None:
        found = _KINDS.get(type(self.value), "a number")
        self.report(f"must be {wanted}, not {found}")


def kept(members: Mapping[str, Cursor], names: Collection[str]) -> dict[str, Json]:
    """Copies of the named members, of those that are there, and of every extension."""
    return {
        name: member.copy()
        for name, member in members.items()
        if name in names or name.startswith("x-")
    }
