"""A house as a scenario file: what :mod:`.scenario` reads, written of a house as it is now."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import tomli_w

from nuki.firmware import FirmwareVersion
from nuki.web import AuthType, DoorState, LockState, OpenerMode, OpenerState
from nuki_core.enums import OpenFlag
from nuki_core.unset import UNSET
from nuki_simulator.world.bridges import Bridge
from nuki_simulator.world.devices import Mechanics
from nuki_simulator.world.pushes import PushFault
from nuki_simulator.world.world import Network

from .faults import FaultKind
from .scenario import ALWAYS, AT_REST, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nuki_simulator.world.devices import Device, State, Status
    from nuki_simulator.world.pushes import PushRule

    from .faults import FaultRule
    from .simulator import Simulator

_HEADER: Final = """\
# A house of nuki-simulator: its devices and bridges with their states, its tokens, codes and fobs,
# what goes wrong, and its settings. Left out: activity logs, what is on its way, and what else the
# account has at the Web API, such as users, addresses, API keys, webhooks and notifications.

"""
_ARRIVED: Final[Mapping[State, State]] = {
    LockState.LOCKING: LockState.LOCKED,
    LockState.UNLOCKING: LockState.UNLOCKED,
    LockState.UNLATCHING: LockState.UNLOCKED,
    LockState.UNLATCHED: LockState.UNLOCKED,
    LockState.UNLOCKED_LOCK_N_GO: LockState.LOCKED,
    OpenerState.OPENING: OpenerState.ONLINE,
    OpenerState.OPEN: OpenerState.ONLINE,
}
"""Where a movement ends: nothing moves in a file."""


def write_scenario(simulator: Simulator) -> str:
    """Write a house as a scenario; hold the simulator's lock meanwhile.

    What moves has arrived in it. The date is left out: the house begins when it is opened.
    """
    settings = simulator.web_settings
    root: dict[str, Any] = {
        "speed": float(simulator.clock.speed),
        "network": _unusual(simulator.network, Network()),
        "web": _unusual(settings, type(settings)()),
        "account": {"name": simulator.account.name, "email": simulator.account.email},
        "token": [
            _chosen({"text": token.text, "scopes": sorted(token.scopes), "expires": token.expires})
            for token in simulator.tokens.values()
        ],
        "bridge": [_bridge(bridge) for bridge in simulator.bridges],
        "device": [_device(simulator, device) for device in simulator.devices.values()],
        "fault": _rules(simulator.faults.rules, "fault"),
        "push": _rules(simulator.pushes.rules, "push"),
    }
    if root["speed"] == 1:
        del root["speed"]
    return _HEADER + tomli_w.dumps(_chosen(root))


def _bridge(bridge: Bridge) -> dict[str, Any]:
    usual = Bridge(server_id=0, hardware_id=0, account_id=0)
    always = ("token", "server_id", "hardware_id", "ip", "port")
    fields = {
        name: _toml(getattr(bridge, name))
        for name in TABLES["bridge"]
        if name != "callbacks" and (name in always or getattr(bridge, name) != getattr(usual, name))
    }
    callbacks = [url for _, url in sorted(bridge.callbacks.items())]
    quirks = _unusual(bridge.quirks, usual.quirks)
    return _chosen({**fields, "callbacks": callbacks, "quirks": quirks})


def _device(simulator: Simulator, device: Device) -> dict[str, Any]:
    paired = [
        number
        for number, bridge in enumerate(simulator.bridges, start=1)
        if device.smartlock_id in bridge.paired
    ]
    actual, reported = _status(device, device.status), _status(device, device.reported)
    state = _ARRIVED.get(device.status.state, device.status.state).name
    actual["state"] = state if state in AT_REST else LockState.UNDEFINED.name
    return _chosen(
        {
            "type": device.type.name,
            "name": device.name,
            "id": device.nuki_id.hex,
            "firmware": str(device.firmware),
            "bridge": paired[0] if paired else None,
            "keypad": device.has_keypad or None,
            "door_sensor": device.status.door != DoorState.UNAVAILABLE or None,
            "online": None if device.connected else False,
            "powered": None if device.powered else False,
            "jammed": device.jammed or None,
            "door_open": device.door_open
            if device.door_open != (device.status.door == DoorState.DOOR_OPENED)
            else None,
            **actual,
            "mechanics": _unusual(device.mechanics, Mechanics()),
            "reported": {} if device.online or reported == actual else reported,
            "code": _auths(device, AuthType.KEYPAD_CODE, TABLES["device.code"]),
            "fob": _auths(device, AuthType.FOB, TABLES["device.fob"]),
        }
    )


def _status(device: Device, status: Status | None) -> dict[str, Any]:
    if status is None:
        return {}
    sensor = status.door != DoorState.UNAVAILABLE
    return _chosen(
        {
            "state": status.state.name,
            "door": status.door.name if sensor else None,
            "mode": status.mode.name
            if device.is_opener and status.mode == OpenerMode.CONTINUOUS
            else None,
            "battery": status.battery_charge,
        }
    )


def _auths(device: Device, kind: AuthType, fields: Iterable[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for auth in device.auths.values():
        if auth.type == kind:
            given = {name: getattr(auth, name) for name in fields}
            if given.get("enabled"):
                del given["enabled"]
            found.append(
                _chosen({name: _toml(value) for name, value in given.items() if value is not UNSET})
            )
    return found


def _rules(rules: Iterable[FaultRule | PushRule], table: str) -> list[dict[str, Any]]:
    """What is left of the rules: those that have done their work are not written."""
    found: list[dict[str, Any]] = []
    for rule in rules:
        if rule.left != 0:
            values = {name: _toml(getattr(rule, name)) for name in TABLES[table]}
            values["nth"] = max(1, rule.nth - rule.seen)
            values["times"] = ALWAYS if rule.left is None else rule.left
            found.append(_chosen(values))
    return found


def _unusual(settings: attrs.AttrsInstance, usual: attrs.AttrsInstance) -> dict[str, Any]:
    """The settings that are not as usual."""
    return {
        field.name: _toml(value)
        for field in attrs.fields(type(settings))
        if (value := getattr(settings, field.name)) != getattr(usual, field.name)
        and value is not None
    }


def _chosen(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [], {})}


def _toml(value: Any) -> Any:
    if isinstance(value, FirmwareVersion):
        return str(value)
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, frozenset):
        return sorted(cast("frozenset[str]", value))
    if isinstance(value, FaultKind | PushFault):
        return value.value
    if isinstance(value, Enum) and not isinstance(value, OpenFlag):
        return value.name
    return int(value) if isinstance(value, OpenFlag) else value
