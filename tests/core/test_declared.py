"""The strict way in: what strangers send is as declared, or an error of ours."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki import DecodeError, NukiError
from nuki.bridge import CallbackList, LockState, OpenerState, StateCallback
from nuki.web import DeviceStatusWebhook, WebhookFeature
from nuki_core.model import Model
from nuki_generated import bridge, web

if TYPE_CHECKING:
    from collections.abc import Mapping

CALLBACK: Mapping[str, Any] = {
    "nukiId": 439041101,
    "deviceType": 4,
    "mode": 2,
    "state": 1,
    "stateName": "locked",
    "batteryCritical": False,
}

MODELS = [
    model
    for module in (bridge, web)
    for model in (getattr(module, name) for name in module.__all__)
    if isinstance(model, type) and issubclass(model, Model)
]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def test_a_callback_is_parsed_from_its_body() -> None:
    callback = StateCallback.parse(json.dumps(CALLBACK).encode())
    assert callback == StateCallback.from_dict(CALLBACK)
    assert callback.state is LockState.LOCKED


def test_text_and_objects_are_parsed_too() -> None:
    expected = StateCallback.from_dict(CALLBACK)
    assert StateCallback.parse(json.dumps(CALLBACK)) == expected
    assert StateCallback.parse(CALLBACK) == expected


def test_what_bridges_write_into_names_is_no_hindrance() -> None:
    body = json.dumps(CALLBACK).replace("locked", "loc\x11ked").encode()
    assert StateCallback.parse(body).state_name == "loc\x11ked"


def test_the_device_type_still_decides() -> None:
    assert StateCallback.parse({**CALLBACK, "deviceType": 2}).state is OpenerState.ONLINE


def test_members_and_fields_of_tomorrow_pass() -> None:
    callback = StateCallback.parse({**CALLBACK, "state": 77, "new": [1]})
    assert callback.state == 77
    assert callback.to_dict()["new"] == [1]


NO_OBJECTS = [
    b"",
    b"[]",
    b"null",
    b"5",
    b'"x"',
    b"<html>",
    b"\xff\xfe",
    b'{"nukiId": 1',
    b"[" * 100_000,
]


def test_what_is_no_object_is_an_error_of_ours(subtests: pytest.Subtests) -> None:
    for source in NO_OBJECTS:
        with subtests.test(source=source):
            with pytest.raises(DecodeError, match="this is no StateCallback: it is n") as caught:
                StateCallback.parse(source)
            assert caught.value.body == source[: 1 << 16]
            assert not caught.value.may_have_run


@pytest.mark.parametrize("source", [[], None, 5, {1}])
def test_neither_are_other_things(source: Any) -> None:
    with pytest.raises(DecodeError, match="no JSON object"):
        StateCallback.parse(source)


OTHER_TYPES = [
    ({"nukiId": "1A2B3C4D"}, "nukiId must be an integer, not text"),
    ({"nukiId": True}, "nukiId must be an integer, not true or false"),
    ({"nukiId": None}, "nukiId must be an integer, not null"),
    ({"state": {}}, "state must be an integer, not an object"),
    ({"stateName": []}, "stateName must be text, not an array"),
    ({"batteryCritical": 0.5}, "batteryCritical must be true or false, not a number"),
]


def test_a_required_field_of_another_type_is_named(subtests: pytest.Subtests) -> None:
    for changes, reason in OTHER_TYPES:
        with subtests.test(changes=changes, reason=reason):
            with pytest.raises(DecodeError) as caught:
                StateCallback.parse({**CALLBACK, **changes})
            assert str(caught.value) == f"this is no StateCallback: {reason}"


def test_all_faults_are_named_and_no_value() -> None:
    body = b'{"state": "S3CRET", "stateName": "x", "batteryCritical": 1}'
    with pytest.raises(DecodeError) as caught:
        StateCallback.parse(body)
    assert "nukiId is missing; state must be" in str(caught.value)
    assert "batteryCritical must be" in str(caught.value)
    assert "S3CRET" not in str(caught.value)
    assert caught.value.body == body


def test_what_is_optional_may_hold_anything() -> None:
    callback = StateCallback.parse({**CALLBACK, "ringactionTimestamp": 5, "mode": None})
    assert callback.to_dict()["ringactionTimestamp"] == 5


def test_required_arrays_and_objects_are_looked_into() -> None:
    callbacks = [{"id": 0, "url": "http://host/"}, {"id": "1"}, 5]
    with pytest.raises(DecodeError) as caught:
        CallbackList.parse({"callbacks": callbacks})
    assert str(caught.value) == (
        "this is no CallbackList: callbacks[1].id must be an integer, not text; "
        "callbacks[1].url is missing; callbacks[2] must be an object, not an integer"
    )


def test_a_webhook_is_parsed() -> None:
    event = DeviceStatusWebhook.parse('{"feature": "DEVICE_STATUS", "smartlockId": 17618910285}')
    assert event.feature is WebhookFeature.DEVICE_STATUS
    with pytest.raises(DecodeError, match="feature is missing"):
        DeviceStatusWebhook.parse("{}")


@pytest.mark.slow
@given(model=st.sampled_from(MODELS), source=json_values)
def test_parsing_ends_with_the_model_or_an_error_of_ours(model: type[Model], source: Any) -> None:
    if isinstance(source, dict):
        source = dict(zip(model.json_names.values(), source.values(), strict=False))
    try:
        found = model.parse(source)
    except NukiError:
        return
    assert found == model.from_dict(source)
