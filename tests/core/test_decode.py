from __future__ import annotations

from typing import Any

import pytest

from nuki_core import decode

DEEP = b"[" * 100_000


def model(found: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    return "model", found


def test_an_object_becomes_a_model() -> None:
    assert decode.instance(model)(b'{"a": 1}') == ("model", {"a": 1})


def test_an_array_becomes_models_and_keeps_what_is_none() -> None:
    assert decode.array(model)(b'[{"a": 1}, null, 3]') == [("model", {"a": 1}), None, 3]


@pytest.mark.parametrize("body", [b"", b"anything", b"[1]"])
def test_nothing_is_expected_of_an_answer_without_content(body: bytes) -> None:
    assert decode.nothing(body) is None


def test_an_empty_answer_may_be_none() -> None:
    either = decode.or_nothing(decode.instance(model))
    assert either(b" \r\n") is None
    assert either(b"{}") == ("model", {})


def test_untyped_containers_are_plain_json() -> None:
    assert decode.json_object(b'{"a": [1]}') == {"a": [1]}
    assert decode.json_objects(b'[{"a": 1}]') == [{"a": 1}]
    assert decode.json_value(b"true") is True


@pytest.mark.parametrize(
    ("body", "expected"), [(b'"abc"', "abc"), (b"abc", "abc"), (b"12", "12"), (DEEP, DEEP.decode())]
)
def test_text_comes_as_json_or_bare(body: bytes, expected: str) -> None:
    assert decode.text(body) == expected


BODIES_AND_REASONS = [
    (b"", "empty"),
    (b" \n", "empty"),
    (b"<html>", "not JSON"),
    (b'{"a"', "not JSON"),
    (DEEP, "not JSON"),
    (b"[]", "holds a list"),
    (b"null", "holds a NoneType"),
]


def test_another_container_is_an_error_that_says_so(subtests: pytest.Subtests) -> None:
    for body, reason in BODIES_AND_REASONS:
        with (
            subtests.test(body=body, reason=reason),
            pytest.raises(decode.UnexpectedBody, match=reason),
        ):
            decode.instance(model)(body)


@pytest.mark.parametrize("body", [b"{}", b"3"])
def test_an_array_is_an_array(body: bytes) -> None:
    with pytest.raises(decode.UnexpectedBody, match="expected a JSON array"):
        decode.array(model)(body)


@pytest.mark.parametrize("body", [b"", DEEP])
def test_a_value_is_json(body: bytes) -> None:
    with pytest.raises(decode.UnexpectedBody, match="not JSON"):
        decode.json_value(body)


def test_json_of_any_kind() -> None:
    doubled = decode.json_of(lambda value: [value, value], dict, type(None))
    assert doubled(b"null") == [None, None]
    with pytest.raises(decode.UnexpectedBody, match="expected a dict or NoneType"):
        doubled(b"3")
    assert decode.json_of(str)(b"3") == "3"


def test_what_is_no_json_is_text_or_bytes() -> None:
    assert decode.bare_text(b"12\xff") == "12\ufffd"
    assert decode.octets(b"12\xff") == b"12\xff"


CHARACTER_SETS = [
    ("text/plain; charset=iso-8859-1", b"T\xfcr", "Tür"),
    ('text/plain;x=1; Charset="ISO-8859-1"', b"T\xfcr", "Tür"),
    ("text/plain; charset=utf-8", "\ufeffTür".encode(), "Tür"),
    ("text/plain", "Tür".encode(), "Tür"),
    ("", "Tür".encode(), "Tür"),
]


def test_text_is_read_as_its_media_type_says(subtests: pytest.Subtests) -> None:
    for media, body, text in CHARACTER_SETS:
        with subtests.test(media=media, body=body):
            assert decode.bare_text.of(200, media)(body) == text
            either = decode.ByAnswer[object](("200", "text/*", decode.bare_text))
            assert either.of(200, media)(body) == text


@pytest.mark.parametrize("name", ["klingon", "zlib", "hex", "idna"])
def test_text_in_a_character_set_that_is_not_known(name: str) -> None:
    with pytest.raises(decode.UnexpectedBody, match=f"its character set is {name}"):
        decode.bare_text.of(200, f"text/plain; charset={name}")(b"\xff" * 70)


ANY = decode.ByAnswer[object](
    ("200", "application/json", lambda _: "json"),
    ("200", "text/*", lambda _: "text"),
    ("2XX", "*/*", lambda _: "success"),
    ("default", "", lambda _: "default"),
)


DECODERS = [
    (200, "application/json", "json"),
    (200, "Application/JSON; charset=utf-8", "json"),
    (200, "text/csv", "text"),
    (200, "image/png", "json"),
    (200, "", "json"),
    (202, "image/png", "success"),
    (404, "image/png", "default"),
]


def test_a_decoder_is_chosen_by_status_and_media_type(subtests: pytest.Subtests) -> None:
    for status, media, expected in DECODERS:
        with subtests.test(status=status, media=media):
            assert ANY.of(status, media)(b"") == expected


def test_whoever_knows_the_body_alone_gets_the_first() -> None:
    assert ANY(b"") == "json"
