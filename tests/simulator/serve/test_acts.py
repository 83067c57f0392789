from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki.web import DoorState, LockState
from nuki_simulator import Simulator, sample_home
from nuki_simulator.serve.acts import (
    ACTS,
    Act,
    ActError,
    Place,
    find_act,
    find_target,
)
from nuki_simulator.serve.descriptions import describe
from nuki_simulator.world.at_the_bridge import AtTheBridge
from nuki_simulator.world.at_the_door import AtTheDoor

OWNERS: dict[Place, Any] = {
    Place.DEVICE: AtTheDoor,
    Place.BRIDGE: AtTheBridge,
    Place.HOUSE: Simulator,
}
ARGUMENTS = {
    "name": "Owner",
    "code": 345_678,
    "percent": 50,
    "locked": True,
    "seconds": 1.0,
    "url": "http://x",
}


def given_to(act: Act) -> dict[str, Any]:
    return {
        argument.name: ARGUMENTS.get(argument.name, 2.0)
        for argument in act.arguments
        if argument.required
    }


def target_of(home: Simulator, act: Act) -> Any:
    key = {Place.DEVICE: "Intercom" if act.openers else "Front door"}
    return find_target(home, act.place, key.get(act.place, ""))


def test_whatever_hands_can_do_at_a_door_or_a_bridge_is_an_act() -> None:
    for place, owner in OWNERS.items():
        named = {act.name for act in ACTS if act.place == place}
        public = {name for name in vars(owner) if not name.startswith("_")}
        assert named <= public
        if owner is not Simulator:
            assert named == public


def test_each_act_says_what_it_does_and_can_be_done(subtests: pytest.Subtests) -> None:
    for act in ACTS:
        with subtests.test(act=act.name):
            home = sample_home()
            assert act.summary.endswith(".")
            act.perform(home, target_of(home, act), given_to(act))
            assert find_act(act.place, act.name) is act
            assert act.to_dict()["name"] == act.name


def test_an_act_is_the_method_of_that_name() -> None:
    home = sample_home()
    door = home.find("Front door")
    act = find_act(Place.DEVICE, "turn_key")
    act.perform(home, door, {"locked": False})
    assert door.status.state == LockState.UNLOCKED
    find_act(Place.DEVICE, "open_door").perform(home, door, {})
    assert door.status.door == DoorState.DOOR_OPENED
    home.at(door).turn_key(locked=True)
    assert describe(home, door)["state"] == describe(home, door)["reportedState"] == "LOCKED"


def test_what_is_reported_may_differ_from_what_is() -> None:
    home = sample_home()
    door = home.find("Front door")
    home.at(door).lose_connection()
    home.at(door).turn_key(locked=False)
    found = describe(home, door)
    assert (found["state"], found["reportedState"]) == ("UNLOCKED", "LOCKED")


IMPOSSIBLE = [
    (Place.DEVICE, "turn_key", {}, "turn_key needs locked: true or false"),
    (Place.DEVICE, "turn_key", {"locked": 1}, "locked is 1; expected true or false"),
    (Place.DEVICE, "turn_key", {"lock": True}, "has no argument lock; expected locked"),
    (Place.DEVICE, "charge", {"percent": True}, "percent is True; expected an integer"),
    (Place.DEVICE, "charge", {"percent": 101}, "a charge of 101 %; expected 0 to 100"),
    (Place.DEVICE, "press_fob", {"name": "Guest"}, "no fob 'Guest'; it knows 'Owner'"),
    (Place.DEVICE, "press_bell", {}, "press_bell needs an opener, and Front door is none"),
    (Place.BRIDGE, "occupy", {"seconds": float("nan")}, "seconds is nan; expected a number"),
    (Place.HOUSE, "step", {"seconds": -1}, "a step of -1 s; expected 0 to"),
]


def test_what_cannot_be_done_is_explained_and_not_done(subtests: pytest.Subtests) -> None:
    for place, name, arguments, text in IMPOSSIBLE:
        with subtests.test(name=name, text=text):
            home = sample_home()
            target: Any = {Place.DEVICE: home.find("Front door"), Place.BRIDGE: home.bridges[0]}
            with pytest.raises(ActError, match=text):
                find_act(place, name).perform(home, target.get(place, home), arguments)
            assert not home.journal


def test_an_unknown_act_names_those_that_there_are() -> None:
    with pytest.raises(ActError, match=r"nobody can 'ring' at a device; expected one of turn_key,"):
        find_act(Place.DEVICE, "ring")


@pytest.mark.parametrize("key", ["Front door", "1A2B3C4D", "17618910285"])
def test_a_device_goes_by_name_and_id(key: str) -> None:
    home = sample_home()
    assert find_target(home, Place.DEVICE, key) is home.find("Front door")


def test_the_only_one_need_not_be_named() -> None:
    home = sample_home()
    assert find_target(home, Place.BRIDGE, "") is home.bridges[0]
    assert find_target(home, Place.BRIDGE, "1") is home.bridges[0]
    with pytest.raises(ActError, match="which device is meant: there is 'Front door', 'Intercom'"):
        find_target(home, Place.DEVICE, "")
    with pytest.raises(ActError, match="no bridge '2': there is '1'"):
        find_target(home, Place.BRIDGE, "2")


def test_two_of_the_same_name_are_told_apart_by_their_ids() -> None:
    home = sample_home()
    twin = home.add_device(4, "Front door", nuki_id=0xABCD)
    with pytest.raises(ActError, match="which device is meant"):
        find_target(home, Place.DEVICE, "Front door")
    assert find_target(home, Place.DEVICE, "0000ABCD") is twin


JSON = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.none())


@pytest.mark.slow
@given(st.sampled_from(ACTS), st.data())
def test_any_arguments_are_taken_or_explained(act: Act, data: st.DataObject) -> None:
    home = sample_home()
    names = st.sampled_from([argument.name for argument in act.arguments] or ["x"])
    arguments = data.draw(st.dictionaries(names, JSON, max_size=2))
    try:
        act.perform(home, target_of(home, act), arguments)
    except ActError as error:
        assert str(error)  # noqa: PT017 - either outcome is right
    assert describe(home, home)["devices"]
