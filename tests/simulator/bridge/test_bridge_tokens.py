from __future__ import annotations

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki.bridge import BridgeType
from nuki.firmware import FirmwareVersion
from tools.cassettes.house import TOKEN, checked, house


@pytest.mark.parametrize("scheme", ["hashed", "encrypted"])
def test_a_signature_works_once(scheme: str) -> None:
    at = house()
    credentials = getattr(at, scheme)(rnr=4711)
    assert at.ask("/info", **credentials).status == 200
    assert at.ask("/info", **credentials).status == 401
    assert at.ask("/info", **getattr(at, scheme)(rnr=4712)).status == 200
    at.bridge.quirks.check_replays = False
    assert at.ask("/info", **credentials).status == 200


def test_a_signature_is_good_for_a_minute(subtests: pytest.Subtests) -> None:
    for ahead, status in ((-61, 401), (-60, 200), (60, 200), (61, 401)):
        for scheme in ("hashed", "encrypted"):
            with subtests.test(scheme=scheme, ahead=ahead):
                at = house()
                assert at.ask("/info", **getattr(at, scheme)(ahead=ahead)).status == status


@pytest.mark.parametrize("scheme", ["hashed", "encrypted"])
def test_a_wrong_clock_refuses_signatures_but_not_the_plain_token(scheme: str) -> None:
    at = house()
    at.bridge.clock_offset = timedelta(minutes=5)
    assert at.ask("/info", **getattr(at, scheme)()).status == 401
    told = at.json("/info")["currentTime"]
    assert told == "2026-03-02T07:05:00+00:00"
    assert at.ask("/info", **getattr(at, scheme)(ahead=300)).status == 200


def test_used_signatures_are_forgotten_when_they_are_stale_anyway() -> None:
    at = house()
    for number in range(20):
        at.ask("/info", **at.hashed(rnr=number))
        at.simulator.clock.advance(60)
    assert len(at.bridge.seen) <= 3


OLD_FIRMWARE = [
    ("hashed", (1, 11, 9), 401),
    ("hashed", (1, 12, 0), 200),
    ("hashed", (2, 1, 9), 401),
    ("hashed", (2, 2, 0), 200),
    ("encrypted", (1, 22, 0), 401),
    ("encrypted", (1, 22, 1), 200),
    ("encrypted", (2, 13, 9), 401),
    ("encrypted", (2, 14, 0), 200),
]


def test_old_firmware_knows_fewer_schemes(subtests: pytest.Subtests) -> None:
    for scheme, firmware, status in OLD_FIRMWARE:
        with subtests.test(scheme=scheme, firmware=firmware):
            at = house()
            at.bridge.firmware = FirmwareVersion(*firmware)
            assert at.ask("/info", **getattr(at, scheme)()).status == status


def test_a_software_bridge_takes_the_plain_token_only_and_refuses_in_json() -> None:
    at = house()
    at.bridge.type = BridgeType.SOFTWARE
    refusal = checked("/info", at.ask("/info", **at.encrypted()))
    assert (refusal.status, json.loads(refusal.body)) == (401, {"error": "invalid api token"})
    assert at.get("/info").status == 200
    assert at.get("/reboot").status == 404


@pytest.mark.slow
@given(
    st.dictionaries(
        st.sampled_from(["token", "ts", "rnr", "hash", "ctoken", "nonce"]), st.text(max_size=60)
    )
)
def test_no_forged_credentials_get_in(credentials: dict[str, str]) -> None:
    answer = house().ask("/info", **credentials)
    assert answer.status == (200 if credentials.get("token") == TOKEN else 401)
