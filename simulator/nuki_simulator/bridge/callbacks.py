"""Callbacks: three slots for URLs, and what is posted to them."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from nuki.bridge import Callback, CallbackList, Result, StateCallback
from nuki_core.unset import UNSET
from nuki_simulator.world.events import BridgeRestarted, StatusReported
from nuki_simulator.world.journal import CauseKind

from .calls import MEDIA, StatusError, callback_body, ok
from .device_endpoints import PASSING, bridge_state, state_of
from .diagnostic_log import DiagnosticLog
from .features import Feature

if TYPE_CHECKING:
    from nuki_simulator.messages import Reply
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.devices import Device, Status
    from nuki_simulator.world.events import Event
    from nuki_simulator.world.outbox import Delivery
    from nuki_simulator.world.world import World

    from .calls import Call

_LONGEST_URL: Final = 254
_DELIVERED: Final = range(200, 300)
_HEADERS: Final = (("Connection", "Close"), ("Content-Type", MEDIA))


def add(call: Call) -> Reply:
    """``/callback/add``: takes the lowest free slot; 200 also when there is none."""
    url, taken = call.arguments.get("url", ""), call.bridge.callbacks
    try:
        parts = urlsplit(url)
    except ValueError:
        raise StatusError(HTTPStatus.BAD_REQUEST) from None
    if parts.scheme != "http" or not parts.hostname or len(url) > _LONGEST_URL:
        raise StatusError(HTTPStatus.BAD_REQUEST)
    if url in taken.values():
        return ok(Result(success=False, message="callback already added"))
    slots = range(call.bridge.quirks.max_callbacks)
    slot = next((number for number in slots if number not in taken), None)
    if slot is None:
        return ok(Result(success=False, message="too many callbacks registered"))
    taken[slot] = url
    return ok(Result(success=True))


def list_callbacks(call: Call) -> Reply:
    """``/callback/list``: slots and URLs."""
    slots = sorted(call.bridge.callbacks.items())
    return ok(CallbackList(callbacks=[Callback(id=slot, url=url) for slot, url in slots]))


def remove(call: Call) -> Reply:
    """``/callback/remove``: frees a slot; the others keep their numbers."""
    if call.bridge.callbacks.pop(call.integer("id"), None) is None:
        raise StatusError(HTTPStatus.BAD_REQUEST)
    return ok(Result(success=True))


def send_callbacks(world: World) -> None:
    """Have every bridge post changes of its devices, and note them, from now on; once per world."""

    def notify(event: Event) -> None:
        if isinstance(event, BridgeRestarted):
            DiagnosticLog(event.bridge, world.clock).server(connected=event.running)
        if not isinstance(event, StatusReported) or event.before is None:
            return
        device = event.device
        for bridge in world.bridges:
            if not bridge.powered or device.smartlock_id not in bridge.paired:
                continue
            if not _is_reported(bridge, device, event.before, event.after):
                continue
            log = DiagnosticLog(bridge, world.clock)
            if event.cause.kind != CauseKind.BRIDGE:
                log.contact(device, "BLE-ReadStates")
            log.pushed()
            urls = [url for _, url in sorted(bridge.callbacks.items())]
            if not urls:
                continue
            shown = state_of(bridge, device, event.after).to_dict()
            shown["nukiId"] = int(device.nuki_id)
            if Feature.DEVICE_TYPES.of(bridge):
                shown["deviceType"] = int(device.type)
            _post(world, bridge, urls, callback_body(StateCallback.from_dict(shown)))

    world.listen(notify)


def _is_reported(bridge: Bridge, device: Device, before: Status, after: Status) -> bool:
    if bridge.quirks.callbacks_of_every_state:
        return True
    if after.ringing and after.last_ring != before.last_ring:
        return True
    if bridge_state(device, after) in PASSING:
        return False
    # The end of a ring is not reported, and neither is what the Bridge API does not show.
    was, now = state_of(bridge, device, before), state_of(bridge, device, after)
    was.ringaction_state = now.ringaction_state = UNSET
    return was != now


def _post(world: World, bridge: Bridge, urls: list[str], message: bytes) -> None:
    first, others = urls[0], urls[1:]

    def post_others(delivery: Delivery) -> None:
        if delivery.status is None:
            DiagnosticLog(bridge, world.clock).callback_failed()
        went_well = delivery.status in _DELIVERED
        if others and (went_well or not bridge.quirks.stop_after_failed_callback):
            _post(world, bridge, others, message)

    # Which of its ids a bridge gives there is inferred: discovery names it by this one.
    headers = (("User-Agent", f"NukiBridge_{bridge.server_id:08X}"), *_HEADERS)
    world.post(first, headers, message, bridge).when_done(post_others)
