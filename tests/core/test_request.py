from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core.enums import OpenIntEnum, OpenStrEnum
from nuki_core.errors import ValidationError
from nuki_core.ids import SmartlockId
from nuki_core.request import as_digit, encode_path, query, serialize
from nuki_core.unset import UNSET
from tests.core.calls import READ, request_of

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1)


class Action(OpenIntEnum):
    LOCK = 2


class Kind(OpenStrEnum):
    OTHER = "OTHER"


AS_TEXT = [
    (True, "true"),
    (False, "false"),
    (12, "12"),
    (Action.LOCK, "2"),
    (Action(99), "99"),
    (Kind.OTHER, "OTHER"),
    (SmartlockId(17618910285), "17618910285"),
    (datetime(2026, 3, 1, tzinfo=UTC), "2026-03-01T00:00:00.000Z"),
    ([0, Action.LOCK], "0,2"),
    (("a", Kind.OTHER), "a,OTHER"),
    (1.5, "1.5"),
]


def test_values_as_the_url_has_them(subtests: pytest.Subtests) -> None:
    for value, text in AS_TEXT:
        with subtests.test(text=text):
            assert serialize(value) == text


def test_what_is_not_given_is_not_sent() -> None:
    assert query(("a", None), ("b", UNSET), ("c", 0), ("d", "")) == (("c", "0"), ("d", ""))


def test_a_truth_value_can_be_a_digit() -> None:
    assert [as_digit(value) for value in (True, False, None)] == [1, 0, None]


@given(TEXTS.filter(lambda text: text not in {".", ".."}))
def test_a_segment_never_leaves_its_place(text: str) -> None:
    written = encode_path(text)
    assert not set(written) & set("/?#")
    assert unquote(written) == text


@pytest.mark.parametrize("text", ["", ".", "..", "\ud800"])
def test_a_segment_that_would_address_something_else_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match="cannot stand in a path"):
        encode_path(text)


def test_a_request_hides_what_it_carries() -> None:
    shown = repr(request_of(READ, query=(("code", "394871"),), body={"code": 394871}))
    assert "394871" not in shown
    assert "/things" in shown


def test_an_operation_reads_as_its_verb_and_path() -> None:
    assert str(READ) == "GET /things"


def test_an_object_has_no_place_in_a_url() -> None:
    with pytest.raises(ValidationError, match="cannot stand in a path"):
        serialize({"a": 1})


def test_what_stands_between_elements_is_in_none_of_them() -> None:
    with pytest.raises(ValidationError, match="an element holds ',', which would make two of it"):
        serialize(["a,b", "c"])
    assert encode_path(["a,b", "c d"]) == "a%2Cb,c%20d"
