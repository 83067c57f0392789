from __future__ import annotations

from typing import Any

import pytest

from nuki.web import AccountRights, SubAccountRights
from nuki_simulator.web import one_time_password
from tools.cassettes.home import (
    CODE,
    Home,
    add_auth,
    bare_home,
    full_home,
    sub_account,
    web,
)


def _otp(home: Home, otp: str) -> int:
    return home.call("account.enable_otp", body=web("AccountOtpEnable", otp=otp)).status


def test_an_account_is_changed_and_read_back() -> None:
    home = bare_home()
    body = web("AccountUpdate", language="de", name="Renamed", password="eight or more")
    home.done("account.update", body=body)
    found = home.value("account.get")
    assert (found["name"], found["language"]) == ("Renamed", "de")
    assert home.simulator.account.password == "eight or more"


def test_a_short_password_is_refused_and_not_repeated() -> None:
    answer = bare_home().call(
        "account.update", body=web("AccountUpdate", language="de", password="short")
    )
    assert answer.status == 400
    assert b"short" not in answer.body


@pytest.mark.parametrize(
    ("email", "status"),
    [("new@example.com", 204), ("nobody", 400), ("", 400), ("other@example.com", 409)],
)
def test_an_email_address_is_valid_and_not_taken(email: str, status: int) -> None:
    home = bare_home()
    home.simulator.add_account("Other", "other@example.com")
    answer = home.call("account.change_email", body=web("AccountEmailChange", email=email))
    assert answer.status == status
    changed = web("AccountUpdate", language="en", email=email)
    assert home.call("account.update", body=changed).status == status
    assert (home.value("account.get")["email"] == email) == (status == 204)
    assert (home.simulator.account.email == email) == (status == 204)


def test_an_update_changes_the_owners_address_as_well() -> None:
    home = bare_home()
    body = web("AccountUpdate", language="en", email="new@example.com")
    home.done("account.update", body=body)
    assert home.simulator.account.email == "new@example.com"


def test_a_changed_address_has_to_be_verified() -> None:
    home = bare_home()
    home.done("account.change_email", body=web("AccountEmailChange", email="a@example.com"))
    assert home.value("account.get")["emailVerified"] is False
    home.done("account.verify_email")
    assert home.value("account.get")["emailVerified"] is True


def test_a_deleted_account_takes_its_tokens_and_devices_along() -> None:
    home = bare_home()
    home.done("account.delete")
    assert home.call("account.get").status == 401
    assert not home.simulator.devices


def test_one_time_passwords() -> None:
    home = bare_home()
    secret = home.value("account.create_otp_secret")
    password = one_time_password(secret, home.simulator.clock.now())
    assert _otp(home, password) == 204
    assert home.call("account.create_otp_secret").status == 405
    home.done("account.disable_otp")
    assert home.call("account.create_otp_secret").status == 200


def test_the_account_tells_since_when_one_time_passwords_are_on() -> None:
    home = bare_home()
    config = web("AccountConfig", alexa_pin="1111", gactions_home_pin="2222")
    home.done("account.update", body=web("AccountUpdate", language="en", config=config))
    secret = home.value("account.create_otp_secret")
    _otp(home, one_time_password(secret, home.simulator.clock.now()))
    found = home.value("account.get")["config"]
    assert found["otpEnabledDate"] == "2026-03-02T07:00:00.000Z"


def test_one_time_passwords_follow_the_standard() -> None:
    from datetime import UTC, datetime

    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert one_time_password(secret, datetime.fromtimestamp(59, UTC)) == "287082"
    assert one_time_password(secret, datetime.fromtimestamp(1111111109, UTC)) == "081804"


def test_too_many_wrong_one_time_passwords() -> None:
    home = bare_home()
    assert _otp(home, "000000") == 400
    secret = home.value("account.create_otp_secret")
    assert [_otp(home, "wrong!") for _ in range(5)] == [400, 400, 400, 400, 429]
    home.later(61)
    assert _otp(home, one_time_password(secret, home.simulator.clock.now())) == 204


def test_settings() -> None:
    home = bare_home()
    assert home.call("account.get_setting").status == 404
    body = {"web": {"annotations": {"example.com/colour": "red"}, "nukiClubDismissed": True}}
    assert home.put("PUT", "/account/setting", body).status == 200
    assert home.value("account.get_setting") == body
    home.done("account.delete_setting")
    assert home.call("account.get_setting").status == 404


# Sub accounts


def test_sub_accounts() -> None:
    home = bare_home()
    made = home.value("account.create_sub_account", body=sub_account("a@example.com"))
    about = {"account_id": made["accountId"]}
    assert made["rights"] == AccountRights.OPERATE_SMARTLOCK | AccountRights.MANAGE_SMARTLOCK_CONFIG
    assert made["masterAccountId"] == home.simulator.account.account_id
    assert "password" not in made
    home.value("account.create_sub_account", body=sub_account("b@example.com"))
    assert len(home.value("account.list_sub_accounts")) == 2
    assert len(home.value("account.list_sub_accounts", email="a@example.com")) == 1
    taken = web("AccountSubUpdate", language="en", email="b@example.com")
    assert home.call("account.update_sub_account", **about, body=taken).status == 409
    renamed = web(
        "AccountSubUpdate", language="en", name="Renamed", rights=SubAccountRights(31 + 64)
    )
    home.done("account.update_sub_account", **about, body=renamed)
    found = home.value("account.get_sub_account", **about)
    assert (found["name"], found["rights"]) == ("Renamed", 2 + 4 + 8 + 16 + 32 + 64)
    home.done("account.delete_sub_account", **about)
    assert home.call("account.get_sub_account", **about).status == 404


def test_a_sub_account_needs_an_address_of_its_own_and_a_password() -> None:
    home = bare_home()
    home.value("account.create_sub_account", body=sub_account("a@example.com"))
    assert home.call("account.create_sub_account", body=sub_account("a@example.com")).status == 400
    short = sub_account("c@example.com")
    short.password = "short"
    assert home.call("account.create_sub_account", body=short).status == 400


# Account users


def _user(home: Home, email: str) -> Any:
    body = web("AccountUserCreate", name="User", email=email)
    return home.value("account_user.create", body=body)


def test_account_users_come_in_pages() -> None:
    home = bare_home()
    made = [_user(home, f"u{number}@example.com")["accountUserId"] for number in range(103)]

    def ids(**given: Any) -> list[int]:
        return [user["accountUserId"] for user in home.value("account_user.list", **given)]

    assert ids(offset=1, limit=2) == made[1:3]
    assert ids(offset=100) == made[100:]
    assert ids(limit=1000) == made[:100]
    assert ids(email="u7@example.com") == [made[7]]
    assert home.call("account_user.list", limit=0).status == 400
    assert home.call("account_user.list", offset=-1).status == 400


def test_account_users_are_checked() -> None:
    home = bare_home()
    first, second = _user(home, "a@example.com"), _user(home, "b@example.com")
    about = {"account_user_id": first["accountUserId"]}
    taken = web("AccountUserUpdate", email=second["email"])
    assert home.call("account_user.update", **about, body=taken).status == 409
    bad = web("AccountUserUpdate", email="x")
    assert home.call("account_user.update", **about, body=bad).status == 400
    nameless = web("AccountUserCreate", name="", email="c@example.com")
    assert home.call("account_user.create", body=nameless).status == 400
    renamed = home.value("account_user.update", **about, body=web("AccountUserUpdate", name="N"))
    assert renamed == home.value("account_user.get", **about)
    assert renamed["name"] == "N"


def test_a_user_goes_with_the_last_authorisation() -> None:
    home = full_home()
    about = {"account_user_id": home.first("users")}
    home.done("account_user.delete", **about)
    assert len(home.value("account_user.get", **about)["operationId"]) == 24
    assert home.call("account_user.delete", **about).status == 423
    home.later()
    assert home.call("account_user.get", **about).status == 404
    assert [auth.name for auth in home.lock.auths.values()] == ["Cleaner"]
    assert home.posted()[-1]["accountUser"]["accountUserId"] == about["account_user_id"]


def test_a_user_stays_when_a_device_cannot_forget_the_authorisation() -> None:
    home = full_home()
    about = {"account_user_id": home.first("users")}
    home.simulator.at(home.lock).lose_connection()
    home.done("account_user.delete", **about)
    home.later()
    assert "operationId" not in home.value("account_user.get", **about)


def test_a_user_without_authorisations_goes_at_once() -> None:
    home = bare_home()
    about = {"account_user_id": _user(home, "a@example.com")["accountUserId"]}
    home.done("account_user.delete", **about)
    assert home.call("account_user.get", **about).status == 404


# The whole


def _story(seed_of: Home) -> list[bytes]:
    add_auth(seed_of, "Cleaner", code=CODE)
    seed_of.simulator.at(seed_of.lock).enter_code(CODE)
    seed_of.later()
    names = ("smartlock.list", "smartlock_auth.list", "smartlock_log.list", "api_key.list")
    return [seed_of.call(name).body for name in names]


def test_the_same_calls_get_the_same_answers() -> None:
    assert _story(bare_home()) == _story(bare_home())
