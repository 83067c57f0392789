from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from nuki.web import LogState
from nuki_simulator import PhysicalEvent
from nuki_simulator.messages import Ending, HttpRequest, HttpResponse, Wait
from nuki_simulator.serve.dispatch import Host, proceed, receive
from nuki_simulator.web import Cloud
from tools.cassettes.house import TOKEN, House, house

if TYPE_CHECKING:
    from nuki_simulator import Simulator


def unlocking(at: House) -> HttpResponse | Wait:
    """The reply to a request for an action that is under way."""
    reply = at.begin("/lockAction", token=TOKEN, **at.about(at.door), action=1)
    assert isinstance(reply, Wait)
    return proceed(at.simulator, reply)


def discovered(simulator: Simulator) -> Any:
    request = HttpRequest("GET", "/discover/bridges", ())
    answer = receive(simulator, Host(), request)
    assert isinstance(answer, HttpResponse)
    return json.loads(answer.body)["bridges"]


def test_a_rebooted_bridge_is_out_of_reach_for_ten_seconds() -> None:
    at = house()
    at.get("/callback/add", url="http://10.0.0.1/")
    at.simulator.at(at.bridge).reboot()
    assert at.get("/list").ending == Ending.REFUSED
    at.simulator.clock.advance(9.9)
    assert at.get("/list").ending == Ending.REFUSED
    at.simulator.clock.advance(0.2)
    assert at.json("/info")["uptime"] == 0
    assert len(at.json("/callback/list")["callbacks"]) == 1


def test_a_bridge_can_forget_its_callbacks_as_it_reboots() -> None:
    at = house()
    at.get("/callback/add", url="http://10.0.0.1/")
    at.simulator.at(at.bridge).reboot(forget_callbacks=True)
    at.simulator.clock.advance(10)
    assert at.json("/callback/list") == {"callbacks": []}
    at.simulator.at(at.door).turn_key(locked=False)
    assert not at.simulator.outbox.deliveries


def test_a_bridge_may_forget_its_callbacks_whenever_it_restarts() -> None:
    at = house()
    at.bridge.quirks.restart_forgets_callbacks = True
    at.get("/callback/add", url="http://10.0.0.1/")
    at.get("/reboot")
    at.simulator.clock.advance(10)
    assert at.json("/callback/list") == {"callbacks": []}


def test_what_happens_while_a_bridge_is_unplugged_is_not_told() -> None:
    at = house()
    at.get("/callback/add", url="http://10.0.0.1/")
    hands = at.simulator.at(at.bridge)
    hands.pull_power()
    at.simulator.at(at.door).turn_key(locked=False)
    at.simulator.clock.advance(100)
    assert at.get("/list").ending == Ending.REFUSED
    hands.plug_in()
    hands.plug_in()
    at.simulator.clock.advance(10)
    assert not at.simulator.outbox.deliveries
    assert at.json("/list")[0]["lastKnownState"]["state"] == 3


def test_power_that_goes_while_a_bridge_starts_keeps_it_off() -> None:
    at = house()
    hands = at.simulator.at(at.bridge)
    hands.reboot()
    at.simulator.clock.advance(5)
    hands.pull_power()
    at.simulator.clock.advance(100)
    assert at.get("/list").ending == Ending.REFUSED


@pytest.mark.parametrize("away", [1, 20])
def test_a_request_under_way_gets_no_answer_from_a_bridge_that_reboots(away: float) -> None:
    at = house()
    waiting = at.begin("/auth")
    at.simulator.at(at.bridge).reboot()
    at.simulator.clock.advance(away)
    assert at.finish(waiting).ending == Ending.RESET
    at.simulator.clock.advance(10)
    assert at.get("/list").status == 200


def test_the_bolt_moves_on_when_the_bridge_reboots() -> None:
    at = house()
    reply = unlocking(at)
    at.simulator.at(at.bridge).reboot()
    assert at.finish(reply).ending == Ending.RESET
    assert [entry.event for entry in at.simulator.journal] == [PhysicalEvent.UNLOCKED]


def test_a_bridge_with_other_things_to_do_answers_503() -> None:
    at = house()
    at.bridge.quirks.one_at_a_time = False
    at.simulator.at(at.bridge).occupy(seconds=5)
    assert at.get("/list").body == b"HTTP 503 Unavailable"
    at.simulator.clock.advance(5)
    assert at.get("/list").status == 200


def test_a_bridge_that_hangs_answers_nothing_until_it_loses_its_power() -> None:
    at = house()
    hands = at.simulator.at(at.bridge)
    hands.hang()
    at.simulator.clock.advance(60)
    hands.hang()
    assert at.get("/list").ending == Ending.STALLED
    (found,) = discovered(at.simulator)
    assert found["dateUpdated"] == "2026-03-02 T07:00:00Z"
    hands.reboot()
    at.simulator.clock.advance(10)
    assert at.get("/list").status == 200
    (found,) = discovered(at.simulator)
    assert found["dateUpdated"] == "2026-03-02 T07:01:10Z"


def test_strangers_take_the_slots_that_are_free() -> None:
    at = house()
    hands = at.simulator.at(at.bridge)
    at.get("/callback/add", url="http://10.0.0.1/")
    hands.register_callback("https://10.0.0.2/")
    hands.register_callback("http://localhost/")
    with pytest.raises(ValueError, match="all 3 slots are taken"):
        hands.register_callback("http://10.0.0.3/")
    listed = at.json("/callback/list")["callbacks"]
    urls = ["http://10.0.0.1/", "https://10.0.0.2/", "http://localhost/"]
    assert [callback["url"] for callback in listed] == urls


def test_a_bridge_whose_clock_is_wrong_refuses_tokens_of_the_right_time() -> None:
    at = house()
    at.simulator.at(at.bridge).set_clock(ahead=300)
    assert at.ask("/list", **at.encrypted()).status == 401
    assert at.ask("/list", **at.encrypted(ahead=300)).status == 200
    assert at.json("/info")["currentTime"] == "2026-03-02T07:05:00+00:00"


def test_tokens_that_expire_can_do_so_now() -> None:
    simulator = house().simulator
    lasting = simulator.add_token()
    brief = simulator.add_token(expires=simulator.clock.now() + timedelta(days=30))
    simulator.expire_tokens()
    cloud = Cloud.of(simulator)
    assert cloud.token(brief.text) is None
    assert cloud.token(lasting.text) is lasting


def test_a_bridge_that_lost_the_internet_is_still_reached() -> None:
    at = house()
    at.simulator.at(at.bridge).lose_connection()
    assert at.json("/info")["serverConnected"] is False
    at.simulator.at(at.bridge).regain_connection()
    assert at.json("/info")["serverConnected"] is True


def test_a_lock_turned_by_hand_ends_the_action_that_runs() -> None:
    at = house()
    reply = unlocking(at)
    at.simulator.clock.advance(1)
    at.simulator.at(at.door).turn_key(locked=True)
    answer = at.finish(reply)
    assert answer.body == b'{"success": false}'
    assert at.door.log[0].state == LogState.CANCELED
    assert [entry.event for entry in at.simulator.journal] == [PhysicalEvent.LOCKED]
