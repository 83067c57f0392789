from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tools.release.interpreters import interpreter, supported

if TYPE_CHECKING:
    import pytest

HERE = "{}.{}".format(*sys.version_info)
TOLD = "#!/bin/sh\necho {}\n"


def command(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_versions_are_those_of_the_metadata() -> None:
    assert supported() == ["3.11", "3.12", "3.13", "3.14"]


def test_a_python_that_says_its_version_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As pyenv's do on PATH, for versions that are not switched on.
    command(tmp_path / "bin/python3.98", "#!/bin/sh\nexit 127\n")
    on_path = command(tmp_path / "bin/python3.97", TOLD.format("3.97"))
    command(tmp_path / "pyenv/versions/3.98.0/bin/python", TOLD.format("3.9"))
    in_pyenv = command(tmp_path / "pyenv/versions/3.98.1/bin/python", TOLD.format("3.98"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    assert interpreter("3.97") == on_path
    assert interpreter("3.98") == in_pyenv
    assert interpreter("3.99") is None
    assert interpreter(HERE) == Path(sys.executable)
