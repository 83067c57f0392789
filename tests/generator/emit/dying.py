"""A process that ends at a given moment, without a chance to tidy up."""

from __future__ import annotations

import os
import sys
from typing import Final

DIED: Final = 9
"""The exit status of such a process."""
WRITING: Final = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir")
"""The audit events of everything that changes a disk."""


def die_at(moment: int, *events: str) -> None:
    """Let so many of these audit events pass, and end the process just before the next one."""
    left = moment

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event not in events or (event == "open" and not _is_writing(arguments)):
            return
        left -= 1
        if left < 0:
            os._exit(DIED)

    sys.addaudithook(hook)


def _is_writing(arguments: tuple[object, ...]) -> bool:
    _, _, flags = arguments
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
