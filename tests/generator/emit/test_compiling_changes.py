"""Changes that the vendor could make tomorrow: right afterwards, or refused by name; never silent.

The other tables of this folder go construct by construct; this one holds what looks harmless.
"""

# ruff: noqa: E501 - a schema reads best on one line

from __future__ import annotations

import pytest

from nuki_core.errors import ValidationError
from tests.generator.emit.compiling import compiled
from tests.generator.emit.test_compiling_bodies import left, parts

NOTHING = "responses: {'204': {description: d}}"


def newer(operation: str, method: str = "get", schemas: str = "", path: str = "/thing") -> str:
    return f"""
openapi: 3.1.0
info: {{title: T, version: '1'}}
servers: [{{url: 'https://api.example'}}]
paths:
  {path}:
    {method}:
      tags: [Thing]
      {operation}
  /other:
    get: {{tags: [Other], responses: {{'204': {{description: d}}}}}}
components:
  schemas:
    A: {{type: object, properties: {{x: {{type: integer}}}}}}
    B: {{type: object, required: [y], properties: {{y: {{type: string}}}}}}
    {schemas}
"""


def answering(schema: str, media: str = "application/json", schemas: str = "") -> str:
    content = f"{{'{media}': {{schema: {schema}}}}}"
    return newer(f"responses: {{'200': {{description: d, content: {content}}}}}", schemas=schemas)


def taking(schema: str, media: str = "application/json", encoding: str = "{}") -> str:
    content = f"{{'{media}': {{schema: {schema}, encoding: {encoding}}}}}"
    body = f"requestBody: {{required: true, content: {content}}}"
    return newer(f"{body}\n      {NOTHING}", "post")


def asking(parameter: str, path: str = "/thing") -> str:
    return newer(f"parameters: [{parameter}]\n      {NOTHING}", path=path)


def swagger(operation: str, definitions: str = "{}", root: str = "") -> str:
    return f"""
swagger: '2.0'
info: {{title: T, version: '1'}}
host: api.example
schemes: [https]
{root}
paths:
  /thing:
    get:
      tags: [Thing]
      {operation}
  /other:
    get: {{tags: [Other], responses: {{'204': {{description: d}}}}}}
definitions: {definitions}
"""


A, B = "{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/B'}"


# Answers that come out right

ANSWERS: dict[str, tuple[str, bytes, str, str]] = {
    "a tuple, then others": (
        f"{{type: array, prefixItems: [{{type: string}}], items: {A}}}",
        b'["a", {"x": 1}]',
        "list[JsonValue]",
        "['a', {'x': 1}]",
    ),
    "a list that says of what it contains one": (
        f"{{type: array, contains: {A}, items: {{type: object}}}}",
        b'[{"x": 1}]',
        "list[JsonObject]",
        "[{'x': 1}]",
    ),
    "no elements beyond": ("{type: array, items: false}", b"[]", "list[JsonValue]", "[]"),
    "what it is not": (
        "{not: {type: object}, if: {}, then: {required: [a]}}",
        b"1",
        "JsonValue",
        "1",
    ),
    "conditions on members that are there": (
        "{type: object, properties: {k: {type: string}}, if: {properties: {k: {const: a}}}, then: {properties: {k: {minLength: 1}}}}",
        b'{"k": "a"}',
        "ThingGetThingAnswer",
        "ThingGetThingAnswer(k='a')",
    ),
    "members of a further schema": (
        f"{{type: object, properties: {{k: {{type: string}}}}, additionalProperties: {A}}}",
        b'{"k": "a", "m": {"x": 1}}',
        "ThingGetThingAnswer",
        "ThingGetThingAnswer.from_dict({'k': 'a', 'm': {'x': 1}})",
    ),
    "no further members": (
        "{type: object, properties: {k: {type: string}}, additionalProperties: false}",
        b'{"k": "a", "m": 1}',
        "ThingGetThingAnswer",
        "ThingGetThingAnswer.from_dict({'k': 'a', 'm': 1})",
    ),
    "null alone": ("{const: null}", b"null", "None", "None"),
    "an enum with null": (
        "{$ref: '#/components/schemas/E'}",
        b"null",
        "E | None",
        "None",
    ),
    "an alternative without a type": (
        "{type: string, anyOf: [{minLength: 1}, {format: date-time}]}",
        b'"a"',
        "str",
        "'a'",
    ),
    "a type beside alternatives": (f"{{type: object, oneOf: [{A}]}}", b'{"x": 1}', "A", "A(x=1)"),
    "allOf with bounds": (
        "{allOf: [{type: number, minimum: 1}, {type: integer, minimum: 3}]}",
        b"4",
        "int",
        "4",
    ),
    "two classes at once": (
        f"{{allOf: [{A}, {B}]}}",
        b'{"x": 1, "y": "b"}',
        "ThingGetThingAnswer",
        "ThingGetThingAnswer(x=1, y='b')",
    ),
    "definitions in a schema": (
        "{$ref: '#/components/schemas/D'}",
        b'{"a": {"q": 1}}',
        "D",
        "D.from_dict({'a': {'q': 1}})",
    ),
    "base64 in JSON": (
        "{type: string, contentEncoding: base64, contentMediaType: image/png}",
        b'"AAA="',
        "str",
        "'AAA='",
    ),
}
MORE = """E: {type: [string, 'null'], enum: [a, null]}
    D: {type: object, $defs: {In: {type: object, properties: {q: {type: integer}}}}, properties: {a: {$ref: '#/components/schemas/D/$defs/In'}}}"""


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_comes_out_right(name: str) -> None:
    schema, body, annotation, expected = ANSWERS[name]
    client = compiled(answering(schema, schemas=MORE))
    assert client.left_out == ()
    method = client.module.ThingResource.get_thing
    assert method.__annotations__["return"].replace("builtins.", "") == annotation
    _, value = client.call(lambda api: api.thing.get_thing(), body)
    names = {each: getattr(client.module, each) for each in client.module.__all__}
    assert value == eval(expected, {}, names)  # noqa: S307 - ours


def test_bytes_of_any_media_type_stay_bytes() -> None:
    client = compiled(answering("{type: string, format: binary}", "*/*"))
    sent, value = client.call(lambda api: api.thing.get_thing(), b"\x89\xff", "image/png")
    assert value == b"\x89\xff"
    assert sent.headers["accept"] == "*/*"
    client = compiled(taking("{type: string, format: binary}", "*/*"))
    sent, _ = client.call(lambda api: api.thing.post_thing(b"\x89"), status=204)
    assert (sent.headers["content-type"], sent.content) == ("application/octet-stream", b"\x89")


def test_text_is_read_in_the_character_set_that_it_names() -> None:
    client = compiled(answering("{type: string}", "text/plain"))
    for name in ("iso-8859-1", '"ISO-8859-1"'):
        media = f"text/plain; charset={name}"
        assert (
            client.call(lambda api: api.thing.get_thing(), "Tür".encode("latin-1"), media)[1]
            == "Tür"
        )
    utf_8 = "\ufeffTür".encode()
    assert client.call(lambda api: api.thing.get_thing(), utf_8, "text/plain")[1] == "Tür"


# What is only read, or only written


def test_what_is_only_read_need_not_be_written() -> None:
    schema = "{type: object, required: [id, a, b, c], properties: {id: {type: integer, readOnly: true}, a: {type: integer}, b: {type: integer}, c: {type: integer}}}"
    client = compiled(taking(schema))
    body = client.module.ThingPostThingBody(a=1, b=2, c=3)
    sent, _ = client.call(lambda api: api.thing.post_thing(body), status=204)
    assert sent.content == b'{"a":1,"b":2,"c":3}'


def test_a_body_of_what_is_only_read_is_passed_whole() -> None:
    schema = "{type: object, properties: {id: {type: integer, readOnly: true}}}"
    client = compiled(taking(schema))
    body = client.module.ThingPostThingBody()
    sent, _ = client.call(lambda api: api.thing.post_thing(body), status=204)
    assert sent.content == b"{}"


def test_a_form_has_no_field_that_is_only_read() -> None:
    schema = "{type: object, required: [id, a], properties: {id: {type: integer, readOnly: true}, a: {type: integer}}}"
    client = compiled(taking(schema, "application/x-www-form-urlencoded"))
    sent, _ = client.call(lambda api: api.thing.post_thing(1), status=204)
    assert sent.form == [("a", "1")]


def test_what_is_only_written_need_not_come() -> None:
    schema = "{type: object, required: [pin, a], properties: {pin: {type: integer, writeOnly: true}, a: {type: integer}}}"
    client = compiled(answering(schema))
    kind = client.module.ThingGetThingAnswer
    assert kind.parse(b'{"a": 1}') == kind(a=1)


# Parameters


def test_null_has_no_form_in_a_url() -> None:
    parameter = "{name: q, in: query, required: true, schema: {type: [integer, 'null']}}"
    client = compiled(asking(parameter))
    (operation,) = [each for each in client.module.OPERATIONS if each.path == "/thing"]
    assert operation.parameters[0].type == "int"


def test_elements_are_told_apart() -> None:
    texts = "schema: {type: array, items: {type: string}}"
    client = compiled(asking(f"{{name: id, in: path, required: true, {texts}}}", "'/thing/{id}'"))
    sent, _ = client.call(lambda api: api.thing.get_thing(["a,b", "c/d"]), status=204)
    assert sent.path == "/thing/a%2Cb,c%2Fd"
    for more, delimiter in (
        ("", ","),
        ("style: pipeDelimited, ", "|"),
        ("style: spaceDelimited, ", " "),
    ):
        parameter = f"{{name: q, in: query, explode: false, {more}{texts}}}"
        client = compiled(asking(parameter))
        with pytest.raises(ValidationError, match="which would make two of it"):
            client.call(lambda api: api.thing.get_thing(q=[f"a{delimiter}b", "c"]), status=204)  # noqa: B023


def test_the_operations_own_parameter_counts() -> None:
    operation = f"""parameters: [{{name: q, in: query, required: true, schema: {{type: string}}}}]
      {NOTHING}
    parameters: [{{name: q, in: query, schema: {{type: integer}}}}, {{name: r, in: query, schema: {{type: integer}}}}]"""
    client = compiled(newer(operation))
    sent, _ = client.call(lambda api: api.thing.get_thing("a", r=1), status=204)
    assert sent.query == [("q", "a"), ("r", "1")]


@pytest.mark.parametrize("first", [0, 1])
def test_a_name_in_the_vendors_spelling_stays(first: int) -> None:
    names = ["state", "State"][:: -1 if first else 1]
    members = ", ".join(f"{name}: {{type: integer}}" for name in names)
    client = compiled(answering(f"{{type: object, properties: {{{members}}}}}"))
    body = b'{"state": 1, "State": 2}'
    _, value = client.call(lambda api: api.thing.get_thing(), body)
    assert (value.state, value.state_) == (1, 2)


# Bodies


def test_a_part_is_a_file_if_its_encoding_says_so() -> None:
    schema = "{type: object, properties: {plan: {type: string}, many: {type: array, items: {type: string}}, note: {type: string}}}"
    encoding = "{plan: {contentType: image/png}, many: {contentType: application/pdf}, note: {contentType: text/markdown}}"
    client = compiled(taking(schema, "multipart/form-data", encoding))
    sent, _ = client.call(
        lambda api: api.thing.post_thing(plan=b"\x89", many=[b"1", b"2"], note="n"), status=204
    )
    assert parts(sent.headers["content-type"], sent.content) == [
        ("plan", "plan", "image/png", b"\x89"),
        ("many", "many", "application/pdf", b"1"),
        ("many", "many", "application/pdf", b"2"),
        ("note", None, "text/markdown", b"n"),
    ]


def test_the_tighter_of_two_bounds_holds() -> None:
    for bounds in ("{maximum: 5}, {maximum: 9}", "{maximum: 9}, {maximum: 5}"):
        member = f"{{allOf: [{{type: integer}}, {bounds}]}}"
        client = compiled(taking(f"{{type: object, required: [n], properties: {{n: {member}}}}}"))
        with pytest.raises(ValidationError, match="n must be at most 5"):
            client.call(lambda api: api.thing.post_thing(6), status=204)


# What is refused

PET = "{$ref: '#/components/schemas/Pet'}"
PETS = """Pet: {type: object, required: [k], discriminator: {propertyName: k}, properties: {k: {type: string}}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}"""
NESTED = "\n    ".join(
    f"N{i}: {{oneOf: [{{$ref: '#/components/schemas/N{i + 1}'}}{', {properties: {p: {}}}' * 49}]}}"
    for i in range(6)
).replace("N6'", "A'")
CHAIN = "\n    ".join(
    f"C{i}: {{allOf: [{{$ref: '#/components/schemas/C{i + 1}'}}, {{properties: {{p{i}: {{}}}}}}]}}"
    for i in range(300)
).replace("C300'", "A'")
REFUSED = {
    "alternatives by inheritance": (
        answering(PET, schemas=PETS),
        "/components/schemas/Pet: a discriminator without oneOf",
    ),
    "members under a condition": (
        answering(
            f"{{type: object, properties: {{k: {{type: string}}}}, if: {{}}, then: {{properties: {{m: {A}}}}}}}"
        ),
        "members that only 'then' describes",
    ),
    "members that depend on another": (
        answering(
            "{type: object, properties: {k: {}}, dependentSchemas: {k: {properties: {m: {}}}}}"
        ),
        "members that only 'dependentSchemas' describes",
    ),
    "numbers written as texts": (
        answering("{type: integer, enum: ['1', '2']}"),
        "none of the values ['1', '2'] is of the type 'integer'",
    ),
    "a truth value for a number": (
        answering("{type: integer, enum: [true]}"),
        "none of the values [True]",
    ),
    "no value in both": (
        answering("{allOf: [{type: string, enum: [a]}, {enum: [b]}]}"),
        "no value is in both ['a'] and ['b']",
    ),
    "lists of two kinds": (
        answering("{allOf: [{type: array, items: {type: string}}, {items: {type: integer}}]}"),
        "two schemas that differ in 'items'",
    ),
    "an alternative of another type": (
        answering("{type: string, anyOf: [{type: string, format: date-time}, {type: integer}]}"),
        "an alternative of type ['integer'] beside the type ['string']",
    ),
    "an object or a list": (
        answering(f"{{type: [object, array], items: {A}, properties: {{q: {{}}}}}}"),
        "properties beside the type ['object', 'array']",
    ),
    "an object that is a text": (
        answering("{type: string, properties: {q: {}}}"),
        "properties beside the type 'string'",
    ),
    "required as of draft 3": (
        answering("{type: object, required: true, properties: {q: {}}}"),
        "/required: must be a list of names",
    ),
    "a type that nobody could read": (
        answering("{$ref: '#/components/schemas/N0'}", schemas=NESTED),
        "its type has too many parts",
    ),
    "a chain that nobody could follow": (
        answering("{$ref: '#/components/schemas/C0'}", schemas=CHAIN),
        "too many schemas lead to it",
    ),
    "more alternatives than anybody reads": (
        answering(f"{{oneOf: [{', '.join(['{type: integer}'] * 51)}]}}"),
        "/oneOf: more than 50 alternatives",
    ),
    "a list of schemas for elements": (
        answering("{type: array, items: [{type: string}]}"),
        "/items: is no schema",
    ),
    "an anchor": (answering("{$ref: '#here'}"), "leaves the document"),
    "definitions at the root": (answering("{$ref: '#/$defs/In'}"), "leads nowhere"),
    "a flag that is a text": (
        asking("{name: q, in: query, explode: 'false', schema: {type: integer}}"),
        "/explode: 'false' is not true or false",
    ),
    "another flag that is a text": (
        asking("{name: q, in: query, required: 'true', schema: {type: integer}}"),
        "/required: 'true' is not true or false",
    ),
    "a schema beside content": (
        asking("{name: q, in: query, schema: {type: integer}, content: {application/json: {}}}"),
        "a schema or content, not both",
    ),
    "a number of texts": (
        asking("{name: q, in: query, schema: {type: integer, enum: [a]}}"),
        "none of the values ['a']",
    ),
    "an object in a path": (
        asking("{name: id, in: path, required: true, schema: {type: object}}", "'/thing/{id}'"),
        "style 'simple' of the parameter 'id'",
    ),
    "the same parameter twice in a path": (
        asking(
            "{name: id, in: path, required: true, schema: {type: string}}", "'/thing/{id}/{id}'"
        ),
        "its path parameters and its path disagree",
    ),
    "a path with a query": (asking("", "'/thing?a=b'"), "characters that no URL path may hold"),
    "only errors": (newer("responses: {'404': {description: d}}"), "no successful answer"),
    "only a switch of protocols": (
        newer("responses: {'101': {description: d}}"),
        "no successful answer",
    ),
    "versions of a media type": (
        newer(
            f"responses: {{'200': {{description: d, content: {{'application/json; v=1': {{schema: {A}}}, 'application/json; v=2': {{schema: {B}}}}}}}}}"
        ),
        "an answer of 'application/json; v=1', 'application/json; v=2'",
    ),
    "one media type twice": (
        newer(
            f"responses: {{'200': {{description: d, content: {{'application/json': {{schema: {A}}}, 'Application/JSON; charset=utf-8': {{schema: {B}}}}}}}}}"
        ),
        "several answers of one media type differ",
    ),
    "base64 as bytes": (
        taking("{type: string, format: byte}", "application/octet-stream"),
        "a body of 'application/octet-stream'",
    ),
    "another character set": (
        taking("{type: string}", "text/plain; charset=iso-8859-1"),
        "a body of 'text/plain; charset=iso-8859-1'",
    ),
    "several parts of another kind": (
        taking("{type: object, properties: {a: {type: string}}}", "multipart/mixed"),
        "a body of 'multipart/mixed'",
    ),
    "lists of lists in a form": (
        taking(
            "{type: object, properties: {f: {type: array, items: {type: array, items: {type: integer}}}}}",
            "multipart/form-data",
        ),
        "the field 'f' holds lists of lists",
    ),
    "JSON in a simple form": (
        taking(
            "{type: object, properties: {f: {type: string}}}",
            "application/x-www-form-urlencoded",
            "{f: {contentType: application/json}}",
        ),
        "the field 'f' cannot be sent as 'application/json'",
    ),
    "a text as JSON in a part": (
        taking(
            "{type: object, properties: {f: {type: string}}}",
            "multipart/form-data",
            "{f: {contentType: application/json}}",
        ),
        "the field 'f' cannot be sent as 'application/json'",
    ),
    "an object as XML in a part": (
        taking(
            "{type: object, properties: {f: {type: object}}}",
            "multipart/form-data",
            "{f: {contentType: application/xml}}",
        ),
        "the field 'f' cannot be sent as 'application/xml'",
    ),
    "security of null": (newer(f"security: null\n      {NOTHING}"), "its security is no list"),
    "a server without a default": (
        newer(
            f"servers: [{{url: 'https://{{r}}.example', variables: {{r: {{}}}}}}]\n      {NOTHING}"
        ),
        "its server is no URL that is complete",
    ),
    "Swagger: an object in a query": (
        swagger(f"parameters: [{{name: q, in: query, type: object}}]\n      {NOTHING}"),
        "a query parameter cannot be of type 'object'",
    ),
    "Swagger: a file in a query": (
        swagger(f"parameters: [{{name: q, in: query, type: file}}]\n      {NOTHING}"),
        "a query parameter cannot be of type 'file'",
    ),
    "Swagger: a schema of a parameter": (
        swagger(
            f"parameters: [{{name: q, in: query, schema: {{type: integer}}}}]\n      {NOTHING}"
        ),
        "Swagger 2.0 has no member 'schema' here",
    ),
    "Swagger: without TLS": (
        swagger(f"schemes: [http]\n      {NOTHING}"),
        "its server 'http://api.example' has no TLS",
    ),
}


LARGE = {"a chain that nobody could follow", "a type that nobody could read"}


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[pytest.mark.slow] * (name in LARGE)) for name in REFUSED],
)
def test_what_would_be_wrong_is_refused_with_its_place(name: str) -> None:
    text, said = REFUSED[name]
    client = compiled(text)
    assert left(client) == ["/other"]
    assert said in client.refused
    for refusal in client.left_out:
        assert all(line.where.startswith("/") and line.todo for line in refusal.lines)


def test_a_server_that_is_not_complete_is_none() -> None:
    text = swagger(NOTHING, root="basePath: '/{tenant}'")
    assert compiled(text).module.SERVER == ""
    port = answering(A).replace(
        "{url: 'https://api.example'}", "{url: 'https://a:{p}', variables: {p: {default: 81}}}"
    )
    assert compiled(port).module.SERVER == "https://a:81"
