"""Lock actions over a network that fails in every way: told is what was done, and in time."""

from __future__ import annotations

import pytest

from tools.faults.clients import columns
from tools.faults.kinds import KINDS, Stage
from tools.faults.matrix import Cell, fits, run

pytestmark = pytest.mark.slow

COLUMNS = columns()
BROKEN = {
    "tls close",
    "tls reset",
    "tls close at once",
    "tls reset at once",
    "tls cut greeting",
}
"""Faults during the handshake that say nothing of the server's certificate."""


def some_cells(sorts_of_client: int) -> list[Cell]:
    """Every kind of fault, each for so many sorts of client, and every sort of client."""
    found = []
    for number, kind in enumerate(KINDS):
        first = number * 7 % len(COLUMNS)
        sorts = (*COLUMNS[first:], *COLUMNS[:first])
        fitting = [column for column in sorts if fits(kind, column)]
        # Who trusts the server gets through in the end, others are told of a handshake that broke.
        least = 2 if kind.stage is Stage.HANDSHAKE else 1
        found += [Cell(column, kind, 2) for column in fitting[:15:8][: max(sorts_of_client, least)]]
    return found


@pytest.mark.parametrize("sorts_of_client", [1, pytest.param(2, marks=pytest.mark.exhaustive)])
def test_what_a_few_hundred_lock_actions_came_to(
    sorts_of_client: int, subtests: pytest.Subtests
) -> None:
    # Time enough for a machine that runs other tests too.
    verdict = run(some_cells(sorts_of_client), timeout=0.6, at_a_time=12)
    with subtests.test("every stage and every client was met"):
        assert {kind.stage for kind in KINDS} == set(Stage)
        assert {told.kind for told in verdict.told} == {kind.name for kind in KINDS}
        assert {told.column for told in verdict.told} == set(COLUMNS)
        assert verdict.actions > 250
    with subtests.test("no bolt moves twice"):
        assert verdict.of("twice") == []
    with subtests.test("nobody is told something untrue"):
        assert verdict.of("lies") == []
    with subtests.test("every exception is a documented one"):
        assert verdict.of("undocumented") == []
    with subtests.test("what was provably not carried out is sent again"):
        assert verdict.of("not repeated") == []
    with subtests.test("what a client copes with succeeds"):
        assert verdict.of("failed") == []
    held = [each for each in verdict.findings if each.fault == "held"]
    with subtests.test("nobody is held longer than the timeouts"):
        assert [str(each) for each in held if each.told.column.library == "own"] == []
    with subtests.test("nobody is held by a client that was handed in"):
        assert [str(each) for each in held if each.told.column.library != "own"] == []
    with subtests.test("no connection is left to the garbage collector"):
        # What the HTTP library's generators leave is another matter: it closes their connection.
        assert [each for each in verdict.left_open if "unclosed" in each] == []
    with subtests.test("a read brings its own answer"):
        assert verdict.of("crossed") == []
    with subtests.test("no secret stands in an error or in its frames"):
        assert verdict.of("leaks") == []
    with subtests.test("no secret stands in a log"):
        assert verdict.logged > 1_000
        assert verdict.log_leaks == []
    with subtests.test("a handshake that breaks is no fault of a certificate"):
        told = [each for each in verdict.told if each.kind in BROKEN and each.error]
        assert told
        assert [each for each in told if "TLSError" in str(each.error)] == []
