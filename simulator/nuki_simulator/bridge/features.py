"""Features of bridges, by type and firmware.

Figures marked "inferred" place a version of the Bridge API document, which carries a date and no
firmware, between the firmwares that are known.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from nuki.firmware import FirmwareVersion

if TYPE_CHECKING:
    from nuki_simulator.world.bridges import Bridge

_SECOND_GENERATION = 2


class Feature(Enum):
    """Lowest firmware of Bridge 1.0 and of Bridge 2.0; software bridges have none of these."""

    DEVICE_TYPES = ((1, 13, 0), (2, 3, 0))  # document 1.9; inferred
    HASHED_TOKEN = ((1, 12, 0), (2, 2, 0))
    SIMPLE_ACTIONS = ((1, 14, 0), (2, 5, 0))
    DOOR_SENSOR = ((1, 16, 0), (2, 7, 0))  # document 1.11; inferred
    RING_AND_KEYPAD = ((1, 17, 0), (2, 8, 0))  # document 1.12; inferred
    WLAN_CONNECTED = ((1, 17, 1), (2, 8, 0))  # seen since 2.8.0
    BATTERY_CHARGE = ((1, 19, 0), (2, 10, 0))  # document 1.12.2; inferred
    ENCRYPTED_TOKEN = ((1, 22, 1), (2, 14, 0))

    def of(self, bridge: Bridge) -> bool:
        """Whether the bridge has it."""
        first, second = self.value
        lowest = first if bridge.firmware.major < _SECOND_GENERATION else second
        return bridge.is_hardware and bridge.firmware >= FirmwareVersion(*lowest)


HARDWARE_ONLY = frozenset({"/unpair", "/log", "/clearlog", "/fwupdate", "/reboot", "/factoryReset"})
"""Paths that a software bridge does not have (Bridge API 1.13.3)."""
