"""Fresh processes to measure in: nothing is imported yet, and bytecode is compiled."""

from __future__ import annotations

import compileall
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = (ROOT / "src", ROOT / "generated", ROOT / "simulator")
_PROGRAMS: Final = Path(__file__).parent / "programs"
_MISLEADING: Final = ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "PYTHONTRACEMALLOC")


def environment(*folders: Path) -> dict[str, str]:
    """The environment of a measured process, with these folders to import from."""
    kept = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    # The stock generator looks for its formatter beside Python.
    path = os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")])
    of_python = {"PYTHONPATH": os.pathsep.join(map(str, folders)), "PYTHONHASHSEED": "0"}
    return kept | of_python | {"PATH": path}


def compiled(folder: Path) -> Path:
    """The folder, with its bytecode compiled: users import installed packages."""
    if not compileall.compile_dir(folder, quiet=2):
        message = f"{folder} does not compile"
        raise RuntimeError(message)
    return folder


def run(command: Sequence[str], *folders: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments to its end, in the project's root."""
    return subprocess.run(  # noqa: S603 - our own programs
        [sys.executable, *command],
        env=environment(*folders),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@dataclass(frozen=True, slots=True)
class Program:
    """A measured program with its arguments, and the folders it imports from."""

    name: str
    arguments: tuple[str, ...]
    folders: tuple[Path, ...]

    def result(self) -> Any:
        """What it prints: one JSON value."""
        done = run([str(_PROGRAMS / f"{self.name}.py"), *self.arguments], *self.folders)
        if done.returncode:
            message = f"{self.name} {' '.join(self.arguments)} failed:\n{done.stderr}"
            raise RuntimeError(message)
        return json.loads(done.stdout)


def in_turns(programs: Sequence[Program], *, rounds: int) -> list[list[float]]:
    """What each program prints, round by round, so that load hits all alike."""
    # The first round reads cold files.
    rows = [[program.result() for program in programs] for _ in range(rounds + 1)][1:]
    return [list(column) for column in zip(*rows, strict=True)]


def ratios(ours: list[float], theirs: list[float]) -> list[float]:
    """Ours to theirs, round by round."""
    return [one / other for one, other in zip(ours, theirs, strict=True)]
