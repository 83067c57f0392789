"""The house of the demo: a front door, an intercom, and the people who live there."""

from __future__ import annotations

import time
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import httpx

from nuki import (
    AsyncBridgeClient,
    AsyncWebClient,
    BridgeClient,
    DeviceType,
    EncryptedToken,
    WebClient,
)
from nuki_simulator import Mechanics, Simulator, SimulatorServer

from .listener import Listener

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nuki_simulator import Delivery, Device, JournalEntry, PhysicalEvent
    from nuki_simulator.world.at_the_door import AtTheDoor

PUBLIC: Final = "https://front-door.example.com"
_PATIENCE: Final = 5.0
_GAP: Final = 0.05


def home() -> Simulator:
    """One account; a bridge whose button nobody has pressed yet, and two devices on it."""
    simulator = Simulator()
    simulator.add_token()
    bridge = simulator.add_bridge()
    # A bridge answers when a device is done, and a client waits for that in real time.
    bridge.quirks.reading = 0.1
    simulator.network.delay = 10
    quick = Mechanics(motor=0.2, unlatch=0.2, strike=0.2)
    add = partial(simulator.add_device, bridge=bridge, mechanics=quick)
    add(DeviceType.SMART_LOCK_3, "Front door", nuki_id=0x1A2B3C4D, keypad=True, door_sensor=True)
    add(DeviceType.OPENER, "Intercom", nuki_id=0x2B3C4D5E)
    return simulator


@contextmanager
def opened(simulator: Simulator) -> Iterator[House]:
    """Serve the house on the loopback interface until the block ends."""
    with Listener() as listener, SimulatorServer(simulator) as server:
        carry = simulator.outbox.sender
        assert carry is not None

        def forward(post: Delivery) -> None:
            # Webhooks accept only a public https address; what goes there comes here.
            post.url = post.url.replace(PUBLIC, listener.url, 1)
            carry(post)

        simulator.outbox.sender = forward
        yield House(simulator, listener, server.web_url)


class House:
    """What the chapters share: devices, clients, time, and the people who live there."""

    def __init__(self, simulator: Simulator, listener: Listener, web_url: str) -> None:
        self._simulator = simulator
        self.listener = listener
        self.web_url = web_url
        self.bridge = simulator.bridges[0]
        self.door = simulator.find("Front door")
        self.intercom = simulator.find("Intercom")
        self.faults = simulator.faults
        self.journal = simulator.journal
        self.token = self.secret = ""

    # Clients

    def web_client(self) -> WebClient:
        return WebClient(next(iter(self._simulator.tokens)), base_url=self.web_url)

    def async_web_client(self) -> AsyncWebClient:
        return AsyncWebClient(next(iter(self._simulator.tokens)), base_url=self.web_url)

    def bridge_client(self, http: httpx.Client | None = None) -> BridgeClient:
        return BridgeClient(self.bridge.base_url, self.token, http=http, **self._story_time())

    def async_bridge_client(self, http: httpx.AsyncClient | None = None) -> AsyncBridgeClient:
        return AsyncBridgeClient(self.bridge.base_url, self.token, http=http, **self._story_time())

    def _story_time(self) -> dict[str, Any]:
        # The token is encrypted together with the time, which here began with the story.
        return {
            "scheme": partial(EncryptedToken, now=self._simulator.clock.real_now),
            "min_interval": _GAP,
        }

    # Time

    @property
    def time(self) -> str:
        return f"{self._simulator.clock.now():%H:%M}"

    def let_pass(self, seconds: float) -> None:
        """Let time pass, and everything happen that is due."""
        clock = self._simulator.clock
        with self._simulator.lock:
            clock.catch_up()
            clock.advance(seconds)

    def wait_until(self, hour: int, minute: int) -> None:
        now = self._simulator.clock.now()
        left = now.replace(hour=hour, minute=minute, second=0, microsecond=0) - now
        self.let_pass(max(left, timedelta()).total_seconds())

    # People

    @contextmanager
    def at(self, device: Device) -> Iterator[AtTheDoor]:
        """The hands of somebody at a device."""
        with self._simulator.lock:
            yield self._simulator.at(device)

    def press_button_when_asked(self) -> None:
        """Press the bridge's button once somebody asks for the token."""
        self.wait_until_busy()
        with self._simulator.lock:
            self._simulator.at(self.bridge).press_button()

    def ask_from_elsewhere(self) -> int:
        """Another program, which does not take turns with our clients, asks for a state."""
        query = f"nukiId={self.door.nuki_id:d}&deviceType=4&token={self.token}"
        answer = httpx.get(f"{self.bridge.base_url}/lockState?{query}", trust_env=False)
        return answer.status_code

    def wait_until_busy(self) -> None:
        ends = time.monotonic() + _PATIENCE
        while not self.bridge.busy:
            if time.monotonic() > ends:
                raise TimeoutError(f"nobody asked the bridge for anything within {_PATIENCE:g} s")
            time.sleep(0.005)

    def events(self, device: Device, *events: PhysicalEvent) -> list[JournalEntry]:
        with self._simulator.lock:
            return self.journal.of(device.smartlock_id, *events)
