"""Doors as objects: what a device is like, and what it can do, over whichever API reaches it.

Behaviour is written once, in the flow classes; ``Lock`` and ``AsyncLock`` are two frontends of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias, TypeVar

import attrs

from nuki_core.clock import Sleep
from nuki_core.errors import NotConfirmedError, NukiError, TransportError, ValidationError
from nuki_core.frontends import AsyncFrontend, FlowMethod, SyncFrontend, ask
from nuki_core.ids import DeviceType
from nuki_core.model import Model
from nuki_core.unset import UNSET
from nuki_generated.web import (
    LockAction,
    OpenerAction,
    SmartlockAdvancedConfig,
    SmartlockConfig,
    SmartlockOpenerAdvancedConfig,
    SmartlockSmartdoorAdvancedConfig,
)

from .access import AsyncAuthorizations, AsyncCodes, Authorizations, Codes
from .actions import act_over_bridge, act_over_web, explain_bridge, until, when_free
from .log import LogFlows, device_log_page
from .time_zones import zone_of

if TYPE_CHECKING:
    import builtins
    from collections.abc import Callable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from nuki_core.clock import Clock
    from nuki_core.frontends import Flow
    from nuki_core.ids import NukiId, SmartlockId
    from nuki_generated import bridge
    from nuki_generated.web import DoorState, LockState, OpenerState, Smartlock, SmartlockLog

    from .actions import Action
    from .clients import BridgeClient, WebClient
    from .firmware import FirmwareVersion
    from .snapshots import Mode, Snapshot


AdvancedConfig: TypeAlias = (
    SmartlockAdvancedConfig | SmartlockOpenerAdvancedConfig | SmartlockSmartdoorAdvancedConfig
)
C = TypeVar("C", bound=Model)

ACTION_TIMEOUT: Final = 30.0
CONFIG_TIMEOUT: Final = 60.0


class House(Protocol):
    """What a device needs of the home that it belongs to."""

    @property
    def bridge(self) -> BridgeClient | None:
        """The client of the bridge, if there is one."""
        ...

    @property
    def web(self) -> WebClient | None:
        """The client of the Web API, if there is one."""
        ...

    def read(self, device: DeviceFlows | None = None) -> Flow[None]:
        """Have devices read anew: one, or all."""
        ...


class DeviceFlows(LogFlows):
    """What every device has, of whatever type."""

    _home: House
    _clock: Clock
    _snapshot: Snapshot
    _smartlock: Smartlock | None = None
    fallback: NukiError | None = None
    """Why the last call went over the Web API though there is a bridge; ``None`` if it did not."""

    # What it is like

    def take(self, snapshot: Snapshot, smartlock: Smartlock | None = None) -> None:
        """Note what was read of it; homes and watches do."""
        self._snapshot = snapshot
        self._smartlock = smartlock or self._smartlock

    @property
    def snapshot(self) -> Snapshot:
        """All that is known, as one value that does not change any more."""
        return self._snapshot

    @property
    def id(self) -> SmartlockId:
        """Its id in the Web API."""
        return self._snapshot.id

    @property
    def nuki_id(self) -> NukiId:
        """Its id in the Bridge API."""
        return self._snapshot.id.nuki_id

    @property
    def hex(self) -> str:
        """Its id as the app prints it."""
        return self._snapshot.id.hex

    @property
    def name(self) -> str:
        """Its name in the app."""
        return self._snapshot.name

    @property
    def type(self) -> DeviceType:
        """What kind of device it is."""
        return self._snapshot.type

    @property
    def state(self) -> LockState | OpenerState | None:
        """Its state, of the enum of its type; ``None`` while it is not known."""
        return self._snapshot.state

    @property
    def mode(self) -> Mode | None:
        """Its mode: an opener in continuous mode opens at every ring."""
        return self._snapshot.mode

    @property
    def door_state(self) -> DoorState | None:
        """What the door sensor says; ``None`` without one, and while it does not know."""
        return self._snapshot.door_state

    @property
    def is_door_open(self) -> bool | None:
        """Whether the door stands open; ``None`` while that is not known."""
        return self._snapshot.is_door_open

    @property
    def battery_percent(self) -> int | None:
        """Charge of the batteries; not every device says."""
        return self._snapshot.battery_percent

    @property
    def battery_critical(self) -> bool | None:
        """Whether the batteries are nearly empty."""
        return self._snapshot.battery_critical

    @property
    def keypad_battery_critical(self) -> bool | None:
        """Whether the batteries of its keypad are nearly empty; ``None`` without a keypad."""
        return self._snapshot.keypad_battery_critical

    @property
    def firmware(self) -> FirmwareVersion | None:
        """Its firmware."""
        return self._snapshot.firmware

    @property
    def available(self) -> bool:
        """Whether bridge or server reach it; :attr:`problem` says why not."""
        return self._snapshot.available

    @property
    def problem(self) -> str:
        """Why it is not available; empty if it is."""
        return self._snapshot.problem

    @property
    def as_of(self) -> datetime | None:
        """When all this was true, by the clock of the bridge, or when it was read."""
        return self._snapshot.as_of

    @property
    def model(self) -> Smartlock | bridge.Device | None:
        """The answer behind it."""
        return self._snapshot.model

    @FlowMethod
    def refresh(self) -> Flow[Snapshot]:
        """Read it anew; over a bridge from its memory, which does not wake the device.

        Raises:
            NukiError: As for every call.
        """
        yield from self._home.read(self)
        return self._snapshot

    # Its settings

    @property
    def config(self) -> SmartlockConfig | None:
        """Its settings, as they were read last; ``None`` without the Web API."""
        found = self._smartlock.config if self._smartlock else UNSET
        return found if isinstance(found, SmartlockConfig) else None

    @property
    def advanced_config(self) -> AdvancedConfig | None:
        """The settings of its type, as they were read last; ``None`` without the Web API."""
        return None if self._smartlock is None else _advanced(self._smartlock)

    @property
    def smartlock(self) -> Smartlock | None:
        """What the Web API said of it last; ``None`` if it was not asked."""
        return self._smartlock

    @property
    def zone(self) -> ZoneInfo | None:
        """The time zone of its clock; ``None`` if it does not say."""
        config = self.config
        if config is None or not isinstance(config.timezone_id, int):  # pyright: ignore[reportUnnecessaryIsInstance]
            return None
        try:
            return zone_of(config.timezone_id)
        except ValidationError:
            return None

    @FlowMethod
    def update_config(self, /, **changes: object) -> Flow[SmartlockConfig]:
        """Change settings by name, ``update_config(led_enabled=False)``; the settings after that.

        They are read first and sent as a whole, because what is left out may be reset; and waited
        for until the device has them.

        Raises:
            ValidationError: There is no such setting, or no client of the Web API.
            NotConfirmedError: The device does not have them within a minute.
            NukiError: As for every call.
        """
        web = self._need_web()

        def read(smartlock: Smartlock) -> SmartlockConfig | None:
            return smartlock.config if isinstance(smartlock.config, SmartlockConfig) else None

        def send(config: SmartlockConfig) -> Flow[None]:
            return ask(web.smartlock.update_config, self.id, config)

        return (yield from self._update(SmartlockConfig, read, send, changes))

    @FlowMethod
    def update_advanced_config(self, /, **changes: object) -> Flow[AdvancedConfig]:
        """As :meth:`update_config`, for the settings that only devices of its type have."""
        resource = self._need_web().smartlock

        def send(config: AdvancedConfig) -> Flow[None]:
            if isinstance(config, SmartlockOpenerAdvancedConfig):
                return ask(resource.update_opener_advanced_config, self.id, config)
            if isinstance(config, SmartlockSmartdoorAdvancedConfig):
                return ask(resource.update_smartdoor_advanced_config, self.id, config)
            return ask(resource.update_advanced_config, self.id, config)

        kinds: dict[DeviceType, builtins.type[AdvancedConfig]] = {
            DeviceType.OPENER: SmartlockOpenerAdvancedConfig,
            DeviceType.SMART_DOOR: SmartlockSmartdoorAdvancedConfig,
        }
        kind = kinds.get(self.type, SmartlockAdvancedConfig)
        return (yield from self._update(kind, _advanced, send, changes))

    def _update(
        self,
        kind: builtins.type[C],
        read: Callable[[Smartlock], C | None],
        send: Callable[[C], Flow[None]],
        changes: dict[str, object],
    ) -> Flow[C]:
        web = self._need_web()
        names = {field.name for field in attrs.fields(kind)} - _NOT_SETTINGS
        if unknown := sorted(set(changes) - names):
            raise ValidationError(
                f"{', '.join(unknown)}: no such setting; there are {', '.join(sorted(names))}"
            )

        def attempt() -> Flow[C]:
            smartlock = yield from ask(web.smartlock.get, self.id)
            current = read(smartlock)
            if current is None:
                raise ValidationError(f"{self.name}: the Web API shows no {kind.__name__} of it")
            arguments: dict[str, Any] = {**changes, _OPERATION: UNSET}
            wanted = attrs.evolve(current, **arguments)
            yield from send(wanted)
            return wanted

        yield from when_free(attempt, self._clock, CONFIG_TIMEOUT)

        def look() -> Flow[C | None]:
            smartlock = yield from ask(web.smartlock.get, self.id)
            self._smartlock = smartlock
            found = read(smartlock)
            has_all = found is not None and all(
                getattr(found, name) == value for name, value in changes.items()
            )
            return found if has_all and not smartlock.operation_id else None

        found = yield from until(look, self._clock, CONFIG_TIMEOUT)
        if found is None:
            raise NotConfirmedError(
                f"{self.name}: the Web API took the settings, and the device does not have them "
                f"after {CONFIG_TIMEOUT:g} s; it may be out of reach",
                last_known=read(self._smartlock) if self._smartlock else None,
            )
        return found

    # Its log

    def _log_page(self, older_than: str | None, limits: dict[str, Any]) -> Flow[list[SmartlockLog]]:
        return device_log_page(self._need_web(), self.id, older_than, limits)

    # What it does

    def _act(self, action: Action, timeout: float, *, wait: bool) -> Flow[Snapshot]:
        """Over the bridge; over the Web API if there is none, or it did provably nothing."""
        bridge, web, self.fallback = self._home.bridge, self._home.web, None
        if bridge is not None and (web is None or self._snapshot.source == "bridge"):
            try:
                yield from act_over_bridge(bridge, self._snapshot, action, timeout, wait=wait)
            except NukiError as error:
                if web is None or error.may_have_run or isinstance(error, ValidationError):
                    known = None
                    if error.may_have_run:
                        yield from self._read_after(wait=not isinstance(error, TransportError))
                        known = self._snapshot
                    raise explain_bridge(error, self.name, action, known) from error
                self.fallback = error
            else:
                yield from self._read_after(wait=wait)
                return self._snapshot
        web = self._need_web()
        found = yield from act_over_web(
            web, self._snapshot, action, self._clock, timeout, wait=wait
        )
        self._snapshot = found or attrs.evolve(self._snapshot, state=None)
        return self._snapshot

    def _read_after(self, *, wait: bool) -> Flow[None]:
        """What it is like after an action; not known if that cannot be read, or it goes on."""
        self._snapshot = attrs.evolve(self._snapshot, state=None)
        if not wait:
            return
        try:
            yield from self._home.read(self)
        except NukiError:
            yield Sleep(0)

    def _need_web(self) -> WebClient:
        if self._home.web is None:
            raise ValidationError(
                f"{self.name}: this takes the Web API; make the home with both clients, "
                "Home(bridge, web)"
            )
        return self._home.web

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name!r} {self.hex}: {self.state or self.problem}>"


_OPERATION: Final = "operation_id"
_NOT_SETTINGS: Final = frozenset({_OPERATION, "additional_properties"})


def _advanced(smartlock: Smartlock) -> AdvancedConfig | None:
    candidates = (
        smartlock.advanced_config,
        smartlock.opener_advanced_config,
        smartlock.smartdoor_advanced_config,
    )
    return next((found for found in candidates if found), None)


class BoltFlows(DeviceFlows):
    """What devices with a bolt have."""

    @property
    def state(self) -> LockState | None:
        """Its state; ``None`` while it is not known."""
        state: Any = self._snapshot.state
        found: LockState | None = state
        return found

    @property
    def is_locked(self) -> bool | None:
        """Whether the bolt is out; ``None`` while it moves, is jammed, or nobody knows."""
        return self._snapshot.is_locked

    @property
    def is_jammed(self) -> bool | None:
        """Whether the motor could not turn; ``None`` while that is not known."""
        return self._snapshot.is_jammed

    @FlowMethod
    def unlock(self, *, wait: bool = True, timeout: float = ACTION_TIMEOUT) -> Flow[Snapshot]:
        """Draw the bolt in; a box opens. What the device is like after that.

        It returns when the device has said how it ended, at the latest after ``timeout`` seconds;
        without ``wait`` at once, and then the state is not known before the next reading.

        Raises:
            ActionError: The device did not do it: :class:`JammedError`, or one of its sisters.
            NotConfirmedError: Nobody said in time whether it was done.
            NukiError: As for every call.
        """
        return (yield from self._act(LockAction.UNLOCK, timeout, wait=wait))


class LockFlows(BoltFlows):
    """What locks do."""

    @FlowMethod
    def lock(self, *, wait: bool = True, timeout: float = ACTION_TIMEOUT) -> Flow[Snapshot]:
        """Push the bolt out; otherwise as :meth:`unlock`."""
        return (yield from self._act(LockAction.LOCK, timeout, wait=wait))

    @FlowMethod
    def unlatch(self, *, wait: bool = True, timeout: float = ACTION_TIMEOUT) -> Flow[Snapshot]:
        """Draw the bolt in and hold the latch back for a moment; otherwise as :meth:`unlock`."""
        return (yield from self._act(LockAction.UNLATCH, timeout, wait=wait))

    @FlowMethod
    def lock_n_go(
        self, *, unlatch: bool = False, wait: bool = True, timeout: float = ACTION_TIMEOUT
    ) -> Flow[Snapshot]:
        """Unlock, or unlatch, and lock again a while later; otherwise as :meth:`unlock`.

        It returns when the door can be opened.
        """
        action = LockAction.LOCK_N_GO_WITH_UNLATCH if unlatch else LockAction.LOCK_N_GO
        return (yield from self._act(action, timeout, wait=wait))


class OpenerFlows(DeviceFlows):
    """What openers do."""

    @property
    def state(self) -> OpenerState | None:
        """Its state; ``None`` while it is not known."""
        state: Any = self._snapshot.state
        found: OpenerState | None = state
        return found

    @property
    def rang(self) -> datetime | None:
        """When the bell last rang, as far as a bridge has said."""
        return self._snapshot.rang

    @FlowMethod
    def open(self, *, wait: bool = True, timeout: float = ACTION_TIMEOUT) -> Flow[Snapshot]:
        """Release the strike for a moment. What the device is like after that.

        It returns when the device has said how it ended, at the latest after ``timeout`` seconds;
        without ``wait`` at once, and then the state is not known before the next reading.

        Raises:
            ActionError: The device did not do it.
            NotConfirmedError: Nobody said in time whether it was done.
            NukiError: As for every call.
        """
        action = OpenerAction.ELECTRIC_STRIKE_ACTUATION
        return (yield from self._act(action, timeout, wait=wait))

    @FlowMethod
    def activate_ring_to_open(
        self, *, wait: bool = True, timeout: float = ACTION_TIMEOUT
    ) -> Flow[Snapshot]:
        """Open at the next ring; otherwise as :meth:`open`."""
        return (yield from self._act(OpenerAction.ACTIVATE_RING_TO_OPEN, timeout, wait=wait))

    @FlowMethod
    def deactivate_ring_to_open(
        self, *, wait: bool = True, timeout: float = ACTION_TIMEOUT
    ) -> Flow[Snapshot]:
        """Do not open at the next ring; otherwise as :meth:`open`."""
        return (yield from self._act(OpenerAction.DEACTIVATE_RING_TO_OPEN, timeout, wait=wait))

    @FlowMethod
    def activate_continuous_mode(
        self, *, wait: bool = True, timeout: float = ACTION_TIMEOUT
    ) -> Flow[Snapshot]:
        """Open at every ring; otherwise as :meth:`open`."""
        return (yield from self._act(OpenerAction.ACTIVATE_CONTINUOUS_MODE, timeout, wait=wait))

    @FlowMethod
    def deactivate_continuous_mode(
        self, *, wait: bool = True, timeout: float = ACTION_TIMEOUT
    ) -> Flow[Snapshot]:
        """No longer open at every ring; otherwise as :meth:`open`."""
        return (yield from self._act(OpenerAction.DEACTIVATE_CONTINUOUS_MODE, timeout, wait=wait))


class Device(DeviceFlows, SyncFrontend):
    """A device of any type; those that this version does not know can be read and set up."""

    def __init__(self, home: House, clock: Clock, snapshot: Snapshot) -> None:
        self._home, self._clock, self._snapshot = home, clock, snapshot

    @property
    def codes(self) -> Codes:
        """The codes of its keypad."""
        return Codes(self._need_web(), self, self._clock)

    @property
    def authorizations(self) -> Authorizations:
        """All that gives access to it: apps, fobs, keypads, codes."""
        return Authorizations(self._need_web(), self, self._clock)


class Lock(LockFlows, Device):
    """A Smart Lock, of any generation."""


class SmartDoor(Lock):
    """A Smart Door: a lock that is part of the door."""


class Opener(OpenerFlows, Device):
    """An Opener, which lets people in through an intercom."""


class Box(BoltFlows, Device):
    """A Box, which only unlocks."""


class AsyncDevice(DeviceFlows, AsyncFrontend):
    """As :class:`Device`, asynchronous."""

    def __init__(self, home: House, clock: Clock, snapshot: Snapshot) -> None:
        self._home, self._clock, self._snapshot = home, clock, snapshot

    @property
    def codes(self) -> AsyncCodes:
        """The codes of its keypad."""
        return AsyncCodes(self._need_web(), self, self._clock)

    @property
    def authorizations(self) -> AsyncAuthorizations:
        """All that gives access to it: apps, fobs, keypads, codes."""
        return AsyncAuthorizations(self._need_web(), self, self._clock)


class AsyncLock(LockFlows, AsyncDevice):
    """As :class:`Lock`, asynchronous."""


class AsyncSmartDoor(AsyncLock):
    """As :class:`SmartDoor`, asynchronous."""


class AsyncOpener(OpenerFlows, AsyncDevice):
    """As :class:`Opener`, asynchronous."""


class AsyncBox(BoltFlows, AsyncDevice):
    """As :class:`Box`, asynchronous."""


KINDS: Final[dict[int, tuple[type[Device], type[AsyncDevice]]]] = {
    DeviceType.SMART_LOCK: (Lock, AsyncLock),
    DeviceType.SMART_LOCK_3: (Lock, AsyncLock),
    DeviceType.SMART_LOCK_5: (Lock, AsyncLock),
    DeviceType.SMART_DOOR: (SmartDoor, AsyncSmartDoor),
    DeviceType.OPENER: (Opener, AsyncOpener),
    DeviceType.BOX: (Box, AsyncBox),
}
"""The two classes of each type that is known."""
