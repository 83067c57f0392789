"""Two descriptions side by side, node by node: where the comparison stands, and what it says.

A *handler* compares one member of two objects. An object is compared by a table of handlers, one
for each key, and what differs without a handler's word is an ``other-changed`` of its node: so
nothing that differs is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.load.documents import Json
from generator.load.references import pointer, steps, target

from .rules import LONGEST, Change, Direction, View, cut, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

Object: TypeAlias = dict[str, Json]
Component: TypeAlias = tuple[str, str]
"""Section and name: ``("schemas", "Smartlock")``."""
Changes: TypeAlias = Iterable[Change]
Handler: TypeAlias = "Callable[[Object, Object, str, Place], Changes | None]"
"""Compares the members of that name of two objects at a place; one of the objects may lack it.

``None`` means that whatever differs is told elsewhere.
"""
Handlers: TypeAlias = Mapping[str, Handler]
Inside: TypeAlias = "Callable[[Json, Json, Place], Changes]"
"""Compares two values at a place."""

_OPPOSITE: Final = {Direction.REQUEST: Direction.ANSWER, Direction.ANSWER: Direction.REQUEST}
_LONGEST_NAME: Final = 200
_AND_SO_ON: Final = "\u2026"
_UNORDERED: Final = frozenset({"required", "enum", "tags", "type", "parameters"})


@dataclass(frozen=True, slots=True)
class Documents:
    """The two documents that are compared.

    Attributes:
        directions: whether requests or answers hold a component, in either document.
        renamed: pairs of references, to a schema that is gone and to a new one that stands where
            it stood. They are found on the way.
    """

    old: Object
    new: Object
    directions: Mapping[Component, set[Direction]]
    renamed: dict[tuple[str, str], None] = field(default_factory=dict[tuple[str, str], None])

    def is_rename(self, old: Component, new: Component) -> bool:
        """Whether one is a component that is gone, and the other a new one."""

        def has(document: Object, wanted: Component) -> bool:
            return wanted[1] in members(members(document.get("components")).get(wanted[0]))

        is_gone = has(self.old, old) and not has(self.new, old)
        return is_gone and has(self.new, new) and not has(self.old, new)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the two nodes stand that are compared.

    Attributes:
        path: the keys from the root of the documents to the nodes.
        name: what sentences call them: ``Smartlock.state``, or "the body of POST /x".
        directions: whether the data is sent, received, or both.
        followed: the pairs of references that were followed to get here, so that none is followed
            twice. ``None`` where none was. After one, the nodes are no longer those at ``path``,
            and changes of their members are told there all the same.
    """

    documents: Documents
    path: tuple[str, ...]
    name: str
    directions: tuple[Direction, ...]
    followed: set[tuple[str, str]] | None = None

    def at(self, *keys: str | int, name: str = "") -> Place:
        """The place of a member, or of a member's member."""
        path = self.path if self.followed is not None else (*self.path, *map(str, keys))
        return replace(self, path=path, name=name or self.name)

    def part(self, what: str) -> str:
        """What sentences call a part of it, without the parts around it if those are many."""
        return f"{what} of {self.name if len(self.name) < _LONGEST_NAME else _AND_SO_ON}"

    def property(self, name: str) -> str:
        """What sentences call a property: ``Smartlock.state``, or "`state` of the body of …"."""
        joined = f"{self.name}.{cut(name)}"
        return joined if " " not in joined else self.part(quoted(name))

    def elsewhere(self) -> Place:
        """The same place, to compare values that stand elsewhere."""
        return self if self.followed is not None else replace(self, followed=set())

    def opposite(self) -> Place:
        """The same place, for data that goes in the opposite direction."""
        return replace(self, directions=tuple(_OPPOSITE.get(d, d) for d in self.directions))

    def change(self, kind: str, text: str) -> Iterator[Change]:
        """A change here, in each direction."""
        where = pointer(self.path)
        return (Change(View.WIRE, where, kind, text, each) for each in self.directions)

    def removed(self, kind: str) -> Iterator[Change]:
        """The change that nothing stands here any more."""
        return self.change(kind, f"{self.name} was removed")

    def added(self, kind: str, *details: str, is_required: bool | None = None) -> Iterator[Change]:
        """The change that something stands here now; what is required has a kind of its own."""
        if is_required is not None:
            details = (*details, "required" if is_required else "optional")
        what = f": {', '.join(details)}" if details else ""
        return self.change(
            f"{kind}-required" if is_required else kind, f"{self.name} was added{what}"
        )


# Comparing


def compare(old: Json, new: Json, place: Place, handlers: Handlers) -> Iterator[Change]:
    """Every member of two objects by its handler; ``*`` is the handler of all others."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        yield from other(old, new, place)
        return
    for key in dict.fromkeys((*new, *old)):
        was, now = ({key: side[key]} if key in side else {} for side in (old, new))
        if same(was, now):
            continue
        handler = handlers.get(key) or handlers.get("*")
        changes = handler(old, new, key, place) if handler else ()
        found = None if changes is None else list(changes)
        yield from found or ()
        if found == [] and not alike(was, now, place):
            yield from member(old, new, key, place, "other-changed")


def settled(inside: Inside, old: Json, new: Json, place: Place) -> Iterator[Change]:
    """What a comparison finds; ``other-changed`` where it finds nothing, or would go too deep."""
    try:
        found = list(inside(old, new, place))
    except RecursionError:
        found = []
    yield from found or other(old, new, place)


def other(old: Json, new: Json, place: Place) -> Changes:
    """``other-changed``, if two values differ for which there is no handler."""
    if not alike(old, new, place):
        before, after = shown(old), shown(new)
        text = f"changed from {before} to {after}" if before != after else "changed"
        yield from place.change("other-changed", f"{place.name} {text}")


def member(old: Object, new: Object, key: str, place: Place, kind: str) -> Changes:
    """A change of that kind at a member, whatever it is."""
    what, before, after = place.part(quoted(key)), shown(old.get(key)), shown(new.get(key))
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


def told(found: Iterable[Change]) -> Handler:
    """The handler of a member of which these changes were found before, if any stand there."""
    places = [f"{change.place}/" for change in found]

    def handler(_old: Object, _new: Object, key: str, place: Place) -> Changes | None:
        here = f"{pointer(place.at(key).path)}/"
        return None if any(each.startswith(here) for each in places) else ()

    return handler


def list_changes(old: Json, new: Json, title: str, place: Place, *kinds: str) -> Iterator[Change]:
    """What left a list and what came, as the title calls it ("tag {}"); kinds of both."""
    for kind, word, found in zip(kinds, ("removed", "added"), differences(old, new), strict=True):
        for each in found:
            yield from place.change(kind, f"{title.format(shown(each))} of {place.name} was {word}")


def flag(on: str, off: str, name: str) -> Handler:
    """The handler of a member that is true or not: kinds, and what sentences call what is true."""

    def handler(old: Object, new: Object, key: str, place: Place) -> Changes:
        is_on = new.get(key) is True
        if (old.get(key) is True) != is_on:
            text = f"{place.name} is {'now' if is_on else 'no longer'} {name}"
            yield from place.at(key).change(on if is_on else off, text)

    return handler


def inner(handlers: Handlers) -> Handler:
    """The handler of a member that is an object, or a map if all its handlers are ``*``."""
    return lambda old, new, key, place: compare(
        members(old.get(key)), members(new.get(key)), place.at(key), handlers
    )


def named(title: str, inside: Inside, added: str, removed: str) -> Handler:
    """The handler of a map by names; the title is how entries are called: "header {}"."""

    def entry(old: Object, new: Object, key: str, place: Place) -> Changes:
        here = place.at(key, name=place.part(title.format(quoted(key))))
        if key not in old:
            return here.added(added)
        if key not in new:
            return here.removed(removed)
        return settled(inside, old[key], new[key], here)

    return inner({"*": entry})


def objects(handlers: Handlers) -> Inside:
    """A comparison of objects; where a reference comes, goes or leads elsewhere, of its target.

    What the same reference leads to on both sides is compared where it stands, as a component.
    """

    def inside(old: Json, new: Json, place: Place) -> Changes:
        before, after = reference(old), reference(new)
        if before == after:
            return compare(old, new, place, handlers) if before is None else ()
        both = place.documents
        sides = resolved(both.old, old), resolved(both.new, new)
        return compare(*sides, place.elsewhere(), handlers)

    return inside


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
        # The scopes of a security requirement have no order, whatever its scheme is called.
        keys = {name: "required" if key == "security" else name for name in value}
        return {name: _ordered(each, renamed, keys[name]) for name, each in value.items()}
    if isinstance(value, list):
        inner = key if key == "security" else ""
        ordered = [_ordered(each, renamed, inner) for each in value]
        return sorted(ordered, key=_text) if key in _UNORDERED else ordered
    return "renamed" if key == "$ref" and value in renamed else value


# JSON


def reference(value: Json) -> str | None:
    """Where a reference leads."""
    found = value.get("$ref") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def component(text: str) -> Component:
    """The component that a reference leads to, or ``("", "")``."""
    match steps(text):
        case ["components", section, name]:
            return section, name
        case _:
            return "", ""


def component_place(root: Place, *components: Component) -> Place:
    """Where the first of these components stands.

    It has the directions of all of them; the second one is what a renamed schema was called.
    """
    key, name = components[0]
    known = root.documents.directions
    found = {each for used in components for each in known.get(used, ())} or {Direction.UNUSED}
    called = cut(name) if key == "schemas" else f"{quoted(name)} ({cut(key)})"
    directions = tuple(each for each in Direction if each in found)
    return Place(root.documents, ("components", key, name), called, directions)


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


def chosen(value: Object, is_wanted: Callable[[str], bool]) -> Object:
    """A copy with some of the members."""
    return {key: each for key, each in value.items() if is_wanted(key)}


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


def _text(value: Json) -> str:
    return json.dumps(value, sort_keys=True)


# Words


def shown(value: Json) -> str:
    """A value, as JSON."""
    return cut(json.dumps(value, ensure_ascii=False))


def kind_of(schema: Json) -> str:
    """What a schema describes, in short: ``string, uuid``, ``array of integer``, or its name."""
    if not isinstance(schema, dict):
        return "any type"
    if (name := reference(schema)) is not None:
        return cut(name.rpartition("/")[2])
    kind, form = schema.get("type"), schema.get("format")
    kinds = [each for each in (elements(kind) or [kind]) if isinstance(each, str)]
    word = cut(" or ".join(kinds) or "any type")
    if word == "array" and "items" in schema:
        return f"array of {kind_of(schema['items'])}"
    return f"{word}, {cut(form)}" if isinstance(form, str) else word
