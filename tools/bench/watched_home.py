"""A simulated home that is watched while things happen to it, and the truth to compare with."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any

import attrs

from nuki import CallbackReceiver, DeviceType, Home, WebhookReceiver
from nuki.watching import GRACE, WITH_PUSHES, WITHOUT_PUSHES
from nuki.web import AdvancedApiKey, DoorState, LockState, OpenerState, WebhookFeature
from nuki_simulator import FaultKind, FaultRule, PushFault, PushRule, Simulator
from nuki_simulator.serve.clients import connect_bridge, connect_web, virtual_clock
from nuki_simulator.serve.simulator import sample_home
from nuki_simulator.web.cloud import Cloud

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki import Event
    from nuki.devices import Device
    from nuki_simulator import Delivery
    from nuki_simulator.world.at_the_bridge import AtTheBridge

URL = "http://192.168.1.20:8000/9fK2cQ7x"
HOOK = "https://example.com/9fK2cQ7x"
SECRET = "SimulatedSecret1"
_TICK = 7.0
_UNKNOWN = {LockState.UNDEFINED, OpenerState.UNDEFINED}


class Over(Exception):  # noqa: N818 - the time is over, which is no error
    """Raised by the simulator's clock to end a watch."""


class Watched:
    """Watches a home until its time is over, and compares what it shows with the truth."""

    def __init__(
        self, *apis: str, simulator: Simulator | None = None, pushes: bool = True, **options: Any
    ) -> None:
        self.simulator = simulator or sample_home()
        self.clock = self.simulator.clock
        connect: dict[str, Callable[[Simulator], Any]] = {
            "bridge": connect_bridge,
            "web": connect_web,
        }
        self.home = Home(*(connect[api](self.simulator) for api in apis or ("bridge",)))
        self.receiver = CallbackReceiver(URL, clock=virtual_clock(self.simulator))
        self.webhooks = WebhookReceiver(SECRET, clock=virtual_clock(self.simulator))
        self.apis, self.pushes, self.options = apis or ("bridge",), pushes, options
        if pushes and "web" in self.apis:
            subscribe(self.simulator)
        self.interval = options.get("poll_interval")
        self.events: list[tuple[float, Event[Device]]] = []
        self.wrong: list[str] = []
        self.known = self.unknown = 0
        self.simulator.outbox.receivers.update({URL: self._deliver, HOOK: self._deliver})
        self._truth: dict[str, list[tuple[float, object]]] = {}
        self.simulator.listen(lambda _event: self._note())
        self._note()

    def _deliver(self, delivery: Delivery) -> int | None:
        """Hand a message to its receiver, as a server in front of it does."""
        receiver = self.webhooks if delivery.url == HOOK else self.receiver
        return receiver.receive("POST", delivery.headers, delivery.body)[0]

    def at(self, name: str = "Front door") -> Any:
        return self.simulator.at(self.simulator.find(name))

    def at_bridge(self) -> AtTheBridge:
        return self.simulator.at(self.simulator.bridges[0])

    def after(self, seconds: float, action: Callable[[], object]) -> None:
        self.clock.after(seconds, action)

    def run(self, seconds: float) -> None:
        """Watch for so long."""
        receivers: dict[str, Any] = {}
        if self.pushes and "bridge" in self.apis:
            receivers["callbacks"] = self.receiver
        if self.pushes and "web" in self.apis:
            receivers["webhooks"] = self.webhooks

        def over() -> None:
            raise Over

        self.after(seconds, over)
        self.after(_TICK, self._check)
        try:
            with self.home.watch(**receivers, **self.options) as watch:
                for event in watch:
                    self.events.append((self.clock.elapsed, event))
                    self._check(again=False)
        except Over:
            pass

    def told(self, kind: type[Event[Any]]) -> list[tuple[float, Event[Device]]]:
        return [(at, event) for at, event in self.events if type(event) is kind]

    @property
    def bound(self) -> float:
        """How old what is shown may be."""
        return (self.interval or (WITH_PUSHES if self.pushes else WITHOUT_PUSHES)) + GRACE

    def _note(self) -> None:
        """Write down what is true of each device."""
        for device in self.simulator.devices.values():
            history = self._truth.setdefault(device.nuki_id.hex, [])
            state, door = device.status.state, device.status.door
            now = (
                None if state in _UNKNOWN else state,
                None if door == DoorState.UNAVAILABLE else door,
            )
            if not history or history[-1][1] != now:
                history.append((self.clock.elapsed, now))

    def _check(self, *, again: bool = True) -> None:
        """Compare each device that is shown with what was true since the bound."""
        self._note()
        since = self.clock.elapsed - self.bound
        for device in self.home._by_hex.values():  # noqa: SLF001 - what is shown, without asking
            shown = (device.snapshot.state, device.snapshot.door_state)
            self.known += shown[0] is not None
            self.unknown += shown[0] is None
            history = self._truth.get(device.hex, [])
            ends = [began for began, _ in history[1:]] + [float("inf")]
            true = [truth for (_, truth), end in zip(history, ends, strict=True) if end >= since]
            for place, aspect in enumerate(("state", "door")):
                possible = {one[place] for one in true}  # type: ignore[index]
                if shown[place] is not None and shown[place] not in possible:
                    when = f"{self.clock.elapsed:.1f} s: {device.name} {aspect}"
                    self.wrong.append(f"{when} shows {shown[place]}, true was {possible}")
        if again:
            self.after(_TICK, self._check)


def subscribe(simulator: Simulator) -> None:
    """Have the account's webhooks posted to us."""
    account = Cloud.of(simulator).account(simulator.account.account_id)
    account.applications[1] = AdvancedApiKey.from_dict(
        {
            "status": "ACTIVE",
            "type": "SMART_HOME",
            "secret": SECRET,
            "webhookUrl": HOOK,
            "webhookFeatures": [feature.value for feature in WebhookFeature],
        }
    )


# Schedules of events and faults


@attrs.frozen
class Happening:
    """Something that happens ``after`` so many seconds since the one before."""

    after: float
    what: str
    how: int

    def __str__(self) -> str:
        return f"{self.after:g} s later: {self.what} ({self.how})"


@attrs.frozen
class Schedule:
    """What happens to a home and to those who tell of it; ``length`` in seconds."""

    happenings: tuple[Happening, ...]
    length: float = 1000.0

    @property
    def is_hard(self) -> bool:
        """Whether the bridge or its devices may be away for most of the time."""
        away = {"power", "clock", "hang", "busy", "reach"}
        return any(one.what in away for one in self.happenings)

    def run(self, watched: Watched) -> Watched:
        """Let it all happen while the home is watched."""
        moment = 5.0  # a refusal at the very beginning is raised
        for one in self.happenings:
            moment += one.after
            if moment < self.length:
                watched.after(moment, partial(HAPPENINGS[one.what], watched, one.how))
        watched.run(self.length)
        return watched


def _device(watched: Watched, how: int) -> Any:
    return watched.at(("Front door", "Intercom")[how % 2])


def _turn(watched: Watched, how: int) -> None:
    watched.at().turn_key(locked=bool(how & 1))


def _reach(watched: Watched, how: int) -> None:
    at = _device(watched, how)
    (at.regain_connection if how & 4 else at.lose_connection)()


def _door(watched: Watched, how: int) -> None:
    (watched.at().open_door if how & 1 else watched.at().close_door)()


def _press(watched: Watched, how: int) -> None:
    _device(watched, how).press_button()


def _ring(watched: Watched, _how: int) -> None:
    watched.at("Intercom").press_bell()


def _power(watched: Watched, how: int) -> None:
    watched.at_bridge().pull_power()
    watched.after(10.0 * how, watched.at_bridge().plug_in)


def _reboot(watched: Watched, how: int) -> None:
    """The bridge forgets its callbacks, with a restart or without."""
    bridge = watched.at_bridge()
    bridge.forget_callbacks()
    if how % 2:
        bridge.reboot()


def _busy(watched: Watched, how: int) -> None:
    watched.at_bridge().occupy(3.0 * (how + 1))


def _clock(watched: Watched, how: int) -> None:
    watched.at_bridge().set_clock((0, 30, -500, 5000)[how % 4])


def _hang(watched: Watched, how: int) -> None:
    rule = FaultRule(kind=FaultKind.STALL, times=how % 8 + 1, seconds=30)
    watched.simulator.faults.add(rule)


def _break(watched: Watched, how: int) -> None:
    kinds = [FaultKind.REFUSE, FaultKind.RESET_AFTER, FaultKind.TRUNCATE, FaultKind.BAD_GATEWAY]
    watched.simulator.faults.add(FaultRule(kind=kinds[how % 4], times=how // 2 + 1))


def _token(watched: Watched, how: int) -> None:
    """The token of the Web API is refused for a while."""
    token = next(iter(watched.simulator.tokens.values()))
    token.expires = watched.clock.now()

    def renew() -> None:
        token.expires = None

    watched.after(20.0 * (how + 1), renew)


def _pushes(watched: Watched, how: int) -> None:
    """From now on pushes are lost, come twice or late, or all is well; or some are overtaken."""
    fault = (None, *PushFault)[how % 5]
    pushes = watched.simulator.pushes
    pushes.clear()
    if fault is not None:
        # If all of them waited to be overtaken, none would be.
        times = how // 4 + 1 if fault is PushFault.OVERTAKE else None
        seconds = (1.0, 30.0, 340.0, 600.0)[how // 4]
        pushes.add(PushRule(fault=fault, times=times, seconds=seconds))


HAPPENINGS: dict[str, Callable[[Watched, int], None]] = {
    "turn": _turn,
    "door": _door,
    "press": _press,
    "ring": _ring,
    "reach": _reach,
    "power": _power,
    "reboot": _reboot,
    "busy": _busy,
    "clock": _clock,
    "hang": _hang,
    "break": _break,
    "token": _token,
    "pushes": _pushes,
}


def small_home() -> Simulator:
    """A bridge with a lock and an opener; what is asked of it is quickly said."""
    simulator = Simulator()
    simulator.add_token()
    bridge = simulator.add_bridge(token="SimulatedBridge1")
    add = partial(simulator.add_device, bridge=bridge)
    add(DeviceType.SMART_LOCK_3, "Front door", nuki_id=0x1A2B3C4D, door_sensor=True)
    add(DeviceType.OPENER, "Intercom", nuki_id=0x2B3C4D5E)
    return simulator


def random_schedule(seed: int) -> Schedule:
    """Any sequence of events and faults; the same seed gives the same one."""
    chance = Random(seed)  # noqa: S311 - it decides what happens to nobody
    often = [*HAPPENINGS, *["turn", "door"] * 4, *["pushes"] * 2]
    return Schedule(
        tuple(
            Happening(
                after=chance.choice([0.0, 0.5, 3.0, *[float(chance.randrange(250))] * 4]),
                what=chance.choice(often),
                how=chance.randrange(16),
            )
            for _ in range(chance.randint(1, 20))
        )
    )
