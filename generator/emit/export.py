"""The corrected document for everybody else's generators: with open enums.

Ours keeps a code that nobody knows yet. Stock generators take `enum` at its word: their decoders
fail on such a code, and where two enums share numbers (`anyOf` of a lock's states and an Opener's)
they take the first that has the number, so that an idle Opener is a locked door. So a document for
them says that any value of the base type will do, and leaves out the choice: the number alone, and
beside it, in extensions, which enum it is of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.load.references import steps

if TYPE_CHECKING:
    from generator.load.documents import Json

ENUMS: Final = "x-nuki-enums"
"""What `anyOf` refers to where the device type chooses among enums."""

_OF_VALUES: Final = ("enum", "x-enum-varnames", "x-enum-descriptions")
_CHOICE: Final = "x-nuki-by-device-type"


def opened(node: Json) -> Json:
    """The same with each enum as `anyOf` of itself and of its base type."""
    if isinstance(node, list):
        return [opened(element) for element in node]
    if not isinstance(node, dict):
        return node
    alternatives = node.get("anyOf")
    if _CHOICE in node and isinstance(alternatives, list):
        rest = {name: opened(value) for name, value in node.items() if name != "anyOf"}
        is_null = {"type": "null"} in alternatives
        return {
            **rest,
            "type": ["integer", "null"] if is_null else "integer",
            ENUMS: [
                steps(str(each["$ref"]))[-1]
                for each in alternatives
                if isinstance(each, dict) and "$ref" in each
            ],
        }
    if isinstance(node.get("enum"), list) and isinstance(node.get("type"), str):
        known: Json = {name: node[name] for name in ("type", *_OF_VALUES) if name in node}
        others = {
            name: opened(value)
            for name, value in node.items()
            if name != "type" and name not in _OF_VALUES
        }
        return {**others, "anyOf": [known, {"type": node["type"]}]}
    return {name: opened(value) for name, value in node.items()}


def closed(node: Json) -> Json:
    """The document from which :func:`opened` made this one."""
    if isinstance(node, list):
        return [closed(element) for element in node]
    if not isinstance(node, dict):
        return node
    if _CHOICE in node and ENUMS in node:
        rest = {name: closed(value) for name, value in node.items() if name not in {"type", ENUMS}}
        names = node[ENUMS]
        refs: list[Json] = [
            {"$ref": f"#/components/schemas/{name}"}
            for name in (names if isinstance(names, list) else [])
        ]
        null: list[Json] = [{"type": "null"}] if isinstance(node.get("type"), list) else []
        return {**rest, "anyOf": refs + null}
    alternatives = node.get("anyOf")
    if isinstance(alternatives, list) and len(alternatives) == len(("enum", "base type")):
        known, base = alternatives
        if isinstance(known, dict) and "enum" in known and base == {"type": known.get("type")}:
            rest = {name: closed(value) for name, value in node.items() if name != "anyOf"}
            return {**rest, **known}
    return {name: closed(value) for name, value in node.items()}
