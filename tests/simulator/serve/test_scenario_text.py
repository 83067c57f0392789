"""A house survives being written and read again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki.web import OpenerAction, Weekdays
from nuki_simulator import FaultKind, FaultRule, PushFault, PushRule, Simulator, sample_home
from nuki_simulator.serve.acts import ACTS, Act, ActError, Place
from nuki_simulator.serve.descriptions import describe
from nuki_simulator.serve.scenario import ScenarioError, parse_scenario, restore_scenario
from nuki_simulator.serve.scenario_text import write_scenario
from nuki_simulator.world.journal import Cause, CauseKind

if TYPE_CHECKING:
    from nuki_simulator.world.devices import Device

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def again(home: Simulator) -> Simulator:
    return parse_scenario(write_scenario(home), "again", home.clock.now())


def seen(home: Simulator) -> dict[str, Any]:
    """The house, without what passes: the time, movements, what a bridge is doing."""
    found: dict[str, Any] = describe(home, home)
    for name in ("now", "elapsed"):
        del found[name]
    for bridge in found["bridges"]:
        for name in ("busy", "pressed", "starting"):
            del bridge[name]
    return found


def test_the_sample_home_comes_back() -> None:
    home = sample_home()
    assert seen(again(home)) == seen(home)
    assert write_scenario(again(home)) == write_scenario(home)


VALUES = {
    "code": 345_678,
    "name": "Owner",
    "percent": 7,
    "factor": 10.0,
    "ahead": -90.0,
    "seconds": 2.5,
    "times": 3,
}


def arguments(act: Act) -> st.SearchStrategy[dict[str, Any]]:
    fixed: dict[str, st.SearchStrategy[Any]] = {
        argument.name: st.booleans()
        if argument.type == "bool"
        else st.just(VALUES.get(argument.name, "http://10.0.0.1"))
        for argument in act.arguments
    }
    return st.fixed_dictionaries(fixed)


@pytest.mark.slow
@given(st.data())
def test_whatever_hands_did_comes_back(data: st.DataObject) -> None:
    home = sample_home()
    for act in data.draw(st.lists(st.sampled_from(ACTS), max_size=12)):
        places: dict[Place, list[Any]] = {
            Place.DEVICE: [*home.devices.values()],
            Place.BRIDGE: [*home.bridges],
            Place.HOUSE: [home],
        }
        try:
            place = data.draw(st.sampled_from(places[act.place]))
            act.perform(home, place, data.draw(arguments(act)))
        except ActError:
            continue
    home.clock.settle(120)
    for device in home.devices.values():
        if device.status.ringing:
            home.clock.advance(31)
    if any(bridge.starting for bridge in home.bridges):
        home.clock.advance(11)
    restored = again(home)
    assert seen(restored) == seen(home)
    assert not restored.journal
    assert write_scenario(restored) == write_scenario(home)


def test_what_moves_has_arrived() -> None:
    home = sample_home()
    home.at(home.find("Front door")).press_button()
    home.act(home.find("Intercom"), OpenerAction.ELECTRIC_STRIKE_ACTUATION, Cause(CauseKind.BUTTON))
    restored = again(home)
    home.clock.settle()
    assert seen(restored) == seen(home)


def test_limits_of_codes_come_back() -> None:
    home = sample_home()
    door = home.find("Front door")
    code = next(auth for auth in door.auths.values() if auth.code)
    code.allowed_until_date = NOW
    code.allowed_from_time = 90
    code.allowed_week_days = Weekdays.MONDAY | Weekdays.FRIDAY
    code.enabled = False
    restored = next(auth for auth in again(home).find("Front door").auths.values() if auth.code)
    names = ("allowed_until_date", "allowed_from_time", "allowed_week_days", "enabled", "name")
    assert [getattr(restored, name) for name in names] == [getattr(code, name) for name in names]


def test_what_is_left_of_rules_comes_back() -> None:
    home = sample_home()
    lost = home.faults.add(FaultRule(kind=FaultKind.STALL, nth=2, times=3, operation="device.act"))
    over = home.pushes.add(PushRule(fault=PushFault.LOSE))
    home.faults.add(FaultRule(kind=FaultKind.REFUSE, times=None))
    for _ in range(3):
        lost.counts()
        over.counts()
    first, second = again(home).faults.rules
    assert (first.nth, first.times, first.operation) == (1, 1, "device.act")
    assert second.times is not None
    assert second.times > 1_000_000
    assert again(home).pushes.rules == []


def test_settings_and_tokens_come_back() -> None:
    home = sample_home()
    home.web_settings.strict = True
    home.web_settings.stop_webhooks_after = 4
    home.bridges[0].quirks.omit = frozenset({"name", "firmwareVersion"})
    home.network.loss = 0.5
    home.add_token(text="one", scopes=("account", "smartlock"), expires=NOW)
    restored = again(home)
    assert restored.web_settings == home.web_settings
    assert restored.bridges[0].quirks == home.bridges[0].quirks
    assert restored.network == home.network
    token = restored.tokens["one"]
    assert (token.scopes, token.expires) == (frozenset({"account", "smartlock"}), NOW)


IMPOSSIBLE_STATES = [
    ('[[device]]\ntype="OPENER"\nname="x"\nstate="LOCKED"', "LOCKED is a state of a lock"),
    ('[[device]]\ntype="BOX"\nname="x"\nstate="ONLINE"', "ONLINE is a state of an opener"),
    ('[[device]]\ntype="BOX"\nname="x"\nmode="CONTINUOUS"', "only openers have a mode"),
    (
        '[[device]]\ntype="BOX"\nname="x"\n[device.reported]\nstate="LOCKED"',
        "reported is for a device that has online = false or powered = false",
    ),
    ("speed = 1001", "speed is 1001; expected a number from 0 to 1000"),
]


def test_states_that_cannot_be_are_explained(subtests: pytest.Subtests) -> None:
    for text, problem in IMPOSSIBLE_STATES:
        with (
            subtests.test(text=text, problem=problem),
            pytest.raises(ScenarioError, match=problem),
        ):
            parse_scenario(text, "home.toml")


# Replacing a house


def test_a_house_is_replaced_where_it_stands() -> None:
    home = sample_home()
    home.bridges[0].callbacks[0] = "http://10.0.0.1/"
    text = write_scenario(home)
    home.remove_device(home.find("Office"))
    home.faults.add(FaultRule(kind=FaultKind.REFUSE))
    home.at(home.find("Front door")).press_button()
    old: Device = home.find("Front door")
    with home.lock:
        restore_scenario(home, text, "text", home.clock.now())
    assert home.find("Office").name == "Office"
    assert not home.faults.rules
    # What the old one was doing is no part of the new one.
    home.clock.advance(60)
    assert home.find("Front door") is not old
    assert not home.journal
    # Whoever listened still hears.
    home.at(home.find("Front door")).turn_key(locked=False)
    assert [delivery.url for delivery in home.outbox.deliveries] == ["http://10.0.0.1/"]


def test_a_bad_text_replaces_nothing() -> None:
    home = sample_home()
    before = seen(home)
    with pytest.raises(ScenarioError, match="line 1"):
        restore_scenario(home, "seed = 'x'", "text", NOW)
    assert seen(home) == before


def test_a_house_without_a_token_gets_one() -> None:
    home = sample_home()
    restore_scenario(home, "", "text", NOW)
    assert len(home.tokens) == 1
    assert not home.devices
