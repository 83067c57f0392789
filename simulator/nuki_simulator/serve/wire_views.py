"""Entries of the wire log as JSON: in a line of a list, and as a whole."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeAlias

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

    from .simulator import Simulator
    from .wire import AnyEntry

    _Pairs: TypeAlias = Iterable[tuple[str, str]]

_SHOWN_BYTES: Final = 16_384
_SHORT: Final = 120
_PLACES: Final = {"devices": "{}", "bridges": "Bridge {}", "house": "House"}
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
        request, answer, operation = entry.request, entry.answer, entry.operation
        shown: dict[str, JsonValue] = {}
        for name, value in arguments(entry).items():
            text = value if isinstance(value, str) else repr(value)
            shown[name] = value if len(text) <= _SHORT else f"{text[:_SHORT]}…"
        found |= {
            "kind": "request",
            "api": "web" if entry.bridge is None else "bridge",
            "place": _place(simulator, entry.bridge),
            "method": request.method,
            "path": request.path,
            "operation": None if operation is None else f"{operation.resource}.{operation.name}",
            "arguments": shown,
            "sender": " from ".join(
                filter(None, (request.headers.get("user-agent"), request.peer))
            ),
            "fault": entry.fault.value if entry.fault else "",
            "status": None if answer is None else answer.status,
            "ending": None if answer is None else answer.ending.value,
        }
    elif isinstance(entry, Push):
        delivery = entry.delivery
        found |= {
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
    else:
        found |= {
            "kind": "hand",
            "api": "",
            "place": _PLACES[entry.place].format(entry.key),
            "method": "",
            "path": "",
            "operation": entry.act,
            "arguments": {**entry.arguments},
            "sender": "",
            "fault": "",
            "status": None,
            "ending": entry.problem or Ending.COMPLETE.value,
        }
    return found


def whole(simulator: Simulator, entry: AnyEntry, *, web_url: str, control_url: str) -> JsonObject:
    """Describe an entry with headers and bodies, what it moved, and how to do it again.

    ``web_url`` and ``control_url`` are where the Web API and the control API are.
    """
    found = line(simulator, entry)
    if isinstance(entry, Exchange):
        entry = _without_strange_tokens(simulator, entry)
        base = web_url if entry.bridge is None else entry.bridge.base_url
        request, answer = entry.request, entry.answer
        moved: list[JsonValue] = []
        for done in simulator.journal.caused_by(entry.call):
            device = simulator.devices.get(done.smartlock_id)
            name = device.name if device else done.smartlock_id.hex
            moved.append(f"{name}: {done.event.value}")
        found |= {"moved": moved, "curl": as_curl(entry, base), "python": as_python(entry, base)}
        found["sent"] = _sent(request.path, request.query, request.headers.items(), request.body)
        found["answer"] = None
        if answer is not None:
            ending = answer.ending.value
            found["answer"] = _came_back(answer.status, ending, answer.headers, answer.body)
        return found
    if isinstance(entry, Push):
        delivery = entry.delivery
        found["sent"] = _sent(delivery.url, (), delivery.headers, delivery.body)
        ending = delivery.problem or Ending.COMPLETE.value
        found["answer"] = _came_back(delivery.status or 0, ending) if delivery.done else None
        return found
    return found | {"curl": act_as_curl(entry, control_url), "python": act_as_python(entry)}


def _sent(path: str, query: _Pairs, headers: _Pairs, body: bytes) -> JsonObject:
    return {
        "path": path,
        "query": _listed(query),
        "headers": _listed(headers),
        "body": _text(body),
    }


def _came_back(status: int, ending: str, headers: _Pairs = (), body: bytes = b"") -> JsonObject:
    return {"status": status, "ending": ending, "headers": _listed(headers), "body": _text(body)}


def _listed(pairs: _Pairs) -> list[JsonValue]:
    return [[name, value] for name, value in pairs]


def _place(simulator: Simulator, bridge: Bridge | None) -> str:
    if bridge is None:
        return "Web API"
    if bridge not in simulator.bridges:
        return "Bridge of an earlier house"
    return f"Bridge {simulator.bridges.index(bridge) + 1}"


def _text(content: bytes) -> str:
    shown = content[:_SHOWN_BYTES].decode(errors="replace")
    left = len(content) - _SHOWN_BYTES
    return shown if left <= 0 else f"{shown}… and {left} bytes more"


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
