"""Answers: each is decoded as the description says, or its operation is refused by name."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from nuki_core.errors import DecodeError
from tests.generator.emit.compiling import compiled
from tests.generator.emit.test_compiling_bodies import left


def document(responses: str, method: str = "get", version: str = "3.0.3") -> str:
    return f"""
openapi: {version}
info: {{title: T, version: '1'}}
servers: [{{url: 'https://api.example'}}]
paths:
  /thing:
    {method}: {{tags: [Thing], responses: {responses}}}
  /other:
    get: {{tags: [Other], responses: {{'204': {{description: d}}}}}}
components:
  schemas:
    Colour: {{type: integer, enum: [0, 1], x-enum-varnames: [RED, GREEN]}}
    Kind: {{type: string, enum: [a, b]}}
    Cat: {{type: object, required: [lives], properties: {{lives: {{type: integer}}}}}}
    Dog: {{type: object, required: [tricks], properties: {{tricks: {{type: integer}}}}}}
    Fish: {{type: object, properties: {{kind: {{type: string, enum: [fish]}}, fins: {{}}}}}}
    Bird: {{type: object, properties: {{kind: {{type: string, enum: [bird]}}, wings: {{}}}}}}
    Pet:
      oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}]
      discriminator: {{propertyName: kind, mapping: {{tom: '#/components/schemas/Cat'}}}}
"""


def json(schema: str, status: str = "200") -> str:
    return (
        f"{{'{status}': {{description: d, content: {{application/json: {{schema: {schema}}}}}}}}}"
    )


def ref(name: str) -> str:
    return f"{{$ref: '#/components/schemas/{name}'}}"


ANSWERS: dict[str, tuple[str, bytes, str, Any]] = {
    "an enum": (ref("Colour"), b"1", "Colour", "Colour.GREEN"),
    "an enum of texts": (ref("Kind"), b'"b"', "Kind", "Kind.B"),
    "a list of enums": (
        f"{{type: array, items: {ref('Colour')}}}",
        b"[0, 9]",
        "list[Colour]",
        "[Colour.RED, Colour(9)]",
    ),
    "a list of lists": (
        f"{{type: array, items: {{type: array, items: {ref('Cat')}}}}}",
        b'[[{"lives": 1}], []]',
        "list[list[Cat]]",
        "[[Cat(lives=1)], []]",
    ),
    "a model or null": (
        f"{{nullable: true, allOf: [{ref('Cat')}]}}",
        b"null",
        "Cat | None",
        "None",
    ),
    "the model that may be null": (
        f"{{nullable: true, allOf: [{ref('Cat')}]}}",
        b'{"lives": 2}',
        "Cat | None",
        "Cat(lives=2)",
    ),
    "a list or null": (
        f"{{type: array, nullable: true, items: {ref('Cat')}}}",
        b"null",
        "list[Cat] | None",
        "None",
    ),
    "a map of models": (
        f"{{type: object, additionalProperties: {ref('Cat')}}}",
        b'{"a": {"lives": 1}, "b": null}',
        "dict[str, Cat]",
        "{'a': Cat(lives=1), 'b': None}",
    ),
    "a map of lists": (
        f"{{type: object, additionalProperties: {{type: array, items: {ref('Kind')}}}}}",
        b'{"a": ["a"]}',
        "dict[str, list[Kind]]",
        "{'a': [Kind.A]}",
    ),
    "a map of numbers": (
        "{type: object, additionalProperties: {type: integer}}",
        b'{"a": 1}',
        "dict[str, int]",
        "{'a': 1}",
    ),
    "an instant": (
        "{type: string, format: date-time}",
        b'"2026-01-02T03:04:05.000Z"',
        "datetime",
        "datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)",
    ),
    "a choice by what is required": (
        f"{{oneOf: [{ref('Cat')}, {ref('Dog')}]}}",
        b'{"tricks": 3}',
        "Cat | Dog",
        "Dog(tricks=3)",
    ),
    "a choice by a value": (
        f"{{oneOf: [{ref('Fish')}, {ref('Bird')}]}}",
        b'{"kind": "bird"}',
        "Fish | Bird",
        "Bird(kind=Bird.from_dict({'kind': 'bird'}).kind)",
    ),
    "a choice by a name": (
        ref("Pet"),
        b'{"kind": "Dog"}',
        "Cat | Dog",
        "Dog.from_dict({'kind': 'Dog'})",
    ),
    "a choice by a mapping": (
        ref("Pet"),
        b'{"kind": "tom"}',
        "Cat | Dog",
        "Cat.from_dict({'kind': 'tom'})",
    ),
    "a choice that nobody knows": (
        ref("Pet"),
        b'{"kind": "ox", "tricks": 1}',
        "Cat | Dog",
        "Dog.from_dict({'kind': 'ox', 'tricks': 1})",
    ),
    "a list of choices": (
        f"{{type: array, items: {ref('Pet')}}}",
        b'[{"kind": "tom"}, 3]',
        "list[Cat | Dog]",
        "[Cat.from_dict({'kind': 'tom'}), 3]",
    ),
    "one or many": (
        f"{{anyOf: [{ref('Cat')}, {{type: array, items: {ref('Cat')}}}]}}",
        b'[{"lives": 1}]',
        "Cat | list[Cat]",
        "[Cat(lives=1)]",
    ),
    "an object in place": (
        "{type: object, properties: {deep: {type: object, properties: {n: {type: integer}}}}}",
        b'{"deep": {"n": 1}}',
        "ThingGetThingAnswer",
        "ThingGetThingAnswer(deep=ThingGetThingAnswerDeep(n=1))",
    ),
    "a number or a text": ("{oneOf: [{type: integer}, {type: string}]}", b"7", "int | str", "7"),
    "anything": ("{}", b'{"a": [1]}', "JsonValue", "{'a': [1]}"),
    "a number": ("{type: number}", b"1.5", "float", "1.5"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_decoded_as_it_is_declared(name: str) -> None:
    schema, body, annotation, expected = ANSWERS[name]
    client = compiled(document(json(schema)))
    _, value = client.call(lambda api: api.thing.get_thing(), body)
    names = {**{n: getattr(client.module, n) for n in client.module.__all__}}
    wanted = eval(expected, {"datetime": datetime, "UTC": UTC}, names)  # noqa: S307 - ours
    assert value == wanted
    method = client.module.ThingResource.get_thing
    assert method.__annotations__["return"].replace("builtins.", "") == annotation
    (operation,) = [each for each in client.module.OPERATIONS if each.name == "get_thing"]
    assert operation.responses == {200: annotation}


@pytest.mark.parametrize("schema", [ref("Cat"), f"{{type: array, items: {ref('Colour')}}}"])
def test_another_container_is_an_error(schema: str) -> None:
    client = compiled(document(json(schema)))
    with pytest.raises(DecodeError, match="holds a str"):
        client.call(lambda api: api.thing.get_thing(), b'"text"')


@pytest.mark.parametrize("status", ["default", "2XX", "201"])
def test_the_answer_may_stand_under_any_status(status: str) -> None:
    client = compiled(document(json(ref("Cat"), status)))
    _, value = client.call(lambda api: api.thing.get_thing(), b'{"lives": 3}', status=201)
    assert value.lives == 3


def test_a_default_beside_a_success_is_the_error() -> None:
    responses = f"{{'204': {{description: d}}, {json(ref('Cat'), 'default').strip('{}')}}}}}}}}}}}"
    client = compiled(document(responses))
    _, value = client.call(lambda api: api.thing.get_thing(), b"", status=204)
    assert value is None


def test_answers_that_differ_by_status() -> None:
    content = "content: {application/json: {schema: "
    responses = (
        f"{{'200': {{description: d, {content}{ref('Cat')}}}}}}}, "
        f"'202': {{description: d, {content}{ref('Dog')}}}}}}}, '204': {{description: d}}}}"
    )
    client = compiled(document(responses))
    method = client.module.ThingResource.get_thing
    assert method.__annotations__["return"] == "Cat | Dog | None"
    for status, body, expected in (
        (200, b'{"lives": 1}', client.module.Cat(lives=1)),
        (202, b'{"tricks": 1}', client.module.Dog(tricks=1)),
        (204, b"", None),
    ):
        assert client.call(lambda api: api.thing.get_thing(), body, status=status)[1] == expected


FILES = {
    "bytes": (
        "application/octet-stream",
        "{type: string, format: binary}",
        b"\xff\x00",
        b"\xff\x00",
    ),
    "an image": ("image/png", "{}", b"\x89PNG", b"\x89PNG"),
    "text": ("text/plain", "{type: string}", b"12", "12"),
    "a page": ("text/html", "{type: string}", "ä".encode(), "ä"),
    "XML": ("application/xml", "{type: string}", b"<a/>", "<a/>"),
    "a table": ("text/csv", "{type: string}", b"a,b", "a,b"),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_json_comes_as_it_is(name: str) -> None:
    media, schema, body, expected = FILES[name]
    responses = f"{{'200': {{description: d, content: {{{media}: {{schema: {schema}}}}}}}}}"
    client = compiled(document(responses))
    sent, value = client.call(lambda api: api.thing.get_thing(), body, media)
    assert value == expected
    assert sent.headers["accept"] == f"{media}, */*;q=0.1"


def test_a_file_by_swagger() -> None:
    text = """
swagger: '2.0'
info: {title: T, version: '1'}
host: api.example
paths:
  /thing:
    get:
      tags: [Thing]
      produces: [application/json, image/png]
      responses: {'200': {description: d, schema: {type: file}}}
"""
    client = compiled(text)
    sent, value = client.call(lambda api: api.thing.get_thing(), b"\x89", "image/png")
    assert (sent.url, value) == ("https://api.example/thing", b"\x89")


def test_json_and_text_are_told_apart_by_what_came() -> None:
    responses = (
        f"{{'200': {{description: d, content: {{text/plain: {{schema: {{type: string}}}}, "
        f"application/json: {{schema: {ref('Cat')}}}}}}}}}"
    )
    client = compiled(document(responses))
    sent, value = client.call(
        lambda api: api.thing.get_thing(), b'{"lives": 1}', "application/json; charset=utf-8"
    )
    assert value == client.module.Cat(lives=1)
    assert sent.headers["accept"] == "text/plain, application/json, */*;q=0.1"
    _, value = client.call(lambda api: api.thing.get_thing(), b'{"lives": 1}', "text/plain")
    assert value == '{"lives": 1}'


def test_json_is_asked_for_where_the_rest_cannot_be_read() -> None:
    responses = (
        f"{{'200': {{description: d, content: {{application/xml: {{schema: {ref('Cat')}}}, "
        f"application/json: {{schema: {ref('Cat')}}}}}}}}}"
    )
    client = compiled(document(responses))
    sent, _ = client.call(lambda api: api.thing.get_thing(), b"{}")
    assert sent.headers["accept"] == "application/json"


def test_a_head_has_no_content() -> None:
    client = compiled(document(json(ref("Cat")), "head"))
    assert client.call(lambda api: api.thing.head_thing())[1] is None


REFUSED = {
    "XML of an object": (
        f"{{'200': {{description: d, content: {{application/xml: {{schema: {ref('Cat')}}}}}}}}}",
        "an answer of 'application/xml'",
    ),
    "a stream": (
        "{'200': {description: d, content: {text/event-stream: {schema: {type: string}}}}}",
        "an answer of 'text/event-stream'",
    ),
    "a number in text": (
        "{'200': {description: d, content: {text/plain: {schema: {type: integer}}}}}",
        "an answer of 'text/plain'",
    ),
    "only a redirection": ("{'302': {description: d}}", "it only redirects"),
    "no answer": ("{}", "no answer is described"),
    "no status": ("{'2xx': {description: d}}", "'2xx' is no status"),
    "an object that contains itself": (
        json("{$ref: '#/components/schemas/Ring'}"),
        "leads nowhere",
    ),
    "content of another kind": ("{'200': {description: d, content: [1]}}", "must be an object"),
}


def test_what_cannot_be_read_is_refused(subtests: pytest.Subtests) -> None:
    for name, (responses, said) in REFUSED.items():
        with subtests.test(name=name):
            client = compiled(document(responses))
            assert left(client) == ["/other"]
            assert said in client.refused
