"""What completion knows of the operations, kept between runs.

Reading their descriptions takes a third of a second, which nobody waits for at a prompt. It is kept
in a file of the cache and made anew when the generated package has changed.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any, Final, cast

from . import files
from .failures import CommandError
from .option_data import Command, Option

_FILE: Final = "operations.json"
_FORM: Final = 1


class Index:
    """All operations by their names; what one takes is read when it is asked for."""

    def __init__(self, rows: list[Any]) -> None:
        self._rows = {str(row[0]): row for row in rows}
        self.summaries: dict[str, str] = {name: row[1] for name, row in self._rows.items()}

    def command(self, name: str) -> Command | None:
        """What an operation takes; ``None`` if there is none of this name."""
        row = self._rows.get(name)
        return None if row is None else Command(name, row[1], tuple(Option(*one) for one in row[2]))


def load() -> Index:
    """What was kept, made anew if the descriptions have changed."""
    path, stamp = files.cache_folder() / _FILE, _stamp()
    found: dict[str, Any] = {}
    with suppress(OSError, ValueError):
        kept: Any = json.loads(path.read_text("utf-8"))
        found = cast("dict[str, Any]", kept) if isinstance(kept, dict) else found
    if found.get("stamp") != stamp:
        from .operation_options import command_of, operations

        commands = [list(command_of(name, *one)) for name, one in operations().items()]
        found = dict[str, Any](stamp=stamp, commands=commands)
        with suppress(OSError, CommandError):  # without it, the next one takes as long
            files.write_object(path, found)
    return Index(found["commands"])


def _stamp() -> list[int]:
    """What changes with the descriptions: when, and how much, was written."""
    spec = PathFinder.find_spec("nuki_generated")
    roots = [] if spec is None else [*(spec.submodule_search_locations or ())]
    files_found = [
        entry.stat()
        for root in roots
        for api in ("web", "bridge")
        for folder in ("resources", "models", "enums")
        for entry in os.scandir(Path(root, api, folder))
        if entry.name.endswith(".py")
    ]
    return [
        _FORM,
        max((s.st_mtime_ns for s in files_found), default=0),
        sum(s.st_size for s in files_found),
    ]
