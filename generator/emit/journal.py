"""Replacing several files as one: whenever the run dies, all of them are in the end, or none.

Files cannot be renamed together, so they are written twice:

1. all of the new texts go into one file, which is renamed to ``.pending.json``: from here on the
   change is decided;
2. each text is written as a draft beside its file, and renamed into place;
3. ``.pending.json`` is removed.

A run that is killed before the first rename leaves a draft that nobody reads. One that is killed
after it leaves the rest to the next command, which finds ``.pending.json`` and does steps 2 and 3
again; doing them twice does no harm.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.load.problems import GeneratorFailure, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

PENDING: Final = ".pending.json"

_FOREIGN: Final = frozenset("\\:")
"""What separates or begins a path on other systems; none of our files is called so."""

Changes: TypeAlias = "Mapping[str, str | None]"
"""Path below a root to the new text, exactly as it shall be, or ``None`` for a file to remove."""


class Disk:
    """The operations that change files; another one may fail where a test wants it to."""

    def write(self, path: Path, content: bytes) -> None:
        """Write a file, and wait until the disk holds it."""
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, path: Path, target: Path) -> None:
        """Put a file in another's place, in one step."""
        os.replace(path, target)  # noqa: PTH105 - replaces on every platform

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there."""
        path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Journal:
    """Changes of the files below ``root``."""

    root: Path
    disk: Disk = field(default_factory=Disk)

    def commit(self, changes: Changes) -> None:
        """Make all of these changes, or none; what is so already stays untouched.

        Raises:
            OSError: A file cannot be written. Nothing is changed, or the next command completes it.
        """
        pending = {path: text for path, text in changes.items() if self._differs(path, text)}
        if len(pending) > 1:
            self._replace(PENDING, json.dumps(pending))
        self._apply(pending)

    def complete(self) -> int:
        """Complete a commit that was killed; returns the number of its files, 0 without one.

        Raises:
            GeneratorFailure: ``.pending.json`` is not what ``commit`` writes; nothing is changed.
            OSError: A file cannot be written.
        """
        path = self.root / PENDING
        try:
            pending = json.loads(path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return 0
        except ValueError as error:
            raise _damaged(path, str(error)) from error
        if not isinstance(pending, dict) or not all(map(_is_change, pending.items())):
            raise _damaged(path, "it does not hold paths below its folder, and texts")
        self._apply(pending)
        return len(pending)

    def _differs(self, path: str, text: str | None) -> bool:
        file = self.root / path
        found = file.read_bytes() if file.is_file() and not file.is_symlink() else None
        return found != (None if text is None else text.encode()) or file.is_symlink()

    def _apply(self, pending: Changes) -> None:
        for path, text in pending.items():
            if text is None:
                self.disk.remove(self.root / path)
                _remove_empty((self.root / path).parent, self.root)
            else:
                self._replace(path, text)
        self.disk.remove(self.root / PENDING)

    def _replace(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.new")
        self.disk.write(draft, text.encode())
        with suppress(FileNotFoundError):  # another command completes the same, and was faster
            self.disk.rename(draft, target)


def _is_change(item: tuple[object, object]) -> bool:
    path, text = item
    place = PurePosixPath(str(path))
    inside = not place.is_absolute() and ".." not in place.parts and not _FOREIGN & {*str(path)}
    return inside and bool(place.parts) and isinstance(text, str | None)


def _damaged(path: Path, what: str) -> GeneratorFailure:
    todo = "delete it, and restore what git says was changed"
    what = f"is no record of an interrupted run: {what}"
    return GeneratorFailure([Problem(str(path), what, todo)])


def _remove_empty(folder: Path, root: Path) -> None:
    if folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        _remove_empty(folder.parent, root)
