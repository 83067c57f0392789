"""Two documents, compared node by node: where a comparison stands, and what it says.

Nothing that differs is passed over: what no rule knows is an ``other-changed`` of its node.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.load.documents import Json
from generator.load.references import pointer, steps, target

from .changes import LONGEST, Direction, WireChange, cut, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Object = dict[str, Json]
Component = tuple[str, str]
"""Section and name: ``("schemas", "Smartlock")``."""
Changes: TypeAlias = "Iterator[WireChange]"
Handler: TypeAlias = "Callable[[Object, Object, str, Place], Iterable[WireChange]]"
"""Compares the members of that name of two objects at a place; one of the objects may lack it."""
Pair: TypeAlias = "Callable[[Json, Json, Place], Iterable[WireChange]]"
"""Compares two values at a place."""
Single: TypeAlias = "Callable[[Json, Place], Iterable[WireChange]]"
"""Says what it means that only one document has the value at a place."""

REQUEST: Final = (Direction.REQUEST,)
_OPPOSITE: Final = {Direction.REQUEST: Direction.ANSWER, Direction.ANSWER: Direction.REQUEST}
_LONGEST_PLACE: Final = 200
_UNORDERED: Final = frozenset({"required", "enum", "tags", "type", "parameters"})
_REQUIREMENTS: Final = "security"


@dataclass(frozen=True, slots=True)
class Documents:
    """The two documents that are compared.

    Attributes:
        directions: whether requests or answers hold a component, in either document.
        renamed: pairs of references, to a schema that is gone and to a new one that stands where
            it stood. They are found on the way, and compared at the end.
    """

    old: Object
    new: Object
    directions: Mapping[Component, set[Direction]]
    renamed: dict[tuple[str, str], None] = field(default_factory=dict[tuple[str, str], None])

    def is_rename(self, old: str, new: str) -> bool:
        """Whether these lead to a component that is gone, and to a new one."""
        pair = (component(old), component(new))
        return [(_declares(self.old, c), _declares(self.new, c)) for c in pair] == [
            (True, False),
            (False, True),
        ]


@dataclass(frozen=True, slots=True)
class Place:
    """Where two nodes stand that are compared.

    Attributes:
        path: the keys from the root of the documents to the nodes.
        name: what sentences call them: ``Smartlock.state``, or "the body of POST /x".
        directions: whether the data is sent, received, or both.
        step: the last key.
        followed: the pairs of references that were followed to get here, so that none is followed
            twice. ``None`` where none was. After one, the nodes are no longer those at ``path``,
            and changes of their members are told there all the same.
    """

    documents: Documents
    path: tuple[str, ...]
    name: str
    directions: tuple[Direction, ...]
    step: str = ""
    followed: set[tuple[str, str]] | None = None

    def at(self, *keys: str | int, name: str = "") -> Place:
        """The place of a member, or of a member's member."""
        path = self.path if self.followed is not None else (*self.path, *map(str, keys))
        return replace(self, path=path, name=name or self.name, step=str(keys[-1]))

    def inner(self, what: str) -> str:
        """The name of a part, without the places around it if those are many."""
        return f"{what} of {self.name}" if len(self.name) < _LONGEST_PLACE else f"{what} of \u2026"

    def property(self, name: str) -> str:
        """The name of a property: ``Smartlock.state``, or "`state` of the body of POST /x"."""
        joined = f"{self.name}.{cut(name)}"
        return joined if " " not in joined else self.inner(quoted(name))

    def elsewhere(self) -> Place:
        """The same place, to compare values that stand elsewhere."""
        return self if self.followed is not None else replace(self, followed=set())

    def is_first(self, old: str, new: str) -> bool:
        """Whether these references were not followed before; from now on they were."""
        known = set() if self.followed is None else self.followed
        is_first = (old, new) not in known
        known.add((old, new))
        return is_first

    def opposite(self) -> Place:
        """The same place, for data that goes in the opposite direction."""
        return replace(self, directions=tuple(_OPPOSITE.get(d, d) for d in self.directions))

    def change(self, kind: str, text: str) -> Changes:
        """A change here, in each direction."""
        where = pointer(self.path)
        return (WireChange(where, kind, direction, text) for direction in self.directions)


# Comparing


def compare(
    old: Json,
    new: Json,
    place: Place,
    handlers: Mapping[str, Handler],
    rest: Handler | None = None,
) -> Changes:
    """Every member of two objects by its handler, or by the one for the rest."""
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
    added: str | Single,
    removed: str | Single,
) -> Changes:
    """Every entry of two maps, whose keys are names; ``added`` and ``removed`` may be kinds."""
    before, after = members(old), members(new)
    for name in dict.fromkeys((*after, *before)):
        here = places(name)
        if name in before and name in after:
            yield from settled(both, before[name], after[name], here)
            continue
        word, meaning = ("removed", removed) if name in before else ("added", added)
        if isinstance(meaning, str):
            yield from here.change(meaning, f"{here.name} was {word}")
        else:
            yield from meaning((before if name in before else after)[name], here)


def settled(pair: Pair, old: Json, new: Json, place: Place) -> Changes:
    """What a comparison finds; ``other-changed`` where it finds nothing, or would go too deep."""
    if same(old, new) and reference(old) is None:
        return
    try:
        found = list(pair(old, new, place))
    except RecursionError:
        found = []
    yield from found or other(old, new, place)


def followed(pair: Pair) -> Pair:
    """A comparison that follows references, if one comes, goes, or leads elsewhere now.

    What the same reference leads to on both sides is compared where it stands, as a component.
    """

    def follow(old: Json, new: Json, place: Place) -> Changes:
        before, after = reference(old), reference(new)
        if before is None and after is None:
            yield from pair(old, new, place)
        elif before != after:
            old = resolved(place.documents.old, old)
            yield from pair(old, resolved(place.documents.new, new), place.elsewhere())

    return follow


def other(old: Json, new: Json, place: Place) -> Changes:
    """``other-changed``, if two values differ for which there is no handler."""
    if not alike(old, new, place):
        before, after = shown(old), shown(new)
        text = f"changed from {before} to {after}" if before != after else "changed"
        yield from place.change("other-changed", f"{place.name} {text}")


def other_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The same for one member of two objects."""
    if not alike(_only(old, key), _only(new, key), place):
        yield from member(old, new, key, place, "other-changed")


def member(old: Object, new: Object, key: str, place: Place, kind: str) -> Changes:
    """A change of that kind at a member, whatever it is."""
    what, before, after = f"{quoted(key)} of {place.name}", shown(old.get(key)), shown(new.get(key))
    if key not in old:
        text = f"{what} was added: {after}"
    elif key not in new:
        text = f"{what} was removed; it was {before}"
    elif before == after or max(len(before), len(after)) == LONGEST:
        text = f"{what} changed"
    else:
        text = f"{what} changed from {before} to {after}"
    return place.at(key).change(kind, text)


def changed(kind: str) -> Handler:
    """The handler of members whose every difference is of one kind."""
    return lambda old, new, key, place: member(old, new, key, place, kind)


def named_members(title: str, both: Pair, *, added: str, removed: str) -> Handler:
    """The handler of a map by names; ``title`` is how an entry is called: "header {} of {}"."""

    def handler(old: Object, new: Object, key: str, place: Place) -> Changes:
        return entries(
            old.get(key),
            new.get(key),
            lambda name: place.at(key, name, name=title.format(quoted(name), place.name)),
            both=both,
            added=added,
            removed=removed,
        )

    return handler


def flag(on: tuple[str, str], off: tuple[str, str]) -> Handler:
    """The handler of a member that is true or not: the kind of each change, and what it is now."""

    def handler(old: Object, new: Object, key: str, place: Place) -> Changes:
        if (old.get(key) is True) != (new.get(key) is True):
            kind, text = on if new.get(key) is True else off
            yield from place.at(key).change(kind, f"{place.name} {text}")

    return handler


def alike(old: Json, new: Json, place: Place) -> bool:
    """Whether two values are the same, but for the order of what has none.

    References to renamed schemas, and those that were followed, do not count: what they lead to is
    compared by itself.
    """
    if same(old, new):
        return True
    pairs = (*place.documents.renamed, *(place.followed or ()))
    renamed = frozenset(text for pair in pairs for text in pair)
    return same(_ordered(old, renamed), _ordered(new, renamed))


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


# JSON


def reference(value: Json) -> str | None:
    """Where a reference leads."""
    found = value.get("$ref") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def component(text: str) -> Component | None:
    """The component that a reference leads to."""
    found = steps(text)
    if len(found) != len(("components", "section", "name")) or found[0] != "components":
        return None
    return found[1], found[2]


def resolved(document: Object, value: Json) -> Json:
    """What a value stands for: itself, or where its reference leads, with what stands beside it.

    A reference that leads nowhere, or in a circle, stays.
    """
    seen: set[str] = set()
    while (text := reference(value)) is not None and text not in seen:
        seen.add(text)
        found = target(document, text)
        if not isinstance(found, dict):
            return value
        value = {**found, **{key: each for key, each in members(value).items() if key != "$ref"}}
    return value


def _declares(document: Object, wanted: Component | None) -> bool:
    section, name = wanted or ("", "")
    return name in members(members(document.get("components")).get(section))


def members(value: Json) -> Object:
    """The members of an object; anything else has none."""
    return value if isinstance(value, dict) else {}


def elements(value: Json) -> list[Json]:
    """The elements of an array; anything else has none."""
    return value if isinstance(value, list) else []


def same(old: Json, new: Json) -> bool:
    """Whether two values are the same JSON; the order of members does not count."""
    # Python takes 1, 1.0 and true for equal, JSON does not; what is not equal even so, is not.
    return old is new or (old == new and _text(old) == _text(new))


def differences(old: Json, new: Json) -> tuple[list[Json], list[Json]]:
    """What was removed from a list, and what was added to it."""
    before, after = ({_text(each): each for each in elements(side)} for side in (old, new))
    removed = [each for text, each in before.items() if text not in after]
    return removed, [each for text, each in after.items() if text not in before]


def chosen(value: Object, is_wanted: Callable[[str], bool]) -> Object:
    """A copy with some of the members."""
    return {key: each for key, each in value.items() if is_wanted(key)}


def _only(value: Object, key: str) -> Object:
    return {key: value[key]} if key in value else {}


def _text(value: Json) -> str:
    return json.dumps(value, sort_keys=True)


# Words


def shown(value: Json) -> str:
    """A value, as JSON."""
    return cut(json.dumps(value, ensure_ascii=False))


def kind_of(schema: Json) -> str:
    """What a schema describes, in short: ``string, uuid``, ``array of integer``, or its name."""
    if not isinstance(schema, dict):
        return "any"
    reference_, kind, form = (schema.get(key) for key in ("$ref", "type", "format"))
    if isinstance(reference_, str):
        return cut(reference_.rpartition("/")[2])
    kinds = [each for each in (kind if isinstance(kind, list) else [kind]) if isinstance(each, str)]
    word = cut(" or ".join(kinds) or "any")
    if word == "array" and "items" in schema:
        return f"array of {kind_of(schema['items'])}"
    return f"{word}, {cut(form)}" if isinstance(form, str) else word
