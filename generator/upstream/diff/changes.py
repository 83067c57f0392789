"""A change as a value: what is different, where, and whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

LONGEST: Final = 100
"""Most characters of a document, or of source, that a sentence quotes at once."""


def cut(text: str) -> str:
    """Text as a part of one line: printable, without backticks, and cut if it is long."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text.replace("`", "'"))
    line = " ".join(printable.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "\u2026"


def quoted(text: str) -> str:
    """The same between backticks, as reports set names and source."""
    return f"`{cut(text)}`"


class Severity(IntEnum):
    """What a change asks of the next version, by Semantic Versioning 2.0.0."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        """Its name as reports write it."""
        return self.name.lower()


class Direction(StrEnum):
    """Whether clients send the data or receive it; ``UNUSED`` if no operation or webhook does."""

    REQUEST = "request"
    ANSWER = "answer"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class WireChange:
    """One change of a description.

    ``pointer`` is the JSON pointer (RFC 6901) of the node, in the OpenAPI 3.1 form to which
    overlays apply: in the new document, or in the old one if the node is gone. Data that is
    both sent and received gives one change for each.
    """

    pointer: str
    kind: str
    direction: Direction
    text: str


@dataclass(frozen=True, slots=True)
class PythonChange:
    """One change of what users write.

    ``name`` is written as users write it: ``nuki.web.SmartlockLog.action`` (a class and its
    member) or ``web.smartlock_log.list(limit)`` (a method of a client and its parameter).
    ``direction`` says where a type stands: ``REQUEST`` for what callers give, ``ANSWER`` for what
    they get; ``None`` where that makes no difference.
    """

    name: str
    kind: str
    text: str
    direction: Direction | None = None
