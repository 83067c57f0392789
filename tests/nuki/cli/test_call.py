"""Every operation of both APIs is a command, made of its description at run time."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from nuki import bridge, web
from nuki.cli import operation_index
from nuki.cli.call import calling
from nuki.cli.failures import CommandError
from nuki.cli.operation_options import (
    BODY,
    command_of,
    fields_of,
    full_name,
    operations,
    request_of,
)
from nuki.cli.session import Session
from nuki.cli.variables import Variables
from nuki.web import LockAction, Smartlock
from nuki_core.decode import array
from nuki_core.enums import OpenFlag, OpenValue
from nuki_core.ids import DeviceType, SmartlockId
from nuki_core.model import to_jsonable
from nuki_core.redaction import SecretText
from nuki_core.request import Operation, Parameter, Request, query
from nuki_simulator.serve.simulator import API_TOKEN
from tools.cassettes.bridge_scenarios import BRIDGE_CALLS
from tools.cassettes.house import house
from tools.cassettes.requests import request_of as called_with
from tools.cassettes.scenarios import lived_in_home
from tools.cassettes.web_scenarios import web_arguments

if TYPE_CHECKING:
    from pathlib import Path

    from tests.nuki.cli.conftest import Home, Run

ALL = operations()
DOOR = SmartlockId.from_hex("1A2B3C4D", DeviceType.SMART_LOCK_3)


@cache
def arguments_of(name: str, api: str) -> dict[str, Any]:
    """Arguments with which an operation can be called."""
    if api == "web":
        return web_arguments(name, _lived_in())
    return BRIDGE_CALLS.get(name, lambda _: {})(house())


@cache
def _lived_in() -> Any:
    return lived_in_home()


def spelled(value: Any, where: Path) -> Any:  # noqa: PLR0911 - one for each kind of value
    """A value as somebody writes it on a command line."""
    if isinstance(value, bool):
        return value
    if isinstance(value, OpenFlag):
        return ",".join(member.name.lower() for member in value)
    if isinstance(value, OpenValue):
        return str(value.name).lower()  # type: ignore[attr-defined]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return tuple(spelled(one, where) for one in value)
    if isinstance(value, int | str):
        return f"{value:d}" if isinstance(value, int) else value
    return in_file(to_jsonable(value), where)


def in_file(value: Any, where: Path) -> str:
    where.write_text(value if isinstance(value, str) else json.dumps(value))
    return f"@{where}"


def never(what: str) -> Any:
    raise AssertionError(what)


def test_both_tables_are_all_there() -> None:
    assert len(ALL) == len(web.OPERATIONS) + len(bridge.OPERATIONS)
    assert {full_name(operation) for operation, _ in ALL.values()} <= set(ALL)


@pytest.mark.parametrize("resource", sorted({name.partition(".")[0] for name in ALL}))
def test_an_operation_is_called_by_its_options(
    resource: str, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    for name in ALL:
        if name.partition(".")[0] == resource:
            with subtests.test(name=name):
                check_that_options_make_the_call(name, tmp_path)


def check_that_options_make_the_call(name: str, tmp_path: Path) -> None:
    operation, api = ALL[name]
    arguments = arguments_of(name, api)
    expected = called_with(operation, arguments)
    written: dict[str, Any] = {}
    fields = fields_of(operation, api)
    for field in fields:
        if field.name in arguments and field.name != BODY:
            text = spelled(arguments[field.name], tmp_path / field.name)
            if field.option.secret:
                text = in_file(text, tmp_path / field.name)
            written[field.option.flag] = text
    bodies = {one.name for one in operation.parameters if one.location == "body"} | {"body"}
    flags = {field.name for field in fields} - {BODY}
    whole = [value for key, value in arguments.items() if key in bodies - flags]
    if whole:
        written["--body"] = in_file(to_jsonable(whole[0]), tmp_path / "whole")
    found = request_of(operation, api, written, never, never)
    assert (found.path, found.query) == (expected.path, expected.query)
    assert found.body == expected.body
    # The same as somebody reads it.
    command = command_of(name, operation, api)
    assert command.summary
    assert calling(name, operation, api).params


def lights(*, which: int | None = None) -> Request[Any]:
    return Request(LIGHTS, "/smartlock", array(Smartlock.from_dict), query=query(("types", which)))


LIGHTS = Operation(
    "GET", "/smartlock", "lights", "list",
    (Parameter("which", "types", "query", required=False, type="LockAction"),),
    None, {200: "list[Smartlock]"}, ("smartlock",), lights,
)  # fmt: skip
"""One that upstream may add tomorrow."""


def test_an_operation_of_tomorrow_needs_no_line_of_code(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    command = calling("lights.list", LIGHTS, "web")
    variables = Variables(api_token=SecretText(API_TOKEN), api_url=home.web_url)
    for arguments, count in ((["--json"], 6), (["--which", "unlatch"], 0), (["--which=4"], 2)):
        command.main(arguments, standalone_mode=False, obj=Session(variables))
        assert len(json.loads(capsys.readouterr().out)) >= count
    command.main(["--help"], standalone_mode=False)
    shown = capsys.readouterr().out
    assert "GET /smartlock, scope smartlock" in shown
    (option,) = command_of("lights.list", LIGHTS, "web").options
    assert option.choices == tuple(member.name.lower() for member in LockAction)


def test_a_device_may_be_named(home: Home, run: Run) -> None:
    found = json.loads(run("call", "smartlock.get", "--smartlock-id", "front", env=home.web).out)
    assert found["smartlockId"] == int(DOOR)
    at_bridge = run(
        *("call", "device.state", "--nuki-id", "1A2B3C4D", "--device-type", "smart_lock_3"),
        env=home.bridge,
    )
    assert json.loads(at_bridge.out)["state"] == 1
    refused = run("call", "device.list", env=home.web)
    assert (refused.status, "nuki bridge add" in refused.err) == (4, True)


def test_what_moves_a_bolt_asks(home: Home, run: Run) -> None:
    unlock = ("call", "smartlock.unlock", "--smartlock-id", str(int(DOOR)))
    assert run(*unlock, env=home.web).status == 2
    tried = run(*unlock, "--dry-run", "--json", env=home.web)
    assert json.loads(tried.out)[0]["path"] == f"/smartlock/{int(DOOR)}/action/unlock"
    assert not home.simulator.journal
    done = run(*unlock, "--yes", env=home.web)
    assert (done.status, done.out, done.err) == (0, "", "done (204)\n")


def test_secrets_are_no_arguments_and_are_masked(home: Home, run: Run, tmp_path: Path) -> None:
    listed = ("call", "smartlock_auth.list", "--types", "keypad_code")
    assert {row["code"] for row in json.loads(run(*listed, env=home.web).out)} == {"***"}
    shown = json.loads(run(*listed, "--show-secrets", env=home.web).out)
    assert {row["code"] for row in shown} == {345678}
    create = ("call", "smartlock_auth.create", "--smartlock-id", "front", "--name", "Zoe")
    create += ("--type", "keypad_code", "--no-remote-allowed")
    told = run(*create, "--code", "456789", env=home.web)
    assert (told.status, "--code is secret" in told.err) == (2, True)
    told = run(*create[:4], "--body", '{"name": "Zoe", "code": 456789}', env=home.web)
    assert (told.status, "code is secret" in told.err) == (2, True)
    assert run(*create, "--code", env=home.web, stdin="456789\n").status == 0
    kept = in_file({"name": "Yves", "code": 567891, "type": 13}, tmp_path / "body.json")
    merged = run(*create, "--body", kept, "--dry-run", "--json", env=home.web)
    assert json.loads(merged.out)[0]["body"] == {
        "name": "Zoe",
        "code": "***",
        "type": 13,
        "remoteAllowed": False,
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["smartlock.lst"], "No such command 'smartlock.lst'. (Did you mean"),
        (["smartlock.get"], "Missing option '--smartlock-id'"),
        (["smartlock.list", "--device-type", "teapot"], "'teapot' does not fit; expected"),
        (["smartlock_log.list", "--limit", "many"], "'many' does not fit; expected number"),
        (["smartlock_log.list", "--from-date", "soon"], "'soon' is no point in time"),
        (["smartlock.act", "--smartlock-id", "1", "--yes"], "--action must be given"),
        (["smartlock.update", "--smartlock-id", "1", "--body", "{"], "--body: this is no JSON"),
        (["smartlock.update", "--smartlock-id", "1", "--body", '{"x": 1}'], "there is no field x"),
        (["smartlock.update", "--smartlock-id", "1", "--body", "@/none"], "No such file"),
        (["address.create", "--smartlock-ids", "x", "--body", "[]"], "no device 'x'"),
    ],
)
def test_what_is_wrong_is_said(arguments: list[str], told: str, home: Home, run: Run) -> None:
    refused = run("call", *arguments, env=home.web)
    assert refused.status in {2, 3}
    assert (refused.out, told in refused.err) == ("", True), refused.err


def test_operations_are_listed_with_their_scopes(run: Run) -> None:
    found = json.loads(run("operations", "--json").out)
    assert len(found) == len(ALL)
    unlock = next(row for row in found if row["operation"] == "smartlock.unlock")
    assert unlock == {
        "operation": "smartlock.unlock",
        "api": "web",
        "effect": "motion",
        "method": "POST",
        "path": "/smartlock/{smartlockId}/action/unlock",
        "scopes": ["smartlock.action"],
        "summary": "Queue unlocking; a lock with a knob outside unlatches, an Opener opens",
    }
    assert all(row["summary"] and row["summary"] != row["path"] for row in found)
    fewer = run("operations", "callback").out
    assert "callback.add" in fewer
    assert "smartlock.unlock" not in fewer


@pytest.mark.slow
def test_completion_keeps_what_it_knows(folder: Path) -> None:
    first = operation_index.load()
    assert list(first.summaries) == list(ALL)
    for name, one in ALL.items():
        assert first.command(name) == command_of(name, *one)
    kept = folder / "cache" / "operations.json"
    found = json.loads(kept.read_text())
    found["commands"] = found["commands"][:1]
    kept.write_text(json.dumps(found))
    again = operation_index.load()
    assert len(again.summaries) == 1
    for stale in (json.dumps({**found, "stamp": [0]}), "nonsense"):
        kept.write_text(stale)
        assert operation_index.load().summaries == first.summaries


def test_a_body_that_is_no_object_takes_no_options(tmp_path: Path) -> None:
    operation, api = ALL["smartlock_auth.create"]
    written = {"--smartlock-id": "1", "--name": "x", "--body": in_file([], tmp_path / "b")}
    with pytest.raises(CommandError, match="no JSON object"):
        request_of(operation, api, written, never, never)
