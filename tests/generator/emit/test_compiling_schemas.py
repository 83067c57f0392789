"""Schemas and names: typed as the description says, or refused by name."""

# ruff: noqa: E501 - a schema reads best on one line

from __future__ import annotations

from typing import Any

import pytest

from generator.emit.names import CLIENT_NAMES
from generator.load.problems import GeneratorFailure
from nuki import AsyncBridgeClient, AsyncWebClient, BridgeClient, WebClient
from tests.generator.emit.compiling import Client, compiled
from tests.generator.emit.test_compiling_bodies import left


def document(schemas: str, name: str = "Thing", tag: str = "Stuff") -> str:
    return f"""
swagger: '2.0'
info: {{title: T, version: '1'}}
host: api.example
schemes: [https]
paths:
  /thing:
    get:
      tags: ['{tag}']
      responses:
        '200': {{description: d, schema: {{$ref: '#/definitions/{name}'}}}}
  /other:
    get: {{tags: [Other], responses: {{'204': {{description: d}}}}}}
definitions:
{schemas}"""


def newer(schemas: str) -> str:
    return f"""
openapi: 3.1.0
info: {{title: T, version: '1'}}
servers: [{{url: 'https://api.example'}}]
paths:
  /thing:
    get:
      tags: [Stuff]
      responses:
        '200':
          description: d
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}
  /other:
    get: {{tags: [Other], responses: {{'204': {{description: d}}}}}}
components:
  schemas:
{schemas}"""


def fields(client: Client, name: str = "Thing") -> dict[str, str]:
    kind = getattr(client.module, name)
    return {key: kind.__annotations__[key] for key in kind.json_names}


def of(client: Client, found: dict[str, Any], name: str = "Thing") -> Any:
    value = getattr(client.module, name).from_dict(found)
    assert value.to_dict() == found
    return value


# Properties


@pytest.mark.parametrize(
    "wire",
    ["self", "cls", "classmethod", "property", "class", "d", "value", "def", "list", "json_names",
     "from_dict", "to_dict", "additional_properties", "UNSET", "Model", "mro", "__init__", "", "1",
     "ä", "a b", "$ref2", "type", "closest", "member", "bytes", "device_type"],
)  # fmt: skip
def test_a_property_may_be_called_anything(wire: str) -> None:
    schemas = f"  Thing: {{type: object, properties: {{'{wire}': {{type: integer}}, o: {{type: string}}}}}}"
    client = compiled(document(schemas))
    assert client.left_out == ()
    value = of(client, {wire: 1, "o": "x"})
    (name,) = [name for name in value.json_names if value.json_names[name] == wire]
    assert getattr(value, name) == 1
    assert client.module.Thing(**{name: 2}).to_dict() == {wire: 2}


@pytest.mark.parametrize("order", ["deviceType device_type", "device_type deviceType"])
def test_a_name_goes_on_meaning_what_it_meant(order: str) -> None:
    first, second = order.split()
    schemas = f"  Thing: {{type: object, properties: {{{first}: {{type: integer}}, {second}: {{type: integer}}}}}}"
    value = of(compiled(document(schemas)), {"deviceType": 1, "device_type": 2})
    assert (value.device_type, value.device_type_) == (1, 2)


def test_names_that_cannot_be_told_apart_are_refused() -> None:
    schemas = "  Thing: {type: object, properties: {aB: {type: integer}, a-b: {}, 'a b': {}}}"
    client = compiled(document(schemas))
    assert left(client) == ["/other"]
    assert "/definitions" not in client.refused
    assert "/components/schemas/Thing: fields cannot be called 'a_b_'" in client.refused


def test_null_is_a_value_where_the_vendor_says_so() -> None:
    schemas = """
  Thing:
    type: object
    properties:
      number: {type: integer, x-nullable: true}
      moment: {type: string, format: date-time, x-nullable: true}
      other: {$ref: '#/definitions/Other', x-nullable: true}
      kind: {$ref: '#/definitions/Kind', x-nullable: true}
  Other: {type: object, properties: {a: {type: integer}}}
  Kind: {type: string, enum: [a, b]}
"""
    client = compiled(document(schemas))
    assert fields(client) == {
        "number": "int | None | Unset",
        "moment": "datetime | None | Unset",
        "other": "Other | None | Unset",
        "kind": "Kind | None | Unset",
    }
    value = of(client, {"number": None, "moment": None, "other": None, "kind": None})
    assert (value.number, value.moment, value.other, value.kind) == (None, None, None, None)


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_null_as_of_openapi_3_0(version: str) -> None:
    schemas = """
    Thing:
      type: object
      properties:
        number: {type: integer, nullable: true, exclusiveMinimum: true, minimum: 3}
        kind: {nullable: true, allOf: [{$ref: '#/components/schemas/Kind'}]}
        nullable: {type: string}
    Kind: {type: string, enum: [a, b, null], nullable: true}
"""
    client = compiled(newer(schemas).replace("3.1.0", version))
    assert fields(client) == {
        "number": "int | None | Unset",
        "kind": "Kind | None | Unset",
        "nullable": "str | Unset",
    }
    thing = client.document["components"]["schemas"]["Thing"]
    assert thing["properties"]["number"] == {"type": ["integer", "null"], "exclusiveMinimum": 3}


TYPES = {
    "integer and text": ("{type: [integer, string]}", "int | str | Unset"),
    "text or null": ("{type: [string, 'null']}", "str | None | Unset"),
    "a constant": ("{const: x}", "str | Unset"),
    "one of two numbers": ("{enum: [1, 2.5]}", "float | Unset"),
    "a truth value": ("{enum: [true]}", "bool | Unset"),
    "texts and numbers": ("{enum: [a, 1]}", "str | int | Unset"),
    "texts and both kinds of numbers": ("{enum: [1, 2.5, a]}", "float | str | Unset"),
    "a list of anything": ("{type: array}", "list[JsonValue] | Unset"),
    "a tuple": ("{type: array, prefixItems: [{type: string}]}", "list[JsonValue] | Unset"),
    "a map": ("{additionalProperties: {type: boolean}}", "dict[str, bool] | Unset"),
    "anything": ("true", "JsonValue | Unset"),
    "never": ("false", "JsonValue | Unset"),
    "conditions": ("{type: integer, not: {const: 3}, if: {}, then: {}}", "int | Unset"),
    "what is required": (
        "{type: object, anyOf: [{required: [a]}, {required: [b]}]}",
        "JsonObject | Unset",
    ),
    "one alternative": ("{oneOf: [{type: integer}]}", "int | Unset"),
    "alternatives in alternatives": (
        "{anyOf: [{oneOf: [{type: integer}, {type: string}]}, {type: 'null'}]}",
        "int | str | None | Unset",
    ),
    "a part of another": ("{$ref: '#/components/schemas/Thing/properties/n'}", "int | Unset"),
    "a constraint beside a reference": (
        "{$ref: '#/components/schemas/Thing/properties/n', type: integer, maximum: 3}",
        "int | Unset",
    ),
    "a constraint more": ("{allOf: [{type: integer}, {minimum: 3}]}", "int | Unset"),
    "bytes in JSON": ("{type: string, format: binary}", "str | Unset"),
}


@pytest.mark.parametrize("name", TYPES)
def test_a_property_has_the_type_that_is_described(name: str) -> None:
    schema, annotation = TYPES[name]
    schemas = f"    Thing: {{type: object, properties: {{n: {{type: integer}}, p: {schema}}}}}\n"
    client = compiled(newer(schemas))
    assert client.left_out == ()
    assert fields(client)["p"] == annotation


# Objects


def test_all_of_keeps_what_stands_beside_it() -> None:
    schemas = """
  Thing:
    description: Own words.
    allOf: [{$ref: '#/definitions/Base'}, {properties: {b: {type: string}}}]
    required: [c]
    properties: {c: {type: boolean}, a: {description: narrower, maximum: 9}}
  Base: {allOf: [{$ref: '#/definitions/Root'}], description: Not these.}
  Root: {type: object, required: [a], properties: {a: {type: integer}, in: {type: object, properties: {x: {type: integer}}}}}
"""
    client = compiled(document(schemas))
    assert fields(client) == {
        "a": "int",
        "in_": "RootIn | Unset",
        "b": "str | Unset",
        "c": "bool",
    }
    assert client.module.Thing.__doc__ == "Own words."
    value = of(client, {"a": 1, "in": {"x": 1}, "b": "b", "c": True})
    assert value.in_ == client.module.RootIn(x=1)


def test_properties_beside_a_reference_count_as_of_3_1() -> None:
    schemas = """
    Thing: {$ref: '#/components/schemas/Base', properties: {b: {type: string}}}
    Base: {type: object, required: [a], properties: {a: {type: integer}}}
"""
    assert fields(compiled(newer(schemas))) == {"a": "int", "b": "str | Unset"}
    older = newer(schemas).replace("3.1.0", "3.0.3")
    client = compiled(older)
    assert "Thing" not in client.module.__all__
    assert fields(client, "Base") == {"a": "int"}


def test_all_of_one_reference_is_that_class() -> None:
    schemas = """
  Thing: {type: object, properties: {a: {description: d, allOf: [{$ref: '#/definitions/A'}]}}}
  A: {type: object, properties: {x: {type: integer}}}
"""
    client = compiled(document(schemas))
    assert fields(client) == {"a": "A | Unset"}


def test_objects_in_place_get_classes() -> None:
    schemas = """
  Thing:
    type: object
    properties:
      inner: {type: object, x-nullable: true, properties: {a: {type: array, items: {type: object, properties: {b: {type: integer}}}}}}
      map: {type: object, additionalProperties: {type: object, properties: {c: {type: integer}}}}
  ThingInner: {type: object, properties: {taken: {type: integer}}}
"""
    text = document(schemas).replace(
        "'204': {description: d}",
        "'200': {description: d, schema: {$ref: '#/definitions/ThingInner'}}",
    )
    client = compiled(text)
    assert fields(client) == {
        "inner": "ThingInnerObject | None | Unset",
        "map": "dict[str, ThingMapValue] | Unset",
    }
    value = of(client, {"inner": {"a": [{"b": 1}]}, "map": {"k": {"c": 1}}})
    assert value.inner.a[0].b == 1
    assert value.map["k"].c == 1


def test_a_model_may_hold_itself() -> None:
    schemas = """
  Thing: {type: object, properties: {up: {$ref: '#/definitions/Thing'}, all: {type: array, items: {$ref: '#/definitions/Thing'}}}}
"""
    value = of(compiled(document(schemas)), {"up": {"all": [{}]}, "all": []})
    assert value.up.all == [type(value)()]


REFUSED = {
    "a name that is two types": (
        "{allOf: [{type: object, properties: {a: {type: integer}}}, {properties: {a: {type: string}}}]}",
        "nothing is both 'integer' and 'string'",
    ),
    "two classes for a member": (
        "{allOf: [{properties: {a: {$ref: '#/components/schemas/A'}}}, {properties: {a: {type: string}}}]}",
        "'a' has two schemas that differ",
    ),
    "a choice in allOf": (
        "{allOf: [{properties: {b: {}}}, {oneOf: [{type: object, properties: {a: {}}}, {$ref: '#/components/schemas/A'}]}]}",
        "a choice inside allOf",
    ),
    "a choice beside properties": (
        "{properties: {b: {}}, oneOf: [{$ref: '#/components/schemas/A'}, {type: object}]}",
        "oneOf beside properties",
    ),
    "itself": (
        "{allOf: [{$ref: '#/components/schemas/Thing'}, {properties: {a: {}}}]}",
        "part of itself",
    ),
    "a list of itself": (
        "{type: array, items: {$ref: '#/components/schemas/Thing'}}",
        "made of itself",
    ),
    "another document": ("{$ref: 'https://example.com/a.json'}", "leaves the document"),
    "nothing": ("{$ref: '#/components/schemas/None'}", "leads nowhere"),
    "a type of its own": ("{type: mood}", "'mood' is no type of JSON"),
    "patterns": ("{patternProperties: {'^a': {}}}", "patternProperties is not supported"),
    "a moving reference": ("{$dynamicRef: '#a'}", "$dynamicRef is not supported"),
    "a member that tells nothing": (
        "{oneOf: [{$ref: '#/components/schemas/A'}, {type: string}], discriminator: {propertyName: k}}",
        "alternatives that are components",
    ),
    "no schema": ("3", "is no schema"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_has_no_type_is_refused(name: str) -> None:
    schema, said = REFUSED[name]
    schemas = (
        f"    Thing: {schema}\n    A: {{type: object, properties: {{x: {{type: integer}}}}}}\n"
    )
    client = compiled(newer(schemas))
    assert left(client) == ["/other"]
    assert said in client.refused
    assert "so GET /thing is left out" in client.refused
    assert "Thing" not in client.module.__all__


def test_a_choice_by_swaggers_discriminator_is_refused() -> None:
    schemas = "  Thing: {type: object, discriminator: kind, properties: {kind: {type: string}}}"
    client = compiled(document(schemas))
    assert left(client) == ["/other"]
    assert client.refused.startswith("/definitions/Thing/discriminator: ")


def test_if_nothing_is_left_everything_is_refused() -> None:
    text = newer("    Thing: {type: mood}\n").replace("'204': {description: d}", "")
    with pytest.raises(GeneratorFailure, match="no type of JSON"):
        compiled(text)


# Names of classes and resources


@pytest.mark.parametrize(
    "name",
    ["Model", "Request", "Operation", "Parameter", "DeviceType", "StuffResource", "WebApi", "File",
     "AsyncOtherResource", "List", "Self", "Final", "ByAnswer", "OPERATIONS", "GET_THING", "None",
     "Exception", "datetime", "import"],
)  # fmt: skip
def test_a_schema_may_be_called_anything(name: str) -> None:
    schemas = f"  {name}: {{type: object, properties: {{a: {{type: integer}}}}}}"
    client = compiled(document(schemas, name))
    assert client.left_out == ()
    _, value = client.call(lambda api: api.stuff.get_thing(), b'{"a": 1}')
    assert value.a == 1
    assert type(value).__name__ in client.module.__all__


def test_two_schemas_with_one_name() -> None:
    schemas = """
  Thing: {type: object, properties: {a: {type: integer}}}
  thing: {type: object, properties: {b: {type: integer}}}
"""
    text = document(schemas).replace(
        "'204': {description: d}", "'200': {description: d, schema: {$ref: '#/definitions/thing'}}"
    )
    client = compiled(text)
    assert left(client) == ["/thing"]
    assert "its class would be called Thing, like that of Thing" in client.refused


@pytest.mark.parametrize(
    ("tag", "resource"),
    [("Close", "close_"), ("Send", "send_"), ("Exchange", "exchange_"), ("class", "class_"),
     ("Async Other", "asyncother"), ("With Options", "with_options_"), ("Cached Property", "cached_property_")],
)  # fmt: skip
def test_a_tag_may_be_called_anything(tag: str, resource: str) -> None:
    schemas = "  Thing: {type: object, properties: {a: {type: integer}}}"
    client = compiled(document(schemas, tag=tag))
    _, value = client.call(lambda api: getattr(api, resource).get_thing(), b'{"a": 1}')
    assert value.a == 1
    client.call(lambda api: api.other.get_other(), status=204)


def test_a_tag_without_a_letter_is_refused() -> None:
    client = compiled(document("  Thing: {type: object}", tag="…"))
    assert left(client) == ["/other"]
    assert "does not make a Python name" in client.refused


def test_no_resource_takes_the_place_of_what_clients_have() -> None:
    resources = {
        name
        for client in (WebClient, AsyncWebClient, BridgeClient, AsyncBridgeClient)
        for base in client.__mro__
        if base.__module__.startswith("nuki_generated")
        for name in vars(base)
    }
    public = {
        name
        for client in (WebClient, AsyncWebClient, BridgeClient, AsyncBridgeClient)
        for name in dir(client)
        if not name.startswith("_")
    }
    assert public - resources <= CLIENT_NAMES


def test_values_of_an_enum_are_told_apart() -> None:
    schemas = "  Thing: {type: string, enum: [a-b, a_b, A B, '', '1', ä]}"
    client = compiled(document(schemas))
    members = [member.value for member in client.module.Thing]
    assert members == ["a-b", "a_b", "A B", "", "1", "ä"]
