"""Handing out the token, and discovery over the vendor's server."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from nuki.bridge import AuthResult, DiscoveredBridge, DiscoveryResult, Result
from nuki_simulator.messages import Wait, json_response

from .calls import StatusError, ok

if TYPE_CHECKING:
    from nuki_simulator.messages import HttpResponse, Reply
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.world import World

    from .calls import Call

_GLANCE: Final = 1.0
_TOKEN_LENGTH: Final = 6
_SWITCHES: Final = (0, 1)


def request_token(call: Call) -> Reply:
    """``/auth``: waits for the button to be pressed."""
    if not call.bridge.auth_enabled:
        raise StatusError(HTTPStatus.FORBIDDEN)
    return _waiting(call, call.bridge.quirks.button_wait)


def configure(call: Call) -> Reply:
    """``/configAuth``: switches handing out the token and discovery on or off."""
    enable = call.integer("enable")
    if enable not in _SWITCHES:
        raise StatusError(HTTPStatus.BAD_REQUEST)
    call.bridge.auth_enabled = bool(enable)
    return ok(Result(success=True))


def discovery(world: World) -> HttpResponse:
    """``/discover/bridges`` of the vendor's server: the bridges that reached it."""
    found = [bridge for bridge in world.bridges if bridge.server_connected]
    result = DiscoveryResult(bridges=[_found(world, each) for each in found], error_code=0)
    return json_response(result.to_dict())


def _waiting(call: Call, left: float) -> Reply:
    bridge = call.bridge
    if bridge.pressed:
        bridge.pressed = False
        bridge.token = bridge.token or call.world.randomness.token(_TOKEN_LENGTH)
        return ok(AuthResult(success=True, token=bridge.token))
    if left <= 0:
        return ok(AuthResult(success=False))
    return Wait(min(_GLANCE, left), lambda: _waiting(call, left - _GLANCE))


def _found(world: World, bridge: Bridge) -> DiscoveredBridge:
    hidden = bridge.quirks.hide_from_discovery or not bridge.auth_enabled
    blank = " " if bridge.quirks.blank_in_discovery_date else ""
    return DiscoveredBridge(
        bridge_id=bridge.server_id,
        ip="0.0.0.0" if hidden else bridge.ip,  # noqa: S104 - how a hidden bridge is listed
        port=0 if hidden else bridge.port,
        date_updated=f"{world.clock.now():%Y-%m-%d{blank}T%H:%M:%SZ}",
    )
