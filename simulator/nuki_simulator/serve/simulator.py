"""The simulator: a world, both APIs on top of it, and the hands of the people who live in it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from nuki_simulator.bridge import send_callbacks
from nuki_simulator.web import publish_webhooks
from nuki_simulator.world.clock import START
from nuki_simulator.world.motion import act
from nuki_simulator.world.physical import AtTheDoor
from nuki_simulator.world.world import World

from .faults import Faults

if TYPE_CHECKING:
    from datetime import datetime

    from nuki_simulator.world.devices import Action, Device, Run
    from nuki_simulator.world.journal import Cause


class Simulator(World):
    """Everything there is. The same ``seed`` and the same calls give the same answers.

    ``clock`` and ``chance`` are the only sources of time and chance. ``faults`` are the rules by
    which requests go wrong. ``lock`` is held by whoever changes anything while a server runs.
    """

    def __init__(self, seed: int = 1, start: datetime = START) -> None:
        super().__init__(seed, start)
        self.faults = Faults()
        self.lock = threading.RLock()
        publish_webhooks(self)
        send_callbacks(self)

    def at(self, device: Device) -> AtTheDoor:
        """The hands of people at a device: keys, buttons, bells, batteries."""
        return AtTheDoor(self, device)

    def act(self, device: Device, action: Action, cause: Cause) -> Run:
        """Have a device do something. The run has ended at once if the device refuses it."""
        return act(self, device, action, cause)
