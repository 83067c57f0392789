"""The files of ``nuki``: where they are, and how they are written so that none is half there."""

from __future__ import annotations

import json
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .failures import CommandError, one_line

if TYPE_CHECKING:
    from nuki_core.json import JsonObject

FOLDER_VARIABLE: Final = "NUKI_CONFIG_DIR"
_OWNER_ONLY: Final = 0o600
_OTHERS: Final = 0o077


def folder() -> Path:
    """The folder of the configuration, the platform's unless ``NUKI_CONFIG_DIR`` names another."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_config_path("nuki", appauthor=False)


def cache_folder() -> Path:
    """The folder for what can be made again."""
    if os.environ.get(FOLDER_VARIABLE):
        return folder() / "cache"
    import platformdirs

    return platformdirs.user_cache_path("nuki", appauthor=False)


def made(path: Path) -> Path:
    """The folder, made for its owner alone if it is missing."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _problem(path, error) from None
    return path


def read_object(path: Path, *, is_secret: bool = False) -> JsonObject:
    """Read a JSON object; an empty one if there is no file.

    Of a file with secrets, others lose what rights they have.

    Raises:
        CommandError: It cannot be read, or holds something else.
    """
    try:
        if is_secret and sys.platform != "win32" and path.stat().st_mode & _OTHERS:
            path.chmod(_OWNER_ONLY)
        found: Any = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _problem(path, error) from None
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise CommandError(f"{path} is damaged: it holds no JSON object; mend or delete it")
    return found  # pyright: ignore[reportUnknownVariableType] - it was JSON


def write_object(path: Path, value: JsonObject) -> None:
    """Replace a file in one step, readable by its owner only.

    Raises:
        CommandError: It cannot be written; then it is as before.
    """
    made(path.parent)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise _problem(path, error) from None
    finally:
        draft.unlink(missing_ok=True)


def _problem(path: Path, error: OSError) -> CommandError:
    return CommandError(one_line(f"{path}: {error.strerror or type(error).__name__}"))
