"""The repository's files, as far as they are part of the project."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[1]
PACKAGES: Final = ("src/nuki", "src/nuki_core", "generated/nuki_generated")
SIMULATOR: Final = "simulator/nuki_simulator"
HAND_WRITTEN: Final = ("generator", "src", "simulator", "tests", "tools")
_NOT_OURS: Final = ("build", "dist", "__pycache__")
_SHOWN: Final = (".ci", ".gitattributes", ".github", ".gitignore")


def files(folder: str = ".", pattern: str = "*") -> list[Path]:
    """Files below a folder of the root, without caches and what programs put in dot folders."""
    found: list[Path] = []
    for here, folders, names in os.walk(ROOT / folder):
        folders[:] = [name for name in folders if _is_ours(name)]  # os.walk enters these only
        paths = (Path(here, name) for name in names if _is_ours(name))
        found += (path for path in paths if path.match(pattern))
    return sorted(found)


def sources(*folders: str) -> Iterator[tuple[str, str]]:
    """Path and text of each Python module below folders of the root."""
    for folder in folders:
        for path in files(folder, "*.py"):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def project(folder: str = ".") -> dict[str, Any]:
    """What the ``pyproject.toml`` of a folder of the root says."""
    return tomllib.loads((ROOT / folder / "pyproject.toml").read_text(encoding="utf-8"))


def _is_ours(name: str) -> bool:
    return name not in _NOT_OURS and (name in _SHOWN or not name.startswith("."))
