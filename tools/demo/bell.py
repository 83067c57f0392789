"""Somebody rings at the street door."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from nuki.bridge import OpenerAction, StateCallback
from nuki.bridge import OpenerState as BridgeOpenerState
from nuki.web import OpenerLogAction, OpenerState
from nuki_simulator import PhysicalEvent

if TYPE_CHECKING:
    from .house import House
    from .report import Report


async def ring(house: House, report: Report) -> None:
    intercom = house.intercom
    async with house.async_bridge_client() as bridge:
        done = await bridge.device.act(
            intercom.nuki_id, OpenerAction.ACTIVATE_RING_TO_OPEN, device_type=intercom.type
        )
    report.step("switch ring to open on", done.success, expected=True)
    (told,) = await _callbacks(house, 1)
    report.step("callback: state", told.state, expected=BridgeOpenerState.RING_TO_OPEN_ACTIVE)
    with house.at(intercom) as door:
        door.press_bell()
    house.let_pass(5)
    rang, *_, last = await _callbacks(house, 3)
    report.step("callback: is somebody ringing?", rang.ringaction_state, expected=True)
    report.step("callback: state in the end", last.state, expected=BridgeOpenerState.ONLINE)
    opened = len(house.events(intercom, PhysicalEvent.STRIKE_RELEASED))
    report.step("how often the strike was released", opened, expected=1)
    async with house.async_web_client() as web:
        device, entries = await asyncio.gather(
            web.smartlock.get(intercom.smartlock_id),
            web.smartlock_log.list_for_smartlock(intercom.smartlock_id),
        )
    state = device.state and device.state.state
    report.step("state, by the Web API", state, expected=OpenerState.ONLINE)
    rings = [entry.action for entry in entries].count(OpenerLogAction.DOORBELL_RECOGNITION)
    report.step("rings in the log", rings, expected=1)


async def _callbacks(house: House, count: int) -> list[StateCallback]:
    messages = await asyncio.to_thread(house.listener.take, "/callback", count)
    return [StateCallback.from_dict(json.loads(message.body)) for message in messages]
