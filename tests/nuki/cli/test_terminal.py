"""On a terminal: questions, secrets without echo, progress, colours, interrupts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nuki import DeviceType
from nuki_simulator import FaultKind, FaultRule
from nuki_simulator.serve.simulator import API_TOKEN
from tests.nuki.cli.conftest import plain, running

if TYPE_CHECKING:
    from tests.nuki.cli.conftest import Home, Run

pytestmark = pytest.mark.slow

CODE = "567891"


def test_what_moves_a_bolt_asks_once(home: Home, run_on_a_terminal: Run) -> None:
    env = {**home.bridge, "TERM": "xterm"}
    found = run_on_a_terminal("unlock", "front", env=env, stdin="n\n")
    assert "unlock 'Front door' (1A2B3C4D)? [y/N]: " in found.out
    assert (found.status, "nuki: nothing was done" in found.out) == (1, True)
    assert home.state_of("Front door") == "LOCKED"
    found = run_on_a_terminal("unlock", "front", env=env, stdin="y\n")
    assert found.out.count("[y/N]: ") == 1
    assert "unlocking 'Front door' …" in plain(found.out)
    assert (found.status, "\x1b[33munlocked" in found.out) == (0, True)
    assert home.state_of("Front door") == "UNLOCKED"


def test_an_interrupted_question_is_no_consent(served: Home) -> None:
    with running("unlock", "front", env=served.bridge, terminal=True) as found:
        found.until("[y/N]: ")
        assert found.interrupted() == 130
        assert "interrupted; nothing was changed" in found.text
    assert served.state_of("Front door") == "LOCKED"


def test_an_interrupted_unlock_may_have_been_done(served: Home) -> None:
    served.simulator.find("Front door").mechanics.motor = 60
    with running("unlock", "front", "--yes", env=served.bridge, terminal=True) as found:
        while served.state_of("Front door") != "UNLOCKING":
            found.read(0.02)
        found.type("\x03")  # as somebody types it
        assert found.end() == 6
    with served.simulator.lock:
        served.simulator.step(60)
    last = plain(found.text).strip().splitlines()[-1]
    assert last == (
        "nuki: interrupted; unlocking 'Front door': it was asked for, and may still be done; "
        "see `nuki status`"
    )


def test_secrets_are_not_shown_and_no_argument(served: Home, folder: Path) -> None:
    login = ("login", "--url", served.web_url)
    with running(*login, env={}, terminal=True) as found:
        found.until("API token: ")
        arguments = Path(f"/proc/{found.process.pid}/cmdline").read_bytes()
        found.type(f"{API_TOKEN}\n")
        assert found.end() == 0
    assert API_TOKEN.encode() not in arguments
    assert "signed in as owner@example.com" in found.text
    assert API_TOKEN not in found.text  # a terminal shows what is typed unless it is told not to
    assert API_TOKEN in (folder / "secrets.json").read_text()
    with running("login", env={}, terminal=True) as given_up:
        given_up.until("API token: ")
        assert given_up.interrupted() == 130


def test_many_doors_show_their_progress(served: Home) -> None:
    with served.simulator.lock:
        served.simulator.add_device(DeviceType.SMART_LOCK_3, "Side door", keypad=True)
    add = ("codes", "add", "Anna", "-d", "front", "-d", "side", "--ask-code")
    with running(*add, env={**served.web, "TERM": "xterm"}, terminal=True) as found:
        found.until("code: ")
        found.type(f"{CODE}\n")
        assert found.end() == 0
    shown = plain(found.text)
    assert "adding the code" in shown
    assert "2/2" in shown
    assert "Front door: done" in shown
    assert "Side door: done" in shown
    assert CODE not in shown


def test_an_interrupted_change_of_codes_may_have_been_done(served: Home) -> None:
    stalled = FaultRule(kind=FaultKind.STALL, operation="smartlock_auth.create", seconds=8)
    served.simulator.faults.add(stalled)
    add = ("codes", "add", "Anna", "-d", "front", "--ask-code")
    with running(*add, env={**served.web, "TERM": "xterm"}, terminal=True) as found:
        found.until("code: ")
        found.type(f"{CODE}\n")
        found.until("adding the code")
        while not stalled.seen and found.process.poll() is None:
            found.read(0.02)
        found.type("\x03")
        assert found.end() == 6
    with served.simulator.lock:
        served.simulator.step(8)  # so that the server need not wait for it
    assert "adding the code: it was asked for, and may still be done" in plain(found.text)
    assert "see `nuki codes list`" in plain(found.text)


def test_colours_are_for_terminals_that_want_them(home: Home, run_on_a_terminal: Run) -> None:
    for more, coloured in (({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False)):
        found = run_on_a_terminal("devices", env={**home.bridge, **more})
        assert found.status == 0
        table = found.out.partition("NAME")[2]
        assert ("\x1b[32mlocked" in table) is coloured
        assert "Front door" in plain(table)
