"""Where a comparison of two descriptions stands, and how it tells what it finds there."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.load.documents import Json
from generator.load.references import pointer, steps, target

from .rules import LONGEST, Change, Direction, View, cut, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

Object: TypeAlias = dict[str, Json]
Path: TypeAlias = tuple[str, ...]
Component: TypeAlias = tuple[str, str]
"""Section and name: ``("schemas", "Smartlock")``."""
Member: TypeAlias = "Callable[[Object, Object, str, Place], None]"
"""Compares the members of that name of two objects at a place; one of the objects may lack it."""
Table: TypeAlias = "Mapping[str, str | Member]"
"""How each member of an object is compared; one whose every difference is of one kind has that.

``*`` is for all others, and without it they are ``other-changed``.
"""
Inside: TypeAlias = "Table | Callable[[Json, Json, Place], None]"
"""Compares two values at a place; of objects, or of what references lead to, a table says how."""

_OPPOSITE: Final = {Direction.REQUEST: Direction.ANSWER, Direction.ANSWER: Direction.REQUEST}
_LONGEST_NAME: Final = 200
_AND_SO_ON: Final = "\u2026"
_UNORDERED: Final = frozenset({"required", "enum", "tags", "type", "parameters"})


@dataclass(frozen=True, slots=True)
class Documents:
    """The two documents that are compared, and what was found.

    Attributes:
        directions: whether requests or answers hold a component, in either document.
        former_paths: what the old document calls paths, where it names their parameters otherwise.
        places: where objects were compared.
        told_elsewhere: where a difference needs no change of its own.
        renamed: pairs of references, to a schema that is gone and to the one in its place.
    """

    old: Object
    new: Object
    directions: Mapping[Component, set[Direction]]
    former_paths: Mapping[str, str]
    found: dict[Change, None] = field(default_factory=dict["Change", None])
    places: dict[Path, Place] = field(default_factory=dict["Path", "Place"])
    told_elsewhere: set[Path] = field(default_factory=set["Path"])
    renamed: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])

    def is_rename(self, old: str, new: str) -> bool:
        """Whether one reference is to a schema that is gone, and the other to a new one."""
        leads = [
            target(side, text) is not None for text in (old, new) for side in (self.old, self.new)
        ]
        return leads == [True, False, False, True] and component(new)[0] == "schemas"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the two values stand that are compared.

    Attributes:
        path: the keys from the root of the documents to the values.
        name: what sentences call them: ``Smartlock.state``, or "the body of POST /x".
        directions: whether the data is sent, received, or both.
        followed: the pairs of references that were followed to get here, so that none is followed
            twice. ``None`` where none was. After one, the values are no longer those at ``path``,
            and changes of their members are told there all the same.
    """

    documents: Documents
    path: Path
    name: str
    directions: tuple[Direction, ...]
    followed: set[tuple[str | None, str | None]] | None = None

    def at(self, *keys: str, name: str = "") -> Place:
        """The place of a member, or of a member's member."""
        path = self.path if self.followed is not None else (*self.path, *keys)
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

    def tell(self, kind: str, text: str) -> None:
        """A change here, in each direction."""
        where = pointer(self.path)
        for each in self.directions:
            self.documents.found[Change(View.WIRE, where, kind, text, each)] = None

    def entry(
        self, old: Object, new: Object, key: str, kind: str, inside: Inside, *details: str
    ) -> None:
        """What stands here in either document: it came, it went, or it is compared.

        Args:
            old: what holds it in the old document, under the key.
            new: what holds it in the new one.
            key: its name there.
            kind: what it is, as the rules call it; ``-added`` and ``-removed`` are put behind it.
            inside: compares it.
            details: what to say of it where it came. The last one may be ``required``, which is a
                kind of its own.
        """
        if key not in old:
            what = f": {', '.join(details)}" if details else ""
            tail = "-required" if details[-1:] == ("required",) else ""
            self.tell(f"{kind}-added{tail}", f"{self.name} was added{what}")
        elif key not in new:
            self.tell(f"{kind}-removed", f"{self.name} was removed")
        else:
            self.documents.places.setdefault(self.path, self)
            with suppress(RecursionError):  # what is too deep is told to be written differently
                if callable(inside):
                    inside(old[key], new[key], self)
                elif reference(old[key]) == reference(new[key]):
                    # What it leads to is compared where it stands, as a component.
                    self.members(old[key], new[key], inside)
                else:
                    was = resolved(self.documents.old, old[key])
                    now = resolved(self.documents.new, new[key])
                    self.elsewhere().members(was, now, inside)

    def changed(self, old: Object, new: Object, key: str, kind: str) -> None:
        """A member came, went, or has another value, which is told as JSON if it is short."""
        what, before, after = self.part(quoted(key)), shown(old.get(key)), shown(new.get(key))
        if key not in old:
            text = f"{what} was added: {after}"
        elif key not in new:
            text = f"{what} was removed; it was {before}"
        elif before == after or max(len(before), len(after)) == LONGEST:
            text = f"{what} changed"
        else:
            text = f"{what} changed from {before} to {after}"
        self.at(key).tell(kind, text)

    def listed(self, old: Json, new: Json, title: str, removed: str, added: str) -> None:
        """What left a list and what came, as the title calls it ("value {}")."""
        before, after = ({_text(each): each for each in elements(side)} for side in (old, new))
        for kind, word, mine, other in (
            (removed, "removed", before, after),
            (added, "added", after, before),
        ):
            for text in (text for text in mine if text not in other):
                self.tell(kind, f"{self.part(title.format(shown(mine[text])))} was {word}")

    def members(self, old: Json, new: Json, table: Table) -> None:
        """Compare the members of two objects, each as the table says; a value has none."""
        self.documents.places.setdefault(self.path, self)
        if not isinstance(old, dict) or not isinstance(new, dict):
            return
        for key in keys_of(new, old):
            is_in_both = key in old and key in new
            if is_in_both and same(old[key], new[key]):
                continue
            how = table.get(key) or table.get("*", "other-changed")
            if not isinstance(how, str):
                how(old, new, key, self)
            elif not (is_in_both and alike(old[key], new[key], key)):
                self.changed(old, new, key, how)


def component_place(documents: Documents, *named: Component) -> Place:
    """Where a component stands; a second name is what it was called, and adds its directions."""
    section, name = named[0]
    found = {each for used in named for each in documents.directions.get(used, ())}
    if section == "securitySchemes":  # nothing refers to them
        found = {Direction.REQUEST}
    directions = tuple(each for each in Direction if each in (found or {Direction.UNUSED}))
    called = cut(name) if section == "schemas" else f"{quoted(name)} ({cut(section)})"
    return Place(documents, ("components", section, name), called, directions)


def inner(table: Table) -> Member:
    """How a member is compared that is an object; one that is lacking counts as empty."""
    return lambda old, new, key, place: place.at(key).members(
        members(old.get(key)), members(new.get(key)), table
    )


def entries(title: str, kind: str, inside: Inside) -> Member:
    """How a map of things of one kind is compared; the title is what one of them is called."""

    def entry(old: Object, new: Object, key: str, place: Place) -> None:
        here = place.at(key, name=place.part(title.format(quoted(key))))
        here.entry(old, new, key, kind, inside)

    return inner({"*": entry})


def flag(on: str, off: str, name: str) -> Member:
    """How a member is compared that is true or not; the name is for what is true."""

    def compare(old: Object, new: Object, key: str, place: Place) -> None:
        is_on = new.get(key) is True
        if (old.get(key) is True) != is_on:
            text = f"{place.name} is {'now' if is_on else 'no longer'} {name}"
            place.at(key).tell(on if is_on else off, text)

    return compare


def differences(old: Json, new: Json, path: Path = ()) -> Iterator[Path]:
    """Where two values are written differently: at members, or at whole lists."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in keys_of(new, old):
            if key in old and key in new:
                yield from differences(old[key], new[key], (*path, key))
            else:
                yield (*path, key)
    elif not alike(old, new, path[-1] if path else ""):
        yield path


# JSON


def keys_of(new: Object, old: Object) -> list[str]:
    """The names of the members of either, those of the new one first."""
    return [*dict.fromkeys((*new, *old))]


def required(value: Json) -> str:
    """Whether a parameter or a body must be given, in a word."""
    return "required" if members(value).get("required") is True else "optional"


def members(value: Json) -> Object:
    """The members of an object; anything else has none."""
    return value if isinstance(value, dict) else {}


def only(value: Object, keys: Collection[str]) -> Object:
    """A copy with some of the members."""
    return {key: each for key, each in value.items() if key in keys}


def elements(value: Json) -> list[Json]:
    """The elements of an array; anything else has none."""
    return value if isinstance(value, list) else []


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


def same(old: Json, new: Json) -> bool:
    """Whether two values are the same JSON; the order of members does not count."""
    # Python takes 1, 1.0 and true for equal, JSON does not; what is not equal even so, is not.
    return old is new or (old == new and _text(old) == _text(new))


def alike(old: Json, new: Json, key: str) -> bool:
    """Whether the members of that name are the same but for the order of what has none."""
    return _text(_ordered(old, key)) == _text(_ordered(new, key))


def _ordered(value: Json, key: str) -> Json:
    """A copy in which what has no order is sorted."""
    if isinstance(value, dict):
        # The scopes of a security requirement have no order, whatever its scheme is called.
        keys = {name: "required" if key == "security" else name for name in value}
        return {name: _ordered(each, keys[name]) for name, each in value.items()}
    if isinstance(value, list):
        found = [_ordered(each, key if key == "security" else "") for each in value]
        return sorted(found, key=_text) if key in _UNORDERED else found
    return value


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
