"""Our own clients, connected to a simulator in process and living on its clock.

Their pauses and timeouts let virtual time pass, so nothing ever waits.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from nuki.clients import AsyncBridgeClient, AsyncWebClient, BridgeClient, WebClient
from nuki_core.auth import EncryptedToken, HashedToken
from nuki_core.clock import Clock
from nuki_core.request_queue import RequestQueue

from .transports import async_http_client, http_client

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.auth import Scheme
    from nuki_core.client import Configured
    from nuki_core.inbox import Inbox
    from nuki_simulator.world.bridges import Bridge

    from .simulator import Simulator

C = TypeVar("C", bound="Configured")


def virtual_clock(simulator: Simulator) -> Clock:
    """The simulator's time for everything that waits: its waits let that time pass."""
    clock = simulator.clock

    async def asleep(seconds: float) -> None:
        import anyio  # noqa: PLC0415 - synchronous tests need no event loop

        await anyio.lowlevel.checkpoint()
        clock.advance(seconds)

    def step(ends: float) -> None:
        due = clock.next_timer()
        clock.advance(max(0.0, (ends if due is None else min(due, ends)) - clock.elapsed))

    def wait(inbox: Inbox[Any], seconds: float) -> None:
        ends = clock.elapsed + seconds
        while not inbox and clock.elapsed < ends:
            step(ends)

    async def await_(inbox: Inbox[Any], seconds: float) -> None:
        import anyio  # noqa: PLC0415 - as above

        ends = clock.elapsed + seconds
        await anyio.lowlevel.checkpoint()
        while not inbox and clock.elapsed < ends:
            step(ends)
            await anyio.lowlevel.checkpoint()

    return Clock(
        now=lambda: clock.elapsed,
        sleep=clock.advance,
        asleep=asleep,
        wait=wait,
        await_=await_,
        date=clock.now,
    )


def connect_web(simulator: Simulator, token: str | None = None) -> WebClient:
    """Make a client of the Web API; without ``token`` it has the simulator's first one."""
    http = http_client(simulator)
    return _on_virtual_time(simulator, WebClient(_token(simulator, token), http=http))


def connect_web_async(simulator: Simulator, token: str | None = None) -> AsyncWebClient:
    """As :func:`connect_web`, asynchronous."""
    http = async_http_client(simulator)
    return _on_virtual_time(simulator, AsyncWebClient(_token(simulator, token), http=http))


def connect_bridge(
    simulator: Simulator,
    bridge: Bridge | None = None,
    *,
    scheme: Callable[[str], Scheme] = EncryptedToken,
) -> BridgeClient:
    """Make a client of a bridge; without ``bridge`` of the simulator's first one."""
    found = bridge or simulator.bridges[0]
    timed, http = _timed(simulator, scheme), http_client(simulator)
    client = BridgeClient(found.base_url, found.token or "", scheme=timed, http=http)
    return _on_virtual_time(simulator, client)


def connect_bridge_async(
    simulator: Simulator,
    bridge: Bridge | None = None,
    *,
    scheme: Callable[[str], Scheme] = EncryptedToken,
) -> AsyncBridgeClient:
    """As :func:`connect_bridge`, asynchronous."""
    found = bridge or simulator.bridges[0]
    timed, http = _timed(simulator, scheme), async_http_client(simulator)
    client = AsyncBridgeClient(found.base_url, found.token or "", scheme=timed, http=http)
    return _on_virtual_time(simulator, client)


@attrs.define
class _Queues:
    """Request queues of the bridges of one simulator, which other simulators must not share."""

    queues: dict[str, RequestQueue] = attrs.field(factory=dict[str, RequestQueue])


def _token(simulator: Simulator, token: str | None) -> str:
    if token is not None:
        return token
    first = next(iter(simulator.tokens), None)
    return simulator.add_token().text if first is None else first


def _timed(simulator: Simulator, scheme: Callable[[str], Scheme]) -> Callable[[str], Scheme]:
    number = partial(simulator.randomness.number, 0, 65_535)
    if scheme is EncryptedToken:
        return partial(
            EncryptedToken,
            now=simulator.clock.real_now,
            random_number=number,
            random_bytes=partial(simulator.randomness.octets, 24),
        )
    if scheme is HashedToken:
        return partial(HashedToken, now=simulator.clock.real_now, random_number=number)
    return scheme


def _on_virtual_time(simulator: Simulator, client: C) -> C:
    settings = client._settings  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - users choose no clock
    queues = simulator.extension(_Queues).queues
    queue = queues.setdefault(settings.base_url, RequestQueue(settings.queue.places))
    virtual = virtual_clock(simulator)
    return client._with(attrs.evolve(settings, clock=virtual, queue=queue))  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
