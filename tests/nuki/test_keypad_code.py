from __future__ import annotations

import json
import pickle
import re
from itertools import product
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki import KeypadCode, ValidationError
from nuki_core.json import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

VALID = re.compile(r"(?!12)[1-9]{6}")


@given(st.integers(0, 9_999_999))
def test_the_rule_is_the_vendors(number: int) -> None:
    fits = VALID.fullmatch(str(number)) is not None
    try:
        code = KeypadCode(number)
    except ValidationError:
        assert not fits
    else:
        assert fits
        assert code == number


REASONS = [
    (120000, "must not contain the digit 0"),
    (123456, "must not begin with 12"),
    ("34567", "must have 6 digits, not 5"),
    (3456789, "must have 6 digits, not 7"),
    ("34567a", "must consist of digits"),
    ("³45678", "must consist of digits"),
    (-345678, "must consist of digits"),
    ("", "must consist of digits"),
]


def test_the_reason_is_given_and_the_code_is_not(subtests: pytest.Subtests) -> None:
    for code, reason in REASONS:
        with subtests.test(reason=reason):
            with pytest.raises(ValidationError, match=reason) as caught:
                KeypadCode(code)
            assert not code or str(code) not in str(caught.value)


def test_text_and_number_are_the_same_code() -> None:
    assert KeypadCode(" 394871 ") == KeypadCode(394871) == 394871


def test_it_is_a_number_to_the_api_and_hidden_elsewhere() -> None:
    code = KeypadCode(394871)
    assert json.dumps({"code": code}) == '{"code": 394871}'
    assert dumps([code]) == b"[394871]"
    assert "394871" not in f"{code} {code!r} {code!s:>20}"
    assert code.digits == "394871"


def test_it_survives_pickling() -> None:
    code = pickle.loads(pickle.dumps(KeypadCode(394871)))  # noqa: S301
    assert (code, type(code)) == (394871, KeypadCode)


@given(st.integers())
def test_random_codes_are_valid_and_new(seed: int) -> None:
    choose = Random(seed).choice  # noqa: S311
    first = KeypadCode.random(choose=choose)
    assert KeypadCode.random(taken=[first], choose=choose) != first


def test_a_code_that_is_taken_or_wrong_is_drawn_again() -> None:
    digits = iter("123456111111394871")

    def choose(_: Sequence[str]) -> str:
        return next(digits)

    assert KeypadCode.random(taken=[111_111], choose=choose) == 394871


@pytest.mark.slow
def test_there_is_an_end_to_all_codes() -> None:
    codes = map("".join, product("123456789", repeat=6))
    every = {int(code) for code in codes if not code.startswith("12")}
    assert len(every) == 524_880
    with pytest.raises(ValidationError, match="every keypad code is taken"):
        KeypadCode.random(taken=every)
    assert KeypadCode.random(taken=every - {394871}, choose=_towards("394871")) == 394871


def _towards(code: str) -> object:
    digits = iter(code)
    return lambda _: next(digits)
