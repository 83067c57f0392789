"""The Bridge API as a function from a request to a reply, and discovery by the vendor's server."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeAlias

from nuki.bridge import OPERATIONS, DiscoveredBridge, DiscoveryResult
from nuki_simulator.messages import Ending, HttpResponse, Router, Wait, json_response, not_simulated

from . import callbacks, device_endpoints, system_endpoints, tokens
from .calls import Call, StatusError, refused, unpaired_token
from .features import HARDWARE_ONLY

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.request import Operation
    from nuki_simulator.messages import HttpRequest, Reply
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.world import World

    Handler: TypeAlias = Callable[[Call], Reply]

HANDLERS: Final[dict[tuple[str, str], Handler]] = {
    ("auth", "request"): tokens.request_token,
    ("auth", "set_enabled"): tokens.configure,
    ("callback", "add"): callbacks.add,
    ("callback", "list"): callbacks.list_callbacks,
    ("callback", "remove"): callbacks.remove,
    ("device", "list"): device_endpoints.list_devices,
    ("device", "state"): device_endpoints.state,
    ("device", "act"): device_endpoints.act,
    ("device", "lock"): device_endpoints.lock,
    ("device", "unlock"): device_endpoints.unlock,
    ("device", "unpair"): device_endpoints.unpair,
    ("system", "info"): system_endpoints.info,
    ("system", "list_log"): system_endpoints.log,
    ("system", "clear_log"): system_endpoints.clear_log,
    ("system", "update_firmware"): system_endpoints.update_firmware,
    ("system", "reboot"): system_endpoints.reboot,
    ("system", "factory_reset"): system_endpoints.factory_reset,
}
"""Resource and name of every operation that a bridge itself answers."""

_ROUTER: Final = Router(operation for operation in OPERATIONS if operation.server is None)
_DISCOVERY: Final = Router(operation for operation in OPERATIONS if operation.server)
_SILENCE: Final = 60.0


def bridge_operation(request: HttpRequest) -> Operation | None:
    """Find the operation of a bridge that a request addresses."""
    route = _ROUTER.route(request.method, request.path)
    return route.operation if route else None


def discovery_operation(request: HttpRequest) -> Operation | None:
    """Find the discovery operation, if a request to the vendor's server addresses it."""
    route = _DISCOVERY.route(request.method, request.path)
    return route.operation if route else None


def answer_discovery(world: World) -> HttpResponse:
    """Answer for the vendor's server: the bridges of this network."""
    found: list[DiscoveredBridge] = []
    for bridge in world.bridges:
        if not bridge.server_connected:
            continue
        hidden = bridge.quirks.hide_from_discovery or not bridge.auth_enabled
        last_contact = bridge.hung_since or world.clock.now()
        blank = " " if bridge.quirks.blank_in_discovery_date else ""
        entry = DiscoveredBridge(
            bridge_id=bridge.server_id,
            ip="0.0.0.0" if hidden else bridge.ip,  # noqa: S104 - how a hidden bridge is listed
            port=0 if hidden else bridge.port,
            date_updated=f"{last_contact:%Y-%m-%d{blank}T%H:%M:%SZ}",
        )
        found.append(entry)
    return json_response(DiscoveryResult(bridges=found, error_code=0).to_dict())


def answer_bridge(world: World, bridge: Bridge, request: HttpRequest) -> Reply:
    """Answer a request to a bridge; ``world.begin()`` must have counted it."""
    if not bridge.powered:
        return HttpResponse(0, ending=Ending.REFUSED)
    if bridge.hung_since is not None:
        return HttpResponse(0, ending=Ending.STALLED, seconds=_SILENCE)
    operation = bridge_operation(request)
    if operation is None or (operation.path in HARDWARE_ONLY and not bridge.is_hardware):
        return refused(HTTPStatus.NOT_FOUND)
    occupied = world.clock.elapsed < bridge.occupied_until
    if occupied or (bridge.busy and bridge.quirks.one_at_a_time):
        return refused(HTTPStatus.SERVICE_UNAVAILABLE)
    if operation.signed and not tokens.admits(bridge, world.clock, request.arguments):
        denied = refused(HTTPStatus.UNAUTHORIZED)
        return denied if bridge.is_hardware else unpaired_token()
    call = Call(world, bridge, operation, request.arguments, world.calls, world.clock.elapsed)

    def answer() -> Reply:
        call.log.request(operation)
        handler = HANDLERS.get((operation.resource, operation.name))
        try:
            reply = handler(call) if handler else not_simulated(operation)
        except StatusError as refusal:
            reply = refused(refusal.status)
        return _until_answered(call, reply)

    bridge.busy = True
    # Even a cheap call takes a moment in which others find the bridge busy.
    return Wait(bridge.quirks.extra_delay, lambda: _unless_restarted(call, answer))


def _unless_restarted(call: Call, then: Callable[[], Reply]) -> Reply:
    """Go on with a request, if the bridge has been running since it came."""
    if call.bridge.powered and call.bridge.started <= call.arrived:
        return then()
    return HttpResponse(0, ending=Ending.RESET)


def _until_answered(call: Call, reply: Reply) -> Reply:
    """Keep the bridge busy until its answer is there."""
    if isinstance(reply, Wait):

        def go_on() -> Reply:
            return _until_answered(call, reply.then())

        return Wait(reply.seconds, lambda: _unless_restarted(call, go_on))
    call.bridge.busy = False
    call.log.answered()
    return reply
