"""Path and query values, checked against the types that the operation declares.

Type checkers see most of this; what is checked here are values that only turn up at run time, and
the mistakes that types cannot show: an id of the other API, or one that is still text.
"""

from __future__ import annotations

import re
from functools import cache
from reprlib import Repr
from typing import TYPE_CHECKING, Any

from .errors import ValidationError
from .request import is_text

if TYPE_CHECKING:
    from .request import Parameter, Request

_SHORT = Repr()
_SHORT.maxstring = 60
_INTEGER = re.compile(r"-?[0-9]+")
_INTEGERS = frozenset({"int", "DeviceType", "NukiId", "SmartlockId"})
_NUKI_IDS = range(1 << 32)
_SMARTLOCK_IDS = range(1 << 40)


def check_parameters(request: Request[Any]) -> None:
    """Check path and query of a request.

    Raises:
        ValidationError: Values do not fit; the text names every one of them.
    """
    operation = request.operation
    if not operation.parameters:
        return
    given = dict(request.query)  # what was written, by the names in the URL
    if names := _names_in_path(operation.path):
        segments = request.path.split("/")
        given |= {name: segments[n] for n, name in names if n < len(segments)}
    faults: list[str] = []
    for parameter in operation.parameters:
        value = given.get(parameter.wire_name)
        if parameter.location == "body" or (value is None and not parameter.required):
            continue
        if fault := "is missing" if value is None else _fault(parameter, value):
            faults.append(f"{parameter.name} {fault}")
    if operation.any_of:
        named = {each.name for each in operation.parameters if each.wire_name in given}
        if named.isdisjoint(operation.any_of):
            faults.append(f"give {' or '.join(operation.any_of)}")
    if faults:
        raise ValidationError(f"{operation}: {'; '.join(faults)}", operation=str(operation))


@cache
def _names_in_path(path: str) -> tuple[tuple[int, str], ...]:
    """The parameters of a path by the number of their segment."""
    return tuple(
        (number, segment[1:-1])
        for number, segment in enumerate(path.split("/"))
        if segment.startswith("{")
    )


def _fault(parameter: Parameter, value: str) -> str:
    kind = parameter.type
    if kind.startswith("list[") and not value:
        return "is empty; leave it out, or name what to filter for"
    if kind not in _INTEGERS:
        return "" if is_text(value) else "holds characters that are no text"
    # Most have no sign; looking for one takes a third of the check.
    if not (value.isdigit() and value.isascii()) and not _INTEGER.fullmatch(value):
        return f"must be an integer, not {_SHORT.repr(value)}" + _HINTS.get(kind, "")
    if kind == "NukiId" and int(value) not in _NUKI_IDS:
        return f"is {value}, no 32-bit id; for a Web API smartlockId use SmartlockId(...).nuki_id"
    if kind == "SmartlockId" and int(value) not in _SMARTLOCK_IDS:
        return f"is {value}, which cannot be the id of a device"
    return ""


_HINTS = {
    "NukiId": "; NukiId.from_hex() reads the id that the app shows",
    "SmartlockId": "; SmartlockId.from_hex() reads the id that the app shows",
}
