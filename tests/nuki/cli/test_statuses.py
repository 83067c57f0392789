"""Each exit status, provoked; 6 is mixed with no other."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from nuki.cli.failures import ExitStatus
from nuki.cli.verdicts import line_of, status_of
from nuki_core import errors
from nuki_core.errors import NukiError
from nuki_simulator import FaultKind, FaultRule
from tests.nuki.cli.conftest import COMMAND, environment

if TYPE_CHECKING:
    from tests.nuki.cli.conftest import Home, Run

LOCK = ("lock", "Front door", "--yes", "--timeout", "2")


def fault(home: Home, kind: FaultKind, operation: str) -> None:
    home.simulator.faults.add(FaultRule(kind=kind, operation=operation, seconds=3))


def test_refused_or_failed(home: Home, run: Run) -> None:
    home.simulator.find("Front door").jammed = True
    for env in (home.bridge, home.web):
        jammed = run("unlock", "Front door", "--yes", env=env)
        assert (jammed.status, jammed.out) == (1, "")
        assert "look whether the door is shut" in jammed.err


def test_may_have_been_done(home: Home, run: Run) -> None:
    home.at("Front door").turn_key(locked=False)
    for kind in (FaultKind.RESET_AFTER, FaultKind.STALL):
        fault(home, kind, "device.act")
        unknown = run(*LOCK, env=home.bridge)
        assert (unknown.status, unknown.out) == (6, ""), unknown
        assert "may have been done" in unknown.err
        home.simulator.faults.clear()


def test_an_action_that_is_queued_may_be_done_later(home: Home, run: Run) -> None:
    home.simulator.find("Front door").mechanics.motor = 60
    assert run(*LOCK, env=home.web).status == 6


def test_unreachable(home: Home, run: Run) -> None:
    home.at("Front door").lose_connection()
    over_bridge = run(*LOCK, env=home.bridge)
    assert over_bridge.status == 5, over_bridge
    gone = {**home.bridge, "NUKI_BRIDGE_URL": "http://127.0.0.1:9"}
    assert run("devices", env=gone).status == 5
    assert run(*LOCK, env=gone).status == 5


def test_not_authorised(home: Home, run: Run) -> None:
    for wrong in (
        {**home.web, "NUKI_API_TOKEN": "wrong"},
        {**home.bridge, "NUKI_BRIDGE_TOKEN": "w"},
    ):
        refused = run("devices", env=wrong)
        assert (refused.status, refused.out) == (4, "")
    assert run("codes", "list", env=home.bridge).status == 4
    nobody = run("devices")
    assert nobody.status == 4
    assert "run `nuki login`" in nobody.err
    half = run("devices", env={"NUKI_BRIDGE_URL": "http://127.0.0.1:9"})
    assert (half.status, "NUKI_BRIDGE_TOKEN is not" in half.err) == (4, True)


@pytest.mark.slow
def test_what_was_done_is_not_called_failed_because_nobody_reads_it(served: Home) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device
        done = subprocess.run(  # noqa: S603 - our own command
            [*COMMAND, "open", "Intercom", "--yes"],
            env=environment(served.bridge),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (6, "nuki: cannot go on: No space left on device\n")


def test_usage(run: Run) -> None:
    for arguments in (
        ["lokc", "x"],
        ["lock"],
        ["lock", "x", "--timeout", "0"],
        ["lock", "x", "--timeout", "soon"],
        ["codes", "add", "Anna"],
        ["log", "--follow", "--until", "now"],
        ["completion", "csh"],
        ["devices", "--profile", "../x"],
    ):
        refused = run(*arguments, env={"NUKI_API_TOKEN": "x", "NUKI_API_URL": "http://127.0.0.1:9"})
        assert (refused.status, refused.out) == (2, "")
        assert refused.err.startswith("nuki: ")
        assert refused.err.count("\n") == 1
    assert "Did you mean one of: 'lock', 'unlock'?" in run("lokc").err


def test_every_error_has_a_status_and_says_it_in_one_line() -> None:
    kinds = [
        one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, NukiError)
    ]
    assert len(kinds) > 30
    for kind in kinds:
        error = kind("it went\nwrong \x1b[2J")
        assert "\n" not in line_of(error)
        assert "\x1b" not in line_of(error)
        found = status_of(error, is_open=False)
        assert found != ExitStatus.DONE
        unknown = {errors.NotConfirmedError, errors.ActionError, errors.TooFarError}
        # These two do not say by themselves how it ended.
        assert (found == ExitStatus.MAY_HAVE_BEEN_DONE) == (kind in unknown)
        known = issubclass(kind, errors.ActionError) and kind not in unknown
        assert (status_of(error, is_open=True) == ExitStatus.MAY_HAVE_BEEN_DONE) != known
