"""The demo, as ``make demo`` runs it, and mornings on which something is not as told."""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from tools.demo.house import home
from tools.demo.story import CHAPTERS, play
from tools.repository import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_simulator import Simulator


pytestmark = pytest.mark.slow


def test_the_morning_goes_as_told() -> None:
    path = os.pathsep.join(str(ROOT / folder) for folder in ("src", "generated", "simulator"))
    done = subprocess.run(
        [sys.executable, "-m", "tools.demo"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        timeout=30,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"{each.hour:02}:{each.minute:02}  {each.title}" in done.stdout for each in CHAPTERS)
    assert "all as expected" in done.stdout


def lose_everything(simulator: Simulator) -> None:
    simulator.network.loss = 1


def jam(simulator: Simulator) -> None:
    simulator.at(simulator.find("Front door")).jam()


def have_no_slots(simulator: Simulator) -> None:
    simulator.bridges[0].quirks.max_callbacks = 0


@pytest.mark.parametrize(
    ("spoil", "expected", "found"),
    [
        pytest.param(lose_everything, "['Cleaner']", "[]", marks=pytest.mark.exhaustive),
        (jam, "['the latch was held back']", "['the motor could not turn']"),
        (have_no_slots, "an outcome", "BridgeRefusedError: "),
    ],
)
def test_the_first_surprise_is_told_and_ends_it(
    spoil: Callable[[Simulator], None], expected: str, found: str
) -> None:
    simulator = home()
    spoil(simulator)
    told = StringIO()
    assert play(simulator, Console(file=told)) == 1
    surprise = told.getvalue().partition("NOT AS EXPECTED")[2]
    assert f"\n      expected: {expected}\n      found:    {found}" in surprise
    assert "Stopped at step" in surprise
    assert "all as expected" not in surprise
