from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from nuki import DeviceType
from nuki_simulator.serve.simulator import CODE

if TYPE_CHECKING:
    from tests.nuki.cli.conftest import Home, Run

STAY = ("--from", "2026-12-24T15:00", "--until", "2026-12-27T11:00")
LIMITS = (*STAY, "--weekdays", "mo-fr", "--daily", "08:00-18:00")


@pytest.fixture
def two_keypads(home: Home) -> Home:
    with home.simulator.lock:
        home.simulator.add_device(
            DeviceType.SMART_LOCK_3, "Side door", nuki_id=0x7A8B9C0D, keypad=True
        )
    return home


@pytest.mark.slow
def test_a_code_is_added_changed_and_removed(two_keypads: Home, run: Run) -> None:
    home = two_keypads
    both = ("--door", "front", "--door", "Side door")
    added = run("codes", "add", "Anna", *both, *LIMITS, "--json", env=home.web)
    assert added.status == 0
    rows = json.loads(added.out)
    assert [(row["door"], row["result"]) for row in rows] == [
        ("Front door", "added"),
        ("Side door", "added"),
    ]
    assert len({row["code"] for row in rows}) == 1

    def listed(*more: str) -> list[dict[str, Any]]:
        found = run("codes", "list", "--json", *more, env=home.web)
        return [row for row in json.loads(found.out) if row["name"] != "Cleaner"]

    one, other = listed("--show-codes")
    assert one["code"] == other["code"] == rows[0]["code"]
    assert {one["from"], one["until"]} == {"2026-12-24T15:00+01:00", "2026-12-27T11:00+01:00"}
    assert (one["weekdays"], one["daily"]) == ("mo-fr", "08:00-18:00")
    assert {row["code"] for row in listed()} == {"***"}
    again = json.loads(run("codes", "add", "Anna", *both, *LIMITS, "--json", env=home.web).out)
    assert [row["result"] for row in again] == ["was there already"] * 2
    edited = run(
        *("codes", "edit", "Anna", "--door", "side", "--until", "none", "--daily", "none"),
        *("--rename", "Anne", "--disable"),
        env=home.web,
    )
    assert edited.status == 0
    (changed,) = listed("--door", "side")
    assert (changed["name"], changed["enabled"], changed["until"]) == ("Anne", False, None)
    assert (changed["from"], changed["weekdays"]) == (one["from"], "mo-fr")
    removed = run("codes", "remove", "Anna", "--all-doors", env=home.web)
    assert removed.status == 0
    assert [row["name"] for row in listed()] == ["Anne"]
    assert run("codes", "remove", "Anna", "--door", "front", env=home.web).status == 3


def test_each_door_has_its_result(two_keypads: Home, run: Run) -> None:
    home = two_keypads
    add = ("codes", "add", "Anna", "--all-doors", "--ask-code", "--json")
    failed = run(*add, env=home.web, stdin=f"{CODE}\n")  # which the front door has already
    rows = {row["door"]: row for row in json.loads(failed.out)}
    assert len(rows) == 7
    assert rows["Side door"]["result"] == "added"
    assert rows["Front door"]["result"] == "failed"
    assert "409" in rows["Front door"]["problem"]
    assert rows["Parcel box"]["problem"] == "it has no keypad"
    assert failed.status == rows["Front door"]["status"] == 1
    done = run(*add, env=home.web, stdin="456789\n")
    assert done.status == 0  # nobody has asked for the doors without a keypad
    assert run("codes", "add", "Bob", "--door", "Parcel", env=home.web).status == 1


def test_a_code_is_read_and_not_shown(home: Home, run: Run) -> None:
    door = ("--door", "front")
    taken = run("codes", "add", "Bob", *door, "--ask-code", env=home.web, stdin=f"{CODE}\n")
    assert taken.status == 1
    assert str(CODE) not in taken.out + taken.err
    done = run("codes", "add", "Bob", *door, "--ask-code", env=home.web, stdin="567891\n")
    assert done.status == 0
    assert "567891" not in done.out + done.err
    wrong = run("codes", "add", "Bob", *door, "--ask-code", env=home.web, stdin="120000\n")
    assert (wrong.status, "keypad code" in wrong.err) == (2, True)


def test_what_would_be_sent(two_keypads: Home, run: Run) -> None:
    home = two_keypads
    before = [dict(device.auths) for device in home.simulator.devices.values()]
    add = run("codes", "add", "Anna", "--all-doors", *LIMITS, "--dry-run", "--json", env=home.web)
    requests = json.loads(add.out)
    assert [one["path"] for one in requests] == [
        "/smartlock/17618910285/auth",
        "/smartlock/19235838989/auth",
    ]
    assert requests[0]["body"] == {
        "name": "Anna",
        "type": 13,
        "code": "***",
        "remoteAllowed": False,
        "allowedFromDate": "2026-12-24T14:00:00.000Z",
        "allowedUntilDate": "2026-12-27T10:00:00.000Z",
        "allowedWeekDays": 124,
        "allowedFromTime": 480,
        "allowedUntilTime": 1080,
    }
    for arguments in (["edit", "Cleaner", "--until", "today"], ["remove", "Cleaner"]):
        tried = run("codes", *arguments, "--door", "front", "--dry-run", "--json", env=home.web)
        assert (tried.status, len(json.loads(tried.out))) == (0, 1)
    assert [dict(device.auths) for device in home.simulator.devices.values()] == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add", "Anna"], "--all-doors"),
        (["add", "Anna", "--door", "front", "--all-doors"], "--all-doors"),
        (["add", "Anna", "--door", "front", "--from", "soon"], "'soon' is no start"),
        (["add", "Anna", "--door", "front", "--weekdays", "m-f"], "no days of the week"),
        (["add", "Anna", "--door", "front", "--daily", "8-18h"], "write 08:00-18:00"),
        (["add", "Anna", "--door", "front", "--daily", "18:00-08:00"], "is not before"),
        (["add", "x" * 21, "--door", "front"], "1 to 20 characters"),
        (["edit", "Cleaner", "--door", "front"], "say what to change"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_sent(
    arguments: list[str], told: str, home: Home, run: Run
) -> None:
    refused = run("codes", *arguments, env=home.web)
    assert refused.status == 2
    assert told in refused.err + refused.out
    assert len(home.simulator.find("Front door").auths) == 2


def test_users_and_who_gets_in(home: Home, run: Run) -> None:
    created = run(
        *("call", "account_user.create", "--email", "anna@example.com", "--name", "Anna"),
        *("--language", "de"),
        env=home.web,
    )
    assert created.status == 0, created.err
    (user,) = json.loads(run("users", "--json", env=home.web).out)
    assert (user["name"], user["email"], user["language"]) == ("Anna", "anna@example.com", "de")
    entries = json.loads(run("users", "--door", "front", "--json", env=home.web).out)
    assert [(row["name"], row["kind"]) for row in entries] == [
        ("Cleaner", "keypad_code"),
        ("Owner", "fob"),
    ]
