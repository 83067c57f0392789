"""The Web API as a function from a request to an answer."""

from __future__ import annotations

from collections import deque
from http import HTTPStatus
from math import ceil
from typing import TYPE_CHECKING, Final

from nuki.web import OPERATIONS
from nuki_core.json import dumps
from nuki_core.model import to_jsonable
from nuki_simulator.messages import HttpResponse, Router, not_simulated

from . import (
    account_users,
    accounts,
    activity_logs,
    addresses,
    advanced_api,
    api_keys,
    authorizations,
    catalog,
    notifications,
    smartlocks,
)
from .cloud import Call, Cloud
from .decoding import read_arguments, read_body
from .errors import INVALID_TOKEN, NOT_AUTHORIZED, ApiError, error_body, usual_shape
from .oauth import OAUTH, OAUTH_OPERATIONS

if TYPE_CHECKING:
    from nuki_core.request import Operation
    from nuki_simulator.messages import HttpRequest
    from nuki_simulator.world.world import Token, World


HANDLERS: Final = {
    **account_users.HANDLERS,
    **accounts.HANDLERS,
    **activity_logs.HANDLERS,
    **addresses.HANDLERS,
    **advanced_api.HANDLERS,
    **api_keys.HANDLERS,
    **authorizations.HANDLERS,
    **catalog.HANDLERS,
    **notifications.HANDLERS,
    **smartlocks.HANDLERS,
}
"""Resource and name of every operation, and the function that answers it."""

_ROUTER: Final = Router((*OPERATIONS, *OAUTH_OPERATIONS))
_JSON: Final = ("Content-Type", "application/json")
_BEARER: Final = "bearer "


def web_operation(request: HttpRequest) -> Operation | None:
    """Find the operation that a request addresses."""
    route = _ROUTER.route(request.method, request.path)
    return route.operation if route else None


def answer_web(world: World, request: HttpRequest) -> HttpResponse:
    """Answer a request to the Web API; ``world.begin()`` must have counted it.

    What the request sets going happens later, on the world's clock.
    """
    cloud = Cloud.of(world)
    try:
        return _answer(cloud, request)
    except ApiError as refused:
        shape = cloud.settings.error_shape or usual_shape(refused.status)
        body = error_body(refused.status, refused.message, shape)
        media = [("Content-Type", body.media_type)] if body.media_type else []
        return HttpResponse(refused.status, body.content, (*media, *refused.headers.items()))


def _answer(cloud: Cloud, request: HttpRequest) -> HttpResponse:
    route = _ROUTER.route(request.method, request.path)
    if route is None:
        allowed = ", ".join(sorted(_ROUTER.methods(request.path)))
        if not allowed:
            raise ApiError(HTTPStatus.NOT_FOUND)
        raise ApiError(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": allowed})
    operation = route.operation
    if operation in OAUTH_OPERATIONS:
        return OAUTH[operation.name](cloud, request)
    handler = HANDLERS.get(route.key)
    if handler is None:
        return not_simulated(operation)
    bearer = _authorize(cloud, operation, request)
    owner = cloud.world.account.account_id if bearer is None else bearer.account_id
    arguments = read_arguments(operation, route.path_values, request.query)
    body = read_body(operation.body, request.body, strict=cloud.settings.strict)
    value = handler(Call(cloud, operation, cloud.account(owner), bearer, arguments, body))
    if value is None:
        return HttpResponse(HTTPStatus.NO_CONTENT)
    return HttpResponse(HTTPStatus.OK, dumps(to_jsonable(value)), (_JSON,))


def _authorize(cloud: Cloud, operation: Operation, request: HttpRequest) -> Token | None:
    if not operation.signed:
        return None
    header = request.headers.get("authorization", "")
    is_bearer = header[: len(_BEARER)].lower() == _BEARER
    token = cloud.token(header[len(_BEARER) :].strip()) if is_bearer else None
    if token is None:
        raise ApiError(HTTPStatus.UNAUTHORIZED, INVALID_TOKEN)
    _limit_rate(cloud, token)
    if not token.allows(operation.scopes):
        raise ApiError(HTTPStatus.UNAUTHORIZED, NOT_AUTHORIZED)
    return token


def _limit_rate(cloud: Cloud, token: Token) -> None:
    allowed, window = cloud.settings.requests_per_window, cloud.settings.window
    if allowed is None:
        return
    now = cloud.world.clock.elapsed
    recent = cloud.state.recent.setdefault(token.text, deque())
    while recent and recent[0] <= now - window:
        recent.popleft()
    if len(recent) >= allowed:
        wait = ceil(recent[0] + window - now) if recent else ceil(window)
        raise ApiError(
            HTTPStatus.TOO_MANY_REQUESTS, "Too many requests", {"Retry-After": str(max(1, wait))}
        )
    recent.append(now)
