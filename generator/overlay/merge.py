"""Merging values into a document in place, with a way back.

Overlay 1.1.0 and 1.2.0, section "Action Object", spell out the rules; 1.0.0 names the recursive
merge only, and is read the same way.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

from jsonpath_rfc9535.serialize import canonical_string

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.load.documents import Json

Undo: TypeAlias = "list[Callable[[], object]]"
"""Steps that take changes back, last one first; empty if nothing changed."""


class ActionError(Exception):
    """An action does not fit the document: what is wrong, and what to do about it."""

    def __init__(self, what: str, todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo


def clone(value: Json) -> Json:
    """A deep copy that shares nothing, neither with ``value`` nor within itself."""
    if isinstance(value, dict):
        return {key: clone(item) for key, item in value.items()}
    if isinstance(value, list):
        return [clone(item) for item in value]
    return value


def kind(value: Json) -> str:
    """``object``, ``array`` or ``primitive``; null is a primitive (RFC 9535, section 1.1)."""
    if isinstance(value, dict):
        return "object"
    return "array" if isinstance(value, list) else "primitive"


def same(left: Json, right: Json) -> bool:
    """Whether two values are the same JSON: ``1`` is not ``true``, order of members is nothing."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return isinstance(left, bool) == isinstance(right, bool) and left == right


def merge(target: dict[str, Json], update: dict[str, Json], undo: Undo, path: str) -> None:
    """Merge ``update`` into ``target``, which stands at the normalized path ``path``.

    Raises:
        ActionError: two values of the same name are of different kinds.
    """
    for name, new in update.items():
        if name not in target:
            target[name] = clone(new)
            undo.append(partial(target.pop, name))
            continue
        old = target[name]
        if isinstance(old, dict) and isinstance(new, dict):
            merge(old, new, undo, f"{path}[{canonical_string(name)}]")
        elif isinstance(old, list) and isinstance(new, list):
            extend(old, new, undo)
        elif kind(old) == kind(new):
            replace(target, name, new, undo)
        else:
            place = f"{path}[{canonical_string(name)}]"
            raise ActionError(
                f"an update of kind {kind(new)} does not fit the {kind(old)} {place}",
                "remove the old value in an action before this one",
            )


def extend(target: list[Json], items: list[Json], undo: Undo) -> None:
    """Concatenate ``items`` to ``target``."""
    if items:
        undo.append(partial(target.__delitem__, slice(len(target), None)))
        target.extend(map(clone, items))


def replace(container: dict[str, Json] | list[Json], key: str | int, new: Json, undo: Undo) -> None:
    """Put the primitive ``new`` in the place of the primitive at ``key``."""
    slots = cast("dict[str | int, Json]", container)
    old = slots[key]
    if not same(old, new):
        undo.append(partial(slots.__setitem__, key, old))
        slots[key] = new
