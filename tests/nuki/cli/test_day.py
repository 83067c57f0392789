from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.nuki.cli.conftest import Home, Run


def test_devices_over_either_api_or_both(home: Home, run: Run) -> None:
    over_web = json.loads(run("devices", "--json", env=home.web).out)
    assert [row["name"] for row in over_web][:2] == ["Front door", "Intercom"]
    over_bridge = json.loads(run("--json", "devices", env=home.bridge).out)
    assert {row["source"] for row in over_bridge} == {"bridge"}
    both = json.loads(run("devices", "--json", env={**home.web, **home.bridge}).out)
    assert {row["name"]: row["source"] for row in both}["Parcel box"] == "web"
    assert len(both) == 6
    as_csv = list(csv.DictReader(io.StringIO(run("devices", "--csv", env=home.web).out)))
    assert [list(row) for row in as_csv] == [list(row) for row in over_web]
    assert as_csv[0]["available"] == "true"
    assert as_csv[1]["battery_percent"] == ""


def test_a_device_is_found_by_its_name_beginning_or_id(home: Home, run: Run) -> None:
    for which in ("Front door", "front", "1a2b3c4d", "439041101", "17618910285"):
        assert json.loads(run("status", which, "--json", env=home.bridge).out)["id"] == "1A2B3C4D"
    missing = run("status", "Cellar", env=home.bridge)
    assert missing.status == 3
    assert "'Front door' (1A2B3C4D)" in missing.err
    home.simulator.find("Back door").name = "Front gate"
    several = run("status", "front", env=home.bridge)
    assert several.status == 2
    assert "'front' may be 'Front door' (1A2B3C4D), 'Front gate' (3C4D5E6F)" in several.err
    assert run("status", "Front door", env=home.bridge).status == 0
    assert run("status", "", env=home.bridge).status == 3


def test_what_moves_a_bolt_is_not_done_unasked(home: Home, run: Run) -> None:
    refused = run("unlock", "Front door", env=home.bridge)
    assert refused.status == 2
    assert "--yes" in refused.err
    assert home.state_of("Front door") == "LOCKED"
    done = run("unlock", "Front door", "--yes", "--json", env=home.bridge)
    found = json.loads(done.out)
    assert (found["action"], found["outcome"], found["state"]) == ("unlock", "done", "unlocked")
    assert home.state_of("Front door") == "UNLOCKED"
    assert run("lock", "1A2B3C4D", "-y", env=home.bridge).status == 0
    assert home.state_of("Front door") == "LOCKED"


def test_each_kind_of_device_does_what_it_can(home: Home, run: Run) -> None:
    both = {**home.web, **home.bridge}
    assert run("open", "Intercom", "--yes", env=both).status == 0
    assert run("ring-to-open", "Intercom", "on", "--yes", env=both).status == 0
    assert home.state_of("Intercom") == "RING_TO_OPEN_ACTIVE"
    assert run("ring-to-open", "Intercom", "off", "--yes", env=both).status == 0
    assert run("ring-to-open", "Intercom", "on", "--always", "--yes", env=both).status == 0
    assert home.simulator.find("Intercom").status.mode.name == "CONTINUOUS"
    wrong = run("unlatch", "Intercom", "--yes", env=both)
    assert wrong.status == 2
    assert "'Intercom' is of the kind Opener; `nuki unlatch` takes Lock" in wrong.err
    sent = run("lock-n-go", "Office", "--unlatch", "--no-wait", "--yes", "--json", env=both)
    found = json.loads(sent.out)
    assert (found["outcome"], found["state"]) == ("not waited for", None)


def test_nothing_is_sent_that_is_only_tried(home: Home, run: Run) -> None:
    for env in (home.web, home.bridge, {**home.web, **home.bridge}):
        tried = run("unlock", "Front door", "--dry-run", "--json", env=env)
        assert tried.status == 0
        (request,) = json.loads(tried.out)
        assert request["path"] in {"/lockAction", "/smartlock/17618910285/action"}
    assert not home.simulator.journal


def test_a_bridge_that_does_not_answer_is_named(home: Home, run: Run) -> None:
    gone = {**home.bridge, "NUKI_BRIDGE_URL": "http://127.0.0.1:9"}
    found = run("devices", "--json", env={**home.web, **gone})
    assert found.status == 0
    assert "the bridge does not answer" in found.err
    assert len(json.loads(found.out)) == 6


def test_names_do_nothing_to_terminals_and_spreadsheets(home: Home, run: Run) -> None:
    home.simulator.find("Office").name = "\x1b[2J[red]x"
    home.simulator.find("Back door").name = '=HYPERLINK("x")'
    assert "\N{REPLACEMENT CHARACTER}[2J[red]x" in run("devices", env=home.web).out
    assert "'=HYPERLINK" in run("devices", "--csv", env=home.web).out
    assert json.loads(run("devices", "--json", env=home.web).out)[3]["name"] == "\x1b[2J[red]x"
    assert "\x1b" not in run("status", "nope", env=home.web).err


def test_requests_are_shown_without_credentials(home: Home, run: Run) -> None:
    shown = run("lock", "Front door", "--yes", "--debug", env=home.bridge)
    assert "> GET /lockAction?nukiId=439041101&deviceType=4&action=2&noWait=0" in shown.err
    assert "< 200 after" in shown.err
    assert "= HTTP Request: GET http://127.0.0.1:" in shown.err
    web = run("--debug", "codes", "add", "Anna", "--door", "front", env=home.web)
    assert '"code": "***"' in web.err
