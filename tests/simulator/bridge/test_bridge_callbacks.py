from __future__ import annotations

import json
from typing import TYPE_CHECKING

from nuki_simulator import Cause, CauseKind
from tools.cassettes.described import description, faults
from tools.cassettes.house import House, house

if TYPE_CHECKING:
    import pytest


def bodies(at: House) -> list[dict[str, object]]:
    return [json.loads(post.body) for post in at.simulator.outbox.deliveries]


def test_three_callbacks_and_no_more() -> None:
    at = house()
    for number in range(3):
        assert at.json("/callback/add", url=f"http://10.0.0.{number}/") == {"success": True}
    assert at.json("/callback/add", url="http://10.0.0.9/") == {
        "success": False, "message": "too many callbacks registered",
    }  # fmt: skip
    assert at.json("/callback/add", url="http://10.0.0.1/") == {
        "success": False, "message": "callback already added",
    }  # fmt: skip
    assert at.json("/callback/remove", id=1) == {"success": True}
    assert [entry["id"] for entry in at.json("/callback/list")["callbacks"]] == [0, 2]
    at.get("/callback/add", url="http://10.0.0.4/")
    assert at.json("/callback/list")["callbacks"][1] == {"id": 1, "url": "http://10.0.0.4/"}
    assert at.get("/callback/remove", id=7).status == 400


URLS = ["", "https://10.0.0.1/", "10.0.0.1", "http://", "http://[", "http://a/" + "x" * 246]


def test_callbacks_need_short_plain_urls(subtests: pytest.Subtests) -> None:
    for url in URLS:
        with subtests.test(url=url):
            assert house().get("/callback/add", url=url).status == 400


def test_callbacks_tell_the_final_state_once() -> None:
    at = house()
    at.get("/callback/add", url="http://10.0.0.1/hook")
    at.get("/lockAction", **at.about(at.door), action=3)
    (told,) = bodies(at)
    assert dict(at.simulator.outbox.deliveries[0].headers) == {
        "User-Agent": f"NukiBridge_{at.bridge.server_id:08X}",
        "Connection": "Close",
        "Content-Type": "application/json;charset=utf-8",
    }
    assert (told["state"], told["nukiId"], told["deviceType"]) == (3, at.door.nuki_id, 4)
    document = description("bridge")
    schema = document["webhooks"]["stateChanged"]["post"]["requestBody"]["content"]
    assert faults(document, schema["application/json"]["schema"], told) == []


def test_callbacks_can_tell_every_state() -> None:
    at = house()
    at.bridge.quirks.callbacks_of_every_state = True
    at.get("/callback/add", url="http://10.0.0.1/hook")
    at.get("/lockAction", **at.about(at.door), action=3)
    assert [told["state"] for told in bodies(at)] == [7, 5, 3]


def test_a_ring_is_told_and_its_end_is_not() -> None:
    at = house()
    at.get("/callback/add", url="http://10.0.0.1/hook")
    at.simulator.at(at.opener).press_bell()
    at.simulator.clock.settle()
    (told,) = bodies(at)
    assert told["ringactionState"] is True
    assert told["ringactionTimestamp"] == "2026-03-02T07:00:00+00:00"
    assert at.json("/list")[1]["lastKnownState"]["ringactionState"] is False


def test_a_dead_callback_silences_those_after_it() -> None:
    at = house()
    at.simulator.outbox.receivers["http://dead"] = lambda _: None
    at.get("/callback/add", url="http://dead/")
    at.get("/callback/add", url="http://alive/")
    at.simulator.at(at.door).turn_key(locked=False)
    assert [post.url for post in at.simulator.outbox.deliveries] == ["http://dead/"]
    at.bridge.quirks.stop_after_failed_callback = False
    at.simulator.at(at.door).turn_key(locked=True)
    assert [post.url for post in at.simulator.outbox.deliveries][1:] == [
        "http://dead/",
        "http://alive/",
    ]


def test_what_the_bridge_does_not_show_is_not_told() -> None:
    at = house()
    at.get("/callback/add", url="http://10.0.0.1/hook")
    at.simulator.set_status(at.door, Cause(CauseKind.APP), night_mode=True)
    assert not at.simulator.outbox.deliveries
