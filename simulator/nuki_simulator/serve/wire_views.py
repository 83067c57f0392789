"""Entries of the wire log as JSON: in a line of a list, and as a whole."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import attrs

from nuki_simulator.messages import Ending

from .replay import (
    SIGNATURE,
    act_as_curl,
    act_as_python,
    arguments,
    as_curl,
    as_python,
)
from .wire import Exchange, Push

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nuki_core.json import JsonObject, JsonValue
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.journal import JournalEntry

    from .simulator import Simulator
    from .wire import AnyEntry, Hand

_SHOWN_BYTES: Final = 16_384
_SHORT: Final = 120
_BEARER: Final = "Bearer "
_WITHHELD: Final = "withheld-as-it-is-none-of-this-house"


def line(simulator: Simulator, entry: AnyEntry) -> JsonObject:
    """Describe an entry in short."""
    found: JsonObject = {
        "number": entry.number,
        "began": entry.began,
        "moment": entry.moment.isoformat(),
        "seconds": None if entry.ended is None else entry.ended - entry.began,
        "failed": entry.failed,
    }
    if isinstance(entry, Exchange):
        return found | _exchange(simulator, entry)
    if isinstance(entry, Push):
        return found | _push(simulator, entry)
    return found | _hand(entry)


def whole(simulator: Simulator, entry: AnyEntry, *, web_url: str, control_url: str) -> JsonObject:
    """Describe an entry with headers and bodies, what it moved, and how to do it again.

    ``web_url`` and ``control_url`` are where the Web API and the control API are.
    """
    found = line(simulator, entry)
    if isinstance(entry, Exchange):
        entry = _without_strange_tokens(simulator, entry)
        base = web_url if entry.bridge is None else entry.bridge.base_url
        request, answer = entry.request, entry.answer
        return found | {
            "sent": {
                "path": request.path,
                "query": _pairs(request.query),
                "headers": _pairs(request.headers.items()),
                "body": _text(request.body),
            },
            "answer": None
            if answer is None
            else {
                "status": answer.status,
                "ending": answer.ending.value,
                "headers": _pairs(answer.headers),
                "body": _text(answer.body),
            },
            "moved": [
                f"{_name(simulator, done)}: {done.event.value}"
                for done in simulator.journal.caused_by(entry.call)
            ],
            "curl": as_curl(entry, base),
            "python": as_python(entry, base),
        }
    if isinstance(entry, Push):
        delivery = entry.delivery
        return found | {
            "sent": {
                "path": delivery.url,
                "query": [],
                "headers": _pairs(delivery.headers),
                "body": _text(delivery.body),
            },
            "answer": None
            if not delivery.done
            else {
                "status": delivery.status or 0,
                "ending": delivery.problem or Ending.COMPLETE.value,
                "headers": [],
                "body": "",
            },
        }
    return found | {"curl": act_as_curl(entry, control_url), "python": act_as_python(entry)}


def _exchange(simulator: Simulator, entry: Exchange) -> JsonObject:
    request, answer, operation = entry.request, entry.answer, entry.operation
    return {
        "kind": "request",
        "api": "web" if entry.bridge is None else "bridge",
        "place": _place(simulator, entry.bridge),
        "method": request.method,
        "path": request.path,
        "operation": None if operation is None else f"{operation.resource}.{operation.name}",
        "arguments": {name: _short(value) for name, value in arguments(entry).items()},
        "sender": " from ".join(filter(None, (request.headers.get("user-agent"), request.peer))),
        "fault": entry.fault.value if entry.fault else "",
        "status": None if answer is None else answer.status,
        "ending": None if answer is None else answer.ending.value,
    }


def _push(simulator: Simulator, entry: Push) -> JsonObject:
    delivery = entry.delivery
    return {
        "kind": "push",
        "api": "web" if delivery.bridge is None else "bridge",
        "place": _place(simulator, delivery.bridge),
        "method": "POST",
        "path": delivery.url,
        "operation": "webhook" if delivery.bridge is None else "callback",
        "arguments": {},
        "sender": _place(simulator, delivery.bridge),
        "fault": delivery.fault,
        "status": delivery.status,
        "ending": delivery.problem or (Ending.COMPLETE.value if delivery.done else None),
    }


def _hand(entry: Hand) -> JsonObject:
    return {
        "kind": "hand",
        "api": "",
        "place": f"{entry.place} {entry.key}".strip(),
        "method": "",
        "path": "",
        "operation": entry.act,
        "arguments": {**entry.arguments},
        "sender": "",
        "fault": "",
        "status": None,
        "ending": entry.problem or Ending.COMPLETE.value,
    }


def _place(simulator: Simulator, bridge: Bridge | None) -> str:
    if bridge is None:
        return "Web API"
    if bridge not in simulator.bridges:
        return "Bridge of an earlier house"
    return f"Bridge {simulator.bridges.index(bridge) + 1}"


def _name(simulator: Simulator, done: JournalEntry) -> str:
    device = simulator.devices.get(done.smartlock_id)
    return device.name if device else done.smartlock_id.hex


def _short(value: JsonValue) -> JsonValue:
    text = value if isinstance(value, str) else repr(value)
    return value if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _text(content: bytes) -> str:
    shown = content[:_SHOWN_BYTES].decode(errors="replace")
    left = len(content) - _SHOWN_BYTES
    return shown if left <= 0 else f"{shown}… and {left} bytes more"


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[JsonValue]:
    return [[name, value] for name, value in pairs]


def _without_strange_tokens(simulator: Simulator, entry: Exchange) -> Exchange:
    """Withhold tokens that are none of this house: somebody's real one may have come by mistake."""
    own = {*simulator.tokens, *(bridge.token for bridge in simulator.bridges)}
    request = entry.request
    refused = entry.answer is not None and entry.answer.status == HTTPStatus.UNAUTHORIZED
    headers = dict(request.headers)
    if headers.get("authorization", "").removeprefix(_BEARER) not in own | {""}:
        headers["authorization"] = f"{_BEARER}{_WITHHELD}"
    query = tuple(
        (name, _WITHHELD if name in SIGNATURE and refused and value not in own else value)
        for name, value in request.query
    )
    return attrs.evolve(entry, request=attrs.evolve(request, headers=headers, query=query))
