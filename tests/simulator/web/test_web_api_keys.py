from __future__ import annotations

from typing import Any

import pytest

from nuki.web import Scope
from tools.cassettes.home import (
    Home,
    application,
    bare_home,
    full_home,
    web,
)


def _token(home: Home, **fields: Any) -> Any:
    body = web("ApiKeyTokenCreate", **fields)
    return home.value("api_key.create_token", api_key_id=home.first("api_keys"), body=body)


def test_a_token_made_by_hand_signs_requests_until_it_is_deleted() -> None:
    home = bare_home()
    made = _token(home, description="Mine", scopes=[Scope.ACCOUNT])
    about = {"api_key_id": home.first("api_keys"), "token_id": made["id"]}
    owner, home.token = home.token, made["accessToken"]
    assert home.call("account.get").status == 200
    assert home.call("smartlock.list").status == 401
    home.token = owner
    home.done(
        "api_key.update_token", **about, body=web("ApiKeyTokenUpdate", scopes=[Scope.SMARTLOCK])
    )
    home.token = made["accessToken"]
    assert home.call("account.get").status == 401
    assert home.call("smartlock.list").status == 200
    home.token = owner
    home.done("api_key.delete_token", **about)
    home.token = made["accessToken"]
    assert home.call("smartlock.list").status == 401


def test_unknown_scopes_and_tokens_are_refused() -> None:
    home = bare_home()
    about = {"api_key_id": home.first("api_keys")}
    body = web("ApiKeyTokenCreate", scopes=[Scope("everything")])
    assert home.call("api_key.create_token", **about, body=body).status == 400
    assert home.call("api_key.delete_token", **about, token_id="0" * 24).status == 404


def test_tokens_are_listed_as_integrations_and_removed_there() -> None:
    home = bare_home()
    first, second, third = (_token(home, description=text) for text in "abc")
    listed = home.value("account.list_integrations")
    assert [one["tokenId"] for one in listed] == [first["id"], second["id"], third["id"]]
    assert listed[0]["subAccountId"] is None
    home.done("account.delete_integration", token_id=second["id"])
    listed = home.value("api_key.list_tokens", api_key_id=home.first("api_keys"))
    assert [one["id"] for one in listed] == [first["id"], third["id"]]
    home.done("account.delete_integration", api_key_id=home.first("api_keys"))
    assert home.value("account.list_integrations") == []


@pytest.mark.parametrize("name", ["account.update", "account.reset_password"])
def test_api_tokens_may_go_with_the_old_password(name: str) -> None:
    home = bare_home()
    _token(home)
    email = home.simulator.account.email
    arguments: dict[str, Any] = (
        {"body": web("AccountUpdate", language="en"), "delete_api_tokens": True}
        if name == "account.update"
        else {"body": web("AccountPasswordReset", email=email, delete_api_tokens=True)}
    )
    home.done(name, **arguments)
    assert home.value("account.list_integrations") == []


def test_a_deleted_key_takes_tokens_and_application_along() -> None:
    home = full_home()
    key = home.first("api_keys")
    home.done("api_key.delete", api_key_id=key)
    assert home.value("api_key.list") == []
    assert home.value("account.list_integrations") == []
    assert home.call("api_key.get_advanced", api_key_id=key).status == 404


def test_a_key_applies_once_and_wants_https() -> None:
    home = bare_home()
    about = {"api_key_id": home.first("api_keys")}
    plain = application("http://hooks.example.com")
    assert home.call("api_key.request_advanced_access", **about, body=plain).status == 400
    home.done("api_key.request_advanced_access", **about, body=application())
    assert home.call("api_key.request_advanced_access", **about, body=application()).status == 400
