from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from nuki import EncryptedToken, HashedToken, PlainToken
from nuki.web import WebhookFeature
from nuki_simulator import (
    FaultKind,
    FaultRule,
    PushFault,
    PushRule,
    Simulator,
    connect_bridge,
    connect_web,
    sample_home,
)
from nuki_simulator.messages import HttpRequest
from nuki_simulator.serve.acts import ActError, Place, find_act
from nuki_simulator.serve.dispatch import Host, receive
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN
from nuki_simulator.serve.wire_views import line, whole

if TYPE_CHECKING:
    from nuki_simulator.serve.wire import Exchange, Hand, Push

URLS = {"web_url": "http://127.0.0.1:8081", "control_url": "http://127.0.0.1:8082"}


def ask(
    home: Simulator, path: str = "/smartlock", *, body: bytes = b"", token: str = API_TOKEN
) -> None:
    headers = {"authorization": f"Bearer {token}", "user-agent": "test"}
    receive(home, Host(), HttpRequest("GET", path, (), headers, body))


def only(home: Simulator) -> Exchange | Push | Hand:
    (entry,) = home.wire.since(0).entries
    return entry


# Requests


def test_a_request_is_logged_with_its_answer() -> None:
    home = sample_home()
    door = home.find("Front door")
    with connect_bridge(home) as bridge:
        bridge.device.lock(door.nuki_id, device_type=door.type)
    found = line(home, only(home))
    assert found["operation"] == "device.lock"
    assert found["arguments"] == {"nuki_id": "439041101", "device_type": "4"}
    assert (found["api"], found["place"]) == ("bridge", "Bridge 1")
    assert (found["status"], found["ending"], found["failed"]) == (200, "complete", False)
    assert found["seconds"] == door.mechanics.motor


def test_what_takes_time_is_seen_before_it_ends() -> None:
    home = sample_home()
    reply = receive(home, Host(home.bridges[0]), HttpRequest("GET", "/auth"))
    waiting = line(home, only(home))
    assert (waiting["status"], waiting["ending"], waiting["seconds"]) == (None, None, None)
    seen = home.wire.upto
    home.at(home.bridges[0]).press_button()
    while not hasattr(reply, "status"):
        home.clock.advance(reply.seconds)
        reply = reply.then()
    news = home.wire.since(seen)
    assert [line(home, entry)["status"] for entry in news.entries] == [200]
    assert news.entries[0].number == waiting["number"]


def test_what_a_request_moved_is_told() -> None:
    home = sample_home()
    door = home.find("Back door")
    with connect_bridge(home) as bridge:
        bridge.device.unlock(door.nuki_id, device_type=door.type)
    assert whole(home, only(home), **URLS)["moved"] == ["Back door: the bolt went in"]


def test_every_fault_is_marked(subtests: pytest.Subtests) -> None:
    for kind in FaultKind:
        with subtests.test(kind=repr(kind)):
            home = sample_home()
            home.faults.add(FaultRule(kind=kind))
            ask(home)
            found = line(home, only(home))
            assert (found["fault"], found["failed"]) == (kind.value, True)


def test_a_bridge_without_power_has_failed() -> None:
    home = sample_home()
    home.at(home.bridges[0]).pull_power()
    receive(home, Host(home.bridges[0]), HttpRequest("GET", "/info"))
    found = line(home, only(home))
    assert (found["ending"], found["failed"]) == ("refused", True)


def test_what_is_no_operation_is_logged_too() -> None:
    home = sample_home()
    ask(home, "/nothing/here")
    found = line(home, only(home))
    assert (found["operation"], found["path"], found["status"]) == (None, "/nothing/here", 404)


@pytest.mark.parametrize("scheme", [PlainToken, HashedToken, EncryptedToken])
def test_a_bridge_token_is_shown_if_it_is_the_bridges_own(scheme: type[PlainToken]) -> None:
    home = sample_home()
    with connect_bridge(home, scheme=scheme) as bridge:
        bridge.system.info()
    sent = str(whole(home, only(home), **URLS)["sent"])
    assert "withheld" not in sent
    assert BRIDGE_TOKEN in str(whole(home, only(home), **URLS)["curl"])


def test_a_token_that_came_by_mistake_is_withheld() -> None:
    home = sample_home()
    ask(home, token="somebodys-real-token")
    receive(home, Host(home.bridges[0]), HttpRequest("GET", "/info", (("token", "a-real-one"),)))
    for entry in home.wire.since(0).entries:
        shown = repr(whole(home, entry, **URLS)) + repr(line(home, entry)) + repr(entry)
        assert "real" not in shown
        assert "withheld" in shown


def test_no_token_stands_in_a_repr() -> None:
    home = sample_home()
    ask(home)
    assert API_TOKEN not in repr(home.wire.since(0))


def test_long_bodies_are_cut() -> None:
    home = sample_home()
    ask(home, body=b"x" * 20_000)
    sent = whole(home, only(home), **URLS)["sent"]
    assert isinstance(sent, dict)
    assert str(sent["body"]).endswith("… and 3616 bytes more")


# Callbacks, webhooks, hands


def pushed(home: Simulator, *rules: PushRule) -> list[dict[str, object]]:
    home.bridges[0].callbacks[0] = "http://10.0.0.1/hook"
    for rule in rules:
        home.pushes.add(rule)
    home.at(home.find("Front door")).turn_key(locked=False)
    return [line(home, entry) for entry in home.wire.since(0).entries]


def test_a_callback_is_logged_with_what_came_back() -> None:
    home = sample_home()
    home.outbox.receivers["http://10.0.0.1"] = lambda _: 202
    (found,) = pushed(home)
    assert (found["kind"], found["place"], found["status"]) == ("push", "Bridge 1", 202)
    shown = whole(home, only(home), **URLS)
    assert '"stateName": "unlocked"' in str(shown["sent"])


def test_a_webhook_is_logged_with_its_signature() -> None:
    home = sample_home()
    with connect_web(home) as web:
        home.web_settings.plain_webhooks = True
        web.advanced_api.create_decentral_webhook(
            [WebhookFeature.DEVICE_STATUS], "http://10.0.0.2/hook"
        )
    home.at(home.find("Front door")).turn_key(locked=False)
    push = home.wire.since(0).entries[-1]
    assert line(home, push)["place"] == "Web API"
    headers = dict(whole(home, push, **URLS)["sent"]["headers"])  # type: ignore[index, call-overload, arg-type]
    assert len(headers["X-Nuki-Signature-SHA256"]) == 64


@pytest.mark.parametrize(
    ("fault", "ending", "in_the_end"),
    [
        (PushFault.LOSE, "lost on its way", 1),
        (PushFault.REPEAT, "complete", 2),
        (PushFault.DELAY, None, 1),
        (PushFault.OVERTAKE, None, 1),
    ],
)
def test_what_befell_a_push_is_marked(
    fault: PushFault, ending: str | None, in_the_end: int
) -> None:
    home = sample_home()
    found = pushed(home, PushRule(fault=fault))
    assert [(one["fault"], one["ending"]) for one in found] == [(fault.value, ending)]
    home.clock.advance(61)
    entries = [*home.wire.since(0).entries]
    assert [entry.ended is not None for entry in entries] == [True] * in_the_end


def test_a_hand_is_logged_as_control_api_and_fixtures_say_it() -> None:
    home = sample_home()
    door = home.find("Front door")
    find_act(Place.DEVICE, "turn_key").perform(home, door, {"locked": False})
    shown = whole(home, only(home), **URLS)
    assert shown["python"] == (
        'nuki_simulator.at(nuki_simulator.find("Front door")).turn_key(locked=False)'
    )
    assert shown["curl"] == (
        "curl -d '{\"locked\": false}' http://127.0.0.1:8082/devices/Front%20door/turn_key"
    )


def test_a_hand_that_could_do_nothing_says_why() -> None:
    home = sample_home()
    with pytest.raises(ActError):
        find_act(Place.DEVICE, "charge").perform(home, home.find("Office"), {"percent": 101})
    found = line(home, only(home))
    assert (found["failed"], found["ending"]) == (True, "a charge of 101 %; expected 0 to 100")


# What is kept


@pytest.mark.slow
def test_it_keeps_a_bounded_number() -> None:
    home = sample_home()
    home.wire.kept = 100
    for _ in range(250):
        ask(home)
    assert len(home.wire) == 100
    news = home.wire.since(0)
    assert [entry.number for entry in news.entries] == list(range(151, 251))
    assert news.lost == 150
    assert home.wire.find(150) is None
    assert home.wire.find(151) is news.entries[0]


def test_it_keeps_a_bounded_number_of_bytes() -> None:
    home = sample_home()
    home.wire.kept_bytes = 50_000
    for _ in range(20):
        ask(home, body=b"x" * 10_000)
    assert 1 <= len(home.wire) <= 5


def test_who_comes_back_misses_nothing_that_is_kept() -> None:
    home = sample_home()
    home.wire.kept = 10
    ask(home)
    seen = home.wire.upto
    for _ in range(10):
        ask(home)
    assert (len(home.wire.since(seen).entries), home.wire.since(seen).lost) == (10, 0)
    ask(home)
    assert (len(home.wire.since(seen).entries), home.wire.since(seen).lost) == (10, 1)
    assert home.wire.since(home.wire.upto).entries == []


def test_much_is_told_bit_by_bit() -> None:
    home = sample_home()
    for _ in range(25):
        ask(home)
    told, upto = [], 0
    while (news := home.wire.since(upto, 10)).entries:
        told += [entry.number for entry in news.entries]
        upto = news.upto
    assert told == list(range(1, 26))
