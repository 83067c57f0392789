"""Arguments as callers pass them, checked for what only the object itself tells: its class.

Once it stands in a path, a query or a body, an id or a member of an enum is a number like any
other: the Opener's "ring to open" unlocks a door. Plain integers pass, whoever writes one knows it.
"""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Any, Final, NoReturn

from .datetimes import moment_fault
from .declared import declared_fields
from .enums import OpenValue
from .errors import ValidationError
from .ids import DeviceType, NukiId, SmartlockId
from .lazy_attrs import frozen
from .unset import Unset

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from .request import Operation

_OF_A_KIND: Final = (OpenValue, NukiId, SmartlockId)
_SEVERAL: Final = (list, tuple, set, frozenset)
_SCALARS: Final = (int, str, float, NoneType, Unset)
_OTHERWISE: Final[dict[type[Any], str]] = {
    NukiId: "nuki_id.smartlock_id(device_type) makes one of a NukiId",
    SmartlockId: "smartlock_id.nuki_id is the one of a SmartlockId",
}


@frozen
class EnumByDeviceType:
    """The enums of a value that means different things on different devices."""

    default: type[OpenValue]
    others: Mapping[int, type[OpenValue]]

    def of(self, device_type: int | None) -> tuple[type[OpenValue], ...]:
        """The enum for a device of this type; all of them if nobody says which device it is."""
        if device_type is None:
            return (self.default, *self.others.values())
        return (self.others.get(device_type, self.default),)


def check_id(operation: Operation, name: str, value: object, kind: type[Any]) -> None:
    """Check an id: one of this kind, or a number.

    Raises:
        ValidationError: It is an id of the other API, or no id at all.
    """
    if isinstance(value, kind):
        return
    if isinstance(value, (NukiId, SmartlockId)):
        given = type(value)
        _refuse(operation, f"{name} must be a {kind.__name__}: {_OTHERWISE[given]}")
    if isinstance(value, (bool, OpenValue)) or not isinstance(value, (int, str)):
        # Only its class: a whole device would bring its coordinates into the text.
        _refuse(operation, f"{name} must be a {kind.__name__}, not a {type(value).__name__}")


def check_member(
    operation: Operation,
    name: str,
    value: object,
    kinds: tuple[type[Any], ...],
    device_type: object = None,
) -> None:
    """Check a member of an enum or an id, or several: of one of these kinds, or a plain value.

    Raises:
        ValidationError: It is of another kind.
    """
    if fault := _fault(name, value, kinds, device_type):
        _refuse(operation, fault)


def check_moment(operation: Operation, name: str, value: object) -> None:
    """Check a date-time; ``None`` is not sent.

    Raises:
        ValidationError: It is no date-time, or has no time zone.
    """
    if value is not None and (fault := moment_fault(value)):
        _refuse(operation, f"{name} {fault}")


def check_period(
    operation: Operation, start: str, first: datetime | None, end: str, last: datetime | None
) -> None:
    """Check that a period, of two arguments with these names, ends after it begins.

    Raises:
        ValidationError: It does not.
    """
    if first is not None and last is not None and last < first:
        _refuse(operation, f"{end} is before {start}")


def check_body(operation: Operation, body: object, device_type: int | None = None) -> None:
    """Check members and ids in a model, or in several, for a device of this type.

    Raises:
        ValidationError: Some are not of the kinds that their fields declare; the text names all.
    """
    if faults := list(_faults(body, "", device_type)):
        _refuse(operation, "; ".join(faults))


def _faults(value: Any, where: str, device_type: int | None) -> Iterator[str]:
    if isinstance(value, _SEVERAL):
        elements: list[Any] = [*value]
        for number, element in enumerate(elements):
            yield from _faults(element, f"{where.rstrip('.')}[{number}].", device_type)
        return
    choices: Mapping[str, EnumByDeviceType] | None = getattr(value, "enums_by_device_type", None)
    if choices is None:  # it is no model
        return
    for field in declared_fields(value.__class__):
        found = getattr(value, field.name)
        if field.kinds:
            choice = choices.get(field.name)
            kinds = field.kinds if choice is None else choice.of(device_type)
            type_ = None if choice is None else device_type
            if fault := _fault(f"{where}{field.name}", found, kinds, type_):
                yield fault
        elif not isinstance(found, _SCALARS):
            yield from _faults(found, f"{where}{field.name}.", device_type)


def _fault(name: str, value: object, kinds: tuple[type[Any], ...], device_type: object) -> str:
    if isinstance(value, _SEVERAL):
        elements: list[Any] = [*value]
        faults = (_fault(name, each, kinds, device_type) for each in elements)
        return next(filter(None, faults), "")
    given = type(value)
    if not kinds or given in kinds or not isinstance(value, _OF_A_KIND):
        return ""
    expected = " or ".join(kind.__name__ for kind in kinds)
    shown = str(value) if isinstance(value, OpenValue) else f"a {given.__name__}"
    if any(kind.__name__ == given.__name__ for kind in kinds):
        return f"{name} is {shown} of the other API, which counts otherwise; take this one's"
    if isinstance(device_type, int):
        device = DeviceType(device_type)
        return f"{name} is {shown}, and a device of {device} takes {expected}"
    return f"{name} is {shown}; expected is {expected}"


def _refuse(operation: Operation, fault: str) -> NoReturn:
    raise ValidationError(f"{operation}: {fault}", operation=str(operation))
