from __future__ import annotations

import pytest

from nuki.bridge import OPERATIONS, BridgeType
from nuki.firmware import FirmwareVersion
from nuki_simulator.bridge import HANDLERS
from tests.simulator.house import arguments, checked, house, operation

EVERY_PATH = [each.path for each in OPERATIONS if each.server is None]


def test_every_operation_has_a_handler_and_every_handler_an_operation() -> None:
    assert set(HANDLERS) == {(o.resource, o.name) for o in OPERATIONS if o.server is None}
    assert len(HANDLERS) == 17


@pytest.mark.parametrize("path", EVERY_PATH)
def test_every_answer_is_as_described(path: str) -> None:
    at = house()
    at.bridge.press_button()
    at.bridge.callbacks[0] = "http://192.168.1.8/"
    answer = checked(path, at.get(path, **arguments(at, path)))
    assert answer.status == 200
    assert at.bridge.busy is False


@pytest.mark.parametrize("path", EVERY_PATH)
@pytest.mark.parametrize("kind", list(BridgeType))
@pytest.mark.parametrize("firmware", [(1, 5, 0), (1, 22, 1), (2, 2, 0), (2, 8, 0), (2, 15, 0)])
def test_every_bridge_answers_as_described(
    path: str, kind: BridgeType, firmware: tuple[int, int, int]
) -> None:
    at = house()
    at.bridge.type, at.bridge.firmware = kind, FirmwareVersion(*firmware)
    answer = at.get(path, **arguments(at, path))
    if answer.status != 404 or 404 in operation(path).responses:
        checked(path, answer)


@pytest.mark.parametrize("path", [path for path in EVERY_PATH if path != "/auth"])
def test_every_operation_wants_the_token(path: str) -> None:
    at = house()
    answer = checked(path, at.ask(path, token="wrong", **arguments(at, path)))
    assert (answer.status, answer.body) == (401, b"HTTP 401 Unauthorized")


def test_unknown_paths_are_not_found() -> None:
    assert house().get("/favicon.ico").status == 404
