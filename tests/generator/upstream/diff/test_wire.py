"""Where changes stand, whom they concern, and what they say."""

from __future__ import annotations

from typing import Any

import pytest

from generator.convert import openapi
from generator.upstream.diff.wire import wire_changes
from tests.generator.upstream.diff.wire_documents import (
    Object,
    S,
    document,
    json_of,
    kinds,
    only_change,
    received,
    sent,
)

TEXT = {"type": "string"}
NUMBER = {"type": "number"}


def ref(name: str) -> Object:
    return {"$ref": f"#/components/schemas/{name}"}


def body(schema: object, **schemas: Any) -> Object:
    return document({"requestBody": json_of(schema)}, components={"schemas": schemas})


def pointers(old: Object, new: Object) -> list[str]:
    return [change.place for change in wire_changes(old, new)]


# References


def test_a_schema_is_compared_once_however_often_it_is_used() -> None:
    def used(schema: Object) -> Object:
        uses = dict.fromkeys("abc", S)
        return sent({"properties": {"p": schema}}, T={"properties": uses})

    change = only_change(used(TEXT), used(NUMBER))
    assert change.place == "/components/schemas/S/properties/p"
    assert change.text == "S.p changed from string to number"


def test_a_renamed_schema_is_no_change_of_its_users() -> None:
    inner = {"properties": {"again": ref("A")}}
    renamed = {"properties": {"again": ref("B")}}
    found = kinds(body(ref("A"), A=inner), body(ref("B"), B=renamed))
    assert found == [("component-added", "request"), ("component-removed", "request")]


def test_a_renamed_schema_that_changed_is_compared_under_its_new_name() -> None:
    old = body({"items": ref("A")}, A={"properties": {"p": TEXT}})
    new = body({"items": ref("B")}, B={"properties": {"p": NUMBER}})
    changed, *shown = wire_changes(old, new)
    assert [each.kind for each in shown] == ["component-added", "component-removed"]
    assert (changed.kind, changed.place) == ("type-changed", "/components/schemas/B/properties/p")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ref("A"), ref("B")),
        (ref("A"), {"properties": {"p": NUMBER}}),
        ({"properties": {"p": TEXT}}, ref("B")),
        (ref("A"), {"allOf": [ref("B")]}),
        ({"anyOf": [{"properties": {"p": TEXT}}]}, {"oneOf": [ref("B")]}),
    ],
)
def test_what_replaces_a_schema_is_compared_in_its_place(old: Object, new: Object) -> None:
    schemas = {"A": {"properties": {"p": TEXT}}, "B": {"properties": {"p": NUMBER}}}
    change = only_change(body(old, **schemas), body(new, **schemas))
    assert change.kind == "type-changed"
    assert change.place == "/paths/~1a/get/requestBody/content/application~1json/schema"
    assert change.text == "`p` of the body of GET /a changed from string to number"


ALTERNATIVES = [
    (ref("A"), {"anyOf": [ref("A"), {"type": "null"}]}),
    (ref("A"), {**ref("A"), "nullable": True}),
    (ref("A"), {"allOf": [ref("A")], "nullable": True}),
    (ref("A"), {"oneOf": [ref("A"), TEXT]}),
    (ref("A"), {"oneOf": [TEXT, ref("A")]}),
    ({"type": ["string", "null"]}, {"anyOf": [TEXT, {"type": "null"}, NUMBER]}),
]


def test_alternatives_that_come_and_go(subtests: pytest.Subtests) -> None:
    for old, new in ALTERNATIVES:
        with subtests.test(old=repr(old)):
            schemas = {"A": {"type": "object"}}
            assert kinds(body(old, **schemas), body(new, **schemas)) == [
                ("type-widened", "request")
            ]
            assert kinds(body(new, **schemas), body(old, **schemas)) == [
                ("type-narrowed", "request")
            ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ref("A"), {"allOf": [ref("A")]}),
        ({"type": ["string", "null"]}, {**TEXT, "nullable": True}),
        ({"type": ["string", "null"]}, {"oneOf": [TEXT, {"type": "null"}]}),
        ({"oneOf": [TEXT, NUMBER]}, {"anyOf": [TEXT, NUMBER]}),
        (ref("A"), {"type": "object"}),
        (ref("Any"), {}),
    ],
)
def test_other_spellings_of_the_same_schema(old: Object, new: Object) -> None:
    schemas = {"A": {"type": "object"}, "Any": {}}
    found = kinds(body(old, **schemas), body(new, **schemas))
    assert set(found) == {("other-changed", "request")}


def test_references_in_circles_and_into_nothing_end() -> None:
    loops = {"A": ref("B"), "B": ref("A"), "C": {"allOf": [ref("C")]}, "D": {"items": ref("D")}}
    for name in ("A", "C", "D", "Nowhere"):
        other = {**loops, "E": {"items": ref("E"), "title": "t"}}
        assert pointers(body(ref(name), **other), body(ref("E"), **other)) != []


@pytest.mark.slow
def test_the_deepest_documents_are_compared() -> None:
    def nested(schema: Object, more: str = "items") -> Object:
        for _ in range(190):
            schema = {more: schema}
        return schema

    [change] = wire_changes(sent(nested(TEXT)), sent(nested(NUMBER)))
    assert change.kind == "type-changed"
    chain = {f"{side}{n}": {"items": ref(f"{side}{n + 1}")} for n in range(2000) for side in "AB"}
    ends = {"A2000": TEXT, "B2000": NUMBER}
    assert kinds(body(ref("A0"), **chain, **ends), body(ref("B0"), **chain, **ends)) == [
        ("other-changed", "request")
    ]


# Directions


def test_a_schema_has_the_directions_of_what_refers_to_it() -> None:
    leading = [
        {"properties": {"p": ref("T")}},
        {"items": {"anyOf": [ref("T")]}},
        {"additionalProperties": ref("T")},
        {"discriminator": {"propertyName": "p", "mapping": {"x": "T"}}},
    ]
    for schema in leading:
        old, new = received(schema, T=TEXT), received(schema, T=NUMBER)
        assert kinds(old, new) == [("type-changed", "answer")]


def test_a_schema_has_the_directions_of_either_document() -> None:
    old, new = sent({}, T=TEXT), sent({}, T=NUMBER)
    old["paths"]["/b"] = {"get": {"responses": {"200": json_of(ref("T"))}}}
    assert ("type-changed", "answer") in kinds(old, new)
    assert ("type-changed", "answer") in kinds(new, old)


@pytest.mark.parametrize("forward", [True, False])
def test_a_schema_that_one_document_uses_is_used(forward: bool) -> None:  # noqa: FBT001
    without = sent({"properties": {}}, T={"properties": {"t": TEXT}})
    with_it = sent({"properties": {"p": ref("T")}}, T={"properties": {"t": NUMBER}})
    old, new = (without, with_it) if forward else (with_it, without)
    assert ("type-changed", "request") in kinds(old, new)


def test_what_webhooks_send_arrives_and_what_they_are_answered_leaves() -> None:
    def hooked(schema: Object) -> Object:
        hook = {"requestBody": json_of(schema), "responses": {"200": json_of(schema)}}
        return document(webhooks={"w": {"post": hook}})

    assert kinds(hooked(TEXT), hooked(NUMBER)) == [
        ("type-changed", "answer"),
        ("type-changed", "request"),
    ]


@pytest.mark.parametrize(
    ("section", "direction", "operation"),
    [
        ("parameters", "request", {"parameters": [{"$ref": "#/components/parameters/X"}]}),
        ("requestBodies", "request", {"requestBody": {"$ref": "#/components/requestBodies/X"}}),
        ("responses", "answer", {"responses": {"200": {"$ref": "#/components/responses/X"}}}),
        (
            "headers",
            "answer",
            {"responses": {"200": {"headers": {"h": {"$ref": "#/components/headers/X"}}}}},
        ),
    ],
)
def test_other_components_are_compared_once(
    section: str, direction: str, operation: Object
) -> None:
    def shared(schema: Object) -> Object:
        component = {"name": "q", "in": "query", **json_of(schema)}
        return document(operation, components={section: {"X": component}})

    change = only_change(shared(TEXT), shared(NUMBER))
    assert (change.kind, change.direction) == ("type-changed", direction)
    assert change.place == f"/components/{section}/X/content/application~1json/schema"


def test_a_shared_parameter_with_another_name_is_another() -> None:
    def shared(name: str) -> Object:
        component = {"name": name, "in": "query"}
        operation = {"parameters": [{"$ref": "#/components/parameters/X"}]}
        return document(operation, components={"parameters": {"X": component}})

    assert kinds(shared("a"), shared("b")) == [("parameter-removed", "request")]


def test_a_shared_path_item_is_compared_where_the_conversion_puts_it() -> None:
    def shared(**operation: Any) -> Object:
        items = {"pathItems": {"X": {"get": operation}}}
        path = {"$ref": "#/components/pathItems/X"}
        return openapi(document() | {"info": {}, "paths": {"/a": path}, "components": items})

    found = wire_changes(shared(), shared(deprecated=True))
    assert [(change.kind, change.place) for change in found] == [
        ("operation-deprecated", "/paths/~1a/get/deprecated"),
        ("other-changed", "/components/pathItems"),
    ]


# Operations


def at(path: str, *parameters: Object, **item: Any) -> Object:
    return {"paths": {path: {"get": {"parameters": list(parameters)}, **item}}}


def test_names_in_path_templates_are_never_sent() -> None:
    key = {"in": "path", "name": "key", "required": True, "schema": TEXT}
    renamed = {**key, "name": "id", "schema": NUMBER}
    found = wire_changes(at("/a/{key}/x", key), at("/a/{id}/x", renamed))
    assert [(change.kind, change.place) for change in found] == [
        ("other-changed", "/paths/~1a~1{id}~1x"),
        ("other-changed", "/paths/~1a~1{id}~1x/get/parameters/0/name"),
        ("type-changed", "/paths/~1a~1{id}~1x/get/parameters/0/schema"),
    ]


def test_a_parameter_may_stand_at_its_path() -> None:
    query = {"in": "query", "name": "q"}
    moved = kinds(at("/a", query), at("/a", parameters=[query]))
    assert moved == [("other-changed", "request")] * 2
    shared, required = [query], [{**query, "required": True}]
    change = only_change(at("/a", parameters=shared), at("/a", parameters=required))
    assert change.kind == "parameter-became-required"
    assert change.place == "/paths/~1a/parameters/0/required"
    assert kinds(at("/a", query, parameters=shared), at("/a", query, parameters=required)) == [
        ("other-changed", "request")
    ]


def test_names_of_headers_are_the_same_in_capitals() -> None:
    header = {"in": "header", "name": "x-a"}
    assert kinds(at("/a", header), at("/a", {**header, "name": "X-A"})) == [
        ("other-changed", "request")
    ]


def test_changes_stand_in_the_order_of_the_document() -> None:
    old = {"info": {"version": "1"}, "components": {"schemas": {"S": {}}}, "paths": {}}
    new = {
        "info": {"version": "2"},
        "components": {"schemas": {"T": {}, "S": TEXT}},
        "paths": {"/b": {"get": {}}, "/a": {"put": {}, "get": {}}},
    }
    assert pointers(old, new) == [
        "/paths/~1b/get",
        "/paths/~1a/put",
        "/paths/~1a/get",
        "/components/schemas/T",
        "/components/schemas/S",
        "/info/version",
    ]


# Words


def test_a_change_is_told_in_one_line() -> None:
    query = {"in": "query", "name": "limit\n`x`", "schema": {"type": "integer", "format": "int32"}}
    assert only_change(at("/a"), at("/a", query)).text == (
        "parameter `limit 'x'` of GET /a was added: in the query, integer, int32, optional"
    )
    old, new = sent({"maximum": 1}), sent({"maximum": 0})
    assert only_change(old, new).text == "`maximum` of S changed from 1 to 0"
    field = sent({"properties": {"ids": {"type": "array", "items": ref("T")}}})
    assert only_change(sent({}), field).text == "S.ids was added: array of T, optional"


def test_long_and_hostile_words_are_cut() -> None:
    said = "a\u202e\r\n## `b`\x00" + "x" * 500
    text = only_change(sent({}), sent({"description": said})).text
    assert text.isprintable()
    assert len(text) < 140
    assert text.count("`") == 2


def test_codes_are_told_with_their_words_and_the_rest_apart() -> None:
    old = sent({"properties": {"p": {"description": "State: 0 .. ok, 1 .. missing, 2 .. bad"}}})
    new = sent({"properties": {"p": {"description": "The state: 0 .. ok, 1 .. gone, 1 .. new"}}})
    found = [(change.kind, change.text) for change in wire_changes(old, new)]
    assert found[:-1] == [
        ("code-reworded", 'code 1 of S.p now means "gone", no longer "missing"'),
        ("code-added", 'code 1 of S.p was added: "new"'),
        ("code-removed", 'code 2 of S.p was removed; it meant "bad"'),
    ]
    assert found[-1][0] == "text-changed"
