"""What the cassettes hold: every operation, as described, and no secret."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import attrs
import pytest
import yaml

from nuki_core.redaction import secrets_in
from tools.cassettes.cassette import FOLDER, LIVE, Cassette, cassettes
from tools.cassettes.leaks import leaks
from tools.cassettes.origins import OPERATIONS
from tools.cassettes.simulated import differences, record_each

from .conformance import answer_faults, request_faults
from .simulated_secrets import secrets_of

if TYPE_CHECKING:
    from pathlib import Path

EVERY = [*cassettes(), *(cassettes(LIVE) if LIVE.is_dir() else ())]
ALL = [cassette for cassette in EVERY if (cassette.api, cassette.name) in OPERATIONS]
"""But for those of operations that are gone, which `make lint` names."""
CASSETTES = [cassette for cassette in ALL if LIVE not in cassette.path.parents]
WRONG_ON_PURPOSE = {"bridge/device.act.400", "web/smartlock.act.400"}
UNDESCRIBED = {"web/smartlock.list.429", "web/smartlock.list.502"}
"""What any operation may answer, and the descriptions do not list."""


def name_of(cassette: Cassette) -> str:
    return cassette.path.relative_to(FOLDER).with_suffix("").as_posix()


@pytest.mark.slow
def test_each_comes_from_where_its_folder_says() -> None:
    assert {cassette.source for cassette in CASSETTES} == {"simulator"}
    assert {cassette.source for cassette in ALL} <= {"simulator", "live"}


@pytest.mark.slow
def test_requests_are_as_described() -> None:
    faults = {name_of(each): found for each in CASSETTES if (found := request_faults(each))}
    assert faults.keys() == WRONG_ON_PURPOSE, faults


@pytest.mark.slow
def test_answers_are_as_described() -> None:
    faults = {name_of(each): found for each in CASSETTES if (found := answer_faults(each))}
    assert faults.keys() == UNDESCRIBED, faults


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, set[str]]]:
    """All cassettes recorded once more, and what is secret once each call is over."""
    folder = tmp_path_factory.mktemp("again")
    secrets = {
        scenario.path: {
            prepared.token,
            *secrets_of(prepared.simulator),
            *secrets_in(attrs.evolve(prepared.request, query=())),  # there, tokens have ids
        }
        for scenario, prepared in record_each(folder)
    }
    return folder, secrets


@pytest.mark.slow
def test_recording_again_gives_the_same_bytes(again: tuple[Path, dict[str, set[str]]]) -> None:
    folder, secrets = again
    assert len(secrets) == len(CASSETTES)
    gone = {f"{name_of(each)}.yaml" for each in EVERY if (each.api, each.name) not in OPERATIONS}
    changed = set(differences(FOLDER, folder)) - gone
    assert not changed, "the simulator answers otherwise: make cassettes"


def test_a_changed_a_missing_and_an_extra_cassette_are_seen(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder, texts in {one: {"a": "1", "b": "2"}, two: {"a": "0", "c": "3"}}.items():
        folder.mkdir()
        for name, text in texts.items():
            (folder / f"{name}.yaml").write_text(text)
    assert differences(one, two) == ["a.yaml", "b.yaml", "c.yaml"]


# Secrets


def content(cassette: Cassette) -> list[Any]:
    """What is looked through: the text, and what it says."""
    text = cassette.path.read_text(encoding="utf-8")
    return [text, yaml.load(text, Loader=yaml.CSafeLoader)]


@pytest.mark.slow
def test_no_cassette_holds_a_secret(again: tuple[Path, dict[str, set[str]]]) -> None:
    _, secrets = again
    known = {each: secrets[each.path.relative_to(FOLDER).as_posix()] for each in CASSETTES}
    assert all(known.values())
    assert [each for each in CASSETTES if leaks(content(each), known[each])] == []


@pytest.mark.slow
def test_nothing_in_a_cassette_looks_like_a_token() -> None:
    assert [each for each in ALL if leaks(content(each), ())] == []


SECRET = "pa5s/word+and more"


DISGUISES = [
    SECRET,
    {"a": [{"b": SECRET}]},
    {SECRET: 1},
    SECRET.encode(),
    quote(SECRET, safe=""),
    json.dumps({"inner": json.dumps({"deep": SECRET})}),
    base64.b64encode(SECRET.encode()).decode(),
    base64.urlsafe_b64encode(b"user:" + SECRET.encode()).decode().rstrip("="),
    quote(base64.b64encode(json.dumps([SECRET]).encode()).decode()),
]


def test_a_secret_is_found_in_every_disguise(subtests: pytest.Subtests) -> None:
    for content in DISGUISES:
        with subtests.test(content=content):
            assert SECRET in leaks(content, [SECRET])
            assert leaks(content, ["another"]) == []


TEXTS = [
    "Authorization: Bearer abc",
    "http://192.168.1.2/list?token=abc123",
    "/list?ctoken=00ff&nonce=MASKED",
    "simulated0api0token0of0the0sample0home00",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc",
]


def test_what_looks_like_a_token_is_found(subtests: pytest.Subtests) -> None:
    for text in TEXTS:
        with subtests.test(text=text):
            assert leaks(text, ())


def test_what_is_masked_is_not_taken_for_a_token() -> None:
    assert not leaks(["Bearer MASKED", "/list?ctoken=MASKED&nonce=MASKED", "f" * 24 + "01"], ())


def test_a_code_is_found_as_a_number_only() -> None:
    assert leaks({"code": 394871}, ["394871"]) == ["394871"]
    assert leaks({"id": 13948712}, ["394871"]) == []
