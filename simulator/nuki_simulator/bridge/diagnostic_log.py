"""What a bridge notes of its own work: requests, Bluetooth, its connection to the vendor's server.

Kinds and members are those of recorded logs, of a Bridge 1.0 (2018) and a Bridge 2.0 (2020); those
marked "inferred" stand in neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from nuki.bridge import LogEntry

if TYPE_CHECKING:
    from nuki_core.request import Operation
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.clock import VirtualClock
    from nuki_simulator.world.devices import Device

_KEPT: Final = 500
_SECOND_GENERATION: Final = 2
_MAKER: Final = "54D272"
_IDLE: Final = 4.0
_REQUESTS: Final = {
    ("auth", "request"): "HTTP-Auth",  # inferred
    ("auth", "set_enabled"): "HTTP-ConfigAuth",  # inferred
    ("callback", "add"): "HTTP-CallbackAdd",  # inferred
    ("callback", "list"): "HTTP-CallbackList",  # inferred
    ("callback", "remove"): "HTTP-CallbackRemove",  # inferred
    ("device", "list"): "HTTP-List",
    ("device", "state"): "HTTP-LockState",
    ("device", "act"): "HTTP-LockActionStart",
    ("device", "lock"): "HTTP-LockActionStart",
    ("device", "unlock"): "HTTP-LockActionStart",
    ("device", "unpair"): "HTTP-Unpair",  # inferred
    ("system", "info"): "HTTP-Info",
    ("system", "list_log"): "HTTP-Log",
    ("system", "clear_log"): "HTTP-ClearLog",  # inferred
    ("system", "update_firmware"): "HTTP-FwUpdate",  # inferred
    ("system", "reboot"): "HTTP-Reboot",  # inferred
    ("system", "factory_reset"): "HTTP-FactoryReset",  # inferred
}
_OF_A_DEVICE: Final = frozenset({"state", "act", "lock", "unlock", "unpair"})


class DiagnosticLog:
    """Writes into the log of one bridge."""

    def __init__(self, bridge: Bridge, clock: VirtualClock) -> None:
        self._bridge = bridge
        self._clock = clock
        self._first = bridge.firmware.major < _SECOND_GENERATION

    def request(self, operation: Operation) -> None:
        """Note a request; one about a device is noted with its device."""
        if self._first:
            self._note("WLAN-SocketConnected", connection=0)
        if operation.resource != "device" or operation.name not in _OF_A_DEVICE:
            self._note(_REQUESTS.get((operation.resource, operation.name), "HTTP-Request"))

    def about(self, device: Device, operation: Operation, action: str | None = None) -> None:
        """Note which device a request is about, and what it shall do."""
        more: dict[str, Any] = {} if action is None else {"action": action}
        kind = _REQUESTS[operation.resource, operation.name]
        self._note(kind, nuki_id=device.nuki_id.hex, **more)

    def answered(self) -> None:
        """Note that a request was answered."""
        if self._first:
            self._note("WLAN-SocketDisconnected", connection=0)

    def carried_out(self, device: Device) -> None:
        """Note that a device did what was asked."""
        self._note("HTTP-LockActionSuccess", nuki_id=device.nuki_id.hex)

    def contact(self, device: Device, *commands: str) -> None:
        """Note a Bluetooth connection to a device, which ends when nothing is sent any more."""
        bridge, about = self._bridge, {"nuki_id": device.nuki_id.hex}
        if device.smartlock_id not in bridge.paired:
            return  # it was unpaired meanwhile
        index = bridge.paired.index(device.smartlock_id)
        paired = about if self._first else {**about, "pair_index": index}
        connection = paired if self._first else {**paired, "ble_handle": f"{index + 1:04X}"}
        self._note("BLE-Connect", **paired)
        self._note("BLE-Connect", mac_addr=_MAKER + device.nuki_id.hex[2:])
        if not device.online:
            self._note("BLE-ConnectionTimeout", **about)
            return
        self._note("BLE-Connected", **connection)
        if self._first:
            self._note("BLE-Connect", handles=[24, 25])
            self._note("BLE-SendingMsg", **about, cmd_id="0001")
            self._note("BLE-ReceivingMsg", **about, cmd_id="000C")
        else:
            for command in ("BLE-TurnOnNotific", *commands):
                self._note(command, **paired)

        def hang_up() -> None:
            self._note("BLE-ConnectionTimeout", **about)
            self._note("BLE-Disconnect", **connection)
            self._note("BLE-Disconnected", **connection)

        self._clock.after(_IDLE, hang_up)

    def pushed(self) -> None:
        """Note that the vendor's server was told of the devices."""
        if self._bridge.server_connected:
            self._note("SSE-PushNukisRequest", count=len(self._bridge.paired))
            self._note("SSE-PushNukisResponse", **({"error": 0} if self._first else {}))

    def server(self, *, connected: bool) -> None:
        """Note that the connection to the vendor's server came or went."""
        kind = "SSE-Connected" if connected else "SSE-Disconnected"
        self._note(kind, server_num=6 if connected else 5)

    def callback_failed(self) -> None:
        """Note that nobody took a callback."""
        self._note("HTTP-PostTimeout")

    def _note(self, kind: str, **members: Any) -> None:
        log = self._bridge.log
        log.append(LogEntry(timestamp=self._clock.now(), type=kind, **members))
        del log[:-_KEPT]
