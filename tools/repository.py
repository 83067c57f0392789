"""The repository's files, as far as they are part of the project."""

from __future__ import annotations

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
    """Files below a folder of the root, without caches and what the tools put in dot folders."""
    return sorted(path for path in (ROOT / folder).rglob(pattern) if path.is_file() and _ours(path))


def sources(*folders: str) -> Iterator[tuple[str, str]]:
    """Path and text of each Python module below folders of the root."""
    for folder in folders:
        for path in files(folder, "*.py"):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def project(folder: str = ".") -> dict[str, Any]:
    """What the ``pyproject.toml`` of a folder of the root says."""
    return tomllib.loads((ROOT / folder / "pyproject.toml").read_text(encoding="utf-8"))


def _ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    hidden = any(part.startswith(".") and part not in _SHOWN for part in parts)
    return not hidden and not set(parts).intersection(_NOT_OURS)
