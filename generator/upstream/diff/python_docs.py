"""Which parts of a docstring say something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .changes import PythonChange
from .python_quotes import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Collection

_SECTION: Final = re.compile(r"(?:Args|Attributes|Members):\n")
_ENTRY: Final = re.compile(r"^ {4}(\w+): ", re.MULTILINE)
WHOLE: Final = ""
ERRORS: Final = "Raises"


def doc_change(
    name: str, docs: tuple[str, str], left_out: Collection[str] = ()
) -> PythonChange | None:
    """Compare two docstrings of what is called ``name``, in all parts but those ``left_out``.

    Parts are called as the parameters, attributes or members that they describe; the rest is
    ``WHOLE``, but for what is raised, ``ERRORS``.
    """
    before, after = map(_parts, docs)
    parts = before.keys() | after.keys()
    changed = sorted(p for p in parts - set(left_out) if before.get(p) != after.get(p))
    if not changed:
        return None
    parts_told = listed(part for part in changed if part not in {WHOLE, ERRORS})
    told = f" ({parts_told})" if parts_told else ""
    return PythonChange(name, "text-changed", f"the docstring of {quoted(name)}{told} is reworded")


def _parts(doc: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in doc.split("\n\n"):
        name = WHOLE
        if _SECTION.match(block):
            _, *entries = _ENTRY.split(block)
            found |= dict(zip(entries[::2], map(_line, entries[1::2]), strict=True))
            continue
        if block.startswith(f"{ERRORS}:"):
            name = ERRORS
        found[name] = f"{found.get(name, '')} {_line(block)}".strip()
    return found


def _line(text: str) -> str:
    return " ".join(text.split())
