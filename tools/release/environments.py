"""Fresh environments, and what is installed in them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tools.repository import PACKAGES

from .processes import StepError, environment, run

if TYPE_CHECKING:
    from .distributions import Distributions

_PROGRAMS: Final = Path(__file__).parent / "programs"
_FIRST_CALL: Final = {
    "nuki-sdk": _PROGRAMS / "first_call.py",
    "nuki-simulator": _PROGRAMS / "first_simulated_call.py",
}
_INSTALLING: Final = 300


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment without pip: the pip that runs this program installs into it."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin/python"

    @property
    def packages(self) -> Path:
        (found,) = self.folder.glob("lib/python*/site-packages")
        return found

    def pip(self, *arguments: str | Path, env: dict[str, str] | None = None) -> str:
        command = (sys.executable, "-m", "pip", "--python", self.python, *arguments)
        return run(*command, env=env, seconds=_INSTALLING)


def fresh(python: Path, folder: Path) -> Environment:
    """A new environment of a Python."""
    run(python, "-m", "venv", "--without-pip", folder)
    return Environment(folder)


def prove(installed: Environment, made: Distributions) -> None:
    """Import what is installed, make a call, and ask pip whether all fits together.

    Raises:
        StepError: one of these fails, or it is another version.
    """
    program = _FIRST_CALL[made.project.name]
    said = run(installed.python, "-I", program, cwd=installed.folder, env=environment()).strip()
    if said != f"{made.project.name} {made.version}: Front door":
        raise StepError(f"{program.name} printed {said!r}")
    installed.pip("check")


@dataclass(frozen=True, slots=True)
class Size:
    """Of an environment: bytes of our packages and of all, without bytecode; distributions."""

    ours: int
    everything: int
    distributions: int

    def __str__(self) -> str:
        return (
            f"{self.ours:,} bytes of ours, {self.everything:,} in all, "
            f"{self.distributions} distributions"
        )


def size(installed: Environment) -> Size:
    """What installing took; bytecode is left out, as each Python writes its own."""
    folder = installed.packages
    ours = sum(_bytes(folder / package.rpartition("/")[2]) for package in PACKAGES)
    return Size(ours, _bytes(folder), len(list(folder.glob("*.dist-info"))))


def _bytes(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return sum(path.stat().st_size for path in files)
