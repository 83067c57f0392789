"""For every wire rule the smallest pairs of documents that it is about."""

from __future__ import annotations

from typing import Any

from tests.generator.upstream.diff.wire_documents import Object, document, json_of

QUERY = {"in": "query", "name": "q", "schema": {}}
TEXT = {"type": "string"}
NAMED = {"properties": {"p": {}}}
KEY = {"type": "apiKey", "in": "header", "name": "k"}
DESCRIBED = {"description": "0 .. ok, 1 .. missing"}

SCHEMAS: list[tuple[str, Any, Any]] = [
    ("property-added", {}, NAMED),
    ("property-added-required", {}, {**NAMED, "required": ["p"]}),
    ("property-removed", NAMED, {}),
    ("property-removed", {**NAMED, "required": ["p"]}, {}),
    ("property-became-required", NAMED, {**NAMED, "required": ["p"]}),
    ("property-became-optional", {**NAMED, "required": ["p"]}, {**NAMED, "required": []}),
    ("type-changed", TEXT, {"type": "integer"}),
    ("type-changed", {"type": ["string", "null"]}, {"type": ["integer", "null"]}),
    ("type-changed", {"type": ["string", "array"]}, {"type": ["string", "object"]}),
    ("type-changed", {"anyOf": [TEXT, NAMED, {}]}, {"anyOf": [{"type": "array"}, True]}),
    ("type-changed", {"not": TEXT}, {"not": {"type": "integer"}}),
    ("type-changed", {"anyOf": [TEXT, {}]}, {"allOf": [TEXT, {}]}),
    ("type-changed", {"$ref": "#/nowhere"}, {"$ref": "#/elsewhere"}),
    ("type-widened", TEXT, {"type": ["string", "integer"]}),
    ("type-widened", TEXT, {**TEXT, "nullable": True}),
    ("type-widened", TEXT, {"anyOf": [TEXT, {"type": "null"}]}),
    ("type-widened", TEXT, {"oneOf": [TEXT, {"type": "integer"}]}),
    ("type-widened", {"type": "integer"}, {"type": "number"}),
    ("type-widened", {"oneOf": [TEXT, NAMED]}, {"oneOf": [TEXT, NAMED, {"type": "array"}]}),
    ("type-widened", {"allOf": [TEXT, NAMED, {"maximum": 1}]}, {"allOf": [TEXT, NAMED]}),
    ("type-widened", {"items": TEXT}, {}),
    ("type-widened", {**NAMED, "anyOf": [{"required": ["p"]}]}, NAMED),
    ("type-narrowed", {"type": "number"}, {"type": "integer"}),
    ("type-narrowed", {"type": ["string", "null"]}, TEXT),
    ("type-narrowed", {"anyOf": [TEXT, {"type": "null"}]}, TEXT),
    ("type-narrowed", {}, TEXT),
    ("type-narrowed", {"items": {}}, {"items": TEXT}),
    ("type-narrowed", {"allOf": [TEXT, NAMED]}, {"allOf": [NAMED, {"maximum": 1}, TEXT]}),
    ("type-narrowed", NAMED, {**NAMED, "anyOf": [{"required": ["p"]}]}),
    ("format-changed", TEXT, {**TEXT, "format": "uuid"}),
    ("enum-value-added", {"enum": [1, 2]}, {"enum": [3, 2, 1]}),
    ("enum-value-added", {"const": 1}, {"enum": [1, 2]}),
    ("enum-value-removed", {"enum": [1, 2]}, {"enum": [2]}),
    ("code-added", DESCRIBED, {"description": "0 .. ok, 1 .. missing, 2 .. bad"}),
    ("code-added", {}, {"description": "0 .. ok"}),
    ("code-removed", DESCRIBED, {"description": "1 .. missing"}),
    ("code-reworded", DESCRIBED, {"description": "0 .. ok, 1 .. absent"}),
    ("bound-tightened", {}, {"enum": ["a"]}),
    ("bound-tightened", {"minimum": 1}, {"minimum": 2}),
    ("bound-tightened", {"maxLength": 2}, {"maxLength": 1}),
    ("bound-tightened", {}, {"maxItems": 2}),
    ("bound-tightened", {}, {"pattern": "a"}),
    ("bound-tightened", {"pattern": "a"}, {"pattern": "b"}),
    ("bound-tightened", {"uniqueItems": False}, {"uniqueItems": True}),
    ("bound-tightened", {"multipleOf": 0.1}, {"multipleOf": 0.3}),
    ("bound-tightened", {"exclusiveMinimum": 0}, {"exclusiveMinimum": 0.5}),
    ("bound-tightened", {}, {"additionalProperties": False}),
    ("bound-tightened", {"additionalProperties": TEXT}, {"additionalProperties": False}),
    ("bound-loosened", {"const": 1}, {}),
    ("bound-loosened", {"maximum": 1}, {"maximum": 1.5}),
    ("bound-loosened", {"minProperties": 1}, {}),
    ("bound-loosened", {"multipleOf": 4}, {"multipleOf": 2}),
    ("bound-loosened", {"additionalProperties": False}, {"additionalProperties": TEXT}),
    ("default-changed", {"default": 1}, {"default": 2}),
    ("default-changed", {}, {"default": None}),
    ("access-changed", {}, {"readOnly": True}),
    ("access-changed", {"writeOnly": True}, {"writeOnly": False}),
    ("text-changed", {"description": "a"}, {"description": "b"}),
    ("text-changed", DESCRIBED, {"description": "1 .. missing, 0 .. ok"}),
    ("text-changed", {"example": 1}, {"example": True}),
    ("text-changed", {"x-enum-varnames": ["A"]}, {"x-enum-varnames": ["B"]}),
    ("other-changed", {}, {"deprecated": True}),
    ("other-changed", {}, {"x-mine": 1}),
    ("other-changed", TEXT, {"type": ["string"]}),
    ("other-changed", True, {}),
    ("other-changed", {}, {"minLength": 0}),
    ("other-changed", {}, {"required": []}),
]
"""Kind, old schema, new schema: the same in every direction."""


def called(**members: Any) -> Object:
    return document({"responses": {}, **members})


def answered(status: str = "200", **response: Any) -> Object:
    return document({"responses": {status: response}})


def asked(**parameter: Any) -> Object:
    return called(parameters=[{**QUERY, **parameter}])


def allowed(*ways: Object) -> Object:
    return called(security=list(ways))


def guarded(**schemes: Any) -> Object:
    return document(components={"securitySchemes": schemes})


def scoped(**scopes: str) -> Object:
    return guarded(o={"type": "oauth2", "flows": {"implicit": {"scopes": scopes}}})


def hooked(**hooks: Any) -> Object:
    return document(webhooks=hooks)


def carried(**body: Any) -> Object:
    return called(requestBody={"content": {}, **body})


CALLS: list[tuple[str, Object, Object]] = [
    ("operation-removed", document(), document() | {"paths": {}}),
    ("operation-removed", document(), document() | {"paths": {"/a": {}}}),
    ("operation-added", document() | {"paths": {}}, document()),
    ("operation-deprecated", called(), called(deprecated=True)),
    ("operation-undeprecated", called(deprecated=True), called(deprecated=False)),
    ("operation-renamed", called(operationId="a"), called(operationId="b")),
    ("scope-added", allowed({"o": ["a"]}), allowed({"o": ["b", "a"]})),
    ("scope-removed", allowed({"o": ["a", "b"]}), allowed({"o": ["b"]})),
    ("scope-removed", document(security=[{"o": ["a"]}]), document(security=[{"o": []}])),
    (
        "scope-added",
        document(security=[{"o": []}]),
        allowed({"o": ["a"]}) | {"security": [{"o": []}]},
    ),
    ("security-added", allowed({"o": []}), allowed({"o": []}, {"k": []})),
    ("security-added", guarded(), guarded(k=KEY)),
    ("security-added", scoped(a="A"), scoped(b="B", a="A")),
    ("security-changed", allowed({"o": []}), allowed({"k": []})),
    ("security-changed", called(), allowed({"k": []})),
    ("security-changed", guarded(k=KEY), guarded(k={**KEY, "in": "query"})),
    ("security-removed", guarded(k=KEY), guarded()),
    ("security-removed", scoped(a="A"), scoped()),
    ("server-changed", document(servers=[{"url": "a"}]), document(servers=[{"url": "b"}])),
    ("parameter-added", called(), asked()),
    ("parameter-added-required", called(), asked(required=True)),
    ("parameter-removed", asked(), called()),
    ("parameter-became-required", asked(), asked(required=True)),
    ("parameter-became-optional", asked(required=True), asked(required=False)),
    ("parameter-style-changed", asked(), asked(explode=False)),
    ("parameter-style-changed", asked(explode=True), asked(explode=True, style="pipeDelimited")),
    ("type-narrowed", asked(), asked(schema=TEXT)),
    ("code-added", asked(description="0 .. ok"), asked(description="0 .. ok, 1 .. bad")),
    ("parameter-added", called(), carried()),
    ("parameter-added-required", called(), carried(required=True)),
    ("parameter-removed", carried(), called()),
    ("parameter-became-required", carried(), carried(required=True)),
    ("parameter-became-optional", carried(required=True), carried()),
    ("media-type-added", carried(), carried(**json_of({}))),
    ("media-type-removed", carried(**json_of({})), carried()),
    ("text-changed", called(summary="a"), called(summary="b")),
    ("text-changed", document(info={"title": "a"}), document(info={"title": "b"})),
    ("text-changed", document(info={"contact": {}}), document(info={})),
    ("text-changed", scoped(a="A"), scoped(a="B")),
    ("text-changed", guarded(k=KEY), guarded(k={**KEY, "description": "d"})),
    (
        "text-changed",
        document(servers=[{"url": "a"}]),
        document(servers=[{"url": "a", "description": "d"}]),
    ),
    ("version-changed", document(info={"version": "1"}), document(info={"version": "2"})),
    ("other-changed", called(tags=["a"]), called(tags=["b", "a"])),
    ("other-changed", document(tags=[{"name": "a"}]), document(tags=[])),
    ("other-changed", document(), document() | {"openapi": "3.0.3"}),
    ("other-changed", called(security=[]), called()),
    ("other-changed", asked(), asked(style="form")),
    ("other-changed", called(), called() | {"paths": {"/a": {"get": {"responses": {}}, "x-m": 1}}}),
]
"""What is sent in requests."""

ANSWERS: list[tuple[str, Object, Object]] = [
    ("status-added", called(), answered("404")),
    ("status-removed", answered("404"), called()),
    ("success-removed", answered(), called()),
    ("success-removed", answered("default"), called()),
    ("property-added", answered(), answered(headers={"h": {}})),
    ("property-removed", answered(headers={"h": {}}), answered()),
    (
        "property-became-optional",
        answered(headers={"h": {"required": True}}),
        answered(headers={"h": {}}),
    ),
    ("media-type-added", answered(), answered(**json_of({}))),
    ("media-type-removed", answered(**json_of({})), answered()),
    ("text-changed", answered(description="a"), answered(description="b")),
    ("operation-added", hooked(), hooked(w={"post": {}})),
    ("operation-removed", hooked(w={"post": {}}), hooked()),
]
"""What arrives."""
