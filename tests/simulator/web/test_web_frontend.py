from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from nuki.oauth import TOKEN, OAuth2
from nuki.web import OPERATIONS, AdvancedApiKeyStatus, Error, Scope
from nuki_simulator.messages import HttpRequest
from nuki_simulator.web import HANDLERS, ErrorShape, answer_web, web_operation
from nuki_simulator.web.errors import usual_shape
from nuki_simulator.web.oauth import AUTHORIZE
from tools.cassettes.described import description, faults
from tools.cassettes.home import Home, apply_for_advanced_api, bare_home, message, web

if TYPE_CHECKING:
    from nuki_core.request import Operation
    from nuki_simulator.messages import HttpResponse

REDIRECT = "https://app.example.com/back"
SCOPED = [operation for operation in OPERATIONS if operation.scopes]


def _path(operation: Operation) -> str:
    return "/".join("1" if one.startswith("{") else one for one in operation.path.split("/"))


def _with_scopes(home: Home, *scopes: str) -> Home:
    home.token = home.simulator.add_token(scopes=scopes).text
    return home


def test_a_token_without_any_of_the_scopes_is_refused(subtests: pytest.Subtests) -> None:
    home = bare_home()
    for operation in SCOPED:
        with subtests.test(operation=str(operation)):
            others = {scope.value for scope in Scope} - set(operation.scopes)
            answer = _with_scopes(home, *others).send(operation.method, _path(operation))
            assert (answer.status, message(answer)) == (401, "Your access token is not authorized")


def test_any_one_of_the_scopes_suffices() -> None:
    home = bare_home()
    refused = [
        (str(operation), scope)
        for operation in SCOPED
        for scope in operation.scopes
        if _with_scopes(home, scope).send(operation.method, _path(operation)).status == 401
    ]
    assert not refused


def test_a_token_without_scopes_may_do_everything() -> None:
    assert bare_home().call("account.get").status == 200


HEADERS = ["", "Basic abc", "WebToken1234567890", "Bearer ", "Bearer x"]


def test_what_is_no_valid_bearer_token_is_refused(subtests: pytest.Subtests) -> None:
    for header in HEADERS:
        with subtests.test(header=header):
            home = bare_home()
            request = HttpRequest("GET", "/account", (), {"authorization": header})
            answer = answer_web(home.simulator, request)
            assert (answer.status, message(answer)) == (401, "Invalid Token Error")


def test_the_word_bearer_may_be_written_in_any_case() -> None:
    home = bare_home()
    request = HttpRequest("GET", "/account", (), {"authorization": f"bearer {home.token}"})
    assert answer_web(home.simulator, request).status == 200


def test_a_token_works_until_it_expires() -> None:
    home = bare_home()
    expires = home.simulator.clock.now() + timedelta(seconds=60)
    home.token = home.simulator.add_token(expires=expires).text
    assert home.call("account.get").status == 200
    home.later(60)
    assert home.call("account.get").status == 401


def test_openers_intercoms_are_looked_up_with_a_token_of_any_scope() -> None:
    home = bare_home()
    home.token = home.simulator.add_token(scopes=()).text
    assert len(home.value("opener.list_brands")) == 3
    assert len(home.value("opener.list_intercoms", brand_id=1)) == 3
    assert len(home.value("opener.list_intercoms", ignore_verified=True)) == 6
    assert len(home.value("opener.list_intercoms", recently_changed=True)) == 3
    home.token = ""
    assert home.call("opener.list_brands").status == 401
    assert home.call("opener.get_intercom", intercom_id=1).status == 401


def test_unknown_paths_and_methods() -> None:
    home = bare_home()
    assert home.send("GET", "/nothing").status == 404
    answer = home.send("PATCH", "/smartlock/auth")
    assert answer.status == 405
    assert dict(answer.headers)["Allow"] == "DELETE, GET, POST, PUT"


def test_an_operation_that_is_not_simulated_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    home = bare_home()
    monkeypatch.delitem(HANDLERS, ("smartlock", "list"))
    answer = home.send("GET", "/smartlock")
    assert answer.status == 501
    assert answer.body == b"The simulator does not know smartlock.list.\n"


def test_fault_rules_can_name_every_operation() -> None:
    for operation in (*OPERATIONS, AUTHORIZE, TOKEN):
        assert web_operation(HttpRequest(operation.method, _path(operation))) is operation
    assert web_operation(HttpRequest("GET", "/nothing")) is None
    assert AUTHORIZE.request().path == "/oauth/authorize"


# Error bodies


def _refusal(shape: ErrorShape | None, path: str = "/smartlock/77") -> HttpResponse:
    home = bare_home()
    home.cloud.settings.error_shape = shape
    return home.send("GET", path)


@pytest.mark.parametrize(
    "shape", [None, ErrorShape.EXCEPTION, ErrorShape.WITHOUT_MESSAGE, ErrorShape.STATUS]
)
def test_json_shapes_of_errors_are_as_described(shape: ErrorShape | None) -> None:
    answer = _refusal(shape)
    assert answer.status == 404
    schema = {"$ref": "#/components/schemas/Error"}
    assert faults(description("web"), schema, json.loads(answer.body)) == []


def test_server_errors_come_as_a_page() -> None:
    assert usual_shape(500) is ErrorShape.HTML


def test_each_shape_of_errors_is_told_apart() -> None:
    exception, bare, status = (
        Error.from_dict(json.loads(_refusal(shape).body))
        for shape in (ErrorShape.EXCEPTION, ErrorShape.WITHOUT_MESSAGE, ErrorShape.STATUS)
    )
    assert exception.detail_message == "no such smartlock"
    assert bare.to_dict() == {"stackTrace": [], "suppressedExceptions": []}
    assert (status.code, status.reason_phrase) == (404, "Not Found")
    html = _refusal(ErrorShape.HTML)
    assert b"<title>404 Not Found</title>" in html.body
    assert dict(html.headers)["Content-Type"] == "text/html"
    assert _refusal(ErrorShape.EMPTY).body == b""


# Pace


def test_too_many_requests_are_told_when_to_come_back() -> None:
    home = bare_home()
    home.cloud.settings.requests_per_window = 2
    home.later(0.5)
    assert [home.call("account.get").status for _ in range(2)] == [200, 200]
    home.later(10.2)
    answer = home.call("account.get")
    assert answer.status == 429
    assert dict(answer.headers)["Retry-After"] == "50"
    home.later(50)
    assert home.call("account.get").status == 200


def test_the_pace_of_one_token_does_not_bind_another() -> None:
    home = bare_home()
    home.cloud.settings.requests_per_window = 1
    assert home.call("account.get").status == 200
    home.token = home.simulator.add_token().text
    assert home.call("account.get").status == 200


# OAuth


def _client(home: Home) -> tuple[str, str]:
    key = apply_for_advanced_api(home, features=[])
    home.done("api_key.update", api_key_id=key, body=web("ApiKeyUpdate", redirect_uris=[REDIRECT]))
    application = home.value("api_key.get_advanced", api_key_id=key)
    return home.value("api_key.list")[0]["apiKey"], application["secret"]


def _open(home: Home, url: str) -> dict[str, str]:
    """Where the browser is sent, as its query."""
    answer = answer_web(home.simulator, HttpRequest.from_url("GET", url))
    assert answer.status == 302
    location = dict(answer.headers)["Location"]
    assert location.startswith(REDIRECT)
    return {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}


def _authorize(home: Home, client_id: str, **more: str) -> dict[str, str]:
    query = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": REDIRECT,
        "scope": "account smartlock.readOnly",
        "state": "s1",
        **more,
    }
    return _open(home, f"https://api.nuki.io/oauth/authorize?{urlencode(query)}")


def _token(home: Home, **form: str) -> tuple[int, dict[str, Any]]:
    answer = answer_web(
        home.simulator, HttpRequest("POST", "/oauth/token", body=urlencode(form).encode())
    )
    return answer.status, json.loads(answer.body)


def test_a_code_becomes_a_token_once_and_a_refresh_token_another() -> None:
    home = bare_home()
    client_id, secret = _client(home)
    found = _authorize(home, client_id)
    assert found["state"] == "s1"
    client = {"client_id": client_id, "client_secret": secret}
    grant = {
        **client,
        "grant_type": "authorization_code",
        "code": found["code"],
        "redirect_uri": REDIRECT,
    }
    status, token = _token(home, **grant)
    assert status == 200
    assert (token["token_type"], token["expires_in"]) == ("bearer", 2_592_000)
    home.token = token["access_token"]
    assert home.call("account.get").status == 200
    assert home.call("smartlock_log.list").status == 401
    assert _token(home, **grant) == (
        400,
        {"error": "invalid_grant", "error_description": "the code is wrong, used or expired"},
    )
    status, renewed = _token(
        home, **client, grant_type="refresh_token", refresh_token=token["refresh_token"]
    )
    assert status == 200
    home.later(30 * 86_400)
    assert home.call("account.get").status == 401
    home.token = renewed["access_token"]
    assert home.call("account.get").status == 401


def test_the_clients_own_authorization_url_is_understood() -> None:
    home = bare_home()
    client_id, secret = _client(home)
    authorization = OAuth2(client_id, secret, REDIRECT).authorization(["account", "smartlock"])
    assert _open(home, authorization.url)["state"] == authorization.state


def test_the_implicit_token_lives_for_an_hour() -> None:
    home = bare_home()
    client_id, _ = _client(home)
    found = _authorize(home, client_id, response_type="token")
    assert found["expires_in"] == "3600"
    home.token = found["access_token"]
    assert home.call("account.get").status == 200
    home.later(3600)
    assert home.call("account.get").status == 401


def test_offline_access_is_granted() -> None:
    home = bare_home()
    client_id, _ = _client(home)
    assert "code" in _authorize(home, client_id, scope="smartlock.readOnly offline_access")


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"scope": "everything"}, "invalid_scope"),
        ({"scope": ""}, "invalid_scope"),
        ({"response_type": "password"}, "unsupported_response_type"),
    ],
)
def test_what_cannot_be_authorized_is_told_to_the_redirect(
    more: dict[str, str], error: str
) -> None:
    home = bare_home()
    client_id, _ = _client(home)
    assert _authorize(home, client_id, **more) == {"error": error, "state": "s1"}


@pytest.mark.parametrize("wrong", [{"client_id": "x"}, {"redirect_uri": "https://evil.example"}])
def test_nobody_is_redirected_to_an_unregistered_place(wrong: dict[str, str]) -> None:
    home = bare_home()
    client_id, _ = _client(home)
    query = {"response_type": "code", "client_id": client_id, "redirect_uri": REDIRECT, **wrong}
    url = f"https://api.nuki.io/oauth/authorize?{urlencode(query)}"
    assert answer_web(home.simulator, HttpRequest.from_url("GET", url)).status == 400


def test_a_client_needs_its_secret() -> None:
    home = bare_home()
    client_id, _ = _client(home)
    status, found = _token(
        home, client_id=client_id, client_secret="guess", grant_type="refresh_token"
    )
    assert (status, found["error"]) == (401, "invalid_client")


def test_an_unknown_client_gets_nothing() -> None:
    status, found = _token(bare_home(), client_id="x", grant_type="refresh_token")
    assert (status, found["error_description"]) == (401, "unknown client")


def test_a_client_without_an_approved_application_has_no_secret() -> None:
    home = bare_home()
    home.cloud.settings.applications = AdvancedApiKeyStatus.APPLIED
    key = apply_for_advanced_api(home)
    assert "secret" not in home.value("api_key.get_advanced", api_key_id=key)
    client_id = home.value("api_key.list")[0]["apiKey"]
    assert _token(home, client_id=client_id, client_secret="")[1]["error"] == "invalid_client"


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"grant_type": "authorization_code", "code": "x"}, "invalid_grant"),
        ({"grant_type": "refresh_token", "refresh_token": "x"}, "invalid_grant"),
    ],
)
def test_wrong_grants_are_refused(form: dict[str, str], error: str) -> None:
    home = bare_home()
    client_id, secret = _client(home)
    status, found = _token(home, client_id=client_id, client_secret=secret, **form)
    assert (status, found["error"]) == (400, error)


def test_a_code_expires_and_belongs_to_its_redirect() -> None:
    home = bare_home()
    client_id, secret = _client(home)
    form = {"client_id": client_id, "client_secret": secret, "grant_type": "authorization_code"}
    code = _authorize(home, client_id)["code"]
    assert _token(home, **form, code=code, redirect_uri="https://other.example")[0] == 400
    code = _authorize(home, client_id)["code"]
    home.later(601)
    assert _token(home, **form, code=code, redirect_uri=REDIRECT)[0] == 400
