"""Time zones of devices: 46 ids, and the zones of the tz database that they are named after.

The ids stand for what the device's firmware does, and that is not always today's law (Key API
Concepts, "Timezone IDs"): Mexico City has had no summer time since 2022, and Cairo has one again
since 2023, while firmware has it the other way round. A ``ZoneInfo`` follows the law. Compare
:data:`OUTDATED_ZONES` before you compute when a device will let somebody in.
"""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nuki_core.errors import ValidationError
from nuki_generated.web import TimezoneId

OUTDATED_ZONES: Final = frozenset({TimezoneId.AFRICA_CAIRO, TimezoneId.AMERICA_MEXICO_CITY})
"""Zones whose summer time differs between the firmware and the law."""


def zone_of(timezone_id: int) -> ZoneInfo:
    """The zone that a device's ``timezoneId`` is named after: 37 is Europe/Berlin.

    Raises:
        ValidationError: The id is not known, or this machine has no tz database.
    """
    member = TimezoneId(timezone_id)
    if not member.is_known:
        raise ValidationError(f"{timezone_id} is not a known time zone id (0 to {_HIGHEST})")
    try:
        return ZoneInfo(_name(member))
    except ZoneInfoNotFoundError:
        raise ValidationError(
            f"this machine does not know {_name(member)}; install the package 'tzdata'"
        ) from None


def timezone_id_of(zone: ZoneInfo | str) -> TimezoneId:
    """The id for a zone, by its name: ``"Europe/Berlin"`` is 37.

    Raises:
        ValidationError: No id has this zone; choose the nearest of the 46.
    """
    name = zone.key if isinstance(zone, ZoneInfo) else zone
    if name not in _BY_NAME:
        raise ValidationError(
            f"devices have no time zone {name!r}; choose one with the same clock, such as "
            "'Europe/Berlin' for all of Central Europe"
        )
    return _BY_NAME[name]


def _name(member: TimezoneId) -> str:
    region, _, place = member.name.title().partition("_")
    return f"{region}/{place}"


_BY_NAME: Final = {_name(member): member for member in TimezoneId}
_HIGHEST: Final = max(member.value for member in TimezoneId)
