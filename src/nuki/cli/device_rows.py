"""Devices as commands find and show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .failures import CommandError, ExitStatus
from .output import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nuki import Device
    from nuki_core.json import JsonObject

COLUMNS: Final = (
    Column("name", "NAME"),
    Column("id", "ID"),
    Column("type", "TYPE"),
    Column("state", "STATE"),
    Column("mode"),
    Column("door", "DOOR"),
    Column("battery_percent", "BATTERY"),
    Column("battery_critical", "BATTERY LOW"),
    Column("keypad_battery_critical", "KEYPAD BATTERY LOW"),
    Column("available"),
    Column("problem", "PROBLEM"),
    Column("firmware"),
    Column("source"),
    Column("as_of"),
    Column("smartlock_id"),
    Column("nuki_id"),
)
"""What is said of a device."""

DETAILS: Final = tuple(
    Column(column.key, column.title or column.key.upper().replace("_", " ")) for column in COLUMNS
)
"""The same, of one device alone."""


def row_of(device: Device) -> JsonObject:
    """A device in these columns; null is what nobody knows."""
    firmware, as_of = device.firmware, device.as_of
    return {
        "name": device.name,
        "id": device.hex,
        "type": word(device.type),
        "state": word(device.state),
        "mode": word(device.mode),
        "door": door_word(device.door_state),
        "battery_percent": device.battery_percent,
        "battery_critical": device.battery_critical,
        "keypad_battery_critical": device.keypad_battery_critical,
        "available": device.available,
        "problem": device.problem or None,
        "firmware": None if firmware is None else str(firmware),
        "source": device.snapshot.source,
        "as_of": None if as_of is None else as_of.isoformat(timespec="seconds"),
        "smartlock_id": int(device.id),
        "nuki_id": int(device.nuki_id),
    }


def word(member: object) -> str | None:
    """A member of an enum as it is written: ``unlocked``; ``None`` for none."""
    name = getattr(member, "name", None)
    return name.lower() if isinstance(name, str) else None


def door_word(door: object) -> str | None:
    """What a door sensor says: ``opened``."""
    return (word(door) or "").removeprefix("door_") or None


def pick(devices: Sequence[Device], which: str) -> Device:
    """The device of this name, unique beginning of a name, or id, in hexadecimal or of either API.

    Raises:
        CommandError: There is none, or more than one.
    """
    folded = which.casefold()
    ways: tuple[Callable[[Device], bool], ...] = (
        lambda device: device.name == which,
        lambda device: device.hex == which.upper(),
        lambda device: which in {str(int(device.id)), str(int(device.nuki_id))},
        lambda device: device.name.casefold() == folded,
        lambda device: bool(folded) and device.name.casefold().startswith(folded),
    )
    for fits in ways:
        found = [device for device in devices if fits(device)]
        if len(found) == 1:
            return found[0]
        if found:
            raise CommandError(
                f"{which!r} may be {_listed(found)}; write more of the name, or the id",
                ExitStatus.USAGE,
            )
    raise CommandError(
        f"there is no device {which!r}; there is {_listed(devices) or 'none'}", ExitStatus.NOT_FOUND
    )


def _listed(devices: Sequence[Device]) -> str:
    return ", ".join(f"{device.name!r} ({device.hex})" for device in devices)
