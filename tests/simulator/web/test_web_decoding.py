from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuki.web import OPERATIONS
from nuki_core.request import Parameter
from nuki_core.unset import UNSET
from nuki_simulator.web.decoding import read_arguments
from nuki_simulator.web.errors import ApiError
from tools.cassettes.home import Home, bare_home, full_home, message
from tools.cassettes.requests import request_of
from tools.cassettes.web_calls import WEB_CALLS

if TYPE_CHECKING:
    from nuki_core.request import Operation

WITH_BODY = [operation for operation in OPERATIONS if operation.body]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def _path(operation: Operation) -> str:
    return "/".join("1" if one.startswith("{") else one for one in operation.path.split("/"))


def test_what_is_no_body_of_the_operation_is_refused(subtests: pytest.Subtests) -> None:
    for operation in WITH_BODY:
        with subtests.test(operation=str(operation)):
            home = bare_home()
            for content in (b"", b"nonsense", b"null", b'"text"', b"[[]]", b"7"):
                answer = home.send(operation.method, _path(operation), content)
                assert answer.status == 400, content
                assert "for parameter 'entity' is not valid" in message(answer)


@cache
def _home() -> Home:
    return full_home()


@cache
def _good(operation: Operation) -> tuple[str, Any]:
    request = request_of(operation, WEB_CALLS[f"{operation.resource}.{operation.name}"](_home()))
    assert request.body is not UNSET
    return request.path, request.body


@pytest.mark.slow
@given(st.sampled_from(WITH_BODY), st.data())
@settings(max_examples=300, deadline=None)
def test_a_body_with_anything_in_it_is_answered(operation: Operation, data: Any) -> None:
    path, body = _good(operation)
    objects = body if isinstance(body, list) else [body]
    changed: Any = [
        {**one, data.draw(st.sampled_from(sorted(one) or ["x"])): data.draw(JSON)}
        if isinstance(one, dict)
        else data.draw(JSON)
        for one in objects
    ]
    content = json.dumps(changed if isinstance(body, list) else changed[0]).encode()
    home = full_home() if operation.path.startswith("/account") else _home()
    answer = home.send(operation.method, path, content)
    assert answer.status in {200, 204, 400, 403, 404, 405, 409, 422, 423, 429}
    home.later(60)
    for listing in ("/smartlock", "/smartlock/auth", "/notification", "/address", "/api/key"):
        assert home.send("GET", listing).status == 200


@pytest.mark.slow
@given(st.sampled_from(OPERATIONS), st.text(max_size=20), st.data())
@settings(max_examples=300, deadline=None)
def test_any_query_and_path_value_is_answered(operation: Operation, text: str, data: Any) -> None:
    names = [one.wire_name for one in operation.parameters if one.location == "query"]
    query = tuple((name, data.draw(st.sampled_from([text, "-1", "0", "true"]))) for name in names)
    answer = bare_home().send(operation.method, _path(operation), b"{}", query)
    assert answer.status < 500


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ({"limit": "ten"}, "'ten' for parameter 'limit'"),
        ({"fromDate": "yesterday"}, "'yesterday' for parameter 'fromDate'"),
        ({"action": "lock"}, "'lock' for parameter 'action'"),
    ],
)
def test_a_query_value_of_the_wrong_type_is_named(query: dict[str, str], text: str) -> None:
    answer = bare_home().send("GET", "/smartlock/log", query=tuple(query.items()))
    assert answer.status == 400
    assert text in message(answer)


def test_a_date_may_come_with_an_offset_that_lost_its_plus() -> None:
    query = (("fromDate", "2026-03-02T08:00:00 01:00"),)
    assert bare_home().send("GET", "/smartlock/log", query=query).status == 200


@pytest.mark.parametrize("value", ["1e999", "-Infinity", "NaN"])
def test_numbers_that_json_does_not_have_are_refused(value: str) -> None:
    content = b'{"settings": {"a": %s}}' % value.encode()
    assert full_home().send("POST", "/address/1", content).status == 400


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/smartlock/{}/auth", {"name": "A", "remoteAllowed": True, "allowedWeekDays": 128}),
        ("/account/setting", {"web": {"deviceSortType": "BY_COLOUR"}}),
        ("/api/decentralWebhook", {"webhookUrl": "https://a", "webhookFeatures": ["NEWS"]}),
    ],
)
def test_values_that_no_enum_has_are_refused(path: str, body: Any) -> None:
    home = bare_home()
    answer = home.put("PUT", path.format(int(home.lock.smartlock_id)), body)
    assert answer.status == 400


def test_a_missing_query_value_is_named() -> None:
    needed = Parameter("day", "day", "query", required=True, type="int")
    operation = attrs.evolve(OPERATIONS[0], parameters=(needed,))
    with pytest.raises(ApiError, match="'null' for parameter 'day'"):
        read_arguments(operation, {}, ())


@pytest.mark.parametrize(("content", "shown"), [(b"null", "null"), (b"[]", "list")])
def test_a_body_of_another_kind_is_named(content: bytes, shown: str) -> None:
    answer = bare_home().send("PUT", "/account/user", content)
    assert f"'{shown}' for parameter 'entity'" in message(answer)


def test_an_id_that_is_no_number_is_refused() -> None:
    answer = bare_home().send("GET", "/smartlock/front-door")
    assert "'front-door' for parameter 'smartlockId'" in message(answer)
