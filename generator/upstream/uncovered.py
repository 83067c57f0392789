"""Codes that a description names in its texts, and no enum of the corrected document holds.

The vendor names most codes in prose only, and the enums are ours. A code that a new document adds
fits every overlay, and would stay without a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.load.problems import Problem
from generator.load.references import at, pointer

from .codes import codes
from .nodes import leaves, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.load.documents import Json

    from .nodes import Path

_NO_FLAG: Final = 0


def uncovered_codes(described: dict[str, Json], corrected: dict[str, Json]) -> Iterator[Problem]:
    """The codes without a member of their own, where their enum is one that overlays made.

    Args:
        described: the OpenAPI 3 document before its overlays, with the vendor's texts.
        corrected: the same document after them.
    """
    for path, node in nodes(described):
        text, schema = node.get("description"), at(corrected, _undotted(path))
        known = _values(corrected, schema) if isinstance(schema, dict) else set()
        named = dict(codes(text)) if isinstance(text, str) and known else {}
        for code, meaning in named.items():
            if isinstance(code, int) and code not in known:
                what = f"names the code {code} ({meaning:.60}), which no enum there holds"
                yield Problem(pointer(path), what, "add it to the enum in an overlay")


def _undotted(path: Path) -> Path:
    """The same place in the corrected document, where names of schemas have lost their dots."""
    if path[:2] != ("components", "schemas"):
        return path
    return (*path[:2], *(str(name).replace(".", "") for name in path[2:3]), *path[3:])


def _values(document: dict[str, Json], node: dict[str, Json]) -> set[Json]:
    """The values that the enums and flags of a schema, or of what it refers to, give names to."""
    found: set[Json] = set()
    for leaf in leaves(document, node):
        choices = leaf.get("anyOf") if "x-nuki-by-device-type" in leaf else None
        for choice in choices if isinstance(choices, list) else ():
            found |= _values(document, choice) if isinstance(choice, dict) else set()
        found |= _named(leaf)
    return found


def _named(node: dict[str, Json]) -> set[Json]:
    flags, values = node.get("x-nuki-flags"), node.get("enum")
    if isinstance(flags, dict):
        return {_NO_FLAG, *(bit for bit in flags.values() if isinstance(bit, int))}
    listed = values if isinstance(values, list) and "x-enum-varnames" in node else []
    return {value for value in listed if isinstance(value, int)}
