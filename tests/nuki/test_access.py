"""Codes and authorizations: a change returns when it works, and leaves everything else alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import anyio
import pytest

from nuki import (
    AsyncHome,
    BadRequestError,
    ConflictError,
    DeviceType,
    Home,
    KeypadCode,
    Lock,
    NotConfirmedError,
    NukiError,
    ValidationError,
    Validity,
    Weekdays,
)
from nuki.web import AccountUserCreate, AuthType, SmartlockAuth
from nuki_simulator import FaultKind, FaultRule, Simulator, connect_web
from nuki_simulator.serve.clients import connect_bridge, connect_web_async
from nuki_simulator.serve.simulator import CODE
from nuki_simulator.web.cloud import Cloud

if TYPE_CHECKING:
    from nuki import BridgeClient, WebClient

FRONT = "Front door"
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def door(nuki_web: WebClient) -> Lock:
    return Home(nuki_web).device(FRONT, Lock)


def held(simulator: Simulator, name: str) -> list[SmartlockAuth]:
    return [one for one in simulator.find(FRONT).auths.values() if one.name == name]


# Adding


def test_a_code_works_when_adding_it_returns(nuki_simulator: Simulator, door: Lock) -> None:
    entry = door.codes.add("Anna", 394871)
    assert entry.id
    assert (entry.name, entry.code, entry.type) == ("Anna", 394871, AuthType.KEYPAD_CODE)
    assert nuki_simulator.at(nuki_simulator.find(FRONT)).enter_code(394871) is not None


def test_without_a_code_there_is_a_random_one(door: Lock) -> None:
    codes = {door.codes.add(f"Guest {number}").code for number in range(5)}
    assert len(codes) == 5
    assert CODE not in codes
    assert all(code and KeypadCode(code) for code in codes)


def test_a_code_is_valid_in_the_zone_of_the_lock(nuki_simulator: Simulator, door: Lock) -> None:
    door.codes.add("Anna", 394871, valid=Validity(date(2026, 3, 10), date(2026, 3, 12)))
    (entry,) = held(nuki_simulator, "Anna")
    assert entry.allowed_from_date == datetime(2026, 3, 9, 23, tzinfo=UTC)
    assert entry.allowed_until_date == datetime(2026, 3, 12, 23, tzinfo=UTC)


def test_a_code_that_is_there_is_refused(door: Lock) -> None:
    with pytest.raises(ConflictError):
        door.codes.add("Anna", CODE)


@pytest.mark.parametrize(
    ("name", "code", "reason"),
    [("", None, "1 to 20"), ("x" * 21, None, "1 to 20"), ("Anna", 123456, "begin with 12")],
)
def test_what_a_keypad_does_not_take_is_refused(
    door: Lock, nuki_simulator: Simulator, name: str, code: int | None, reason: str
) -> None:
    calls = nuki_simulator.calls
    with pytest.raises(ValidationError, match=reason):
        door.codes.add(name, code)
    assert nuki_simulator.calls == calls


def test_a_code_that_does_not_arrive_is_not_confirmed(
    nuki_simulator: Simulator, door: Lock
) -> None:
    nuki_simulator.network.loss = 1
    with pytest.raises(NotConfirmedError, match=r"Front door: .* 'Anna'.* out of reach") as caught:
        door.codes.add("Anna", 394871)
    assert "394871" not in str(caught.value)


def test_an_answer_that_is_lost_is_found_out(nuki_simulator: Simulator, door: Lock) -> None:
    rule = FaultRule(kind=FaultKind.RESET_AFTER, operation="smartlock_auth.create")
    nuki_simulator.faults.add(rule)
    assert door.codes.add("Anna", 394871).code == 394871
    assert len(held(nuki_simulator, "Anna")) == 1


# Changing


def test_what_is_not_named_stays(nuki_simulator: Simulator, door: Lock) -> None:
    Cloud.of(nuki_simulator).settings.updates_wipe_limits = True
    valid = Validity(
        datetime(2026, 3, 10, 15),  # noqa: DTZ001 - on the clock of the lock
        datetime(2026, 3, 20, 11),  # noqa: DTZ001 - as above
        weekdays=Weekdays.FRIDAY | Weekdays.SATURDAY,
        from_time=time(8),
        until_time=time(20),
    )
    entry = door.codes.add("Anna", 394871, valid=valid)
    changed = door.codes.update(entry, name="Anna B.")
    assert changed.id == entry.id
    assert changed.name == "Anna B."
    assert changed.code == 394871
    assert Validity.of(changed, BERLIN).limits() == valid.in_zone(BERLIN).limits()
    assert door.codes.update(entry, code=394872).name == "Anna B."


def test_limits_are_removed_when_they_are_to_be(nuki_simulator: Simulator, door: Lock) -> None:
    entry = door.codes.add("Anna", 394871, valid=Validity(date(2026, 3, 10), date(2026, 3, 12)))
    assert Validity.of(door.codes.update(entry, valid=Validity())) == Validity()
    later = Validity(date(2026, 3, 10), date(2026, 3, 15), zone=BERLIN)
    assert Validity.of(door.codes.update(entry, valid=later)).ends == later.ends
    assert door.codes.update(entry, enabled=False).enabled is False


def test_another_change_is_waited_for(nuki_web: WebClient, door: Lock) -> None:
    entry = door.codes.add("Anna", 394871)
    assert entry.id
    from nuki.web import SmartlockAuthUpdate

    nuki_web.smartlock_auth.update(door.id, entry.id, SmartlockAuthUpdate(name="Anna A."))
    assert door.codes.update(entry, name="Anna B.").name == "Anna B."
    nuki_web.smartlock_auth.update(door.id, entry.id, SmartlockAuthUpdate(name="Anna C."))
    door.codes.remove(entry)
    assert entry.id not in {one.id for one in door.codes.list()}


def test_a_change_that_does_not_arrive_is_not_confirmed(
    nuki_simulator: Simulator, door: Lock
) -> None:
    entry = door.codes.add("Anna", 394871)
    nuki_simulator.network.loss = 1
    with pytest.raises(NotConfirmedError, match=r"the change of 'Anna B\.'"):
        door.codes.update(entry, name="Anna B.")
    with pytest.raises(NotConfirmedError, match="the removal of 'Anna'"):
        door.codes.remove(entry)


def test_a_door_without_keypad_has_that_said(nuki_web: WebClient) -> None:
    with pytest.raises(BadRequestError) as caught:
        Home(nuki_web).device("Office", Lock).codes.add("Anna")
    assert caught.value.__notes__ == ["The Web API also says so if 'Office' has no keypad."]


def test_an_entry_without_id_is_refused(door: Lock) -> None:
    entry = SmartlockAuth.from_dict({"name": "Anna"})
    for change in (door.codes.update, door.codes.remove):
        with pytest.raises(ValidationError, match="no id"):
            change(entry)


# Removing


def test_a_code_is_gone_when_removing_it_returns(nuki_simulator: Simulator, door: Lock) -> None:
    (entry,) = door.codes.list()
    assert entry.code == CODE
    door.codes.remove(entry)
    assert door.codes.list() == []
    door.codes.remove(entry)
    assert entry.id not in nuki_simulator.find(FRONT).auths


# Authorizations


def test_authorizations_are_all_that_gives_access(nuki_web: WebClient, door: Lock) -> None:
    anna = nuki_web.account_user.create(AccountUserCreate(email="a@example.com", name="Anna"))
    entry = door.authorizations.add("Anna", anna.account_user_id)
    assert entry.type == AuthType.APP
    assert {one.name for one in door.authorizations.list()} == {"Anna", "Cleaner", "Owner"}
    assert {one.name for one in door.codes.list()} == {"Cleaner"}
    changed = door.authorizations.update(entry, remote_allowed=False)
    assert changed.remote_allowed is False
    assert changed.account_user_id == anna.account_user_id
    door.authorizations.remove(changed)


def test_a_bridge_knows_nothing_of_access(nuki_bridge: BridgeClient) -> None:
    door = Home(nuki_bridge).device(FRONT)
    with pytest.raises(ValidationError, match="takes the Web API"):
        _ = door.codes


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_give_access_too(nuki_simulator: Simulator, backend: str) -> None:
    async def main() -> None:
        home = AsyncHome(connect_web_async(nuki_simulator))
        door = await home.device(FRONT)
        entry = await door.codes.add("Anna")
        assert (await door.codes.update(entry, name="Anna B.")).name == "Anna B."
        await door.codes.remove(entry)
        assert [one.name for one in await door.codes.list()] == ["Cleaner"]
        assert {one.name for one in await door.authorizations.list()} == {"Cleaner", "Owner"}
        report = await home.add_code("Berta")
        assert [door.name for door in report.done] == [FRONT]
        assert (await home.remove_code("Berta")).done

    anyio.run(main, backend=backend)


# Many doors


@pytest.fixture
def house() -> Simulator:
    simulator = Simulator()
    for number in range(12):
        simulator.add_device(DeviceType.SMART_LOCK_3, f"Door {number}", keypad=number != 3)
    return simulator


def test_many_doors_get_the_same_code(house: Simulator) -> None:
    home = Home(connect_web(house))
    report = home.add_code("Anna", valid=Validity(date(2026, 3, 10), date(2026, 3, 12)))
    assert len(report.done) == 11
    assert {door.name: why for door, why in report.skipped.items()} == {
        "Door 3": "it has no keypad"
    }
    assert not report.failed
    assert not report.is_complete
    code = report.code
    assert code is not None
    for number in (0, 11):
        (entry,) = house.find(f"Door {number}").auths.values()
        assert (entry.name, entry.code) == ("Anna", code)


def test_they_are_done_side_by_side(house: Simulator) -> None:
    home = Home(connect_web(house))
    home.devices()
    began = house.clock.elapsed
    home.add_code("Anna")
    assert house.clock.elapsed - began < 11 * house.network.delay


def test_a_second_call_repeats_only_what_is_missing(house: Simulator) -> None:
    home = Home(connect_web(house))
    at = house.at(house.find("Door 5"))
    at.lose_connection()
    first = home.add_code("Anna")
    assert [door.name for door in first.failed] == ["Door 5"]
    assert all(isinstance(error, NotConfirmedError) for error in first.failed.values())
    at.regain_connection()
    second = home.add_code("Anna")
    assert second.code == first.code
    assert [door.name for door in second.done] == ["Door 5"]
    assert len(second.already) == 10


def test_another_validity_is_a_change(house: Simulator) -> None:
    home = Home(connect_web(house))
    first = home.add_code("Anna")
    later = Validity(date(2026, 3, 10), date(2026, 3, 12))
    second = home.add_code("Anna", valid=later)
    assert second.code == first.code
    assert len(second.done) == 11
    assert len(house.find("Door 0").auths) == 1
    assert {Validity.of(entry).ends for entry in second.done.values()} == {
        later.in_zone(BERLIN).ends
    }


def test_one_door_that_refuses_is_no_trouble_for_the_others(house: Simulator) -> None:
    house.add_code(house.find("Door 7"), "Berta", 394871)
    told: dict[str, NukiError | None] = {}
    report = Home(connect_web(house)).add_code(
        "Anna", 394871, on_result=lambda door, error: told.update({door.name: error})
    )
    assert {door.name: type(error) for door, error in report.failed.items()} == {
        "Door 7": ConflictError
    }
    assert len(report.done) == 10
    # Each as soon as it is done.
    assert set(told) == {door.name for door in (*report.done, *report.failed)}
    assert {name: type(error) for name, error in told.items() if error} == {"Door 7": ConflictError}


def test_doors_without_a_subscription_are_named(house: Simulator) -> None:
    Cloud.of(house).settings.smart_hosting = True
    report = Home(connect_web(house)).add_code("Anna")
    assert len(report.skipped) == 12
    assert all("Smart Hosting" in why for why in report.skipped.values())


def test_what_fits_no_door_is_refused_as_a_whole(house: Simulator) -> None:
    home = Home(connect_web(house))
    with pytest.raises(ValidationError, match="1 to 20 characters"):
        home.add_code("A" * 21)
    doors: Any = ["Door 1"]
    with pytest.raises(ValidationError, match="not 'Door 1'"):
        home.add_code("Anna", doors=doors)


def test_some_doors_of_many(house: Simulator) -> None:
    home = Home(connect_web(house))
    report = home.add_code("Anna", doors=home.devices()[:2])
    assert [door.name for door in report.done] == ["Door 0", "Door 1"]


def test_codes_are_gone_from_many_doors(house: Simulator) -> None:
    home = Home(connect_web(house))
    home.add_code("Anna")
    report = home.remove_code("Anna")
    assert len(report.done) == 11
    assert {door.name for door in report.skipped} == {"Door 3"}
    assert not any(device.auths for device in house.devices.values())


def test_many_doors_take_the_web_api(nuki_simulator: Simulator) -> None:
    with pytest.raises(ValidationError, match="takes the Web API"):
        Home(connect_bridge(nuki_simulator)).add_code("Anna")
