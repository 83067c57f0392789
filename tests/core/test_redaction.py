from __future__ import annotations

import html
import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core.redaction import (
    CONCEALED,
    MASK,
    Secrets,
    SecretText,
    guard_logs,
    redact,
    secrets_in,
)
from tests.core.calls import CHANGE, request_of

LOGGERS = ["httpx", "httpx2", "httpcore.http11", "httpcore2.connection", "hpack.hpack"]


@given(st.text(min_size=5), st.text(), st.text())
def test_a_secret_is_masked_wherever_it_stands(secret: str, before: str, after: str) -> None:
    assert secret not in redact(before + secret + after, [secret]).replace(MASK, "")


ESCAPES = (
    lambda each: each,
    lambda each: "".join(f"%{byte:02X}" for byte in each.encode()),
    lambda each: "".join(f"%{byte:02x}" for byte in each.encode()),
    lambda each: json.dumps(each)[1:-1],
    lambda each: f"&#{ord(each)};",
    lambda each: f"&#x{ord(each):X};",
    html.escape,
)


@pytest.mark.slow
@given(st.text(st.characters(codec="utf-8"), min_size=5, max_size=30), st.data())
def test_a_secret_is_masked_however_its_characters_are_spelled(
    secret: str, data: st.DataObject
) -> None:
    escape = data.draw(st.sampled_from(ESCAPES))
    some = data.draw(st.lists(st.booleans(), min_size=len(secret), max_size=len(secret)))
    if escape(secret[0]).startswith("%"):
        some = [True] * len(secret)  # a server escapes octets, which must make whole characters
    spelled = "".join(
        escape(each) if chosen or each in "%&\\" or ord(each) > 0xFFFF else each
        for each, chosen in zip(secret, some, strict=True)
    )
    assert redact(f"wrong: {spelled}!", [secret]) == f"wrong: {MASK}!"


@pytest.mark.slow
def test_masking_a_long_text_takes_no_longer_than_reading_it() -> None:
    text = "%41\\u0041&amp;-_" * 20_000
    assert redact(text, ["0123456789abcdef" * 8, "a1", "xyz"]) == text


def test_a_secret_is_masked_as_urls_spell_it() -> None:
    assert redact("?token=a%2Bb%2Fc", ["a+b/c"]) == f"?token={MASK}"


def test_an_empty_secret_masks_nothing() -> None:
    assert redact("text", [""]) == "text"


def test_codes_pins_and_passwords_are_found_in_a_request() -> None:
    body = [{"code": 394871, "name": "Anna"}, {"account": {"password": "hunter22"}}, 7]
    request = request_of(CHANGE, query=(("token", "abcdef"), ("id", "123456")), body=body)
    assert set(secrets_in(request)) == {"394871", "hunter22", "abcdef"}


def test_the_code_of_a_country_is_no_secret() -> None:
    assert list(secrets_in(request_of(CHANGE, body={"countryCode": "AT", "errorCode": 7}))) == []


@pytest.mark.slow
@given(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1), st.text())
def test_a_secret_stays_out_of_repr(text: str, other: str) -> None:
    assert repr(SecretText(text)) == repr(SecretText(other)) == MASK
    assert SecretText(text).reveal() == SecretText(SecretText(text)).reveal() == text
    assert repr(Secrets(text, other)) == "<2 secrets>"


@pytest.mark.parametrize("name", LOGGERS)
def test_records_of_a_call_are_masked(name: str, caplog: pytest.LogCaptureFixture) -> None:
    guard_logs()
    concealed = CONCEALED.set(Secrets("abcdef"))
    with caplog.at_level(logging.DEBUG, name):
        logging.getLogger(name).info("GET %s %s", "http://host/list?token=abcdef", b"abcdef")
    CONCEALED.reset(concealed)
    assert caplog.messages == [f"GET http://host/list?token={MASK} b'{MASK}'"]


def test_records_outside_a_call_are_left_alone(caplog: pytest.LogCaptureFixture) -> None:
    guard_logs()
    with caplog.at_level(logging.DEBUG, "httpx"):
        logging.getLogger("httpx").info("GET %s", "abcdef")
    assert caplog.messages == ["GET abcdef"]
    assert caplog.records[0].args == ("abcdef",)


def test_guarding_twice_filters_once() -> None:
    guard_logs()
    before = list(logging.getLogger("httpx").filters)
    guard_logs()
    assert logging.getLogger("httpx").filters == before
