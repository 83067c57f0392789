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


def some_pairs() -> tuple[list[Any], list[Any]]:
    """Every sort of client in one sequence of loops, and our own in all of them; and the others."""
    met: set[Column] = set()
    some, others = list[Any](), list[Any]()
    for column, backends in pairs():
        more = column in met and column.library != "own"
        met.add(column)
        (others if more else some).append((column, backends))
    return some, others


SOME, OTHERS = some_pairs()


@pytest.mark.parametrize(
    "chosen", [SOME, pytest.param(OTHERS, marks=pytest.mark.exhaustive)], ids=["some", "others"]
)
def test_each_loop_starts_over_or_says_so(chosen: list[Any], subtests: pytest.Subtests) -> None:
    for column, backends in chosen:
        with subtests.test(client=str(column), loops=backends):
            found = measure(column, backends)
            assert found.wrong == []
            assert found.done + found.refused == 2 * len(backends)
            # A client that is handed in serves one loop, our own start over in each.
            answered = found.done + found.refused if column.library == "own" else 1
            assert found.done == answered
