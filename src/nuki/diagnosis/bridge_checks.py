"""Checks of a bridge: is it there, is it a bridge, and what does it say of itself?"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, TypeGuard
from urllib.parse import urlsplit

from nuki_core.errors import (
    ApiError,
    BridgeBusyError,
    ConnectError,
    NukiError,
    RequestTimeoutError,
    TransportError,
)
from nuki_core.frontends import Blocks, ask
from nuki_core.json import is_integer
from nuki_generated.bridge import Info
from nuki_generated.bridge.resources.system import INFO

from . import kinds
from .examination import is_of_bridge
from .findings import Severity, Where
from .network import Reach, shows_proxy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nuki.clients import BridgeClient
    from nuki.discovery import FoundBridge
    from nuki_core.frontends import Flow
    from nuki_core.responses import Response

    from .examination import Examination
    from .findings import Finding

_INFORMED: Final = ("bridgeType", "ids", "versions", "scanResults", "serverConnected")
_NOT_THERE: Final = {
    Reach.NAME_UNKNOWN: kinds.BRIDGE_NAME_UNKNOWN,
    Reach.REFUSED: kinds.BRIDGE_REFUSED,
    Reach.NO_ROUTE: kinds.BRIDGE_NO_ROUTE,
    Reach.TOO_SLOW: kinds.BRIDGE_NO_CONNECTION,
    Reach.CONNECTED: kinds.BRIDGE_NO_ANSWER,
    Reach.CLOSED: kinds.BRIDGE_NO_ANSWER,
    Reach.SILENT: kinds.BRIDGE_NO_ANSWER,
    Reach.NO_HTTP: kinds.BRIDGE_SOMETHING_ELSE,
}
_REFUSALS: Final = frozenset(
    {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.SERVICE_UNAVAILABLE}
)


def info_of(bridge: BridgeClient) -> Flow[Response[object]]:
    """Ask a bridge for ``/info``, with the headers of the answer."""
    return (yield from ask(bridge.exchange, INFO.request()))


def check_reach(at: Examination) -> Flow[list[Finding]]:
    """Find out whether a bridge answers at the address, and what is wrong if none does."""
    try:
        try:
            response = yield from at.ask_bridge(info_of)
        except (ConnectError, RequestTimeoutError):
            raise
        except TransportError:  # a bridge may break a connection now and then
            response = yield from at.ask_bridge(info_of)
    except NukiError as error:
        if not (isinstance(error, ApiError) and error.status in _REFUSALS and is_of_bridge(error)):
            return (yield from _no_bridge(at, error))
        if isinstance(error, BridgeBusyError):
            return [busy(at)]
        at.bridge_refusal = error
        return []
    if not is_info(response.value):
        found = yield from _listened(at)
        return [found, *(yield from _elsewhere(at))]
    at.info = response.value
    if shows_proxy(response.status, response.headers):
        return [kinds.BRIDGE_PROXY.at(at.at_bridge(), via=response.headers.get("Via"))]
    return []


def is_info(value: object) -> TypeGuard[Info]:
    """Whether an answer is that of ``/info``, as far as any bridge, or emulated one, tells it."""
    return isinstance(value, Info) and any(name in value.to_dict() for name in _INFORMED)


def busy(at: Examination) -> Finding:
    """Say since when a bridge has been busy, as far as that was seen."""
    since = at.busy_since or at.clock.date()
    seconds = round((at.clock.date() - since).total_seconds())
    return kinds.BRIDGE_BUSY.at(
        at.at_bridge(), seconds=seconds, since=since.isoformat(timespec="seconds")
    )


def _no_bridge(at: Examination, error: NukiError) -> Flow[list[Finding]]:
    """Explain why there is no answer of a bridge."""
    where, bridge = at.at_bridge(), at.bridge
    if urlsplit(bridge.base_url).scheme == "https":
        return [kinds.BRIDGE_HTTPS.at(where)]
    if isinstance(error, ApiError) and error.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        found = kinds.BRIDGE_PROXY.at(where, Severity.ERROR, status=error.status)
    elif isinstance(error, RequestTimeoutError) and error.may_have_run:
        found = _hangs(at, (yield from _discovered(at)))
    else:
        is_answered = not isinstance(error, TransportError) or isinstance(error, ConnectError)
        found = yield from _listened(at, answered=is_answered)
    return [found, *(yield from _elsewhere(at))]


def _listened(at: Examination, *, answered: bool = True) -> Flow[Finding]:
    """Tell from what answers directly, without credentials, what stands there.

    ``answered`` is whether somebody answered our client, or kept it from connecting.
    """
    where, bridge = at.at_bridge(), at.bridge
    look = yield from at.listen_to(bridge.base_url)
    if look.reach in {Reach.CLOSED, Reach.SILENT}:
        return _hangs(at, (yield from _discovered(at)), reason=look.reach.value)
    if look.reach is not Reach.HTTP:
        return _NOT_THERE[look.reach].at(
            where, reason=look.reach.value, seconds=at.options.network.timeout
        )
    evidence: dict[str, Any] = {"status": look.status, "server": look.headers.get("Server")}
    # What answers us directly as a bridge would did not answer our client: something is between.
    is_bridge = look.status in _REFUSALS and "WWW-Authenticate" not in look.headers
    is_bridge = is_bridge and "html" not in look.headers.get("Content-Type", "")
    if is_bridge and not answered:
        return _hangs(at, (yield from _discovered(at)), reason=Reach.CLOSED.value)
    if is_bridge or shows_proxy(look.status, look.headers):
        via = look.headers.get("Via")
        return kinds.BRIDGE_PROXY.at(where, Severity.ERROR, **evidence, via=via)
    return kinds.BRIDGE_SOMETHING_ELSE.at(where, **evidence)


def _hangs(at: Examination, found: Sequence[FoundBridge], reason: str | None = None) -> Finding:
    bridge = at.bridge
    own = [one for one in found if one.is_published and _is_at(one, bridge.base_url)]
    since = own[0].last_seen if own else None
    shown = "unknown" if since is None else since.isoformat(timespec="seconds")
    return kinds.BRIDGE_NO_ANSWER.at(at.at_bridge(), since=shown, reason=reason)


def _elsewhere(at: Examination) -> Flow[list[Finding]]:
    """Say where the bridges of this network are, if none is where ours should be."""
    bridge = at.bridge
    published = [one for one in (yield from _discovered(at)) if one.is_published]
    if any(_is_at(one, bridge.base_url) for one in published):
        return []
    return [
        kinds.BRIDGE_ELSEWHERE.at(
            Where("bridge", id=f"{one.bridge_id:08X}", address=one.base_url),
            since=None if one.last_seen is None else one.last_seen.isoformat(timespec="seconds"),
        )
        for one in published
    ]


def _is_at(found: FoundBridge, url: str) -> bool:
    ours, theirs = urlsplit(url), urlsplit(found.base_url)
    return (ours.hostname, ours.port or 80) == (theirs.hostname, theirs.port)


def _discovered(at: Examination) -> Flow[Sequence[FoundBridge]]:
    discover = at.options.discover
    if at.found is None and discover is not None:

        def find() -> Sequence[FoundBridge]:
            try:
                return discover()
            except NukiError:
                return []  # why the vendor's server does not answer is for another check

        at.found = yield Blocks(find)
    return at.found or []


def check_server(at: Examination) -> Flow[list[Finding] | None]:
    """Find out whether the bridge is connected to the vendor's server."""
    yield from ()
    if at.info is None:
        return None
    connected: object = at.info.server_connected
    if connected is True:
        return []
    if connected is not False:
        matter, reason = "whether the bridge is connected to the server", "it does not tell"
        return [kinds.UNKNOWN.at(at.at_bridge(), matter=matter, reason=reason)]
    reason = {
        True: "though the Web API is reachable from here",
        False: "and the Web API cannot be reached from here either",
        None: "and the Web API was not asked from here",
    }[at.web_answers]
    wlan: object = at.info.wlan_connected
    uptime: object = at.info.uptime
    return [
        kinds.SERVER_DOWN.at(
            at.at_bridge(),
            reason=reason,
            wlan=wlan if isinstance(wlan, bool) else None,
            uptime=uptime if is_integer(uptime) else None,
        )
    ]
