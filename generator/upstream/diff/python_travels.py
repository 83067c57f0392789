"""Which way the instances of a class travel: to a method, out of one, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .changes import Direction
from .python_annotations import mentioned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .python_annotations import Type
    from .surface import Surface


def travels(surface: Surface) -> dict[str, tuple[Direction, ...]]:
    """The directions of every class; what no method takes or returns comes in webhooks."""
    given = _reached(surface, (kind for kinds, _ in _signatures(surface) for kind in kinds))
    gotten = _reached(surface, (kind for _, kind in _signatures(surface)))
    ways = {Direction.REQUEST: given, Direction.ANSWER: gotten}
    return {
        name: tuple(way for way, names in ways.items() if name in names) or (Direction.ANSWER,)
        for name in surface.classes
    }


def _signatures(surface: Surface) -> Iterator[tuple[list[Type], Type]]:
    for name in surface.resources:
        for method in surface.classes[name].methods.values():
            yield [each.annotation for each in method.parameters.values()], method.returns


def _reached(surface: Surface, kinds: Iterable[Type]) -> set[str]:
    found: set[str] = set()
    todo = [name for kind in kinds for name in mentioned(kind)]
    while todo:
        name = todo.pop()
        if name not in found and name in surface.classes:
            found.add(name)
            fields = surface.classes[name].fields.values()
            todo += [other for field in fields for other in mentioned(field.annotation)]
    return found
