"""Recorded requests and answers held against the corrected descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from nuki_core.model import Model
from nuki_simulator.messages import HttpResponse
from tools.cassettes.cassette import wire_value
from tools.cassettes.described import description, faults, problems, resolved
from tools.cassettes.origins import APIS, origin_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.cassettes.cassette import Cassette


def request_faults(cassette: Cassette) -> list[str]:
    """What of a recorded request is not as its operation is described."""
    return [*_address_faults(cassette), *_parameter_faults(cassette), *_body_faults(cassette)]


def answer_faults(cassette: Cassette, *, strict: bool = True) -> list[str]:
    """What of a recorded answer is not as described."""
    response = cassette.interaction["response"]
    headers = tuple((name.title(), values[0]) for name, values in response["headers"].items())
    body = response["body"]["string"]
    content = body if isinstance(body, bytes) else body.encode()
    answer = HttpResponse(response["status"]["code"], content, headers)
    return problems(cassette.api, cassette.operation, answer, strict=strict)


def is_of(value: object, kind: str | None, api: Any) -> bool:
    """Whether a decoded answer has the type that the table of operations declares."""
    if kind is None:
        return value is None
    if kind.startswith("list["):
        inner = kind.removeprefix("list[").removesuffix("]")
        return isinstance(value, list) and all(is_of(element, inner, api) for element in value)
    if kind in {"str", "JsonObject"}:
        return isinstance(value, str if kind == "str" else dict)
    return isinstance(value, getattr(APIS[api], kind)) and isinstance(value, Model)


def _address_faults(cassette: Cassette) -> Iterator[str]:
    request, operation = cassette.interaction["request"], cassette.operation
    parts = urlsplit(request["uri"])
    if f"{parts.scheme}://{parts.netloc}" != origin_of(cassette.api, operation):
        yield f"addressed to {parts.netloc}"
    if request["method"] != operation.method:
        yield f"method {request['method']}"
    signed = "authorization" in request["headers"] or dict(cassette.query).keys() >= {
        "ctoken",
        "nonce",
    }
    if signed != operation.signed:
        yield "signed" if signed else "not signed"


def _parameter_faults(cassette: Cassette) -> Iterator[str]:
    document = description(cassette.api)
    item = document["paths"][cassette.operation.path]
    described = [
        resolved(document, each)
        for each in (*item.get("parameters", ()), *item[_method(cassette)].get("parameters", ()))
    ]
    schemas = {(each["in"], each["name"]): each["schema"] for each in described}
    given = {"path": cassette.path_values, "query": dict(cassette.query)}
    for parameter in cassette.operation.parameters:
        if parameter.location == "body":
            continue
        value = given[parameter.location].get(parameter.wire_name)
        schema = schemas[parameter.location, parameter.wire_name]
        if value is None:
            if parameter.required:
                yield f"{parameter.wire_name} is missing"
        elif not _fits(document, schema, value, wire_value(parameter, value)):
            yield f"{parameter.wire_name} is {value}"
    yield from (f"{name} is undeclared" for name in cassette.undeclared())


def _fits(document: dict[str, Any], schema: dict[str, Any], text: str, value: object) -> bool:
    # A truth value is written as 1 or 0 where the description says so.
    number = int(text) if text in {"0", "1"} else value
    return any(not faults(document, schema, each) for each in (value, number))


def _body_faults(cassette: Cassette) -> Iterator[str]:
    document = description(cassette.api)
    described = document["paths"][cassette.operation.path][_method(cassette)].get("requestBody")
    if described is None:
        if cassette.interaction["request"]["body"]:
            yield "a body where none is declared"
        return
    (media, content), *_ = resolved(document, described)["content"].items()
    if cassette.interaction["request"]["headers"].get("content-type") != [media]:
        yield f"the body is not {media}"
    yield from faults(document, content["schema"], cassette.body)


def _method(cassette: Cassette) -> str:
    return cassette.operation.method.lower()
