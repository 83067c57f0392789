r"""A home automation: lock, door sensor and bell of every door as entities, kept up to date.

It publishes what changes, as lines of JSON, and takes commands (``unlock``, ``1A2B3C4D``). Run it
with the bridge, and the URL at which the bridge reaches this machine; its path is a secret::

    NUKI_BRIDGE=http://192.168.1.50:8080 NUKI_BRIDGE_TOKEN=... \
        NUKI_URL=http://192.168.1.20:8000/9fK2cQ7x python home_automation.py
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from urllib.parse import urlsplit

import uvicorn

from nuki import (
    ActionError,
    AsyncBridgeClient,
    AsyncDevice,
    AsyncHome,
    AsyncLock,
    AsyncOpener,
    AsyncWebClient,
    BecameUnavailable,
    CallbackReceiver,
    DeviceGone,
    Event,
    NotConfirmedError,
    NukiError,
    Rang,
    Snapshot,
)

Publish = Callable[[str], object]


def entity(device: AsyncDevice, snapshot: Snapshot) -> dict[str, object]:
    """What an automation shows of a device; ``None`` is shown as unknown."""
    return {
        "id": device.hex,
        "name": device.name,
        "kind": type(device).__name__.removeprefix("Async").lower(),
        "available": snapshot.available,
        "locked": snapshot.is_locked,
        "jammed": snapshot.is_jammed,
        "door_open": snapshot.is_door_open,
        "battery": snapshot.battery_percent,
        "battery_low": snapshot.battery_critical,
        "as_of": None if snapshot.as_of is None else snapshot.as_of.isoformat(),
    }


def message(event: Event[AsyncDevice]) -> dict[str, object]:
    """An event for those who listen."""
    found = {"event": type(event).__name__, **entity(event.device, event.after)}
    if isinstance(event, Rang):
        return {**found, "at": event.at.isoformat()}
    if isinstance(event, BecameUnavailable | DeviceGone):
        return {**found, "why": event.after.problem}
    return found


class HomeAutomation:
    """Entities of a home, and the commands that they take."""

    def __init__(
        self, home: AsyncHome, receiver: CallbackReceiver | None, publish: Publish
    ) -> None:
        self._home, self._receiver, self._publish = home, receiver, publish

    async def run(self) -> None:
        """Publish every device, and then whatever changes."""
        async with self._home.watch(callbacks=self._receiver) as changes:
            for device in await self._home.devices():
                self._publish(json.dumps(entity(device, device.snapshot)))
            async for event in changes:
                self._publish(json.dumps(message(event)))

    async def command(self, name: str, which: str) -> str:
        """Carry out a command; how it ended, in a sentence."""
        try:
            device = await self._home.device(which)
            action = getattr(device, name, None)
            if name not in _COMMANDS.get(type(device), ()) or action is None:
                return f"{device.name} cannot {name}"
            after: Snapshot = await action()
        except ActionError as error:
            return f"not done: {error}"
        except NotConfirmedError as error:
            return f"perhaps done: {error}"
        except NukiError as error:
            return f"failed: {error}"
        return f"done: {device.name} is {after.state.name.lower() if after.state else 'unknown'}"


_COMMANDS: dict[type[AsyncDevice], tuple[str, ...]] = {
    AsyncLock: ("lock", "unlock", "unlatch"),
    AsyncOpener: ("open", "activate_ring_to_open", "deactivate_ring_to_open"),
}


async def main() -> None:
    """Watch the home that the environment names, print what changes, serve the callbacks."""
    bridge = AsyncBridgeClient(os.environ["NUKI_BRIDGE"], token=os.environ["NUKI_BRIDGE_TOKEN"])
    clients = [bridge, AsyncWebClient()] if "NUKI_API_TOKEN" in os.environ else [bridge]
    receiver = CallbackReceiver(os.environ["NUKI_URL"])
    port = urlsplit(receiver.url).port or 80
    server = uvicorn.Server(uvicorn.Config(receiver, host="0.0.0.0", port=port, lifespan="off"))  # noqa: S104 - bridges are elsewhere
    async with AsyncHome(*clients) as home, asyncio.TaskGroup() as tasks:
        tasks.create_task(server.serve())
        tasks.create_task(HomeAutomation(home, receiver, print).run())


if __name__ == "__main__":
    asyncio.run(main())
