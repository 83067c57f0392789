"""Schema objects: the JSON Schema draft 4 of Swagger 2.0 into the 2020-12 of OpenAPI 3.1.

Keywords that the two share are copied; so are unknown ones, which JSON Schema tells readers to
ignore, and names of types, which an overlay can correct. ``x-nullable``, which no standard defines,
means null; the type ``file`` is a string of bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.convert.components import converted, target
from generator.convert.cursor import Cursor, kept
from generator.convert.nullable import with_null

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.load.documents import Json

_ANNOTATIONS: Final = ("title", "description", "default", "example", "readOnly", "externalDocs")
_BOUNDS: Final = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def schema(node: Cursor) -> dict[str, Json]:
    """Convert one schema object."""
    members = node.members()
    if "$ref" in members:
        # Swagger 2.0 ignores what stands beside a $ref. Notes are worth keeping and now allowed; a
        # constraint would begin to count, so it stays ignored.
        found = target(members["$ref"], "definitions")
        notes = kept(members, _ANNOTATIONS)
        return with_null({"$ref": converted(found), **notes}) if found else notes
    return keywords(members)


def keywords(members: Mapping[str, Cursor]) -> dict[str, Json]:
    """Convert the keywords of a schema, wherever they stand (parameters carry them themselves)."""
    result = {name: _KEYWORDS.get(name, Cursor.copy)(member) for name, member in members.items()}
    for exclusive, bound in _BOUNDS.items():
        if isinstance(result.get(exclusive), bool):
            is_exclusive = result.pop(exclusive)
            if is_exclusive and bound in result:
                result[exclusive] = result.pop(bound)
            elif is_exclusive:
                what = f"{exclusive} needs {bound} beside it"
                members[exclusive].report(what, f"add {bound}, or remove {exclusive}")
    if result.get("type") == "file":
        result |= {"type": "string", "format": "binary"}
    return with_null(result)


def _discriminator(member: Cursor) -> Json:
    member.report(
        "discriminator cannot be converted: its values name schemas implicitly",
        "remove it; list the alternatives in an overlay (oneOf)",
    )
    return None


def _object(member: Cursor) -> Json:
    member.members()
    return member.copy()


def _array(member: Cursor) -> Json:
    member.elements()
    return member.copy()


def _schema_map(member: Cursor) -> Json:
    return {name: schema(value) for name, value in member.members().items()}


def _schema_list(member: Cursor) -> Json:
    return [schema(element) for element in member.elements()]


def _schema_or_boolean(member: Cursor) -> Json:
    return member.value if isinstance(member.value, bool) else schema(member)


_KEYWORDS: Final[dict[str, Callable[[Cursor], Json]]] = {
    "discriminator": _discriminator,
    "required": _array,
    "enum": _array,
    "externalDocs": _object,
    "xml": _object,
    "properties": _schema_map,
    "items": schema,
    "additionalProperties": _schema_or_boolean,
    "not": _schema_or_boolean,
    "allOf": _schema_list,
    "anyOf": _schema_list,
    "oneOf": _schema_list,
}
