"""What the changelog says of the wire: in the names that users write."""

from __future__ import annotations

from typing import Any

import pytest

from generator.upstream.diff.subject import Subject
from generator.upstream.sentences import Sentences

ENUMS = """
class DoorState(OpenIntEnum):
    CLOSED = 0
    OPEN = 1
{more}
"""
MODELS = """
class DoorLog(Model):
    door_state: DoorState | Unset = UNSET
    deviceId: int
    json_names: ClassVar[Mapping[str, str]] = {"door_state": "doorState", "deviceId": "deviceId"}
"""
RESOURCES = """
LIST: Final = Operation(
    method="GET",
    path="/door/{doorId}/log",
    resource="door_log",
    name="list",
    parameters=(
        Parameter("door_id", "doorId", "path", True, "int"),
        Parameter("only_state", "onlyState", "query", False, "DoorState"),
    ),
)
"""


def subject(codes: str, values: list[Any], more: str = "") -> Subject:
    parameter = {"in": "query", "name": "onlyState", "schema": {"enum": values}}
    state = {"description": f"How it is: {codes}"}
    paths = {"/door/{doorId}/log": {"get": {"parameters": [{"name": "doorId"}, parameter]}}}
    schemas = {"Door.Log": {"properties": {"doorState": state, "deviceId": state}}}
    texts = {
        "nuki_generated/web/enums/door.py": ENUMS.format(more=more),
        "nuki_generated/web/models/door.py": MODELS,
        "nuki_generated/web/resources/door_log.py": RESOURCES,
        "nuki_generated/bridge/models/door.py": "not Python, and not asked for",
    }
    return Subject({"web": {"paths": paths, "components": {"schemas": schemas}}}, texts)


OLD = subject("0 .. closed, 5 .. broken", [0])
NEW = subject("0 .. closed, 1 .. open, 2 .. ajar, 7 .. unknown.", [1, "x"], "    AJAR = 2")
STATE = "/components/schemas/Door.Log/properties/doorState/description"
DEVICE = "/components/schemas/Door.Log/properties/deviceId/description"
ONLY = "/paths/~1door~1{doorId}~1log/get/parameters/1/schema/enum"


@pytest.mark.parametrize(
    ("pointer", "kind", "said"),
    [
        (
            STATE,
            "code-added",
            [
                "`DoorLog.door_state` may be `DoorState.OPEN`",
                "`DoorLog.door_state` may be 7 (unknown)",
            ],
        ),
        (STATE, "code-removed", ["`DoorLog.door_state` is no longer described to be 5"]),
        (
            ONLY,
            "enum-value-added",
            [
                "`web.door_log.list(only_state)` may be `DoorState.OPEN`",
                "`web.door_log.list(only_state)` may be `'x'`",
            ],
        ),
        (
            ONLY,
            "enum-value-removed",
            ["`web.door_log.list(only_state)` is no longer described to be `DoorState.CLOSED`"],
        ),
    ],
)
def test_codes_are_said_with_their_members(pointer: str, kind: str, said: list[str]) -> None:
    assert Sentences("web", OLD, NEW).about(pointer, kind, "code 1 of Door.Log.doorState") == said


def test_of_a_member_that_is_new_or_gone_is_said_elsewhere() -> None:
    assert all(
        "AJAR" not in each for each in Sentences("web", OLD, NEW).about(STATE, "code-added", "")
    )
    back = Sentences("web", NEW, OLD).about(STATE, "code-removed", "")
    assert back == [
        "`DoorLog.door_state` is no longer described to be `DoorState.OPEN`",
        "`DoorLog.door_state` is no longer described to be 7",
    ]


REPLACED_NAMES = [
    ("maximum of DoorLog.doorState changed", "maximum of `DoorLog.door_state` changed"),
    ("maximum of Door.Log.doorState.x changed", "maximum of `DoorLog.door_state.x` changed"),
    ("`onlyState` of GET /door/{doorId}/log is", "`only_state` of `web.door_log.list()` is"),
    ("`a` of the body of GET /door/{doorId}/log", "`a` of the body of `web.door_log.list()`"),
    ("GET /gate was deprecated", "GET /gate was deprecated"),
    ("Gate.state and Web.API 4.1.0", "Gate.state and Web.API 4.1.0"),
    ("`DoorLog.doorState` is quoted", "`DoorLog.doorState` is quoted"),
]


def test_other_sentences_have_their_names_replaced(subtests: pytest.Subtests) -> None:
    for text, said in REPLACED_NAMES:
        with subtests.test(text=text, said=said):
            assert Sentences("web", OLD, NEW).about("/x", "bound-tightened", text) == [said]


def test_a_code_of_what_has_no_name_is_said_as_it_is() -> None:
    found = Sentences("web", OLD, NEW).about("/components/schemas/Gate", "code-added", "code 1")
    assert found == ["code 1"]
    assert Sentences("web", OLD, NEW).about(DEVICE, "code-added", "x") == [
        "`DoorLog.deviceId` may be 1 (open)",
        "`DoorLog.deviceId` may be 2 (ajar)",
        "`DoorLog.deviceId` may be 7 (unknown)",
    ]
