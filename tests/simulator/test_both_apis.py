"""A thousand random operations, after which both APIs and the journal must agree."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from nuki import bridge, web
from nuki.web import LockState, OpenerState
from nuki_core.model import to_jsonable
from nuki_core.unset import UNSET
from nuki_simulator import CauseKind, Device, FaultKind, FaultRule, PhysicalEvent, sample_home
from nuki_simulator.messages import HttpRequest, HttpResponse, Wait
from nuki_simulator.serve.dispatch import Host, proceed, receive
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN, CODE
from tools.cassettes.requests import request_of

if TYPE_CHECKING:
    from nuki_core.request import Operation, Request

STEPS: Final = 100  # a good 40 requests
MOVES: Final = {
    PhysicalEvent.LOCKED,
    PhysicalEvent.UNLOCKED,
    PhysicalEvent.UNLATCHED,
    PhysicalEvent.STRIKE_RELEASED,
}
RESTING: Final = {
    PhysicalEvent.LOCKED: {LockState.LOCKED},
    PhysicalEvent.UNLOCKED: {LockState.UNLOCKED, LockState.UNDEFINED},
    PhysicalEvent.UNLATCHED: {LockState.UNLOCKED, LockState.UNDEFINED},
    PhysicalEvent.BLOCKED: {LockState.MOTOR_BLOCKED, LockState.UNDEFINED},
    PhysicalEvent.STRIKE_RELEASED: {OpenerState.ONLINE, OpenerState.RING_TO_OPEN_ACTIVE},
}
NAMES: Final = st.sampled_from(["Front door", "Intercom", "Back door", "Office"])
DONE: Final = range(200, 300)


def named(operations: tuple[Operation, ...], name: str) -> Operation:
    return next(each for each in operations if f"{each.resource}.{each.name}" == name)


class BothApis(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.home = sample_home()
        self.bridge = Host(self.home.bridges[0])
        self.faulty: set[int] = set()

    def ask_bridge(self, name: str, **arguments: Any) -> HttpResponse:
        request = request_of(named(bridge.OPERATIONS, name), arguments)
        query = (*request.query, ("token", BRIDGE_TOKEN))
        return self.exchange(self.bridge, HttpRequest("GET", request.path, query))

    def ask_web(self, name: str, **arguments: Any) -> HttpResponse:
        request = request_of(named(web.OPERATIONS, name), arguments)
        headers = {"authorization": f"Bearer {API_TOKEN}", "content-type": "application/json"}
        incoming = HttpRequest(
            request.operation.method, request.path, request.query, headers, body_of(request)
        )
        return self.exchange(Host(), incoming)

    def exchange(self, host: Host, incoming: HttpRequest) -> HttpResponse:
        reply = receive(self.home, host, incoming)
        while isinstance(reply, Wait):
            self.home.clock.advance(reply.seconds)
            reply = proceed(self.home, reply)
        return reply

    def device(self, name: str) -> Device:
        return self.home.find(name)

    # What people ask for

    @rule(name=NAMES, action=st.integers(1, 5), no_wait=st.booleans())
    def act_by_bridge(self, name: str, action: int, *, no_wait: bool) -> None:
        device = self.device(name)
        answer = self.ask_bridge(
            "device.act",
            nuki_id=device.nuki_id,
            device_type=device.type,
            action=action,
            no_wait=int(no_wait),
        )
        self.check_success(answer, device)

    @rule(name=NAMES, simple=st.sampled_from(["device.lock", "device.unlock"]))
    def act_simply_by_bridge(self, name: str, simple: str) -> None:
        device = self.device(name)
        answer = self.ask_bridge(simple, nuki_id=device.nuki_id, device_type=device.type)
        self.check_success(answer, device)

    def check_success(self, answer: HttpResponse, device: Device) -> None:
        """What a bridge reports as done must stand in the journal, or be under way."""
        if answer.status == 200 and json.loads(answer.body)["success"]:
            caused = self.home.journal.caused_by(self.home.calls)
            assert caused or device.moving

    @rule(name=NAMES, action=st.sampled_from([1, 2, 3, 4, 5, 6, 7]))
    def act_by_web(self, name: str, action: int) -> None:
        device = self.device(name)
        held = device.operation_id
        answer = self.ask_web(
            "smartlock.act",
            smartlock_id=device.smartlock_id,
            body=web.SmartlockAction(action=action),  # type: ignore[arg-type]
        )
        if held:
            assert answer.status not in DONE

    @rule(name=NAMES, simple=st.sampled_from(["smartlock.lock", "smartlock.unlock"]))
    def act_simply_by_web(self, name: str, simple: str) -> None:
        self.ask_web(simple, smartlock_id=self.device(name).smartlock_id)

    @rule(name=NAMES)
    def read(self, name: str) -> None:
        device = self.device(name)
        self.ask_bridge("device.state", nuki_id=device.nuki_id, device_type=device.type)
        self.ask_web("smartlock.get", smartlock_id=device.smartlock_id)

    # What happens at the door

    @rule(name=st.sampled_from(["Front door", "Back door", "Office"]), locked=st.booleans())
    def turn_key(self, name: str, *, locked: bool) -> None:
        self.home.at(self.device(name)).turn_key(locked=locked)

    @rule(name=NAMES)
    def press_button(self, name: str) -> None:
        self.home.at(self.device(name)).press_button()

    @rule()
    def press_bell(self) -> None:
        self.home.at(self.device("Intercom")).press_bell()

    @rule(code=st.sampled_from([CODE, 111_222]))
    def enter_code(self, code: int) -> None:
        self.home.at(self.device("Front door")).enter_code(code)

    @rule(name=NAMES, opened=st.booleans())
    def move_door(self, name: str, *, opened: bool) -> None:
        at = self.home.at(self.device(name))
        (at.open_door if opened else at.close_door)()

    @rule(name=NAMES)
    def change_power(self, name: str) -> None:
        device = self.device(name)
        at = self.home.at(device)
        (at.pull_power if device.powered else at.plug_in)()

    @rule(name=NAMES)
    def change_reach(self, name: str) -> None:
        device = self.device(name)
        at = self.home.at(device)
        (at.lose_connection if device.connected else at.regain_connection)()

    @rule(name=NAMES, jammed=st.booleans())
    def jam(self, name: str, *, jammed: bool) -> None:
        self.home.at(self.device(name)).jam(jammed=jammed)

    @rule(seconds=st.floats(0, 90))
    def wait(self, seconds: float) -> None:
        self.home.clock.advance(seconds)

    @rule(kind=st.sampled_from([FaultKind.RESET_AFTER, FaultKind.RESET_BEFORE, FaultKind.STALL]))
    def break_something(self, kind: FaultKind) -> None:
        self.home.faults.clear()
        self.home.faults.add(FaultRule(kind=kind))

    # What must hold in the end

    def teardown(self) -> None:
        self.home.faults.clear()
        for device in self.home.devices.values():
            if not device.powered:
                self.home.at(device).plug_in()
            self.home.at(device).regain_connection()
        self.home.clock.settle()
        self.check_apis()
        self.check_journal()

    def check_apis(self) -> None:
        by_bridge = {
            entry["nukiId"]: entry for entry in json.loads(self.ask_bridge("device.list").body)
        }
        for entry in json.loads(self.ask_web("smartlock.list").body):
            device = self.home.devices[entry["smartlockId"]]
            assert device.operation_id is None
            assert entry["state"]["state"] == device.status.state.value
            known = by_bridge.get(int(device.nuki_id), {}).get("lastKnownState")
            if known is not None:
                assert known["state"] == entry["state"]["state"]
                assert known["batteryCritical"] == entry["state"]["batteryCritical"]

    def check_journal(self) -> None:
        moves = Counter(
            (entry.cause.call, entry.smartlock_id, entry.event)
            for entry in self.home.journal
            if entry.cause.call is not None and entry.event in MOVES
        )
        assert all(times == 1 for times in moves.values())
        for device in self.home.devices.values():
            last = list(self.home.journal.of(device.smartlock_id, *RESTING))[-1:]
            for entry in last:
                assert device.status.state in RESTING[entry.event] | {LockState.UNDEFINED}
                assert entry.cause.kind in CauseKind


def body_of(request: Request[Any]) -> bytes:
    return b"" if request.body is UNSET else json.dumps(to_jsonable(request.body)).encode()


TestBothApis = pytest.mark.slow(BothApis.TestCase)
TestBothApis.settings = settings(
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
