"""Ctrl-C and cancellation leave no place in a bridge's queue behind."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tools.faults.interrupts import (
    Renewals,
    cancel,
    interrupt_by_signal,
    interrupt_everywhere,
    interrupt_threads,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    # What interrupts a callback of a weak reference or of the collector, Python cannot raise.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

TIMES = 100
POINTS = 400
"""More than there are in making a client and calling with it."""


@pytest.mark.parametrize("callers", [0, 2])
def test_ctrl_c_at_every_point(callers: int) -> None:
    found = interrupt_everywhere(POINTS, callers=callers)
    assert found.is_clean, found
    assert found.tried >= POINTS


@pytest.mark.exhaustive
def test_ctrl_c_at_every_point_of_a_renewal(tmp_path: Path) -> None:
    found = interrupt_everywhere(2 * POINTS, callers=0, street=Renewals(tmp_path))
    assert found.is_clean, found
    assert found.tried >= 2 * POINTS


def test_ctrl_c_by_signal() -> None:
    found = interrupt_by_signal(TIMES, Random(1))  # noqa: S311
    assert found.is_clean, found
    assert found.tried >= TIMES


def test_ctrl_c_in_other_threads() -> None:
    found = interrupt_threads(TIMES, Random(2))  # noqa: S311
    assert found.is_clean, found
    assert found.tried >= TIMES


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_cancellation_after_any_number_of_steps(backend: str) -> None:
    found = cancel(TIMES, Random(3), backend)  # noqa: S311
    assert found.is_clean, found
    assert found.tried >= TIMES
