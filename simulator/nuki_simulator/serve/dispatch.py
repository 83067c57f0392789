"""From a request to its response, the same for transports, ASGI apps and servers.

:func:`receive` takes a request, and :func:`proceed` goes on after a wait; whoever carries the
response does the waiting in between. A client that gives up leaves the rest to
:func:`finish_alone`.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import attrs

from nuki.servers import WEB_API
from nuki_simulator.bridge import (
    answer_bridge,
    answer_discovery,
    bridge_operation,
    discovery_operation,
)
from nuki_simulator.messages import Ending, HttpResponse, Wait, text_response
from nuki_simulator.web import answer_web, web_operation

from .faults import FaultKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.request import Operation
    from nuki_simulator.messages import HttpRequest, Reply
    from nuki_simulator.world.bridges import Bridge

    from .faults import FaultRule
    from .simulator import Simulator

_WEB_HOST: Final = urlsplit(WEB_API).hostname
_BAD_GATEWAY: Final = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>"
)
NO_CONNECTION: Final = HttpResponse(0, ending=Ending.REFUSED)


@attrs.frozen
class Host:
    """Who answers: a bridge, or without one the vendor's server."""

    bridge: Bridge | None = None

    @property
    def api(self) -> str:
        """The name that fault rules have for it."""
        return "web" if self.bridge is None else "bridge"

    def operation(self, request: HttpRequest) -> Operation | None:
        """Find the operation that a request addresses."""
        if self.bridge is not None:
            return bridge_operation(request)
        return web_operation(request) or discovery_operation(request)


def host_at(simulator: Simulator, name: str, port: int | None) -> Host | None:
    """Find who answers at a host name and port; ``None`` if nobody does."""
    if name == _WEB_HOST:
        return Host()
    for bridge in simulator.bridges:
        if (name, port) == (bridge.ip, bridge.port):
            return Host(bridge)
    return None


def receive(simulator: Simulator, host: Host, request: HttpRequest) -> Reply:
    """Answer a request, unless a fault rule applies to it."""
    with simulator.lock:
        call, operation = simulator.begin(), host.operation(request)
        rule = simulator.faults.match(lambda rule: rule.applies(host.api, operation))
        fault = None if rule is None else rule.kind
        reply: Reply
        if rule is not None and rule.kind in _INSTEAD:
            reply = _INSTEAD[rule.kind](rule)
        elif host.bridge is not None:
            reply = answer_bridge(simulator, host.bridge, request)
        elif discovery_operation(request) is not None:
            reply = answer_discovery(simulator)
        else:
            reply = answer_web(simulator, request)
        if rule is not None and rule.kind in _SPOILED:
            reply = _spoiled(reply, rule)
        return simulator.wire.asked(request, operation, host.bridge, call, fault, reply)


def proceed(simulator: Simulator, wait: Wait) -> Reply:
    """Go on after a wait."""
    with simulator.lock:
        simulator.clock.catch_up()
        return wait.then()


def finish_alone(simulator: Simulator, wait: Wait, seconds: float) -> None:
    """Carry a request to its end although nobody waits for the answer any more."""

    def go_on() -> None:
        reply = wait.then()
        if isinstance(reply, Wait):
            finish_alone(simulator, reply, reply.seconds)

    with simulator.lock:
        simulator.clock.after(seconds, go_on)


def _spoiled(reply: Reply, rule: FaultRule) -> Reply:
    """Spoil the answer once it is there."""
    if isinstance(reply, Wait):
        return Wait(reply.seconds, lambda: _spoiled(reply.then(), rule))
    return _SPOILED[rule.kind](reply, rule)


def _with_wrong_type(answer: HttpResponse, _rule: FaultRule) -> HttpResponse:
    wrong = {"application/json": "text/html"}
    headers = tuple(
        (name, wrong.get(value.partition(";")[0], "application/json"))
        if name.lower() == "content-type"
        else (name, value)
        for name, value in answer.headers
    )
    return attrs.evolve(answer, headers=headers)


_INSTEAD: Final[dict[FaultKind, Callable[[FaultRule], HttpResponse]]] = {
    FaultKind.REFUSE: lambda _: NO_CONNECTION,
    FaultKind.RESET_BEFORE: lambda _: HttpResponse(0, ending=Ending.RESET),
    FaultKind.BAD_GATEWAY: lambda _: text_response(
        HTTPStatus.BAD_GATEWAY, _BAD_GATEWAY, "text/html"
    ),
    FaultKind.TOO_MANY_REQUESTS: lambda rule: HttpResponse(
        HTTPStatus.TOO_MANY_REQUESTS, headers=(("Retry-After", f"{rule.seconds:g}"),)
    ),
}
"""Answers to requests that a fault keeps from being carried out."""

_SPOILED: Final[dict[FaultKind, Callable[[HttpResponse, FaultRule], HttpResponse]]] = {
    FaultKind.RESET_AFTER: lambda answer, _: attrs.evolve(answer, ending=Ending.RESET),
    FaultKind.STALL: lambda answer, rule: attrs.evolve(
        answer, ending=Ending.STALLED, seconds=rule.seconds
    ),
    FaultKind.TRUNCATE: lambda answer, _: attrs.evolve(answer, ending=Ending.TRUNCATED),
    FaultKind.CONTENT_TYPE: _with_wrong_type,
}
"""What becomes of answers to requests that were carried out."""
