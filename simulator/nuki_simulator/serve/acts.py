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
from nuki_simulator.world.devices import Device

from .descriptions import key_of
from .simulator import Simulator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nuki_core.json import JsonObject, JsonValue
    from nuki_simulator.world.bridges import Bridge

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


class Topic(Enum):
    """What acts are about: those of one topic stand together on the page."""

    DOOR = "At the door"
    KEYPAD = "Keypad, fob, button"
    TROUBLE = "Trouble"
    POWER = "Power and reach"
    BRIDGE = "At the bridge"
    TIME = "Time"
    PUSHES = "Callbacks and webhooks"
    TOKENS = "Tokens"


@attrs.frozen
class Way:
    """A usual way of doing an act, under the words that stand on its button."""

    label: str
    arguments: Mapping[str, JsonValue] = attrs.field(factory=dict[str, "JsonValue"])


@attrs.frozen
class Act:
    """Something that can be done at a device, at a bridge, or to the whole house.

    ``openers`` is ``True`` for what only openers have, ``False`` for what they lack. ``ways`` are
    the usual ways of doing it; none for what always wants to know more, such as a code.
    """

    name: str
    place: Place
    topic: Topic
    arguments: tuple[Argument, ...]
    summary: str
    openers: bool | None
    ways: tuple[Way, ...]
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
        noted = simulator.wire.hand(self.name, *key_of(simulator, target), values)
        try:
            self._method(hands, **values)
        except (LookupError, ValueError) as error:
            simulator.wire.failed(noted, str(error.args[0]))
            raise ActError(str(error.args[0])) from None

    def to_dict(self) -> JsonObject:
        """Describe it as JSON."""
        return {
            "name": self.name,
            "place": self.place.value,
            "topic": self.topic.value,
            "summary": self.summary,
            "openers": self.openers,
            "ways": [{"label": way.label, "arguments": {**way.arguments}} for way in self.ways],
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


def _act(owner: type, name: str, topic: Topic, *ways: Way, openers: bool | None = None) -> Act:
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
    return Act(name, _PLACES[owner], topic, arguments, summary, openers, ways, method)


ACTS: Final = (
    _act(
        AtTheDoor,
        "turn_key",
        Topic.DOOR,
        Way("Lock with the key", {"locked": True}),
        Way("Unlock with the key", {"locked": False}),
        openers=False,
    ),
    _act(AtTheDoor, "open_door", Topic.DOOR, Way("Open the door"), openers=False),
    _act(AtTheDoor, "close_door", Topic.DOOR, Way("Close the door"), openers=False),
    _act(AtTheDoor, "press_bell", Topic.DOOR, Way("Ring the bell"), openers=True),
    _act(AtTheDoor, "press_button", Topic.KEYPAD, Way("Press the button")),
    _act(AtTheDoor, "press_fob", Topic.KEYPAD),
    _act(AtTheDoor, "enter_code", Topic.KEYPAD),
    _act(
        AtTheDoor,
        "jam",
        Topic.TROUBLE,
        Way("Jam the bolt"),
        Way("Free the bolt", {"jammed": False}),
        openers=False,
    ),
    _act(
        AtTheDoor,
        "charge",
        Topic.POWER,
        Way("Drain the battery", {"percent": 5}),
        Way("New batteries", {"percent": 100}),
    ),
    _act(AtTheDoor, "pull_power", Topic.POWER, Way("Take the batteries out")),
    _act(AtTheDoor, "plug_in", Topic.POWER, Way("Put the batteries back")),
    _act(AtTheDoor, "lose_connection", Topic.POWER, Way("Take out of reach")),
    _act(AtTheDoor, "regain_connection", Topic.POWER, Way("Bring back into reach")),
    _act(AtTheBridge, "press_button", Topic.BRIDGE, Way("Press the button")),
    _act(AtTheBridge, "occupy", Topic.TROUBLE, Way("Keep busy for 10 s")),
    _act(AtTheBridge, "hang", Topic.TROUBLE, Way("Hang it until it is unplugged")),
    _act(AtTheBridge, "register_callback", Topic.TROUBLE),
    _act(AtTheBridge, "forget_callbacks", Topic.TROUBLE, Way("Forget callbacks")),
    _act(AtTheBridge, "set_clock", Topic.TROUBLE),
    _act(
        AtTheBridge,
        "reboot",
        Topic.TROUBLE,
        Way("Reboot"),
        Way("Reboot and forget callbacks", {"forget_callbacks": True}),
    ),
    _act(AtTheBridge, "pull_power", Topic.POWER, Way("Pull the plug")),
    _act(AtTheBridge, "plug_in", Topic.POWER, Way("Plug it in")),
    _act(AtTheBridge, "lose_connection", Topic.POWER, Way("Cut off from the server")),
    _act(AtTheBridge, "regain_connection", Topic.POWER, Way("Connect with the server")),
    _act(
        Simulator,
        "set_speed",
        Topic.TIME,
        Way("Stopped", {"factor": 0}),
        Way("Real time", {"factor": 1}),
        Way("Ten times", {"factor": 10}),
    ),
    _act(Simulator, "step", Topic.TIME, Way("One step")),
    _act(Simulator, "lose_push", Topic.PUSHES, Way("Lose the next")),
    _act(Simulator, "repeat_push", Topic.PUSHES, Way("Deliver the next twice")),
    _act(Simulator, "delay_push", Topic.PUSHES, Way("Delay the next by 10 s", {"seconds": 10})),
    _act(Simulator, "overtake_push", Topic.PUSHES, Way("Let the next be overtaken")),
    _act(Simulator, "expire_tokens", Topic.TOKENS, Way("Let tokens expire")),
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
