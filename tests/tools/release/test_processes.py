from __future__ import annotations

import os
import sys
from contextlib import suppress
from select import select
from typing import TYPE_CHECKING

import pytest

from tools.release.processes import StepError, environment, finished, run, started

if TYPE_CHECKING:
    from pathlib import Path

# A child that starts another, tells its id, and waits for it.
FAMILY = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait()"])
print(child.pid, flush=True)
child.wait()
"""


def test_output_is_returned_and_failure_is_told() -> None:
    assert run(sys.executable, "-c", "print('hello')") == "hello\n"
    assert finished(sys.executable, "-c", "print('no'); raise SystemExit(3)") == (3, "no\n")
    with pytest.raises(StepError, match=r"ended with 3:\nno"):
        run(sys.executable, "-c", "print('no'); raise SystemExit(3)")


@pytest.mark.slow
def test_time_is_limited() -> None:
    with pytest.raises(StepError, match=r"more than 0\.2 seconds"):
        run(sys.executable, "-c", "import threading; threading.Event().wait()", seconds=0.2)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StepError, match="nothing is not there"):
        run(tmp_path / "nothing")


def test_variables_that_change_a_build_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "SOURCE_DATE_EPOCH", "PIP_INDEX_URL", "KEPT"):
        monkeypatch.setenv(name, "x")
    kept = environment(without=["PIP_"], MORE="y")
    assert (kept["KEPT"], kept["MORE"]) == ("x", "y")
    assert not {"PYTHONPATH", "SOURCE_DATE_EPOCH", "PIP_INDEX_URL"} & kept.keys()


def interrupted_family() -> int:
    """A descriptor that can be read once the child of an interrupted child has ended."""
    with suppress(KeyboardInterrupt), started(sys.executable, "-c", FAMILY) as parent:
        assert parent.stdout
        descriptor = os.pidfd_open(int(parent.stdout.readline()))
        assert select([descriptor], [], [], 0) == ([], [], [])
        raise KeyboardInterrupt
    assert parent.returncode is not None
    return descriptor


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="asks Linux for the end of a process")
def test_nobody_outlives_an_interrupt() -> None:
    descriptor = interrupted_family()
    assert select([descriptor], [], [], 10) == ([descriptor], [], [])
    os.close(descriptor)
