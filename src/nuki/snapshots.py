"""Snapshots: what a device was like at one time, in one form whichever API told.

States are those of the Web API, whose enums hold all that the Bridge API knows, under the same
numbers.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar

import attrs

from nuki_core.ids import DeviceType, NukiId, SmartlockId, device_type_of
from nuki_generated.web import (
    DoorState,
    LockState,
    LockTrigger,
    OpenerMode,
    OpenerState,
    OpenerTrigger,
    ServerState,
    SmartDoorMode,
    SmartlockMode,
    SmartlockState,
)

from .firmware import FirmwareVersion

if TYPE_CHECKING:
    from nuki_generated import bridge
    from nuki_generated.web import LockAction, OpenerAction, Smartlock

T = TypeVar("T")

State: TypeAlias = LockState | OpenerState
Mode: TypeAlias = SmartlockMode | OpenerMode | SmartDoorMode
Source: TypeAlias = Literal["bridge", "web"]

_UNLOCKED: Final = frozenset(
    {LockState.UNLOCKED, LockState.UNLATCHED, LockState.UNLOCKED_LOCK_N_GO}
)
_UNKNOWN: Final = frozenset({LockState.UNDEFINED, OpenerState.UNDEFINED})
_NO_DOOR: Final = frozenset(
    {DoorState.UNAVAILABLE, DoorState.DOOR_STATE_UNKNOWN, DoorState.UNKNOWN}
)


@attrs.frozen(kw_only=True)
class Snapshot:
    """A device at one time. ``None`` is what is not known, or what it does not have.

    ``as_of`` is when this was true: by the clock of the device's bridge if that says so, otherwise
    when it was read. ``available`` is whether bridge or server reach the device, ``problem`` why
    not; of one that they do not reach, ``state`` and ``door_state`` are not known, whatever was
    heard last. ``rang`` is when the bell last rang. ``source`` is the API that told, ``model`` its
    answer.
    """

    id: SmartlockId
    type: DeviceType
    name: str = ""
    state: State | None = None
    mode: Mode | None = None
    door_state: DoorState | None = None
    last_action: LockAction | OpenerAction | None = None
    trigger: LockTrigger | OpenerTrigger | None = None
    battery_percent: int | None = None
    battery_critical: bool | None = None
    battery_charging: bool | None = None
    keypad_battery_critical: bool | None = None
    firmware: FirmwareVersion | None = None
    rang: datetime | None = None
    available: bool = True
    problem: str = ""
    as_of: datetime | None = None
    source: Source
    model: Smartlock | bridge.Device | None = attrs.field(default=None, repr=False, eq=False)

    @property
    def is_locked(self) -> bool | None:
        """Whether the bolt is out; ``None`` while it moves, is jammed, or nobody knows."""
        if self.state == LockState.LOCKED:
            return True
        return False if self.state in _UNLOCKED else None

    @property
    def is_jammed(self) -> bool | None:
        """Whether the motor could not turn; ``None`` if nobody knows."""
        return None if self.state is None else self.state == LockState.MOTOR_BLOCKED

    @property
    def is_door_open(self) -> bool | None:
        """Whether the door stands open; ``None`` without a sensor that knows."""
        if self.door_state == DoorState.DOOR_OPENED:
            return True
        return False if self.door_state == DoorState.DOOR_CLOSED else None


def of_web(smartlock: Smartlock, now: datetime) -> Snapshot:
    """What the Web API says of a device."""
    smartlock_id = SmartlockId(smartlock.smartlock_id)
    kind = DeviceType(device_type_of(smartlock.type, smartlock_id))
    told = smartlock.state if isinstance(smartlock.state, SmartlockState) else None
    problem = ""
    if smartlock.error:
        problem = str(smartlock.error)
    elif smartlock.server_state != ServerState.OK:
        problem = f"the server does not reach it ({smartlock.server_state})"
    elif told is None:
        problem = "the server knows no state of it"
    firmware = _a(int, smartlock.firmware_version)
    found = Snapshot(
        id=smartlock_id,
        type=kind,
        name=_a(str, smartlock.name) or "",
        firmware=None if firmware is None else _firmware(firmware),
        available=not problem,
        problem=problem,
        as_of=now,
        source="web",
        model=smartlock,
    )
    if told is None:
        return found
    config = smartlock.config or None
    has_keypad = config is None or bool(config.keypad_paired or config.keypad2_paired)
    return attrs.evolve(
        found,
        state=None if problem else _state(kind, told.state),
        mode=_mode(kind, told.mode),
        door_state=None if problem else _door(told.door_state),
        last_action=told.last_action or None,
        trigger=told.trigger if isinstance(told.trigger, LockTrigger | OpenerTrigger) else None,  # pyright: ignore[reportUnnecessaryIsInstance]
        battery_percent=_a(int, told.battery_charge),
        battery_critical=_a(bool, told.battery_critical),
        battery_charging=_a(bool, told.battery_charging),
        # It says false of keypads that are not there.
        keypad_battery_critical=_a(bool, told.keypad_battery_critical) if has_keypad else None,
    )


def of_bridge(device: bridge.Device, now: datetime) -> Snapshot:
    """What a bridge remembers of a device; it forgets the state of one that it does not reach."""
    kind = DeviceType(_a(int, device.device_type) or 0)
    told = device.last_known_state or None
    has_state = told is not None and isinstance(told.state, int)  # pyright: ignore[reportUnnecessaryIsInstance]
    found = Snapshot(
        id=NukiId(device.nuki_id).smartlock_id(kind),
        type=kind,
        name="".join(filter(str.isprintable, _a(str, device.name) or "")),
        firmware=_firmware(device.firmware_version),
        available=has_state,
        problem="" if has_state else "the bridge does not reach it",
        as_of=now,
        source="bridge",
        model=device,
    )
    if told is None or not has_state:
        return found
    return attrs.evolve(
        found,
        state=_state(kind, told.state),
        mode=_mode(kind, told.mode),
        door_state=_door(told.door_state),
        battery_percent=_a(int, told.battery_charge_state),
        battery_critical=_a(bool, told.battery_critical),
        battery_charging=_a(bool, told.battery_charging),
        keypad_battery_critical=_a(bool, told.keypad_battery_critical),
        rang=_moment(told.ringaction_timestamp),
        as_of=_moment(told.timestamp) or now,
    )


def merged(local: Snapshot | None, remote: Snapshot | None) -> Snapshot | None:
    """What both APIs say: the bridge, if it reaches the device; ids and names of the Web API."""
    if local is None or remote is None:
        return local or remote
    told = local if local.available or not remote.available else remote
    return attrs.evolve(
        told,
        id=remote.id,
        type=remote.type,
        name=remote.name or local.name,
        firmware=told.firmware or remote.firmware,
        rang=told.rang or local.rang,
    )


def _a(kind: type[T], value: Any) -> T | None:
    """The value if it is of the declared type: answers may hold anything."""
    is_it = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    found: T | None = value if is_it else None
    return found


def _moment(value: object) -> datetime | None:
    """A date-time in UTC itself, not in a zone that says how it was spelled."""
    found = _a(datetime, value)
    return None if found is None else found.astimezone(UTC)


def _state(kind: DeviceType, value: Any) -> State | None:
    number = _a(int, value)
    if number is None:
        return None
    state = OpenerState(number) if kind == DeviceType.OPENER else LockState(number)
    return None if state in _UNKNOWN else state


def _mode(kind: DeviceType, value: Any) -> Mode | None:
    number = _a(int, value)
    if number is None:
        return None
    if kind == DeviceType.OPENER:
        return OpenerMode(number)
    return SmartDoorMode(number) if kind == DeviceType.SMART_DOOR else SmartlockMode(number)


def _door(value: object) -> DoorState | None:
    number = _a(int, value)
    door = None if number is None else DoorState(int(number))
    return None if door in _NO_DOOR else door


def _firmware(value: object) -> FirmwareVersion | None:
    try:
        if isinstance(value, str):
            return FirmwareVersion.parse(value)
        return FirmwareVersion.from_int(value) if isinstance(value, int) else None
    except ValueError:  # ours is one, too
        return None
