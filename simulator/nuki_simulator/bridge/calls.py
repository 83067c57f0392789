"""One request to a bridge: reading its parameters, and writing answers as a bridge writes them."""

from __future__ import annotations

import json
import re
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import attrs

from nuki_core.datetimes import parse_datetime
from nuki_simulator.messages import HttpResponse
from nuki_simulator.world.journal import Cause, CauseKind

from .diagnostic_log import DiagnosticLog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nuki_core.json import JsonValue
    from nuki_core.model import Model
    from nuki_core.request import Operation
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.devices import Device
    from nuki_simulator.world.world import World

_DECIMAL: Final = re.compile(r"[0-9]{1,10}")
_HEXADECIMAL: Final = re.compile(r"[0-9A-Fa-f]{1,8}")
MEDIA: Final = "application/json;charset=utf-8"
_HEADERS: Final = (
    ("Connection", "Close"),
    ("Content-Type", MEDIA),
    ("Transfer-Encoding", "chunked"),
)
_TIMES: Final = frozenset({"timestamp", "currentTime", "ringactionTimestamp"})
_PHRASES: Final = {HTTPStatus.SERVICE_UNAVAILABLE: "Unavailable"}
CORRUPTION: Final = "\x11"
"""The control character that bridges were seen to put after device names."""


class StatusError(Exception):
    """Raised to have the bridge answer with this status and nothing else."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


@attrs.frozen(eq=False)
class Call:
    """A request that was let in; ``number`` is the one under which the journal knows it.

    ``arrived`` is in seconds since the start of the simulation.
    """

    world: World
    bridge: Bridge
    operation: Operation
    arguments: Mapping[str, str] = attrs.field(repr=False)
    number: int
    arrived: float

    @property
    def cause(self) -> Cause:
        """Attribute to this request what devices do because of it."""
        return Cause(CauseKind.BRIDGE, call=self.number, name="Nuki Bridge")

    @property
    def log(self) -> DiagnosticLog:
        """Where the bridge notes what it does for this request."""
        return DiagnosticLog(self.bridge, self.world.clock)

    def integer(self, name: str, default: int | None = None) -> int:
        """Read a number from the query; refused if it is none, or missing without a default."""
        text = self.arguments.get(name)
        if text is None and default is not None:
            return default
        if text is None or not _DECIMAL.fullmatch(text):
            declared = HTTPStatus.BAD_REQUEST in self.operation.responses
            raise StatusError(HTTPStatus.BAD_REQUEST if declared else HTTPStatus.NOT_FOUND)
        return int(text)

    def device(self) -> Device:
        """Find the paired device that ``nukiId`` and ``deviceType`` name; refused if there is none.

        Ids may be decimal or, as some clients send them, hexadecimal.
        """
        text, ids = self.arguments.get("nukiId", ""), set[int]()
        if _DECIMAL.fullmatch(text):
            ids.add(int(text))
        if _HEXADECIMAL.fullmatch(text):
            ids.add(int(text, 16))
        kind = self.integer("deviceType", default=0)
        for smartlock_id in self.bridge.paired:
            if smartlock_id.nuki_id in ids and smartlock_id.device_type == kind:
                return self.world.devices[smartlock_id]
        raise StatusError(HTTPStatus.NOT_FOUND)


def ok(value: Model | list[Model]) -> HttpResponse:
    """Answer 200 with a model or a list of them."""
    if isinstance(value, list):
        return _json([_offset_times(model.to_dict()) for model in value])
    return _json(_offset_times(value.to_dict()))


def unpaired_token() -> HttpResponse:
    """Answer a wrong token as a software bridge does."""
    return _json({"error": "invalid api token"}, HTTPStatus.UNAUTHORIZED)


def refused(status: HTTPStatus) -> HttpResponse:
    """Refuse in the words of a hardware bridge, as in ``HTTP 401 Unauthorized``."""
    text = f"HTTP {status.value} {_PHRASES.get(status, status.phrase)}"
    return HttpResponse(
        status, text.encode(), (("Connection", "Close"), ("Content-Type", "text/plain"))
    )


def empty(*, no_content: bool) -> HttpResponse:
    """Answer that it is done, without a body."""
    status = HTTPStatus.NO_CONTENT if no_content else HTTPStatus.OK
    return HttpResponse(status, b"", (("Connection", "Close"),))


def _body(value: JsonValue) -> bytes:
    """JSON as a bridge writes it; its control character goes out raw."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace(json.dumps(CORRUPTION)[1:-1], CORRUPTION).encode()


def callback_body(model: Model) -> bytes:
    """Write a callback's body as a bridge does."""
    return _body(_offset_times(model.to_dict()))


def _json(value: JsonValue, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    return HttpResponse(status, _body(value), _HEADERS)


def _offset_times(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        return [_offset_times(element) for element in value]
    if not isinstance(value, dict):
        return value
    shown: dict[str, JsonValue] = {}
    for name, part in value.items():
        moment = parse_datetime(part) if name in _TIMES else None
        if isinstance(moment, datetime):
            shown[name] = moment.replace(microsecond=0).isoformat()
        else:
            shown[name] = _offset_times(part)
    return shown
