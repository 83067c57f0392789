from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from nuki import WebClient
from tests.nuki.loopback import serving
from tools.cassettes.field_kinds import Kind, enum_values, kind_of
from tools.cassettes.masking import Masking
from tools.cassettes.origins import OPERATIONS
from tools.cassettes.recorder import ONCE, record

if TYPE_CHECKING:
    from pathlib import Path

LIST = OPERATIONS["web", "smartlock.list"]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def private(value: Any, name: str = "answer") -> Any:
    return Masking("web", LIST, private=True).value(name, value)


KINDS = [
    ("accessToken", Kind.SECRET),
    ("adminPin", Kind.SECRET),
    ("alexaPin", Kind.SECRET),
    ("code", Kind.SECRET),
    ("inviteKeys", Kind.SECRET),
    ("pushId", Kind.SECRET),
    ("X-Nuki-Signature-SHA256", Kind.SECRET),
    ("smartlockIds", Kind.DEVICE_ID),
    ("accountUserId", Kind.ID),
    ("id", Kind.ID),
    ("serviceId", Kind.KEPT),
    ("latitude", Kind.COORDINATE),
    ("city", Kind.OPEN),
    ("batteryCharge", Kind.OPEN),
    ("newAndUnheardOf", Kind.UNKNOWN),
]


def test_names_say_what_a_value_is(subtests: pytest.Subtests) -> None:
    for name, kind in KINDS:
        with subtests.test(name=name):
            assert kind_of(name) is kind


def test_a_pin_state_is_no_pin() -> None:
    assert kind_of("adminPinState") is Kind.OPEN


@pytest.mark.slow
@given(JSON)
def test_masking_keeps_the_shape(value: Any) -> None:
    assert shape(private({"any": value})["any"]) == shape(value)


@pytest.mark.parametrize("value", [48.2, 48, 0.0, 0])
def test_a_coordinate_keeps_its_kind_of_number(value: float) -> None:
    masked = private({"latitude": value})["latitude"]
    assert type(masked) is type(value)
    assert (masked == value) is (value == 0)


def shape(value: Any) -> Any:
    if isinstance(value, dict):
        return sorted(repr(shape(inner)) for inner in value.values())
    return [shape(each) for each in value] if isinstance(value, list) else type(value)


@given(
    st.text(min_size=4).filter(str.strip), st.sampled_from(["name", "city", "brandNew", "email"])
)
def test_no_text_is_left(text: str, name: str) -> None:
    assume(text not in enum_values())
    assert private({name: [text, {"name": text}]}) != {name: [text, {"name": text}]}


def test_a_field_that_nobody_declared_is_masked_whatever_it_is() -> None:
    found = private({"brandNew": [123456, 1.5, "Anna", True, None, 3]})
    assert found == {"brandNew": [5_000_001, 0.0, "text-1", True, None, 3]}


def test_words_of_the_descriptions_stay() -> None:
    assert private({"webhookFeatures": ["DEVICE_STATUS"], "x": "accepted"}) == {
        "webhookFeatures": ["DEVICE_STATUS"],
        "x": "accepted",
    }


def test_names_of_fields_may_be_ids() -> None:
    found = private({"fingerprints": {"9ff3078fcc1b0c3e1c07724e": "Thumb of Anna"}})
    assert found == {"fingerprints": {f"{1:024x}": "text-1"}}


def test_a_status_in_an_error_is_no_code() -> None:
    simulated = Masking("web", LIST, private=False)
    assert simulated.value("answer", {"code": 423}) == {"code": 423}
    assert simulated.value("answer", {"code": 394871}) == {"code": 999999}


def test_a_compressed_answer_is_kept_in_plain_text(tmp_path: Path) -> None:
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip", "Set-Cookie": "a=b"}
    answer = (200, headers, gzip.compress(b'[{"name": "Anna", "smartlockId": 17179869184777}]'))
    with serving(lambda *_: answer) as url, WebClient("t", base_url=url, retry=ONCE) as web:
        path = tmp_path / "web" / "smartlock.list.yaml"
        (lock,) = record(path, Masking("web", LIST, private=True), web, LIST.request())
    assert lock.name == "Anna"
    (only,) = yaml.safe_load(path.read_text(encoding="utf-8"))["interactions"]
    assert json.loads(only["response"]["body"]["string"])[0]["name"] == "text-1"
    assert only["response"]["headers"] == {"content-type": ["application/json"]}
    assert only["request"]["uri"] == "https://api.nuki.io/smartlock"


def test_a_page_is_not_kept_from_a_live_server() -> None:
    response = {"headers": {}, "body": {"string": b"<html>Anna</html>"}, "status": {"code": 502}}
    assert Masking("web", LIST, private=True).answer(response)["body"] == {"string": b"MASKED"}
