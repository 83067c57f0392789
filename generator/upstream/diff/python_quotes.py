"""Source in the text of a change: one line, cut, and unable to leave its quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .changes import one_line
from .python_annotations import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .python_annotations import Type

_LONGEST: Final = 100
_MOST: Final = 6


def quoted(source: str) -> str:
    """Source between backticks, whatever a description put into it."""
    return f"`{plain(source)}`"


def plain(source: str) -> str:
    """Source as one line of printable characters, without backticks."""
    line = one_line(source.replace("`", " "))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."


def quoted_type(kind: Type) -> str:
    """An annotation between backticks."""
    return quoted(spelled(kind))


def listed(names: Iterable[str]) -> str:
    """Names between backticks with commas, the first few of many."""
    shown = [quoted(name) for name in names]
    rest = len(shown) - _MOST
    return ", ".join(shown[:_MOST]) + (f" and {rest} more" if rest > 0 else "")
