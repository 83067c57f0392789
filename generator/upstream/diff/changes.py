"""A change as a value: what is different, where, and whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


def one_line(text: str) -> str:
    """Text of a document as a part of one line: control characters and blanks become one blank."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


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
    """Whether clients send the data or receive it; no operation and no webhook uses ``UNUSED``."""

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
