from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import orjson
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


def read(body: bytes) -> Any:
    """What orjson and the standard library read alike; an integer is no float of the same value."""
    assert sys.modules["orjson"] is orjson
    found = loads(body)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "orjson", None)
        by_standard_library = loads(body)
    assert repr(found) == repr(by_standard_library)
    return found


def test_a_long_answer_loads_orjson_and_a_short_one_does_not() -> None:
    program = """
import sys
from nuki_core.json import loads
assert loads(b"[1]") == [1] and "orjson" not in sys.modules
assert loads(b"[1]" + b" " * 20_000) == [1] and "orjson" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - our own program


@pytest.mark.slow
@given(JSON)
def test_what_is_written_is_read(value: object) -> None:
    assert read(dumps(value)) == value  # type: ignore[arg-type]


@pytest.mark.slow
@given(json_of(st.integers() | LARGE), st.sampled_from([None, 1]))
def test_both_parsers_read_alike(value: object, indent: int | None) -> None:
    assert repr(read(json.dumps(value, indent=indent).encode())) == repr(value)


@given(LARGE, st.sampled_from(["%d", "[%d]", '{ "a":%d}', "[0,%d]", "[\n%d]", "[\t%d , 1]"]))
def test_an_integer_of_more_than_64_bits_stays_one(number: int, form: str) -> None:
    text = form % number
    assert read(text.encode()) == json.loads(text)


def test_control_characters_inside_strings_are_kept() -> None:
    # Seen in device names of bridges with firmware 2.9.3 and 2.15.0.
    assert read(b'[{"name": "Door\x11"}]') == [{"name": "Door\x11"}]


def test_a_byte_order_mark_is_skipped() -> None:
    assert read(b"\xef\xbb\xbf[1]") == [1]


@pytest.mark.parametrize("body", [b" [1]", b"[1] \n", b"\r\n[1]"])
def test_blanks_around_are_skipped(body: bytes) -> None:
    assert read(body) == [1]


def test_bytes_that_are_no_utf_8_do_not_fail_the_list() -> None:
    assert read(b'["\xff"]') == ["�"]


@pytest.mark.parametrize("loaded", [orjson, None], ids=["orjson", "standard library"])
@pytest.mark.parametrize(
    "body", [b"", b"<html>", b'{"a": ', b"[1] 2", b"HTTP 401 Unauthorized"], ids=bytes.decode
)
def test_what_is_no_json_is_a_value_error(
    body: bytes, loaded: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "orjson", loaded)
    with pytest.raises(ValueError, match=r"Expecting|Extra data"):
        loads(body)


def test_no_number_is_written_that_json_does_not_have() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps(float("nan"))


@pytest.mark.parametrize("text", ["\ud800", "a\udc00", "\udc00\ud800"])
def test_half_a_surrogate_pair_is_written_as_it_came(text: str) -> None:
    body = json.dumps([text]).encode()
    assert read(body) == [text]
    assert dumps([text]) == body


@pytest.mark.parametrize("number", ["-0.0", "-0", "1.0", "1e2", "5e-324", "1.7976931348623157e308"])
def test_numbers_stay_what_they_are(number: str) -> None:
    found = read(number.encode())
    assert repr(found) == repr(json.loads(number))
    assert loads(dumps(found)) == found


def test_text_is_written_short_and_as_utf_8() -> None:
    assert dumps({"name": "Tür", "id": 1}) == '{"name":"Tür","id":1}'.encode()
