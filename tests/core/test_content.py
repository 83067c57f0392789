from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core.content import encoded, fields
from nuki_core.errors import ValidationError
from nuki_core.json import loads
from nuki_core.redaction import secrets_in
from nuki_core.request import File, Part, headers
from nuki_core.unset import UNSET
from tests.core.calls import CHANGE, request_of

TEXTS = st.text(st.characters(codec="utf-8"))


def sent(body: Any, content_type: str = "application/json") -> tuple[str, bytes]:
    return encoded(request_of(attrs.evolve(CHANGE, content_type=content_type), body=body))


def test_nothing_is_no_body() -> None:
    assert sent(UNSET) == ("", b"")


@pytest.mark.slow
@given(st.recursive(st.none() | st.booleans() | st.integers() | TEXTS, st.lists, max_leaves=5))
def test_json_arrives_as_it_was(value: Any) -> None:
    found = sent(value)
    assert found[0] == "application/json"
    assert loads(found[1]) == value


def test_text_and_bytes_are_sent_as_they_are() -> None:
    assert sent("ä", "text/plain") == ("text/plain; charset=utf-8", "ä".encode())
    assert sent("<a/>", "application/xml") == ("application/xml", b"<a/>")
    assert sent(b"\xff", "image/png") == ("image/png", b"\xff")
    assert sent("ä", "application/problem+json") == ("application/problem+json", '"ä"'.encode())


@pytest.mark.parametrize("body", [{1, 2}, float("nan"), object()])
def test_what_is_no_json_is_refused_without_being_shown(body: Any) -> None:
    with pytest.raises(ValidationError, match="the body is no JSON") as refused:
        sent(body)
    assert repr(body) not in str(refused.value)


def test_fields_are_written_by_what_they_are() -> None:
    assert fields("a", None) == fields("a", UNSET) == ()
    assert fields("a", [1, True]) == (Part("a", b"1"), Part("a", b"true"))
    assert fields("a", [1, 2], exploded=False) == (Part("a", b"1,2"),)
    assert fields("a", {"b": 1}) == (Part("a", b'{"b":1}', content_type="application/json"),)
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    assert fields("a", moment) == (Part("a", b"2026-01-02T00:00:00.000Z"),)
    assert fields("a", File(b"x", "n", "t/s")) == (Part("a", b"x", "n", "t/s"),)
    assert fields("a", b"x", content_type="t/s") == (Part("a", b"x", "a", "t/s"),)


def test_each_form_has_a_boundary_of_its_own() -> None:
    first, second = (sent((Part("a", b"1"),), "multipart/form-data") for _ in range(2))
    assert first != second


def test_secrets_in_forms_and_headers_are_known() -> None:
    request = request_of(
        CHANGE, body=fields("pin", "394871"), headers=headers(("X-Token", "made-up-value"))
    )
    assert set(secrets_in(request)) == {"394871", "made-up-value"}


def test_what_is_not_given_stands_in_no_header() -> None:
    assert headers(("A", None), ("B", UNSET), ("C", [1, 2])) == (("C", "1,2"),)


@pytest.mark.parametrize("value", ["a\r\nB: c", "\x00", "ä"])
def test_a_header_holds_printable_ascii_only(value: str) -> None:
    with pytest.raises(ValidationError, match="A must be printable ASCII"):
        headers(("A", value))
