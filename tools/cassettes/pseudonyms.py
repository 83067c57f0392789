"""Made-up values in the place of real ones; equal values get equal pseudonyms within a recording.

They are numbered in the order in which the real values turn up. A digest of a six-digit code would
give the code away; a number does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final

_FIRST_MOMENT: Final = datetime(2026, 1, 1, tzinfo=UTC)
_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)( ?T| )(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?")
_HEXADECIMAL: Final = re.compile(r"[0-9a-f]{8,}")
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_CODE: Final = 6
_SMALL: Final = 1000
"""Numbers below this identify nobody: slots, counts, and 0 for none."""


class Pseudonyms:
    """The pseudonyms of a recording, by kind of value."""

    def __init__(self) -> None:
        self._numbers: dict[str, dict[object, int]] = defaultdict(dict)
        self._delay: timedelta | None = None

    def secret(self, value: int | str) -> int | str:
        """For a token, password, code or PIN; digits stay as many digits, none of them 0."""
        text = str(value)
        if is_number(text) and (isinstance(value, str) or value >= _SMALL):
            # Counts down from 99...9, leaving out what has a 0; keypads know no such digit.
            digits, rest = "", self._number("digits", text) - 1
            for _ in text:
                rest, digit = divmod(rest, 9)
                digits = str(9 - digit) + digits
            return digits if isinstance(value, str) else int(digits)
        return (
            f"secret-{self._number('secret', text)}" if isinstance(value, str) and text else value
        )

    def device_id(self, value: int) -> int:
        """For a ``smartlockId`` or ``nukiId``: one device has the same low 32 bits in both."""
        kind, low = value >> 32, value & 0xFFFF_FFFF
        return (kind << 32) + 0x1000_0000 + self._number("device", low) if low >= _SMALL else value

    def id(self, value: int | str) -> int | str:
        """For any other id, of the same form."""
        if isinstance(value, int):
            return value if abs(value) < _SMALL else 5_000_000 + self._number("id", value)
        if not value or (is_number(value) and int(value) < _SMALL):
            return value
        number = self._number("text id", value)
        if _UUID.fullmatch(value):
            return f"00000000-0000-4000-8000-{number:012x}"
        if is_number(value):
            return str(5_000_000 + number)
        return f"{number:0{len(value)}x}" if _HEXADECIMAL.fullmatch(value) else f"id-{number}"

    def coordinate(self, value: float) -> float:
        """For a latitude or longitude."""
        if not value:
            return value
        number = self._number("coordinate", value)
        return 50 + (number / 100 if isinstance(value, float) else number)

    def text(self, value: str) -> str:
        """For a name, address, URL, e-mail address, or whatever else somebody may have written."""
        if not value.strip():
            return value
        if found := _MOMENT.fullmatch(value):
            with suppress(ValueError, OverflowError):  # the 31st of February is a text
                day, blank, time, fraction, zone = found.groups()
                moment = datetime.fromisoformat(f"{day}T{time}{zone or 'Z'}")
                # The same time from the first one on, in the same spelling.
                if self._delay is None:
                    self._delay = _FIRST_MOMENT - moment
                moved = moment + self._delay
                return f"{moved:%Y-%m-%d}{blank}{moved:%H:%M:%S}{fraction or ''}{zone or ''}"
        if "://" in value:
            scheme = value.partition("://")[0]
            return f"{scheme}://host-{self._number('url', value)}.example.com/"
        if "@" in value:
            return f"person-{self._number('e-mail', value.lower())}@example.com"
        if re.fullmatch(r"\d{1,3}(\.\d{1,3}){3}", value):
            return f"192.0.2.{self._number('ip', value)}"
        return f"text-{self._number('text', value)}"

    def sensitive_values(self) -> set[str]:
        """The real values that may occur nowhere in a recording.

        Shorter numbers than codes are left out: a PIN of 2026 is also a year.
        """
        kinds = ("digits", "secret", "e-mail", "coordinate")
        found = {str(value) for kind in kinds for value in self._numbers[kind]}
        low = [int(str(value)) for value in self._numbers["device"]]
        ids = {str((kind << 32) + each) for each in low for kind in range(8)}
        longer = {value for value in found if not is_number(value) or len(value) >= _CODE}
        return longer | ids | {f"{each:08X}" for each in low}

    def _number(self, what: str, value: object) -> int:
        known = self._numbers[what]
        return known.setdefault(value, len(known) + 1)


def is_number(text: str) -> bool:
    """Whether a text is digits, as JSON has them; Unicode knows more."""
    return text.isascii() and text.isdigit()
