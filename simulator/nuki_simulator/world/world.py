"""The world: accounts, devices and bridges on one clock, with one seed.

It knows no API. What an API needs of it:

* ``world.begin()`` at the start of every request lets real time in where a clock is followed, and
  gives the request the number under which causes and journal know it.
* ``device.reported`` (never ``device.status``) is what servers and bridges know; a device that is
  not ``online`` keeps its old one.
* ``world.listen(listener)`` tells of every :class:`~.events.Event`. A change that the world does
  not make itself is told with ``world.emit(event)`` (``DeviceChanged``, ``ConfigChanged``,
  ``AuthChanged``).
* ``world.extension(Kind)`` keeps the one instance of an attrs class without required arguments:
  where an API has its own memory.
* ``world.post(url, headers, body)`` sends a callback or webhook.
* All ids come from ``world.randomness``, all times from ``world.clock``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from nuki.web import AuthType, SmartlockAuth
from nuki_core.ids import DeviceType, NukiId, SmartlockId
from nuki_core.unset import UNSET

from .bridges import Bridge
from .clock import START, VirtualClock
from .devices import SHIPPED, Device, Mechanics, initial_status
from .events import DeviceChanged, Event, PushSent, StatusReported
from .journal import Cause, CauseKind, Journal, JournalEntry, PhysicalEvent
from .outbox import Delivery, Outbox
from .pushes import Pushes
from .randomness import Randomness

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from nuki.firmware import FirmwareVersion
    from nuki_core.unset import Unset

    from .devices import Status


@attrs.define(eq=False)
class Token:
    """An access token; ``scopes`` empty means all of them, ``expires`` ``None`` means never."""

    text: str = attrs.field(repr=False)
    account_id: int
    scopes: frozenset[str] = frozenset()
    expires: datetime | None = None

    def allows(self, scopes: tuple[str, ...]) -> bool:
        """Whether any one of the scopes is granted; without scopes everything is."""
        return not scopes or not self.scopes or not self.scopes.isdisjoint(scopes)


@attrs.define(eq=False, kw_only=True)
class Account:
    """The owner of devices."""

    account_id: int
    name: str
    email: str
    password: str = attrs.field(repr=False)
    language: str = "en"
    created: datetime


P = TypeVar("P")


@attrs.define(kw_only=True)
class Network:
    """The way from the Web API to a device: seconds it takes, and how often things get lost."""

    delay: float = 2.0
    loss: float = 0.0


class World:
    """Everything there is. The same ``seed`` and the same calls give the same answers.

    ``clock`` and ``randomness`` are the only sources of time and randomness.
    """

    def __init__(self, seed: int = 1, start: datetime = START) -> None:
        self.clock = VirtualClock(start)
        self.outbox = Outbox()
        self.calls = 0
        self._listeners: list[Callable[[Event], object]] = []
        self._begin_empty(seed)

    def _begin_empty(self, seed: int) -> None:
        self.randomness = Randomness(seed)
        self.network = Network()
        self.accounts: dict[int, Account] = {}
        self.tokens: dict[str, Token] = {}
        self.devices: dict[SmartlockId, Device] = {}
        self.bridges: list[Bridge] = []
        self.journal = Journal()
        self.pushes = Pushes(self.clock, self.outbox, lambda sent: self.emit(PushSent(sent)))
        self._extensions: dict[type, object] = {}

    def reset(self, seed: int = 1, start: datetime = START) -> None:
        """Begin anew with an empty world at ``start``, with the same clock, outbox and listeners.

        Bridges that there were give no answer to what is under way.
        """
        for bridge in self.bridges:
            bridge.powered = False
        self.clock.restart(start)
        self.outbox.deliveries.clear()
        self._begin_empty(seed)

    # Building

    def add_account(self, name: str = "Owner", email: str = "owner@example.com") -> Account:
        """Open an account."""
        account = Account(
            account_id=1_000_000 + len(self.accounts),
            name=name,
            email=email,
            password=self.randomness.token(12),
            created=self.clock.now(),
        )
        self.accounts[account.account_id] = account
        return account

    def add_token(
        self,
        account: Account | None = None,
        *,
        text: str | None = None,
        scopes: tuple[str, ...] = (),
        expires: datetime | None = None,
    ) -> Token:
        """Make an API token; without scopes it may do everything."""
        owner = account or self.account
        text = self.randomness.token(40) if text is None else text
        token = Token(text, owner.account_id, frozenset(scopes), expires)
        self.tokens[token.text] = token
        return token

    def add_device(  # noqa: PLR0913 - one line for each thing that may be chosen
        self,
        device_type: int,
        name: str,
        *,
        account: Account | None = None,
        nuki_id: int | None = None,
        firmware: FirmwareVersion | None = None,
        mechanics: Mechanics | None = None,
        keypad: bool = False,
        door_sensor: bool = False,
        bridge: Bridge | None = None,
    ) -> Device:
        """Set up a device, locked or idle; with ``bridge`` it is paired with that one."""
        usual, hardware = SHIPPED.get(DeviceType(device_type), SHIPPED[DeviceType.SMART_LOCK_5])
        low = self.randomness.number(1 << 28, (1 << 32) - 1) if nuki_id is None else nuki_id
        device = Device(
            smartlock_id=NukiId(low).smartlock_id(device_type),
            account_id=(account or self.account).account_id,
            name=name,
            firmware=firmware or usual,
            hardware_version=hardware,
            mechanics=mechanics or Mechanics(),
            has_keypad=keypad,
            status=initial_status(device_type, keypad=keypad, door_sensor=door_sensor),
            created=self.clock.now(),
            updated=self.clock.now(),
        )
        self.devices[device.smartlock_id] = device
        self._report(device, Cause(CauseKind.POWER))
        if bridge is not None:
            bridge.pair(device.smartlock_id)
        return device

    def add_bridge(
        self,
        *,
        account: Account | None = None,
        token: str | None = None,
        ip: str = "192.168.1.50",
        port: int = 8080,
    ) -> Bridge:
        """Put up a bridge; without ``token`` it has none until somebody presses its button."""
        bridge = Bridge(
            server_id=self.randomness.number(1 << 24, (1 << 32) - 1),
            hardware_id=self.randomness.number(1 << 24, (1 << 32) - 1),
            account_id=(account or self.account).account_id,
            token=token,
            ip=ip,
            port=port,
            started=self.clock.elapsed,
        )
        self.bridges.append(bridge)
        return bridge

    def add_fob(self, device: Device, name: str) -> SmartlockAuth:
        """Pair a fob with a device, as if it had always been there."""
        return self._add_auth(device, AuthType.FOB, name)

    def add_code(self, device: Device, name: str, code: int) -> SmartlockAuth:
        """Put a code into a device's keypad, as if it had always been there."""
        device.has_keypad = True
        return self._add_auth(device, AuthType.KEYPAD_CODE, name, code)

    def _add_auth(
        self, device: Device, kind: AuthType, name: str, code: int | Unset = UNSET
    ) -> SmartlockAuth:
        auth = SmartlockAuth(
            id=self.randomness.hexadecimal(),
            smartlock_id=device.smartlock_id,
            auth_id=self.randomness.number(1, (1 << 31) - 1),
            type=kind,
            name=name,
            code=code,
            enabled=True,
            remote_allowed=False,
            lock_count=0,
            creation_date=self.clock.now(),
            update_date=self.clock.now(),
        )
        device.auths[str(auth.id)] = auth
        return auth

    def find(self, name: str) -> Device:
        """Find the device of this name.

        Raises:
            LookupError: There is none; the text names those that there are.
        """
        for device in self.devices.values():
            if device.name == name:
                return device
        names = ", ".join(repr(device.name) for device in self.devices.values())
        raise LookupError(f"no device is called {name!r}; there are {names or 'none'}")

    @property
    def account(self) -> Account:
        """The first account; made when it is first needed."""
        return next(iter(self.accounts.values()), None) or self.add_account()

    def remove_device(self, device: Device) -> None:
        """Delete a device from its account and from every bridge."""
        del self.devices[device.smartlock_id]
        for bridge in self.bridges:
            if device.smartlock_id in bridge.paired:
                bridge.paired.remove(device.smartlock_id)
        self.emit(DeviceChanged(device, deleted=True))

    def devices_of(self, account_id: int) -> list[Device]:
        """List the devices of an account, in the order in which they came."""
        return [device for device in self.devices.values() if device.account_id == account_id]

    def extension(self, kind: type[P]) -> P:
        """Return the one instance of a class, made when it is first asked for."""
        found = self._extensions.get(kind) or self._extensions.setdefault(kind, kind())
        assert isinstance(found, kind)  # noqa: S101 - for type checkers
        return found

    # Happening

    def begin(self) -> int:
        """Start a request; returns the number under which the journal knows it."""
        self.clock.catch_up()
        self.calls += 1
        return self.calls

    def record(self, device: Device, event: PhysicalEvent, cause: Cause) -> None:
        """Note in the journal what a device physically did."""
        now = self.clock.now()
        entry = JournalEntry(self.clock.elapsed, now, device.smartlock_id, event, cause)
        self.journal.add(entry)

    def set_status(self, device: Device, cause: Cause, **changes: object) -> None:
        """Change what a device is like; bridge and server learn it if it is online."""
        device.status = attrs.evolve(device.status, **changes)  # type: ignore[arg-type]
        if device.online:
            self._report(device, cause)

    def connectivity_changed(self, device: Device) -> None:
        """Note that a device went offline, or have it report when it is back."""
        if not device.online:
            if device.offline_since is None:
                device.offline_since = self.clock.elapsed
            return
        device.offline_since = None
        self._report(device, Cause(CauseKind.POWER))

    def listen(self, listener: Callable[[Event], object]) -> Callable[[], None]:
        """Call ``listener`` with every event from now on; returns the function that ends it."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def emit(self, event: Event) -> None:
        """Tell the listeners of a change, in the order in which they came."""
        for listener in tuple(self._listeners):
            listener(event)

    def post(
        self,
        url: str,
        headers: tuple[tuple[str, str], ...],
        body: bytes,
        bridge: Bridge | None = None,
    ) -> Delivery:
        """Send a callback of a bridge, or a webhook of the Web API."""
        delivery = Delivery(url, headers, body, self.clock.elapsed, bridge)
        self.pushes.send(delivery)
        return delivery

    def _report(self, device: Device, cause: Cause) -> None:
        before: Status | None = device.reported
        device.reported, device.reported_at = device.status, self.clock.now()
        if before != device.status:
            self.emit(StatusReported(device, before, device.status, cause))
