"""Logs without pages: every entry once, newest first or as they come, also after a restart."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

import anyio
import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuki import (
    AsyncHome,
    AsyncListings,
    Home,
    Listings,
    Lock,
    LogCursor,
    Opener,
    UnauthorizedError,
    ValidationError,
    to_csv,
    to_row,
)
from nuki.web import AccountUserCreate, SmartlockLog
from nuki_simulator import FaultKind, FaultRule, Simulator, connect_web
from nuki_simulator.serve.clients import connect_web_async
from nuki_simulator.serve.simulator import sample_home

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nuki import WebClient
    from nuki_simulator import Device as Simulated

FRONT = "Front door"


def turn(simulator: Simulator, times: int, seconds: float = 10) -> Simulated:
    door = simulator.find(FRONT)
    for number in range(times):
        simulator.clock.advance(seconds)
        simulator.at(door).turn_key(locked=bool(number % 2))
    return door


def ids(entries: Iterable[SmartlockLog]) -> list[str]:
    return [entry.id for entry in entries]


# All of it


@pytest.mark.parametrize("count", [0, 1, 50, 51, 120])
def test_all_entries_come_once_newest_first(
    nuki_simulator: Simulator, nuki_web: WebClient, count: int
) -> None:
    door = turn(nuki_simulator, count)
    assert ids(Home(nuki_web).device(FRONT).log()) == ids(door.log[::-1])


def test_pages_are_fetched_as_they_are_needed(
    nuki_simulator: Simulator, nuki_web: WebClient
) -> None:
    turn(nuki_simulator, 200)
    door, calls = Home(nuki_web).device(FRONT), nuki_simulator.calls
    assert len(list(islice(door.log(), 60))) == 60
    assert nuki_simulator.calls == calls + 2


def test_entries_that_arrive_meanwhile_disturb_nothing(
    nuki_simulator: Simulator, nuki_web: WebClient
) -> None:
    door = turn(nuki_simulator, 120)
    expected, found = ids(door.log[::-1]), list[str]()
    for entry in Home(nuki_web).device(FRONT).log():
        found.append(entry.id)
        if len(found) % 7 == 0:
            turn(nuki_simulator, 1)
    assert found == expected


def test_a_period_of_the_log(nuki_simulator: Simulator, nuki_web: WebClient) -> None:
    door = turn(nuki_simulator, 100)
    start = nuki_simulator.clock.start
    since, until = start + timedelta(seconds=200), start + timedelta(seconds=800)
    found = list(Home(nuki_web).device(FRONT).log(since=since, until=until))
    assert ids(found) == [entry.id for entry in door.log[::-1] if since <= entry.date <= until]


# As it comes


def followed(simulator: Simulator, cursor: LogCursor, count: int) -> list[str]:
    with connect_web(simulator) as web:
        door = Home(web).device(FRONT)
        return ids(islice(door.follow_log(after=cursor), count))


def test_new_entries_come_oldest_first_from_now_on(
    nuki_simulator: Simulator, nuki_web: WebClient
) -> None:
    door = turn(nuki_simulator, 60)
    for seconds in range(100, 700, 100):
        nuki_simulator.clock.after(seconds, lambda: turn(nuki_simulator, 1, 0))
    found = ids(islice(Home(nuki_web).device(FRONT).follow_log(), 6))
    assert found == ids(door.log[60:])


def test_the_first_entry_of_an_empty_log_is_new(nuki_simulator: Simulator) -> None:
    nuki_simulator.clock.after(100, lambda: turn(nuki_simulator, 3, 0))
    found = followed(nuki_simulator, LogCursor(), 3)
    assert found == ids(nuki_simulator.find(FRONT).log)


def test_a_restart_loses_and_repeats_nothing(nuki_simulator: Simulator) -> None:
    nuki_simulator.clock.after(50, lambda: turn(nuki_simulator, 4, 1))
    cursor = LogCursor()
    first = followed(nuki_simulator, cursor, 2)
    turn(nuki_simulator, 130)  # more than two pages
    again = LogCursor(str(cursor))
    rest = followed(nuki_simulator, again, 132)
    assert first + rest == ids(nuki_simulator.find(FRONT).log)


def test_a_log_is_followed_from_a_point_in_time_on(nuki_simulator: Simulator) -> None:
    door = turn(nuki_simulator, 60)
    since = door.log[55].date
    nuki_simulator.clock.after(100, lambda: turn(nuki_simulator, 2, 0))
    found = followed(nuki_simulator, LogCursor(since=since), 7)
    assert found == ids(door.log[55:])


@pytest.mark.slow
def test_what_a_lock_hands_in_late_is_found(nuki_simulator: Simulator) -> None:
    turn(nuki_simulator, 3)
    simulated, cursor = nuki_simulator.find(FRONT), LogCursor()
    at = nuki_simulator.at(simulated)

    nuki_simulator.clock.after(60, at.lose_connection)
    nuki_simulator.clock.after(70, lambda: turn(nuki_simulator, 2, 0))
    other = nuki_simulator.find("Back door")
    nuki_simulator.clock.after(300, lambda: nuki_simulator.at(other).turn_key(locked=False))
    nuki_simulator.clock.after(5000, at.regain_connection)
    with connect_web(nuki_simulator) as web:
        found = ids(islice(Listings(web).follow_log(after=cursor), 3))
    assert found[0] == other.log[-1].id
    assert found[1:] == ids(simulated.log[3:])


def test_calls_that_fail_are_made_up_for(nuki_simulator: Simulator) -> None:
    for nth in range(2, 9):
        rule = FaultRule(kind=FaultKind.BAD_GATEWAY, resource="smartlock_log", nth=nth)
        nuki_simulator.faults.add(rule)
    nuki_simulator.clock.after(40, lambda: turn(nuki_simulator, 2, 0))
    assert followed(nuki_simulator, LogCursor(), 2) == ids(nuki_simulator.find(FRONT).log)


def test_a_refusal_is_none_of_them(nuki_simulator: Simulator) -> None:
    token = nuki_simulator.add_token(scopes=("smartlock",)).text
    with connect_web(nuki_simulator, token) as web, pytest.raises(UnauthorizedError):
        next(Home(web).device(FRONT).follow_log())


@pytest.mark.slow
@settings(max_examples=settings().max_examples // 4)  # 40 entries are many
@given(
    turns=st.lists(st.tuples(st.floats(0, 90), st.booleans()), min_size=1, max_size=40),
    stops=st.lists(st.integers(1, 9), max_size=12),
)
def test_following_with_restarts_is_the_log(
    turns: list[tuple[float, bool]], stops: list[int]
) -> None:
    simulator = sample_home()
    door, moment = simulator.find(FRONT), 31.0
    for pause, locked in turns:
        moment += pause
        simulator.clock.after(moment, lambda to=locked: simulator.at(door).turn_key(locked=to))
    text, found = "", list[str]()
    for count in [*stops, len(turns)]:
        cursor = LogCursor(text)
        found += followed(simulator, cursor, min(count, len(turns) - len(found)))
        text = str(cursor) or text
        if len(found) == len(turns):
            break
        if not text:
            return
    assert found == ids(door.log)


TEXTS = [
    "x",
    "[]",
    "{}",
    '{"since": 5, "newest": 5, "looked": 0, "seen": {}}',
    '{"since": "a"}',
    '{"since": "2026-03-01", "newest": "2026-03-01", "looked": 0, "seen": {"x": "1"}}',
    '{"since": "2026-03-01", "newest": "2026-03-01", "looked": 0, "seen": []}',
]


def test_a_text_that_is_no_cursor_is_refused(subtests: pytest.Subtests) -> None:
    for text in TEXTS:
        with (
            subtests.test(text=text),
            pytest.raises(ValidationError, match="not the text of a LogCursor"),
        ):
            LogCursor(text)


@pytest.mark.slow
def test_a_cursor_does_not_grow_for_ever() -> None:
    cursor, start = LogCursor(), datetime.fromisoformat("2026-03-01T00:00:00+00:00")
    cursor.begin([], start)
    for number in range(2000):
        now = start + timedelta(hours=number)
        entry = SmartlockLog.from_dict({"id": f"{number:024x}", "date": now.isoformat()})
        cursor.note(entry, now)
        cursor.end_look(now, timedelta(days=30))
    assert len(str(cursor)) < 30 * 31 * 24


@pytest.mark.slow
def test_following_costs_little(nuki_simulator: Simulator) -> None:
    door, calls = turn(nuki_simulator, 1), nuki_simulator.calls
    for hours in range(1, 3):
        nuki_simulator.clock.after(3600 * hours, lambda: turn(nuki_simulator, 1, 0))
    assert followed(nuki_simulator, LogCursor(), 2) == ids(door.log[1:])
    looks = 2 * 3600 / 30
    assert nuki_simulator.calls - calls < 2.1 * looks


def end(simulator: Simulator, seconds: float) -> None:
    """Have the test fail then, instead of waiting for ever."""
    simulator.clock.after(seconds, lambda: pytest.fail("what was to come has not come"))


def late(simulator: Simulator, name: str, days: float, *, at: float = 100) -> None:
    """Have a lock be turned out of reach, and be reached again so many days later."""
    hands = simulator.at(simulator.find(name))
    simulator.clock.after(at, hands.lose_connection)
    simulator.clock.after(at + 10, lambda: hands.turn_key(locked=False))
    simulator.clock.after(at + 10 + days * 86_400, hands.regain_connection)


def busy(simulator: Simulator, name: str, days: int) -> None:
    """Have a lock be turned twice a day."""
    hands = simulator.at(simulator.find(name))
    for number in range(2 * days):
        to = bool(number % 2)
        simulator.clock.after(43_200 * (number + 1), lambda to=to: hands.turn_key(locked=to))


@pytest.mark.slow
@pytest.mark.parametrize("days", [0.5, 3, 12])
def test_an_entry_that_is_days_late_is_found_a_tenth_later(
    nuki_simulator: Simulator, days: float
) -> None:
    late(nuki_simulator, "Back door", days)
    busy(nuki_simulator, FRONT, 25)
    end(nuki_simulator, 26 * 86_400)
    with connect_web(nuki_simulator) as web:
        following = Listings(web).follow_log(interval=3600)
        wanted = nuki_simulator.find("Back door").log
        found = next(entry for entry in following if wanted and entry.id == wanted[0].id)
    assert found.action.name == "UNLOCK"
    passed = nuki_simulator.clock.elapsed - 110 - days * 86_400
    assert passed < (days * 86_400 + 2 * 3600) / 9 + 3600


@pytest.mark.slow
def test_what_is_later_than_the_look_back_is_not_found(nuki_simulator: Simulator) -> None:
    late(nuki_simulator, "Back door", 9)
    late(nuki_simulator, "Office", 3)
    busy(nuki_simulator, FRONT, 20)
    end(nuki_simulator, 21 * 86_400)
    with connect_web(nuki_simulator) as web:
        following = Listings(web).follow_log(interval=3600, look_back=timedelta(days=5))
        found = ids(islice(following, 38))
    assert nuki_simulator.find("Office").log[0].id in found
    assert nuki_simulator.find("Back door").log[0].id not in found


@pytest.mark.parametrize("look_back", [timedelta(-1), timedelta.max])
def test_a_look_back_is_no_time_to_come_and_no_eternity(
    nuki_web: WebClient, look_back: timedelta
) -> None:
    with pytest.raises(ValidationError, match="look_back"):
        next(Listings(nuki_web).follow_log(look_back=look_back))


def test_what_makes_no_sense_is_refused_at_once(nuki_web: WebClient) -> None:
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("interval must be greater than 0", {"interval": 0}),
        ("interval must be a finite number", {"interval": "30"}),
        ("after takes a LogCursor", {"after": str(LogCursor(since=datetime.now(UTC)))}),
    ]
    for reason, arguments in wrong:
        with pytest.raises(ValidationError, match=reason):
            next(Listings(nuki_web).follow_log(**arguments))


def test_a_device_whose_clock_is_ahead_hides_nothing(nuki_simulator: Simulator) -> None:
    ahead = turn(nuki_simulator, 1)
    years = timedelta(days=9000)
    ahead.log[0] = attrs.evolve(ahead.log[0], date=ahead.log[0].date + years)
    office = nuki_simulator.at(nuki_simulator.find("Office"))
    nuki_simulator.clock.after(50, lambda: office.turn_key(locked=False))

    def turn_ahead() -> None:
        turn(nuki_simulator, 1, 0)
        ahead.log[1] = attrs.evolve(ahead.log[1], date=ahead.log[1].date + years)

    nuki_simulator.clock.after(100, turn_ahead)
    nuki_simulator.clock.after(200, lambda: office.turn_key(locked=True))
    end(nuki_simulator, 300)
    with connect_web(nuki_simulator) as web:
        found = ids(islice(Listings(web).follow_log(), 3))
    first, second = ids(nuki_simulator.find("Office").log)
    assert found == [first, ahead.log[1].id, second]


def test_a_log_is_followed_from_a_date_on(nuki_simulator: Simulator) -> None:
    door = turn(nuki_simulator, 130)
    cursor = LogCursor(since=nuki_simulator.clock.start + timedelta(seconds=305))
    nuki_simulator.clock.after(60, lambda: turn(nuki_simulator, 2, 0))
    assert followed(nuki_simulator, cursor, 102) == ids(door.log[30:])
    with pytest.raises(ValidationError, match="since has no time zone"):
        LogCursor(since=datetime(2026, 3, 1))  # noqa: DTZ001 - the mistake


@pytest.mark.slow
@settings(max_examples=settings().max_examples // 10)  # half a month takes long
@given(
    absences=st.lists(st.tuples(st.floats(0, 4), st.floats(0.01, 9)), min_size=1, max_size=4),
    stops=st.lists(st.tuples(st.integers(1, 5), st.floats(0, 2)), max_size=4),
)
def test_late_entries_and_restarts_lose_and_repeat_nothing(
    absences: list[tuple[float, float]], stops: list[tuple[int, float]]
) -> None:
    """Locks are away for up to nine days; the program stops now and then, for up to two."""
    simulator = sample_home()
    doors = [FRONT, "Back door", "Office", "Garden gate"]
    busy(simulator, FRONT, 15)
    for name, (begins, days) in zip(doors[1:] + doors[:1], absences, strict=False):
        late(simulator, name, days, at=40 + begins * 86_400)

    class Stop(Exception):  # noqa: N818 - the time is over, which is no error
        pass

    def stop() -> None:
        raise Stop

    simulator.clock.after(16 * 86_400, stop)
    found, text = list[str](), ""
    with connect_web(simulator) as web, suppress(Stop):
        for count, pause in [*stops, (10_000, 0.0)]:
            cursor = LogCursor(text)
            for entry in islice(Listings(web).follow_log(after=cursor, interval=7200), count):
                found.append(entry.id)
                text = str(cursor)
            simulator.clock.advance(pause * 86_400)
    everything = [one.id for name in doors for one in simulator.find(name).log]
    assert sorted(found) == sorted(everything)


# In a table


def test_a_row_has_names_for_codes(nuki_simulator: Simulator, nuki_web: WebClient) -> None:
    door = Home(nuki_web).device(FRONT, Lock)
    door.unlock()
    nuki_simulator.at(nuki_simulator.find(FRONT)).enter_code(999999)
    refused, unlocked = map(to_row, door.log())
    assert unlocked["action"] == "UNLOCK"
    assert unlocked["trigger"] == "WEB"
    assert unlocked["state"] == "SUCCESS"
    assert unlocked["device"] == "1A2B3C4D"
    assert unlocked["auto_unlock"] == "false"
    assert datetime.fromisoformat(unlocked["date"]).tzinfo
    assert (refused["state"], refused["source"]) == ("INVALID_CODE", "KEYPAD_CODE")
    assert refused["account_user_id"] == ""


def test_an_opener_has_rows_too(nuki_simulator: Simulator, nuki_web: WebClient) -> None:
    nuki_simulator.at(nuki_simulator.find("Intercom")).press_bell()
    (row,) = map(to_row, Home(nuki_web).device("Intercom", Opener).log())
    assert row["action"] == "DOORBELL_RECOGNITION"
    assert row["source"] == "DOORBELL"


def test_codes_of_tomorrow_and_gaps_are_no_hindrance() -> None:
    row = to_row(SmartlockLog.from_dict({"id": "1", "action": 77, "date": "soon"}))
    assert row["action"] == "UNKNOWN_77"
    assert row["date"] == "soon"
    assert row["name"] == ""


def test_csv_is_csv(nuki_simulator: Simulator, nuki_web: WebClient) -> None:
    turn(nuki_simulator, 2)
    entries = list(Home(nuki_web).device(FRONT).log())
    entries[0].name = '=HYPERLINK("http://x"), "quoted"'
    rows = list(csv.DictReader(io.StringIO(to_csv(entries))))
    assert [row["id"] for row in rows] == ids(entries)
    assert rows[0]["name"] == '\'=HYPERLINK("http://x"), "quoted"'
    assert to_csv([]).startswith("date,device,name,action,")


# Other listings


def test_authorizations_of_all_devices(nuki_simulator: Simulator, nuki_web: WebClient) -> None:
    door = nuki_simulator.find(FRONT)
    for number in range(150):
        nuki_simulator.add_code(door, f"Guest {number}", 311111 + number)
    found = [auth.id for auth in Listings(nuki_web).authorizations()]
    assert sorted(found) == sorted(door.auths)


def test_account_users(nuki_web: WebClient) -> None:
    for number in range(120):
        body = AccountUserCreate(email=f"guest{number}@example.com", name=f"Guest {number}")
        nuki_web.account_user.create(body)
    found = [user.account_user_id for user in Listings(nuki_web).account_users()]
    assert len(found) == len(set(found)) == 120


def test_the_log_of_the_whole_account(nuki_simulator: Simulator, nuki_web: WebClient) -> None:
    turn(nuki_simulator, 60)
    nuki_simulator.at(nuki_simulator.find("Intercom")).press_bell()
    assert len(list(Listings(nuki_web).log())) == 61


def test_webhook_logs(nuki_simulator: Simulator, nuki_web: WebClient) -> None:
    from nuki import WebhookSubscription
    from tests.nuki.test_subscriptions import HOOK, application

    api_key_id = application(nuki_web)
    WebhookSubscription(nuki_web, HOOK, api_key_id=api_key_id).ensure()
    turn(nuki_simulator, 70)
    found = [log.id for log in Listings(nuki_web).webhook_logs(api_key_id)]
    assert len(found) == len(set(found)) > 100


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_read_logs_too(nuki_simulator: Simulator, backend: str) -> None:
    door = turn(nuki_simulator, 70)

    async def main() -> None:
        web = connect_web_async(nuki_simulator)
        found = [entry.id async for entry in (await AsyncHome(web).device(FRONT)).log()]
        assert found == ids(door.log[::-1])
        assert len([auth async for auth in AsyncListings(web).authorizations()]) == len(door.auths)
        nuki_simulator.clock.after(100, lambda: turn(nuki_simulator, 1, 0))
        following = AsyncListings(web).follow_log()
        assert (await anext(following)).id == door.log[-1].id
        await following.aclose()

    anyio.run(main, backend=backend)
