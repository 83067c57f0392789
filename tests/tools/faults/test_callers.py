"""What callers hand in: hooks and log handlers that raise, HTTP clients with ideas of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

import nuki
from tools.faults.callers import CALLERS, SECRET_OF_ANOTHER
from tools.faults.clients import TOKEN, columns
from tools.faults.kinds import KINDS
from tools.faults.matrix import Cell, run
from tools.faults.server import FaultServer

if TYPE_CHECKING:
    from tools.faults.oracle import Verdict

pytestmark = pytest.mark.slow

COLUMNS = [column for column in columns() if column.library in {"httpx", "httpx2"}]


def some_cells(sorts_of_client: int) -> list[Cell]:
    """Every odd caller, each with so many sorts of client."""
    found = []
    for number, caller in enumerate(CALLERS):
        sorts = [COLUMNS[(number * 5 + step) % len(COLUMNS)] for step in (0, 7, 2)]
        fitting = [column for column in sorts if column.api in caller.kind.apis]
        calls = 8 if caller.name.startswith("log handler") else 2
        found += [Cell(column, caller.kind, calls, caller) for column in fitting[:sorts_of_client]]
    return found


@pytest.fixture(scope="module", params=[1, pytest.param(2, marks=pytest.mark.exhaustive)])
def verdict(request: pytest.FixtureRequest) -> Verdict:
    """What a few hundred lock actions came to."""
    # Time enough for a machine that runs other tests too.
    return run(some_cells(request.param), timeout=0.6, at_a_time=8)


def test_every_caller_called(verdict: Verdict) -> None:
    assert {told.kind for told in verdict.told} == {caller.name for caller in CALLERS}


def test_no_bolt_moves_twice(verdict: Verdict) -> None:
    assert verdict.of("twice") == []


def test_nobody_is_told_something_untrue(verdict: Verdict) -> None:
    assert verdict.of("lies") == []


def test_an_exception_of_the_callers_goes_through_as_it_is(verdict: Verdict) -> None:
    assert verdict.of("undocumented") == []


def test_a_status_is_judged_before_a_hook_raises_for_it(verdict: Verdict) -> None:
    assert verdict.of("not repeated") == []


def test_no_timeout_of_the_http_client_replaces_ours(verdict: Verdict) -> None:
    assert verdict.of("held") == []


def test_no_secret_is_seen(verdict: Verdict) -> None:
    assert verdict.of("leaks") == []
    assert verdict.log_leaks == []


def test_default_parameters_of_one_client_stay_out_of_the_requests_of_another() -> None:
    with FaultServer(0.5) as server:
        host = server.host()
        with httpx.Client(params={"audit": SECRET_OF_ANOTHER}) as theirs, httpx.Client() as mine:
            nuki.WebClient(TOKEN, base_url=host.url, http=theirs).smartlock.lock(1)
            nuki.WebClient(TOKEN, base_url=host.url, http=mine).smartlock.lock(1)
        assert server.ledger.done[1] == 2
        assert SECRET_OF_ANOTHER.encode() not in server.ledger.heads[1]


def test_default_parameters_do_not_replace_those_of_a_call() -> None:
    with FaultServer(0.5) as server:
        host = server.host()
        with httpx.Client(params={"audit": "1"}) as http:
            nuki.BridgeClient(host.url, TOKEN, http=http, timeout=0.5).device.lock(7, device_type=0)
        assert server.ledger.done[7] == 1


def test_own_clients_keep_no_cookies() -> None:
    with FaultServer(0.5) as server:
        host = server.host()
        with nuki.WebClient(TOKEN, base_url=host.url) as web:
            host.expect([kind for kind in KINDS if kind.name == "many cookies"])
            web.smartlock.lock(1)
            web.smartlock.lock(2)
        assert b"cookie" not in server.ledger.heads[2].lower()


@pytest.mark.parametrize("api", ["web", "bridge"])
def test_a_closed_client_says_so_in_an_error_of_ours(api: str) -> None:
    client: nuki.WebClient | nuki.BridgeClient
    if api == "web":
        client = nuki.WebClient(TOKEN, base_url="http://127.0.0.1:9")
        client.close()
        with pytest.raises(nuki.NukiError) as raised:
            client.smartlock.lock(1)
    else:
        client = nuki.BridgeClient("http://127.0.0.1:9", TOKEN)
        client.close()
        with pytest.raises(nuki.NukiError) as raised:
            client.device.lock(1, device_type=0)
    assert not raised.value.may_have_run
