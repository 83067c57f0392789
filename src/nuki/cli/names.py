"""The names of devices that were seen, kept for completion: asking for them would take too long."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from . import files
from .failures import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

_FILE: Final = "names.json"


def keep(source: str, names: Iterable[str]) -> None:
    """Keep the names of whoever acts, if that is possible."""
    with suppress(OSError, CommandError):
        found: Any = files.read_object(files.cache_folder() / _FILE)
        wanted: Any = sorted({name for name in names if name})
        if found.get(source) != wanted:
            files.write_object(files.cache_folder() / _FILE, {**found, source: wanted})


def complete(ctx: click.Context, _parameter: click.Parameter, text: str) -> list[str]:
    """The names that begin so, of all that were seen."""
    try:
        found: Any = json.loads((files.cache_folder() / _FILE).read_text("utf-8"))
        names = {str(name) for each in found.values() for name in each}
    except (OSError, ValueError, AttributeError, TypeError):
        return []
    del ctx
    return sorted(name for name in names if name.casefold().startswith(text.casefold()))
