"""A disk that ends its process at a given moment, without a chance to tidy up."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from generator.emit.journal import Disk

if TYPE_CHECKING:
    from pathlib import Path

DIED = 9
"""The exit status of such a process."""


class Dying(Disk):
    """Lets so many moments pass: before, within and after a write, after a rename or a removal."""

    def __init__(self, moments: int) -> None:
        self.left = moments

    def moment(self) -> None:
        self.left -= 1
        if self.left < 0:
            os._exit(DIED)

    def write(self, path: Path, content: bytes) -> None:
        self.moment()
        path.write_bytes(content[:5])
        self.moment()
        super().write(path, content)
        self.moment()

    def rename(self, path: Path, target: Path) -> None:
        super().rename(path, target)
        self.moment()

    def remove(self, path: Path) -> None:
        super().remove(path)
        self.moment()
