from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki import KeypadCode
from nuki_core.ids import NukiId, SmartlockId
from tools.cassettes.pseudonyms import Pseudonyms

# Without an at sign: of e-mail addresses, upper and lower case are the same.
TEXTS = st.text(
    st.characters(categories=["L", "N", "P"], exclude_characters="@"), min_size=1, max_size=12
)


@given(st.lists(st.integers(111111, 999999), max_size=50))
def test_codes_become_other_codes_of_the_same_length(codes: list[int]) -> None:
    pseudonyms = Pseudonyms()
    fakes = [pseudonyms.secret(code) for code in codes]
    assert len(set(fakes)) == len(set(codes))
    assert all(int(KeypadCode(int(fake))) == fake for fake in fakes)
    assert [pseudonyms.secret(code) for code in codes] == fakes


@pytest.mark.slow
@given(st.lists(TEXTS))
def test_texts_stay_different_or_the_same(texts: list[str]) -> None:
    pseudonyms = Pseudonyms()
    fakes = {text: pseudonyms.text(text) for text in texts}
    assert len(set(fakes.values())) == len(fakes)
    assert all(pseudonyms.text(text) == fake for text, fake in fakes.items())


@given(st.integers(0, 5), st.integers(1000, (1 << 32) - 1))
def test_a_device_is_the_same_in_both_apis(kind: int, low: int) -> None:
    pseudonyms = Pseudonyms()
    ours, theirs = NukiId(low), NukiId(low).smartlock_id(kind)
    assert SmartlockId(pseudonyms.device_id(theirs)).nuki_id == pseudonyms.device_id(ours)
    assert SmartlockId(pseudonyms.device_id(theirs)).device_type == kind


def test_ids_keep_their_form() -> None:
    pseudonyms = Pseudonyms()
    assert pseudonyms.id("9ff3078fcc1b0c3e1c07724e") == f"{1:024x}"
    assert re.fullmatch(
        r"[0-9a-f-]{36}", str(pseudonyms.id("5f1f8a52-3b1c-4d6e-9a50-7f3d2c1b0a99"))
    )
    assert isinstance(pseudonyms.id(1234567), int)
    assert str(pseudonyms.id("1234567")).isdigit()
    assert [pseudonyms.id(0), pseudonyms.id(2), pseudonyms.id("")] == [0, 2, ""]


FORMS = [
    ("anna@example.org", r"person-\d+@example\.com"),
    ("https://hooks.example.org/a?b=c", r"https://host-\d+\.example\.com/"),
    ("10.1.2.3", r"192\.0\.2\.\d+"),
    ("Anna's door", r"text-\d+"),
    ("2026-03-02T07:00:00.250Z", r"2026-01-01T00:00:00\.250Z"),
    ("2026-03-02 T07:00:00Z", r"2026-01-01 T00:00:00Z"),
    ("2026-03-02T07:00:00+00:00", r"2026-01-01T00:00:00\+00:00"),
    ("2026-02-31T00:00:00Z", r"text-1"),
    (" ", " "),
]


def test_texts_keep_their_form(subtests: pytest.Subtests) -> None:
    for value, form in FORMS:
        with subtests.test(value=value):
            assert re.fullmatch(form, Pseudonyms().text(value))


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), st.integers(-(10**6), 10**6))  # noqa: DTZ001 - written with a Z below
def test_times_keep_their_distance(first: datetime, seconds: int) -> None:
    pseudonyms = Pseudonyms()
    second = datetime.fromtimestamp(first.timestamp() + seconds)  # noqa: DTZ006 - as above
    one, two = (pseudonyms.text(f"{each:%Y-%m-%dT%H:%M:%S}Z") for each in (first, second))
    real = second.replace(microsecond=0) - first.replace(microsecond=0)
    assert datetime.fromisoformat(two) - datetime.fromisoformat(one) == real


def test_sensitive_values_are_listed() -> None:
    pseudonyms = Pseudonyms()
    for secret in ("hunter2", 394871, 2026):
        pseudonyms.secret(secret)
    pseudonyms.device_id((2 << 32) + 0x1A2B3C4D)
    pseudonyms.text("anna@example.org")
    found = pseudonyms.sensitive_values()
    assert {
        "hunter2",
        "394871",
        "anna@example.org",
        "1A2B3C4D",
        str((2 << 32) + 0x1A2B3C4D),
    } <= found
    assert "2026" not in found
