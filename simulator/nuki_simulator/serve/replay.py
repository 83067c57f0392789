"""A logged request once more: the call behind it, and the same as a command and as code.

What is made here is meant to be copied, so it works against the running simulator: tokens stand in
it, and a bridge's signature, which is good for one request only, becomes its plain token.
"""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

import attrs

from nuki import bridge, web
from nuki_core.content import encoded
from nuki_core.datetimes import parse_datetime
from nuki_core.errors import NukiError
from nuki_core.ids import DeviceType, SmartlockId
from nuki_core.json import loads
from nuki_core.model import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nuki_core.json import JsonObject, JsonValue
    from nuki_core.request import Operation, Parameter
    from nuki_simulator.messages import HttpRequest

    from .wire import Exchange, Hand

SIGNATURE: Final = frozenset({"token", "ctoken", "nonce", "ts", "rnr", "hash"})
"""Parameters with which a request to a bridge is signed."""

_LIST: Final = re.compile(r"list\[(\w+)\](?: \| None)?")
_TRUE: Final = {"1": True, "true": True, "0": False, "false": False}
_NUMBERS: Final = frozenset({"int", "NukiId", "SmartlockId"})
_TOPLEVEL: Final = frozenset({"DeviceType"})
_SCHEMES: Final = {"token": "PlainToken", "hash": "HashedToken"}


@attrs.frozen
class _Value:
    """A value of an argument, how it is written in Python, and the names that this needs."""

    value: Any
    source: str
    names: frozenset[str] = frozenset()


class _UnusualError(Exception):
    """No call of our clients sends this."""


# What was asked


def arguments(exchange: Exchange) -> JsonObject:
    """List the arguments of a request by their Python names, as they came."""
    operation, request = exchange.operation, exchange.request
    if operation is None:
        return {name: value for name, value in request.query if name not in SIGNATURE}
    found: JsonObject = {}
    for parameter in operation.parameters:
        given = _given(parameter, operation, request)
        if given is not None:
            found[parameter.name] = given
    return found


def _given(parameter: Parameter, operation: Operation, request: HttpRequest) -> JsonValue:
    if parameter.location == "path":
        template, parts = operation.path.split("/"), request.path.split("/")
        return dict(zip(template, parts, strict=False)).get(f"{{{parameter.wire_name}}}")
    if parameter.location == "query":
        return request.arguments.get(parameter.wire_name)
    body = body_of(request)
    if not parameter.wire_name:
        return body
    return body.get(parameter.wire_name) if isinstance(body, dict) else None


def body_of(request: HttpRequest) -> JsonValue:
    """Read a request's body; ``None`` if it is no JSON."""
    try:
        found: JsonValue = loads(request.body)
    except (ValueError, RecursionError):
        return None
    return found


# As a command


def as_curl(exchange: Exchange, base_url: str) -> str:
    """Write the request as a ``curl`` command."""
    request = exchange.request
    query = [(name, value) for name, value in request.query if name not in SIGNATURE]
    if exchange.bridge is not None and len(query) < len(request.query):
        query.append(("token", exchange.bridge.token or ""))
    url = f"{base_url}{request.path}" + (f"?{urlencode(query, quote_via=quote)}" if query else "")
    words = ["curl", *(["-X", request.method] if request.method != "GET" else []), url]
    for name in ("authorization", "content-type"):
        if name in request.headers:
            words += ["-H", f"{name.title()}: {request.headers[name]}"]
    if request.body:
        words += ["--data-binary", request.body.decode(errors="replace")]
    return shlex.join(words)


# As code


def as_python(exchange: Exchange, base_url: str) -> str | None:
    """Write the request as a program that uses our client; ``None`` if no call of it sends this."""
    operation = exchange.operation
    module = web if exchange.bridge is None else bridge
    if operation is not None and operation.server:
        return f"from nuki import discover\n\nprint(discover(server={_quoted(base_url)}))\n"
    if operation is None or operation not in module.OPERATIONS:
        return None
    try:
        values = _values(exchange, operation)
        if not _same(operation, values, exchange.request):
            return None
    except (_UnusualError, NukiError, TypeError, ValueError):
        return None
    client = "WebClient" if exchange.bridge is None else "BridgeClient"
    name = "web" if exchange.bridge is None else "bridge"
    created, needed = _client(exchange, client, base_url)
    used = needed.union(*(value.names for value in values.values()))
    first = used & ({client} | _TOPLEVEL | {*_SCHEMES.values()})
    given = ", ".join(f"{each}={value.source}" for each, value in values.items())
    lines = [f"from nuki import {', '.join(sorted(first))}"]
    if "datetime" in used:
        lines = ["from datetime import datetime", "", *lines]
    if others := used - first - {"datetime"}:
        lines.append(f"from nuki.{name} import {', '.join(sorted(others))}")
    lines += [
        "",
        f"with {created} as {name}:",
        f"    print({name}.{operation.resource}.{operation.name}({given}))",
        "",
    ]
    return "\n".join(lines)


def act_as_python(hand: Hand) -> str:
    """Write an act as a line of a test that uses our fixtures for pytest."""
    given = ", ".join(
        f"{name}={_quoted(value) if isinstance(value, str) else value!r}"
        for name, value in hand.arguments.items()
    )
    if hand.place == "house":
        return f"nuki_simulator.{hand.act}({given})"
    place = (
        f"nuki_simulator.bridges[{int(hand.key) - 1}]"
        if hand.place == "bridges"
        else f"nuki_simulator.find({_quoted(hand.key)})"
    )
    return f"nuki_simulator.at({place}).{hand.act}({given})"


def act_as_curl(hand: Hand, control_url: str) -> str:
    """Write an act as a request to the control API."""
    parts = [hand.place, hand.key, hand.act] if hand.key else [hand.place, hand.act]
    url = "/".join([control_url, *(quote(part, safe="") for part in parts)])
    body = ["-d", json.dumps(dict(hand.arguments))] if hand.arguments else ["-X", "POST"]
    return shlex.join(["curl", *body, url])


def _quoted(text: str) -> str:
    # A text in JSON is one in Python, too.
    return json.dumps(text, ensure_ascii=False)


def _client(exchange: Exchange, client: str, base_url: str) -> tuple[str, frozenset[str]]:
    """How a client is made that signs as the request was signed."""
    request = exchange.request
    if exchange.bridge is None:
        token = request.headers.get("authorization", "").partition(" ")[2]
        made = f"WebClient({_quoted(token)}, base_url={_quoted(base_url)})"
        return made, frozenset({client})
    signed = [scheme for name, scheme in _SCHEMES.items() if name in request.arguments]
    scheme = f", scheme={signed[0]}" if signed else ""
    token = exchange.bridge.token or ""

    made = f"BridgeClient({_quoted(base_url)}, {_quoted(token)}{scheme})"
    return made, frozenset({client, *signed[:1]})


def _values(exchange: Exchange, operation: Operation) -> dict[str, _Value]:
    given = arguments(exchange)
    module = web if exchange.bridge is None else bridge
    opener = _is_opener(given)
    return {
        parameter.name: _value(parameter, given[parameter.name], module, opener=opener)
        for parameter in operation.parameters
        if parameter.name in given
    }


def _is_opener(given: Mapping[str, JsonValue]) -> bool:
    kind, smartlock_id = given.get("device_type"), given.get("smartlock_id")
    if isinstance(smartlock_id, str) and smartlock_id.isdecimal():
        return SmartlockId(int(smartlock_id)).device_type == DeviceType.OPENER
    return kind == str(int(DeviceType.OPENER))


def _value(parameter: Parameter, given: JsonValue, module: Any, *, opener: bool) -> _Value:
    text = parameter.location != "body"
    if many := _LIST.fullmatch(parameter.type):
        elements = given.split(",") if text and isinstance(given, str) else given
        if not isinstance(elements, list):
            raise _UnusualError
        found = [_scalar(many[1], each, module, opener=opener) for each in elements]
        names = frozenset[str]().union(*(each.names for each in found))
        source = f"[{', '.join(each.source for each in found)}]"
        return _Value([each.value for each in found], source, names)
    return _scalar(parameter.type, given, module, opener=opener)


def _scalar(kind: str, given: JsonValue, module: Any, *, opener: bool) -> _Value:
    kind = kind.removesuffix(" | None")
    if " | " in kind:
        kind = kind.split(" | ")[opener]
    if given is None or kind == "str":
        return _Value(given, _quoted(given) if isinstance(given, str) else repr(given))
    if kind == "bool":
        value = given if isinstance(given, bool) else _TRUE[str(given)]
        return _Value(value, repr(value))
    if kind in _NUMBERS:
        return _Value(int(str(given)), str(int(str(given))))
    if kind == "datetime":
        moment = parse_datetime(given)
        if isinstance(moment, str):
            raise _UnusualError
        written = f"datetime.fromisoformat({_quoted(moment.isoformat())})"
        return _Value(moment, written, frozenset({"datetime"}))
    declared: Any = DeviceType if kind == "DeviceType" else getattr(module, kind)
    if issubclass(declared, Model):
        if not isinstance(given, dict):
            raise _UnusualError
        model = declared.from_dict(given)
        return _Value(model, f"{kind}.from_dict({given!r})", frozenset({kind}))
    return _member(declared, kind, given)


def _member(declared: Any, kind: str, given: JsonValue) -> _Value:
    numeric = isinstance(given, int) or (isinstance(given, str) and given.lstrip("-").isdecimal())
    member = declared(int(str(given)) if numeric else given)
    if not member.is_known or not str(member.name).isidentifier():
        return _Value(member, repr(member.value))
    return _Value(member, f"{kind}.{member.name}", frozenset({kind}))


def _same(operation: Operation, values: Mapping[str, _Value], request: HttpRequest) -> bool:
    """Whether the call sends what was sent, but for the signature."""
    call = operation.request(**{name: each.value for name, each in values.items()})
    sent = [each for each in request.query if each[0] not in SIGNATURE]
    _, content = encoded(call) or ("", b"")
    bodies = (loads(content) if content else None, body_of(request) if request.body else None)
    return (
        call.path == request.path and sorted(call.query) == sorted(sent) and bodies[0] == bodies[1]
    )
