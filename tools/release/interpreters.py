"""The Pythons of this machine that the project supports."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from tools.repository import project

from .processes import StepError, run

_CLASSIFIER: Final = "Programming Language :: Python :: 3."
_VERSION: Final = "import sys; print('{}.{}'.format(*sys.version_info))"


def supported() -> list[str]:
    """The versions that the project's metadata name, as in ``3.11``."""
    named = project()["project"]["classifiers"]
    return [text.rpartition(" ")[2] for text in named if text.startswith(_CLASSIFIER)]


def interpreter(version: str) -> Path | None:
    """A Python of this version: from PATH, from pyenv, or the one that runs this."""
    on_path = shutil.which(f"python{version}")
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    found = [Path(on_path)] if on_path else []
    found += sorted(pyenv.glob(f"versions/{version}.*/bin/python"))
    for python in (*found, Path(sys.executable)):
        # A command of pyenv's stands on PATH for versions, too, that are not switched on.
        with suppress(StepError):
            if run(python, "-I", "-c", _VERSION, seconds=20).strip() == version:
                return python
    return None
