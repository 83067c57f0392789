"""Acts: everything that a hand can do to a simulated house, in one table.

Each act is a method of :class:`AtTheDoor`, :class:`AtTheBridge` or :class:`Simulator`, under the
method's name and with its arguments. Tests call the methods, the control API and the keyboard go
through :data:`ACTS`.
"""

from __future__ import annotations

from enum import Enum
from inspect import Parameter, getdoc, signature
from math import isfinite
from typing import TYPE_CHECKING, Final

import attrs

from nuki_simulator.world.at_the_bridge import AtTheBridge
from nuki_simulator.world.at_the_door import AtTheDoor
from nuki_simulator.world.bridges import Bridge
from nuki_simulator.world.devices import Device

from .simulator import Simulator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nuki_core.json import JsonObject, JsonValue

_KINDS: Final[Mapping[str, tuple[str, tuple[type, ...]]]] = {
    "bool": ("true or false", (bool,)),
    "int": ("an integer", (int,)),
    "float": ("a number", (int, float)),
    "str": ("a text", (str,)),
}


class ActError(ValueError):
    """An act that cannot be done as asked; the text says why, and what is expected."""


class Place(Enum):
    """Where an act is done."""

    DEVICE = "device"
    BRIDGE = "bridge"
    HOUSE = "house"


@attrs.frozen
class Argument:
    """An argument of an act; ``type`` is ``bool``, ``int``, ``float`` or ``str``.

    ``default`` is what is taken if it is not given; ``required`` ones have none.
    """

    name: str
    type: str
    required: bool
    default: JsonValue = None

    def read(self, value: JsonValue) -> JsonValue:
        """Check a value."""
        expected, types = _KINDS[self.type]
        wrong = isinstance(value, bool) and self.type != "bool"
        endless = isinstance(value, float) and not isfinite(value)
        if wrong or endless or not isinstance(value, types):
            raise ActError(f"{self.name} is {value!r}; expected {expected}")
        return value


@attrs.frozen
class Act:
    """Something that can be done at a device, at a bridge, or to the whole house.

    ``openers`` is ``True`` for what only openers have, ``False`` for what they lack.
    """

    name: str
    place: Place
    arguments: tuple[Argument, ...]
    summary: str
    openers: bool | None
    _method: Callable[..., object] = attrs.field(repr=False)

    def perform(
        self,
        simulator: Simulator,
        target: Device | Bridge | Simulator,
        given: Mapping[str, JsonValue],
    ) -> None:
        """Do it.

        Raises:
            ActError: An argument is wrong, missing or unknown, or the device has nothing to do it
                with.
        """
        if isinstance(target, Device) and self.openers not in {None, target.is_opener}:
            kind = "an opener" if self.openers else "a lock"
            raise ActError(f"{self.name} needs {kind}, and {target.name} is none")
        known = {argument.name: argument for argument in self.arguments}
        for name in given:
            if name not in known:
                names = ", ".join(known) or "none"
                raise ActError(f"{self.name} has no argument {name}; expected {names}")
        for argument in self.arguments:
            if argument.required and argument.name not in given:
                raise ActError(f"{self.name} needs {argument.name}: {_KINDS[argument.type][0]}")
        values = {name: known[name].read(value) for name, value in given.items()}
        hands = target if isinstance(target, Simulator) else simulator.at(target)
        try:
            self._method(hands, **values)
        except (LookupError, ValueError) as error:
            raise ActError(str(error.args[0])) from None

    def to_dict(self) -> JsonObject:
        """Describe it as JSON."""
        return {
            "name": self.name,
            "place": self.place.value,
            "summary": self.summary,
            "openers": self.openers,
            "arguments": [
                {
                    "name": argument.name,
                    "type": argument.type,
                    "required": argument.required,
                    "default": argument.default,
                }
                for argument in self.arguments
            ],
        }


_PLACES: Final = {AtTheDoor: Place.DEVICE, AtTheBridge: Place.BRIDGE, Simulator: Place.HOUSE}


def _act(owner: type, name: str, *, openers: bool | None = None) -> Act:
    method = getattr(owner, name)
    arguments = tuple(
        Argument(
            parameter.name,
            parameter.annotation,
            parameter.default is Parameter.empty,
            None if parameter.default is Parameter.empty else parameter.default,
        )
        for parameter in list(signature(method).parameters.values())[1:]
    )
    summary = (getdoc(method) or "").partition("\n")[0]
    return Act(name, _PLACES[owner], arguments, summary, openers, method)


ACTS: Final = (
    _act(AtTheDoor, "turn_key", openers=False),
    _act(AtTheDoor, "press_button"),
    _act(AtTheDoor, "press_fob"),
    _act(AtTheDoor, "enter_code"),
    _act(AtTheDoor, "press_bell", openers=True),
    _act(AtTheDoor, "open_door", openers=False),
    _act(AtTheDoor, "close_door", openers=False),
    _act(AtTheDoor, "jam", openers=False),
    _act(AtTheDoor, "charge"),
    _act(AtTheDoor, "pull_power"),
    _act(AtTheDoor, "plug_in"),
    _act(AtTheDoor, "lose_connection"),
    _act(AtTheDoor, "regain_connection"),
    _act(AtTheBridge, "press_button"),
    _act(AtTheBridge, "occupy"),
    _act(AtTheBridge, "hang"),
    _act(AtTheBridge, "register_callback"),
    _act(AtTheBridge, "forget_callbacks"),
    _act(AtTheBridge, "set_clock"),
    _act(AtTheBridge, "reboot"),
    _act(AtTheBridge, "pull_power"),
    _act(AtTheBridge, "plug_in"),
    _act(AtTheBridge, "lose_connection"),
    _act(AtTheBridge, "regain_connection"),
    _act(Simulator, "expire_tokens"),
    _act(Simulator, "lose_push"),
    _act(Simulator, "repeat_push"),
    _act(Simulator, "delay_push"),
    _act(Simulator, "overtake_push"),
    _act(Simulator, "set_speed"),
    _act(Simulator, "step"),
)
"""Every act; a device and a bridge may have acts of the same name."""


def find_act(place: Place, name: str) -> Act:
    """Find an act by its place and name.

    Raises:
        ActError: There is none; the text names those that there are.
    """
    found = [act for act in ACTS if act.place == place]
    for act in found:
        if act.name == name:
            return act
    names = ", ".join(act.name for act in found)
    raise ActError(f"nobody can {name!r} at a {place.value}; expected one of {names}")


def find_target(simulator: Simulator, place: Place, key: str) -> Device | Bridge | Simulator:
    """Find what an act is done to; without ``key`` the only one that there is.

    A device goes by its name, by the hex digits of its id or by its ``smartlockId``; a bridge by
    its number, 1 for the first; the house needs no key.

    Raises:
        ActError: There is no such one, or more than one; the text names those that there are.
    """
    if place == Place.HOUSE:
        return simulator
    found: dict[Device | Bridge, tuple[str, ...]] = {}
    if place == Place.BRIDGE:
        found = {bridge: (str(number),) for number, bridge in enumerate(simulator.bridges, start=1)}
    else:
        for device in simulator.devices.values():
            found[device] = (device.name, device.nuki_id.hex, str(int(device.smartlock_id)))
    fitting = [one for one, keys in found.items() if not key or key in keys]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(repr(keys[0]) for keys in found.values()) or "none"
    problem = f"which {place.value} is meant" if not key or fitting else f"no {place.value} {key!r}"
    raise ActError(f"{problem}: there is {names}")


def describe(target: Device | Bridge | Simulator) -> JsonObject:
    """Describe what an act is done to as it really is, with what servers know of it."""
    if isinstance(target, Simulator):
        return {
            "now": target.clock.now().isoformat(),
            "speed": target.clock.speed,
            "devices": [describe(device) for device in target.devices.values()],
            "bridges": [describe(bridge) for bridge in target.bridges],
        }
    if isinstance(target, Bridge):
        return {
            "serverId": target.server_id,
            "url": target.base_url,
            "powered": target.powered,
            "serverConnected": target.server_connected,
            "callbacks": [url for _, url in sorted(target.callbacks.items())],
            "paired": [int(smartlock_id) for smartlock_id in target.paired],
        }
    status, reported = target.status, target.reported
    return {
        "smartlockId": int(target.smartlock_id),
        "nukiId": target.nuki_id.hex,
        "type": target.type.name,
        "name": target.name,
        "state": status.state.name,
        "reportedState": None if reported is None else reported.state.name,
        "mode": status.mode.name,
        "door": status.door.name,
        "battery": status.battery_charge,
        "ringing": status.ringing,
        "jammed": target.jammed,
        "powered": target.powered,
        "connected": target.connected,
    }
