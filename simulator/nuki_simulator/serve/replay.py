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
    from nuki_core.json import JsonObject, JsonValue
    from nuki_core.request import Operation
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
    path = dict(zip(operation.path.split("/"), request.path.split("/"), strict=False))
    query, body = request.arguments, body_of(request)
    found: JsonObject = {}
    for parameter in operation.parameters:
        given: JsonValue = None
        if parameter.location == "path":
            given = path.get(f"{{{parameter.wire_name}}}")
        elif parameter.location == "query":
            given = query.get(parameter.wire_name)
        elif not parameter.wire_name:
            given = body
        elif isinstance(body, dict):
            given = body.get(parameter.wire_name)
        if given is not None:
            found[parameter.name] = given
    return found


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
    except (_UnusualError, NukiError, TypeError, ValueError):
        return None
    # The client signs as the request was signed.
    if exchange.bridge is None:
        name, client, schemes = "web", "WebClient", []
        token = exchange.request.headers.get("authorization", "").partition(" ")[2]
        created = f"WebClient({_quoted(token)}, base_url={_quoted(base_url)})"
    else:
        name, client = "bridge", "BridgeClient"
        schemes = [_SCHEMES[each] for each in _SCHEMES if each in exchange.request.arguments][:1]
        scheme = "".join(f", scheme={each}" for each in schemes)
        token = exchange.bridge.token or ""
        created = f"BridgeClient({_quoted(base_url)}, {_quoted(token)}{scheme})"
    used = {client, *schemes}.union(*(value.names for value in values.values()))
    first = used & {client, *schemes, *_TOPLEVEL}
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


def _values(exchange: Exchange, operation: Operation) -> dict[str, _Value]:
    """Find the arguments of the call that sends what was sent, but for the signature."""
    given, request = arguments(exchange), exchange.request
    module = web if exchange.bridge is None else bridge
    kind, smartlock_id = given.get("device_type"), given.get("smartlock_id")
    if isinstance(smartlock_id, str) and smartlock_id.isdecimal():
        opener = SmartlockId(int(smartlock_id)).device_type == DeviceType.OPENER
    else:
        opener = kind == str(int(DeviceType.OPENER))
    values: dict[str, _Value] = {}
    for parameter in operation.parameters:
        if parameter.name in given:
            value, many = given[parameter.name], _LIST.fullmatch(parameter.type)
            if many is None:
                values[parameter.name] = _scalar(parameter.type, value, module, opener=opener)
                continue
            if parameter.location != "body" and isinstance(value, str):
                value = [*value.split(",")]
            if not isinstance(value, list):
                raise _UnusualError
            found = [_scalar(many[1], each, module, opener=opener) for each in value]
            names = frozenset[str]().union(*(each.names for each in found))
            source = f"[{', '.join(each.source for each in found)}]"
            values[parameter.name] = _Value([each.value for each in found], source, names)
    call = operation.request(**{name: each.value for name, each in values.items()})
    query = [each for each in request.query if each[0] not in SIGNATURE]
    _, content = encoded(call) or ("", b"")
    bodies = (loads(content) if content else None, body_of(request) if request.body else None)
    if call.path != request.path or sorted(call.query) != sorted(query) or bodies[0] != bodies[1]:
        raise _UnusualError
    return values


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
    numeric = isinstance(given, int) or (isinstance(given, str) and given.lstrip("-").isdecimal())
    member = declared(int(str(given)) if numeric else given)
    named = member.is_known and str(member.name).isidentifier()
    source = f"{kind}.{member.name}" if named else repr(member.value)
    return _Value(member, source, frozenset({kind} if named else ()))
