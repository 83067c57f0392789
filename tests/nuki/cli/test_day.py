from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.nuki.cli.conftest import Home, Run

pytestmark = pytest.mark.slow


def test_devices_over_either_api(home: Home, run: Run) -> None:
    over_web = run("devices", "--json", env=home.web)
    assert over_web.status == 0
    found = json.loads(over_web.out)
    assert [row["name"] for row in found][:2] == ["Front door", "Intercom"]
    over_bridge = run("--json", "devices", env=home.bridge)
    assert {row["source"] for row in json.loads(over_bridge.out)} == {"bridge"}


def test_a_device_is_found_by_its_name_beginning_or_id(home: Home, run: Run) -> None:
    for which in ("Front door", "front", "1a2b3c4d", "439041101", "17618910285"):
        assert json.loads(run("status", which, "--json", env=home.web).out)["id"] == "1A2B3C4D"
    missing = run("status", "Cellar", env=home.web)
    assert missing.status == 3
    assert "'Front door' (1A2B3C4D)" in missing.err


def test_what_moves_a_bolt_is_not_done_unasked(home: Home, run: Run) -> None:
    refused = run("unlock", "Front door", env=home.bridge)
    assert refused.status == 2
    assert "--yes" in refused.err
    assert home.simulator.find("Front door").status.state.name == "LOCKED"
    done = run("unlock", "Front door", "--yes", "--json", env=home.bridge)
    assert json.loads(done.out)["state"] == "unlocked"
    assert home.simulator.find("Front door").status.state.name == "UNLOCKED"


def test_nobody_is_signed_in(run: Run) -> None:
    assert run("devices").status == 4
