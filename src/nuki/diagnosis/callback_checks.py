"""Checks of a bridge's callbacks: who holds the slots, and can the bridge deliver to them?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from nuki.subscriptions import is_local, origin_of
from nuki_core.errors import NukiError
from nuki_core.frontends import ask
from nuki_generated.bridge import Callback, LogEntry

from . import kinds
from .findings import Where
from .network import Reach

if TYPE_CHECKING:
    from nuki_core.frontends import Flow
    from nuki_generated.bridge import Info

    from .examination import Examination
    from .findings import Finding

_SLOTS: Final = 3
_FAILED: Final = "HTTP-PostTimeout"
_PATHS: Final = {"/nuki/bcb": "openHAB", "/api/webhook/": "Home Assistant"}
_RECENT: Final = timedelta(days=1)


def check_callbacks(at: Examination) -> Flow[list[Finding] | None]:
    """Find out whether a slot is free, and whether the callbacks can be delivered."""
    if at.info is None:
        return None
    listed: list[object] = [*(yield from at.ask_bridge(lambda bridge: ask(bridge.callback.list)))]
    callbacks = [one for one in listed if isinstance(one, Callback)]
    found: list[Finding] = []
    if len(callbacks) >= _SLOTS:
        held_by = ", ".join(origin_of(one.url) for one in callbacks)
        programs = ", ".join(_program(one.url) for one in callbacks)
        found.append(
            kinds.CALLBACKS_FULL.at(
                at.at_bridge(), slots=_SLOTS, programs=programs, held_by=held_by
            )
        )
    for callback in callbacks:
        found += yield from _undeliverable(at, callback)
    if callbacks:
        found += yield from _failures(at, at.info)
    return found


def _undeliverable(at: Examination, callback: Callback) -> Flow[list[Finding]]:
    where = Where("callback", id=str(callback.id), address=origin_of(callback.url))
    try:
        parts = urlsplit(str(callback.url))
        host, port = parts.hostname or "", parts.port or 80
    except ValueError:
        return [kinds.CALLBACK_DEAD.at(where, reason="its URL is malformed")]
    if not host:
        return [kinds.CALLBACK_DEAD.at(where, reason="its URL names no host")]
    if parts.scheme != "http":
        return [kinds.CALLBACK_HTTPS.at(where)]
    # A bridge in this machine reaches what is in it.
    if is_local(host) and not is_local(urlsplit(at.bridge.base_url).hostname or ""):
        return [kinds.CALLBACK_LOCAL.at(where)]
    look = yield from at.look_at(f"http://{parts.netloc}")
    if look.reach is Reach.CONNECTED:
        return []
    return [kinds.CALLBACK_DEAD.at(where, reason=look.reach.value, port=port)]


def _program(url: object) -> str:
    """Which program a callback belongs to, if its path tells."""
    try:
        path = urlsplit(str(url)).path
    except ValueError:
        return "unknown"
    return next((name for start, name in _PATHS.items() if path.startswith(start)), "unknown")


def _failures(at: Examination, info: Info) -> Flow[list[Finding]]:
    """What the bridge noted within the last day of callbacks that it could not deliver."""
    try:
        listed: list[object] = [
            *(yield from at.ask_bridge(lambda bridge: ask(bridge.system.list_log)))
        ]
    except NukiError:
        return []  # software bridges have no log
    entries = [one for one in listed if isinstance(one, LogEntry) and one.type == _FAILED]
    now: Any = info.current_time  # of the bridge's own clock, which wrote the log
    noted: list[Any] = [one.timestamp for one in entries]
    times = [
        one
        for one in noted
        if isinstance(one, datetime) and isinstance(now, datetime) and now - one < _RECENT
    ]
    if not times:
        return []
    return [
        kinds.CALLBACKS_FAILING.at(
            at.at_bridge(),
            failures=len(times),
            since=max(times).isoformat(timespec="seconds"),
        )
    ]
