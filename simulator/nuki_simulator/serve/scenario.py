"""Scenario files: a simulator's world in TOML.

::

    seed = 7

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

All keys are listed in :mod:`nuki_simulator.serve.fields`.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from nuki_simulator.world.bridges import Quirks, not_served
from nuki_simulator.world.clock import START
from nuki_simulator.world.devices import Mechanics

from .faults import FaultRule
from .fields import LISTS, MISFITS, TABLES
from .lines import line_of
from .simulator import Simulator

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from nuki_simulator.world.bridges import Bridge

_AT_LINE: Final = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")


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
    return _build(root, start)


class _Reading:
    """A document on its way to values, and what is wrong with it."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._seen: dict[str, int] = {}
        self.problems: list[str] = []

    def table(self, path: str, found: dict[str, Any]) -> dict[str, Any]:
        """The values of a table and of those inside it."""
        number = self._seen.get(path, 0)
        self._seen[path] = number + 1
        values: dict[str, Any] = {}
        for key, value in found.items():
            inner = f"{path}.{key}" if path else key
            if key in TABLES[path]:
                self._value(path, number, key, value, values)
            elif inner in TABLES:
                values[key] = self._inner(inner, value)
            else:
                self._unknown(path, number, key)
        for key, field in TABLES[path].items():
            if field.required and key not in found:
                self._problem(path, number, None, f"{key} is missing; expected {field.expected}")
        return values

    def check_references(self, root: dict[str, Any]) -> None:
        """Check what one table says about another."""
        bridges = len(root.get("bridge", []))
        for number, device in enumerate(root.get("device", [])):
            wanted = device.get("bridge")
            if wanted is None:
                continue
            if wanted > bridges:
                what = f"bridge is {wanted}; expected less, there are {bridges} [[bridge]] tables"
                self._problem("device", number, "bridge", what)
            elif refusal := not_served(device["type"]):
                self._problem("device", number, "bridge", refusal)

    def _inner(self, path: str, value: Any) -> Any:
        number = self._seen.get(path, 0)
        if path in LISTS:
            if isinstance(value, list) and all(isinstance(each, dict) for each in value):  # pyright: ignore[reportUnknownVariableType]
                return [self.table(path, each) for each in value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            self._problem(path, number, None, f"expected [[{path}]] tables")
            return []
        if isinstance(value, dict):
            return self.table(path, value)  # pyright: ignore[reportUnknownArgumentType]
        self._problem(path, number, None, f"expected one [{path}] table")
        return {}

    def _value(self, path: str, number: int, key: str, value: Any, values: dict[str, Any]) -> None:
        field = TABLES[path][key]
        try:
            values[key] = field.read(value)
        except MISFITS:
            self._problem(path, number, key, f"{key} is {value!r}; expected {field.expected}")

    def _unknown(self, path: str, number: int, key: str) -> None:
        inner = [name.rpartition(".")[2] for name in TABLES if name and _parent(name) == path]
        names = ", ".join([*TABLES[path], *inner])
        self._problem(path, number, key, f"{key} is not known here; expected one of {names}")

    def _problem(self, path: str, number: int, key: str | None, what: str) -> None:
        line = line_of(self._text, path, number, key)
        self.problems.append(f"{self._name}, line {line}: {what}")


def _parent(path: str) -> str:
    return path.rpartition(".")[0]


def _build(root: dict[str, Any], start: datetime) -> Simulator:
    simulator = Simulator(root.get("seed", 1), root.get("start", start))
    simulator.add_account(**root.get("account", {}))
    simulator.network = type(simulator.network)(**root.get("network", {}))
    for token in root.get("token", []):
        simulator.add_token(**token)
    bridges = [_bridge(simulator, values) for values in root.get("bridge", [])]
    for values in root.get("device", []):
        _device(simulator, bridges, values)
    for values in root.get("fault", []):
        simulator.faults.add(FaultRule(**values))
    return simulator


def _bridge(simulator: Simulator, values: dict[str, Any]) -> Bridge:
    chosen = {name: values[name] for name in ("token", "ip", "port") if name in values}
    bridge = simulator.add_bridge(**chosen)
    bridge.quirks = Quirks(**values.get("quirks", {}))
    for name in ("type", "firmware", "clock_offset"):
        setattr(bridge, name, values.get(name, getattr(bridge, name)))
    return bridge


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
    for code in values.get("code", []):
        simulator.add_code(device, **code)
    device.jammed = values.get("jammed", False)
    if "battery" in values:
        simulator.at(device).charge(values["battery"])
    if not values.get("online", True):
        simulator.at(device).lose_connection()
