"""Calls of a bridge: arguments that succeed, and situations that end in an error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from .house import House

    Prepare = Callable[[House], dict[str, Any]]

_UNLOCK: Final = 1
_URL: Final = "http://192.168.1.9/hook"
_ELEVEN_MINUTES: Final = 660.0


def _door(at: House, **more: Any) -> dict[str, Any]:
    return {"nuki_id": at.door.nuki_id, "device_type": at.door.type, **more}


def _stranger(at: House, **more: Any) -> dict[str, Any]:
    return {"nuki_id": at.door.nuki_id + 1, "device_type": at.door.type, **more}


def _offline(at: House, seconds: float = 5, **more: Any) -> dict[str, Any]:
    at.simulator.at(at.door).lose_connection()
    at.simulator.clock.advance(seconds)
    return _door(at, **more)


def _busy(at: House, **arguments: Any) -> dict[str, Any]:
    at.bridge.busy = True
    return arguments


def _pressed(at: House) -> dict[str, Any]:
    at.simulator.at(at.bridge).press_button()
    return {}


def _closed(at: House) -> dict[str, Any]:
    at.bridge.auth_enabled = False
    return {}


def _registered(at: House, *, slots: int = 1) -> dict[str, Any]:
    at.bridge.callbacks |= {slot: f"{_URL}{slot}" for slot in range(slots)}
    return {}


def _nothing(_at: House) -> dict[str, Any]:
    return {}


def _two_of_a_longer_log(at: House) -> dict[str, Any]:
    at.get("/info")
    at.get("/list")
    return {"offset": 0, "limit": 2}


BRIDGE_CALLS: Final[dict[str, Prepare]] = {
    "auth.request": _pressed,
    "auth.set_enabled": lambda _: {"enabled": True},
    "callback.add": lambda _: {"url": _URL},
    "callback.list": lambda at: _registered(at, slots=2),
    "callback.remove": lambda at: {**_registered(at), "callback_id": 0},
    "device.state": _door,
    "device.act": lambda at: _door(at, action=_UNLOCK, no_wait=True),
    "device.lock": _door,
    "device.unlock": _door,
    "device.unpair": _door,
    "system.list_log": _two_of_a_longer_log,
    "system.update_firmware": lambda at: _door(at, scope=1),
}
"""By operation; the others take no arguments."""

BRIDGE_ERRORS: Final[dict[tuple[str, int], Prepare]] = {
    ("auth.set_enabled", 401): lambda _: {"enabled": False},
    ("auth.request", 200): _nothing,
    ("auth.request", 403): _closed,
    ("callback.add", 200): lambda at: {**_registered(at, slots=3), "url": _URL},
    ("callback.remove", 400): lambda _: {"callback_id": 2},
    ("device.act", 200): lambda at: _offline(at, action=_UNLOCK),
    ("device.act", 400): lambda at: _door(at, action=99),
    ("device.act", 401): lambda at: _door(at, action=_UNLOCK),
    ("device.act", 404): lambda at: _stranger(at, action=_UNLOCK),
    ("device.act", 410): lambda at: _offline(at, _ELEVEN_MINUTES, action=_UNLOCK),
    ("device.act", 503): lambda at: _busy(at, **_door(at, action=_UNLOCK)),
    ("device.list", 401): _nothing,
    ("device.list", 503): _busy,
    ("device.lock", 200): _offline,
    ("device.state", 200): _offline,
    ("device.state", 404): _stranger,
    ("device.state", 410): lambda at: _offline(at, _ELEVEN_MINUTES),
    ("device.unlock", 410): lambda at: _offline(at, _ELEVEN_MINUTES),
    ("device.unpair", 404): _stranger,
    ("system.info", 401): _nothing,
    ("system.info", 503): _busy,
}
"""By operation and status; with 401 the request carries a wrong token."""
