"""The last step: put the generated text on disk, or say how the disk differs from it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_CACHE = "__pycache__"


def differences(texts: Mapping[str, str], out: Path) -> list[str]:
    """How the files below ``out`` differ from ``texts``: changed, missing and extra ones."""
    found = [
        f"{'changed' if (out / path).exists() else 'missing'}: {path}"
        for path, text in texts.items()
        if _read(out / path) != text.encode()
    ]
    return sorted(found + [f"extra: {path.relative_to(out)}" for path in _extra(texts, out)])


def write(texts: Mapping[str, str], out: Path) -> list[str]:
    """Make the generated folders below ``out`` hold exactly ``texts``; returns what changed.

    Each file is replaced in one step, so that none is ever half-written. Files outside the folders
    that ``texts`` name are not touched.
    """
    found = differences(texts, out)
    for path, text in texts.items():
        if _read(out / path) != text.encode():
            _replace(out / path, text)
    for extra in list(_extra(texts, out)):
        extra.unlink()
        _remove_empty(extra.parent, out)
    return found


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _extra(texts: Mapping[str, str], out: Path) -> Iterator[Path]:
    for folder in sorted({path.partition("/")[0] for path in texts}):
        for path in sorted((out / folder).rglob("*")):
            is_ours = path.relative_to(out).as_posix() in texts
            if not is_ours and _CACHE not in path.parts and (path.is_symlink() or path.is_file()):
                yield path


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.write_bytes(text.encode())
    os.replace(draft, path)  # noqa: PTH105 - the one call that replaces on every platform


def _remove_empty(folder: Path, out: Path) -> None:
    if folder != out and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        _remove_empty(folder.parent, out)
