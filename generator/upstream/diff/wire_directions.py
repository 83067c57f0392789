"""Which way the components of a description travel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.emit.prune import prune

from .changes import Direction
from .wire_operations import METHODS
from .wire_places import members, resolved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.load.documents import Json

    from .wire_places import Component, Object

_NAMED: Final = "securitySchemes"
"""These are named in requests, and referred to by nothing."""
_OTHER: Final = {Direction.REQUEST: Direction.ANSWER, Direction.ANSWER: Direction.REQUEST}


def directions(*documents: Object) -> Mapping[Component, set[Direction]]:
    """By section and name, how components travel in any of the documents; unused ones are missing.

    Webhooks are requests that arrive, so they count as answers.
    """
    found: dict[Component, set[Direction]] = {}
    for document in documents:
        roots: dict[Direction, list[Json]] = {each: [] for each in _OTHER}
        _collect(document, document.get("paths"), Direction.REQUEST, roots)
        _collect(document, document.get("webhooks"), Direction.ANSWER, roots)
        for direction, values in roots.items():
            kept = prune({"paths": values, "components": document.get("components")})
            for section, each in members(kept.get("components")).items():
                for name in members(each):
                    found.setdefault((section, name), set()).add(direction)
    named = {(section, name): {Direction.REQUEST} for section, name in found if section == _NAMED}
    return {**found, **named}


def _collect(
    document: Object, items: Json, there: Direction, roots: dict[Direction, list[Json]]
) -> None:
    """Sort the parts of path items by the direction in which they travel."""
    for item in members(items).values():
        for key, value in members(resolved(document, item)).items():
            parts = members(value) if key in METHODS else {key: value}
            for name, part in parts.items():
                roots[_OTHER[there] if name == "responses" else there].append(part)
