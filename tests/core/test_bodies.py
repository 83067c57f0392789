from __future__ import annotations

import attrs
import pytest

from nuki import web
from nuki_core.bodies import array_body, fields_body, model_body
from nuki_core.errors import ValidationError
from nuki_core.unset import UNSET
from tests.core.calls import READ

UPDATE = attrs.evolve(READ, method="POST", path="/smartlock/{smartlockId}")
USER = web.AccountUserUpdate(name="Anna")


def test_a_model_is_its_json() -> None:
    assert model_body(UPDATE, web.AccountUserUpdate, USER) == {"name": "Anna"}


NO_MODELS = [
    (None, "None"),
    (2, "an int"),
    (web.LockAction.LOCK, "a LockAction"),
    (web.SmartlockUpdate(name="Anna"), "a SmartlockUpdate"),
    ([USER], "a list"),
    ({"name": "Anna"}, r"a dict; AccountUserUpdate\.from_dict\(\) makes one of it"),
]


def test_what_is_not_the_model_is_refused(subtests: pytest.Subtests) -> None:
    for value, named in NO_MODELS:
        with subtests.test(value=value, named=named):
            fits = f"the body must be an AccountUserUpdate, not {named}"
            with pytest.raises(ValidationError, match=fits) as refused:
                model_body(UPDATE, web.AccountUserUpdate, value)
            assert str(refused.value).startswith("POST /smartlock/{smartlockId}: ")
            assert refused.value.operation == "POST /smartlock/{smartlockId}"
            assert "Anna" not in str(refused.value)


def test_a_collection_is_an_array() -> None:
    assert array_body(UPDATE, str, ("a", "b")) == ["a", "b"]
    assert array_body(UPDATE, str, {"b", "a"}) == ["a", "b"]
    assert array_body(UPDATE, web.AccountUserUpdate, [USER]) == [{"name": "Anna"}]


def test_what_is_no_collection_is_refused(subtests: pytest.Subtests) -> None:
    for value in (None, "abc", b"abc", 5, USER, {"a": 1}):
        with (
            subtests.test(value=value),
            pytest.raises(ValidationError, match="the body must be a list of str, not"),
        ):
            array_body(UPDATE, str, value)


def test_an_element_of_another_type_is_refused() -> None:
    with pytest.raises(ValidationError, match="element 1 of the body must be a str, not an int"):
        array_body(UPDATE, str, ["a", 5])


def test_fields_that_are_unset_are_not_sent() -> None:
    assert fields_body(UPDATE, web.AccountUserUpdate, name="Anna", email=UNSET) == {"name": "Anna"}
