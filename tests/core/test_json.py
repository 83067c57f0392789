from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core.json import dumps, loads

FLOATS = st.floats(allow_nan=False, allow_infinity=False)


def json_of(integers: st.SearchStrategy[int]) -> st.SearchStrategy[object]:
    return st.recursive(
        st.none() | st.booleans() | integers | FLOATS | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )


JSON = json_of(st.integers())
LARGE = st.integers(-(1 << 70), 1 << 70) | st.sampled_from(
    [sign * (1 << bits) + near for bits in (63, 64) for sign in (-1, 1) for near in (-1, 0, 1)]
)


@pytest.mark.slow
@given(JSON)
def test_what_is_written_is_read(value: object) -> None:
    assert loads(dumps(value)) == value  # type: ignore[arg-type]


@pytest.mark.slow
@given(json_of(st.integers() | LARGE), st.sampled_from([None, 1]))
def test_long_and_short_answers_are_read_alike(value: object, indent: int | None) -> None:
    padding = b" " * 20_000
    read = loads(json.dumps(value, indent=indent).encode() + padding)
    assert read == value
    assert repr(read) == repr(value)  # an integer is no float of the same value


@given(LARGE, st.sampled_from(["[%d]", '{ "a":%d}', "[0,%d]", "[\n%d]", "[\t%d , 1]"]))
def test_an_integer_of_more_than_64_bits_stays_one(number: int, form: str) -> None:
    text = form % number
    assert loads(text.encode() + b" " * 20_000) == json.loads(text)


@pytest.mark.parametrize("size", [0, 20_000])
def test_control_characters_inside_strings_are_kept(size: int) -> None:
    # Seen in device names of bridges with firmware 2.9.3 and 2.15.0.
    body = b'[{"name": "Door\x11' + b"x" * size + b'"}]'
    assert loads(body) == [{"name": "Door\x11" + "x" * size}]


@pytest.mark.parametrize("size", [0, 20_000])
def test_a_byte_order_mark_is_skipped(size: int) -> None:
    assert loads(b"\xef\xbb\xbf[1]" + b" " * size) == [1]


@pytest.mark.parametrize("size", [0, 20_000])
def test_bytes_that_are_no_utf_8_do_not_fail_the_list(size: int) -> None:
    assert loads(b'["\xff"]' + b" " * size) == ["�"]


def test_what_is_no_json_is_a_value_error(subtests: pytest.Subtests) -> None:
    for body in (b"", b"<html>", b'{"a": ', b"HTTP 401 Unauthorized"):
        for size in (0, 20_000):
            with (
                subtests.test(size=size, body=body),
                pytest.raises(ValueError, match="Expecting"),
            ):
                loads(body + b" " * size)


@pytest.mark.parametrize("number", [1 << 64, -(1 << 70)])
def test_integers_have_no_bound_in_short_answers(number: int) -> None:
    assert loads(b"[%d]" % number) == [number]


def test_no_number_is_written_that_json_does_not_have() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps(float("nan"))


def test_half_a_surrogate_pair_is_written_as_it_came(subtests: pytest.Subtests) -> None:
    for text in ("\ud800", "a\udc00", "\udc00\ud800"):
        for size in (0, 20_000):
            with subtests.test(size=size, text=text):
                body = json.dumps([text]).encode()
                assert loads(body + b" " * size) == [text]
                assert dumps([text]) == body


NUMBERS = ["-0.0", "-0", "1.0", "1e2", "5e-324", "1.7976931348623157e308"]


def test_numbers_are_read_alike_whatever_the_length(subtests: pytest.Subtests) -> None:
    for number in NUMBERS:
        with subtests.test(number=number):
            short, long = loads(number.encode()), loads(number.encode() + b" " * 20_000)
            assert repr(short) == repr(long) == repr(json.loads(number))
            assert loads(dumps(short)) == short


def test_text_is_written_short_and_as_utf_8() -> None:
    assert dumps({"name": "Tür", "id": 1}) == '{"name":"Tür","id":1}'.encode()
