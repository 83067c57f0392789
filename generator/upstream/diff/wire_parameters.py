"""Changes of what requests and answers consist of: parameters, headers, bodies and media types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from .wire_members import changed, comes_and_goes, compare, entries, member, settled
from .wire_places import elements, members, reference, resolved
from .wire_schemas import schema_member
from .wire_wording import kind_of, named, quoted, shown
from .wire_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.load.documents import Json

    from .wire_members import Changes, Handler, Pair
    from .wire_places import Object, Place

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
        here = place.at("parameters", index, name=f"{named(name)} of {place.name}")
        found[location, known, count] = (value, here)
    return found


def parameter_changes(old: Parameters, new: Parameters, place: Place) -> Changes:
    """What changed between the parameters of an operation, with those of its path."""
    for key, (value, here) in new.items():
        if key not in old:
            yield from _added(members(resolved(place.sides.new, value)), here, place, key[0])
        else:
            yield from settled(followed(_one_changes), old[key][0], value, here)
    for key, (_, here) in old.items():
        if key not in new:
            kind = "other-changed" if key[0] == _MALFORMED else "parameter-removed"
            yield from here.change(kind, f"{here.name} is gone")


def _added(parameter: Object, here: Place, owner: Place, location: str) -> Changes:
    if location == _MALFORMED:
        yield from here.change("other-changed", f"{here.name} is new")
        return
    is_required = parameter.get("required") is True
    form = f"{quoted(location)}, {kind_of(parameter.get('schema'))}"
    text = f"{named(str(parameter['name']))} ({form}) of {owner.name} is new"
    kind = "parameter-added-required" if is_required else "parameter-added"
    yield from here.change(kind, f"{text} and {'required' if is_required else 'optional'}")


def shared_parameter_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed in a parameter of the components; another name makes it another parameter."""
    before, after = members(old), members(new)
    if [before.get(key) for key in _IDENTITY] == [after.get(key) for key in _IDENTITY]:
        yield from followed(_one_changes)(old, new, place)
        return
    kind = "parameter-added-required" if after.get("required") is True else "parameter-added"
    yield from place.change("parameter-removed", f"{place.name} is no longer {shown(old)}")
    yield from place.change(kind, f"{place.name} is now {shown(new)}")


def followed(pair: Pair) -> Pair:
    """The same comparison of what references lead to; components are compared by themselves."""

    def follow(old: Json, new: Json, place: Place) -> Changes:
        before, after = reference(old), reference(new)
        if before is None and after is None:
            yield from pair(old, new, place)
        elif before != after:
            sides = place.sides
            yield from pair(resolved(sides.old, old), resolved(sides.new, new), place.instead())

    return follow


def body_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of an operation's request body."""
    before, after, name = old.get(key), new.get(key), f"the body of {place.name}"
    here = place.at(key, name=name)
    if key not in old:
        is_required = members(resolved(place.sides.new, after)).get("required") is True
        kind = "body-added-required" if is_required else "body-added"
        yield from here.change(
            kind, f"{name} is new and {'required' if is_required else 'optional'}"
        )
    elif key not in new:
        yield from here.change("body-removed", f"{name} is gone")
    else:
        yield from followed(body_changes)(before, after, here)


def body_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two request bodies."""
    handlers = {**WORDS, "required": _became("body"), "content": content_member}
    return compare(old, new, place, handlers)


def content_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of the media types of a body."""

    def places(name: str) -> Place:
        return place.at(key, name, name=f"{named(name)} of {place.name}")

    def both(old: Json, new: Json, here: Place) -> Changes:
        handlers = {**WORDS, "schema": schema_member, "encoding": _STYLE}
        return compare(old, new, here.called(place.name), handlers)

    found = comes_and_goes("media-type")
    return entries(old.get(key), new.get(key), places, both=both, **found)


def header_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two headers of an answer."""
    handlers = {**_DESCRIBED, "required": _became("property")}
    yield from followed(lambda old, new, here: compare(old, new, here, handlers))(old, new, place)


def _one_changes(old: Json, new: Json, place: Place) -> Changes:
    return compare(old, new, place, {**_DESCRIBED, "required": _became("parameter")})


def _became(what: str) -> Handler:
    def handler(old: Object, new: Object, key: str, place: Place) -> Changes:
        if (old.get(key) is True) != (new.get(key) is True):
            word = "required" if new.get(key) is True else "optional"
            text = f"{place.name} became {word}"
            yield from place.at(key).change(f"{what}-became-{word}", text)

    return handler


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
_STYLE: Final = changed("parameter-style-changed")
_DESCRIBED: Final[Mapping[str, Handler]] = {
    **WORDS,
    "schema": schema_member,
    "content": content_member,
    **dict.fromkeys(("style", "explode", "allowReserved", "allowEmptyValue"), _style_changes),
}
