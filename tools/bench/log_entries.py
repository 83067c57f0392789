"""An activity log as the Web API answers it: the same on every run."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any, Final

_LOCK: Final = (4 << 32) | 0x1A2B3C4D
_OPENER: Final = (2 << 32) | 0x2B3C4D5E
_NAMES: Final = ("Anna", "Ben", "Cleaning", "Front door keypad", "Zoë", "")
_FIRST: Final = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
_OPENER_SHARE: Final = 0.2
_CODE_OF_TOMORROW: Final = 99


def log_entries(count: int, *, surprises: bool) -> list[dict[str, Any]]:
    """Entries of a lock and an opener; a tenth has a field that no description declares.

    With ``surprises`` one in fifty has a code that no description declares, which
    openapi-python-client cannot read.
    """
    random_ = random.Random(4711)  # noqa: S311 - the same entries each time
    entries: list[dict[str, Any]] = []
    for number in range(count):
        opener = random_.random() < _OPENER_SHARE
        moment = _FIRST - timedelta(minutes=7 * number, milliseconds=random_.randrange(1000))
        entry: dict[str, Any] = {
            "id": f"65e1a{number:019x}",
            "smartlockId": _OPENER if opener else _LOCK,
            "deviceType": 2 if opener else 4,
            "name": random_.choice(_NAMES),
            "action": random_.choice((1, 2, 3, 6, 7) if opener else (1, 2, 3, 4, 240, 241)),
            "trigger": random_.choice((0, 1, 2, 4)),
            "state": random_.choice((0, 0, 0, 0, 1, 4)),
            "autoUnlock": random_.random() < _OPENER_SHARE,
            "date": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "source": random_.choice((0, 0, 1, 2)),
        }
        if random_.random() < 1 / 2:
            entry |= {"authId": f"65e1b{number:019x}", "accountUserId": 100_000 + number % 40}
        if opener:
            entry["openerLog"] = {"activeCm": False, "activeRto": True, "source": 2}
        entries.append(entry)
    for entry in entries[::10]:
        entry["sequence"] = 7
    if surprises:
        for entry in entries[::50]:
            entry["trigger"] = _CODE_OF_TOMORROW
    return entries
