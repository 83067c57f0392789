"""Null as a value, which every version of the standard says in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from generator.load.documents import Json

FLAGS: Final = ("nullable", "x-nullable")
"""OpenAPI 3.0 has the first; the second is what many write in Swagger 2.0, which has none."""

_TELLING: Final = frozenset({"$ref", "allOf", "anyOf", "oneOf"})


def with_null(schema: dict[str, Json]) -> dict[str, Json]:
    """The schema as 2020-12 has it: null is a type, if one of the flags says so."""
    flags = [schema.get(flag) for flag in FLAGS]
    if True not in flags:
        return schema
    rest = {key: value for key, value in schema.items() if key not in FLAGS}
    if _TELLING & rest.keys():
        notes = {key: rest.pop(key) for key in [*rest] if key.startswith("x-") or key in _NOTES}
        return {**notes, "anyOf": [rest, {"type": "null"}]}
    kind, values = rest.get("type"), rest.get("enum")
    if isinstance(kind, str) and kind != "null":
        rest["type"] = [kind, "null"]
    elif isinstance(kind, list) and "null" not in kind:
        rest["type"] = [*kind, "null"]
    if isinstance(values, list) and None not in values:
        rest["enum"] = [*values, None]
    return rest


_NOTES: Final = frozenset({"title", "description", "default", "example", "readOnly", "deprecated"})
