"""The objects of a document that may be schemas, and the schemas of single values in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.load.references import target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.load.documents import Json

    Path = tuple[str | int, ...]

_MARKS: Final = ("x-nuki-flags", "x-nuki-type", "x-nuki-by-device-type", "x-enum-varnames")
_LITERAL: Final = ("example", "examples", "default", "enum", "const")
_NAME_MAPS: Final = (
    *("properties", "patternProperties", "dependentSchemas", "$defs", "paths", "webhooks"),
    *("schemas", "parameters", "responses", "headers", "requestBodies", "pathItems", "content"),
)


def nodes(
    value: Json, path: Path = (), *, named: bool = False
) -> Iterator[tuple[Path, dict[str, Json]]]:
    """Every object that may be a schema or hold one, with its path, in document order."""
    if isinstance(value, list):
        for index, element in enumerate(value):
            yield from nodes(element, (*path, index))
    elif isinstance(value, dict):
        if not named:
            yield path, value
        for key, member in value.items():
            if named or (key not in _LITERAL and not key.startswith("x-")):
                names = not named and key in _NAME_MAPS
                yield from nodes(member, (*path, key), named=names)


def leaves(
    document: dict[str, Json], node: dict[str, Json], seen: tuple[str, ...] = ()
) -> Iterator[dict[str, Json]]:
    """The schemas of single values that a schema, or the holder of one, comes down to."""
    if is_marked(node):
        yield node
        return
    reference = node.get("$ref")
    if isinstance(reference, str) and reference not in seen:
        inner, seen = [target(document, reference)], (*seen, reference)
    else:
        inner = [node.get("schema"), node.get("items"), *_alternatives(node)]
        yield node
    for each in inner:
        if isinstance(each, dict):
            yield from leaves(document, each, seen)


def _alternatives(node: dict[str, Json]) -> Iterator[Json]:
    for keyword in ("anyOf", "oneOf", "allOf"):
        members = node.get(keyword)
        yield from members if isinstance(members, list) else ()


def is_marked(node: dict[str, Json]) -> bool:
    """Whether an overlay has said what the values of a schema mean."""
    return any(mark in node for mark in _MARKS)
