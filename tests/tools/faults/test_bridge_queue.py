"""Many callers of one bridge: one request at a time, and nobody waits in vain."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import anyio
import pytest

import nuki
from tools.faults.clients import MIN_INTERVAL, TOKEN
from tools.faults.kinds import KINDS
from tools.faults.server import FaultServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.faults.kinds import Kind
    from tools.faults.server import Host

pytestmark = pytest.mark.slow

DRIPS = [kind for kind in KINDS if kind.name in {"headers dripped", "100 without end"}]
SILENT = next(kind for kind in KINDS if kind.name == "silent, done")


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A server that tires of what has no end after 0.7 s."""
    with FaultServer(0.2) as found:
        yield found


def bridge(host: Host, timeout: float, interval: float = 0) -> nuki.BridgeClient:
    options: dict[str, Any] = {MIN_INTERVAL: interval, "retry": nuki.NO_RETRY}
    return nuki.BridgeClient(host.url, TOKEN, timeout=timeout, **options)


def abridge(host: Host, timeout: float, interval: float = 0) -> nuki.AsyncBridgeClient:
    options: dict[str, Any] = {MIN_INTERVAL: interval, "retry": nuki.NO_RETRY}
    return nuki.AsyncBridgeClient(host.url, TOKEN, timeout=timeout, **options)


def test_clients_of_threads_and_of_loops_take_turns(server: FaultServer) -> None:
    host, interval, each = server.host(), 0.03, 6

    def in_threads(first: int) -> None:
        with bridge(host, 5, interval) as client:
            for action in range(first, first + each):
                client.device.lock(action, device_type=0)

    async def in_tasks(first: int) -> None:
        async with abridge(host, 5, interval) as client, anyio.create_task_group() as tasks:
            for action in range(first, first + each):
                tasks.start_soon(partial(client.device.lock, action, device_type=0))

    with ThreadPoolExecutor(4) as pool:
        threads = [pool.submit(in_threads, first) for first in (100, 200)]
        loops = [
            pool.submit(anyio.run, in_tasks, first, backend=backend)
            for first, backend in ((300, "asyncio"), (400, "trio"))
        ]
        for future in (*threads, *loops):
            future.result()
    moments = sorted(moment for moments in server.ledger.when.values() for moment in moments)
    assert len(moments) == 4 * each
    assert min(after - before for before, after in pairwise(moments)) > 0.9 * interval


@pytest.mark.parametrize("kind", DRIPS, ids=str)
def test_a_call_that_drips_holds_the_bridge_no_longer_than_its_timeout(kind: Kind) -> None:
    with FaultServer(20) as server:  # which drips longer than the next one waits
        host = server.host()
        host.expect([kind])
        # A place that its caller does not leave goes to the next one too, but only after 5.2 s.
        with bridge(host, 0.2) as slow, bridge(host, 4) as next_one:
            thread = threading.Thread(
                target=lambda: _ignoring(lambda: slow.device.lock(1, device_type=0))
            )
            thread.start()
            while not server.ledger.done[1]:
                assert thread.is_alive()
            next_one.device.lock(2, device_type=0)
            thread.join()


def _ignoring(call: Any) -> None:
    with suppress(nuki.NukiError):
        call()


def test_who_waits_behind_a_task_that_never_goes_on_is_woken(server: FaultServer) -> None:
    host = server.host()
    host.expect([SILENT])
    loop = asyncio.new_event_loop()
    with bridge(host, 0.4) as first, bridge(host, 4) as last:
        holder = threading.Thread(
            target=lambda: _ignoring(lambda: first.device.lock(1, device_type=0))
        )
        holder.start()
        while not server.ledger.done[1]:
            pass
        # It joins the queue, and its loop never runs again.
        stuck = loop.create_task(abridge(host, 0.6).device.lock(2, device_type=0))
        loop.run_until_complete(asyncio.sleep(0.05))
        last.device.lock(3, device_type=0)
        holder.join()
    stuck.cancel()
    loop.run_until_complete(asyncio.gather(stuck, return_exceptions=True))
    loop.close()


def test_a_crowd_of_tasks_gets_through() -> None:
    number = 300

    async def crowd(url: str) -> None:
        client = nuki.AsyncWebClient(TOKEN, base_url=url, timeout=10, retry=nuki.NO_RETRY)
        with anyio.fail_after(30):
            async with client, anyio.create_task_group() as tasks:
                for action in range(number):
                    tasks.start_soon(client.smartlock.get, action)

    with FaultServer(5) as server:
        anyio.run(crowd, server.host().url)
        assert len(server.ledger.done) == number
