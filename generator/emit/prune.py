"""Drop the components that nothing uses, such as the internals of a server framework."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.load.references import reached, steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.load.documents import Json

_KEPT: Final = ("securitySchemes",)
"""Sections that are named, not referred to; they stay whole."""


def prune(document: dict[str, Json]) -> dict[str, Json]:
    """Return a document with those components only that ``paths`` or ``webhooks`` lead to.

    They lead there by ``$ref``, by the mapping of a discriminator and by ``x-nuki-by-device-type``,
    directly or through other components. Sections that become empty go as well; security schemes
    and extensions stay. What it keeps it shares with the document that was given.
    """
    components = document.get("components")
    if not isinstance(components, dict):
        return document

    def following(place: tuple[str, str]) -> Iterator[tuple[str, str]]:
        section, name = place
        members = components.get(section)
        return references(members.get(name) if isinstance(members, dict) else None)

    used = reached(references([document.get("paths"), document.get("webhooks")]), following)
    left: dict[str, Json] = {}
    for section, members in components.items():
        if isinstance(members, dict) and section not in _KEPT and not section.startswith("x-"):
            kept = {name: value for name, value in members.items() if (section, name) in used}
            if kept:
                left[section] = kept
        else:
            left[section] = members
    if left:
        return {**document, "components": left}
    return {name: value for name, value in document.items() if name != "components"}


def references(value: Json) -> Iterator[tuple[str, str]]:
    """The components that a value refers to, each by section and name."""
    if isinstance(value, list):
        for element in value:
            yield from references(element)
    elif isinstance(value, dict):
        for key, member in value.items():
            if key == "$ref":
                yield from _components(member)
            elif key == "x-nuki-by-device-type":
                yield from (("schemas", name) for name in _texts(member))
            elif key == "discriminator" and isinstance(member, dict):
                for name in _texts(member.get("mapping")):
                    yield from _components(name)
                    yield "schemas", name
            yield from references(member)


def _components(reference: Json) -> Iterator[tuple[str, str]]:
    """The component that a local reference names, or lies in."""
    found = steps(reference) if isinstance(reference, str) else []
    if found[:1] == ["components"] and len(found) > len(("components", "section")):
        yield found[1], found[2]


def _texts(value: Json) -> list[str]:
    members = value.values() if isinstance(value, dict) else ()
    return [member for member in members if isinstance(member, str)]
