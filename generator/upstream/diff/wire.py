"""The wire: what two descriptions say differently about what goes over the network.

Both documents are walked at once, as the tables at the end say, in which each member of an object
has the kind of its changes, or a function that tells them. What is written differently and told of
by none of them is ``other-changed`` in the end: so nothing that differs is passed over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.emit.prune import references
from generator.load.references import at, parts

from .place import (
    Documents,
    Place,
    alike,
    component_place,
    differences,
    elements,
    entries,
    flag,
    inner,
    keys_of,
    kind_of,
    members,
    only,
    required,
    resolved,
    same,
    shown,
)
from .rules import Change, Direction, cut, quoted
from .schemas import TEXTS, schema_changes, schema_member

if TYPE_CHECKING:
    from generator.load.documents import Json

    from .place import Component, Inside, Member, Object, Table

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_TEMPLATE: Final = re.compile(r"\{[^{}]*\}")
_FIRST: Final = ("paths", "webhooks", "components")


def wire_changes(old: Object, new: Object) -> tuple[Change, ...]:
    """Every change from one OpenAPI 3.x document to another: none if, and only if, they are alike.

    The order of members, parameters, tags, scopes, types, required names and enum values does not
    count. Changes stand in document order, paths before components, and the rest at the end.
    """
    old, new = ({key: side[key] for key in (*_FIRST, *side) if key in side} for side in (old, new))
    before, after = members(old.get("paths")), members(new.get("paths"))
    fresh = {_TEMPLATE.sub("{}", path): path for path in after if path not in before}
    # Names in templates are never sent: a path with others is the same path.
    renamed = {p: fresh.pop(_TEMPLATE.sub("{}", p), p) for p in before if p not in after}
    if renamed:
        old["paths"] = {renamed.get(path, path): item for path, item in before.items()}
    former = {now: was for was, now in renamed.items()}
    both = Documents(old, new, _directions(old, new), former)
    Place(both, (), "the API", (Direction.REQUEST,)).members(old, new, _ROOT)
    told = {tuple(parts(change.place)) for change in both.found} | both.told_elsewhere
    above = {path[:depth] for path in told for depth in range(len(path) + 1)}
    for path in differences(old, new):
        ways = [path[:depth] for depth in range(len(path), -1, -1)]
        if path not in above and not any(way in told for way in ways):
            place = next(both.places[way] for way in ways if way in both.places)
            what = place.part(quoted(path[-1])) if path[len(place.path) :] else place.name
            replace(place, path=path).tell("other-changed", f"{what} is written differently")
    return tuple(both.found)


def _directions(*documents: Object) -> dict[Component, set[Direction]]:
    """The directions of components in any of the documents; unused ones are missing.

    Webhooks are requests that arrive, so they count as answers, and what they are answered as
    requests.
    """
    found: dict[Component, set[Direction]] = {}
    either = Direction.REQUEST, Direction.ANSWER
    for document in documents:
        pending: list[tuple[Direction, Json]] = [
            (either[(part == "responses") is (key == "paths")], each)
            for key in ("paths", "webhooks")
            for item in members(document.get(key)).values()
            for name, value in members(item).items()
            for part, each in members(value if name in METHODS else {name: value}).items()
        ]
        # Of each document by itself: what a component refers to, may differ between them.
        seen: set[tuple[Direction, Component]] = set()
        while pending:
            direction, value = pending.pop()
            for component in references(value):
                if (direction, component) not in seen:
                    seen.add((direction, component))
                    found.setdefault(component, set()).add(direction)
                    pending.append((direction, at(document, ("components", *component))))
    return found


# Operations


def _items(old: Object, new: Object, key: str, place: Place) -> None:
    """The operations of paths or webhooks; a path that a document lacks is empty there.

    The conversion has put shared paths where they are used.
    """
    before, after = members(old.get(key)), members(new.get(key))
    for path in keys_of(after, before):
        here = place.at(key, path, name=cut(path))
        former = place.documents.former_paths.get(path, path)
        if key == "webhooks":
            here = replace(here, name=f"webhook {here.name}").opposite()
        elif former != path:
            here.tell("other-changed", f"{cut(former)} is spelled {cut(path)} now")
        was, now = members(before.get(path)), members(after.get(path))
        for method in (key for key in keys_of(now, was) if key in METHODS):
            name = here.name if key == "webhooks" else f"{method.upper()} {here.name}"
            called = here.at(method, name=name)
            if method in was and method in now:
                _parameters(was, now, method, called)
            called.entry(was, now, method, "operation", _OPERATION)
        if was and now:
            here.members(was, now, _ITEM)


def _elsewhere(_old: Object, _new: Object, _key: str, _place: Place) -> None:
    """What the operations tell of; what they do not is told in the end."""


def _parameters(old: Object, new: Object, method: str, place: Place) -> None:
    """The parameters of an operation, and those that its path has for all of them.

    They are known by location and name; one of an operation stands before that of its path.
    """
    both, item = place.documents, place.path[:2]
    found: list[Object] = []
    places: dict[str, Place] = {}
    for document, holder in ((both.old, old), (both.new, new)):
        path = both.former_paths.get(item[1], item[1]) if document is both.old else item[1]
        names = dict(zip(_TEMPLATE.findall(path), _TEMPLATE.findall(item[1]), strict=False))
        known: Object = {}
        for where, own in ((replace(place, path=item), holder), (place, members(holder[method]))):
            for index, value in enumerate(elements(own.get("parameters"))):
                parameter = members(resolved(document, value))
                name, location = parameter.get("name"), parameter.get("in")
                if isinstance(name, str) and isinstance(location, str):
                    sent = {"path": names.get(f"{{{name}}}", name), "header": name.lower()}
                    key = f"{location} {sent.get(location, name)}"
                    known[key] = value
                    what = f"parameter {quoted(name)} of {place.name}"
                    places[key] = where.at("parameters", str(index), name=what)
        found.append(known)
    for key in keys_of(found[1], found[0]):
        parameter = members(resolved(both.new, found[1].get(key)))
        details = f"in the {cut(key.split()[0])}", kind_of(parameter.get("schema"))
        word = required(parameter)
        places[key].entry(found[0], found[1], key, "parameter", _PARAMETER, *details, word)


def _style(old: Object, new: Object, key: str, place: Place) -> None:
    def style(parameter: Object) -> Object:
        """How values are written, said or not (OpenAPI 3.1.0, section 4.8.12)."""
        usual = "form" if parameter.get("in") in ("query", "cookie") else "simple"
        is_form = parameter.get("style", usual) == "form"
        usually: Object = {"style": usual, "explode": is_form, **dict.fromkeys(_FLAGS, False)}
        return usually | only(parameter, usually)

    if not same(style(old), style(new)):
        place.changed(old, new, key, "parameter-style-changed")


def _body(old: Object, new: Object, key: str, place: Place) -> None:
    here = place.at(key, name=f"the body of {place.name}")
    word = required(resolved(place.documents.new, new.get(key)))
    here.entry(old, new, key, "parameter", _PARAMETER, word)


def _responses(old: Object, new: Object, key: str, place: Place) -> None:
    before, after = members(old.get(key)), members(new.get(key))
    fine = [status for status in before if status.startswith("2")] or ["default"]
    for status in keys_of(after, before):
        here = place.at(key, status, name=f"answer {cut(status)} of {place.name}").opposite()
        kind = "success" if status in fine and status not in after else "status"
        here.entry(before, after, status, kind, _RESPONSE)


def _content(old: Object, new: Object, key: str, place: Place) -> None:
    here = place.at(key, name=place.part(quoted(key)))
    here = place.at(key) if key in old and key in new else here
    here.entry(old, new, key, "media-type", _MEDIA_TYPE)


# Security, servers


def _security(old: Object, new: Object, key: str, place: Place) -> None:
    """What an operation's requirements, or the document's, which it has without any, ask for."""
    sides = (old, place.documents.old), (new, place.documents.new)
    was, now = (side.get(key, document.get(key)) for side, document in sides)
    lists = [elements(ways) or [{}] for ways in (was, now)]
    before, after = ({frozenset(members(e)): members(e) for e in ways} for ways in lists)
    place, is_twice = place.at(key), [len(before), len(after)] != [*map(len, lists)]
    if is_twice or before.keys() - after.keys():
        if not alike(was, now, "security"):
            text = f"the security of {place.name} changed from {shown(was)} to {shown(now)}"
            place.tell("security-changed", text)
        return
    for schemes, scopes in after.items():
        if schemes not in before:
            how = f"with {quoted(' and '.join(sorted(schemes)))}" if schemes else "by anyone"
            place.tell("security-added", f"{place.name} may now be called {how}")
            continue
        for scheme in scopes:
            pair = before[schemes][scheme], scopes[scheme]
            place.listed(*pair, "required scope {}", "scope-removed", "scope-added")


def _tags(old: Object, new: Object, key: str, place: Place) -> None:
    """Each is a name, or an object with one."""
    was, now = (
        [members(each).get("name", each) for each in elements(side.get(key))] for side in (old, new)
    )
    place.at(key).listed(was, now, "tag {}", "other-changed", "other-changed")


def _scope(old: Json, new: Json, place: Place) -> None:
    place.tell("text-changed", f"{place.name} changed from {shown(old)} to {shown(new)}")


def _servers(old: Object, new: Object, key: str, place: Place) -> None:
    """Their order counts: the first one is used."""
    before, after = (
        [members(each) | {"description": None} for each in elements(side.get(key))]
        for side in (old, new)
    )
    place.changed(old, new, key, "text-changed" if before == after else "server-changed")


# How each part is compared


def _section(kind: str, inside: Inside) -> Member:
    """How the components of a section are compared, and of which kind they are."""

    def entry(old: Object, new: Object, name: str, place: Place) -> None:
        section = place.path[-1]
        here = component_place(place.documents, (section, name))
        if section == "schemas" and not (name in old and name in new):
            here = replace(here, name=f"schema {here.name}")
        here.entry(old, new, name, kind, inside)

    return inner({"*": entry})


_FLAGS: Final = ("allowReserved", "allowEmptyValue")
_MEDIA_TYPE: Final[Table] = {
    **TEXTS,
    "schema": schema_member,
    "encoding": "parameter-style-changed",
}
_DESCRIBED: Final[Table] = {
    **TEXTS,
    "schema": schema_member,
    "content": inner({"*": _content}),
    **dict.fromkeys(("style", "explode", *_FLAGS), _style),
}
_PARAMETER: Final[dict[str, str | Member]] = {
    **_DESCRIBED,
    "required": flag("parameter-became-required", "parameter-became-optional", "required"),
}
_HEADER: Final[Table] = {
    **_DESCRIBED,
    "required": flag("property-became-required", "property-became-optional", "required"),
}
_RESPONSE: Final[Table] = {
    **TEXTS,
    "content": inner({"*": _content}),
    "headers": entries("the header {}", "property", _HEADER),
}
_OPERATION: Final[Table] = {
    **TEXTS,
    "parameters": _elsewhere,
    "requestBody": _body,
    "responses": _responses,
    "security": _security,
    "servers": _servers,
    "tags": _tags,
    "operationId": "operation-renamed",
    "deprecated": flag("operation-deprecated", "operation-undeprecated", "deprecated"),
}
_ITEM: Final[Table] = {
    **TEXTS,
    "servers": _servers,
    **dict.fromkeys((*METHODS, "parameters"), _elsewhere),
}
_FLOW: Final[Table] = {
    "scopes": entries("the scope {}", "security", _scope),
    "*": "security-changed",
}
_SCHEME: Final[Table] = {
    **TEXTS,
    "flows": entries("the flow {}", "security", _FLOW),
    "*": "security-changed",
}
_COMPONENTS: Final[Table] = {
    "schemas": _section("component", schema_changes),
    # By another name, or elsewhere, it is another parameter.
    "parameters": _section(
        "component", _PARAMETER | dict.fromkeys(("name", "in"), "parameter-removed")
    ),
    "headers": _section("component", _HEADER),
    "requestBodies": _section("component", _PARAMETER),
    "responses": _section("component", _RESPONSE),
    "securitySchemes": _section("security", _SCHEME),
}
_ROOT: Final[Table] = {
    **TEXTS,
    "paths": _items,
    "webhooks": _items,
    "components": inner(_COMPONENTS),
    "info": inner({"version": "version-changed", "*": "text-changed"}),
    "security": _security,
    "servers": _servers,
    "tags": _tags,
}
