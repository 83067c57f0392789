"""Objects compared member by member, so that nothing that differs is passed over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, TypeAlias

from .wire_places import elements, members, reference
from .wire_wording import altered, quoted, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.load.documents import Json

    from .changes import WireChange
    from .wire_places import Object, Place

Changes: TypeAlias = "Iterator[WireChange]"
Handler: TypeAlias = "Callable[[Object, Object, str, Place], Iterable[WireChange]]"
"""Compares the members of that name of two objects at a place; one of the objects may lack it."""
Pair: TypeAlias = "Callable[[Json, Json, Place], Iterable[WireChange]]"
"""Compares two values at a place."""
Single: TypeAlias = "Callable[[Json, Place], Iterable[WireChange]]"
"""Says what it means that only one document has the value at a place."""

_UNORDERED: Final = frozenset({"required", "enum", "tags", "type", "parameters"})
_REQUIREMENTS: Final = "security"


def compare(
    old: Json,
    new: Json,
    place: Place,
    handlers: Mapping[str, Handler],
    rest: Handler | None = None,
) -> Changes:
    """Every member of two objects by its handler, or by the one for the rest.

    What no handler knows, and what is no object, is *other*.
    """
    if not isinstance(old, dict) or not isinstance(new, dict):
        yield from other(old, new, place)
        return
    for key in dict.fromkeys((*new, *old)):
        if not same(_only(old, key), _only(new, key)):
            handler = handlers.get(key, rest)
            found = list(handler(old, new, key, place) if handler else ())
            yield from found or other_member(old, new, key, place)


def entries(  # noqa: PLR0913 - two maps, where they stand, and what each of three cases means
    old: Json,
    new: Json,
    places: Callable[[str], Place],
    *,
    both: Pair,
    added: Single,
    removed: Single,
) -> Changes:
    """Every entry of two maps; their keys are names that the documents give."""
    before, after = members(old), members(new)
    for name in dict.fromkeys((*after, *before)):
        here = places(name)
        if name not in before:
            yield from added(after[name], here)
        elif name not in after:
            yield from removed(before[name], here)
        else:
            yield from settled(both, before[name], after[name], here)


def settled(pair: Pair, old: Json, new: Json, place: Place) -> Changes:
    """What a comparison finds; where it finds nothing, or goes too deep, it is *other*."""
    if same(old, new) and reference(old) is None:
        return
    try:
        found = list(pair(old, new, place))
    except RecursionError:
        found = []
    yield from found or other(old, new, place)


def comes_and_goes(kind: str) -> dict[str, Single]:
    """The kinds ``…-added`` and ``…-removed``, for ``entries`` of which nothing else is said."""
    return {
        "added": lambda _, here: here.change(f"{kind}-added", f"{here.name} is new"),
        "removed": lambda _, here: here.change(f"{kind}-removed", f"{here.name} is gone"),
    }


def other(old: Json, new: Json, place: Place) -> Changes:
    """The change of what no rule knows, if there is one."""
    if not alike(old, new, place):
        before, after = shown(old), shown(new)
        text = f"is {after}, was {before}" if before != after else "is another"
        yield from place.change("other-changed", f"{place.name} {text}")


def other_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The same for one member of two objects."""
    if not alike(_only(old, key), _only(new, key), place):
        yield from member(old, new, key, place, "other-changed")


def member(old: Object, new: Object, key: str, place: Place, kind: str) -> Changes:
    """A change of that kind, at the member and in its name."""
    return place.at(key).change(kind, altered(quoted(key), old, new, place.name))


def changed(kind: str) -> Handler:
    """The handler of members whose every difference is of one kind."""
    return lambda old, new, key, place: member(old, new, key, place, kind)


def alike(old: Json, new: Json, place: Place) -> bool:
    """Whether two values are the same, but for the order of what has none, and for references.

    What renamed schemas, and those that are followed, lead to is compared by itself.
    """
    if same(old, new):
        return True
    pairs = (*place.sides.renamed, *(place.followed or ()))
    renamed = frozenset(text for pair in pairs for text in pair)
    return same(_ordered(old, renamed), _ordered(new, renamed))


def same(old: Json, new: Json) -> bool:
    """Whether two values are the same JSON; the order of members does not count."""
    return old is new or _text(old) == _text(new)


def listed(old: Json, new: Json) -> tuple[list[Json], list[Json]]:
    """What is gone from a list, and what is new in it."""
    before, after = ({_text(each): each for each in elements(side)} for side in (old, new))
    gone = [each for text, each in before.items() if text not in after]
    return gone, [each for text, each in after.items() if text not in before]


def without(value: Json, words: tuple[str, ...]) -> Json:
    """A copy without the members of these names, at any depth."""
    if isinstance(value, dict):
        return {key: without(each, words) for key, each in value.items() if key not in words}
    return [without(each, words) for each in value] if isinstance(value, list) else value


def chosen(value: Object, is_wanted: Callable[[str], bool]) -> Object:
    """A copy with some of the members."""
    return {key: each for key, each in value.items() if is_wanted(key)}


def _only(value: Object, key: str) -> Object:
    return {key: value[key]} if key in value else {}


def _text(value: Json) -> str:
    return json.dumps(value, sort_keys=True)


def _ordered(value: Json, renamed: frozenset[str], key: str = "") -> Json:
    """A copy in which what is alike is the same; ``key`` says what the value is."""
    if isinstance(value, dict):
        keys = {name: "required" if key == _REQUIREMENTS else name for name in value}
        return {name: _ordered(each, renamed, keys[name]) for name, each in value.items()}
    if isinstance(value, list):
        inner = key if key == _REQUIREMENTS else ""
        ordered = [_ordered(each, renamed, inner) for each in value]
        return sorted(ordered, key=_text) if key in _UNORDERED else ordered
    return "renamed" if key == "$ref" and value in renamed else value
