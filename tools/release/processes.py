"""Child processes: limited in time, and none outlives this program."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping, Sequence
    from pathlib import Path

_MISLEADING: Final = ("PYTHON", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH", "HATCH_BUILD")
_SHOWN: Final = 2000


class StepError(Exception):
    """A step of the check failed; the text says which and how."""


def environment(*, without: Iterable[str] = (), **more: str) -> dict[str, str]:
    """This process's environment, without what changes how Python runs or what is built."""
    left_out = (*_MISLEADING, *without)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return kept | more


def run(
    *command: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    seconds: float = 120,
) -> str:
    """Run a command to its end; returns what it printed.

    Raises:
        StepError: it took longer, or its exit status is not 0.
    """
    status, output = finished(*command, cwd=cwd, env=env, seconds=seconds)
    if status:
        raise StepError(f"{_shown(command)} ended with {status}:\n{output[-_SHOWN:].strip()}")
    return output


def finished(
    *command: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    seconds: float = 120,
) -> tuple[int, str]:
    """As :func:`run`, with the exit status, whatever it is."""
    with started(*command, cwd=cwd, env=env) as process:
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise StepError(f"{_shown(command)} took more than {seconds:g} seconds") from None
        return process.returncode, output


@contextmanager
def started(
    *command: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Generator[subprocess.Popen[str]]:
    """A running command; in the end it is killed, with all that it started.

    Raises:
        StepError: there is no such command.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - our own commands
            command,
            cwd=cwd,
            env=environment() if env is None else env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,  # a group of its own, which one signal ends
        )
    except FileNotFoundError as error:
        raise StepError(f"{error.filename} is not there") from None
    with process:
        try:
            yield process
        finally:
            # Whoever has ended is no longer there to be killed.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)


def _shown(command: Sequence[str | Path]) -> str:
    return " ".join(map(str, command))
