"""How a bridge writes its answers: JSON with blanks, times with an offset, refusals as text."""

from __future__ import annotations

import json
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from nuki_core.datetimes import parse_datetime
from nuki_simulator.messages import Answer

if TYPE_CHECKING:
    from nuki_core.json import JsonValue
    from nuki_core.model import Model

_MEDIA: Final = "application/json;charset=utf-8"
_TIMES: Final = frozenset({"timestamp", "currentTime", "ringactionTimestamp"})
_PHRASES: Final = {HTTPStatus.SERVICE_UNAVAILABLE: "Unavailable"}
CORRUPTION: Final = "\x11"
"""The control character that bridges were seen to put after device names."""


def ok(value: Model | list[Model]) -> Answer:
    """200 with a model or a list of them."""
    if isinstance(value, list):
        return _json([_offset_times(model.to_dict()) for model in value])
    return _json(_offset_times(value.to_dict()))


def unpaired_token() -> Answer:
    """How a software bridge answers a wrong token."""
    return _json({"error": "invalid api token"}, HTTPStatus.UNAUTHORIZED)


def refused(status: HTTPStatus) -> Answer:
    """A refusal in the words of a hardware bridge, ``HTTP 401 Unauthorized``."""
    text = f"HTTP {status.value} {_PHRASES.get(status, status.phrase)}"
    return Answer(status, text.encode(), (("Connection", "Close"), ("Content-Type", "text/plain")))


def empty(*, no_content: bool) -> Answer:
    """Done, with nothing to say."""
    status = HTTPStatus.NO_CONTENT if no_content else HTTPStatus.OK
    return Answer(status, b"", (("Connection", "Close"),))


def body(value: JsonValue) -> bytes:
    """JSON as a bridge writes it; its control character goes out raw."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace(json.dumps(CORRUPTION)[1:-1], CORRUPTION).encode()


def callback_body(model: Model) -> bytes:
    """What a bridge posts to a callback's URL."""
    return body(_offset_times(model.to_dict()))


def _json(value: JsonValue, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    return Answer(status, body(value), (("Connection", "Close"), ("Content-Type", _MEDIA)))


def _offset_times(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        return [_offset_times(element) for element in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _second(part) if name in _TIMES else _offset_times(part)
        for name, part in value.items()
    }


def _second(value: JsonValue) -> JsonValue:
    moment = parse_datetime(value)
    if not isinstance(moment, datetime):
        return value
    return moment.replace(microsecond=0).isoformat()
