"""Where in a TOML text a table or a key stands; the standard library does not tell."""

from __future__ import annotations

import re
from typing import Final

_HEADER: Final = re.compile(r"\s*\[\[?\s*([\w.\"' -]+?)\s*\]\]?\s*(#.*)?$")
_KEY: Final = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*[.=]")


def line_of(text: str, table: str, number: int, key: str | None = None) -> int:
    """The line, from 1, of the ``number``-th (from 0) header of a table, or of a key below it.

    The table ``""`` is the part before the first header. What is not found as such, because it is
    written inline, is looked for where its table begins.
    """
    lines = text.splitlines()
    start = _start(lines, table, number)
    if key is not None:
        for index in range(start, len(lines)):
            if index > start - 1 and _HEADER.match(lines[index]):
                break
            found = _KEY.match(lines[index])
            if found and found[1] == key:
                return index + 1
    return max(start, 1)


def _start(lines: list[str], table: str, number: int) -> int:
    """How many lines lie up to and including the header."""
    if not table:
        return 0
    seen = 0
    for index, line in enumerate(lines):
        header = _HEADER.match(line)
        if header and header[1] == table:
            if seen == number:
                return index + 1
            seen += 1
    return 0
