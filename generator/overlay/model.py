"""What an overlay is once it is read: plain values, references resolved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from generator.load.documents import Json


class Absent(Enum):
    """The type of ``ABSENT``: a member that is not there, which null is not."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


@dataclass(frozen=True, slots=True)
class Action:
    """One change: where, what, and what its author expects to find there.

    ``number`` counts from 1 in the overlay's order. ``update`` and ``expect`` (the extension
    ``x-expect``) may be any JSON value, null included, or ``ABSENT``.
    """

    number: int
    target: str
    description: str = ""
    update: Json | Absent = ABSENT
    copy: str | None = None
    remove: bool = False
    expect: Json | Absent = ABSENT


@dataclass(frozen=True, slots=True)
class Overlay:
    """An overlay document.

    ``version`` is the feature set, ``(1, 1)`` for 1.1.0 (the patch number decides nothing).
    ``uri`` is the document's own: ``$self`` if it has one, else its file's. ``extends`` is absolute
    where a base is known, or ``None``.
    """

    name: str
    version: tuple[int, int]
    title: str
    actions: tuple[Action, ...]
    uri: str = ""
    extends: str | None = None
