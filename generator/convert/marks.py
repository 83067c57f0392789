"""What could not be converted, which stays with its operation until an overlay mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from generator.load.documents import Json
    from generator.load.problems import Problem

UNSUPPORTED: Final = "x-nuki-unsupported"
"""``[{where, what, todo}]``: what was lost there. An overlay that says it right removes this."""

_OWN: Final = "x-nuki-"
_LITERALS: Final = frozenset({"example", "examples", "default", "enum", "const"})
_NAME_MAPS: Final = frozenset(
    {
        *("properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "paths"),
        *("schemas", "parameters", "responses", "headers", "requestBodies", "pathItems"),
    }
)


def mark(holder: dict[str, Json], problem: Problem) -> None:
    """Note on an operation or a component what could not be converted of it."""
    noted = holder.setdefault(UNSUPPORTED, [])
    if isinstance(noted, list):
        noted.append({"where": problem.where, "what": problem.what, "todo": problem.todo})


def without_own(value: Json, *, named: bool = False) -> Json:
    """The same without our own extensions, which only overlays may give.

    A vendor that happened to write one would otherwise be obeyed: an operation that moves a bolt
    could call itself harmless. ``named`` is a map from names that may be called like that.
    """
    if isinstance(value, list):
        return [without_own(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: member
        if not named and key in _LITERALS
        else without_own(member, named=not named and key in _NAME_MAPS)
        for key, member in value.items()
        if named or not key.lower().startswith(_OWN)
    }
