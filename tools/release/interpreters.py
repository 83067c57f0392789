"""The Pythons of this machine that the project supports."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tools.repository import project

from .processes import StepError, run

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLASSIFIER: Final = "Programming Language :: Python :: 3."
_VERSION: Final = "import sys; print('{}.{}'.format(*sys.version_info))"


def supported() -> list[str]:
    """The versions that the project's metadata name, as in ``3.11``."""
    named = project()["project"]["classifiers"]
    return [text.rpartition(" ")[2] for text in named if text.startswith(_CLASSIFIER)]


def interpreter(version: str) -> Path | None:
    """A Python of this version: from PATH, from pyenv, or the one that runs this."""
    return next((python for python in _candidates(version) if _is(python, version)), None)


def _candidates(version: str) -> Iterator[Path]:
    on_path = shutil.which(f"python{version}")
    if on_path:
        yield Path(on_path)
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted(pyenv.glob(f"versions/{version}.*/bin/python"))
    yield Path(sys.executable)


def _is(python: Path, version: str) -> bool:
    # A command of pyenv's stands on PATH for versions, too, that are not switched on.
    try:
        return run(python, "-I", "-c", _VERSION, seconds=20).strip() == version
    except StepError:
        return False
