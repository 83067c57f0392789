"""Device ids: the integer of the Web API, the one of the Bridge API, and the hex id people see.

A Web API ``smartlockId`` is ``device type << 32 | hex id`` (Key API Concepts, "Smart Lock ID");
the Bridge API's ``nukiId`` is its low 32 bits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Generic, Self, TypeVar

from .enums import OpenIntEnum
from .errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_DEVICE_BITS = 32
_DEVICE_MASK = (1 << _DEVICE_BITS) - 1
_SHARED_IDS = 1024
_HEX_ID = re.compile(r"[0-9A-Fa-f]{1,8}")


class DeviceType(OpenIntEnum):
    """What kind of device an id belongs to (Web API 4.10.0, ``Smartlock.type``).

    The Bridge API knows 0, 2, 3 and 4; a fourth-generation lock reports 4 there too.
    """

    SMART_LOCK = 0
    """Smart Lock, first and second generation."""
    BOX = 1
    OPENER = 2
    SMART_DOOR = 3
    SMART_LOCK_3 = 4
    """Smart Lock, third and fourth generation."""
    SMART_LOCK_5 = 5
    """Smart Lock, fifth generation: Go, Pro and Ultra."""


class NukiId(int):
    """A device's 32-bit id as the Bridge API counts it; any integer is accepted in its place."""

    __slots__ = ()

    @classmethod
    def from_hex(cls, text: str) -> Self:
        """Read the id printed in the app, ``"1A2B3C4D"``; at most eight hex digits."""
        return cls(_hex_id(text))

    @property
    def hex(self) -> str:
        """The id as the app prints it: eight upper-case hex digits, zero-padded."""
        return f"{self & _DEVICE_MASK:08X}"

    def smartlock_id(self, device_type: int) -> SmartlockId:
        """The Web API's id of the same device, which also says what type the device is."""
        return SmartlockId(device_type << _DEVICE_BITS | (self & _DEVICE_MASK))


class SmartlockId(int):
    """A device's id as the Web API counts it; any integer is accepted in its place."""

    __slots__ = ()

    @classmethod
    def from_hex(cls, text: str, device_type: int) -> Self:
        """Read the id printed in the app; the device type goes in front of its eight digits."""
        return cls(device_type << _DEVICE_BITS | _hex_id(text))

    @property
    def hex(self) -> str:
        """The id as the app prints it: eight upper-case hex digits, zero-padded, without type."""
        return self.nuki_id.hex

    @property
    def device_type(self) -> DeviceType:
        """The type of the device, read from the bits above the hex id."""
        return DeviceType(self >> _DEVICE_BITS)

    @property
    def nuki_id(self) -> NukiId:
        """The Bridge API's id of the same device."""
        return NukiId(self & _DEVICE_MASK)


class _Shared(dict[int, T], Generic[T]):
    """Ids of answers: an account has few devices and many log entries, equal ones share one."""

    __slots__ = ("_kind",)

    def __init__(self, kind: Callable[[int], T]) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, value: int) -> T:
        if len(self) >= _SHARED_IDS:
            self.clear()
        found = self[value] = self._kind(value)
        return found


# Bound once, this is a third of the time of a cached function.
shared_nuki_id: Final = _Shared(NukiId).__getitem__
shared_smartlock_id: Final = _Shared(SmartlockId).__getitem__


def _hex_id(text: str) -> int:
    if not _HEX_ID.fullmatch(text):
        message = f"a Nuki id is one to eight hex digits such as '1A2B3C4D', not {text!r}"
        raise ValidationError(message)
    return int(text, 16)


def device_type_in(smartlock_id: object) -> int | None:
    """The device type inside the Web API's id, given as a number or as its digits."""
    if isinstance(smartlock_id, str) and smartlock_id.isdecimal():
        smartlock_id = int(smartlock_id)
    return smartlock_id >> _DEVICE_BITS if isinstance(smartlock_id, int) else None


def device_type_of(declared: object, smartlock_id: object = None) -> int:
    """The device type that decides which enums apply to an object.

    Entries masked for want of a Smart Hosting subscription declare type 0 whatever the device is
    (Nuki Web API v.1.5.0, "Smart Hosting"), so a declared 0 yields to the type inside the id.
    """
    if isinstance(declared, int) and declared:
        return declared
    return smartlock_id >> _DEVICE_BITS if isinstance(smartlock_id, int) else 0
