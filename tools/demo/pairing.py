"""A bridge is found, and hands out its token."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from nuki import UnauthorizedError, adiscover, apair, discover, pair
from nuki.bridge import LockState, OpenerState

from .vendor import async_vendor_at, vendor_at

if TYPE_CHECKING:
    from .house import House
    from .report import Report


def find_and_pair(house: House, report: Report) -> None:
    with vendor_at(house.web_url) as http:
        found = [bridge.base_url for bridge in discover(http=http)]
    report.step("bridges in this network", found, expected=[house.bridge.base_url])
    with ThreadPoolExecutor(1) as somebody:
        somebody.submit(house.press_button_when_asked)
        house.token = pair(found[0])
    same = house.token == house.bridge.token
    report.step("a token, once the button is pressed", same, expected=True)
    with house.bridge_client() as bridge:
        devices = bridge.device.list()
    names = [f"{device.name} ({device.nuki_id.hex})" for device in devices]
    expected = ["Front door (1A2B3C4D)", "Intercom (2B3C4D5E)"]
    report.step("devices of the bridge", names, expected=expected)
    known = [device.last_known_state and device.last_known_state.state for device in devices]
    report.step("their states", known, expected=[LockState.LOCKED, OpenerState.ONLINE])
    report.step("is an opener's 1 a lock's 1?", known[0] == known[1], expected=False)


async def find_and_pair_again(house: House, report: Report) -> None:
    async with async_vendor_at(house.web_url) as http:
        found = [bridge.base_url for bridge in await adiscover(http=http)]
    report.step("bridges in this network", found, expected=[house.bridge.base_url])
    token, _ = await asyncio.gather(
        apair(found[0]), asyncio.to_thread(house.press_button_when_asked)
    )
    report.step("is it the same token?", token == house.token, expected=True)
    house.token = "wrong"
    async with house.async_bridge_client() as bridge:
        with report.refusal("a wrong token", expected=UnauthorizedError):
            await bridge.device.list()
    house.token = token
    async with house.async_bridge_client() as bridge:
        added = await bridge.callback.add(f"{house.listener.url}/callback")
        report.step("subscribe to callbacks", added.success, expected=True)
