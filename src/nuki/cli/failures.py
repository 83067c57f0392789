"""Exit statuses, and what commands raise that cannot go on."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """How ``nuki`` ended."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    NOT_AUTHORISED = 4
    UNREACHABLE = 5
    MAY_HAVE_BEEN_DONE = 6
    INTERRUPTED = 130


class CommandError(Exception):
    """A command cannot go on; the text says why in one line, and what to do."""

    def __init__(self, text: str, status: ExitStatus = ExitStatus.FAILED) -> None:
        super().__init__(text)
        self.status = status


def one_line(text: str) -> str:
    """A text on one line, of printable characters: servers name devices as they like."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
