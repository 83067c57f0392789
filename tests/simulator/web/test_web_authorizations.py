from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from nuki.web import AuthType, Weekdays
from nuki_core.ids import DeviceType
from tools.cassettes.home import (
    CODE,
    Home,
    add_auth,
    bare_home,
    full_home,
    id_of,
    message,
    web,
)

if TYPE_CHECKING:
    from nuki_simulator.messages import HttpResponse


def _create(home: Home, device: Any = None, **fields: Any) -> HttpResponse:
    given = {"name": "New", "remoteAllowed": True, "type": 13, "code": CODE, **fields}
    body = {name: value for name, value in given.items() if value is not ...}
    return home.put("PUT", f"/smartlock/{id_of(device or home.lock)}/auth", body)


def _update(home: Home, auth_id: str, **fields: Any) -> HttpResponse:
    return home.put("POST", f"/smartlock/{id_of(home.lock)}/auth/{auth_id}", fields)


def _auths(home: Home) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = home.value(
        "smartlock_auth.list_for_smartlock", smartlock_id=id_of(home.lock)
    )
    return found


def _with_code() -> Home:
    home = bare_home()
    add_auth(home, "Cleaner", code=CODE)
    return home


def test_a_new_authorisation_exists_once_the_device_has_learned_it() -> None:
    home = bare_home()
    answer = _create(home)
    assert (answer.status, answer.body) == (204, b"")
    assert _auths(home) == []
    home.later()
    (auth,) = _auths(home)
    assert len(auth["id"]) == 24
    assert int(auth["id"], 16)
    assert isinstance(auth["authId"], int)
    assert (auth["code"], auth["enabled"], auth["lockCount"]) == (CODE, True, 0)


def test_a_device_that_is_offline_never_learns_it() -> None:
    home = bare_home()
    home.simulator.at(home.lock).lose_connection()
    assert _create(home).status == 204
    home.later()
    home.simulator.at(home.lock).regain_connection()
    home.later()
    assert _auths(home) == []
    assert _create(home).status == 204, "the lost code is free again"


def test_a_new_code_opens_the_door_and_is_named_in_the_log() -> None:
    home = _with_code()
    home.simulator.at(home.lock).enter_code(CODE)
    home.later()
    (entry,) = home.value("smartlock_log.list")
    assert entry["authId"] == home.code_id
    assert (entry["name"], entry["trigger"], entry["source"]) == ("Cleaner", 255, 1)


REFUSED = [
    ({"code": ...}, "'null' for parameter 'code'"),
    ({"code": None}, "'null' for parameter 'code'"),
    ({"code": 12_345}, "'12345' for parameter 'code'"),
    ({"code": 1_234_567}, "'1234567' for parameter 'code'"),
    ({"code": 123_456}, "'123456' for parameter 'code'"),
    ({"code": 340_567}, "'340567' for parameter 'code'"),
    ({"type": 3}, "'3' for parameter 'type'"),
    ({"type": 99}, "'99' for parameter 'type'"),
    ({"type": "x"}, "'x' for parameter 'type'"),
    ({"name": ...}, "'null' for parameter 'name'"),
    ({"name": ""}, "'' for parameter 'name'"),
    ({"name": "n" * 21}, "for parameter 'name'"),
    ({"remoteAllowed": "yes"}, "'yes' for parameter 'remoteAllowed'"),
    ({"type": 0}, "'null' for parameter 'accountUserId'"),
    ({"type": 0, "accountUserId": 1}, "'1' for parameter 'accountUserId'"),
    ({"allowedFromDate": "tomorrow"}, "'tomorrow' for parameter 'allowedFromDate'"),
    ({"allowedWeekDays": -1}, "'-1' for parameter 'allowedWeekDays'"),
]


def test_what_no_device_accepts_is_refused(subtests: pytest.Subtests) -> None:
    for fields, text in REFUSED:
        with subtests.test(text=text):
            answer = _create(bare_home(), **fields)
            assert answer.status == 400
            assert text in message(answer)


def test_numbers_may_come_as_text() -> None:
    home = bare_home()
    assert _create(home, code="394871", type="13").status == 204
    body = {
        "name": "All",
        "remoteAllowed": False,
        "type": "13",
        "code": "555555",
        "smartlockIds": [str(id_of(home.lock))],
    }
    assert home.put("PUT", "/smartlock/auth", body).status == 204
    home.later()
    assert sorted(auth["code"] for auth in _auths(home)) == [CODE, 555_555]


def test_a_code_can_only_be_given_once_even_while_it_is_on_its_way() -> None:
    home = bare_home()
    assert _create(home).status == 204
    assert _create(home).status == 409
    home.later()
    assert _create(home).status == 409
    assert _create(home, code=222_222).status == 204


def test_a_code_needs_a_keypad() -> None:
    home = bare_home()
    answer = _create(home, home.opener)
    assert answer.status == 400
    assert message(answer) == "The supplied value '13' for parameter 'type' is not valid."


@pytest.mark.parametrize("change", [{"code": 222_222}, {"enabled": False}, {"lockCount": 1}])
def test_an_update_may_send_what_changes_alone(change: dict[str, Any]) -> None:
    home = _with_code()
    before = _auths(home)[0]
    assert _update(home, home.code_id, **change).status == 204
    home.later()
    expected = {} if "lockCount" in change else change
    assert _auths(home)[0] == before | expected | {"updateDate": _auths(home)[0]["updateDate"]}


def test_many_may_be_updated_without_their_names() -> None:
    home = _with_code()
    body = [{"id": home.code_id, "enabled": False}]
    assert home.put("POST", "/smartlock/auth", body).status == 204
    home.later()
    assert (_auths(home)[0]["enabled"], _auths(home)[0]["name"]) == (False, "Cleaner")


def test_a_new_one_need_not_say_whether_it_works_from_afar() -> None:
    home = bare_home()
    body = {"name": "All", "type": 13, "code": 555_555, "smartlockIds": [id_of(home.lock)]}
    assert _create(home, remoteAllowed=...).status == 204
    assert home.put("PUT", "/smartlock/auth", body).status == 204
    home.later()
    assert [auth["remoteAllowed"] for auth in _auths(home)] == [False, False]


def test_a_strict_server_wants_what_the_description_requires() -> None:
    home = _with_code()
    home.simulator.web_settings.strict = True
    assert "parameter 'remoteAllowed'" in message(_create(home, remoteAllowed=..., code=333_333))
    assert "parameter 'name'" in message(_update(home, home.code_id, code=222_222))
    body = [{"id": home.code_id, "enabled": False}]
    assert home.put("POST", "/smartlock/auth", body).status == 400
    assert _update(home, home.code_id, name="Cleaner", code=222_222).status == 204


def test_authorisations_of_an_unknown_lock_are_not_found() -> None:
    home = bare_home()
    for method, path in (("GET", "/smartlock/4711/auth"), ("DELETE", "/smartlock/4711/auth/x")):
        assert home.send(method, path).status == 404


def test_other_authorisations_belong_to_an_account_user() -> None:
    home = full_home()
    user = home.first("users")
    assert _create(home, type=0, code=..., name="n" * 32, accountUserId=user).status == 204
    assert _create(home, type=0, code=..., name="n" * 33, accountUserId=user).status == 400


@pytest.mark.parametrize(
    ("device_type", "limit"), [(DeviceType.SMART_LOCK, 100), (DeviceType.SMART_LOCK_5, 200)]
)
def test_a_full_device_takes_no_more(device_type: DeviceType, limit: int) -> None:
    home = bare_home()
    home.lock = home.simulator.add_device(device_type, "Full", keypad=True)
    codes = iter(range(311_111, 999_999))
    while len(home.lock.auths) < limit - 1:
        code = next(code for code in codes if "0" not in str(code))
        assert _create(home, home.lock, code=code).status == 204
        home.later(3)
    assert _create(home, home.lock, code=999_998).status == 204
    assert _create(home, home.lock, code=999_999).status == 204
    home.later()
    assert len(home.lock.auths) == limit


def test_null_clears_a_limit_and_what_is_absent_stays() -> None:
    home = bare_home()
    dates = {
        "allowedFromDate": "2026-03-01T00:00Z",
        "allowedUntilDate": "2026-04-01T00:00:00.000Z",
        "allowedWeekDays": 124,
    }
    assert _create(home, **dates).status == 204
    home.later()
    assert _update(home, home.code_id, name="Short", allowedUntilDate=None).status == 204
    home.later()
    (auth,) = _auths(home)
    assert auth["name"] == "Short"
    assert "allowedUntilDate" not in auth
    assert auth["allowedFromDate"] == "2026-03-01T00:00:00.000Z"
    assert auth["allowedWeekDays"] == int(Weekdays(124))
    assert auth["code"] == CODE


def test_an_update_may_wipe_the_limits_as_was_reported() -> None:
    home = bare_home()
    home.simulator.web_settings.updates_wipe_limits = True
    assert _create(home, allowedUntilDate="2026-04-01T00:00:00.000Z").status == 204
    home.later()
    assert _update(home, home.code_id, name="Short").status == 204
    home.later()
    assert "allowedUntilDate" not in _auths(home)[0]


def test_an_update_is_done_later_and_others_wait() -> None:
    home = _with_code()
    assert _update(home, home.code_id, name="One", code=222_222).status == 204
    (auth,) = _auths(home)
    assert (auth["name"], len(auth["operationId"])) == ("Cleaner", 24)
    assert _update(home, home.code_id, name="Two").status == 423
    about = {"smartlock_id": id_of(home.lock), "auth_id": home.code_id}
    assert home.call("smartlock_auth.delete", **about).status == 423
    assert home.call("smartlock_auth.delete_many", body=[home.code_id]).status == 423
    home.later()
    (auth,) = _auths(home)
    assert (auth["name"], auth["code"]) == ("One", 222_222)
    assert "operationId" not in auth


def test_an_update_must_not_take_the_code_of_another() -> None:
    home = _with_code()
    add_auth(home, "Other", code=222_222)
    assert _update(home, home.code_id, name="Cleaner", code=222_222).status == 409
    assert _update(home, home.code_id, name="Cleaner", code=CODE).status == 204


def test_an_update_keeps_what_a_client_cannot_choose() -> None:
    home = _with_code()
    before = _auths(home)[0]
    body = web("SmartlockAuthMultiUpdate", id=home.code_id, name="Renamed")
    home.done("smartlock_auth.update_many", body=[body])
    home.later()
    (after,) = _auths(home)
    assert {**before, "name": "Renamed", "updateDate": after["updateDate"]} == after


def test_updates_of_many_are_all_checked_before_any_is_done() -> None:
    home = _with_code()
    bodies = [
        web("SmartlockAuthMultiUpdate", id=home.code_id, name="Renamed"),
        web("SmartlockAuthMultiUpdate", id="0" * 24, name="Nobody"),
    ]
    assert home.call("smartlock_auth.update_many", body=bodies).status == 400
    home.later()
    assert _auths(home)[0]["name"] == "Cleaner"


def test_a_removal_is_done_later() -> None:
    home = _with_code()
    home.done("smartlock_auth.delete", smartlock_id=id_of(home.lock), auth_id=home.code_id)
    assert len(_auths(home)) == 1
    home.later()
    assert _auths(home) == []
    assert home.simulator.at(home.lock).enter_code(CODE) is None


def test_a_removal_may_get_lost() -> None:
    home = _with_code()
    home.simulator.at(home.lock).lose_connection()
    home.done("smartlock_auth.delete_many", body=[home.code_id])
    home.later()
    assert "operationId" not in _auths(home)[0]


def test_authorisations_that_are_not_there() -> None:
    home = bare_home()
    about = {"smartlock_id": id_of(home.lock), "auth_id": "0" * 24}
    assert home.call("smartlock_auth.get", **about).status == 403
    assert home.call("smartlock_auth.delete", **about).status == 403
    assert home.call("smartlock_auth.delete_many", body=["0" * 24]).status == 403


@pytest.mark.parametrize("user", [1, None])
def test_an_authorisation_is_given_to_users_of_the_account_only(user: int | None) -> None:
    home = full_home()
    user = user or home.first("users")
    status = 400 if user == 1 else 204
    answer = _update(home, home.code_id, name="Cleaner", accountUserId=user)
    assert answer.status == status
    body = web("SmartlockAuthWithSharedKeyCreate", name="Shared", account_user_id=user)
    about = {"smartlock_id": id_of(home.lock), "body": body}
    answer = home.call("smartlock_auth.create_with_shared_key", **about)
    assert (answer.status == 400) == (status == 400)


# Lists


def test_lists_are_filtered_by_type_and_user() -> None:
    home = full_home()
    user = home.first("users")

    def names(**given: Any) -> list[str]:
        return [auth["name"] for auth in home.value("smartlock_auth.list", **given)]

    assert names() == ["Cleaner", "Guest"]
    assert names(types=[AuthType.APP, AuthType.FOB]) == ["Guest"]
    assert names(types=[AuthType.FOB]) == []
    assert names(account_user_id=user) == ["Guest"]
    assert names(account_user_id=-1) == ["Cleaner"]


def test_the_users_address_is_shown_on_request() -> None:
    home = full_home()
    about = {"smartlock_id": id_of(home.lock), "types": [AuthType.APP]}
    (auth,) = home.value("smartlock_auth.list_for_smartlock", **about)
    assert "email" not in auth
    (auth,) = home.value("smartlock_auth.list_for_smartlock", **about, include_email=True)
    assert auth["email"] == "guest@example.com"


@pytest.mark.parametrize("first", [0, 1])
def test_pages(first: int) -> None:
    home = bare_home()
    home.cloud.settings.first_page = first
    for code in (311_111, 311_112, 311_113):
        add_auth(home, f"Code {code}", code=code)
    page = home.value("smartlock_auth.list_paged", page=0, size=2)
    assert len(page["results"]) == 2
    assert page["pagination"] == {
        "totalItems": 3,
        "totalPages": 2,
        "currentPage": first,
        "nextPage": "/smartlock/auth/paged?page=1&size=2",
        "pageSize": 2,
    }
    page = home.value("smartlock_auth.list_paged", page=1, size=2)
    assert [auth["code"] for auth in page["results"]] == [311_113]
    assert page["pagination"]["prevPage"] == "/smartlock/auth/paged?page=0&size=2"
    assert "nextPage" not in page["pagination"]
    assert home.value("smartlock_auth.list_paged")["pagination"]["pageSize"] == 100
    assert home.call("smartlock_auth.list_paged", page=-1).status == 400
    assert home.call("smartlock_auth.list_paged", size=0).status == 400


def test_an_authorisation_with_a_shared_key_is_there_at_once() -> None:
    home = bare_home()
    body = web("SmartlockAuthWithSharedKeyCreate", name="Shared")
    about = {"smartlock_id": id_of(home.lock), "body": body}
    (made,) = home.value("smartlock_auth.create_with_shared_key", **about)
    assert _auths(home) == [made]


# Advanced


def _advanced(home: Home, **fields: Any) -> str:
    body = {
        "name": "Many",
        "remoteAllowed": True,
        "accountUserId": home.first("users"),
        "smartlockIds": [id_of(home.lock), id_of(home.opener)],
        **fields,
    }
    answer = home.put("PUT", "/smartlock/auth/advanced", body)
    assert answer.status == 200
    return answer.body.decode()


def _result(home: Home) -> Any:
    home.later()
    return next(one for one in home.posted() if one.get("type") == "AuthCreation")


def test_an_advanced_creation_reports_once_all_devices_have_it() -> None:
    home = full_home()
    confirmed = _advanced(home)
    result = _result(home)
    assert result["requestId"] in confirmed
    assert result["success"] is True
    assert "detail" not in result
    assert len(home.opener.auths) == 1


def test_an_advanced_creation_reports_which_device_failed() -> None:
    home = full_home()
    home.cloud.settings.old_limit = 0
    _advanced(home)
    result = _result(home)
    made = next(one for one, auth in home.lock.auths.items() if auth.name == "Many")
    assert result["success"] is False
    assert result["detail"] == [
        {"smartlockId": id_of(home.lock), "success": True, "id": made},
        {"smartlockId": id_of(home.opener), "success": False, "errorCode": "13"},
    ]


def test_an_advanced_creation_names_devices() -> None:
    home = full_home()
    body = {"name": "A", "remoteAllowed": True, "accountUserId": 1, "smartlockIds": []}
    answer = home.put("PUT", "/smartlock/auth/advanced", body)
    assert "'null' for parameter 'smartlockIds'" in message(answer)
