"""A code that the vendor adds to a text does not stay unnoticed."""

from __future__ import annotations

from typing import Any

import pytest

from generator.load.sources import recorded
from generator.overlay.corrected import correct, described
from generator.upstream.lint import uncovered_codes

TEXT = "The state: 0 .. off, 1 .. on"


def documents(*, text: str, schema: dict[str, Any], **components: Any) -> list[str]:
    """What is said of a property with this text that overlays have given this schema."""
    vendors = {
        "components": {"schemas": {"Door.State": {"properties": {"s": {"description": text}}}}}
    }
    ours = {"DoorState": {"properties": {"s": schema}}, **components}
    found = uncovered_codes(vendors, {"components": {"schemas": ours}})
    return [str(problem) for problem in found]


ENUM = {"enum": [0, 1], "x-enum-varnames": ["OFF", "ON"]}
REF = {"$ref": "#/components/schemas/Mode"}


SCHEMAS = [
    ENUM,
    REF,
    {"anyOf": [REF, {"type": "null"}]},
    {"type": "array", "items": REF},
    {"type": "integer", "x-nuki-flags": {"ON": 1, "LOUD": 2}},
]


def test_a_code_that_no_enum_holds_is_named(subtests: pytest.Subtests) -> None:
    for schema in SCHEMAS:
        with subtests.test(schema=repr(schema)):
            assert documents(text=TEXT, schema=schema, Mode=ENUM) == []
            (found,) = documents(text=f"{TEXT}, 7 .. jammed", schema=schema, Mode=ENUM)
            assert found.startswith(
                "/components/schemas/Door.State/properties/s: names the code 7 (jam"
            )


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer"},  # without an enum it is lint's
        {"type": "string", "enum": ["off"]},
        {"$ref": "#/components/schemas/Loop"},
        {"$ref": "#/components/schemas/None"},
    ],
)
def test_what_has_no_enum_of_ours_is_left_alone(schema: dict[str, Any]) -> None:
    loop = {"$ref": "#/components/schemas/Loop"}
    assert documents(text=TEXT, schema=schema, Loop=loop) == []


def test_a_place_that_overlays_removed_is_left_alone() -> None:
    assert list(uncovered_codes({"a": [{"description": TEXT}]}, {"a": []})) == []
    assert list(uncovered_codes({"a": [{"description": TEXT}]}, {"a": 1})) == []


@pytest.mark.slow
def test_a_code_that_is_added_to_the_real_document_is_noticed() -> None:
    """That no code is missing as it is, `test_lint_has_nothing_to_say` proves."""
    source = recorded()["web"]
    document: Any = described(source)
    log = document["components"]["schemas"]["SmartlockLog"]["properties"]
    log["source"]["description"] += ", 44 .. Whistling"
    (found,) = uncovered_codes(document, correct(source).document)
    assert found.where == "/components/schemas/SmartlockLog/properties/source"
    assert "44" in found.what
