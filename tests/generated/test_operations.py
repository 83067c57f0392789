"""The table of operations, and the resources that carry each of them out."""

from __future__ import annotations

import ast
import asyncio
import inspect
import json
import re
from inspect import getmembers, isclass, isfunction, ismethod
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

import attrs
import pytest

import nuki_core.errors
from nuki_core.enums import OpenValue
from nuki_core.model import Model
from nuki_core.request import AsyncSender, Operation, Request, Sender
from nuki_generated import bridge, web

if TYPE_CHECKING:
    from types import ModuleType

T = TypeVar("T")
GENERATED = Path(__file__).parents[2] / "generated"
APIS: dict[str, ModuleType] = {"web": web, "bridge": bridge}
OPERATIONS = [(api, operation) for api, module in APIS.items() for operation in module.OPERATIONS]


class Echo(Sender):
    """A client that answers every request with the request itself."""

    def send(self, request: Request[T], /) -> T:
        return request  # type: ignore[return-value]


class AsyncEcho(AsyncSender):
    """As Echo, asynchronous."""

    async def send(self, request: Request[T], /) -> T:
        return request  # type: ignore[return-value]


class WebEcho(Echo, web.WebApi):
    pass


class AsyncWebEcho(AsyncEcho, web.AsyncWebApi):
    pass


class BridgeEcho(Echo, bridge.BridgeApi):
    pass


class AsyncBridgeEcho(AsyncEcho, bridge.AsyncBridgeApi):
    pass


ECHOES: dict[str, tuple[Sender, AsyncSender]] = {
    "web": (WebEcho(), AsyncWebEcho()),
    "bridge": (BridgeEcho(), AsyncBridgeEcho()),
}


def arguments(api: str, operation: Operation) -> dict[str, Any]:
    """Something for every required argument."""
    found: dict[str, Any] = {
        parameter.name: f"{parameter.name}/?" if parameter.type == "str" else 17618910285
        for parameter in operation.parameters
        if parameter.required and parameter.location != "body"
    }
    for parameter in operation.parameters:
        if parameter.location == "body":
            kind = parameter.type if parameter.wire_name else operation.body
            found[parameter.name] = value(api, kind or "")
    return found


def value(api: str, kind: str) -> Any:
    """A value of a field's type, or a body as a whole."""
    kind = kind.removesuffix(" | None").split(" | ")[0]
    if kind in {"int", "SmartlockId", "float"}:
        return 7
    if kind == "bool":
        return True
    if kind.startswith("list["):
        return [value(api, kind.removeprefix("list[").removesuffix("]"))]
    enum: Any = getattr(APIS[api], kind, None)
    if isclass(enum) and issubclass(enum, OpenValue):
        return next(iter(enum))  # type: ignore[call-overload]
    return body(api, kind)


def body(api: str, kind: str) -> Any:
    if kind == "str":
        return "x"
    if kind == "JsonObject":
        return {"note": kind}
    return getattr(APIS[api], kind).from_dict({"note": kind})


def document(api: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GENERATED / "openapi" / f"{api}.json").read_text("utf-8"))
    return found


def test_every_operation_of_the_documents_is_there() -> None:
    for api in ("web", "bridge"):
        described = {
            (method.upper(), path)
            for path, item in document(api)["paths"].items()
            for method in item
            if method in {"get", "put", "post", "delete"}
        }
        table = [(operation.method, operation.path) for operation in APIS[api].OPERATIONS]
        assert sorted(table) == sorted(described)


@pytest.mark.slow
def test_sync_async_and_table_build_the_same_request(subtests: pytest.Subtests) -> None:
    for api, operation in OPERATIONS:
        with subtests.test(api=api, operation=operation.name):
            given = arguments(api, operation)
            resources = [getattr(echo, operation.resource) for echo in ECHOES[api]]
            sync, asynchronous = (getattr(resource, operation.name) for resource in resources)
            requests = [
                sync(**given),
                asyncio.run(asynchronous(**given)),
                operation.request(**given),
            ]
            first = requests[0]
            assert first.operation is operation
            assert all(
                (r.path, r.query, r.body) == (first.path, first.query, first.body) for r in requests
            )


@pytest.mark.slow
def test_requests_put_every_argument_where_it_belongs(subtests: pytest.Subtests) -> None:
    for api, operation in OPERATIONS:
        with subtests.test(api=api, operation=operation.name):
            request = operation.request(**arguments(api, operation))
            template = re.sub(r"\{.*?\}", "([^/]+)", operation.path)
            assert re.fullmatch(template, request.path)
            assert "{" not in request.path
            in_path = {p.wire_name for p in operation.parameters if p.location == "path"}
            assert in_path == set(re.findall(r"\{(.*?)\}", operation.path))
            in_query = {
                p.wire_name for p in operation.parameters if p.location == "query" and p.required
            }
            assert {name for name, _ in request.query} == in_query
            in_body = {p.wire_name for p in operation.parameters if p.location == "body"}
            if in_body == {""}:
                element = (operation.body or "").removeprefix("list[").removesuffix("]")
                note = {"note": element}
                assert request.body in (note, [note], ["x"])
            elif in_body:
                assert isinstance(request.body, dict)
                assert request.body.keys() == in_body


@pytest.mark.slow
def test_docstrings_say_what_a_caller_needs(subtests: pytest.Subtests) -> None:
    for api, operation in OPERATIONS:
        with subtests.test(api=api, operation=operation.name):
            name = "".join(word.capitalize() for word in operation.resource.split("_"))
            for prefix in ("", "Async"):
                method = getattr(getattr(APIS[api], f"{prefix}{name}Resource"), operation.name)
                doc = " ".join((inspect.getdoc(method) or "").split())
                assert f"`{operation.method} {operation.path}`" in doc
                assert all(f"`{scope}`" in doc for scope in operation.scopes)
                errors = dict(re.findall(r"(\w+Error): .*? \((\d{3})\)\.", doc))
                declared = {str(s) for s in operation.responses if s >= 400}
                in_body = {p.name for p in operation.parameters if p.location == "body"}
                assert set(errors.values()) - {"200"} == declared
                assert all(hasattr(nuki_core.errors, error) for error in errors)
                for parameter in inspect.signature(method).parameters.values():
                    # The vendor may leave out what a member of the body is.
                    is_described = parameter.name == "self" or f"{parameter.name}: " in doc
                    assert is_described or parameter.name in in_body


@pytest.mark.slow
def test_no_answer_is_of_type_any(subtests: pytest.Subtests) -> None:
    for path in sorted(GENERATED.rglob("resources/*.py")):
        with subtests.test(path=path.name):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    assert node.returns is not None
                    assert "Any" not in ast.unparse(node.returns)


@pytest.mark.slow
@pytest.mark.parametrize("api", APIS)
def test_type_hints_of_every_method_can_be_read(api: str) -> None:
    """Frameworks that validate or inject arguments read them."""
    module = APIS[api]
    classes = [found for name in module.__all__ if isclass(found := getattr(module, name))]
    found = [each for kind in classes for _, each in getmembers(kind)]
    functions = [each for each in found if isfunction(each) or ismethod(each)]
    ours = [each for each in functions if each.__module__.startswith("nuki_")]
    assert len(ours) > len(module.OPERATIONS) * 2
    for function in ours:
        assert isinstance(get_type_hints(function), dict)
    for operation in module.OPERATIONS:
        assert "return" in get_type_hints(operation.request)
    for kind in classes:
        assert isinstance(get_type_hints(kind), dict)


def test_answers_that_may_be_empty_are_none() -> None:
    (update,) = [
        operation
        for operation in web.OPERATIONS
        if (operation.resource, operation.name) == ("account_user", "update")
    ]
    request = update.request(account_user_id=1, body=web.AccountUserUpdate())
    assert request.decode(b"") is None
    assert isinstance(request.decode(b'{"accountUserId": 7}'), web.AccountUser)


def test_whatever_moves_a_bolt_says_so() -> None:
    for module in APIS.values():
        for operation in module.OPERATIONS:
            moves = bool(re.search(r"/(action\b|lock$|unlock$|lockAction$)", operation.path))
            assert (operation.effect == "motion") == moves, operation


def test_discovery_is_asked_elsewhere_and_without_credentials() -> None:
    (discovery,) = [o for o in bridge.OPERATIONS if o.resource == "discovery"]
    assert (discovery.server, discovery.signed) == ("https://api.nuki.io", False)


SECRETS = {
    "SmartlockAdminPinUpdate": {"adminPin": 4321},
    "SmartlockAuthCreate": {"code": 987654},
    "SmartlockAuthUpdate": {"code": 987654},
    "SmartlockAuth": {"code": 987654},
    "AccountUpdate": {"password": "correct horse"},
    "ApiKeyToken": {"accessToken": "s3cr3t"},
    "DecentralWebhook": {"secret": "s3cr3t"},
    "AccountConfig": {"alexaPin": "4321", "gactionsHomePin": "8765"},
    "AccountOtpEnable": {"otp": "123123"},
}


def test_secrets_stay_out_of_the_repr(subtests: pytest.Subtests) -> None:
    for name, fields in SECRETS.items():
        with subtests.test(name=name):
            model: type[Any] = getattr(web, name)
            text = repr(model.from_dict(fields))
            assert not [value for value in fields.values() if str(value) in text]
            assert text.count("=...") == len(fields)


def test_models_are_attrs_classes_with_slots() -> None:
    models = [
        found
        for module in APIS.values()
        for name in module.__all__
        if isinstance(found := getattr(module, name), type) and issubclass(found, Model)
    ]
    assert len(models) > 90
    for model in models:
        assert attrs.has(model)
        assert not hasattr(model.from_dict({}), "__dict__")  # type: ignore[attr-defined]
