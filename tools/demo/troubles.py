"""What goes wrong on other mornings: a busy bridge, a lost answer, a lock out of reach."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

import httpx

from nuki import DeviceOfflineError, LockedError, NotExecutedError, RetryPolicy, TransportError
from nuki.bridge import LockAction as BridgeLockAction
from nuki.web import LockState, ServerState
from nuki_simulator import FaultKind, FaultRule, PhysicalEvent

if TYPE_CHECKING:
    from nuki import AsyncWebClient
    from nuki.web import Smartlock

    from .house import House
    from .report import Report

_BUSY: Final = 503
_OK: Final = 200


def busy(house: House, report: Report) -> None:
    """Another program occupies the bridge for a second, in real time."""
    statuses: list[int] = []
    hooks = {"response": [lambda answer: statuses.append(answer.status_code)]}
    usual, house.bridge.quirks.reading = house.bridge.quirks.reading, 1.0
    with (
        httpx.Client(event_hooks=hooks, trust_env=False) as http,
        house.bridge_client(http) as bridge,
        ThreadPoolExecutor(1) as elsewhere,
    ):
        other = elsewhere.submit(house.ask_from_elsewhere)
        house.wait_until_busy()
        patient = bridge.with_options(retry=RetryPolicy(attempts=6))
        done = patient.device.lock(house.door.nuki_id, device_type=house.door.type)
    house.bridge.quirks.reading = usual
    report.step("the other program's answer", other.result(), expected=_OK)
    report.step("our first answer: busy", statuses[0], expected=_BUSY)
    report.step("our last answer, after retrying", statuses[-1], expected=_OK)
    report.step("the door is locked", done.success, expected=True)
    report.step("how often the bolt went out", _count(house, PhysicalEvent.LOCKED), expected=1)


async def three_at_once(house: House, report: Report) -> None:
    statuses: list[int] = []

    async def note(answer: httpx.Response) -> None:
        statuses.append(answer.status_code)

    device = house.door
    async with (
        httpx.AsyncClient(event_hooks={"response": [note]}, trust_env=False) as http,
        house.async_bridge_client(http) as bridge,
    ):
        read = bridge.device.state
        states = await asyncio.gather(
            *(read(device.nuki_id, device_type=device.type) for _ in range(3))
        )
    names = [state.state_name for state in states]
    report.step("three calls at once", names, expected=["locked"] * 3)
    report.step("none found the bridge busy", statuses, expected=[_OK] * 3)


async def lost_answer(house: House, report: Report) -> None:
    """The bolt moves, but the connection breaks before the bridge says so."""
    rule = FaultRule(kind=FaultKind.RESET_AFTER, api="bridge", operation="device.act")
    house.faults.add(rule)
    act = BridgeLockAction.UNLOCK
    async with house.async_bridge_client() as bridge:
        with report.refusal("an answer gets lost", expected=TransportError) as caught:
            await bridge.device.act(house.door.nuki_id, act, device_type=house.door.type)
    report.step("may the bolt have moved?", caught.error.may_have_run, expected=True)
    report.step("how often it was asked to", rule.seen, expected=1)
    report.step("how often it went in", _count(house, PhysicalEvent.UNLOCKED), expected=1)


def out_of_reach(house: House, report: Report) -> None:
    with house.at(house.door) as door:
        door.lose_connection()
    with house.bridge_client() as bridge:
        with report.refusal("lock by the bridge", expected=NotExecutedError):
            bridge.device.lock(house.door.nuki_id, device_type=house.door.type)
        house.let_pass(house.bridge.quirks.long_offline)
        with report.refusal("the same, ten minutes later", expected=DeviceOfflineError):
            bridge.device.lock(house.door.nuki_id, device_type=house.door.type)
    report.step("how often the bolt went out", _count(house, PhysicalEvent.LOCKED), expected=1)


async def silently_lost(house: House, report: Report) -> None:
    async with house.async_web_client() as web:
        await web.smartlock.lock(house.door.smartlock_id)
        with report.refusal("lock by the Web API, twice at once", expected=LockedError):
            await web.smartlock.lock(house.door.smartlock_id)
        house.let_pass(60)
        seen = await _door(web, house)
        report.step("a minute later, it is", _state(seen), expected=LockState.UNLOCKED)
        report.step("for the server, it is", seen.server_state, expected=ServerState.OFFLINE)
        report.step("how often the bolt went out", _count(house, PhysicalEvent.LOCKED), expected=1)
        with house.at(house.door) as door:
            door.regain_connection()
        await web.smartlock.lock(house.door.smartlock_id)
        house.let_pass(60)
        seen = await _door(web, house)
        report.step("once more, with the lock back", _state(seen), expected=LockState.LOCKED)
        report.step("how often the bolt went out", _count(house, PhysicalEvent.LOCKED), expected=2)


async def _door(web: AsyncWebClient, house: House) -> Smartlock:
    return await web.smartlock.get(house.door.smartlock_id)


def _state(device: Smartlock) -> object:
    return device.state and device.state.state


def _count(house: House, *events: PhysicalEvent) -> int:
    return len(house.events(house.door, *events))
