"""Parameters, servers and credentials: right on the wire, or refused by name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from nuki_core.errors import ValidationError
from tests.generator.emit.compiling import compiled
from tests.generator.emit.test_compiling_bodies import left

RESOURCE = Path(__file__).parents[3] / "generator/emit/templates/resource.py.jinja"


def swagger(parameters: str, path: str = "/thing") -> str:
    return f"""
swagger: '2.0'
info: {{title: T, version: '1'}}
host: api.example
schemes: [https]
paths:
  {path}:
    get:
      tags: [Thing]
      parameters: {parameters}
      responses: {{'204': {{description: d}}}}
  /other:
    get: {{tags: [Other], responses: {{'204': {{description: d}}}}}}
"""


def openapi3(parameters: str, more: str = "", path: str = "/thing") -> str:
    return f"""
openapi: 3.0.3
info: {{title: T, version: '1'}}
servers: [{{url: 'https://api.example/base'}}]
paths:
  {path}:
    get:
      tags: [Thing]
      parameters: {parameters}
      responses: {{'204': {{description: d}}}}
{more}
  /other:
    get: {{tags: [Other], responses: {{'204': {{description: d}}}}}}
components:
  schemas:
    Filter: {{type: object, properties: {{state: {{type: integer}}, name: {{type: string}}}}}}
    Deep: {{type: object, properties: {{inner: {{$ref: '#/components/schemas/Filter'}}}}}}
"""


LIST = "{name: q, in: query, type: array, items: {type: string}"
QUERIES: dict[str, tuple[str, Any, list[tuple[str, str]]]] = {
    "commas by default": (swagger(f"[{LIST}}}]"), ["a", "b"], [("q", "a,b")]),
    "csv": (swagger(f"[{LIST}, collectionFormat: csv}}]"), ["a", "b"], [("q", "a,b")]),
    "multi": (
        swagger(f"[{LIST}, collectionFormat: multi}}]"),
        ["a", "b&"],
        [("q", "a"), ("q", "b&")],
    ),
    "pipes": (swagger(f"[{LIST}, collectionFormat: pipes}}]"), ["a", "b"], [("q", "a|b")]),
    "ssv": (swagger(f"[{LIST}, collectionFormat: ssv}}]"), ["a", "b"], [("q", "a b")]),
}
SCHEMA = "schema: {type: array, items: {type: integer}}"
FILTER = "schema: {$ref: '#/components/schemas/Filter'}"
QUERIES |= {
    f"3: {name}": (openapi3(f"[{{name: q, in: query, {parameter}}}]"), value, sent)
    for name, parameter, value, sent in (
        ("form explodes by default", SCHEMA, [1, 2], [("q", "1"), ("q", "2")]),
        ("not exploded", f"explode: false, {SCHEMA}", [1, 2], [("q", "1,2")]),
        ("pipes do not explode", f"style: pipeDelimited, {SCHEMA}", [1, 2], [("q", "1|2")]),
        ("blanks", f"style: spaceDelimited, explode: false, {SCHEMA}", [1, 2], [("q", "1 2")]),
        (
            "an object in brackets",
            f"style: deepObject, explode: true, {FILTER}",
            {"state": 1, "name": "n"},
            [("q[state]", "1"), ("q[name]", "n")],
        ),
        ("an object by its members", FILTER, {"state": 1}, [("state", "1")]),
        ("an object in one", f"explode: false, {FILTER}", {"state": 1}, [("q", "state,1")]),
        (
            "free members",
            "style: deepObject, schema: {type: object}",
            {"a": True},
            [("q[a]", "true")],
        ),
        (
            "JSON",
            f"content: {{application/json: {{{FILTER}}}}}",
            {"state": 1},
            [("q", '{"state":1}')],
        ),
        (
            "one or several",
            "schema: {oneOf: [{type: integer}, {type: array, items: {type: integer}}]}",
            7,
            [("q", "7")],
        ),
        ("anything", "schema: {}", ["a", "b"], [("q", "a"), ("q", "b")]),
        ("nothing", SCHEMA, None, []),
    )
}


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_is_written_as_its_style_says(name: str) -> None:
    document, value, query = QUERIES[name]
    client = compiled(document)
    sent, _ = client.call(lambda api: api.thing.get_thing(q=value), status=204)
    assert sent.query == query


def test_an_object_in_a_query_may_be_a_model() -> None:
    client = compiled(openapi3(f"[{{name: q, in: query, style: deepObject, {FILTER}}}]"))
    model = client.module.Filter(state=3)
    sent, _ = client.call(lambda api: api.thing.get_thing(q=model), status=204)
    assert sent.query == [("q[state]", "3")]
    with pytest.raises(ValidationError, match="holds a list or an object"):
        client.call(lambda api: api.thing.get_thing(q={"state": [1]}), status=204)


def test_an_empty_list_is_refused_before_it_is_sent_as_no_filter() -> None:
    client = compiled(openapi3(f"[{{name: q, in: query, {SCHEMA}}}]"))
    with pytest.raises(ValidationError, match="q is empty"):
        client.call(lambda api: api.thing.get_thing(q=[]), status=204)


def test_headers_are_sent() -> None:
    client = compiled(
        openapi3("""
        - {name: X-Reason, in: header, required: true, schema: {type: string}}
        - {name: X-Codes, in: header, schema: {type: array, items: {type: integer}}}
        - {name: Authorization, in: header, schema: {type: string}}
        - {name: id, in: header, schema: {type: string}}
        - {name: id, in: query, schema: {type: string}}
""")
    )
    sent, _ = client.call(
        lambda api: api.thing.get_thing("r", x_codes=[1, 2], id_in_header="h", id_in_query="q"),
        status=204,
    )
    found = {name: sent.headers[name] for name in ("x-reason", "x-codes", "id", "authorization")}
    assert found == {
        "x-reason": "r",
        "x-codes": "1,2",
        "id": "h",
        "authorization": "Bearer made-up-token",
    }
    assert sent.query == [("id", "q")]
    with pytest.raises(ValidationError, match="X-Reason must be printable"):
        client.call(lambda api: api.thing.get_thing("a\r\nX-Evil: 1"), status=204)


REFUSED_PARAMETERS = {
    "a cookie": ("{name: c, in: cookie, schema: {type: string}}", "the cookie parameter 'c'"),
    "another matrix": (
        "{name: q, in: query, style: matrix, schema: {type: string}}",
        "style 'matrix' of the parameter 'q'",
    ),
    "brackets around a number": (
        "{name: q, in: query, style: deepObject, schema: {type: integer}}",
        "style 'deepObject'",
    ),
    "exploded pipes": (
        (
            "{name: q, in: query, style: pipeDelimited, explode: true, "
            "schema: {type: array, items: {type: string}}}"
        ),
        "with explode",
    ),
    "lists of lists": (
        "{name: q, in: query, schema: {type: array, items: {type: array}}}",
        "that no URL can hold",
    ),
    "deep objects": (
        "{name: q, in: query, style: deepObject, schema: {$ref: '#/components/schemas/Deep'}}",
        "that no URL can hold",
    ),
    "an object in a header": (
        "{name: X-Q, in: header, schema: {type: object}}",
        "style 'simple' of the parameter 'X-Q'",
    ),
    "a header of ours": ("{name: Host, in: header, schema: {type: string}}", "the header 'Host'"),
    "XML": (
        "{name: q, in: query, content: {application/xml: {schema: {type: string}}}}",
        "the content of the parameter 'q'",
    ),
    "no schema": ("{name: q, in: query}", "a parameter needs a schema"),
    "no name": ("{in: query, schema: {}}", "needs 'name' and 'in'"),
    "a reference out": ("{$ref: 'other.yaml#/q'}", "leaves the document"),
    "a reference to nothing": ("{$ref: '#/components/parameters/q'}", "leads nowhere"),
    "one that no path takes": (
        "{name: id, in: path, required: true, schema: {type: string}}",
        "its path parameters and its path disagree",
    ),
}


def test_what_cannot_be_written_is_refused(subtests: pytest.Subtests) -> None:
    for name, (parameter, said) in REFUSED_PARAMETERS.items():
        with subtests.test(name=name):
            client = compiled(openapi3(f"[{parameter}]"))
            assert left(client) == ["/other"]
            assert said in client.refused


@pytest.mark.parametrize("style", ["label", "matrix"])
def test_other_styles_of_paths_are_refused(style: str) -> None:
    parameter = (
        f"[{{name: id, in: path, required: true, style: {style}, schema: {{type: string}}}}]"
    )
    client = compiled(openapi3(parameter, path="'/thing/{id}'"))
    assert left(client) == ["/other"]
    assert f"style '{style}'" in client.refused


@pytest.mark.parametrize(
    ("parameter", "said"),
    [
        ("{name: q, in: query, type: array, collectionFormat: tsv}", "'tsv' of a query"),
        ("{name: q, in: cookie, type: string}", "unknown parameter location 'cookie'"),
        ("{$ref: '#/parameters/none'}", "does not resolve"),
        ("3", "must be an object, not a number"),
    ],
)
def test_swagger_that_cannot_be_converted_costs_its_operation_only(
    parameter: str, said: str
) -> None:
    client = compiled(swagger(f"[{parameter}]"))
    assert left(client) == ["/other"]
    assert client.refused.startswith("/paths/~1thing/get/parameters/0")
    assert said in client.refused


# Servers


def with_servers(root: str, operation: str = "") -> str:
    return f"""
openapi: 3.1.0
info: {{title: T, version: '1'}}
servers: {root}
paths:
  /thing:
    get:
      tags: [Thing]
      {operation}
      responses: {{'204': {{description: d}}}}
  /other:
    get: {{tags: [Other], responses: {{'204': {{description: d}}}}}}
"""


REGION = """
  - url: https://{region}.example/v{n}
    variables: {region: {default: eu, enum: [eu, us]}, n: {default: '2'}}
"""
SERVERS = {
    "a host": ("[{url: 'https://api.example'}]", "", "https://api.example/thing"),
    "a base path": ("[{url: 'https://api.example/v2/'}]", "", "https://api.example/v2/thing"),
    "variables": (REGION, "", "https://eu.example/v2/thing"),
    "TLS first": (
        "[{url: 'http://api.example'}, {url: 'https://api.example'}]",
        "",
        "https://api.example/thing",
    ),
    "the same again": (
        "[{url: 'https://api.example'}]",
        "servers: [{url: 'https://api.example/'}]",
        "https://api.example/thing",
    ),
    "another base path": (
        "[{url: 'https://api.example'}]",
        "servers: [{url: v9}]",
        "https://api.example/v9/thing",
    ),
    "another server without credentials": (
        "[{url: 'https://api.example'}]",
        "{servers: [{url: 'https://open.example'}], security: []}",
        "https://open.example/thing",
    ),
}


@pytest.mark.parametrize("name", SERVERS)
def test_requests_go_where_the_description_says(name: str) -> None:
    root, operation, url = SERVERS[name]
    members = operation.strip("{}") if operation.startswith("{") else operation
    text = with_servers(root, members.replace("], security", "]\n      security"))
    sent, _ = compiled(text).call(lambda api: api.thing.get_thing(), status=204)
    assert sent.url == url
    assert ("authorization" in sent.headers) is ("open" not in url)


def test_swagger_says_it_with_a_host_and_a_base_path() -> None:
    text = swagger("[]").replace("host: api.example", "host: new.example\nbasePath: /v2")
    sent, _ = compiled(text).call(lambda api: api.thing.get_thing(), status=204)
    assert sent.url == "https://new.example/v2/thing"


@pytest.mark.parametrize(
    ("server", "said"),
    [
        ("https://evil.example", "credentials would be sent to 'https://evil.example'"),
        ("http://api.example", "has no TLS"),
        ("https://{where}/", "is no URL that is complete"),
    ],
)
def test_credentials_go_to_no_other_server(server: str, said: str) -> None:
    text = with_servers("[{url: 'https://api.example'}]", f"servers: [{{url: '{server}'}}]")
    client = compiled(text)
    assert left(client) == ["/other"]
    assert said in client.refused


# Credentials


def with_security(security: str, root: str = "") -> str:
    return f"""
openapi: 3.1.0
info: {{title: T, version: '1'}}
servers: [{{url: 'https://api.example'}}]
{root}
paths:
  /thing:
    get:
      tags: [Thing]
      {security}
      responses: {{'204': {{description: d}}}}
  /other:
    get: {{tags: [Other], security: [{{bearer: []}}], responses: {{'204': {{description: d}}}}}}
components:
  securitySchemes:
    bearer: {{type: http, scheme: Bearer}}
    oauth: {{type: oauth2, flows: {{}}}}
    oidc: {{type: openIdConnect, openIdConnectUrl: 'https://api.example'}}
    basic: {{type: http, scheme: basic}}
    key: {{type: apiKey, in: header, name: X-Key}}
    tls: {{type: mutualTLS}}
"""


@pytest.mark.parametrize(
    ("security", "root", "is_signed"),
    [
        ("security: [{oauth: [a]}]", "", True),
        ("security: [{oidc: []}]", "", True),
        ("security: [{key: []}, {bearer: []}]", "", True),
        ("security: []", "", False),
        ("security: [{}, {key: []}]", "", False),
        ("", "security: [{bearer: []}]", True),
        ("", "security: []", False),
        ("", "", True),
    ],
)
def test_the_token_goes_where_it_belongs(
    security: str,
    root: str,
    is_signed: bool,  # noqa: FBT001 - a value of the table
) -> None:
    client = compiled(with_security(security, root))
    sent, _ = client.call(lambda api: api.thing.get_thing(), status=204)
    assert ("authorization" in sent.headers) is is_signed


def test_the_token_is_sent_in_place_of_no_other(subtests: pytest.Subtests) -> None:
    for beside in ("", ", bearer: []"):
        for name in ("key", "basic", "tls", "unknown"):
            with subtests.test(name=name, beside=beside):
                client = compiled(with_security(f"security: [{{{name}: []{beside}}}]"))
                assert left(client) == ["/other"]
                assert f"it needs credentials that no client has: {name}" in client.refused


def test_swaggers_own_schemes_are_refused_too() -> None:
    text = swagger("[]").replace(
        "      tags: [Thing]", "      tags: [Thing]\n      security: [{k: []}]"
    )
    text += "securityDefinitions: {k: {type: apiKey, in: query, name: key}}\n"
    client = compiled(text)
    assert left(client) == ["/other"]
    assert "no client has: k" in client.refused


# Paths


def test_a_path_may_refer_to_another() -> None:
    text = """
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://api.example'}]
paths:
  /thing: {$ref: '#/components/pathItems/shared'}
  /again: {$ref: '#/paths/~1thing'}
  /lost: {$ref: 'elsewhere.yaml'}
components:
  pathItems:
    shared:
      parameters: [{name: q, in: query, schema: {type: integer}}]
      get: {tags: [Thing], responses: {'204': {description: d}}}
"""
    client = compiled(text)
    assert left(client) == ["/thing", "/again"]
    sent, _ = client.call(lambda api: api.thing.get_again(q=1), status=204)
    assert (sent.path, sent.query) == ("/again", [("q", "1")])
    assert client.refused.startswith("/paths/~1lost/$ref: this path refers to nothing")


def test_a_path_of_swagger_may_refer_to_another() -> None:
    text = swagger("[]").replace("  /other:", "  /again: {$ref: '#/paths/~1thing'}\n  /other:")
    client = compiled(text)
    assert left(client) == ["/other", "/thing", "/again"]


@pytest.mark.parametrize("document", [swagger("[]"), openapi3("[]")])
@pytest.mark.parametrize("method", ["trace", "head", "options", "patch"])
def test_every_method_is_sent(method: str, document: str) -> None:
    text = document.replace("  /thing:\n    get:", f"  /thing:\n    {method}:")
    client = compiled(text)
    sent, _ = client.call(lambda api: getattr(api.thing, f"{method}_thing")(), status=204)
    assert sent.method == method.upper()


def test_an_unknown_method_costs_nothing_else() -> None:
    text = openapi3("[]", more="    query: {responses: {}}")
    client = compiled(text)
    assert left(client) == ["/other", "/thing"]
    assert "/paths/~1thing/query" in client.refused


def test_what_the_vendor_says_with_our_words_means_nothing() -> None:
    text = swagger("[{name: q, in: query, type: integer, x-nuki-boolean: true}]").replace(
        "      tags: [Thing]",
        "      tags: [Thing]\n      x-nuki-effect: motion\n      x-nuki-name: boo\n"
        "      X-Nuki-Timeout: 1",
    )
    client = compiled(text)
    (operation,) = [each for each in client.module.OPERATIONS if each.path == "/thing"]
    assert (operation.name, operation.effect, operation.timeout) == ("get_thing", "read", None)
    assert operation.parameters[0].type == "int"


def test_no_argument_is_called_like_what_its_resource_uses() -> None:
    lines = RESOURCE.read_text(encoding="utf-8").splitlines()
    found = [re.match(r"(?:from [a-z]\S* )?import (.*)", line) for line in lines]
    imports = [each[1] for each in found if each]
    imported = {name for each in imports for name in each.split(", ") if name[0].islower()}
    assert {"instance", "closest", "tagged", "parse_datetime"} <= imported
    texts = ", ".join(f"{{name: {name}, in: query, type: string}}" for name in sorted(imported))
    client = compiled(swagger(f"[{texts}]"))
    operation = next(each for each in client.module.OPERATIONS if each.path == "/thing")
    assert {each.wire_name for each in operation.parameters} == imported
    assert not imported & {each.name for each in operation.parameters}
