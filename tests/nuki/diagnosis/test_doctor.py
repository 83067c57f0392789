"""The doctor finds what is wrong in a simulated house, and nothing in a healthy one."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from nuki import HashedToken, PlainToken, ValidationError
from nuki.diagnosis import CHECKS, Doctor, Finding, Network, Severity, Where, worst_of
from nuki_simulator import connect_bridge, sample_home
from nuki_simulator.serve.transports import SimulatorTransport
from tests.nuki.diagnosis.houses import (
    LIVING,
    RECEIVER,
    SICK,
    WELL,
    House,
    another_token,
    at_bridge,
    at_door,
    callbacks,
    examine,
    examine_async,
    firmware,
    hang,
    network,
    oauth,
)

if TYPE_CHECKING:
    import socket

    from nuki_simulator import Simulator

READS = {
    *("/info", "/list", "/callback/list", "/log"),
    *("/smartlock", "/smartlock/log", "/smartlock/auth/paged"),
}


def codes(found: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(finding.code for finding in found)


def evidence(finding: Finding) -> dict[str, Any]:
    return dict(finding.evidence)


@pytest.mark.parametrize("house", SICK.values(), ids=SICK)
def test_what_is_wrong_is_found_and_nothing_else(house: House) -> None:
    found = examine(house)
    assert codes(found) == house.codes
    assert all(finding.remedy for finding in found if finding.code != "unknown")


@pytest.mark.parametrize("house", WELL.values(), ids=WELL)
def test_a_healthy_house_has_nothing_wrong(house: House) -> None:
    found = house.doctor(sample_home()).examine()
    assert found
    assert worst_of(found) is Severity.OK
    assert not any(finding.remedy for finding in found)


@pytest.mark.parametrize("name", ["hung", "token", "clock ahead", "three wrong", "no internet"])
def test_it_is_found_asynchronously_too(name: str) -> None:
    assert examine_async(SICK[name]) == examine(SICK[name])


def test_a_healthy_house_is_so_asynchronously_too() -> None:
    assert examine_async(WELL["both"]) == ()


def test_an_authorization_that_is_not_renewed_is_to_be_given_again() -> None:
    house = House(codes=(), has_bridge=False, auth=oauth)
    assert codes(examine(house)) == ("web-token-expired",)


def test_findings_come_as_soon_as_they_are_known() -> None:
    simulator = sample_home()
    stream = House(codes=()).doctor(simulator).findings()
    assert next(stream).code == "web"
    before = simulator.calls
    assert next(stream).code == "web-scopes"
    assert simulator.calls == before + 2
    stream.close()
    assert simulator.calls == before + 2


# Nothing is changed, and a weak bridge is treated as one


class Watched(SimulatorTransport):
    """Notes what is asked for, and when it was answered."""

    def __init__(self, simulator: Simulator, noted: list[tuple[str, str, float, float]]) -> None:
        super().__init__(simulator)
        self._clock, self._noted = simulator.clock, noted

    def handle_request(self, request: Any) -> object:
        began = self._clock.elapsed
        try:
            return super().handle_request(request)
        finally:
            note = (request.url.host, f"{request.method} {request.url.path}", began)
            self._noted.append((*note, self._clock.elapsed))


@pytest.mark.slow
def test_nothing_is_changed_and_a_bridge_gets_its_pauses(subtests: pytest.Subtests) -> None:
    for name, house in (SICK | WELL).items():
        with subtests.test(name):
            noted: list[tuple[str, str, float, float]] = []
            simulator = sample_home()
            doctor = house.doctor(simulator)
            for client in (doctor._bridge, doctor._web):
                if client is not None:
                    transport: Any = client._transport
                    transport._client._transport = Watched(simulator, noted)
            bridge = simulator.bridges[0]
            before = (
                dict(bridge.callbacks),
                list(bridge.paired),
                bridge.token,
                bridge.auth_enabled,
            )
            began, moved = simulator.clock.elapsed, len(simulator.journal)
            doctor.examine()
            assert simulator.clock.elapsed - began < 66
            assert len(simulator.journal) == moved
            assert before == (bridge.callbacks, bridge.paired, bridge.token, bridge.auth_enabled)
            assert {what for _, what, _, _ in noted} <= {f"GET {path}" for path in READS}
            local = [(start, end) for host, _, start, end in noted if host != "api.nuki.io"]
            pauses = [later[0] - earlier[1] for earlier, later in pairwise(local)]
            assert all(pause >= 0.5 - 1e-9 for pause in pauses)
            assert len(local) <= 20


def test_the_token_goes_out_readable_only_if_that_is_allowed() -> None:
    for allowed in (False, True):
        sent: list[str] = []

        class Tapped(SimulatorTransport):
            def handle_request(self, request: Any) -> object:
                sent.append(str(request.url))  # noqa: B023 - used in this turn
                return super().handle_request(request)

        simulator = sample_home()
        bridge = connect_bridge(simulator)
        bridge._transport._client._transport = Tapped(simulator)  # type: ignore[attr-defined]
        another_token(simulator)
        Doctor(bridge, try_plain_token=allowed).examine()
        assert len(sent) > 2
        assert any("SimulatedBridge1" in url for url in sent) is allowed


def test_a_busy_bridge_is_waited_for_as_long_as_one_has_patience() -> None:
    house = House(
        codes=(), prepare=at_bridge("occupy", seconds=20), has_web=False, options={"patience": 30}
    )
    assert examine(house) == ()


def test_the_time_is_bounded() -> None:
    simulator = sample_home()
    simulator.bridges[0].quirks.extra_delay = 4.0
    found = examine(House(codes=(), has_web=False, options={"deadline": 6.0}), simulator)
    assert 6 <= simulator.clock.elapsed < 10
    assert codes(found) == ("unknown", "unknown")
    told = [(evidence(finding)["matter"], evidence(finding)["reason"]) for finding in found]
    assert told == [
        ("the check 'bridge-callbacks'", "it ended with RequestTimeoutError"),
        ("the check 'bridge-devices'", "the time was over"),
    ]


# What findings say


@pytest.mark.slow
def test_a_clock_that_is_wrong_is_measured_without_showing_the_token() -> None:
    for ahead in (300, -300, 3630, -7150, 95):
        simulator = sample_home()
        (found,) = examine(House(codes=(), prepare=at_bridge("set_clock", ahead)), simulator)
        assert found.severity is Severity.ERROR
        assert evidence(found) == {"seconds": ahead}


def test_what_else_is_wrong_is_found_though_the_clock_is_wrong() -> None:
    def prepare(home: Simulator) -> None:
        at_bridge("set_clock", 300)(home)
        callbacks("http://localhost/a")(home)
        at_door("Front door", "charge", 10)(home)

    found = codes(examine(House(codes=(), prepare=prepare)))
    assert found == ("bridge-clock-apart", "callback-localhost", "device-battery-low")


def test_who_holds_the_slots_is_told_without_secret_paths() -> None:
    (found,) = examine(SICK["slots"])
    held_by = evidence(found)["held_by"]
    assert held_by == ", ".join([f"http://{RECEIVER}:8123"] * 3)
    assert evidence(found)["slots"] == 3
    assert evidence(found)["programs"] == ", ".join(["Home Assistant"] * 3)
    house = House(
        codes=(), prepare=callbacks("http://a.example/nuki/bcb", "http://b.example/c", LIVING)
    )
    (full, *_) = examine(attrs.evolve(house, network=network(known=False)))
    assert evidence(full)["programs"] == "openHAB, unknown, Home Assistant"


def test_since_when_a_bridge_hangs_is_told_by_the_vendors_server() -> None:
    (found,) = examine(SICK["hung"])
    assert evidence(found)["since"] == "2026-03-02T07:00:00+00:00"
    (found,) = examine(House(codes=(), prepare=hang))
    assert evidence(found)["since"] == "unknown"


def test_since_when_a_bridge_is_busy_is_told_as_far_as_it_was_seen() -> None:
    (found,) = examine(SICK["busy"])
    assert 9 < evidence(found)["seconds"] < 13
    assert evidence(found)["since"].startswith("2026-03-02T07:00:0")


def test_a_bridge_that_was_free_in_between_is_busy_since_then() -> None:
    def prepare(home: Simulator) -> None:
        at_bridge("occupy", seconds=4)(home)
        home.clock.after(4.2, lambda: at_bridge("occupy", seconds=60)(home))

    found = examine(House(codes=(), prepare=prepare, has_web=False))
    assert codes(found) == ("bridge-busy",)
    assert evidence(found[0])["since"] >= "2026-03-02T07:00:04"


def test_a_bridge_gets_its_pause_before_it_is_looked_at() -> None:
    simulator = sample_home()
    looked: list[float] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        looked.append(simulator.clock.elapsed)
        raise ConnectionRefusedError

    around = Network(connect=connect)
    (found,) = examine(attrs.evolve(SICK["power"], network=around, has_web=False), simulator)
    assert found.code == "bridge-refused"
    assert len(looked) == 1
    assert looked[0] >= 0.5


def test_a_device_that_old_firmware_hears_is_known_by_the_account() -> None:
    def prepare(home: Simulator) -> None:
        firmware(2, 2, 0)(home)
        home.bridges[0].paired.remove(home.find("Intercom").smartlock_id)

    (found,) = examine(House(codes=(), prepare=prepare, scheme=HashedToken))
    assert (found.code, found.where.name) == ("device-unpaired", "Intercom")
    assert evidence(found)["device_type"] == "opener"


def test_where_a_bridge_is_instead_is_told() -> None:
    _, found = examine(SICK["address"])
    simulator = sample_home()
    server_id = f"{simulator.bridges[0].server_id:08X}"
    assert found.where == Where("bridge", id=server_id, address="http://192.168.1.50:8080")


def test_which_token_a_bridge_takes_is_told() -> None:
    for name, scheme in (("firmware 2.2.0", "hashed"), ("firmware 2.1.0", "plain")):
        (found,) = examine(SICK[name])
        version = name.partition(" ")[2]
        told = {"scheme": "encrypted", "accepted": scheme, "firmware": version}
        assert evidence(found) == told


def test_which_device_is_meant_is_told() -> None:
    (found,) = examine(SICK["battery"])
    assert found.where == Where("device", name="Front door", id="1A2B3C4D")
    assert evidence(found)["percent"] == 10
    assert evidence(found)["battery"] == "device"


def test_which_scopes_are_lacking_is_told() -> None:
    found = examine(SICK["read only"])
    scopes = [evidence(finding)["scopes"] for finding in found]
    assert scopes == ["smartlock.log", "smartlock.auth"]
    assert {finding.severity for finding in found} == {Severity.WARNING}
    (found_at_once,) = examine(SICK["only logs"])
    assert found_at_once.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("house", "told"),
    [
        (SICK["offline"], "though the Web API is reachable from here"),
        (SICK["no internet"], "and the Web API cannot be reached from here either"),
        (attrs.evolve(SICK["offline"], has_web=False), "and the Web API was not asked from here"),
    ],
    ids=["web", "no web", "not asked"],
)
def test_whose_internet_is_down_is_told(house: House, told: str) -> None:
    found = [one for one in examine(house) if one.code == "bridge-server-down"]
    assert [told in one.what for one in found] == [True]


def test_a_living_callback_is_no_finding_and_a_failed_one_of_long_ago_neither() -> None:
    assert examine(House(codes=(), prepare=callbacks(LIVING))) == ()

    def prepare(home: Simulator) -> None:
        SICK["failing"].prepare(home)
        home.clock.advance(25 * 3600)

    assert examine(House(codes=(), prepare=prepare)) == ()


def test_findings_are_written_as_json() -> None:
    (found,) = examine(SICK["battery"])
    assert json.loads(json.dumps(found.to_dict())) == {
        "code": "device-battery-low",
        "severity": "warning",
        "what": "The batteries of the device are nearly empty.",
        "remedy": "Change or charge them soon: without power only the key opens the door.",
        "where": {"kind": "device", "name": "Front door", "id": "1A2B3C4D"},
        "evidence": {
            "device_type": "smart_lock_3",
            "firmware": "3.10.7",
            "battery": "device",
            "percent": 10,
        },
    }


def test_there_must_be_something_to_examine() -> None:
    with pytest.raises(ValidationError, match="nothing to examine"):
        Doctor()


def test_checks_have_names_of_their_own() -> None:
    names = [check.name for check in CHECKS]
    assert len(names) == len(set(names))
    found = House(codes=(), scheme=PlainToken).doctor(sample_home())
    passed = {one.code for one in found.examine() if one.severity is Severity.OK}
    assert passed == set(names) - {"version", "bridge-token"}
