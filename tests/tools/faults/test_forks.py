"""After a fork, each process has connections, queues and random numbers of its own."""

from __future__ import annotations

import sys

import pytest

from tools.faults.clients import Column
from tools.faults.forks import Forked, measure, seconds_to_renew_again

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs os.fork"),
]

SORTS = (
    (Column("own", "threads", "web"), True),
    (Column("own", "asyncio", "bridge"), False),
    (Column("httpx2", "threads", "bridge"), True),
)
MORE = (
    (Column("httpx", "threads", "web"), False),
    (Column("own", "threads", "web"), False),
    (Column("own", "threads", "bridge"), False),
    (Column("own", "threads", "bridge"), True),
)


@pytest.fixture(
    scope="module",
    params=[*SORTS, *(pytest.param(each, marks=pytest.mark.exhaustive) for each in MORE)],
    ids=lambda sort: f"{sort[0]}{', busy' * sort[1]}",
)
def forked(request: pytest.FixtureRequest) -> Forked:
    """What became of the calls of a parent and its children."""
    column, busy = request.param
    return measure(column, busy=busy)


def test_nobody_reads_the_answer_to_another_process(forked: Forked) -> None:
    assert forked.calls
    assert forked.crossed == 0


def test_nobody_is_told_something_untrue(forked: Forked) -> None:
    assert (forked.twice, forked.lies) == (0, 0), forked.notes


def test_every_exception_is_a_documented_one(forked: Forked) -> None:
    assert forked.undocumented == 0, forked.notes


def test_no_two_processes_make_the_same_hash(forked: Forked) -> None:
    assert forked.same_credentials == 0


def test_nobody_waits_for_a_turn_of_the_other_process(forked: Forked) -> None:
    assert (forked.blocked, forked.held, forked.failed) == (0, 0, 0), forked.notes


def test_a_lock_file_is_free_although_a_child_was_forked() -> None:
    # If the child held it, the call would wait for as long as the child lives: ten seconds.
    assert seconds_to_renew_again() < 3
