"""The control API, and the page that stands on it: the house over HTTP, for eyes and programs.

* ``GET /`` is the page, ``GET /page/{file}`` what it is made of;
* ``GET /house`` describes the house, ``GET /acts`` what hands can do (:data:`~.acts.ACTS`);
* ``POST /devices/{device}/{act}``, ``POST /bridges/{number}/{act}`` and ``POST /house/{act}`` do
  an act, with its arguments as a JSON object or without a body, and describe what it was done to;
* ``GET /wire?after={change}`` lists what went over the wire, ``GET /wire/{number}`` tells all of
  one entry, ``GET /live`` tells it as it happens (:mod:`.live`);
* ``GET /scenario`` is the house as a scenario file, ``PUT /scenario`` replaces the house by one;
* ``GET /about`` says where the APIs are, and whether others in the network can reach them.

What cannot be done is answered with 400 and ``{"error": ...}``. A web page in a browser must not
press buttons here, nor look: a request whose ``Host`` or ``Origin`` is not the simulator's own gets
a 403, and so does what a browser asks for on behalf of another site.
"""

from __future__ import annotations

from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Final

import attrs
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from nuki_core.json import dumps, loads

from .acts import ACTS, ActError, Place, find_act, find_target
from .descriptions import describe
from .live import events
from .page_files import INDEX, page_file
from .scenario import ScenarioError, restore_scenario
from .scenario_text import write_scenario
from .wire_views import line, whole

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Mapping

    from starlette.requests import Request

    from nuki_core.json import JsonValue

    from .simulator import Simulator

    App = Callable[[Any, Any, Any], Awaitable[None]]

_LARGEST: Final = 65_536
_LARGEST_SCENARIO: Final = 1 << 20
_TOML: Final = "application/toml"
_PLACES: Final = {"devices": Place.DEVICE, "bridges": Place.BRIDGE, "house": Place.HOUSE}
_ELSEWHERE: Final = frozenset({"cross-site", "same-site"})
_PROTECTION: Final[Mapping[str, str]] = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
        " object-src 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


@attrs.frozen(kw_only=True)
class Site:
    """Where the control API is served.

    ``hosts`` are the values of ``Host`` under which it is reached. ``web_url`` and ``control_url``
    are where the Web API and it itself are. ``exposed`` says that other machines can reach them;
    any address of this machine is then a good ``Host``. ``over`` says when the server is to stop,
    and ``replaced`` is called when the house was replaced by another.
    """

    hosts: Collection[str]
    web_url: str
    control_url: str
    exposed: bool = False
    over: Callable[[], bool] = lambda: False
    replaced: Callable[[], object] = lambda: None


def control_app(simulator: Simulator, site: Site) -> App:
    """Serve the control API and the page."""
    control = _Control(simulator, site)
    routes = [
        Route("/", control.page),
        Route("/page/{file}", control.page),
        Route("/about", control.about),
        Route("/house", control.house),
        Route("/acts", control.acts),
        Route("/wire", control.wire),
        Route("/wire/{number:int}", control.wire_entry),
        Route("/live", control.live),
        Route("/scenario", control.scenario, methods=["GET", "PUT"]),
        Route("/{place}/{act}", control.perform, methods=["POST"]),
        Route("/{place}/{key}/{act}", control.perform, methods=["POST"]),
    ]
    refusals = dict.fromkeys((ActError, ScenarioError, _RefusalError), _refused)
    app = Starlette(routes=routes, exception_handlers=refusals)

    async def guarded(scope: Any, receive: Any, send: Any) -> None:
        """Keep out other pages of the browser, and names that were made to point here."""

        async def protected(message: Any) -> None:
            if message["type"] == "http.response.start":
                more = [
                    (name.lower().encode(), text.encode()) for name, text in _PROTECTION.items()
                ]
                message = {**message, "headers": [*message["headers"], *more]}
            await send(message)

        reason = "not the simulator's own Host or Origin"
        forbidden = _json({"error": reason}, HTTPStatus.FORBIDDEN)
        await (app if _is_own(scope, site) else forbidden)(scope, receive, protected)

    return guarded


class _RefusalError(Exception):
    """Raised to answer with a status and the reason for it."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


async def _refused(_request: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, _RefusalError) else HTTPStatus.BAD_REQUEST
    return _json({"error": str(error)}, status)


@attrs.frozen(eq=False)
class _Control:
    """What is answered to whom the guard let in."""

    simulator: Simulator
    site: Site

    async def page(self, request: Request) -> Response:
        found = page_file(request.path_params.get("file", INDEX))
        if found is None:
            raise _RefusalError(HTTPStatus.NOT_FOUND, "the page has no such file")
        return Response(found.content, media_type=found.media_type)

    async def about(self, _: Request) -> Response:
        try:
            own_version = version("nuki-simulator")
        except PackageNotFoundError:  # it runs from a folder
            own_version = ""
        return _json(
            {
                "version": own_version,
                "webUrl": self.site.web_url,
                "controlUrl": self.site.control_url,
                "exposed": self.site.exposed,
            }
        )

    async def house(self, _: Request) -> Response:
        with self.simulator.lock:
            self.simulator.clock.catch_up()
            return _json(describe(self.simulator, self.simulator))

    async def acts(self, _: Request) -> Response:
        return _json([act.to_dict() for act in ACTS])

    async def perform(self, request: Request) -> Response:
        path = request.path_params
        if path["place"] not in _PLACES:
            reason = f"expected one of {', '.join(_PLACES)}"
            raise _RefusalError(HTTPStatus.NOT_FOUND, reason)
        place, body = _PLACES[path["place"]], await _body(request, _LARGEST)
        act = find_act(place, path["act"])
        try:
            given: JsonValue = loads(body) if body else {}
        except (ValueError, RecursionError):
            raise ActError("the body is no JSON") from None
        if not isinstance(given, dict):
            raise ActError(f"the body is a {type(given).__name__}; expected an object of arguments")
        with self.simulator.lock:
            self.simulator.clock.catch_up()
            target = find_target(self.simulator, place, path.get("key", ""))
            act.perform(self.simulator, target, given)
            return _json(describe(self.simulator, target))

    async def wire(self, request: Request) -> Response:
        after = request.query_params.get("after", "0")
        if not after.isdecimal():
            reason = f"after is {after!r}; expected an integer"
            raise _RefusalError(HTTPStatus.BAD_REQUEST, reason)
        with self.simulator.lock:
            news = self.simulator.wire.since(int(after))
            entries: list[JsonValue] = [line(self.simulator, entry) for entry in news.entries]
        return _json({"entries": entries, "lost": news.lost, "upto": news.upto})

    async def wire_entry(self, request: Request) -> Response:
        with self.simulator.lock:
            entry = self.simulator.wire.find(request.path_params["number"])
            if entry is None:
                raise _RefusalError(HTTPStatus.NOT_FOUND, "the log no longer has this entry")
            urls = {"web_url": self.site.web_url, "control_url": self.site.control_url}
            return _json(whole(self.simulator, entry, **urls))

    async def live(self, request: Request) -> Response:
        last = request.headers.get("last-event-id") or request.query_params.get("after", "")
        told = events(self.simulator, last, self.site.over)
        return StreamingResponse(told, media_type="text/event-stream")

    async def scenario(self, request: Request) -> Response:
        if request.method == "GET":
            with self.simulator.lock:
                self.simulator.clock.catch_up()
                return Response(write_scenario(self.simulator), media_type=_TOML)
        body = await _body(request, _LARGEST_SCENARIO)
        try:
            text = body.decode()
        except UnicodeDecodeError:
            raise ScenarioError("scenario: it is not UTF-8") from None
        with self.simulator.lock:
            self.simulator.clock.catch_up()
            start = self.simulator.clock.real_now()
            restore_scenario(self.simulator, text, "scenario", start)
            self.site.replaced()
            return _json(describe(self.simulator, self.simulator))


def _is_own(scope: Any, site: Site) -> bool:
    headers, hosts = Headers(scope=scope), {*site.hosts}
    if site.exposed and scope.get("server"):
        # An address, unlike a name, cannot be made to point here by somebody else.
        address, port = scope["server"]
        hosts.add(f"{address}:{port}")
    if headers.get("host") not in hosts:
        return False
    if headers.get("origin") not in {None, *(f"http://{host}" for host in hosts)}:
        return False
    # Who follows a link to the page asks for nothing but the page.
    opened = scope["path"] == "/" and headers.get("sec-fetch-mode") == "navigate"
    return opened or headers.get("sec-fetch-site") not in _ELSEWHERE


async def _body(request: Request, largest: int) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            reason = f"more than {largest} bytes"
            raise _RefusalError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, reason)
    return body


def _json(value: JsonValue, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(dumps(value), status_code=status, media_type="application/json")
