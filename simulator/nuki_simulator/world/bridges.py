"""Bridges: what they are, what they remember, and how they may misbehave."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import attrs

from nuki.bridge import BridgeType, LogEntry
from nuki.firmware import FirmwareVersion
from nuki_core.ids import DeviceType

if TYPE_CHECKING:
    from datetime import datetime

    from nuki_core.ids import SmartlockId

    from .clock import Timer


_SERVED: Final = frozenset(
    {DeviceType.SMART_LOCK, DeviceType.OPENER, DeviceType.SMART_DOOR, DeviceType.SMART_LOCK_3}
)  # Bridge API 1.13.3, "Device types"
_FIRMWARE: Final = FirmwareVersion(2, 15, 0)
_WIFI_FIRMWARE: Final = FirmwareVersion(2, 2, 0)


@attrs.define(kw_only=True)
class Quirks:
    """Behaviour of real bridges, each to be switched on or off (Bridge API 1.13.3, and reports).

    Durations in seconds. ``window`` is how far from the bridge's clock a hashed or encrypted time
    may lie, ``check_replays`` whether each works only once; with ``plain_token_only`` none works,
    as some users saw. ``reading`` is how long asking a device takes, ``extra_delay`` is added to
    every call. A device counts as offline for long after ``long_offline``. ``omit`` names fields of
    ``/list`` to leave out, ``corrupt_names`` puts a raw control character after device names.
    ``stop_after_failed_callback`` leaves the other URLs without notice.
    ``restart_forgets_callbacks`` is believed by an author of a client.
    """

    window: float = 60.0
    plain_token_only: bool = False
    check_replays: bool = True
    one_at_a_time: bool = True
    reading: float = 1.0
    extra_delay: float = 0.0
    button_wait: float = 30.0
    long_offline: float = 600.0
    report_long_offline: bool = True
    omit: frozenset[str] = frozenset()
    corrupt_names: bool = False
    hide_from_discovery: bool = False
    blank_in_discovery_date: bool = True
    no_content: bool = False
    max_callbacks: int = 3
    stop_after_failed_callback: bool = True
    callbacks_of_every_state: bool = False
    restart_forgets_callbacks: bool = False


@attrs.define(eq=False, kw_only=True)
class Bridge:
    """A bridge and its memory.

    ``token`` is ``None`` until it is asked for one. ``paired`` are the devices it serves.
    ``clock_offset`` is how far its clock is ahead. ``busy`` is set while a request is under way;
    until ``occupied_until``, in seconds since the start of the simulation, it has other things to
    do. ``hung_since`` is set while it answers nothing at all. ``starting`` is when it will be
    running again, ``pressed`` whether its button was pressed and no token handed out since.
    """

    server_id: int
    hardware_id: int
    account_id: int
    ip: str = "192.168.1.50"
    port: int = 8080
    token: str | None = attrs.field(default=None, repr=False)
    type: BridgeType = BridgeType.HARDWARE
    firmware: FirmwareVersion = _FIRMWARE
    wifi_firmware: FirmwareVersion = _WIFI_FIRMWARE
    app_version: str = "3.9.1"
    paired: list[SmartlockId] = attrs.field(factory=list["SmartlockId"])
    callbacks: dict[int, str] = attrs.field(factory=dict[int, str])
    clock_offset: timedelta = timedelta()
    powered: bool = True
    auth_enabled: bool = True
    server_connected: bool = True
    quirks: Quirks = attrs.field(factory=Quirks)
    started: float = 0.0
    busy: bool = False
    occupied_until: float = 0.0
    hung_since: datetime | None = None
    starting: Timer | None = attrs.field(default=None, repr=False)
    seen: dict[str, float] = attrs.field(factory=dict[str, float], repr=False)
    log: list[LogEntry] = attrs.field(factory=list[LogEntry], repr=False)
    pressed: bool = False

    @property
    def is_hardware(self) -> bool:
        """Whether it is a box, not an app."""
        return self.type == BridgeType.HARDWARE

    @property
    def base_url(self) -> str:
        """Where it is in the local network."""
        return f"http://{self.ip}:{self.port}"

    def pair(self, smartlock_id: SmartlockId) -> None:
        """Serve a device.

        Raises:
            ValueError: Bridges do not serve its type.
        """
        refusal = not_served(smartlock_id.device_type)
        if refusal:
            raise ValueError(refusal)
        self.paired.append(smartlock_id)


def not_served(kind: DeviceType) -> str:
    """Explain why bridges do not serve a type of device; empty if they do."""
    if kind in _SERVED:
        return ""
    served = ", ".join(f"{each.name} ({each.value})" for each in sorted(_SERVED))
    return f"a bridge serves {served}, not {kind.name} ({kind.value})"
