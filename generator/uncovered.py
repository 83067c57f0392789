"""Codes that a description names in its texts, and no enum of the corrected document holds.

The vendor names most codes in prose only, and the enums are ours. A code that a new document adds
fits every overlay, and would stay without a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .codes import codes
from .convert.cursor import pointer
from .problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .documents import Json

_NO_FLAG: Final = 0
_SCHEMAS: Final = ("components", "schemas")


def uncovered_codes(described: dict[str, Json], corrected: dict[str, Json]) -> Iterator[Problem]:
    """The codes without a member of their own, where their enum is one that overlays made.

    Args:
        described: the OpenAPI 3 document before its overlays, with the vendor's texts.
        corrected: the same document after them.
    """
    for path, text in _texts(described, ()):
        known = _values(corrected, _node(corrected, path), ())
        named = {code: meaning for code, meaning in codes(text) if isinstance(code, int)}
        for code, meaning in named.items() if known else ():
            if code not in known:
                what = f"names the code {code} ({meaning:.60}), which no enum there holds"
                yield Problem(pointer(path), what, "add it to the enum in an overlay")


def _texts(value: Json, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, list):
        for index, element in enumerate(value):
            yield from _texts(element, (*path, index))
    elif isinstance(value, dict):
        text = value.get("description")
        if isinstance(text, str):
            yield path, text
        for name, member in value.items():
            yield from _texts(member, (*path, name))


def _node(document: Json, path: tuple[str | int, ...]) -> Json:
    """The same place in the corrected document, where names of schemas have lost their dots."""
    value = document
    for depth, step in enumerate(path):
        in_schemas = path[: depth + 1] == (*_SCHEMAS, step)
        if isinstance(value, dict):
            value = value.get(str(step).replace(".", "") if in_schemas else str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _values(document: dict[str, Json], node: Json, seen: tuple[str, ...]) -> set[Json]:
    """The values that the enums and flags of a schema, or of what it refers to, give names to."""
    if not isinstance(node, dict):
        return set()
    found = _named(node)
    reference = node.get("$ref")
    if isinstance(reference, str) and reference not in seen:
        target = _node(document, tuple(reference.removeprefix("#/").split("/")))
        found |= _values(document, target, (*seen, reference))
    alternatives = node.get("anyOf")
    for inner in (
        node.get("schema"),
        node.get("items"),
        *(alternatives if isinstance(alternatives, list) else ()),
    ):
        found |= _values(document, inner, seen)
    return found


def _named(node: dict[str, Json]) -> set[Json]:
    flags, values = node.get("x-nuki-flags"), node.get("enum")
    if isinstance(flags, dict):
        return {_NO_FLAG, *(bit for bit in flags.values() if isinstance(bit, int))}
    listed = values if isinstance(values, list) and "x-enum-varnames" in node else []
    return {value for value in listed if isinstance(value, int)}
