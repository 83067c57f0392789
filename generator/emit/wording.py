"""Descriptions with the names that callers know: those in Python, not those on the wire."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.strings import PythonIdentifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A word with a capital inside, that is no part of a path or an address.
_WIRE_WORD: Final = re.compile(r"(?<![\w/.{])[a-z][a-z0-9]*[A-Z]\w*+(?![/}])")


def python_words(document: Mapping[str, Any]) -> dict[str, str]:
    """The name in Python of each field and parameter with a capital inside, if it has but one."""
    found: dict[str, set[str]] = defaultdict(set)
    for wire, node in _named(document):
        if _WIRE_WORD.fullmatch(wire):
            name = node.get("x-nuki-name") or PythonIdentifier(wire, prefix="field_")
            found[wire].add(str(name))
    return {wire: next(iter(names)) for wire, names in found.items() if len(names) == 1}


def reworded(text: str, words: Mapping[str, str]) -> str:
    """The text with these names in place of those on the wire."""
    return _WIRE_WORD.sub(lambda word: words.get(word[0], word[0]), text)


def _named(node: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The properties of all schemas, and all parameters."""
    if isinstance(node, list):
        for element in node:
            yield from _named(element)
    elif isinstance(node, dict):
        if isinstance(node.get("name"), str) and node.get("in") in ("path", "query"):
            yield node["name"], node
        properties = node.get("properties")
        for wire, schema in properties.items() if isinstance(properties, dict) else ():
            if isinstance(schema, dict):
                yield wire, schema
        for value in node.values():
            yield from _named(value)
