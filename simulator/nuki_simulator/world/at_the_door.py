"""Actions of people at the door: none goes through an API, both APIs get to know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.web import (
    AuthType,
    DoorState,
    LockAction,
    LockState,
    LogAction,
    LogState,
    OpenerAction,
    OpenerLogAction,
    OpenerMode,
    OpenerState,
)

from .journal import Cause, CauseKind, PhysicalEvent
from .physics import act, end, log, simple_unlock, trigger_of

if TYPE_CHECKING:
    from nuki.web import SmartlockAuth

    from .devices import Action, Device, Run
    from .world import World

_LOW: Final = 20
_FULL: Final = 100
_KEY = Cause(CauseKind.KEY)
_BUTTON = Cause(CauseKind.BUTTON)
_BELL = Cause(CauseKind.BELL)
_DOOR = Cause(CauseKind.DOOR)
_POWER = Cause(CauseKind.POWER)


class AtTheDoor:
    """Acts as the people who live there, at one device."""

    def __init__(self, world: World, device: Device) -> None:
        self._world = world
        self._device = device

    def turn_key(self, *, locked: bool) -> None:
        """Turn the key or the knob until the door is locked, or unlocked; works without power."""
        event, state, action = (
            (PhysicalEvent.LOCKED, LockState.LOCKED, LockAction.LOCK)
            if locked
            else (PhysicalEvent.UNLOCKED, LockState.UNLOCKED, LockAction.UNLOCK)
        )
        self._interrupt(LogState.CANCELED)
        self._world.record(self._device, event, _KEY)
        if not self._device.powered:
            self._world.set_status(self._device, _KEY, state=state)
            return
        trigger = trigger_of(self._device, _KEY)
        self._world.set_status(self._device, _KEY, state=state, trigger=trigger, last_action=action)
        log(self._world, self._device, int(action), _KEY)

    def press_button(self) -> Run:
        """Press the device's button: a lock locks or unlocks, an opener toggles ring to open."""
        return act(self._world, self._device, self._toggled(), _BUTTON)

    def press_fob(self, name: str) -> Run:
        """Press the fob of this name: as the button, in the name of its authorisation.

        Raises:
            LookupError: The device knows no such fob; the text names those that it knows.
        """
        fobs = [auth for auth in self._device.auths.values() if auth.type == AuthType.FOB]
        for auth in fobs:
            if auth.name == name:
                return act(self._world, self._device, self._toggled(), _cause(CauseKind.FOB, auth))
        names = ", ".join(repr(auth.name) for auth in fobs)
        raise LookupError(f"{self._device.name} knows no fob {name!r}; it knows {names or 'none'}")

    def enter_code(self, code: int) -> Run | None:
        """Type a code into the keypad; ``None`` if it opens nothing, which is logged as well."""
        now, action = self._world.clock.now(), simple_unlock(self._device)
        for auth in self._device.auths.values():
            begins, ends = auth.allowed_from_date, auth.allowed_until_date
            in_time = (not begins or begins <= now) and (not ends or now <= ends)
            matches = auth.type == AuthType.KEYPAD_CODE and auth.code == code
            if matches and in_time and auth.enabled is not False:
                auth.lock_count += 1
                auth.last_active_date = now
                return act(self._world, self._device, action, _cause(CauseKind.KEYPAD, auth))
        refused = Cause(CauseKind.KEYPAD)
        log(self._world, self._device, int(action), refused, LogState.INVALID_CODE)
        return None

    def press_bell(self) -> None:
        """Ring the bell of an opener's intercom; ring to open and continuous mode then open."""
        device, world = self._device, self._world
        world.record(device, PhysicalEvent.RANG, _BELL)
        if not device.powered:
            return
        world.set_status(device, _BELL, ringing=True, last_ring=world.clock.now())
        log(world, device, int(OpenerLogAction.DOORBELL_RECOGNITION), _BELL)
        rang = device.status.last_ring

        def fall_back() -> None:
            # A second ring begins its own thirty seconds.
            if device.status.last_ring == rang:
                world.set_status(device, _BELL, ringing=False)

        world.clock.after(device.mechanics.ring, fall_back)
        continuous = device.status.mode == OpenerMode.CONTINUOUS
        if not continuous and device.status.state != OpenerState.RING_TO_OPEN_ACTIVE:
            return
        run = act(world, device, OpenerAction.ELECTRIC_STRIKE_ACTUATION, _BELL)
        if not continuous and device.mechanics.disable_ring_to_open_after_ring:
            off = OpenerAction.DEACTIVATE_RING_TO_OPEN
            run.when_ended(lambda _: act(world, device, off, _BELL))

    def open_door(self) -> None:
        """Open the door; its sensor notices, if there is one."""
        self._door(DoorState.DOOR_OPENED, PhysicalEvent.DOOR_OPENED, LogAction.DOOR_OPENED)

    def close_door(self) -> None:
        """Close the door; its sensor notices, if there is one."""
        self._door(DoorState.DOOR_CLOSED, PhysicalEvent.DOOR_CLOSED, LogAction.DOOR_CLOSED)

    def pull_power(self) -> None:
        """Take the batteries out; what the device was doing stays half done."""
        self._device.powered = False
        self._world.record(self._device, PhysicalEvent.POWERED_OFF, _POWER)
        self._interrupt(LogState.MOTOR_POWER_FAILURE)
        self._world.connectivity_changed(self._device)

    def plug_in(self) -> None:
        """Put the batteries back; an opener forgets ring to open."""
        self._device.powered = True
        self._world.record(self._device, PhysicalEvent.POWERED_ON, _POWER)
        if self._device.status.state == OpenerState.RING_TO_OPEN_ACTIVE:
            online = OpenerState.ONLINE
            self._world.set_status(self._device, _POWER, state=online, ring_to_open_end=None)
        self._world.connectivity_changed(self._device)

    def lose_connection(self) -> None:
        """Take the device out of reach of bridge and server, though it goes on working."""
        self._device.connected = False
        self._world.connectivity_changed(self._device)

    def regain_connection(self) -> None:
        """Bring the device back into reach."""
        self._device.connected = True
        self._world.connectivity_changed(self._device)

    def charge(self, percent: int) -> None:
        """Set the charge of the batteries, in percent; below 20 it is critical."""
        if not 0 <= percent <= _FULL:
            raise ValueError(f"a charge of {percent} %; expected 0 to {_FULL}")
        self._world.set_status(
            self._device, _POWER, battery_charge=percent, battery_critical=percent < _LOW
        )

    def jam(self, *, jammed: bool = True) -> None:
        """Block the bolt, as a warped door does, or free it."""
        self._device.jammed = jammed

    def _interrupt(self, outcome: LogState) -> None:
        run = self._device.run
        if run is None:
            return
        run.abandon()
        if run.outcome is None:
            unknown = OpenerState.ONLINE if self._device.is_opener else LockState.UNDEFINED
            self._world.set_status(self._device, run.cause, state=unknown)
            end(self._world, run, outcome)
        elif self._device.status.state == LockState.UNLOCKED_LOCK_N_GO:
            self._world.set_status(self._device, run.cause, state=LockState.UNLOCKED)
        self._device.run = None

    def _toggled(self) -> Action:
        state = self._device.status.state
        if self._device.is_opener:
            active = state == OpenerState.RING_TO_OPEN_ACTIVE
            off, on = OpenerAction.DEACTIVATE_RING_TO_OPEN, OpenerAction.ACTIVATE_RING_TO_OPEN
            return off if active else on
        return LockAction.UNLOCK if state == LockState.LOCKED else LockAction.LOCK

    def _door(self, state: DoorState, event: PhysicalEvent, action: LogAction) -> None:
        device, world = self._device, self._world
        device.door_open = state == DoorState.DOOR_OPENED
        world.record(device, event, _DOOR)
        if device.status.door == DoorState.UNAVAILABLE or not device.powered:
            return
        world.set_status(device, _DOOR, door=state)
        log(world, device, int(action), _DOOR)


def _cause(kind: CauseKind, auth: SmartlockAuth) -> Cause:
    auth_id = auth.id if isinstance(auth.id, str) else None
    return Cause(kind, auth_id=auth_id, name=auth.name if isinstance(auth.name, str) else "")
