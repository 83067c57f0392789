"""A rental automation: a keypad code for each booking, on each of its doors, while it lasts.

Give it the bookings as JSON; run it as often as you like: what is done already is left alone.

    NUKI_API_TOKEN=... python rentals.py bookings.json > codes.json

    [{"id": "B17", "guest": "Anna", "doors": ["Front door", "Flat 3"],
      "check_in": "2026-03-28T15:00", "check_out": "2026-03-30T11:00"}]
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from nuki import Device, Home, NukiError, Validity, WebClient, to_csv

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PREFIX = "Booking "  # codes of other names are none of ours


class Booking(NamedTuple):
    """Who stays where, from when to when on the clock of the doors."""

    id: str
    guest: str
    doors: list[str]
    valid: Validity

    @classmethod
    def read(cls, found: Mapping[str, Any]) -> Self:
        """Read a booking; ``ValueError`` if it ends before it begins, or misses a time."""
        check_in, check_out = (str(found.get(key)) for key in ("check_in", "check_out"))
        valid = Validity(datetime.fromisoformat(check_in), datetime.fromisoformat(check_out))
        return cls(str(found["id"]), str(found["guest"]), [*map(str, found["doors"])], valid)

    @property
    def name(self) -> str:
        """The name of its codes, which have at most 20 characters."""
        return f"{PREFIX}{self.id}"[:20]


class Rentals:
    """Keeps the codes of a house in step with its bookings."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def keep(self, bookings: Iterable[Booking]) -> dict[str, dict[str, object]]:
        """Add and change what is to be there, and remove what is over; a report per booking."""
        wanted = {booking.name: booking for booking in bookings}
        report = {booking.id: self._add(booking) for booking in wanted.values()}
        for name in self._names() - set(wanted):
            gone = self._home.remove_code(name)
            report[name.removeprefix(PREFIX)] = {
                "removed": [door.name for door in gone.done],
                "problems": {door.name: str(error) for door, error in gone.failed.items()},
            }
        return report

    def _add(self, booking: Booking) -> dict[str, object]:
        doors, problems = list[Device](), dict[str, str]()
        for name in booking.doors:
            try:
                doors.append(self._home.device(name))
            except NukiError as error:
                problems[name] = str(error)
        added = self._home.add_code(booking.name, valid=booking.valid, doors=doors)
        problems |= {door.name: str(error) for door, error in added.failed.items()}
        problems |= {door.name: why for door, why in added.skipped.items()}
        works = [*added.already, *added.done]
        return {
            "guest": booking.guest,
            "code": added.code.digits if added.code else None,
            "doors": sorted(door.name for door in works),
            "problems": problems,
        }

    def _names(self) -> set[str]:
        """The names of all codes that are ours."""
        entries = (entry for door in self._home.devices() for entry in door.codes.list())
        return {entry.name for entry in entries if entry.name and entry.name.startswith(PREFIX)}

    def visits(self, door: str, days: int = 7) -> str:
        """Who came when, as CSV."""
        since = datetime.now(UTC) - timedelta(days=days)
        return to_csv(self._home.device(door).log(since=since))


if __name__ == "__main__":
    read = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with Home(WebClient()) as home:
        json.dump(Rentals(home).keep(map(Booking.read, read)), sys.stdout, indent=2)
