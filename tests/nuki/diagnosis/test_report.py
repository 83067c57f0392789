"""A report tells what is wrong, and nothing of whose it is."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuki.diagnosis import KINDS, SHAREABLE, Doctor, Finding, Severity, Where, kinds, report
from nuki_core.ids import DeviceType
from nuki_simulator import Simulator, connect_bridge, connect_web, sample_home
from nuki_simulator.web import Cloud
from tests.nuki.diagnosis.houses import RECEIVER, SICK, network

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS = st.characters(min_codepoint=33, max_codepoint=0x2FFF, categories=("L", "N", "P"))
HOSTS = st.from_regex(r"[a-z]{8,20}\.[a-z]{8,12}", fullmatch=True)
COORDINATES = st.floats(-90, 90).map(lambda degrees: round(degrees, 6))


@attrs.frozen(kw_only=True)
class Person:
    """All that there is in a house by which somebody could tell whose it is."""

    names: tuple[str, ...] = ("Front door", "Bell of the Smiths", "Cellar of Anna")
    ids: tuple[int, ...] = (10_975_253, 18_110_773, 25_246_293)
    server_id: int = 0x11223344
    account: str = "Anna Smith"
    email: str = "anna@smith.example"
    token: str = "AnnasToken1"
    api_token: str = "annas0api0token"
    ip: str = "192.168.77.50"
    hosts: tuple[str, ...] = ("hub.smith.example", "pi.smith.example")
    path: str = "secret-path-of-anna"
    place: tuple[float, float] = (47.123456, 15.654321)

    def values(self) -> Iterable[str]:
        yield from self.names
        yield from map(str, self.ids)
        yield from (f"{number:08X}" for number in (*self.ids, self.server_id))
        yield from (str(self.server_id), self.account, self.email, self.token, self.api_token)
        yield from (self.ip, *self.hosts, self.path, *map(str, self.place))


def findings_of(person: Person) -> tuple[Finding, ...]:
    """What is found in a house of this person in which much is wrong."""
    simulator = Simulator()
    account = simulator.add_account(person.account, person.email)
    simulator.add_token(account, text=person.api_token, scopes=("smartlock",))
    bridge = simulator.add_bridge(token=person.token, ip=person.ip)
    bridge.server_id, bridge.server_connected = person.server_id, False
    types = (DeviceType.SMART_LOCK_3, DeviceType.OPENER, DeviceType.SMART_LOCK)
    lock, opener, cellar = [
        simulator.add_device(kind, name, nuki_id=nuki_id, bridge=bridge)
        for kind, name, nuki_id in zip(types, person.names, person.ids, strict=True)
    ]
    config = Cloud.of(simulator).device(lock).config
    config.latitude, config.longitude = person.place
    simulator.at(lock).charge(7)
    simulator.at(opener).lose_connection()
    bridge.paired.remove(cellar.smartlock_id)
    for url in (
        f"https://{person.hosts[0]}/{person.path}",
        f"http://{person.hosts[1]}:8123/{person.path}",
        f"http://{RECEIVER}/{person.path}",
    ):
        simulator.at(bridge).register_callback(url)
    clients = connect_bridge(simulator), connect_web(simulator, person.api_token)
    return Doctor(*clients, network=network()).examine()


PLAIN = report(findings_of(Person()))


def test_a_report_tells_what_is_wrong() -> None:
    found = findings_of(Person())
    assert {one.code for one in found if one.severity} == {
        *("web-scope-missing", "bridge-server-down", "callbacks-full", "callback-https"),
        *("callback-dead", "device-battery-low", "device-out-of-range", "device-offline"),
        "device-unpaired",
    }
    assert "nuki-sdk" in PLAIN
    assert "worst: warning" in PLAIN
    assert "warning device-battery-low: device 1\n  The batteries of the device" in PLAIN
    assert "warning device-out-of-range: device 2" in PLAIN
    assert "  percent: 7\n" in PLAIN
    assert "  held_by: ***\n" in PLAIN


def test_what_is_planted_is_found_and_not_reported() -> None:
    person = Person()
    told = repr(findings_of(person))
    planted = [value for value in person.values() if value in told]
    assert {*person.names, person.ip, *person.hosts} <= set(planted)
    assert not [value for value in person.values() if value in PLAIN]


@pytest.mark.slow
@settings(max_examples=25)
@given(
    st.builds(
        Person,
        names=st.tuples(*[st.text(LETTERS, min_size=1, max_size=32)] * 3),
        # The simulator makes the strength of the signal of the id: this one stays the same.
        ids=st.lists(st.integers(1 << 20, (1 << 26) - 1), min_size=3, max_size=3, unique=True).map(
            lambda found: tuple(40 * number + 13 for number in found)
        ),
        server_id=st.integers(1 << 24, (1 << 32) - 1),
        account=st.text(LETTERS, min_size=1),
        email=st.emails(),
        token=st.from_regex(r"[A-Za-z0-9]{6,16}", fullmatch=True),
        api_token=st.from_regex(r"[a-z0-9]{20,40}", fullmatch=True),
        ip=st.ip_addresses(v=4, network="192.168.0.0/16").map(str),
        hosts=st.tuples(HOSTS, HOSTS),
        path=st.from_regex(r"[A-Za-z0-9]{1,40}", fullmatch=True),
        place=st.tuples(COORDINATES, COORDINATES),
    )
)
def test_two_people_with_the_same_problem_give_the_same_report(person: Person) -> None:
    assert report(findings_of(person)) == PLAIN


@pytest.mark.slow
def test_nothing_personal_is_reported_of_any_finding(subtests: pytest.Subtests) -> None:
    for name, house in SICK.items():
        with subtests.test(name):
            simulator = sample_home()
            doctor = house.doctor(simulator)
            for device in simulator.devices.values():
                device.name = f"Smith's {device.name}"
            bridge = simulator.bridges[0]
            text = report(doctor.examine())
            shown = [f"{device.nuki_id:08X}" for device in simulator.devices.values()]
            shown += [str(int(device.nuki_id)) for device in simulator.devices.values()]
            shown += [
                f"{bridge.server_id:08X}",
                str(bridge.server_id),
                bridge.token or "-",
                "Smith",
            ]
            shown += [
                *simulator.tokens,
                "192.168.",
                "127.0.",
                "http://",
                "example",
                "secret",
                "bridge.invalid",
            ]
            assert not [value for value in shown if value in text]


def test_only_what_may_be_shared_stands_in_sentences() -> None:
    for kind in KINDS:
        texts = (kind.what, kind.remedy)
        named = {field for text in texts for _, field, _, _ in Formatter().parse(text) if field}
        assert named <= SHAREABLE, kind.code


def test_evidence_that_nobody_has_allowed_is_masked() -> None:
    finding = Finding(
        "code", Severity.ERROR, "What.", "", Where("web", address="http://x"), (("note", "Anna"),)
    )
    assert "note: ***" in report([finding])
    assert "Anna" not in report([finding])


def test_every_kind_has_its_source_and_a_code_of_its_own() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    module = ast.parse(Path(kinds.__file__).read_text(encoding="utf-8"))
    sourced: dict[str, Any] = {}
    for kind, text in zip(module.body, module.body[1:], strict=False):
        if isinstance(kind, ast.AnnAssign) and isinstance(text, ast.Expr):
            assert isinstance(kind.target, ast.Name)
            assert isinstance(text.value, ast.Constant)
            sourced[kind.target.id] = text.value.value
    missing = [
        name
        for name, value in vars(kinds).items()
        if value in KINDS and "(" not in sourced.get(name, "") and name != "UNKNOWN"
    ]
    assert not missing
