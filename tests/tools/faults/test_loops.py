"""The second event loop of a client is noticed before anything is sent."""

from __future__ import annotations

import gc
import warnings
from typing import TYPE_CHECKING, Any

import pytest

from tools.faults.loops import measure, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.faults.clients import Column

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _whatever_is_left_open() -> Iterator[None]:
    # The client is left open on purpose, with its connections to a loop that is closed.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


def some_pairs() -> list[Any]:
    """Every sort of client in one sequence of loops, and our own in all of them."""
    met: set[Column] = set()
    found: list[Any] = []
    for column, backends in pairs():
        more = column in met and column.library != "own"
        met.add(column)
        marks = [pytest.mark.exhaustive] if more else []
        found.append(pytest.param(column, backends, marks=marks, id=f"{column}-{backends}"))
    return found


@pytest.mark.parametrize(("column", "backends"), some_pairs())
def test_each_loop_starts_over_or_says_so(column: Column, backends: tuple[str, ...]) -> None:
    found = measure(column, backends)
    assert found.wrong == []
    assert found.done + found.refused == 2 * len(backends)
    # A client that is handed in serves one loop, our own start over in each.
    assert found.done == (found.done + found.refused if column.library == "own" else 1)
