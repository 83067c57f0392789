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
from typing import TYPE_CHECKING, Any, Final, cast

from . import files
from .failures import CommandError

if TYPE_CHECKING:
    from .option_data import Command

_FILE: Final = "operations.json"
_FORM: Final = 1


def load() -> dict[str, Command]:
    """The commands of all operations, by their names."""
    from .option_data import Command, Option  # noqa: PLC0415 - only for completion

    stamp = _stamp()
    found: dict[str, Any] = _read()
    if found.get("stamp") != stamp:
        found = {"stamp": stamp, "commands": _made()}
        with suppress(OSError, CommandError):  # without it, the next one takes as long
            files.write_object(_path(), found)
    return {
        name: Command(name, summary, tuple(Option(*option) for option in options))
        for name, summary, options in found["commands"]
    }


def _made() -> list[Any]:
    from .operation_options import command_of, operations  # noqa: PLC0415 - this is what takes long

    return [list(command_of(name, *one)) for name, one in operations().items()]


def _path() -> Path:
    return files.cache_folder() / _FILE


def _read() -> dict[str, Any]:
    try:
        found: Any = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


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
