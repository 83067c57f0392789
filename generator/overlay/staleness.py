"""Why overlays no longer fit: the nodes that changed between two versions of a document."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.load.references import at, pointer
from generator.overlay.engine import apply_overlays
from generator.overlay.expectation import short
from generator.overlay.merge import clone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.load.documents import Json
    from generator.overlay.engine import OverlayError
    from generator.overlay.model import Action, Overlay
    from generator.overlay.selection import Node

    Location: TypeAlias = tuple[int | str, ...]
    Nodes: TypeAlias = dict[Location, Json]

_SHOWN: Final = 3
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class _Side:
    """A document after its overlays, and what the actions in question selected on the way."""

    document: Json
    nodes: dict[tuple[str, int], Nodes]


def explained(
    overlay_errors: Sequence[OverlayError],
    overlays: Sequence[Overlay],
    old: dict[str, Json],
    new: dict[str, Json],
) -> list[OverlayError]:
    """The errors of overlays on ``new``, each with the nodes that were otherwise in ``old``.

    Both are OpenAPI 3.1 documents before their overlays.
    """
    wanted = {(error.overlay, error.action.number) for error in overlay_errors}
    if not wanted:
        return []
    before, after = (_side(document, overlays, wanted) for document in (old, new))
    results: list[OverlayError] = []
    for error in overlay_errors:
        key = (error.overlay, error.action.number)
        was, now = before.nodes.get(key, {}), after.nodes.get(key, {})
        changes: list[str] = []
        for place in (place for place in was if place not in now):
            steps = (place[:depth] for depth in range(1, len(place) + 1))
            missing = next((step for step in steps if at(after.document, step) is None), place)
            changes.append(f"{pointer(missing)} is gone")
        changes += [f"{pointer(place)} is new" for place in now if place not in was]
        for place in (place for place in was if place in now):
            changes += _differences(place, was[place], now[place])
        found = list(dict.fromkeys(changes))
        why = ", ".join(found[:_SHOWN]) or "nor did it fit the older document"
        more = f", and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        results.append(replace(error, what=f"{error.what}; {why}{more}"))
    return results


def _side(
    document: dict[str, Json], overlays: Sequence[Overlay], wanted: set[tuple[str, int]]
) -> _Side:
    found: dict[tuple[str, int], Nodes] = {}

    def watch(overlay: Overlay, action: Action, nodes: list[Node]) -> None:
        key = (overlay.name, action.number)
        if key in wanted:
            found[key] = {node.location: clone(node.value) for node in nodes}

    return _Side(apply_overlays(document, overlays, strict=True, watch=watch).document, found)


def _differences(location: Location, old: Json, new: Json) -> Iterator[str]:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in {**old, **new}:
            if name not in new:
                yield f"{pointer((*location, name))} is gone"
            elif name not in old:
                yield f"{pointer((*location, name))} is new"
            else:
                yield from _differences((*location, name), old[name], new[name])
    elif json.dumps(old) != json.dumps(new):
        yield f"{pointer(location)} was {short(old, _LONGEST)}, is {short(new, _LONGEST)}"
