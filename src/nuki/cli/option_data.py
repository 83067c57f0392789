"""What an operation takes, as plain data: click makes options of it, and completion keeps it."""

from __future__ import annotations

from typing import NamedTuple


class Option(NamedTuple):
    """An option: its flag, what it takes, what it is for; ``secret`` ones take no plain text."""

    flag: str
    metavar: str
    choices: tuple[str, ...] = ()
    many: bool = False
    switch: bool = False
    secret: bool = False
    required: bool = False
    help: str = ""


class Command(NamedTuple):
    """An operation as a command."""

    name: str
    summary: str
    options: tuple[Option, ...]
