"""The wire: what two descriptions say differently about what goes over the network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from .changes import Direction, WireChange
from .wire_directions import directions
from .wire_members import changed, chosen, compare, entries, other_member, settled
from .wire_operations import (
    path_changes,
    response_changes,
    server_member,
    tag_member,
    webhook_changes,
)
from .wire_parameters import body_changes, followed, header_changes, shared_parameter_changes
from .wire_places import REQUEST, Place, Sides, component, resolved
from .wire_schemas import schema_changes
from .wire_security import scheme_changes, security_changes
from .wire_wording import named, quoted
from .wire_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.load.documents import Json

    from .wire_members import Changes, Handler, Pair, Single
    from .wire_places import Component, Object


def wire_changes(old: dict[str, Json], new: dict[str, Json]) -> tuple[WireChange, ...]:
    """Every change from one OpenAPI 3.x document to another: none if, and only if, they are alike.

    The order of members, parameters, tags, scopes, types, required names and enum values does not
    count. Changes stand in document order, paths before components, and the rest at the end.
    """
    sides = Sides(old, new, directions(old, new))
    root = Place(sides, (), "the API", REQUEST)
    return tuple(dict.fromkeys(_changes(old, new, root)))


def _changes(old: Object, new: Object, root: Place) -> Iterator[WireChange]:
    for key, changes in (("paths", path_changes), ("webhooks", webhook_changes)):
        found = list(changes(old.get(key), new.get(key), root.at(key)))
        yield from found or other_member(old, new, key, root)
    is_shared, is_last = "components".__eq__, lambda key: key not in _FIRST
    yield from compare(chosen(old, is_shared), chosen(new, is_shared), root, _ROOT)
    yield from _renamed_changes(root)
    yield from compare(chosen(old, is_last), chosen(new, is_last), root, _ROOT)


def _component_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    return compare(old.get(key, {}), new.get(key, {}), place.at(key), {}, _section_changes)


def _section_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    section = _SECTIONS.get(key, _Section())

    def single(kind: str, word: str) -> Single:
        return lambda _, here: here.change(kind, f"{section.title}{here.name} is {word}")

    return entries(
        old.get(key),
        new.get(key),
        lambda name: _place_of(place.at(key), (key, name)),
        both=section.both,
        added=single(section.added, "new"),
        removed=single(section.removed, "gone"),
    )


def _place_of(section: Place, *components: Component) -> Place:
    """The place of a component, which travels as it, or another that it is compared to, does."""
    key, name = components[0]
    known = section.sides.directions
    found = {each for used in components for each in known.get(used, ())} or {Direction.UNUSED}
    called = quoted(name) if key == "schemas" else f"{named(name)} ({quoted(key)})"
    directions_found = tuple(each for each in Direction if each in found)
    return replace(section.at(name, name=called), directions=directions_found)


def _renamed_changes(root: Place) -> Changes:
    """What changed in schemas beside their names; this may find more of them."""
    sides, done = root.sides, set[tuple[str, str]]()
    while pending := [pair for pair in sides.renamed if pair not in done]:
        for was, now in pending:
            done.add((was, now))
            before, after = component(was), component(now)
            if before is not None and after is not None:
                here = _place_of(root.at("components", after[0]), after, before)
                values = resolved(sides.old, {"$ref": was}), resolved(sides.new, {"$ref": now})
                yield from settled(schema_changes, *values, here)


def _info_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    handlers = {"version": changed("version-changed")}
    return compare(old.get(key, {}), new.get(key, {}), place.at(key), handlers, _TEXT)


def _nothing(_old: Json, _new: Json, _place: Place) -> tuple[WireChange, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class _Section:
    """How the components of one section are compared, and what it means that one is new or gone."""

    both: Pair = _nothing
    added: str = "other-changed"
    removed: str = "other-changed"
    title: str = ""


_FIRST: Final = ("paths", "webhooks", "components")
_TEXT: Final = changed("text-changed")
_SECTIONS: Final[Mapping[str, _Section]] = {
    "schemas": _Section(schema_changes, "schema-added", "schema-removed", "schema "),
    "parameters": _Section(shared_parameter_changes),
    "headers": _Section(header_changes),
    "requestBodies": _Section(followed(body_changes)),
    "responses": _Section(followed(response_changes)),
    "securitySchemes": _Section(scheme_changes, "security-added", "security-changed"),
}
_ROOT: Final[Mapping[str, Handler]] = {
    **WORDS,
    "components": _component_changes,
    "info": _info_changes,
    "security": security_changes,
    "servers": server_member,
    "tags": tag_member,
}
