"""Scenario files: a simulator's world in TOML.

::

    seed = 7

    [web]
    updates_wipe_limits = true

    [[token]]
    text = "my-api-token"

    [[bridge]]
    token = "secret123"
    firmware = "2.15.0"
      [bridge.quirks]
      corrupt_names = true

    [[device]]
    type = "SMART_LOCK_3"
    name = "Front door"
    bridge = 1
    keypad = true
      [[device.code]]
      name = "Cleaner"
      code = 345678

    [[fault]]
    kind = "stall"
    operation = "device.act"
    nth = 2

    [[push]]
    fault = "lose"
    nth = 3

All keys are listed in :data:`TABLES`. :mod:`.scenario_text` writes such a file of a house as it is.
"""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from nuki import bridge, web
from nuki.bridge import BridgeType
from nuki.firmware import FirmwareVersion
from nuki.web import (
    AdvancedApiKeyStatus,
    DoorState,
    LockState,
    OpenerAction,
    OpenerMode,
    OpenerState,
    Weekdays,
)
from nuki_core.errors import ValidationError
from nuki_core.ids import DeviceType, NukiId
from nuki_simulator.web import ErrorShape, WebSettings
from nuki_simulator.world.bridges import Quirks, not_served
from nuki_simulator.world.clock import START
from nuki_simulator.world.devices import Mechanics
from nuki_simulator.world.journal import Cause, CauseKind
from nuki_simulator.world.pushes import PushFault, PushRule

from .faults import FaultKind, FaultRule
from .simulator import FASTEST, Simulator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.devices import Device

_AT_LINE: Final = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")

_HEADER: Final = re.compile(r"\s*\[\[?\s*([\w.\"' -]+?)\s*\]\]?\s*(#.*)?$")

_KEY: Final = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*[.=]")


@attrs.frozen
class Field:
    """One key: what is expected of its value, and the function that reads it or raises."""

    expected: str
    read: Callable[[Any], object] = attrs.field(repr=False)
    required: bool = False


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _integer(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _seconds(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not value >= 0:
        raise ValueError(value)
    return float(value)


def _signed_seconds(value: object) -> timedelta:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError
    return timedelta(seconds=value)


def _probability(value: object) -> float:
    found = _seconds(value)
    if found > 1:
        raise ValueError(found)
    return found


def _within(lowest: int, highest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        found = _integer(value)
        if not lowest <= found <= highest:
            raise ValueError(found)
        return found

    return read


def _moment(value: object) -> datetime:
    if not isinstance(value, datetime):
        raise TypeError
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(element) for element in cast("list[object]", value))


def _speed(value: object) -> float:
    found = _seconds(value)
    if found > FASTEST:
        raise ValueError(found)
    return found


def _weekdays(value: object) -> Weekdays:
    return Weekdays(_within(0, 127)(value))


def _member(names: Mapping[str, object]) -> Callable[[object], object]:
    def read(value: object) -> object:
        return names[_text(value)]

    return read


def _one_of(names: Mapping[str, object], *, required: bool = False) -> Field:
    return Field("one of " + ", ".join(names), _member(names), required)


_TEXT: Final = Field("a text", _text)
_NAME: Final = Field("a text", _text, required=True)
_BOOLEAN: Final = Field("true or false", _boolean)
_INTEGER: Final = Field("an integer", _integer)
_SECONDS: Final = Field("a number of seconds, 0 or more", _seconds)
_TEXTS: Final = Field("a list of texts", _texts)
_VERSION: Final = Field(
    'a version such as "3.10.7"', lambda value: FirmwareVersion.parse(_text(value))
)
_PORT: Final = Field("a port from 1 to 65535", _within(1, 65_535))
ALWAYS: Final = 1 << 31
"""As good as always, for how often a rule applies."""
_COUNT: Final = Field("an integer, 1 or more", _within(1, ALWAYS))
_OPERATIONS: Final = {
    f"{operation.resource}.{operation.name}": f"{operation.resource}.{operation.name}"
    for operation in (*bridge.OPERATIONS, *web.OPERATIONS)
}
_OPERATION: Final = Field(
    'an operation such as "device.act" or "smartlock.lock"', _member(_OPERATIONS)
)
AT_REST: Final = (
    *("UNCALIBRATED", "LOCKED", "UNLOCKED", "MOTOR_BLOCKED", "UNDEFINED"),
    *("UNTRAINED", "ONLINE", "RING_TO_OPEN_ACTIVE"),
)
"""States in which a lock or an opener may stay."""
_PERCENT: Final = Field("a percentage from 0 to 100", _within(0, 100))
_MOMENT: Final = Field("a date and time such as 2026-03-02T07:00:00Z", _moment)
_STATUS: Final = {
    "state": _one_of({name: name for name in AT_REST}),
    "door": _one_of({state.name: state for state in DoorState}),
    "mode": _one_of({mode.name: mode for mode in (OpenerMode.DOOR, OpenerMode.CONTINUOUS)}),
    "battery": _PERCENT,
}
_BY_ANNOTATION: Final = {
    "float": _SECONDS,
    "float | None": _SECONDS,
    "int": Field("an integer, 0 or more", _within(0, 1 << 31)),
    "int | None": Field("an integer, 0 or more", _within(0, 1 << 31)),
    "AdvancedApiKeyStatus": _one_of({each.name: each for each in AdvancedApiKeyStatus}),
    "ErrorShape | None": _one_of({each.name: each for each in ErrorShape}),
    "bool": _BOOLEAN,
    "frozenset[str]": Field("a list of texts", lambda value: frozenset(_texts(value))),
}


def _fields_of(kind: type[attrs.AttrsInstance]) -> dict[str, Field]:
    return {field.name: _BY_ANNOTATION[str(field.type)] for field in attrs.fields(kind)}


_IDENTITY: Final = Field("an integer from 0 to 4294967295", _within(0, (1 << 32) - 1))
_MINUTE: Final = Field("minutes since midnight, 0 to 1439", _within(0, 1439))
_LIMITS: Final = {
    "enabled": _BOOLEAN,
    "allowed_from_date": _MOMENT,
    "allowed_until_date": _MOMENT,
    "allowed_from_time": _MINUTE,
    "allowed_until_time": _MINUTE,
    "allowed_week_days": Field("the sum of the bits of weekdays, 0 to 127", _weekdays),
}


TABLES: Final[Mapping[str, Mapping[str, Field]]] = {
    "": {
        "seed": _INTEGER,
        "start": _MOMENT,
        "speed": Field("a number from 0 to 1000", _speed),
    },
    "network": {
        "delay": _SECONDS,
        "loss": Field("a probability from 0 to 1", _probability),
    },
    "web": _fields_of(WebSettings),
    "account": {"name": _TEXT, "email": _TEXT},
    "token": {"text": _NAME, "scopes": _TEXTS, "expires": _MOMENT},
    "bridge": {
        "token": _TEXT,
        "type": _one_of({kind.name: kind for kind in BridgeType}),
        "firmware": _VERSION,
        "ip": _TEXT,
        "port": _PORT,
        "clock_offset": Field("a number of seconds", _signed_seconds),
        "server_id": _IDENTITY,
        "hardware_id": _IDENTITY,
        "auth_enabled": _BOOLEAN,
        "powered": _BOOLEAN,
        "server_connected": _BOOLEAN,
        "callbacks": _TEXTS,
    },
    "bridge.quirks": _fields_of(Quirks),
    "device": {
        "type": _one_of({kind.name: kind for kind in DeviceType}, required=True),
        "name": _NAME,
        "id": Field(
            'one to eight hex digits such as "1A2B3C4D"',
            lambda value: NukiId.from_hex(_text(value)),
        ),
        "firmware": _VERSION,
        "keypad": _BOOLEAN,
        "door_sensor": _BOOLEAN,
        "online": _BOOLEAN,
        "powered": _BOOLEAN,
        "jammed": _BOOLEAN,
        "door_open": _BOOLEAN,
        **_STATUS,
        "bridge": Field("the number of a [[bridge]], 1 for the first", _within(1, 1 << 31)),
    },
    "device.mechanics": _fields_of(Mechanics),
    "device.reported": {
        **_STATUS,
        # The last that was heard of a device may be that it moved.
        "state": _one_of({state.name: state.name for state in (*LockState, *OpenerState)}),
    },
    "device.fob": {"name": _NAME, "enabled": _BOOLEAN},
    "device.code": {
        "name": _NAME,
        "code": Field("six digits", _within(100_000, 999_999), required=True),
        **_LIMITS,
    },
    "push": {
        "fault": _one_of({fault.value: fault for fault in PushFault}, required=True),
        "url": _TEXT,
        "nth": _COUNT,
        "times": _COUNT,
        "seconds": _SECONDS,
    },
    "fault": {
        "kind": _one_of({kind.value: kind for kind in FaultKind}, required=True),
        "api": _one_of({"bridge": "bridge", "web": "web"}),
        "resource": _TEXT,
        "operation": _OPERATION,
        "nth": _COUNT,
        "times": _COUNT,
        "seconds": _SECONDS,
    },
}
"""By name of the table; the keys of the file's beginning stand under ``""``."""

_LISTS: Final = frozenset(
    {"token", "bridge", "device", "device.code", "device.fob", "push", "fault"}
)
"""Tables that are written with double brackets, as often as wanted."""

_OF_A_BRIDGE: Final = TABLES["bridge"].keys() - {"callbacks", "powered"}
"""What is known of a bridge from the beginning; the rest begins with the house."""

_UNREADABLE: Final = (TypeError, ValueError, KeyError, ValidationError)
"""What a field's ``read`` raises when a value is not as expected."""


def line_of(text: str, table: str, number: int, key: str | None = None) -> int:
    """Find the line, from 1, of the ``number``-th (from 0) header of a table, or of a key below it.

    The table ``""`` is the part before the first header. What is not found as such, because it is
    written inline, is looked for where its table begins.
    """
    lines = text.splitlines()
    headers = [header[1] if (header := _HEADER.match(line)) else None for line in lines]
    # How many lines lie up to and including the header.
    ends = [index for index, header in enumerate(headers, start=1) if header == table]
    start = ends[number] if number < len(ends) else 0
    if key is not None:
        for index in range(start, len(lines)):
            if headers[index]:
                break
            found = _KEY.match(lines[index])
            if found and found[1] == key:
                return index + 1
    return max(start, 1)


class ScenarioError(ValueError):
    """A scenario file that cannot be used; the text has a line for each problem."""


def load_scenario(path: Path, start: datetime = START) -> Simulator:
    """Set up the world that a file describes; its time begins at ``start`` unless it says when.

    Raises:
        ScenarioError: It cannot be read or used; file, line and what was expected, per problem.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ScenarioError(f"{path}: cannot be read: {reason}; expected a TOML file") from None
    return parse_scenario(text, str(path), start)


def parse_scenario(text: str, name: str, start: datetime = START) -> Simulator:
    """As :func:`load_scenario`, of a text; ``name`` stands for the file in errors."""
    root = _read(text, name)
    simulator = Simulator(root.get("seed", 1), root.get("start", start))
    _build(simulator, root)
    return simulator


def restore_scenario(simulator: Simulator, text: str, name: str, start: datetime) -> None:
    """Replace a house by the one that a text describes; hold the simulator's lock meanwhile.

    Raises:
        ScenarioError: It cannot be used; the house stays as it was.
    """
    root = _read(text, name)
    simulator.reset(root.get("seed", 1), root.get("start", start))
    _build(simulator, root)
    if not simulator.tokens:
        simulator.add_token()


def _read(text: str, name: str) -> dict[str, Any]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = _AT_LINE.search(str(error))
        line = where[1] if where and where[1] else str(len(text.splitlines()) or 1)
        reason = _AT_LINE.sub("", str(error)).strip()
        raise ScenarioError(f"{name}, line {line}: {reason}; expected TOML") from None
    reading = _Reading(text, name)
    root = reading.table("", document)
    if not reading.problems:
        reading.check_references(root)
    if reading.problems:
        raise ScenarioError("\n".join(reading.problems))
    return root


class _Reading:
    """Reads a document, and collects what is wrong with it."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._seen: dict[str, int] = {}
        self.problems: list[str] = []

    def table(self, path: str, found: dict[str, Any]) -> dict[str, Any]:
        """Read the values of a table and of those inside it."""
        number = self._seen.get(path, 0)
        self._seen[path] = number + 1
        values: dict[str, Any] = {}
        for key, value in found.items():
            inner = f"{path}.{key}" if path else key
            field = TABLES[path].get(key)
            if field is not None:
                try:
                    values[key] = field.read(value)
                except _UNREADABLE:
                    what = f"{key} is {value!r}; expected {field.expected}"
                    self._problem(path, number, key, what)
            elif inner in TABLES:
                many = inner in _LISTS
                is_list = value.__class__ is list
                tables: list[Any] = value if is_list else [value]
                if is_list == many and all(isinstance(one, dict) for one in tables):
                    read = [self.table(inner, one) for one in tables]
                    values[key] = read if many else read[0]
                else:
                    expected = f"[[{inner}]] tables" if many else f"one [{inner}] table"
                    self._problem(inner, self._seen.get(inner, 0), None, f"expected {expected}")
            else:
                below = (name.rpartition(".") for name in TABLES if name)
                inner_tables = [name for parent, _, name in below if parent == path]
                known = ", ".join([*TABLES[path], *inner_tables])
                what = f"{key} is not known here; expected one of {known}"
                self._problem(path, number, key, what)
        for key, field in TABLES[path].items():
            if field.required and key not in found:
                self._problem(path, number, None, f"{key} is missing; expected {field.expected}")
        return values

    def check_references(self, root: dict[str, Any]) -> None:
        """Check what one table says about another."""
        bridges = len(root.get("bridge", []))
        for number, device in enumerate(root.get("device", [])):
            opener = device["type"] == DeviceType.OPENER
            reached = device.get("online", True) and device.get("powered", True)
            if "reported" in device and reached:
                what = "reported is for a device that has online = false or powered = false"
                self._problem("device", number, None, f"{what}; others report what they are")
            for status in (device, device.get("reported", {})):
                own = OpenerState if opener else LockState
                state = status.get("state", own.UNDEFINED.name)
                if state not in own.__members__:
                    kind = "a lock" if opener else "an opener"
                    self._problem("device", number, "state", f"{state} is a state of {kind}")
                if "mode" in status and not opener:
                    self._problem("device", number, "mode", "only openers have a mode")
            wanted = device.get("bridge")
            if wanted is None:
                continue
            if wanted > bridges:
                what = f"bridge is {wanted}; expected less, there are {bridges} [[bridge]] tables"
                self._problem("device", number, "bridge", what)
            elif refusal := not_served(device["type"]):
                self._problem("device", number, "bridge", refusal)

    def _problem(self, path: str, number: int, key: str | None, what: str) -> None:
        line = line_of(self._text, path, number, key)
        self.problems.append(f"{self._name}, line {line}: {what}")


def _build(simulator: Simulator, root: dict[str, Any]) -> None:
    simulator.clock.speed = root.get("speed", 1.0)
    simulator.add_account(**root.get("account", {}))
    simulator.network = type(simulator.network)(**root.get("network", {}))
    for name, value in root.get("web", {}).items():
        setattr(simulator.web_settings, name, value)
    for token in root.get("token", []):
        simulator.add_token(**token)
    bridges: list[Bridge] = []
    for values in root.get("bridge", []):
        added = simulator.add_bridge()
        added.quirks = Quirks(**values.get("quirks", {}))
        for name in _OF_A_BRIDGE & values.keys():
            setattr(added, name, values[name])
        bridges.append(added)
    for values in root.get("device", []):
        _device(simulator, bridges, values)
    for values in root.get("fault", []):
        simulator.faults.add(FaultRule(**values))
    for values in root.get("push", []):
        simulator.pushes.add(PushRule(**values))
    simulator.journal.clear()
    # Only now is anybody told of what happens.
    for built, values in zip(bridges, root.get("bridge", []), strict=True):
        urls: tuple[str, ...] = values.get("callbacks", ())
        built.callbacks = dict(enumerate(urls))
        built.powered = values.get("powered", True)


def _device(simulator: Simulator, bridges: list[Bridge], values: dict[str, Any]) -> None:
    number: int | None = values.get("bridge")
    chosen = {key: values[key] for key in ("firmware", "keypad", "door_sensor") if key in values}
    device = simulator.add_device(
        values["type"],
        values["name"],
        nuki_id=values.get("id"),
        mechanics=Mechanics(**values.get("mechanics", {})),
        bridge=None if number is None else bridges[number - 1],
        **chosen,
    )
    for fob in values.get("fob", []):
        auth = simulator.add_fob(device, fob["name"])
        auth.enabled = fob.get("enabled", True)
    for code in values.get("code", []):
        auth = simulator.add_code(device, code["name"], code["code"])
        for name in _LIMITS.keys() & code.keys():
            setattr(auth, name, code[name])
    device.jammed = values.get("jammed", False)
    seen_open = values.get("door") == DoorState.DOOR_OPENED
    device.door_open = values.get("door_open", seen_open)
    _settle(simulator, device, values | values.get("reported", {}))
    if values.get("online", True) and values.get("powered", True):
        return
    device.connected = values.get("online", True)
    device.powered = values.get("powered", True)
    simulator.connectivity_changed(device)
    if "reported" in values:
        _settle(simulator, device, values)


def _settle(simulator: Simulator, device: Device, values: dict[str, Any]) -> None:
    """Put a device into a state, as it would have come there."""
    cause = Cause(CauseKind.POWER)
    state, changes = values.get("state"), dict[str, Any]()
    if state is not None:
        changes["state"] = (OpenerState if device.is_opener else LockState)[state]
    changes |= {name: values[name] for name in ("door", "mode") if name in values}
    if changes:
        simulator.set_status(device, cause, **changes)
    if "battery" in values:
        simulator.at(device).charge(values["battery"])
    if state == OpenerState.RING_TO_OPEN_ACTIVE.name and device.powered:
        # It ends by itself, so somebody has to begin it.
        simulator.set_status(device, cause, state=OpenerState.ONLINE)
        simulator.act(device, OpenerAction.ACTIVATE_RING_TO_OPEN, cause)
        device.log.clear()
