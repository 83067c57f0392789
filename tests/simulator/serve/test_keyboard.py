from __future__ import annotations

import pytest

from nuki.web import LockState
from nuki_simulator import sample_home
from nuki_simulator.serve.acts import ACTS
from nuki_simulator.serve.keyboard import obey


def test_a_line_is_an_act_and_is_told_back() -> None:
    home = sample_home()
    told = obey(home, 'turn_key "Front door" locked=no')
    assert home.find("Front door").status.state == LockState.UNLOCKED
    assert "name Front door, state UNLOCKED, reportedState UNLOCKED" in told


def test_numbers_and_texts_are_read() -> None:
    home = sample_home()
    obey(home, "charge Intercom percent=15")
    assert home.find("Intercom").status.battery_critical
    obey(home, "set_speed factor=2.5")
    assert home.clock.speed == 2.5
    obey(home, "lose_push url=http://10.0.0.1/?a=b times=2")
    assert [(rule.url, rule.times) for rule in home.pushes.rules] == [("http://10.0.0.1/?a=b", 2)]


def test_a_bridge_is_named_where_a_device_has_the_same_button() -> None:
    home = sample_home()
    obey(home, "press_button bridge")
    assert home.bridges[0].pressed
    obey(home, "forget_callbacks")
    obey(home, "press_button Intercom")
    assert home.journal[0].smartlock_id == home.find("Intercom").smartlock_id


@pytest.mark.parametrize("line", ["", "help"])
def test_help_lists_every_act(line: str) -> None:
    told = obey(sample_home(), line)
    assert all(f"\n{act.name}" in f"\n{told}" and act.summary in told for act in ACTS)
    assert "turn_key DEVICE locked=bool" in told
    assert "occupy bridge NUMBER [seconds=float]" in told


MEANINGLESS = [
    ("ring Intercom", "nobody can 'ring'"),
    ("turn_key bridge locked=yes", "nobody can 'turn_key' at a bridge"),
    ("turn_key Front door locked=yes", "'door' is one word too much"),
    ('turn_key "Front door" locked=perhaps', "locked is 'perhaps'; expected true or false"),
    ("step seconds=soon", "seconds is 'soon'; expected a number"),
    ("press_bell", "which device is meant"),
    ('open_door "Front', "No closing quotation"),
]


def test_a_line_that_means_nothing_is_explained(subtests: pytest.Subtests) -> None:
    for line, text in MEANINGLESS:
        with subtests.test(line=line, text=text):
            home = sample_home()
            assert text in obey(home, line)
            assert not home.journal
