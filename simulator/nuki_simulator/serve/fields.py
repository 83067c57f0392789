"""What may stand in a scenario file: tables, keys, and how their values are read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from nuki import bridge, web
from nuki.bridge import BridgeType
from nuki.firmware import FirmwareVersion
from nuki_core.errors import ValidationError
from nuki_core.ids import DeviceType, NukiId
from nuki_simulator.world.bridges import Quirks
from nuki_simulator.world.devices import Mechanics

from .faults import FaultKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@attrs.frozen
class Field:
    """One key: what is expected of its value, and the function that reads it or raises."""

    expected: str
    read: Callable[[Any], object] = attrs.field(repr=False)
    required: bool = False


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _integer(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _seconds(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not value >= 0:
        raise ValueError(value)
    return float(value)


def _signed_seconds(value: object) -> timedelta:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError
    return timedelta(seconds=value)


def _probability(value: object) -> float:
    found = _seconds(value)
    if found > 1:
        raise ValueError(found)
    return found


def _within(lowest: int, highest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        found = _integer(value)
        if not lowest <= found <= highest:
            raise ValueError(found)
        return found

    return read


def _moment(value: object) -> datetime:
    if not isinstance(value, datetime):
        raise TypeError
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(element) for element in cast("list[object]", value))


def _hexadecimal_id(value: object) -> NukiId:
    return NukiId.from_hex(_text(value))


def _version(value: object) -> FirmwareVersion:
    return FirmwareVersion.parse(_text(value))


def _member(names: Mapping[str, object]) -> Callable[[object], object]:
    def read(value: object) -> object:
        return names[_text(value)]

    return read


def _one_of(names: Mapping[str, object], *, required: bool = False) -> Field:
    return Field("one of " + ", ".join(names), _member(names), required)


TEXT: Final = Field("a text", _text)
NAME: Final = Field("a text", _text, required=True)
BOOLEAN: Final = Field("true or false", _boolean)
INTEGER: Final = Field("an integer", _integer)
SECONDS: Final = Field("a number of seconds, 0 or more", _seconds)
TEXTS: Final = Field("a list of texts", _texts)
_VERSION: Final = Field('a version such as "3.10.7"', _version)
_PORT: Final = Field("a port from 1 to 65535", _within(1, 65_535))
_COUNT: Final = Field("an integer, 1 or more", _within(1, 1 << 31))
_OPERATIONS: Final = {
    f"{operation.resource}.{operation.name}": f"{operation.resource}.{operation.name}"
    for operation in (*bridge.OPERATIONS, *web.OPERATIONS)
}
_OPERATION: Final = Field(
    'an operation such as "device.act" or "smartlock.lock"', _member(_OPERATIONS)
)
_BY_ANNOTATION: Final = {
    "float": SECONDS,
    "float | None": SECONDS,
    "int": Field("an integer, 0 or more", _within(0, 1 << 31)),
    "bool": BOOLEAN,
    "frozenset[str]": Field("a list of texts", lambda value: frozenset(_texts(value))),
}


def _fields_of(kind: type[attrs.AttrsInstance]) -> dict[str, Field]:
    return {field.name: _BY_ANNOTATION[str(field.type)] for field in attrs.fields(kind)}


TABLES: Final[Mapping[str, Mapping[str, Field]]] = {
    "": {
        "seed": INTEGER,
        "start": Field("a date and time such as 2026-03-02T07:00:00Z", _moment),
    },
    "network": {
        "delay": SECONDS,
        "loss": Field("a probability from 0 to 1", _probability),
    },
    "account": {"name": TEXT, "email": TEXT},
    "token": {"text": NAME, "scopes": TEXTS},
    "bridge": {
        "token": TEXT,
        "type": _one_of({kind.name: kind for kind in BridgeType}),
        "firmware": _VERSION,
        "ip": TEXT,
        "port": _PORT,
        "clock_offset": Field("a number of seconds", _signed_seconds),
    },
    "bridge.quirks": _fields_of(Quirks),
    "device": {
        "type": _one_of({kind.name: kind for kind in DeviceType}, required=True),
        "name": NAME,
        "id": Field('one to eight hex digits such as "1A2B3C4D"', _hexadecimal_id),
        "firmware": _VERSION,
        "keypad": BOOLEAN,
        "door_sensor": BOOLEAN,
        "online": BOOLEAN,
        "jammed": BOOLEAN,
        "battery": Field("a percentage from 0 to 100", _within(0, 100)),
        "bridge": Field("the number of a [[bridge]], 1 for the first", _within(1, 1 << 31)),
    },
    "device.mechanics": _fields_of(Mechanics),
    "device.code": {
        "name": NAME,
        "code": Field("six digits", _within(100_000, 999_999), required=True),
    },
    "fault": {
        "kind": _one_of({kind.value: kind for kind in FaultKind}, required=True),
        "api": _one_of({"bridge": "bridge", "web": "web"}),
        "resource": TEXT,
        "operation": _OPERATION,
        "nth": _COUNT,
        "times": _COUNT,
        "seconds": SECONDS,
    },
}
"""By name of the table; the keys of the file's beginning stand under ``""``."""

LISTS: Final = frozenset({"token", "bridge", "device", "device.code", "fault"})
"""Tables that are written with double brackets, as often as wanted."""

MISFITS: Final = (TypeError, ValueError, KeyError, ValidationError)
"""What a field's ``read`` raises when a value is not as expected."""
