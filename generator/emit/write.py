"""The last step: put the generated text on disk, or say how the disk differs from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .journal import Journal

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


def write(texts: Mapping[str, str], out: Path) -> None:
    """Make the generated folders below ``out`` hold exactly ``texts``, all at once.

    Files outside the folders that ``texts`` name are not touched.

    Raises:
        OSError: A file cannot be written.
    """
    Journal(out).commit(changes(texts, out))


def changes(texts: Mapping[str, str], out: Path) -> dict[str, str | None]:
    """What ``write`` does: the new texts, and the files that go."""
    extra = {path.relative_to(out).as_posix(): None for path in _extra(texts, out)}
    return {**texts, **extra}


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _extra(texts: Mapping[str, str], out: Path) -> Iterator[Path]:
    for folder in sorted({path.partition("/")[0] for path in texts}):
        for path in sorted((out / folder).rglob("*")):
            is_ours = path.relative_to(out).as_posix() in texts
            if not is_ours and _CACHE not in path.parts and (path.is_symlink() or path.is_file()):
                yield path
