"""An examination: what is examined, what has been learned so far, and the time that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import urlsplit

import attrs

from nuki.subscriptions import origin_of
from nuki_core.clock import Sleep
from nuki_core.errors import BridgeBusyError
from nuki_core.frontends import Blocks
from nuki_core.json import is_integer, loads
from nuki_core.retry import NO_RETRY

from .findings import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from nuki.clients import BridgeClient, WebClient
    from nuki.discovery import FoundBridge
    from nuki_core.clock import Clock
    from nuki_core.errors import ApiError
    from nuki_core.frontends import Flow
    from nuki_generated.bridge import Device, Info
    from nuki_generated.web import Smartlock

    from .network import Look, Network

T = TypeVar("T")

_TIMEOUT: Final = 5.0
_WEB_TIMEOUT: Final = 10.0
_SHORTEST: Final = 0.1
_BUSY_PAUSE: Final = 1.0
_GAP: Final = 0.5
_PORTS: Final = {"http": 80, "https": 443}


@attrs.frozen
class Options:
    """What a diagnosis may do, and how long.

    ``deadline`` bounds it in seconds; ``patience`` is how long a bridge may be busy. With
    ``try_plain_token`` the bridge's token is sent readable if it is refused otherwise. ``discover``
    finds the bridges of this network if ours is not where it should be. ``index`` is the URL at
    which an index of packages tells the latest version of this library. ``network`` is how this
    machine sees addresses.
    """

    network: Network
    deadline: float = 60.0
    patience: float = 10.0
    try_plain_token: bool = False
    discover: Callable[[], Sequence[FoundBridge]] | None = None
    index: str | None = None


@attrs.define(eq=False)
class Examination:
    """What is examined, and what the checks have learned; ``None`` is what is not known.

    ``bridge`` and ``web`` are for checks of their own; without one, these are not made. ``bridge``
    becomes a client that the bridge accepts, if it accepts any. ``bridge_refusal`` is what it said
    to the one that was given, ``busy_since`` since when it has been found busy. ``found`` is what
    discovery told, ``web_answers`` whether the Web API does answer.
    """

    bridge: BridgeClient
    web: WebClient
    clock: Clock
    options: Options
    ends: float
    bridge_refusal: ApiError | None = None
    busy_since: datetime | None = None
    found: Sequence[FoundBridge] | None = None
    info: Info | None = None
    devices: list[Device] | None = None
    web_answers: bool | None = None
    smartlocks: list[Smartlock] | None = None

    @property
    def time_left(self) -> float:
        """Seconds until the examination has to end."""
        return self.ends - self.clock.now()

    def at_bridge(self) -> Where:
        """The bridge."""
        ids: Any = None if self.info is None else self.info.ids
        number: object = getattr(ids, "server_id", None)
        shown = f"{number:08X}" if is_integer(number) and number >= 0 else ""
        return Where("bridge", id=shown, address=origin_of(self.bridge.base_url))

    def at_web(self) -> Where:
        """The Web API."""
        return Where("web", address=origin_of(self.web.base_url))

    def ask_bridge(
        self, call: Callable[[BridgeClient], Flow[T]], client: BridgeClient | None = None
    ) -> Flow[T]:
        """Ask the bridge something, and wait while it is busy.

        Raises:
            NukiError: As for every call; :class:`BridgeBusyError` if it is busy all the time.
        """
        began = self.clock.now()
        chosen = client or self.bridge
        while True:
            timeout = max(min(_TIMEOUT, self.time_left), _SHORTEST)
            try:
                found = yield from call(chosen.with_options(timeout=timeout, retry=NO_RETRY))
            except BridgeBusyError as error:
                if not is_of_bridge(error):
                    raise
                self.busy_since = self.busy_since or self.clock.date()
                waited = self.clock.now() - began
                if waited >= self.options.patience or self.time_left <= _BUSY_PAUSE:
                    raise
                yield Sleep(_BUSY_PAUSE)
            else:
                self.busy_since = None
                return found

    def ask_web(self, call: Callable[[WebClient], Flow[T]]) -> Flow[T]:
        """Ask the Web API something, once.

        Raises:
            NukiError: As for every call.
        """
        timeout = max(min(_WEB_TIMEOUT, self.time_left), _SHORTEST)
        return (yield from call(self.web.with_options(timeout=timeout, retry=NO_RETRY)))

    def look_at(self, url: str) -> Flow[Look]:
        """See whether anybody takes connections at the server of a URL."""
        host, port = _host_and_port(url)
        network = self.options.network
        found: Look = yield Blocks(lambda: network.look(host, port))
        return found

    def listen_to(self, url: str) -> Flow[Look]:
        """See what answers at the server of a URL, after the pause that a bridge needs."""
        host, port = _host_and_port(url)
        network = self.options.network
        yield Sleep(_GAP)
        found: Look = yield Blocks(lambda: network.listen(host, port))
        return found


def is_of_bridge(error: ApiError) -> bool:
    """Whether a refusal is worded as bridges word theirs.

    The hardware bridge sends the bare status as text, the software bridge an object with ``error``
    (both observed); an empty body may be anybody's, and the status decides.
    """
    body = error.body.strip()
    if body.startswith(b"{"):
        return is_of_software_bridge(error)
    return not body or body.startswith(b"HTTP ")


def is_of_software_bridge(error: ApiError) -> bool:
    """Whether a refusal is worded as the app that is a bridge does (observed)."""
    try:
        found: Any = loads(error.body)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and isinstance(found.get("error"), str)  # pyright: ignore[reportUnknownMemberType]


def _host_and_port(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 80)
