"""Lint finds what is unfinished in a description, and nothing in a finished one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.problems import Problem
from generator.upstream.lint import left_to_do, lint, named_codes, unused_overlays

from .releases import VERSIONS, converted

TWO = "0 .. ok, 1 .. missing"
CODES: dict[str, Any] = {"type": "integer", "enum": [0], "x-enum-varnames": ["OK"]}


def document(**schemas: Any) -> dict[str, Any]:
    """A document that uses all these schemas."""
    uses = [{"schema": {"$ref": f"#/components/schemas/{name}"}} for name in schemas]
    operation = {"x-nuki-name": "get", "parameters": uses}
    return {"paths": {"/a": {"get": operation}}, "components": {"schemas": schemas}}


def places(given: dict[str, Any]) -> list[str]:
    return [problem.where for problem in lint(given)]


WITH_A_MEANING = [
    (TWO, 2),
    ("The state: 0 .. ok, 1 .. missing, 255 .. unknown (only type=2)", 3),
    ("0..ok,1..missing", 2),
    ("The optional type 0 .. app (default), 2 .. fob, 13 .. keypad", 3),
    ("Speed. 0x00 ... standard, 0x0A ... fast", 2),
    ("0 = ok, 1 = missing", 2),
    ("`0` = ok; '1' = missing", 2),
    ("0 -> ok\n1 \u2192 missing", 2),
    ("0: ok, 1: missing", 2),
    ("0 - ok, 1 \u2013 missing", 2),
    ("Codes: 0 (ok), 1 (missing)", 2),
    ("- 0: ok\n- 1: missing", 2),
    ("type=2: 1 activate ring to open, 2 .. deactivate", 2),
    ("type=0/3/4: 0 .. none, 1 .. unlock; type=2: 0 .. none", 3),
    ("-1 .. none, 0 .. some", 2),
    ("Mask: first bit (the least) .. when it rings, second bit .. RTO, third bit .. CM", 3),
]


def test_codes_with_a_meaning(subtests: pytest.Subtests) -> None:
    for text, codes in WITH_A_MEANING:
        with subtests.test(text=text):
            assert named_codes(text) == codes


NO_CODES = [
    "",
    "20 to 50",
    "0 .. 255",
    "0..255, at least 5",
    "RFC 3339, HTTP 200 and 404",
    "only for type=1 and type=3",
    "type=2: percent, type=4: seconds",
    "Seconds, 60 by default, 300 at most",
    "20 minutes, 30 minutes, 40 minutes",
    "From 0 (off) to 5 (brightest)",
    "FW < 2.7.8/1.9.1: not if the value is 0, FW >= 2.7.8/1.9.1: at least 2 (2 otherwise)",
    "Page, starting from 0; at most 100 - see the guide",
    "At 09:00 or 17:30",
    "3.10.7 = the newest",
]


def test_numbers_that_are_no_codes(subtests: pytest.Subtests) -> None:
    for text in NO_CODES:
        with subtests.test(text=text):
            assert named_codes(text) == 0


@pytest.mark.parametrize(
    "text", ["0 = off", "Percent; 255 = unknown", "required if type is 13 .. keypad"]
)
def test_one_code_is_a_special_value_not_an_enum(text: str) -> None:
    assert named_codes(text) == 1
    assert places(document(A={"type": "integer", "description": text})) == []


@given(st.text(alphabet="01x.=:-( ,ab"))
def test_counting_ends_for_any_text(text: str) -> None:
    assert 0 <= named_codes(text) <= len(text)


SCHEMAS = [
    {"type": "integer"},
    {"type": ["integer", "null"]},
    {"type": "integer", "enum": [0, 1]},
    {"type": "array", "items": {"type": "integer"}},
    {"anyOf": [{"type": "integer"}, {"type": "null"}]},
    {"allOf": [{"$ref": "#/components/schemas/Bare"}]},
    {"$ref": "#/components/schemas/Bare"},
]


def test_codes_in_prose_only(subtests: pytest.Subtests) -> None:
    for schema in SCHEMAS:
        with subtests.test(schema=repr(schema)):
            model = {"properties": {"p": {"description": TWO, **schema}}}
            [problem] = lint(document(M=model, Bare={"type": "integer"}))
            assert problem.where == "/components/schemas/M/properties/p"
            assert "2 integer codes" in problem.what


@pytest.mark.parametrize("place", [{"in": "query"}, {"in": "path"}])
def test_codes_in_the_prose_of_a_parameter(place: dict[str, str]) -> None:
    given = document()
    given["paths"]["/a"]["get"]["parameters"] = [
        {"name": "p", **place, "description": TWO, "schema": {"type": "integer"}}
    ]
    assert places(given) == ["/paths/~1a/get/parameters/0"]


BESIDE = [
    {"type": "string"},
    {"type": "object", "properties": {"n": {"type": "integer"}}},
    {"$ref": "#/components/schemas/Codes"},
    {"$ref": "#/components/schemas/Nowhere"},
    {"$ref": "#/components/schemas/Circle"},
    {"anyOf": [{"$ref": "#/components/schemas/Codes"}, {"type": "null"}]},
    {"type": "array", "items": {"$ref": "#/components/schemas/Codes"}},
    {"type": "integer", "x-nuki-type": "DeviceType"},
    {
        "anyOf": [{"$ref": "#/components/schemas/Codes"}, {"type": "integer"}],
        "x-nuki-by-device-type": {"default": "Codes"},
    },
]


def test_prose_beside_an_enum_or_without_integers(subtests: pytest.Subtests) -> None:
    for schema in BESIDE:
        with subtests.test(schema=schema):
            model = {"properties": {"p": {"description": TWO, **schema}}}
            circle = {"$ref": "#/components/schemas/Circle"}
            assert (
                places(document(M=model, Codes={**CODES, "description": TWO}, Circle=circle)) == []
            )


def test_flags_are_an_enum() -> None:
    flags = {"type": "integer", "description": TWO, "x-nuki-flags": {"A": 1}}
    assert places(document(Flags=flags)) == []


@pytest.mark.parametrize(
    "schema",
    [{"type": "string", "enum": ["a", None]}, {"enum": ["a"]}, CODES, {"x-nuki-flags": {}}],
)
def test_an_enum_needs_a_component(schema: dict[str, Any]) -> None:
    [problem] = lint(document(M={"properties": {"p": {"items": schema}}}))
    assert problem.where == "/components/schemas/M/properties/p/items"
    assert "without a name" in problem.what
    assert places(document(M=schema)) == []


def test_an_enum_of_plain_numbers_needs_none() -> None:
    assert places(document(M={"properties": {"p": {"type": "integer", "enum": [5, 10]}}})) == []


def test_values_are_no_schemas_but_properties_may_be_called_like_keywords() -> None:
    codes = {"type": "integer", "description": TWO}
    values = {"example": codes, "default": codes, "enum": [codes], "x-mine": codes}
    names = {"properties": {"example": codes, "x-mine": codes, "properties": codes}}
    assert places(document(M=values, N=names)) == [
        f"/components/schemas/N/properties/{name}" for name in ("example", "x-mine", "properties")
    ]


def test_what_nothing_uses_is_not_looked_at() -> None:
    given = document()
    given["components"]["schemas"]["Unused"] = {"type": "integer", "description": TWO}
    assert places(given) == []


def test_operations_without_a_name() -> None:
    given = document()
    given["paths"]["/a"]["put"] = {}
    [problem] = left_to_do(given, [], [])
    assert problem.where == "/paths/~1a/put"
    assert "x-nuki-name" in problem.todo


def test_operations_without_cassettes_and_cassettes_without_operations() -> None:
    operations = ["door.open", "door.list", "door.close"]
    cassettes = ["door.list.yaml", "door.list.401.yaml", "door.open.400.yaml", "gate.list.yaml"]
    found = left_to_do(document(), operations, cassettes)
    assert [(problem.where, problem.todo.split()[0]) for problem in found] == [
        ("door.close", "teach"),
        ("gate.list", "delete"),
    ]


NAMES = [
    "10-a.overlay.yaml",
    "010_a.overlay.yaml",
    "010-a.yaml",
    "010-a.overlay.yml",
    "010-A.overlay.yaml",
]


def test_an_overlay_that_the_build_passes_over(subtests: pytest.Subtests) -> None:
    for name in NAMES:
        with subtests.test(name=name):
            [problem] = unused_overlays([name, "011-fine-1.overlay.yaml"], [])
            assert problem.where == name


def test_two_overlays_with_one_number() -> None:
    [problem] = unused_overlays(["010-b.overlay.yaml", "010-a.overlay.yaml"], [])
    assert (problem.where, problem.what) == (
        "010-b.overlay.yaml",
        "has the number of 010-a.overlay.yaml",
    )


def test_what_overlays_did_not_do_is_reported_last() -> None:
    idle = Problem("010-a.overlay.yaml", "changes nothing")
    found = lint(document(), ["a.yaml", "010-a.overlay.yaml"], [idle])
    assert [problem.where for problem in found] == [
        "a.yaml",
        "010-a.overlay.yaml",
    ]
    assert found[-1] is idle


def test_the_document_before_its_overlays() -> None:
    found = lint(converted(VERSIONS[-1]))
    prose = [problem.where for problem in found if "prose" in problem.what]
    assert len(prose) > 60
    assert {place.split("/")[1] for place in prose} == {"components"}
    assert sum("without a name" in problem.what for problem in found) > 20
    operations = sum(len(item) for item in converted(VERSIONS[-1])["paths"].values())
    unnamed = left_to_do(converted(VERSIONS[-1]), [], [])
    assert sum("x-nuki-name" in problem.todo for problem in unnamed) == operations
    for field in (
        "State/properties/state",
        "State/properties/trigger",
        "Config/properties/fobAction1",
    ):
        assert f"/components/schemas/Smartlock.{field}" in prose
    assert "/components/schemas/SmartlockAuthCreate/properties/accountUserId" not in prose
