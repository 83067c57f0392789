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

from .declared import answer_faults, request_faults
from .leaks import leaks
from .origins import OPERATIONS
from .recording import differences, recordings
from .simulated_secrets import secrets_of
from .tapes import FOLDER, LIVE, Tape, tapes

if TYPE_CHECKING:
    from pathlib import Path

EVERY = [*tapes(), *(tapes(LIVE) if LIVE.is_dir() else ())]
ALL = [tape for tape in EVERY if (tape.api, tape.name) in OPERATIONS]
"""But for those of operations that are gone, which `make lint` names."""
TAPES = [tape for tape in ALL if LIVE not in tape.path.parents]
WRONG_ON_PURPOSE = {"bridge/device.act.400", "web/smartlock.act.400"}
UNDESCRIBED = {"web/smartlock.list.429", "web/smartlock.list.502"}
"""What any operation may answer, and the descriptions do not list."""


def name_of(tape: Tape) -> str:
    return tape.path.relative_to(FOLDER).with_suffix("").as_posix()


def test_each_comes_from_where_its_folder_says() -> None:
    assert {tape.source for tape in TAPES} == {"simulator"}
    assert {tape.source for tape in ALL} <= {"simulator", "live"}


@pytest.mark.parametrize("tape", TAPES, ids=name_of)
def test_requests_are_as_described(tape: Tape) -> None:
    assert (request_faults(tape) == []) == (name_of(tape) not in WRONG_ON_PURPOSE)


@pytest.mark.parametrize("tape", TAPES, ids=name_of)
def test_answers_are_as_described(tape: Tape) -> None:
    assert (answer_faults(tape) == []) == (name_of(tape) not in UNDESCRIBED)


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, set[str]]]:
    """All cassettes recorded once more, and what is secret once each call is over."""
    folder = tmp_path_factory.mktemp("again")
    secrets = {
        scene.path: {
            played.token,
            *secrets_of(played.simulator),
            *secrets_in(attrs.evolve(played.request, query=())),  # there, tokens have ids
        }
        for scene, played in recordings(folder)
    }
    return folder, secrets


def test_recording_again_gives_the_same_bytes(again: tuple[Path, dict[str, set[str]]]) -> None:
    folder, secrets = again
    assert len(secrets) == len(TAPES)
    gone = {f"{name_of(tape)}.yaml" for tape in EVERY if (tape.api, tape.name) not in OPERATIONS}
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


@pytest.mark.parametrize("tape", TAPES, ids=name_of)
def test_no_cassette_holds_a_secret(tape: Tape, again: tuple[Path, dict[str, set[str]]]) -> None:
    _, secrets = again
    text = tape.path.read_text(encoding="utf-8")
    known = secrets[tape.path.relative_to(FOLDER).as_posix()]
    assert known
    assert leaks([text, yaml.safe_load(text)], known) == []


@pytest.mark.parametrize("tape", ALL, ids=name_of)
def test_nothing_in_a_cassette_looks_like_a_token(tape: Tape) -> None:
    text = tape.path.read_text(encoding="utf-8")
    assert leaks([text, yaml.safe_load(text)], ()) == []


SECRET = "pa5s/word+and more"


@pytest.mark.parametrize(
    "content",
    [
        SECRET,
        {"a": [{"b": SECRET}]},
        {SECRET: 1},
        SECRET.encode(),
        quote(SECRET, safe=""),
        json.dumps({"inner": json.dumps({"deep": SECRET})}),
        base64.b64encode(SECRET.encode()).decode(),
        base64.urlsafe_b64encode(b"user:" + SECRET.encode()).decode().rstrip("="),
        quote(base64.b64encode(json.dumps([SECRET]).encode()).decode()),
    ],
)
def test_a_secret_is_found_in_every_disguise(content: Any) -> None:
    assert SECRET in leaks(content, [SECRET])
    assert leaks(content, ["another"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer abc",
        "http://192.168.1.2/list?token=abc123",
        "/list?ctoken=00ff&nonce=MASKED",
        "simulated0api0token0of0the0sample0home00",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc",
    ],
)
def test_what_looks_like_a_token_is_found(text: str) -> None:
    assert leaks(text, ())


def test_what_is_masked_is_not_taken_for_a_token() -> None:
    assert not leaks(["Bearer MASKED", "/list?ctoken=MASKED&nonce=MASKED", "f" * 24 + "01"], ())


def test_a_code_is_found_as_a_number_only() -> None:
    assert leaks({"code": 394871}, ["394871"]) == ["394871"]
    assert leaks({"id": 13948712}, ["394871"]) == []
