"""Firmware versions: an integer in the Web API, dotted text in the Bridge API and in the app."""

from __future__ import annotations

import re
from typing import NamedTuple, Self

from nuki_core.errors import ValidationError

_DOTTED = re.compile(r"(\d{1,3})\.(\d{1,3})\.(\d{1,3})")
_BITS = 8
_HIGHEST = (1 << 3 * _BITS) - 1


class FirmwareVersion(NamedTuple):
    """A version that compares as versions do: ``FirmwareVersion(3, 10, 7) > (3, 9, 0)``.

    The integer is ``major << 16 | minor << 8 | patch``: 199175 is 3.10.7 (worked out from devices).
    """

    major: int
    minor: int
    patch: int

    @classmethod
    def from_int(cls, number: int) -> Self:
        """Read the Web API's ``firmwareVersion``.

        Raises:
            ValidationError: It has more than three bytes, or is negative.
        """
        if not 0 <= number <= _HIGHEST:
            raise ValidationError(f"{number} is no firmware version; expected three bytes")
        return cls(number >> 2 * _BITS, number >> _BITS & 0xFF, number & 0xFF)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``"3.10.7"``.

        Raises:
            ValidationError: It is not three numbers from 0 to 255 with dots between them.
        """
        found = _DOTTED.fullmatch(text.strip())
        parts = tuple(map(int, found.groups())) if found else (256,)
        if max(parts) >> _BITS:
            raise ValidationError(f"{text!r} is no firmware version such as '3.10.7'")
        return cls(*parts)

    def __int__(self) -> int:
        return self.major << 2 * _BITS | self.minor << _BITS | self.patch

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"
