"""A logged request can be made again: by curl's words, and by code of ours."""

from __future__ import annotations

import shlex
from argparse import ArgumentParser
from typing import TYPE_CHECKING, Any

import pytest

from nuki_core.content import encoded
from nuki_simulator import SimulatorServer, sample_home
from nuki_simulator.messages import HttpRequest
from nuki_simulator.serve.dispatch import Host, receive
from nuki_simulator.serve.replay import arguments, as_curl, as_python
from nuki_simulator.serve.simulator import API_TOKEN
from nuki_simulator.serve.wire import Exchange
from tools.cassettes.scenarios import Scenario, scenarios

if TYPE_CHECKING:
    from nuki_simulator import Simulator

BASE = "http://127.0.0.1:1"


def logged(scenario: Scenario) -> Exchange:
    """The log's entry of a request as our client sends it."""
    prepared = scenario.prepare()
    call, home = prepared.request, prepared.simulator
    operation = call.operation
    _, content = encoded(call) or ("", b"")
    bridge = home.bridges[0] if scenario.api == "bridge" and not operation.server else None
    headers = {"authorization": "Bearer token", "content-type": "application/json"}
    receive(
        home, Host(bridge), HttpRequest(operation.method, call.path, call.query, headers, content)
    )
    return exchange(home)


def exchange(home: Simulator) -> Exchange:
    entry = home.wire.since(0).entries[-1]
    assert isinstance(entry, Exchange)
    return entry


@pytest.mark.slow
def test_every_operation_becomes_code_that_builds_the_same_request(
    subtests: pytest.Subtests,
) -> None:
    for scenario in scenarios():
        with subtests.test(scenario.path):
            entry = logged(scenario)
            code = as_python(entry, BASE)
            assert code is not None
            compile(code, "code", "exec")
            assert "withheld" not in code
            words = command(as_curl(entry, BASE))
            again = HttpRequest.from_url(words.method, words.url, body=words.body.encode())
            assert (again.method, again.path) == (entry.request.method, entry.request.path)
            assert again.query == entry.request.query
            assert again.body == entry.request.body


def command(text: str) -> Any:
    """What a command tells curl."""
    parser = ArgumentParser()
    parser.add_argument("curl")
    parser.add_argument("url")
    parser.add_argument("-X", dest="method", default="GET")
    parser.add_argument("-H", dest="headers", action="append", default=[])
    parser.add_argument("--data-binary", dest="body", default="")
    return parser.parse_intermixed_args(shlex.split(text))


NO_CALLS_OF_OURS = [
    ("GET", "/smartlock/abc", (), b""),
    ("GET", "/smartlock", (("unheard", "of"),), b""),
    ("GET", "/smartlock/log", (("limit", "many"),), b""),
    ("POST", "/smartlock/1/action", (), b"{"),
    ("POST", "/smartlock/1/action", (), b"[1]"),
    ("GET", "/nothing", (), b""),
]


def test_what_no_call_of_ours_sends_becomes_no_code(subtests: pytest.Subtests) -> None:
    for method, path, query, body in NO_CALLS_OF_OURS:
        with subtests.test(method=method, path=path):
            home = sample_home()
            headers = {"authorization": f"Bearer {API_TOKEN}"}
            receive(home, Host(), HttpRequest(method, path, query, headers, body))
            assert as_python(exchange(home), BASE) is None


def test_texts_from_outside_stay_texts() -> None:
    home = sample_home()
    evil = "'); import os; print(\"\n#"
    headers = {"authorization": f"Bearer {API_TOKEN}"}
    query = (("url", evil),)
    receive(home, Host(home.bridges[0]), HttpRequest("GET", "/callback/add", query, headers))
    entry = exchange(home)
    code = as_python(entry, BASE)
    assert code is not None
    names = compile(code, "code", "exec").co_names
    assert "os" not in names
    assert arguments(entry) == {"url": evil}
    sent = HttpRequest.from_url("GET", command(as_curl(entry, BASE)).url)
    assert sent.arguments == {"url": evil}


@pytest.mark.slow
def test_the_code_runs() -> None:
    home = sample_home()
    with SimulatorServer(home) as server:
        door = home.find("Front door")
        headers = {"authorization": f"Bearer {API_TOKEN}", "content-type": "application/json"}
        with home.lock:
            receive(
                home,
                Host(),
                HttpRequest("GET", f"/smartlock/{int(door.smartlock_id)}", (), headers),
            )
        first = exchange(home)
        code = as_python(first, server.web_url)
        assert code is not None
        exec(compile(code, "code", "exec"), {})  # noqa: S102 - our own
    again = exchange(home)
    assert again is not first
    assert (again.request.method, again.request.path) == (first.request.method, first.request.path)
    assert again.answer
    assert first.answer
    assert again.answer.status == first.answer.status == 200
