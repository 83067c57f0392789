"""Bodies: each construct goes onto the wire as the description says, or is refused by name."""

# ruff: noqa: E501 - a schema reads best on one line

from __future__ import annotations

from email import message_from_bytes
from typing import Any

import pytest

from nuki_core.errors import ValidationError
from nuki_core.request import File
from nuki_core.unset import UNSET
from tests.generator.emit.compiling import Client, compiled


def swagger(operation: str, more: str = "") -> str:
    return f"""
swagger: '2.0'
info: {{title: T, version: '1'}}
host: api.example
schemes: [https]
paths:
  /thing:
    post:
      tags: [Thing]
      responses: {{'204': {{description: d}}}}
{operation}
{more}"""


def openapi3(body: str, more: str = "", version: str = "3.1.0") -> str:
    return f"""
openapi: {version}
info: {{title: T, version: '1'}}
servers: [{{url: 'https://api.example'}}]
paths:
  /thing:
    post:
      tags: [Thing]
      responses: {{'204': {{description: d}}}}
      requestBody: {body}
{more}"""


def parts(content_type: str, content: bytes) -> list[tuple[str, str | None, str, bytes]]:
    """Name, file name, media type and content of each part of a multipart body."""
    message = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + content)
    return [
        (
            str(part.get_param("name", header="Content-Disposition")),
            part.get_filename(),
            part.get_content_type() if part["Content-Type"] else "",
            bytes(part.get_payload(decode=True) or b""),  # type: ignore[arg-type]
        )
        for part in message.walk()
        if not part.is_multipart()
    ]


FORM = """
      parameters:
        - {name: title, in: formData, required: true, type: string}
        - {name: tags, in: formData, type: array, items: {type: string}}
        - {name: sizes, in: formData, type: array, items: {type: integer}, collectionFormat: multi}
        - {name: loud, in: formData, type: boolean}
"""


def test_a_form_is_sent_as_a_form() -> None:
    client = compiled(swagger(FORM))
    sent, _ = client.call(
        lambda api: api.thing.post_thing("a&b", tags=["x", "y"], sizes=[1, 2], loud=True),
        status=204,
    )
    assert sent.headers["content-type"] == "application/x-www-form-urlencoded"
    expected = [("title", "a&b"), ("tags", "x,y"), ("sizes", "1"), ("sizes", "2"), ("loud", "true")]
    assert sent.form == expected
    assert client.module.OPERATIONS[0].parameters[0].location == "form"


@pytest.mark.parametrize("consumes", ["", "consumes: [application/json, multipart/form-data]"])
def test_a_form_with_a_file_is_sent_in_parts(consumes: str) -> None:
    form = f"""
      {consumes}
      parameters:
        - {{name: title, in: formData, type: string}}
        - {{name: picture, in: formData, required: true, type: file}}
"""
    client = compiled(swagger(form))
    sent, _ = client.call(lambda api: api.thing.post_thing(b"\x00\xff", title="n"), status=204)
    assert parts(sent.headers["content-type"], sent.content) == [
        ("title", None, "", b"n"),
        ("picture", "picture", "application/octet-stream", b"\x00\xff"),
    ]
    named = File(b"GIF", 'a"\r\nb.gif', "image/gif")
    sent, _ = client.call(lambda api: api.thing.post_thing(named), status=204)
    ((name, _file, media, content),) = parts(sent.headers["content-type"], sent.content)
    assert (name, media, content) == ("picture", "image/gif", b"GIF")
    assert b'filename="a%22%0D%0Ab.gif"' in sent.content
    with pytest.raises(ValidationError, match="media type"):
        File(b"", "a", "image/gif\r\nX: y")


def test_parts_of_every_kind() -> None:
    body = """
        required: true
        content:
          multipart/form-data:
            encoding: {plan: {contentType: 'application/pdf, image/png'}}
            schema:
              type: object
              required: [meta]
              properties:
                meta: {type: object, properties: {note: {type: string}}}
                plan: {type: string, contentMediaType: application/pdf}
                more: {type: array, items: {type: string, format: binary}}
"""
    client = compiled(openapi3(body))
    meta = client.module.ThingPostThingBodyMeta(note="n")
    sent, _ = client.call(
        lambda api: api.thing.post_thing(meta, plan=b"%PDF", more=[b"1", File(b"2", "two")]),
        status=204,
    )
    assert parts(sent.headers["content-type"], sent.content) == [
        ("meta", None, "application/json", b'{"note":"n"}'),
        ("plan", "plan", "application/pdf", b"%PDF"),
        ("more", "more", "application/octet-stream", b"1"),
        ("more", "two", "application/octet-stream", b"2"),
    ]


BODIES: dict[str, tuple[str, Any, str, bytes]] = {
    "bytes": (
        "{required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}",
        b"\x00\xfe",
        "application/octet-stream",
        b"\x00\xfe",
    ),
    "a file without a schema": (
        "{required: true, content: {image/png: {}}}",
        b"PNG",
        "image/png",
        b"PNG",
    ),
    "text": (
        "{required: true, content: {text/plain: {schema: {type: string}}}}",
        "Tür",
        "text/plain; charset=utf-8",
        "Tür".encode(),
    ),
    "XML as text": (
        "{required: true, content: {application/xml: {schema: {type: string}}}}",
        "<a/>",
        "application/xml",
        b"<a/>",
    ),
    "a string in JSON": (
        "{required: true, content: {application/json: {schema: {type: string}}}}",
        "Tür",
        "application/json",
        '"Tür"'.encode(),
    ),
    "a JSON type of its own": (
        "{required: true, content: {application/merge-patch+json: {schema: {type: object}}}}",
        {"a": None},
        "application/merge-patch+json",
        b'{"a":null}',
    ),
    "JSON rather than anything else": (
        (
            "{required: true, content: {application/xml: {schema: {type: object}}, "
            "'application/json; charset=utf-8': {schema: {type: object}}}}"
        ),
        {"a": 1},
        "application/json",
        b'{"a":1}',
    ),
    "any type means JSON": (
        "{required: true, content: {'*/*': {schema: {type: array, items: {type: integer}}}}}",
        [1],
        "application/json",
        b"[1]",
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_sent_as_what_it_is(name: str) -> None:
    body, value, media, content = BODIES[name]
    client = compiled(openapi3(body))
    sent, _ = client.call(lambda api: api.thing.post_thing(value), status=204)
    assert (sent.headers["content-type"], sent.content) == (media, content)


def test_text_by_swagger() -> None:
    body = """
      consumes: [text/plain]
      parameters: [{name: body, in: body, required: true, schema: {type: string}}]
"""
    client = compiled(swagger(body))
    sent, _ = client.call(lambda api: api.thing.post_thing("x"), status=204)
    assert (sent.headers["content-type"], sent.content) == ("text/plain; charset=utf-8", b"x")


def test_a_body_may_be_optional() -> None:
    body = "{content: {application/json: {schema: {type: object, nullable: true}}}}"
    client = compiled(openapi3(body, version="3.0.3"))
    sent, _ = client.call(lambda api: api.thing.post_thing(), status=204)
    assert sent.content == b""
    assert "content-type" not in sent.headers
    sent, _ = client.call(lambda api: api.thing.post_thing(body=UNSET), status=204)
    assert sent.content == b""
    sent, _ = client.call(lambda api: api.thing.post_thing(body=None), status=204)
    assert sent.content == b"null"


SCHEMAS = """
components:
  schemas:
    Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}, tricks: {type: integer}}}
"""


def test_a_map_of_models_can_be_sent() -> None:
    body = """
        required: true
        content:
          application/json:
            schema: {type: object, additionalProperties: {$ref: '#/components/schemas/Cat'}}
"""
    client = compiled(openapi3(body, SCHEMAS))
    cat = client.module.Cat(kind="cat", lives=9)
    sent, _ = client.call(lambda api: api.thing.post_thing({"tom": cat}), status=204)
    assert sent.content == b'{"tom":{"kind":"cat","lives":9}}'
    assert client.module.OPERATIONS[0].body == "dict[str, Cat]"


def test_a_choice_of_models_can_be_sent() -> None:
    body = """
        required: true
        content:
          application/json:
            schema:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
"""
    client = compiled(openapi3(body, SCHEMAS))
    dog = client.module.Dog(kind="dog", tricks=1)
    sent, _ = client.call(lambda api: api.thing.post_thing(dog), status=204)
    assert sent.content == b'{"kind":"dog","tricks":1}'
    assert client.module.OPERATIONS[0].body == "Cat | Dog"


REFUSED = {
    "XML of an object": (
        "{required: true, content: {application/xml: {schema: {type: object}}}}",
        "'application/xml'",
    ),
    "an image of any kind": ("{required: true, content: {image/*: {}}}", "'image/*'"),
    "lines of JSON": (
        "{required: true, content: {application/x-ndjson: {schema: {type: object}}}}",
        "'application/x-ndjson'",
    ),
    "no media type": ("{required: true, content: {}}", "no media type"),
    "a form of anything": (
        "{required: true, content: {multipart/form-data: {schema: {type: object}}}}",
        "a form without properties",
    ),
    "a file in a simple form": (
        (
            "{required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, "
            "properties: {f: {type: string, format: binary}}}}}}"
        ),
        "the field 'f' is a file",
    ),
    "an object in a simple form": (
        (
            "{required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, "
            "properties: {f: {type: object}}}}}}"
        ),
        "the field 'f' is an object",
    ),
    "headers of a part": (
        (
            "{required: true, content: {multipart/form-data: {encoding: {f: {headers: {X: {}}}}, "
            "schema: {type: object, properties: {f: {type: string}}}}}}"
        ),
        "the encoding of the field 'f'",
    ),
}
OTHER = """
  /other:
    get: {tags: [Other], responses: {'204': {description: d}}}
"""


def left(client: Client) -> list[str]:
    return [operation.path for operation in client.module.OPERATIONS]


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_sent_is_refused_and_the_rest_is_there(name: str) -> None:
    body, said = REFUSED[name]
    client = compiled(openapi3(body, OTHER))
    assert left(client) == ["/other"]
    assert said in client.refused
    assert client.refused.startswith("/paths/~1thing/post: ")
    assert "so POST /thing is left out" in client.refused
