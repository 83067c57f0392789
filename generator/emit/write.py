"""The last step: put the generated text on disk, or say how the disk differs from it.

Several files are replaced as one: whenever a run is killed, all of them are in the end, or none.

1. The new files are laid out below ``.pending.new/``, a list of those that go beside them.
2. This folder is renamed to ``.pending``: from here on the change is decided.
3. Each file is moved from there to its place, and the folder is removed.

A run that is killed before the renaming leaves a folder that the next one replaces. After it, the
next command finds ``.pending`` and does what is left of step 3.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PENDING: Final = ".pending"

_CACHE: Final = "__pycache__"
_DRAFT: Final = ".pending.new"
_FILES: Final = "files"
_REMOVED: Final = "removed.json"

Changes: TypeAlias = "Mapping[str, str | None]"
"""Path below a root to the new text, exactly as it shall be, or ``None`` for a file to remove."""


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
    replace_files(out, changes(texts, out))


def foreign(texts: Mapping[str, str], out: Path) -> list[str]:
    """What a folder holds that no generated package has: somebody's files, which must stay.

    A folder that is not there, or is empty, holds nothing. Modules of our package that are no
    longer made are ours to remove.
    """
    if not out.is_dir():
        return [str(out)] if out.exists() else []
    found = {
        path.relative_to(out).as_posix(): path
        for path in out.rglob("*")
        if (path.is_file() or path.is_symlink()) and _CACHE not in path.parts
    }
    own = tuple({f"{path.partition('/')[0]}/" for path in texts if path.endswith(".py")})
    drafts = (f"{PENDING}/", f"{_DRAFT}/")
    return sorted(
        name
        for name, path in found.items()
        if name not in texts
        and not name.startswith(drafts)
        and not (name.startswith(own) and path.suffix in {".py", ".typed"})
    )


def changes(texts: Mapping[str, str], out: Path) -> dict[str, str | None]:
    """What ``write`` does: the new texts, and the files that go."""
    extra = {path.relative_to(out).as_posix(): None for path in _extra(texts, out)}
    return {**texts, **extra}


def pending(root: Path, wanted: Changes) -> dict[str, str | None]:
    """Those of these changes that are not so already."""
    return {
        path: text
        for path, text in wanted.items()
        if (root / path).is_symlink()
        or _read(root / path) != (None if text is None else text.encode())
    }


def replace_files(root: Path, wanted: Changes) -> None:
    """Make all of these changes below ``root``, or none; what is so already stays untouched.

    Raises:
        OSError: A file cannot be written. Nothing is changed, or the next command completes it.
    """
    draft = root / _DRAFT
    if draft.exists():
        shutil.rmtree(draft)
    found = pending(root, wanted)
    if not found:
        return
    for path, text in found.items():
        if text is not None:
            file = draft / _FILES / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
    removed = [path for path, text in found.items() if text is None]
    draft.mkdir(parents=True, exist_ok=True)
    (draft / _REMOVED).write_text(json.dumps(removed), encoding="utf-8")
    draft.rename(root / PENDING)
    complete(root)


def complete(root: Path) -> int:
    """Complete what a killed run had decided; returns how many files that took, 0 without one.

    Raises:
        OSError: A file cannot be moved or removed.
    """
    decided = root / PENDING
    if not decided.is_dir():
        return 0
    listed = decided / _REMOVED
    removed: list[str] = json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else []
    for path in removed:
        (root / path).unlink(missing_ok=True)
        _remove_empty((root / path).parent, root)
    files = [path for path in (decided / _FILES).rglob("*") if path.is_file()]
    for file in files:
        target = root / file.relative_to(decided / _FILES)
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)
    shutil.rmtree(decided)
    return len(files) + len(removed)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _extra(texts: Mapping[str, str], out: Path) -> Iterator[Path]:
    for folder in sorted({path.partition("/")[0] for path in texts}):
        for path in sorted((out / folder).rglob("*")):
            is_ours = path.relative_to(out).as_posix() in texts
            if not is_ours and _CACHE not in path.parts and (path.is_symlink() or path.is_file()):
                yield path


def _remove_empty(folder: Path, root: Path) -> None:
    if folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        _remove_empty(folder.parent, root)
