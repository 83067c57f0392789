"""What the devices physically did that morning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.table import Table

if TYPE_CHECKING:
    from nuki_simulator import JournalEntry

    from .house import House
    from .report import Report

_DOOR: Final = [
    "the latch was held back (keypad, Cleaner)",
    "the door opened (door)",
    "the door closed (door)",
    "the bolt went out (bridge, Nuki Bridge)",
    "the bolt went in (bridge, Nuki Bridge)",
    "the bolt went out (web, Owner)",
]
_INTERCOM: Final = [
    "ring to open or continuous mode was switched (bridge, Nuki Bridge)",
    "the bell rang (bell)",
    "the strike was released (bell)",
    "ring to open or continuous mode was switched (bell)",
]


def look_back(house: House, report: Report) -> None:
    for device in (house.door, house.intercom):
        entries = house.events(device)
        table = Table("time", device.name, "cause", min_width=60)
        for entry in entries:
            table.add_row(f"{entry.moment:%H:%M}", entry.event.value, _cause(entry))
        report.say(table)
        found = [f"{entry.event.value} ({_cause(entry)})" for entry in entries]
        expected = _DOOR if device is house.door else _INTERCOM
        once = f"{len(expected)}, once each"
        report.step(f"events of: {device.name}", found, expected=expected, shown=once)
    both = len(house.events(house.door)) + len(house.events(house.intercom))
    report.step("events in the whole journal", len(house.journal), expected=both)


def _cause(entry: JournalEntry) -> str:
    return ", ".join(filter(None, (entry.cause.kind.value, entry.cause.name)))
