from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from nuki.web import LogAction, WebhookFeature
from tools.cassettes.home import (
    CENTRAL,
    CODE,
    Home,
    apply_for_advanced_api,
    bare_home,
    full_home,
    id_of,
)


def _busy(turns: int) -> Home:
    home = bare_home()
    for turn in range(turns):
        home.simulator.at(home.lock).turn_key(locked=bool(turn % 2))
        home.later(60)
    return home


def _ids(found: list[dict[str, Any]]) -> list[str]:
    return [entry["id"] for entry in found]


@pytest.mark.parametrize(
    ("limit", "answered"), [(None, 20), (1, 1), (50, 50), (51, 50), (1000, 50)]
)
def test_the_number_of_entries_is_limited(limit: int | None, answered: int) -> None:
    home = _busy(60)
    assert len(home.value("smartlock_log.list", limit=limit)) == answered


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_is_at_least_one(limit: int) -> None:
    assert bare_home().call("smartlock_log.list", limit=limit).status == 400


def test_entries_come_newest_first_page_by_page() -> None:
    home = _busy(5)
    everything = home.value("smartlock_log.list")
    dates = [entry["date"] for entry in everything]
    assert dates == sorted(dates, reverse=True)
    read: list[str] = []
    page = home.value("smartlock_log.list", limit=2)
    while page:
        read += _ids(page)
        page = home.value("smartlock_log.list", limit=2, older_than=read[-1])
    assert read == _ids(everything)
    assert home.value("smartlock_log.list", older_than="0" * 24) == []


def test_the_logs_of_all_devices_are_merged() -> None:
    home = _busy(1)
    home.simulator.at(home.opener).press_bell()
    home.later(60)
    home.simulator.at(home.lock).turn_key(locked=True)
    found = home.value("smartlock_log.list")
    assert [entry["smartlockId"] for entry in found] == [
        id_of(home.lock),
        id_of(home.opener),
        id_of(home.lock),
    ]
    of_opener = home.value("smartlock_log.list_for_smartlock", smartlock_id=id_of(home.opener))
    assert [entry["action"] for entry in of_opener] == [224]


def test_entries_of_one_moment_stay_in_order() -> None:
    home = bare_home()
    for locked in (False, True, False):
        home.simulator.at(home.lock).turn_key(locked=locked)
    found = home.value("smartlock_log.list")
    assert [entry["action"] for entry in found] == [1, 2, 1]
    assert _ids(found) == [entry.id for entry in home.lock.log[::-1]]


def test_filters() -> None:
    home = full_home()
    home.simulator.at(home.lock).enter_code(CODE)
    home.later(60)
    home.rows.users[home.first("users")].name = "Guest"
    home.lock.auths[home.code_id].account_user_id = home.first("users")
    started = home.simulator.clock.now()
    home.simulator.at(home.lock).turn_key(locked=True)

    def actions(**given: Any) -> list[int]:
        found = home.value(
            "smartlock_log.list_for_smartlock", smartlock_id=id_of(home.lock), **given
        )
        return [entry["action"] for entry in found]

    assert actions() == [2, 3]
    assert actions(auth_id=home.code_id) == [3]
    assert actions(account_user_id=home.first("users")) == [3]
    assert actions(account_user_id=1) == []
    assert actions(action=LogAction.LOCK) == [2]
    assert actions(from_date=started) == [2]
    assert actions(to_date=started - timedelta(seconds=1)) == [3]


def test_an_offline_device_tells_of_what_happened_when_it_is_back() -> None:
    home = bare_home()
    apply_for_advanced_api(home, features=[WebhookFeature.DEVICE_LOGS])
    hands = home.simulator.at(home.lock)
    hands.lose_connection()
    home.later(60)
    hands.turn_key(locked=False)
    assert home.value("smartlock_log.list") == []
    assert home.posted(CENTRAL) == []
    home.later(60)
    hands.regain_connection()
    (entry,) = home.value("smartlock_log.list")
    (posted,) = home.posted(CENTRAL)
    assert posted["smartlockLog"] == entry
