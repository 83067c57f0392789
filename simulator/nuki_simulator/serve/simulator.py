"""The simulator: a world with both APIs and the people at its doors; a home to begin with."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, overload

from nuki_core.ids import DeviceType
from nuki_simulator.bridge import send_callbacks
from nuki_simulator.web import Cloud, publish_webhooks
from nuki_simulator.world.at_the_bridge import AtTheBridge
from nuki_simulator.world.at_the_door import AtTheDoor
from nuki_simulator.world.bridges import Bridge
from nuki_simulator.world.clock import START
from nuki_simulator.world.devices import Mechanics
from nuki_simulator.world.physics import act
from nuki_simulator.world.pushes import PushFault, PushRule
from nuki_simulator.world.rules import Rules
from nuki_simulator.world.world import World

from .faults import FaultRule
from .wire import WireLog

if TYPE_CHECKING:
    from datetime import datetime

    from nuki_simulator.web import WebSettings
    from nuki_simulator.world.devices import Action, Device, Run
    from nuki_simulator.world.journal import Cause


BRIDGE_TOKEN: Final = "SimulatedBridge1"  # noqa: S105 - opens nothing but the simulator
API_TOKEN: Final = "simulated0api0token0of0the0sample0home00"  # noqa: S105 - as above
CODE: Final = 345_678
FASTEST: Final = 1000
_LONGEST: Final = 366 * 24 * 3600


class Simulator(World):
    """Everything there is. The same ``seed`` and the same calls give the same answers.

    ``faults`` are the rules by which requests go wrong, ``wire`` is the log of what went over the
    wire. Hold ``lock`` to change anything while a server runs.
    """

    def __init__(self, seed: int = 1, start: datetime = START) -> None:
        super().__init__(seed, start)
        self.faults = Rules[FaultRule]()
        self.lock = threading.RLock()
        self.wire = WireLog(self.clock)
        self.listen(self.wire.heard)
        publish_webhooks(self)
        send_callbacks(self)

    def reset(self, seed: int = 1, start: datetime = START) -> None:
        """Begin anew with an empty house; clients, servers and the wire log stay."""
        super().reset(seed, start)
        self.faults.clear()

    @property
    def web_settings(self) -> WebSettings:
        """How the Web API behaves where real servers differ; change it at any time."""
        return Cloud.of(self).settings

    @overload
    def at(self, place: Device) -> AtTheDoor: ...
    @overload
    def at(self, place: Bridge) -> AtTheBridge: ...
    def at(self, place: Device | Bridge) -> AtTheDoor | AtTheBridge:
        """Act as people do at a device, with keys, buttons, bells, batteries; or at a bridge."""
        if isinstance(place, Bridge):
            return AtTheBridge(self, place)
        return AtTheDoor(self, place)

    def set_speed(self, factor: float) -> None:
        """Let time pass so many times as fast as outside, where it does by itself; 0 stops it."""
        if not 0 <= factor <= FASTEST:
            raise ValueError(f"a speed of {factor:g}; expected 0 to {FASTEST}")
        self.clock.catch_up()
        self.clock.speed = factor

    def step(self, seconds: float = 1.0) -> None:
        """Let so many seconds pass at once."""
        if not 0 <= seconds <= _LONGEST:
            raise ValueError(f"a step of {seconds:g} s; expected 0 to {_LONGEST}, which is a year")
        self.clock.advance(seconds)

    def expire_tokens(self) -> None:
        """Let every access token expire now that will expire at all; those of an API key do not."""
        for token in self.tokens.values():
            if token.expires is not None:
                token.expires = min(token.expires, self.clock.now())

    def lose_push(self, times: int = 1, url: str = "") -> None:
        """Lose the next callbacks or webhooks, of all, or of those to a URL that begins so."""
        self.pushes.add(PushRule(fault=PushFault.LOSE, times=times, url=url))

    def repeat_push(self, times: int = 1, url: str = "", seconds: float = 0.0) -> None:
        """Deliver the next callbacks or webhooks twice, the second time so much later."""
        rule = PushRule(fault=PushFault.REPEAT, seconds=seconds, times=times, url=url)
        self.pushes.add(rule)

    def delay_push(self, seconds: float, times: int = 1, url: str = "") -> None:
        """Deliver the next callbacks or webhooks so much later."""
        rule = PushRule(fault=PushFault.DELAY, seconds=seconds, times=times, url=url)
        self.pushes.add(rule)

    def overtake_push(self, times: int = 1, url: str = "") -> None:
        """Deliver the next callbacks or webhooks after those that follow them."""
        self.pushes.add(PushRule(fault=PushFault.OVERTAKE, times=times, url=url))

    def act(self, device: Device, action: Action, cause: Cause) -> Run:
        """Have a device do something. The run has ended at once if the device refuses it."""
        return act(self, device, action, cause)


def sample_home(seed: int = 1, start: datetime = START) -> Simulator:
    """A simulator with an account, an API token, a bridge and six devices.

    "Front door" (with keypad, a cleaner's code, the owner's fob and a door sensor), "Intercom",
    "Back door" and "Office" are paired with the bridge; "Garden gate" and "Parcel box" are not.
    """
    simulator = Simulator(seed, start)
    simulator.add_token(text=API_TOKEN)
    bridge = simulator.add_bridge(token=BRIDGE_TOKEN)
    add = simulator.add_device
    door = add(
        DeviceType.SMART_LOCK_3,
        "Front door",
        nuki_id=0x1A2B3C4D,
        keypad=True,
        door_sensor=True,
        bridge=bridge,
    )
    add(DeviceType.OPENER, "Intercom", nuki_id=0x2B3C4D5E, bridge=bridge)
    handle = Mechanics(knob_outside=False)
    add(DeviceType.SMART_LOCK, "Back door", nuki_id=0x3C4D5E6F, bridge=bridge, mechanics=handle)
    add(DeviceType.SMART_DOOR, "Office", nuki_id=0x4D5E6F70, bridge=bridge)
    add(DeviceType.SMART_LOCK_5, "Garden gate", nuki_id=0x5E6F7081)
    add(DeviceType.BOX, "Parcel box", nuki_id=0x6F708192)
    simulator.add_code(door, "Cleaner", CODE)
    simulator.add_fob(door, "Owner")
    return simulator
