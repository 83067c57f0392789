"""The devices of a home, over a bridge, over the Web API, or over both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar, cast, overload

import attrs

from nuki_core.errors import NukiError, ValidationError
from nuki_core.frontends import AsyncFrontend, FlowMethod, SyncFrontend, ask
from nuki_core.json import is_integer
from nuki_generated.bridge.api import AsyncBridgeApi, BridgeApi
from nuki_generated.web import Smartlock
from nuki_generated.web.api import AsyncWebApi, WebApi

from .devices import KINDS, AsyncDevice, Device, DeviceFlows
from .many_doors import AccessReport, add_to_all, remove_from_all
from .snapshots import Snapshot, merged, of_bridge, of_web
from .validity import ALWAYS
from .watching import UNAVAILABLE_AFTER, AsyncWatch, Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from nuki_core.client import AsyncClient, SyncClient
    from nuki_core.clock import Clock
    from nuki_core.frontends import Flow

    from .clients import AsyncBridgeClient, AsyncWebClient, BridgeClient, WebClient
    from .receiving import CallbackReceiver, WebhookReceiver
    from .validity import Validity

D = TypeVar("D", bound=DeviceFlows)
S = TypeVar("S", bound=DeviceFlows)
K = TypeVar("K", bound=Device)
A = TypeVar("A", bound=AsyncDevice)

_GONE: Final = "neither bridge nor server know it any more"


class HomeFlows(Generic[D]):
    """What a home does; see :class:`Home`."""

    bridge: BridgeClient | None = None
    """The client of the bridge, if there is one."""
    web: WebClient | None = None
    """The client of the Web API, if there is one."""
    bridge_problem: NukiError | None = None
    """Why the bridge did not answer when it was last asked for its devices; ``None`` if it did."""
    _clock: Clock
    _by_hex: dict[str, D]

    def _use(self, clients: tuple[Any, ...], bridge: type, web: type) -> None:
        self._by_hex = {}
        for client in clients:
            if not isinstance(client, bridge | web):
                raise ValidationError(
                    f"{type(self).__name__} takes clients of its kind, not a "
                    f"{type(client).__name__}: Home a BridgeClient or a WebClient, AsyncHome an "
                    "AsyncBridgeClient or an AsyncWebClient"
                )
            kind = "bridge" if isinstance(client, bridge) else "web"
            if getattr(self, kind) is not None:
                raise ValidationError(f"two clients of the same kind ({kind}); a home has one each")
            setattr(self, kind, client)
        if not clients:
            raise ValidationError("pass a client: Home(bridge), Home(web) or Home(bridge, web)")
        self._clock = clients[0].clock

    def read(self, device: DeviceFlows | None = None) -> Flow[None]:
        """Read devices anew: all, or one, which then is known to be asked for.

        Raises:
            NukiError: No client that knows it got an answer.
        """
        local, remote = dict[str, Snapshot](), dict[str, Snapshot]()
        self.bridge_problem = None
        if self.bridge is not None:
            try:
                local = yield from self.read_bridge()
            except NukiError as error:
                if self.web is None:
                    raise
                self.bridge_problem = error
        if self.web is not None:
            known = None if device is None else local.get(device.hex)
            if device is None:
                remote = yield from self.read_web()
            elif known is None or not known.available:
                found = of_web((yield from ask(self.web.smartlock.get, device.id)), self._date())
                remote = {found.id.hex: found}
            else:  # the bridge has said all; names and ids are those of the Web API
                remote = {device.hex: attrs.evolve(device.snapshot, available=False, model=None)}
        self.take(local, remote, only=device)

    def read_bridge(self, **options: Any) -> Flow[dict[str, Snapshot]]:
        """What the bridge remembers of its devices, by their hexadecimal ids.

        ``options`` are those of ``with_options``.
        """
        bridge = cast("BridgeClient", self.bridge).with_options(**options)
        listed: list[Any] = yield from ask(bridge.device.list)
        now = self._date()
        found = [
            of_bridge(entry, now) for entry in listed if is_integer(getattr(entry, "nuki_id", None))
        ]
        return {snapshot.id.hex: snapshot for snapshot in found}

    def read_web(self, **options: Any) -> Flow[dict[str, Snapshot]]:
        """As :meth:`read_bridge`, what the Web API says of the account's devices."""
        web = cast("WebClient", self.web).with_options(**options)
        listed: list[Any] = yield from ask(web.smartlock.list)
        now = self._date()
        found = [
            of_web(entry, now)
            for entry in listed
            if is_integer(getattr(entry, "smartlock_id", None))
        ]
        return {snapshot.id.hex: snapshot for snapshot in found}

    def take(
        self,
        local: dict[str, Snapshot],
        remote: dict[str, Snapshot],
        *,
        only: DeviceFlows | None = None,
    ) -> None:
        """Note what was read; a device that nobody knows any more is not available."""
        wanted = {**remote, **local} if only is None else {only.hex: only.snapshot}
        for hexadecimal in wanted:
            snapshot = merged(local.get(hexadecimal), remote.get(hexadecimal))
            told = remote.get(hexadecimal)
            model = None if told is None else told.model
            if snapshot is not None:
                self.show(snapshot, model if isinstance(model, Smartlock) else None)
        if only is None:
            self.forget_all_but(wanted)

    def known(self, hexadecimal: str) -> D | None:
        """The device of this id, if it was read before."""
        return self._by_hex.get(hexadecimal)

    def show(self, snapshot: Snapshot, smartlock: Smartlock | None = None) -> D:
        """Have a device show what was read of it; it is made if it is new."""
        found = self.known(snapshot.id.hex)
        if found is None:
            one, other = KINDS.get(snapshot.type, (Device, AsyncDevice))
            kind: Any = other if isinstance(self, AsyncFrontend) else one
            found = self._by_hex[snapshot.id.hex] = kind(self, self._clock, snapshot)
        found.take(snapshot, smartlock)
        return found

    def forget_all_but(self, known: Container[str]) -> list[D]:
        """Give up the devices that nobody knows any more, and say which they were."""
        gone = [one for hexadecimal, one in self._by_hex.items() if hexadecimal not in known]
        for device in gone:
            del self._by_hex[device.hex]
            was = device.snapshot
            device.take(
                attrs.evolve(was, state=None, door_state=None, available=False, problem=_GONE)
            )
        return gone

    @FlowMethod
    def devices(self) -> Flow[list[D]]:
        """All devices, read anew; those of before are the same objects.

        Raises:
            NukiError: As for every call.
        """
        yield from self.read()
        return list(self._by_hex.values())

    @FlowMethod
    def add_code(
        self,
        name: str,
        code: int | str | None = None,
        *,
        valid: Validity = ALWAYS,
        doors: Sequence[D] | None = None,
        on_result: Callable[[D, NukiError | None], object] | None = None,
    ) -> Flow[AccessReport[D]]:
        """Have a keypad code on these doors, or on all; without ``code`` one that is free on all.

        Each door is asked by itself, a few at a time. Doors that have the code with this name and
        validity are left alone, so that a second call repeats only what is missing. ``on_result``
        is called with each door that was asked, as soon as it is done, and with its error or
        ``None``.

        Raises:
            ValidationError: There is no client of the Web API, or no keypad accepts the code or its
                name.
            NukiError: The devices or their codes could not be read.
        """
        yield from self.read_settings()
        chosen = self._chosen(doors)
        smartlocks = {one.hex: one.smartlock for one in chosen if one.smartlock is not None}
        web = cast("WebClient", self.web)
        return (
            yield from add_to_all(
                web,
                self._clock,
                chosen,
                smartlocks,
                name=name,
                code=code,
                valid=valid,
                on_result=on_result,
            )
        )

    @FlowMethod
    def remove_code(
        self,
        name: str,
        *,
        doors: Sequence[D] | None = None,
        on_result: Callable[[D, NukiError | None], object] | None = None,
    ) -> Flow[AccessReport[D]]:
        """Have the keypad codes of this name gone from these doors, or from all.

        ``on_result`` is as in :meth:`add_code`.

        Raises:
            ValidationError: There is no client of the Web API.
            NukiError: The devices or their codes could not be read.
        """
        yield from self.read_settings()
        web, chosen = cast("WebClient", self.web), self._chosen(doors)
        return (yield from remove_from_all(web, self._clock, chosen, name, on_result))

    def _chosen(self, doors: Sequence[D] | None) -> Sequence[D]:
        chosen = list(self._by_hex.values()) if doors is None else doors
        for one in chosen:
            if not isinstance(one, DeviceFlows):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise ValidationError(f"doors are devices of this home, not {one!r}")
        return chosen

    def read_settings(self) -> Flow[None]:
        """Read what only the Web API tells of the devices.

        Raises:
            ValidationError: There is no client of the Web API.
            NukiError: As for every call.
        """
        if self.web is None:
            raise ValidationError(
                "this takes the Web API; make the home with a client of it, Home(bridge, web)"
            )
        remote = yield from self.read_web()
        for hexadecimal, told in remote.items():
            device = self.known(hexadecimal)
            model = told.model if isinstance(told.model, Smartlock) else None
            self.show(told if device is None else device.snapshot, model)

    def _date(self) -> Any:
        return self._clock.date()

    def _find(self, which: str | int) -> D | None:
        """The device of this name or id, of those that were read.

        Raises:
            ValidationError: There are several of that name.
        """
        if isinstance(which, str):
            wanted = which.upper()
            found = [one for one in self._by_hex.values() if which == one.name or wanted == one.hex]
        else:
            found = [one for one in self._by_hex.values() if which in {one.id, one.nuki_id}]
        if len(found) > 1:
            those = " and ".join(f"{one.name!r} ({one.hex})" for one in found)
            raise ValidationError(f"{which!r} may be {those}; ask for one by its id")
        return found[0] if found else None

    def _look_up(self, which: str | int, kind: type[S]) -> Flow[S]:
        found = self._find(which)
        if found is None:
            yield from self.read()
            found = self._find(which)
        if found is None:
            names = ", ".join(f"{one.name!r} ({one.hex})" for one in self._by_hex.values())
            raise ValidationError(f"there is no device {which!r}; there are {names or 'none'}")
        if not isinstance(found, kind):
            raise ValidationError(
                f"{found.name!r} ({found.hex}) is of type {type(found).__name__}, which is no "
                f"{kind.__name__}"
            )
        return found

    def __repr__(self) -> str:
        clients = ", ".join(repr(one) for one in (self.bridge, self.web) if one is not None)
        return f"{type(self).__name__}({clients})"


class Home(HomeFlows[Device], SyncFrontend):
    """A home: ``Home(WebClient())``, ``Home(bridge)``, or with both ``Home(bridge, web)``.

    With both, the bridge is asked first, and the Web API for what a bridge cannot do, for devices
    that it does not serve or reach, and when it does not answer. An action goes to one of them, and
    to the other only if the first has provably done nothing; ``fallback`` of the device then says
    why, and ``snapshot.source`` which of them told its state. Leaving the ``with`` block closes the
    clients, unless ``close_clients`` is false.
    """

    def __init__(self, *clients: BridgeClient | WebClient, close_clients: bool = True) -> None:
        self._use(clients, BridgeApi, WebApi)
        self._to_close: tuple[SyncClient, ...] = clients if close_clients else ()

    @FlowMethod
    def _device(self, which: str | int, kind: type[Device]) -> Flow[Device]:
        return (yield from self._look_up(which, kind))

    @overload
    def device(self, which: str | int) -> Device: ...
    @overload
    def device(self, which: str | int, kind: type[K]) -> K: ...
    def device(self, which: str | int, kind: type[Device] = Device) -> Device:
        """The device of this name, hexadecimal id, or id in either API.

        With ``kind`` it is of that class: ``home.device("Front door", Lock).unlock()``.

        Raises:
            ValidationError: There is none, or several of that name, or it is of another kind.
            NukiError: As for every call.
        """
        return self._device(which, kind)

    def watch(
        self,
        *,
        callbacks: CallbackReceiver | None = None,
        webhooks: WebhookReceiver | None = None,
        poll_interval: float | None = None,
        unavailable_after: float = UNAVAILABLE_AFTER,
    ) -> Watch:
        """Keep the devices up to date, and tell what changes; see :class:`Watch`.

        ``callbacks`` and ``webhooks`` are receivers that the caller serves; without them, polling
        alone. ``poll_interval`` in seconds is how old what is shown may get: five minutes for an
        API that pushes, half a minute for one that does not. What stays out of reach for
        ``unavailable_after`` seconds is unavailable.
        """
        return Watch(
            self,
            self._clock,
            callbacks=callbacks,
            webhooks=webhooks,
            poll_interval=poll_interval,
            unavailable_after=unavailable_after,
        )

    def close(self) -> None:
        """Close the clients, unless they were to be left open."""
        for client in self._to_close:
            client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


class AsyncHome(HomeFlows[AsyncDevice], AsyncFrontend):
    """As :class:`Home`, asynchronous: ``await home.device("Front door", AsyncLock)``."""

    def __init__(
        self, *clients: AsyncBridgeClient | AsyncWebClient, close_clients: bool = True
    ) -> None:
        self._use(clients, AsyncBridgeApi, AsyncWebApi)
        self._to_close: tuple[AsyncClient, ...] = clients if close_clients else ()

    @FlowMethod
    def _device(self, which: str | int, kind: type[AsyncDevice]) -> Flow[AsyncDevice]:
        return (yield from self._look_up(which, kind))

    @overload
    async def device(self, which: str | int) -> AsyncDevice: ...
    @overload
    async def device(self, which: str | int, kind: type[A]) -> A: ...
    async def device(self, which: str | int, kind: type[AsyncDevice] = AsyncDevice) -> AsyncDevice:
        """As :meth:`Home.device`."""
        return await self._device(which, kind)

    def watch(
        self,
        *,
        callbacks: CallbackReceiver | None = None,
        webhooks: WebhookReceiver | None = None,
        poll_interval: float | None = None,
        unavailable_after: float = UNAVAILABLE_AFTER,
    ) -> AsyncWatch:
        """As :meth:`Home.watch`."""
        return AsyncWatch(
            self,
            self._clock,
            callbacks=callbacks,
            webhooks=webhooks,
            poll_interval=poll_interval,
            unavailable_after=unavailable_after,
        )

    async def aclose(self) -> None:
        """Close the clients, unless they were to be left open."""
        for client in self._to_close:
            await client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_exception: object) -> None:
        await self.aclose()
