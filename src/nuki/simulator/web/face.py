"""The Web API as a function from a request to an answer."""

from __future__ import annotations

from collections import deque
from http import HTTPStatus
from math import ceil
from typing import TYPE_CHECKING, Final

from nuki.simulator.messages import Answer
from nuki.simulator.routing import Router
from nuki.web import OPERATIONS
from nuki_core.json import dumps
from nuki_core.model import plain

from .arguments import read_arguments
from .bodies import read_body
from .calls import Call
from .cloud import Cloud
from .handlers import HANDLERS
from .happenings import install_web
from .oauth import OAUTH, OAUTH_OPERATIONS
from .refusals import INVALID_TOKEN, NOT_AUTHORIZED, Refused, error_body, usual_shape

if TYPE_CHECKING:
    from nuki.simulator.accounts import Token
    from nuki.simulator.messages import Incoming
    from nuki.simulator.routing import Route
    from nuki.simulator.world import Simulator
    from nuki_core.request import Operation

_ROUTER: Final = Router((*OPERATIONS, *OAUTH_OPERATIONS))
_JSON: Final = ("Content-Type", "application/json")
_BEARER: Final = "bearer "


def web_operation(_simulator: Simulator, request: Incoming) -> Operation | None:
    """The operation that a request addresses, or ``None``."""
    route = _ROUTER.route(request.method, request.path)
    return route.operation if route else None


def answer_web(simulator: Simulator, request: Incoming) -> Answer:
    """What the Web API answers; ``simulator.begin()`` must have counted the request.

    What the request sets going happens later, on the simulator's clock.
    """
    install_web(simulator)
    cloud = Cloud.of(simulator)
    try:
        route = _ROUTER.route(request.method, request.path)
        if route is None:
            raise _unrouted(request)
        if route.operation in OAUTH_OPERATIONS:
            return OAUTH[route.operation.name](cloud, request)
        return _answered(cloud, route, request)
    except Refused as refused:
        return _refusal(cloud, refused)


def _answered(cloud: Cloud, route: Route, request: Incoming) -> Answer:
    call = _call(cloud, route, request)
    handler = HANDLERS.get(route.key)
    if handler is None:
        text = f"The simulator does not know {'.'.join(route.key)}.\n".encode()
        return Answer(HTTPStatus.NOT_IMPLEMENTED, text, (("Content-Type", "text/plain"),))
    value = handler(call)
    if value is None:
        return Answer(HTTPStatus.NO_CONTENT)
    return Answer(HTTPStatus.OK, dumps(plain(value)), (_JSON,))


def _call(cloud: Cloud, route: Route, request: Incoming) -> Call:
    operation = route.operation
    bearer = _authorized(cloud, operation, request)
    owner = cloud.simulator.account.account_id if bearer is None else bearer.account_id
    arguments = read_arguments(operation, route.path_values, request.query)
    body = read_body(operation.body, request.body)
    return Call(cloud, operation, cloud.account(owner), bearer, arguments, body)


def _authorized(cloud: Cloud, operation: Operation, request: Incoming) -> Token | None:
    if not operation.signed:
        return None
    header = request.headers.get("authorization", "")
    is_bearer = header[: len(_BEARER)].lower() == _BEARER
    token = cloud.token(header[len(_BEARER) :].strip()) if is_bearer else None
    if token is None:
        raise Refused(HTTPStatus.UNAUTHORIZED, INVALID_TOKEN)
    _require_pace(cloud, token)
    if not token.allows(operation.scopes):
        raise Refused(HTTPStatus.UNAUTHORIZED, NOT_AUTHORIZED)
    return token


def _require_pace(cloud: Cloud, token: Token) -> None:
    allowed, window = cloud.settings.requests_per_window, cloud.settings.window
    if allowed is None:
        return
    now = cloud.simulator.clock.elapsed
    recent = cloud.state.recent.setdefault(token.text, deque())
    while recent and recent[0] <= now - window:
        recent.popleft()
    if len(recent) >= allowed:
        wait = ceil(recent[0] + window - now) if recent else ceil(window)
        raise Refused(
            HTTPStatus.TOO_MANY_REQUESTS, "Too many requests", {"Retry-After": str(max(1, wait))}
        )
    recent.append(now)


def _refusal(cloud: Cloud, refused: Refused) -> Answer:
    shape = cloud.settings.error_shape or usual_shape(refused.status)
    body = error_body(refused.status, refused.message, shape)
    media = [("Content-Type", body.media_type)] if body.media_type else []
    return Answer(refused.status, body.content, (*media, *refused.headers.items()))


def _unrouted(request: Incoming) -> Refused:
    methods = _ROUTER.methods(request.path)
    if not methods:
        return Refused(HTTPStatus.NOT_FOUND)
    allowed = ", ".join(sorted(methods))
    return Refused(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": allowed})
