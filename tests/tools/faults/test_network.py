"""Lock actions over a network that fails in every way: told is what was done, and in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.faults.clients import columns
from tools.faults.kinds import KINDS, Stage
from tools.faults.matrix import Cell, fits, run

if TYPE_CHECKING:
    from tools.faults.oracle import Verdict

pytestmark = pytest.mark.slow

COLUMNS = columns()


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


@pytest.fixture(scope="module", params=[1, pytest.param(2, marks=pytest.mark.exhaustive)])
def verdict(request: pytest.FixtureRequest) -> Verdict:
    """What a few hundred lock actions came to."""
    # Time enough for a machine that runs other tests too.
    return run(some_cells(request.param), timeout=0.6, at_a_time=12)


def test_every_stage_and_every_client_was_met(verdict: Verdict) -> None:
    assert {kind.stage for kind in KINDS} == set(Stage)
    assert {told.kind for told in verdict.told} == {kind.name for kind in KINDS}
    assert {told.column for told in verdict.told} == set(COLUMNS)
    assert verdict.actions > 250


def test_no_bolt_moves_twice(verdict: Verdict) -> None:
    assert verdict.of("twice") == []


def test_nobody_is_told_something_untrue(verdict: Verdict) -> None:
    assert verdict.of("lies") == []


def test_every_exception_is_a_documented_one(verdict: Verdict) -> None:
    assert verdict.of("undocumented") == []


def test_what_was_provably_not_carried_out_is_sent_again(verdict: Verdict) -> None:
    assert verdict.of("not repeated") == []


def test_nobody_is_held_longer_than_the_timeouts(verdict: Verdict) -> None:
    held = [each for each in verdict.findings if each.fault == "held"]
    assert [str(each) for each in held if each.told.column.library == "own"] == []


def test_nobody_is_held_by_a_client_that_was_handed_in(verdict: Verdict) -> None:
    held = [each for each in verdict.findings if each.fault == "held"]
    assert [str(each) for each in held if each.told.column.library != "own"] == []


def test_no_connection_is_left_to_the_garbage_collector(verdict: Verdict) -> None:
    # (What the HTTP library's generators leave is another matter: it closes their connection.)
    assert [each for each in verdict.left_open if "unclosed" in each] == []


def test_a_read_brings_its_own_answer(verdict: Verdict) -> None:
    assert verdict.of("crossed") == []


def test_no_secret_stands_in_an_error_or_in_its_frames(verdict: Verdict) -> None:
    assert verdict.of("leaks") == []


def test_no_secret_stands_in_a_log(verdict: Verdict) -> None:
    assert verdict.logged > 1_000
    assert verdict.log_leaks == []


def test_a_handshake_that_breaks_is_no_fault_of_a_certificate(verdict: Verdict) -> None:
    broken = {
        "tls close",
        "tls reset",
        "tls close at once",
        "tls reset at once",
        "tls cut greeting",
    }
    told = [each for each in verdict.told if each.kind in broken and each.error]
    assert told
    assert [each for each in told if "TLSError" in str(each.error)] == []
