"""Operations, requests and settings as small as a test needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from nuki_core.auth import BearerToken
from nuki_core.call import Settings
from nuki_core.decode import json_object
from nuki_core.redaction import Secrets
from nuki_core.request import Operation, Request
from nuki_core.request_queue import RequestQueue
from nuki_core.responses import web_api_error
from nuki_core.retry import RetryPolicy
from nuki_core.transport import PreparedRequest

if TYPE_CHECKING:
    from nuki_core.json import JsonObject

TOKEN: Final = "made-up-token"
SERVER: Final = "http://127.0.0.1:8080"


def _request() -> Request[JsonObject]:
    return Request(READ, "/things", json_object)


READ: Final = Operation(
    "GET", "/things", "things", "list", (), None, {200: "object"}, ("things.read",), _request
)
CHANGE: Final = attrs.evolve(READ, method="POST", effect="change")
MOTION: Final = attrs.evolve(READ, method="POST", effect="motion")


def request_of(operation: Operation = READ, **parts: Any) -> Request[JsonObject]:
    return Request(operation, parts.pop("path", "/things"), json_object, **parts)


def anything(request: Request[Any]) -> None:
    """A check that refuses nothing."""


def settings(**changes: Any) -> Settings:
    usual: dict[str, Any] = {
        "base_url": SERVER,
        "scheme": BearerToken(TOKEN),
        "api_errors": web_api_error,
        "check": anything,
        "queue": RequestQueue(),
        "usual_timeout": 5.0,
        "retry": RetryPolicy(pause=0.001, longest_pause=0.002),
    }
    return Settings(**{**usual, **changes})


def prepared(operation: Operation = READ, **changes: Any) -> PreparedRequest:
    usual: dict[str, Any] = {
        "operation": operation,
        "url": f"{SERVER}/things",
        "headers": [],
        "content": None,
        "secrets": Secrets(),
        "timeout": 5.0,
        "longest_body": 1 << 20,
    }
    return PreparedRequest(**{**usual, **changes})
