"""The wire: what two descriptions say differently about what goes over the network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from generator.emit.prune import prune

from .changes import Direction, WireChange, cut, quoted
from .wire_nodes import (
    REQUEST,
    Documents,
    Place,
    changed,
    chosen,
    compare,
    component,
    entries,
    followed,
    members,
    other_member,
    resolved,
    settled,
)
from .wire_operations import (
    METHODS,
    body_changes,
    header_changes,
    path_changes,
    response_changes,
    scheme_changes,
    security_changes,
    server_member,
    shared_parameter_changes,
    tag_member,
    webhook_changes,
)
from .wire_schemas import TEXTS, schema_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.load.documents import Json

    from .wire_nodes import Changes, Component, Handler, Object, Pair, Single


def wire_changes(old: dict[str, Json], new: dict[str, Json]) -> tuple[WireChange, ...]:
    """Every change from one OpenAPI 3.x document to another: none if, and only if, they are alike.

    The order of members, parameters, tags, scopes, types, required names and enum values does not
    count. Changes stand in document order, paths before components, and the rest at the end.
    """
    documents = Documents(old, new, _directions(old, new))
    root = Place(documents, (), "the API", REQUEST)
    found: list[WireChange] = []
    for key, changes in (("paths", path_changes), ("webhooks", webhook_changes)):
        of_key = list(changes(old.get(key), new.get(key), root.at(key)))
        found += of_key or other_member(old, new, key, root)
    is_shared, is_last = "components".__eq__, lambda key: key not in _FIRST
    found += compare(chosen(old, is_shared), chosen(new, is_shared), root, _ROOT)
    found += _renamed_changes(root)
    found += compare(chosen(old, is_last), chosen(new, is_last), root, _ROOT)
    return tuple(dict.fromkeys(found))


def _directions(*documents: Object) -> dict[Component, set[Direction]]:
    """The directions of components in any of the documents; unused ones are missing.

    Webhooks are requests that arrive, so they count as answers, and what they are answered as
    requests. Security schemes, which nothing refers to, are for requests.
    """
    found: dict[Component, set[Direction]] = {}
    asking = (("paths", Direction.REQUEST), ("webhooks", Direction.ANSWER))
    for document in documents:
        parts: dict[Direction, list[Json]] = {Direction.REQUEST: [], Direction.ANSWER: []}
        for key, direction in asking:
            opposite = next(each for each in parts if each is not direction)
            for item in members(document.get(key)).values():
                for name, value in members(resolved(document, item)).items():
                    for part, each in members(value if name in METHODS else {name: value}).items():
                        parts[opposite if part == "responses" else direction].append(each)
        for direction, values in parts.items():
            used = prune({"paths": values, "components": document.get("components")})
            for section, each in members(used.get("components")).items():
                is_scheme = section == "securitySchemes"
                for name in members(each):
                    known = found.setdefault((section, name), set())
                    known.add(Direction.REQUEST if is_scheme else direction)
    return found


def _component_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    return compare(old.get(key, {}), new.get(key, {}), place.at(key), {}, _section_changes)


def _section_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    section = _SECTIONS.get(key, _Section())

    def single(kind: str, word: str) -> Single:
        return lambda _, here: here.change(kind, f"{section.title}{here.name} was {word}")

    return entries(
        old.get(key),
        new.get(key),
        lambda name: _place_of(place.at(key), (key, name)),
        both=section.both,
        added=single(section.added, "added"),
        removed=single(section.removed, "removed"),
    )


def _place_of(section: Place, *components: Component) -> Place:
    """Where the first of these components stands.

    It has the directions of all of them; the second one is what a renamed schema was called.
    """
    key, name = components[0]
    known = section.documents.directions
    found = {each for used in components for each in known.get(used, ())} or {Direction.UNUSED}
    called = cut(name) if key == "schemas" else f"{quoted(name)} ({cut(key)})"
    directions_found = tuple(each for each in Direction if each in found)
    return replace(section.at(name, name=called), directions=directions_found)


def _renamed_changes(root: Place) -> Changes:
    """What else changed in schemas that were renamed; comparing them may find more of those."""
    both, done = root.documents, set[tuple[str, str]]()
    while pending := [pair for pair in both.renamed if pair not in done]:
        for was, now in pending:
            done.add((was, now))
            before, after = component(was), component(now)
            if before is not None and after is not None:
                here = _place_of(root.at("components", after[0]), after, before)
                values = resolved(both.old, {"$ref": was}), resolved(both.new, {"$ref": now})
                yield from settled(schema_changes, *values, here)


def _info_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    handlers = {"version": changed("version-changed")}
    return compare(old.get(key, {}), new.get(key, {}), place.at(key), handlers, _TEXT)


def _nothing(_old: Json, _new: Json, _place: Place) -> tuple[WireChange, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class _Section:
    """How components of one section are compared; the kinds of change of new and removed ones."""

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
    **TEXTS,
    "components": _component_changes,
    "info": _info_changes,
    "security": security_changes,
    "servers": server_member,
    "tags": tag_member,
}
