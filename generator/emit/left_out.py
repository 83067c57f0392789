"""Operations for which no right code can be made: they are left out, and said to be."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from generator.load.problems import GeneratorFailure, Problem
from generator.load.references import parts, reached

from .normal import is_operation
from .prune import prune, references

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.load.documents import Json

    Place = tuple[str, str, str]

T = TypeVar("T")

_SECTIONS: Final = ("paths", "webhooks")
_CONVERTED: Final = {
    "definitions": ("schemas",),
    "parameters": ("parameters", "requestBodies"),
    "responses": ("responses",),
}
"""Where the components of Swagger 2.0 are now; problems of the conversion stand at their places."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An operation that is left out: what it is called, and the problems that it has."""

    operation: str
    problems: tuple[Problem, ...]

    @property
    def lines(self) -> tuple[Problem, ...]:
        """The problems, each with the operation that it costs."""
        return tuple(
            Problem(problem.where, f"{problem.what}, so {self.operation} is left out", problem.todo)
            for problem in self.problems
        )


def without_unsupported(
    document: dict[str, Json], work: Callable[[dict[str, Json]], T]
) -> tuple[T, tuple[LeftOut, ...]]:
    """Do the work for as much of the document as it can be done for.

    Operations with problems of their own, or that lead to components with problems, are left out
    until none has any.

    Raises:
        GeneratorFailure: A problem belongs to no operation, or every operation has some.
    """
    left_out: list[LeftOut] = []
    while True:
        try:
            return work(document), tuple(left_out)
        except GeneratorFailure as failure:
            blamed = _blamed(document, failure.problems)
            known = {problem for problems in blamed.values() for problem in problems}
            if known != set(failure.problems) or len(blamed) == len([*_operations(document)]):
                earlier = [problem for each in left_out for problem in each.problems]
                raise GeneratorFailure(dict.fromkeys([*earlier, *failure.problems])) from None
        document = deepcopy(document)
        for place, problems in blamed.items():
            section, path, method = place
            title = f"{method.upper()} {path}" if section == "paths" else f"the webhook {path}"
            left_out.append(LeftOut(title, tuple(problems)))
            items = document[section]
            if isinstance(items, dict) and isinstance(item := items[path], dict):
                del item[method]
                if not any(map(is_operation, item)):
                    del items[path]
        document = prune(document)


def _operations(document: Mapping[str, Json]) -> Iterator[tuple[Place, Json, Mapping[str, Json]]]:
    """Every operation, with the item of its path."""
    for section in _SECTIONS:
        items = document.get(section)
        for path, item in items.items() if isinstance(items, dict) else ():
            for method, raw in item.items() if isinstance(item, dict) else ():
                if is_operation(method) and isinstance(item, dict):
                    yield (section, path, method), raw, item


def _blamed(
    document: Mapping[str, Json], problems: Iterable[Problem]
) -> dict[Place, list[Problem]]:
    """The operations that each problem concerns."""
    own: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        first, *rest = parts(problem.where) or [""]
        for section in _CONVERTED.get(first, ()):
            own.setdefault(("components", section, *rest[:1]), []).append(problem)
        own.setdefault((first, *rest[:2]), []).append(problem)
    sections = document.get("components")
    leading = {
        (section, name): [*references(member)]
        for section, members in (sections.items() if isinstance(sections, dict) else ())
        for name, member in (members.items() if isinstance(members, dict) else ())
    }
    blamed: dict[Place, list[Problem]] = {}
    for place, raw, item in _operations(document):
        shared = {key: value for key, value in item.items() if not is_operation(key)}
        used = reached(references([raw, shared]), lambda each: leading.get(each, ()))
        found = [
            problem
            for where, concerned in own.items()
            if (where[0] == "components" and where[1:] in used)
            # of the operation, or of the path and of what its operations share
            or (
                where[:2] == place[:2]
                and (where[2:] in {(), place[2:]} or not is_operation(where[2]))
            )
            for problem in concerned
        ]
        if found:
            blamed[place] = list(dict.fromkeys(found))
    return blamed
