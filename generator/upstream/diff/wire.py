"""The wire: what two descriptions say differently about what goes over the network.

The tables at the end say how each part of a description is compared, and by which kinds its changes
are told; schemas have theirs in ``wire_schemas``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.emit.prune import prune

from .rules import Change, Direction, cut, quoted
from .wire_nodes import (
    Documents,
    Handlers,
    Inside,
    Place,
    alike,
    changed,
    chosen,
    compare,
    component_place,
    elements,
    flag,
    inner,
    kind_of,
    list_changes,
    member,
    members,
    named,
    objects,
    other,
    resolved,
    same,
    settled,
    shown,
    told,
)
from .wire_schemas import TEXTS, schema_changes, schema_member

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.load.documents import Json

    from .wire_nodes import Changes, Component, Handler, Object

METHODS: Final = (*("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"),)
_TEMPLATE: Final = re.compile(r"\{([^{}]*)\}")


def wire_changes(old: dict[str, Json], new: dict[str, Json]) -> tuple[Change, ...]:
    """Every change from one OpenAPI 3.x document to another: none if, and only if, they are alike.

    The order of members, parameters, tags, scopes, types, required names and enum values does not
    count. Changes stand in document order, paths before components, and the rest at the end.
    """
    first = ("paths", "webhooks", "components")
    old, new = ({key: side[key] for key in (*first, *side) if key in side} for side in (old, new))
    documents = Documents(old, new, _directions(old, new))
    root = Place(documents, (), "the API", (Direction.REQUEST,))
    return tuple(dict.fromkeys(compare(old, new, root, _ROOT)))


def _directions(*documents: Object) -> dict[Component, set[Direction]]:
    """The directions of components in any of the documents; unused ones are missing.

    Webhooks are requests that arrive, so they count as answers, and what they are answered as
    requests. Security schemes, which nothing refers to, are for requests.
    """
    found: dict[Component, set[Direction]] = {}
    for document in documents:
        parts: dict[Direction, list[Json]] = {Direction.REQUEST: [], Direction.ANSWER: []}
        for key, (asking, answering) in _CALLED.items():
            for item in members(document.get(key)).values():
                for name, value in members(item).items():
                    for part, each in members(value if name in METHODS else {name: value}).items():
                        parts[answering if part == "responses" else asking].append(each)
        for direction, values in parts.items():
            used = prune({"paths": values, "components": document.get("components")})
            for section, each in members(used.get("components")).items():
                known = Direction.REQUEST if section == "securitySchemes" else direction
                for name in members(each):
                    found.setdefault((section, name), set()).add(known)
    return found


# Operations


def _items(old: Object, new: Object, key: str, place: Place) -> Iterator[Change]:
    """What changed between the paths or the webhooks of two documents.

    Names in the templates of paths do not count.
    """
    before, after = members(old.get(key)), members(new.get(key))
    for was, now in _pairs(before, after):
        here = place.at(key, now or was, name=cut(now or was))
        if key == "webhooks":
            here = replace(here, name=f"webhook {here.name}").opposite()
        if was and now and was != now:
            yield from here.change("other-changed", f"{cut(was)} is spelled {cut(now)} now")
        names = dict(zip(_TEMPLATE.findall(was), _TEMPLATE.findall(now), strict=False))
        yield from settled(partial(_item, names=names), before.get(was), after.get(now), here)


def _pairs(old: Object, new: Object) -> Iterator[tuple[str, str]]:
    """Paths of the old and the new document that are the same on the wire; one may be empty."""
    left: dict[str, list[str]] = {}
    for path in (path for path in old if path not in new):
        left.setdefault(_TEMPLATE.sub("{}", path), []).append(path)
    for path in new:
        same_on_wire = left.get(_TEMPLATE.sub("{}", path), []) if path not in old else [path]
        yield (same_on_wire.pop(0) if same_on_wire else "", path)
    yield from ((path, "") for paths in left.values() for path in paths)


def _item(old: Json, new: Json, place: Place, *, names: Mapping[str, str]) -> Iterator[Change]:
    """What changed between two path items, one of which may be lacking.

    ``names`` are the new ones of the old one's path parameters. The conversion has put shared items
    where they are used.
    """
    both, before, after = place.documents, members(old), members(new)
    is_event = Direction.ANSWER in place.directions
    kind = "webhook" if is_event else "operation"
    found: list[Change] = []
    for method in (key for key in dict.fromkeys((*after, *before)) if key in METHODS):
        here = place.at(method, name=place.name if is_event else f"{method.upper()} {place.name}")
        if method not in before:
            found += here.added(f"{kind}-added")
        elif method not in after:
            found += here.removed(f"{kind}-removed")
        elif not isinstance(before[method], dict) or not isinstance(after[method], dict):
            found += other(before[method], after[method], here)
        else:
            parameters = (
                _parameters(item, document, place, renamed)
                | _parameters(members(item[method]), document, here, renamed)
                for item, document, renamed in ((before, both.old, names), (after, both.new, {}))
            )
            changes = list(_parameter_changes(*parameters))
            handlers = {**_OPERATION, "parameters": told(changes)}
            found += [*changes, *compare(before[method], after[method], here, handlers)]
    yield from found
    if before and after:
        rest = [chosen(side, lambda key: key not in METHODS) for side in (before, after)]
        handlers = {**TEXTS, "servers": _servers, "parameters": told(found)}
        yield from compare(rest[0], rest[1], place, handlers)


_Parameters: TypeAlias = "dict[tuple[str, str, int], tuple[Json, Place]]"
"""Values and places, each under its location, its name, and how many like it stand before it."""


def _parameters(
    holder: Object, document: Object, place: Place, renamed: Mapping[str, str]
) -> _Parameters:
    """The parameters of a path or an operation; what has no name or location is none."""
    found: _Parameters = {}
    for index, value in enumerate(elements(holder.get("parameters"))):
        parameter = members(resolved(document, value))
        name, location = parameter.get("name"), parameter.get("in")
        if not isinstance(name, str) or not isinstance(location, str):
            name, location = shown(value), ""
        known = {"path": renamed.get(name, name), "header": name.lower()}.get(location, name)
        count = sum(key[:2] == (location, known) for key in found)
        here = place.at("parameters", index, name=f"parameter {quoted(name)} of {place.name}")
        found[location, known, count] = (value, here)
    return found


def _parameter_changes(old: _Parameters, new: _Parameters) -> Iterator[Change]:
    for key, (value, here) in new.items():
        if key in old:
            yield from settled(objects(_PARAMETER), old[key][0], value, here)
        elif not key[0]:
            yield from here.added("other-changed")
        else:
            parameter = members(resolved(here.documents.new, value))
            details = f"in the {cut(key[0])}", kind_of(parameter.get("schema"))
            is_required = parameter.get("required") is True
            yield from here.added("parameter-added", *details, is_required=is_required)
    for key, (_, here) in old.items():
        if key not in new:
            yield from here.removed("parameter-removed" if key[0] else "other-changed")


def _became(what: str) -> Handler:
    return flag(f"{what}-became-required", f"{what}-became-optional", "required")


def _style(old: Object, new: Object, key: str, place: Place) -> Changes:
    def style(parameter: Object) -> Object:
        """How values are written, said or not (OpenAPI 3.1.0, section 4.8.12)."""
        usual = "form" if parameter.get("in") in ("query", "cookie") else "simple"
        is_form = parameter.get("style", usual) == "form"
        usually: Object = {"style": usual, "explode": is_form, **dict.fromkeys(_FLAGS, False)}
        return usually | chosen(parameter, usually.__contains__)

    is_same = same(style(old), style(new))
    return () if is_same else member(old, new, key, place, "parameter-style-changed")


def _body(old: Object, new: Object, key: str, place: Place) -> Changes:
    here = place.at(key, name=f"the body of {place.name}")
    if key not in old:
        is_required = members(resolved(place.documents.new, new[key])).get("required") is True
        return here.added("body-added", is_required=is_required)
    return here.removed("body-removed") if key not in new else _BODY(old[key], new[key], here)


def _media_type(old: Object, new: Object, key: str, place: Place) -> Changes:
    if key in old and key in new:
        return settled(_MEDIA_TYPE, old[key], new[key], place.at(key))
    here = place.at(key, name=place.part(quoted(key)))
    return here.added("media-type-added") if key in new else here.removed("media-type-removed")


def _response(old: Object, new: Object, key: str, place: Place) -> Changes:
    here = place.at(key, name=f"answer {cut(key)} of {place.name}").opposite()
    if key not in old:
        return here.added("status-added")
    if key in new:
        return settled(_RESPONSE, old[key], new[key], here)
    fine = [status for status in old if status.startswith("2")] or ["default"]
    return here.removed("success-removed" if key in fine else "status-removed")


# Security, servers, tags


def _security(old: Object, new: Object, key: str, place: Place) -> Iterator[Change]:
    """What an operation's requirements, or the document's, which it has without any, ask for."""
    was = old.get(key, place.documents.old.get(key))
    now = new.get(key, place.documents.new.get(key))
    before, after, place = _alternatives(was), _alternatives(now), place.at(key)
    if before is None or after is None or before.keys() - after.keys():
        if not alike({"security": was}, {"security": now}, place):
            text = f"the security of {place.name} changed from {shown(was)} to {shown(now)}"
            yield from place.change("security-changed", text)
        return
    for schemes, scopes in after.items():
        if schemes not in before:
            how = f"with {quoted(' and '.join(sorted(schemes)))}" if schemes else "by anyone"
            yield from place.change("security-added", f"{place.name} may now be called {how}")
        for scheme in scopes if schemes in before else ():
            pair = before[schemes][scheme], scopes[scheme]
            kinds = "scope-removed", "scope-added"
            yield from list_changes(*pair, "required scope {}", place, *kinds)


def _alternatives(requirements: Json) -> dict[frozenset[str], Object] | None:
    """Scopes by scheme, of each way to be let in; ``None`` if one set of schemes has two."""
    listed = elements(requirements) or [{}]
    found = {frozenset(members(each)): members(each) for each in listed}
    return found if len(found) == len(listed) else None


def _scope(old: Json, new: Json, place: Place) -> Changes:
    text = f"{place.name} changed from {shown(old)} to {shown(new)}"
    return place.change("text-changed", text)


def _servers(old: Object, new: Object, key: str, place: Place) -> Changes:
    """Their order counts: the first one is used."""
    before, after = (
        [members(each) | {"description": None} for each in elements(side.get(key))]
        for side in (old, new)
    )
    return member(old, new, key, place, "text-changed" if before == after else "server-changed")


def _tags(old: Object, new: Object, key: str, place: Place) -> Changes:
    """Each is a name, or an object with one."""

    def names(side: Object) -> Json:
        tags = elements(side.get(key))
        return [tag.get("name") if isinstance(tag, dict) else tag for tag in tags]

    return list_changes(names(old), names(new), "tag {}", place.at(key), *_OTHER)


# Components


def _section(old: Object, new: Object, key: str, place: Place) -> Changes | None:
    inside, added, removed = _SECTIONS.get(key, (other, *_OTHER))

    def entry(old: Object, new: Object, name: str, place: Place) -> Changes:
        here = component_place(place, (key, name))
        if name in old and name in new:
            return settled(inside, old[name], new[name], here)
        here = replace(here, name=f"schema {here.name}") if key == "schemas" else here
        return here.added(added) if name in new else here.removed(removed)

    return inner({"*": entry})(old, new, key, place)


# How each part is compared

_CALLED: Final = {
    "paths": (Direction.REQUEST, Direction.ANSWER),
    "webhooks": (Direction.ANSWER, Direction.REQUEST),
}
"""The directions of what operations take, and of what they are answered."""
_OTHER: Final = ("other-changed", "other-changed")
_SECURITY: Final = ("security-added", "security-changed")
_FLAGS: Final = ("allowReserved", "allowEmptyValue")
_MEDIA_TYPE: Final = objects(
    {**TEXTS, "schema": schema_member, "encoding": changed("parameter-style-changed")}
)
_CONTENT: Final = inner({"*": _media_type})
_DESCRIBED: Final[Handlers] = {
    **TEXTS,
    "schema": schema_member,
    "content": _CONTENT,
    **dict.fromkeys(("style", "explode", *_FLAGS), _style),
}
_PARAMETER: Final[dict[str, Handler]] = {**_DESCRIBED, "required": _became("parameter")}
_HEADER: Final = objects({**_DESCRIBED, "required": _became("property")})
_BODY: Final = objects({**TEXTS, "required": _became("body"), "content": _CONTENT})
_RESPONSE: Final = objects(
    {
        **TEXTS,
        "content": _CONTENT,
        "headers": named("the header {}", _HEADER, "header-added", "header-removed"),
    }
)
_OPERATION: Final[dict[str, Handler]] = {
    **TEXTS,
    "requestBody": _body,
    "responses": inner({"*": _response}),
    "security": _security,
    "servers": _servers,
    "tags": _tags,
    "operationId": changed("operation-renamed"),
    "deprecated": flag("operation-deprecated", "operation-undeprecated", "deprecated"),
}
_FLOW: Final = objects(
    {"scopes": named("the scope {}", _scope, *_SECURITY), "*": changed("security-changed")}
)
_SCHEME: Final = objects(
    {**TEXTS, "flows": named("the flow {}", _FLOW, *_SECURITY), "*": changed("security-changed")}
)
_SECTIONS: Final[Mapping[str, tuple[Inside, str, str]]] = {
    "schemas": (schema_changes, "schema-added", "schema-removed"),
    # By another name, or elsewhere, it is another parameter.
    "parameters": (
        objects(_PARAMETER | dict.fromkeys(("name", "in"), changed("parameter-removed"))),
        *_OTHER,
    ),
    "headers": (_HEADER, *_OTHER),
    "requestBodies": (_BODY, *_OTHER),
    "responses": (_RESPONSE, *_OTHER),
    "securitySchemes": (_SCHEME, *_SECURITY),
}
"""How components of a section are compared; the kinds of new and of removed ones."""
_ROOT: Final[Handlers] = {
    **TEXTS,
    "paths": _items,
    "webhooks": _items,
    "components": inner({"*": _section}),
    "info": inner({"version": changed("version-changed"), "*": changed("text-changed")}),
    "security": _security,
    "servers": _servers,
    "tags": _tags,
}
