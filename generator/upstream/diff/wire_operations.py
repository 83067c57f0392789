"""What changed in operations and webhooks: parameters, bodies, answers, security."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.load.references import pointer

from .changes import Direction, cut, quoted
from .wire_nodes import (
    alike,
    changed,
    chosen,
    compare,
    differences,
    elements,
    entries,
    flag,
    followed,
    kind_of,
    member,
    members,
    named_members,
    other,
    reference,
    resolved,
    settled,
    shown,
)
from .wire_schemas import TEXTS, schema_member

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.load.documents import Json

    from .changes import WireChange
    from .wire_nodes import Changes, Handler, Object, Place


def security_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of an operation's, or the document's, security requirements.

    An operation without any has those of its document.
    """
    was = old.get(key, place.documents.old.get(key))
    now = new.get(key, place.documents.new.get(key))
    before, after, place = _ways(was), _ways(now), place.at(key)
    if before is None or after is None or before.keys() - after.keys():
        if not alike({"security": was}, {"security": now}, place):
            text = f"the security of {place.name} changed from {shown(was)} to {shown(now)}"
            yield from place.change("security-changed", text)
        return
    for schemes, scopes in after.items():
        if schemes not in before:
            text = f"{place.name} now accepts {cut(' and '.join(sorted(schemes)) or 'anyone')}"
            yield from place.change("security-added", text)
            continue
        for scheme in scopes:
            removed, added = differences(before[schemes][scheme], scopes[scheme])
            for scope in added:
                text = f"{place.name} now needs the scope {shown(scope)}"
                yield from place.change("scope-added", text)
            for scope in removed:
                text = f"{place.name} no longer needs the scope {shown(scope)}"
                yield from place.change("scope-removed", text)


def _ways(requirements: Json) -> dict[frozenset[str], Object] | None:
    """Scopes by scheme, of each way to be let in; ``None`` if one set of schemes has two."""
    listed_ways = elements(requirements) or [{}]
    ways = {frozenset(members(way)): members(way) for way in listed_ways}
    return ways if len(ways) == len(listed_ways) else None


def scheme_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two security schemes."""
    offered = {"added": "security-added", "removed": "security-changed"}

    def text(old: Json, new: Json, here: Place) -> Changes:
        words = f"{here.name} changed from {shown(old)} to {shown(new)}"
        return here.change("text-changed", words)

    def flow(old: Json, new: Json, here: Place) -> Changes:
        scopes = named_members("the scope {} of {}", text, **offered)
        return compare(old, new, here, {"scopes": scopes}, changed("security-changed"))

    handlers = {**TEXTS, "flows": named_members("the flow {} of {}", flow, **offered)}
    return compare(old, new, place, handlers, changed("security-changed"))


Parameters: TypeAlias = "dict[tuple[str, str, int], tuple[Json, Place]]"
"""Each under its location, its name, and how many like it stand before it, which should be none."""


def parameters_in(
    holder: Object, document: Object, place: Place, renamed: Mapping[str, str]
) -> Parameters:
    """The parameters of a path or an operation; ``renamed`` gives path parameters new names."""
    found: Parameters = {}
    for index, value in enumerate(elements(holder.get("parameters"))):
        parameter = members(resolved(document, value))
        name, location = parameter.get("name"), parameter.get("in")
        if not isinstance(name, str) or not isinstance(location, str):
            name, location = shown(value), _MALFORMED
        known = {"path": renamed.get(name, name), "header": name.lower()}.get(location, name)
        count = sum(key[:2] == (location, known) for key in found)
        here = place.at("parameters", index, name=f"{quoted(name)} of {place.name}")
        found[location, known, count] = (value, here)
    return found


def parameter_changes(old: Parameters, new: Parameters, place: Place) -> Changes:
    """What changed between the parameters of an operation, with those of its path."""
    for key, (value, here) in new.items():
        if key in old:
            yield from settled(followed(_one_changes), old[key][0], value, here)
        elif key[0] == _MALFORMED:
            yield from here.change("other-changed", f"{here.name} was added")
        else:
            parameter = members(resolved(place.documents.new, value))
            is_required = parameter.get("required") is True
            form = f"{cut(key[0])}, {kind_of(parameter.get('schema'))}"
            text = f"{quoted(str(parameter['name']))} ({form}) of {place.name} was added"
            kind = "parameter-added-required" if is_required else "parameter-added"
            yield from here.change(kind, f"{text}, {'required' if is_required else 'optional'}")
    for key, (_, here) in old.items():
        if key not in new:
            kind = "other-changed" if key[0] == _MALFORMED else "parameter-removed"
            yield from here.change(kind, f"{here.name} was removed")


def shared_parameter_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed in a parameter of the components; another name makes it another parameter."""
    before, after = members(old), members(new)
    if [before.get(key) for key in _IDENTITY] == [after.get(key) for key in _IDENTITY]:
        yield from followed(_one_changes)(old, new, place)
        return
    kind = "parameter-added-required" if after.get("required") is True else "parameter-added"
    yield from place.change("parameter-removed", f"{place.name} is no longer {shown(old)}")
    yield from place.change(kind, f"{place.name} is now {shown(new)}")


def body_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of an operation's request body."""
    before, after, name = old.get(key), new.get(key), f"the body of {place.name}"
    here = place.at(key, name=name)
    if key not in old:
        is_required = members(resolved(place.documents.new, after)).get("required") is True
        kind = "body-added-required" if is_required else "body-added"
        yield from here.change(
            kind, f"{name} was added, {'required' if is_required else 'optional'}"
        )
    elif key not in new:
        yield from here.change("body-removed", f"{name} was removed")
    else:
        yield from followed(body_changes)(before, after, here)


def body_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two request bodies."""
    handlers = {**TEXTS, "required": _became("body"), "content": content_member}
    return compare(old, new, place, handlers)


def content_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of the media types of a body."""
    handlers = {**TEXTS, "schema": schema_member, "encoding": changed("parameter-style-changed")}
    return entries(
        old.get(key),
        new.get(key),
        lambda name: place.at(key, name, name=f"{quoted(name)} of {place.name}"),
        both=lambda old, new, here: compare(old, new, replace(here, name=place.name), handlers),
        added="media-type-added",
        removed="media-type-removed",
    )


def header_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two headers of an answer."""
    handlers = {**_DESCRIBED, "required": _became("property")}
    yield from followed(lambda old, new, here: compare(old, new, here, handlers))(old, new, place)


def _one_changes(old: Json, new: Json, place: Place) -> Changes:
    return compare(old, new, place, {**_DESCRIBED, "required": _became("parameter")})


def _became(what: str) -> Handler:
    kinds = f"{what}-became-required", f"{what}-became-optional"
    return flag((kinds[0], "became required"), (kinds[1], "became optional"))


def _style_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    if _style(old) != _style(new):
        yield from member(old, new, key, place, "parameter-style-changed")


def _style(parameter: Object) -> str:
    """How values are written, said or not (OpenAPI 3.1.0, section 4.8.12)."""
    usual = "form" if parameter.get("in") in ("query", "cookie") else "simple"
    style = parameter.get("style", usual)
    flags = [parameter.get(key, False) for key in ("allowReserved", "allowEmptyValue")]
    return shown([style, parameter.get("explode", style == "form"), *flags])


_MALFORMED: Final = ""
"""The location of what is no parameter."""
_IDENTITY: Final = ("in", "name")
_DESCRIBED: Final[Mapping[str, Handler]] = {
    **TEXTS,
    "schema": schema_member,
    "content": content_member,
    **dict.fromkeys(("style", "explode", "allowReserved", "allowEmptyValue"), _style_changes),
}


METHODS: Final = (*("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"),)
_TEMPLATE: Final = re.compile(r"\{([^{}]*)\}")


def path_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two maps of paths; names in their templates do not count."""
    before, after = members(old), members(new)
    for was, now in _pairs(before, after):
        here = place.at(now or was, name=cut(now or was))
        if was and now and was != now:
            yield from here.change("other-changed", f"{cut(was)} is spelled {cut(now)} now")
        names = dict(zip(_TEMPLATE.findall(was), _TEMPLATE.findall(now), strict=False))
        items = partial(_item_changes, names=names)
        yield from settled(items, before.get(was), after.get(now), here)


def webhook_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two maps of webhooks, by name; their requests arrive."""
    before, after = members(old), members(new)
    for name in dict.fromkeys((*after, *before)):
        here = place.at(name, name=f"webhook {quoted(name)}").opposite()
        yield from settled(
            partial(_item_changes, names={}), before.get(name), after.get(name), here
        )


def _pairs(old: Object, new: Object) -> Iterator[tuple[str, str]]:
    """Paths of the old and the new document that are the same on the wire; one may be empty."""
    left: dict[str, list[str]] = {}
    for path in old:
        if path not in new:
            left.setdefault(_TEMPLATE.sub("{}", path), []).append(path)
    for path in new:
        same = left.get(_TEMPLATE.sub("{}", path), []) if path not in old else [path]
        yield (same.pop(0) if same else "", path)
    yield from ((path, "") for paths in left.values() for path in paths)


@dataclass(frozen=True, slots=True)
class _Item:
    """A path item of one document; ``names`` are those of its parameters in the other one."""

    value: Object
    document: Object
    names: Mapping[str, str]

    def parameters(self, operation: Object, place: Place, here: Place) -> Parameters:
        """Those of an operation and those of its path, for which it may have its own."""
        own = parameters_in(operation, self.document, here, self.names)
        return {**parameters_in(self.value, self.document, place, self.names), **own}


def _item_changes(old: Json, new: Json, place: Place, *, names: Mapping[str, str]) -> Changes:
    """What changed between two path items, which stand for what they refer to, or lack."""
    before, after = (
        resolved(place.documents.old, old) or {},
        resolved(place.documents.new, new) or {},
    )
    place = place if reference(old) is reference(new) is None else place.elsewhere()
    if not isinstance(before, dict) or not isinstance(after, dict):
        return
    items = _Item(before, place.documents.old, names), _Item(after, place.documents.new, {})
    methods = [key for key in dict.fromkeys((*after, *before)) if key in METHODS]
    found = [change for method in methods for change in _method_changes(*items, method, place)]
    yield from found
    if before and after:
        rest = _rest(before, after, place, found, METHODS)
        yield from compare(*rest, place, {**TEXTS, "servers": server_member})


def _method_changes(before: _Item, after: _Item, method: str, place: Place) -> Changes:
    is_event = Direction.ANSWER in place.directions
    kind, called = ("webhook", "") if is_event else ("operation", f"{method.upper()} ")
    here = place.at(method, name=called + place.name)
    if method not in before.value:
        yield from here.change(f"{kind}-added", f"{here.name} was added")
    elif method not in after.value:
        yield from here.change(f"{kind}-removed", f"{here.name} was removed")
    elif isinstance(before.value[method], dict) and isinstance(after.value[method], dict):
        old, new = members(before.value[method]), members(after.value[method])
        parameters = before.parameters(old, place, here), after.parameters(new, place, here)
        found = list(parameter_changes(parameters[0], parameters[1], here))
        yield from found
        yield from compare(*_rest(old, new, here, found), here, _OPERATION)
    else:
        yield from other(before.value[method], after.value[method], here)


def _rest(
    old: Object, new: Object, place: Place, found: list[WireChange], done: tuple[str, ...] = ()
) -> tuple[Object, Object]:
    """Two objects without the members that are compared already."""
    where = pointer(place.at("parameters").path)
    if any(change.pointer.startswith(where) for change in found):
        done = (*done, "parameters")
    return chosen(old, lambda key: key not in done), chosen(new, lambda key: key not in done)


def response_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of an operation's answers."""
    before = members(old.get(key))
    fine = [status for status in before if status.startswith("2")] or ["default"]

    def removed(_: Json, here: Place) -> Changes:
        kind = "success-removed" if here.step in fine else "status-removed"
        return here.change(kind, f"{here.name} was removed")

    return entries(
        before,
        new.get(key),
        lambda status: place.opposite().at(
            key, status, name=f"answer {cut(status)} of {place.name}"
        ),
        both=followed(response_changes),
        added="status-added",
        removed=removed,
    )


def response_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two answers."""
    headers = named_members(
        "the header {} of {}", header_changes, added="header-added", removed="header-removed"
    )
    return compare(old, new, place, {**TEXTS, "content": content_member, "headers": headers})


def server_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of servers, whose order counts: the first one is used."""
    before, after = (
        [chosen(members(server), "description".__ne__) for server in elements(side.get(key))]
        for side in (old, new)
    )
    return member(old, new, key, place, "text-changed" if before == after else "server-changed")


def tag_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of tags, each of which is a name or an object with one."""
    names = [
        [tag.get("name") if isinstance(tag, dict) else tag for tag in elements(side.get(key))]
        for side in (old, new)
    ]
    for word, tags in zip(("removed", "added"), differences(*names), strict=True):
        for tag in tags:
            text = f"tag {shown(tag)} of {place.name} was {word}"
            yield from place.at(key).change("other-changed", text)


_OPERATION: Final[Mapping[str, Handler]] = {
    **TEXTS,
    "requestBody": body_member,
    "responses": response_member,
    "security": security_changes,
    "servers": server_member,
    "tags": tag_member,
    "operationId": changed("operation-renamed"),
    "deprecated": flag(
        ("operation-deprecated", "is deprecated"),
        ("operation-undeprecated", "is no longer deprecated"),
    ),
}
