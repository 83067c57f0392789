"""Devices: what they are, the state they are in, and what the outside world knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from nuki.firmware import FirmwareVersion
from nuki.web import (
    DoorState,
    LockAction,
    LockState,
    LockTrigger,
    LogState,
    OpenerAction,
    OpenerMode,
    OpenerState,
    OpenerTrigger,
    ServerState,
    SmartDoorMode,
    SmartlockAuth,
    SmartlockLog,
    SmartlockMode,
)
from nuki_core.ids import DeviceType, NukiId, SmartlockId

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from .clock import Timer
    from .journal import Cause

SHIPPED: Final[Mapping[DeviceType, tuple[FirmwareVersion, int]]] = {
    DeviceType.SMART_LOCK: (FirmwareVersion(2, 12, 4), 2817),
    DeviceType.BOX: (FirmwareVersion(1, 2, 0), 257),  # inferred
    DeviceType.OPENER: (FirmwareVersion(1, 7, 1), 1041),
    DeviceType.SMART_DOOR: (FirmwareVersion(1, 3, 0), 257),  # inferred
    DeviceType.SMART_LOCK_3: (FirmwareVersion(3, 10, 7), 1292),
    DeviceType.SMART_LOCK_5: (FirmwareVersion(5, 2, 6), 1537),  # inferred
}
"""Firmware and hardware of each type of device, as recorded answers of the Web API show them."""

State: TypeAlias = LockState | OpenerState
Trigger: TypeAlias = LockTrigger | OpenerTrigger
Action: TypeAlias = LockAction | OpenerAction
Mode: TypeAlias = SmartlockMode | SmartDoorMode | OpenerMode


@attrs.frozen(kw_only=True)
class Status:
    """A device at one moment, in the terms of the Web API, which are the richer ones.

    ``keypad_battery_critical`` is ``None`` without a keypad, ``battery_charge`` in percent.
    """

    state: State
    trigger: Trigger
    last_action: Action
    mode: Mode = SmartlockMode.DOOR
    battery_critical: bool = False
    battery_charging: bool = False
    battery_charge: int = 80
    keypad_battery_critical: bool | None = None
    door_sensor_battery_critical: bool | None = None
    door: DoorState = DoorState.UNAVAILABLE
    night_mode: bool = False
    ring_to_open_end: datetime | None = None
    ringing: bool = False
    last_ring: datetime | None = None


@attrs.define(kw_only=True)
class Mechanics:
    """How a device is built and set up; durations in seconds.

    ``knob_outside`` decides what the simple action "unlock" does (Bridge API 1.13.3, "Simple lock
    actions"). ``auto_lock`` locks so long after unlocking; ``None`` never does.
    """

    knob_outside: bool = True
    motor: float = 3.0
    unlatch: float = 3.0
    lock_n_go: float = 20.0
    auto_lock: float | None = None
    strike: float = 3.0
    ring_to_open_timeout: float = 1200.0
    disable_ring_to_open_after_ring: bool = True
    ring: float = 30.0


@attrs.define(eq=False, kw_only=True)
class Device:
    """A device of an account.

    ``status`` is what it is really like, ``reported`` what bridge and server know: they differ
    while the device is offline. ``reported`` is ``None`` until something was known for the first
    time. ``door_open`` is how the door itself stands, whether or not a sensor sees it.
    ``operation_id`` is set while a queued change waits for the device (Web API, HTTP 423).
    """

    smartlock_id: SmartlockId
    account_id: int
    name: str
    status: Status
    firmware: FirmwareVersion
    hardware_version: int
    reported: Status | None = None
    reported_at: datetime | None = None
    mechanics: Mechanics = attrs.field(factory=Mechanics)
    powered: bool = True
    connected: bool = True
    offline_since: float | None = None
    jammed: bool = False
    door_open: bool = False
    has_keypad: bool = False
    server_state: ServerState = ServerState.OK
    admin_pin: int | None = attrs.field(default=None, repr=False)
    auths: dict[str, SmartlockAuth] = attrs.field(factory=dict[str, SmartlockAuth], repr=False)
    log: list[SmartlockLog] = attrs.field(factory=list[SmartlockLog], repr=False)
    operation_id: str | None = None
    created: datetime
    updated: datetime
    run: Run | None = attrs.field(default=None, repr=False)

    @property
    def type(self) -> DeviceType:
        """What kind of device it is."""
        return self.smartlock_id.device_type

    @property
    def nuki_id(self) -> NukiId:
        """The Bridge API's id of the device."""
        return self.smartlock_id.nuki_id

    @property
    def is_opener(self) -> bool:
        """Whether it drives an intercom and no bolt."""
        return self.type == DeviceType.OPENER

    @property
    def online(self) -> bool:
        """Whether bridge and server reach it."""
        return self.powered and self.connected

    @property
    def moving(self) -> bool:
        """Whether its motor or strike is at work."""
        return self.run is not None and self.run.outcome is None


@attrs.define(eq=False)
class Run:
    """An action under way; ``outcome`` is ``None`` until it has ended, ``ends`` when it should.

    ``ends`` is in seconds since the start of the simulation, and so is ``entered``, when its
    present step began.
    """

    device: Device
    action: Action
    cause: Cause
    ends: float
    entered: float = 0.0
    outcome: LogState | None = None
    _timers: list[Timer] = attrs.field(factory=list["Timer"], repr=False)
    _listeners: list[Callable[[Run], object]] = attrs.field(
        factory=list["Callable[[Run], object]"], repr=False
    )

    @property
    def succeeded(self) -> bool:
        """Whether it has ended as it should."""
        return self.outcome == LogState.SUCCESS

    def next_step(self) -> float | None:
        """When its next step is due, in seconds since the start; ``None`` if none is to come."""
        due = (timer.time for timer in self._timers if timer.time > self.entered)
        return min(due, default=None)

    def expect(self, timer: Timer) -> None:
        """Note a step that is still to come."""
        self._timers.append(timer)

    def abandon(self) -> None:
        """Forget the steps that are still to come."""
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()

    def when_ended(self, listener: Callable[[Run], object]) -> None:
        """Call ``listener`` when the action ends, or now if it has."""
        if self.outcome is None:
            self._listeners.append(listener)
        else:
            listener(self)

    def notify(self) -> None:
        """Tell the listeners that it has ended."""
        for listener in self._listeners:
            listener(self)
        self._listeners.clear()


def initial_status(device_type: int, *, keypad: bool, door_sensor: bool) -> Status:
    """A locked lock, or an idle opener, fresh from its box."""
    door = DoorState.DOOR_CLOSED if door_sensor else DoorState.UNAVAILABLE
    if device_type == DeviceType.OPENER:
        return Status(
            state=OpenerState.ONLINE,
            mode=OpenerMode.DOOR,
            trigger=OpenerTrigger.SYSTEM,
            last_action=OpenerAction.DEACTIVATE_RING_TO_OPEN,
            keypad_battery_critical=False if keypad else None,
        )
    is_door = device_type == DeviceType.SMART_DOOR
    return Status(
        state=LockState.LOCKED,
        mode=SmartDoorMode.DOOR if is_door else SmartlockMode.DOOR,
        trigger=LockTrigger.SYSTEM,
        last_action=LockAction.LOCK,
        keypad_battery_critical=False if keypad else None,
        door_sensor_battery_critical=False if door_sensor else None,
        door=door,
    )
