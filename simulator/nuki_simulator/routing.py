"""From method and path to the operation, by the tables that the descriptions give."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nuki_core.request import Operation


@attrs.frozen
class Route:
    """An operation, and what stands in the path for its parameters, by wire name."""

    operation: Operation
    path_values: dict[str, str]

    @property
    def key(self) -> tuple[str, str]:
        """Resource and name, under which a face keeps the function that answers."""
        return self.operation.resource, self.operation.name


class Router:
    """Finds operations; a literal segment beats a parameter (``/account/user`` over ``/{id}``)."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._by_shape: dict[tuple[str, int], list[tuple[tuple[str, ...], Operation]]] = {}
        for operation in operations:
            template = tuple(operation.path.split("/")[1:])
            self._by_shape.setdefault((operation.method, len(template)), []).append(
                (template, operation)
            )
        for candidates in self._by_shape.values():
            candidates.sort(key=lambda entry: [part.startswith("{") for part in entry[0]])

    def route(self, method: str, path: str) -> Route | None:
        """The operation that a request addresses, or ``None``."""
        parts = path.split("/")[1:]
        for template, operation in self._by_shape.get((method, len(parts)), ()):
            values = _match(template, parts)
            if values is not None:
                return Route(operation, values)
        return None

    def methods(self, path: str) -> set[str]:
        """The methods that a path takes."""
        known = {method for method, _ in self._by_shape}
        return {method for method in known if self.route(method, path)}


def _match(template: tuple[str, ...], parts: list[str]) -> dict[str, str] | None:
    values: dict[str, str] = {}
    for expected, part in zip(template, parts, strict=True):
        if expected.startswith("{"):
            if not part:
                return None
            values[expected[1:-1]] = unquote(part)
        elif expected != part:
            return None
    return values
