"""``nuki doctor`` against a served home."""

from __future__ import annotations

import csv
import io
import json
import re
import socket
from typing import TYPE_CHECKING, Any

import pytest

from nuki.diagnosis import KINDS
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN
from tests.nuki.cli.conftest import process
from tests.nuki.loopback import serving
from tools.repository import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.nuki.cli.conftest import Home, Result, Run

SECRETS = (API_TOKEN, BRIDGE_TOKEN)
PERSONAL = ("Front door", "1A2B3C4D", "439041101", "17618910285", "127.0.0.1", "http://")


def nobody() -> str:
    """The URL of a port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def hands(home: Home) -> Any:
    return home.simulator.at(home.simulator.bridges[0])


def codes(result: Result) -> list[str]:
    """The codes of what is wrong."""
    return [row["code"] for row in json.loads(result.out) if row["severity"] != "ok"]


def test_a_home_in_which_all_is_well(home: Home, run: Run) -> None:
    found = run("doctor", env={**home.web, **home.bridge})
    assert (found.status, found.err) == (0, "")
    title, *rows = found.out.splitlines()
    assert title.split() == ["SEVERITY", "CODE", "WHERE", "WHAT"]
    assert [row.split()[:2] for row in rows] == [
        ["ok", code]
        for code in (
            *("web", "web-scopes", "bridge", "bridge-token", "bridge-clock", "bridge-server"),
            *("bridge-callbacks", "bridge-devices", "web-devices"),
        )
    ]


def drained(home: Home) -> None:
    home.at("Front door").charge(10)


def other_token(home: Home) -> None:
    home.simulator.bridges[0].token = "SomethingElse123"


def masked(home: Home) -> None:
    home.simulator.web_settings.smart_hosting = True


def revoked(home: Home) -> None:
    home.simulator.tokens.clear()


@pytest.mark.parametrize(
    ("befall", "status", "found"),
    [
        (drained, 1, ["device-battery-low"]),
        (lambda home: hands(home).lose_connection(), 1, ["bridge-server-down"]),
        (lambda home: hands(home).set_clock(-300), 4, ["bridge-clock-apart"]),
        (lambda home: hands(home).pull_power(), 5, ["bridge-refused"]),
        (other_token, 4, ["bridge-token-refused"]),
        (revoked, 4, ["web-token-invalid"]),
        (masked, 4, ["device-no-smart-hosting"] * 4),
        (lambda home: home.at("Garden gate").lose_connection(), 1, ["device-offline"]),
        (
            lambda home: home.at("Office").lose_connection(),
            1,
            ["device-out-of-range", "device-offline"],
        ),
    ],
    ids=["battery", "server", "clock", "power", "token", "web token", "hosting", "web", "range"],
)
def test_what_is_wrong_decides_the_status(
    befall: Callable[[Home], object], status: int, found: list[str], home: Home, run: Run
) -> None:
    befall(home)
    result = run("doctor", "--json", env={**home.web, **home.bridge})
    assert (codes(result), result.status) == (found, status)
    assert result.err == ""


def test_what_is_to_be_done_is_said_below_the_table(home: Home, run: Run) -> None:
    drained(home)
    lines = run("doctor", env=home.bridge).out.splitlines()
    at = lines.index("device-battery-low, device Front door 1A2B3C4D:")
    assert lines[at + 1].startswith("  Change or charge them soon")
    assert "percent 10" in lines[at + 2]


def test_an_address_that_is_wrong_and_the_one_that_is_right(home: Home, run: Run) -> None:
    variables = {**home.bridge, **home.web, "NUKI_BRIDGE_URL": nobody()}
    result = run("doctor", "--bridge", "--json", env=variables)
    assert (codes(result), result.status) == (["bridge-refused", "bridge-elsewhere"], 5)
    assert home.bridge["NUKI_BRIDGE_URL"] in result.out


def test_a_token_is_tried_readable_when_that_is_allowed(home: Home, run: Run) -> None:
    hands(home).set_clock(50_000)
    variables = {**home.bridge, **home.web}
    assert codes(run("doctor", "--json", env=variables)) == ["bridge-token-refused"]
    found = run("doctor", "--json", "--try-plain-token", env=variables)
    assert codes(found) == ["bridge-clock-apart"]


@pytest.mark.parametrize(("option", "kind"), [("--bridge", "bridge"), ("--web", "web")])
def test_only_one_of_them(option: str, kind: str, home: Home, run: Run) -> None:
    result = run("doctor", option, "--json", env={**home.web, **home.bridge})
    assert {row["where"]["kind"] for row in json.loads(result.out)} == {kind}
    other = home.web if kind == "bridge" else home.bridge
    refused = run("doctor", option, env=other)
    assert refused.status == 4
    assert "is known here" in refused.err


def test_the_latest_version_is_asked_for_when_that_is_wished(home: Home, run: Run) -> None:
    answer = b'{"info": {"version": "9999.0"}}'
    with serving(lambda *_: (200, {}, answer)) as url:
        result = run("doctor", "--web", "--json", f"--check-version={url}", env=home.web)
    assert (codes(result), result.status) == (["version-behind"], 0)
    result = run("doctor", "--web", "--json", f"--check-version={nobody()}", env=home.web)
    assert (codes(result), result.status) == (["unknown"], 0)


def test_json_and_csv_stay_as_they_are(home: Home, run: Run) -> None:
    drained(home)
    keys = ["severity", "code", "where", "what", "remedy", "evidence"]
    rows = json.loads(run("doctor", "--json", env=home.bridge).out)
    assert {tuple(row) for row in rows} == {tuple(keys)}
    (low,) = [row for row in rows if row["code"] == "device-battery-low"]
    assert low["severity"] == "warning"
    assert low["where"] == {"kind": "device", "name": "Front door", "id": "1A2B3C4D"}
    assert low["evidence"]["percent"] == 10
    table = list(csv.DictReader(io.StringIO(run("doctor", "--csv", env=home.bridge).out)))
    assert list(table[0]) == keys
    assert json.loads(table[-1]["where"]) == low["where"]


def test_a_report_names_nobody(home: Home, run: Run) -> None:
    drained(home)
    hands(home).register_callback("https://hub.smith.example/secret")
    hands(home).set_clock(300)
    result = run("doctor", "--report", env={**home.web, **home.bridge})
    assert result.status == 4
    assert "warning device-battery-low: device 1" in result.out
    assert "error bridge-clock-apart: bridge" in result.out
    shown = [value for value in (*SECRETS, *PERSONAL, "smith") if value in result.out]
    assert not shown


@pytest.mark.slow
def test_no_token_is_written_as_a_process_either(served: Home) -> None:
    other_token(served)
    arguments = ("--debug", "doctor", "--try-plain-token")
    result = process(*arguments, env={**served.web, **served.bridge})
    assert result.status == 4
    assert "bridge-token-wrong" in result.out
    assert "> GET /info" in result.err
    assert not [secret for secret in SECRETS if secret in result.out + result.err]


def test_nothing_is_changed(home: Home, run: Run) -> None:
    hands(home).register_callback("http://localhost/a")
    before = dict(home.simulator.bridges[0].callbacks)
    run("doctor", env={**home.web, **home.bridge})
    assert home.simulator.bridges[0].callbacks == before
    assert not home.simulator.journal


def test_every_kind_of_finding_is_documented_as_it_is() -> None:
    text = (ROOT / "docs" / "doctor.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (ok|info|warning|error) \| (.*) \|$", text, re.MULTILINE)
    said = {
        kind.code: re.sub(r"{(.*?)}", r"*\1*", kind.what).replace("server_state", "state")
        for kind in KINDS
    }
    assert {code: what for code, _, what in rows} == said
    assert {code: severity for code, severity, _ in rows} == {
        kind.code: str(kind.severity) for kind in KINDS
    }
