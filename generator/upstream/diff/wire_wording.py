"""What a change says of itself: one line, whatever the documents contain."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from .changes import one_line

if TYPE_CHECKING:
    from generator.load.documents import Json

LONGEST: Final = 80
"""Most characters of a document that a text quotes at once."""


def quoted(text: str) -> str:
    """Untrusted text as a part of one line: without control characters and backticks, and cut."""
    line = one_line(text.replace("`", "'"))
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "\u2026"


def shown(value: Json) -> str:
    """A value of a document, as JSON."""
    return quoted(json.dumps(value, ensure_ascii=False))


def named(name: str) -> str:
    """A name of the document, marked as such."""
    return f"`{quoted(name)}`"


def altered(key: str, old: dict[str, Json], new: dict[str, Json], owner: str) -> str:
    """What became of one member of an object, of which at least one side has it."""
    what = f"{named(key)} of {owner}"
    if key not in old:
        return f"{what} is new: {shown(new[key])}"
    if key not in new:
        return f"{what} is gone, it was {shown(old[key])}"
    before, after = shown(old[key]), shown(new[key])
    if before == after or max(len(before), len(after)) == LONGEST:
        return f"{what} is another"
    return f"{what} is {after}, it was {before}"


def kind_of(schema: Json) -> str:
    """What a schema describes, in short: ``string, uuid``, ``array of integer``, or its name."""
    if not isinstance(schema, dict):
        return "any"
    reference, kind, form = (schema.get(key) for key in ("$ref", "type", "format"))
    if isinstance(reference, str):
        return quoted(reference.rpartition("/")[2])
    kinds = [each for each in (kind if isinstance(kind, list) else [kind]) if isinstance(each, str)]
    word = quoted(" or ".join(kinds) or "any")
    if word == "array" and "items" in schema:
        return f"array of {kind_of(schema['items'])}"
    return f"{word}, {quoted(form)}" if isinstance(form, str) else word
