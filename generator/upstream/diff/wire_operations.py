"""Changes of operations and webhooks, which are paired by path, by name and by method."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from generator.load.references import pointer

from .changes import Direction
from .wire_members import (
    alike,
    changed,
    chosen,
    comes_and_goes,
    compare,
    entries,
    listed,
    member,
    other,
    settled,
    without,
)
from .wire_parameters import (
    body_member,
    content_member,
    followed,
    header_changes,
    parameter_changes,
    parameters_in,
)
from .wire_places import elements, members, reference, resolved
from .wire_security import security_changes
from .wire_wording import named, quoted, shown
from .wire_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.load.documents import Json

    from .changes import WireChange
    from .wire_members import Changes, Handler
    from .wire_parameters import Parameters
    from .wire_places import Object, Place

METHODS: Final = (*("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"),)
_TEMPLATE: Final = re.compile(r"\{([^{}]*)\}")


def path_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two maps of paths; names in their templates do not count."""
    before, after = members(old), members(new)
    for was, now in _pairs(before, after):
        here = place.at(now or was, name=quoted(now or was))
        if was and now and was != now:
            yield from here.change("other-changed", f"{quoted(was)} is written {quoted(now)}")
        names = dict(zip(_TEMPLATE.findall(was), _TEMPLATE.findall(now), strict=False))
        items = partial(_item_changes, names=names)
        yield from settled(items, before.get(was), after.get(now), here)


def webhook_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two maps of webhooks, by name; their requests arrive."""
    before, after = members(old), members(new)
    for name in dict.fromkeys((*after, *before)):
        here = place.at(name, name=f"webhook {named(name)}").back()
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
    before, after = resolved(place.sides.old, old) or {}, resolved(place.sides.new, new) or {}
    place = place if reference(old) is reference(new) is None else place.instead()
    if not isinstance(before, dict) or not isinstance(after, dict):
        return
    items = _Item(before, place.sides.old, names), _Item(after, place.sides.new, {})
    methods = [key for key in dict.fromkeys((*after, *before)) if key in METHODS]
    found = [change for method in methods for change in _method_changes(*items, method, place)]
    yield from found
    if before and after:
        rest = _rest(before, after, place, found, METHODS)
        yield from compare(*rest, place, {**WORDS, "servers": server_member})


def _method_changes(before: _Item, after: _Item, method: str, place: Place) -> Changes:
    is_event = Direction.ANSWER in place.directions
    kind, called = ("webhook", "") if is_event else ("operation", f"{method.upper()} ")
    here = place.at(method, name=called + place.name)
    if method not in before.value:
        yield from here.change(f"{kind}-added", f"{here.name} is new")
    elif method not in after.value:
        yield from here.change(f"{kind}-removed", f"{here.name} is gone")
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
        return here.change(kind, f"{here.name} is gone")

    return entries(
        before,
        new.get(key),
        lambda status: place.back().at(
            key, status, name=f"answer {quoted(status)} of {place.name}"
        ),
        both=followed(response_changes),
        added=comes_and_goes("status")["added"],
        removed=removed,
    )


def response_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two answers."""
    handlers = {**WORDS, "content": content_member, "headers": _header_member}
    return compare(old, new, place, handlers)


def _header_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    def places(name: str) -> Place:
        return place.at(key, name, name=f"the header {named(name)} of {place.name}")

    found = comes_and_goes("header")
    return entries(old.get(key), new.get(key), places, both=header_changes, **found)


def server_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of servers, whose order counts: the first one is used."""
    before, after = (without(side.get(key), ("description",)) for side in (old, new))
    is_text = alike(before, after, place)
    return member(old, new, key, place, "text-changed" if is_text else "server-changed")


def tag_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of tags, each of which is a name or an object with one."""
    gone, came = listed(*([_tag(tag) for tag in elements(side.get(key))] for side in (old, new)))
    for words, tags in (("new", came), ("gone", gone)):
        for tag in tags:
            text = f"tag {shown(tag)} of {place.name} is {words}"
            yield from place.at(key).change("other-changed", text)


def _tag(tag: Json) -> Json:
    return tag.get("name") if isinstance(tag, dict) else tag


def _deprecation_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    before, after = (side.get(key) is True for side in (old, new))
    if before != after:
        kind = "operation-deprecated" if after else "operation-undeprecated"
        text = "is deprecated" if after else "is no longer deprecated"
        yield from place.at(key).change(kind, f"{place.name} {text}")


_OPERATION: Final[Mapping[str, Handler]] = {
    **WORDS,
    "requestBody": body_member,
    "responses": response_member,
    "security": security_changes,
    "servers": server_member,
    "tags": tag_member,
    "operationId": changed("operation-renamed"),
    "deprecated": _deprecation_changes,
}
