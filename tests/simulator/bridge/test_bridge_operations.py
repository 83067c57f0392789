from __future__ import annotations

import pytest

from nuki.bridge import OPERATIONS, BridgeType
from nuki.firmware import FirmwareVersion
from nuki_simulator.bridge import HANDLERS
from nuki_simulator.messages import Wait
from tools.cassettes.house import TOKEN, arguments, checked, house, operation

EVERY_PATH = [each.path for each in OPERATIONS if (each.resource, each.name) in HANDLERS]
"""Of operations that the simulator was taught; `make lint` names the others."""


def test_every_answer_is_as_described(subtests: pytest.Subtests) -> None:
    for path in EVERY_PATH:
        with subtests.test(path=path):
            at = house()
            at.simulator.at(at.bridge).press_button()
            at.bridge.callbacks[0] = "http://192.168.1.8/"
            answer = checked(path, at.get(path, **arguments(at, path)))
            assert answer.status == 200
            assert at.bridge.busy is False


@pytest.mark.parametrize("kind", list(BridgeType))
@pytest.mark.parametrize("firmware", [(1, 5, 0), (1, 22, 1), (2, 2, 0), (2, 8, 0), (2, 15, 0)])
def test_every_bridge_answers_as_described(
    kind: BridgeType, firmware: tuple[int, int, int], subtests: pytest.Subtests
) -> None:
    for path in EVERY_PATH:
        with subtests.test(path=path):
            at = house()
            at.bridge.type, at.bridge.firmware = kind, FirmwareVersion(*firmware)
            answer = at.get(path, **arguments(at, path))
            if answer.status != 404 or 404 in operation(path).responses:
                checked(path, answer)


def test_every_operation_wants_the_token(subtests: pytest.Subtests) -> None:
    for path in [path for path in EVERY_PATH if path != "/auth"]:
        with subtests.test(path=path):
            at = house()
            answer = checked(path, at.ask(path, token="wrong", **arguments(at, path)))
            assert (answer.status, answer.body) == (401, b"HTTP 401 Unauthorized")


def test_unknown_paths_are_not_found() -> None:
    assert house().get("/favicon.ico").status == 404


def test_a_second_request_meanwhile_finds_the_bridge_busy() -> None:
    at = house()
    first = at.begin("/lockAction", token=TOKEN, **arguments(at, "/lockAction"))
    assert isinstance(first, Wait)
    second = checked("/info", at.get("/info"))
    assert (second.status, second.body) == (503, b"HTTP 503 Unavailable")
    assert at.finish(first).status == 200
    assert at.get("/info").status == 200


def test_a_patient_bridge_answers_in_parallel() -> None:
    at = house()
    at.bridge.quirks.one_at_a_time = False
    at.begin("/lockAction", token=TOKEN, **arguments(at, "/lockAction"))
    assert at.get("/info").status == 200


def test_a_slow_bridge_is_slow() -> None:
    at = house()
    at.bridge.quirks.extra_delay = 7.5
    at.get("/info")
    assert at.simulator.clock.elapsed == 7.5


def test_an_operation_that_is_not_simulated_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    at = house()
    monkeypatch.delitem(HANDLERS, ("system", "info"))
    answer = at.get("/info")
    assert answer.status == 501
    assert answer.body == b"The simulator does not know system.info.\n"
    assert not at.bridge.busy
