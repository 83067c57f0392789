"""Only what the vendor changed shows, however many of our overlay actions no longer fit."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.overlay import Overlay, apply_alike, apply_overlays, parse_overlay
from generator.upstream.diff.comparison import compare
from generator.upstream.diff.subject import document_subjects

NAMES = ("Account", "Owner", "Guest")


def api() -> dict[str, Any]:
    """An answer with three schemas, each with a bare number that an overlay gives an enum."""
    kinds = {name: {"$ref": f"#/components/schemas/{name}"} for name in NAMES}
    answer = {"application/json": {"schema": {"$ref": "#/components/schemas/All"}}}
    operation = {"responses": {"200": {"description": "Ok", "content": answer}}}
    schema = {"type": "object", "properties": {"kind": {"type": "integer", "minimum": 0}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Doors", "version": "1"},
        "paths": {"/all": {"get": {"tags": ["All"], "x-nuki-name": "get", **operation}}},
        "components": {
            "schemas": {
                "All": {"type": "object", "properties": kinds},
                **{name: deepcopy(schema) for name in NAMES},
            }
        },
    }


def overlay() -> Overlay:
    kind = {"type": "integer", "enum": [0, 1, 2], "x-enum-varnames": ["USER", "FIRM", "CARE"]}
    fields = f"$.components.schemas{list(NAMES)}.properties.kind"
    actions = [
        {
            "target": "$.components.schemas",
            "x-expect": {"count": 1, "absent": ["Kind"]},
            "update": {"Kind": kind},
        },
        {
            "target": fields,
            "x-expect": {"count": 3, "value": {"type": "integer"}, "absent": ["$ref", "enum"]},
            "update": {"$ref": "#/components/schemas/Kind"},
        },
        {"target": f"{fields}['type', 'minimum']", "x-expect": 6, "remove": True},
    ]
    document = {"overlay": "1.1.0", "info": {"title": "T", "version": "1"}, "actions": actions}
    return parse_overlay(document, "o")


def told(new: dict[str, Any]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Changes of the public API, and on the wire, from the document to another."""
    assert not apply_overlays(api(), [overlay()], strict=True).problems
    assert apply_overlays(new, [overlay()], strict=True).problems
    found = compare(*document_subjects("api", [api(), new], [overlay()]))
    places = [(c.kind, c.place.removeprefix("/components/schemas/")) for c in found.wire]
    return [(change.kind, change.place) for change in found.python], places


@pytest.mark.slow
def test_values_that_the_vendor_lists_now_make_way_for_ours() -> None:
    new = api()
    new["components"]["schemas"]["Account"]["properties"]["kind"]["enum"] = [0, 1]
    assert told(new) == ([], [("bound-tightened", "Account/properties/kind/enum")])


@pytest.mark.slow
def test_one_schema_less_is_one_class_less() -> None:
    new = api()
    del new["components"]["schemas"]["All"]["properties"]["Guest"]
    del new["components"]["schemas"]["Guest"]
    python, wire = told(new)
    assert python == [("name-removed", "nuki.api.All.guest"), ("name-removed", "nuki.api.Guest")]
    assert {kind for kind, _ in wire} == {"component-removed", "property-removed"}


@pytest.mark.slow
def test_a_field_that_is_something_else_now_is_corrected_in_neither() -> None:
    new = api()
    new["components"]["schemas"]["Owner"]["properties"]["kind"]["type"] = "string"
    python, wire = told(new)
    assert python == [("type-changed", "nuki.api.Owner.kind")]
    assert [kind for kind, _ in wire] == ["type-changed"]


@pytest.mark.slow
def test_a_schema_of_the_same_name_makes_way_too() -> None:
    new = api()
    new["components"]["schemas"]["Kind"] = {"type": "integer", "enum": [0, 1, 2]}
    assert told(new) == ([], [("component-added", "Kind")])


def test_documents_that_overlays_fit_are_corrected_as_each_is_by_itself() -> None:
    new = api()
    new["components"]["schemas"]["All"]["properties"]["name"] = {"type": "string"}
    applied = [apply_overlays(each, [overlay()], strict=True) for each in (api(), new)]
    assert not any(each.overlay_errors for each in applied)
    assert apply_alike([api(), new], [overlay()]) == [each.document for each in applied]


def test_an_action_that_fails_in_the_first_document_is_left_out_of_the_second() -> None:
    documents: list[dict[str, Any]] = [{"a": "text", "b": 1}, {"a": {}, "b": 1}]
    actions = [{"target": "$.a", "update": {"x": 1}}, {"target": "$.b", "update": 2}]
    head = {"overlay": "1.1.0", "info": {"title": "T", "version": "1"}}
    found = apply_alike(documents, [parse_overlay({**head, "actions": actions}, "o")])
    assert found == [{"a": "text", "b": 2}, {"a": {}, "b": 2}]
    assert documents == [{"a": "text", "b": 1}, {"a": {}, "b": 1}]
