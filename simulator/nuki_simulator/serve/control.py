"""The control API: the acts of :data:`~.acts.ACTS` over HTTP, for a desk, a page, another language.

* ``GET /`` describes the house, ``GET /acts`` the acts;
* ``POST /devices/{device}/{act}``, ``POST /bridges/{number}/{act}`` and ``POST /house/{act}`` do
  one, with its arguments as a JSON object or without a body, and describe what it was done to.

What cannot be done is answered with 400 and ``{"error": ...}``. A web page in a browser must not
press buttons here: a request whose ``Host`` or ``Origin`` is not the simulator's own gets a 403.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.routing import Route

from nuki_core.json import dumps, loads

from .acts import ACTS, ActError, Place, describe, find_act, find_target

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection

    from starlette.requests import Request

    from nuki_core.json import JsonObject, JsonValue

    from .simulator import Simulator

    App = Callable[[Any, Any, Any], Awaitable[None]]

_LARGEST: Final = 65_536
_PLACES: Final = {"devices": Place.DEVICE, "bridges": Place.BRIDGE, "house": Place.HOUSE}


def control_app(simulator: Simulator, hosts: Collection[str]) -> App:
    """Serve the control API; ``hosts`` are the values of ``Host`` under which it is reached."""

    async def house(_: Request) -> Response:
        with simulator.lock:
            simulator.clock.catch_up()
            return _json(describe(simulator))

    async def acts(_: Request) -> Response:
        return _json([act.to_dict() for act in ACTS])

    async def perform(request: Request) -> Response:
        path, body = request.path_params, await _body(request)
        if path["place"] not in _PLACES:
            return _refused(HTTPStatus.NOT_FOUND, f"expected one of {', '.join(_PLACES)}")
        if body is None:
            return _refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {_LARGEST} bytes")
        place = _PLACES[path["place"]]
        try:
            act, given = find_act(place, path["act"]), _arguments(body)
            with simulator.lock:
                simulator.clock.catch_up()
                target = find_target(simulator, place, path.get("key", ""))
                act.perform(simulator, target, given)
                return _json(describe(target))
        except ActError as error:
            return _refused(HTTPStatus.BAD_REQUEST, str(error))

    routes = [
        Route("/", house),
        Route("/acts", acts),
        Route("/{place}/{act}", perform, methods=["POST"]),
        Route("/{place}/{key}/{act}", perform, methods=["POST"]),
    ]
    return _guarded(Starlette(routes=routes), hosts)


def _guarded(app: App, hosts: Collection[str]) -> App:
    """Keep out other pages of the browser, and names that were made to point here."""
    origins = {None, *(f"http://{host}" for host in hosts)}

    async def guarded(scope: Any, receive: Any, send: Any) -> None:
        headers = Headers(scope=scope)
        own = headers.get("host") in hosts and headers.get("origin") in origins
        refused = _refused(HTTPStatus.FORBIDDEN, "not the simulator's own Host or Origin")
        await (app if own else refused)(scope, receive, send)

    return guarded


async def _body(request: Request) -> bytes | None:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST:
            return None
    return body


def _arguments(body: bytes) -> JsonObject:
    if not body:
        return {}
    try:
        found: JsonValue = loads(body)
    except (ValueError, RecursionError):
        raise ActError("the body is no JSON") from None
    if not isinstance(found, dict):
        raise ActError(f"the body is a {type(found).__name__}; expected an object of arguments")
    return found


def _json(value: JsonValue, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(dumps(value), status_code=status, media_type="application/json")


def _refused(status: HTTPStatus, reason: str) -> Response:
    return _json({"error": reason}, status)
