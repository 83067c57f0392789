"""Path and query values, read as the types that the operation declares."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Final

from nuki import web
from nuki_core.datetimes import parse_datetime
from nuki_core.enums import OpenIntEnum
from nuki_core.ids import DeviceType, SmartlockId

from .refusals import invalid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from nuki_core.request import Operation, Parameter

_INTEGER: Final = re.compile(r"-?[0-9]{1,19}")
_LIST: Final = re.compile(r"list\[(.+)\]")
_BOOLEANS: Final = {"true": True, "1": True, "false": False, "0": False}


def read_arguments(
    operation: Operation, path_values: Mapping[str, str], query: Iterable[tuple[str, str]]
) -> dict[str, object]:
    """The arguments of a call by their Python names; those not sent are absent.

    Raises:
        Refused: 400, a value is not of its parameter's type, or a required one is missing.
    """
    given = {**dict(query), **path_values}
    found: dict[str, object] = {}
    for parameter in operation.parameters:
        if parameter.wire_name in given:
            found[parameter.name] = _read(parameter, given[parameter.wire_name])
        elif parameter.required:
            raise invalid(None, parameter.wire_name)
    return found


def _read(parameter: Parameter, text: str) -> object:
    try:
        if many := _LIST.fullmatch(parameter.type):
            return [_reader(many[1])(element) for element in text.split(",") if element]
        return _reader(parameter.type)(text)
    except ValueError:
        raise invalid(text, parameter.wire_name) from None


def _reader(kind: str) -> Callable[[str], object]:
    if kind in _READERS:
        return _READERS[kind]
    enum = getattr(web, kind)
    return lambda text: enum(_integer(text) if issubclass(enum, OpenIntEnum) else text)


def _integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _boolean(text: str) -> bool:
    if text.lower() not in _BOOLEANS:
        raise ValueError(text)
    return _BOOLEANS[text.lower()]


def _moment(text: str) -> datetime:
    # A plus sign that nobody percent-encoded arrives as a blank.
    found = parse_datetime(text.replace(" ", "+"))
    if not isinstance(found, datetime):
        raise ValueError(text)  # noqa: TRY004 - the value is wrong, not the program
    return found


_READERS: Final[dict[str, Callable[[str], object]]] = {
    "int": _integer,
    "str": str,
    "bool": _boolean,
    "datetime": _moment,
    "SmartlockId": lambda text: SmartlockId(_integer(text)),
    "DeviceType": lambda text: DeviceType(_integer(text)),
    # Which of the two enums applies follows from each entry's device type; the number suffices.
    "LogAction | OpenerLogAction": _integer,
}
