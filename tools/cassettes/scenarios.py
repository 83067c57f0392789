"""What is recorded from the simulator: for each cassette a home, and a call to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from nuki_simulator import bridge_app, web_app
from nuki_simulator.bridge import HANDLERS as BRIDGE_HANDLERS
from nuki_simulator.web import HANDLERS as WEB_HANDLERS

from .bridge_scenarios import BRIDGE_CALLS, BRIDGE_ERRORS
from .home import CODE, TOKEN, Home, full_home
from .house import TOKEN as BRIDGE_TOKEN
from .house import House, house
from .origins import OPERATIONS
from .requests import request_of
from .web_scenarios import WEB_ERRORS, web_arguments

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from starlette.applications import Starlette

    from nuki_core.request import Request
    from nuki_simulator import Simulator

    from .origins import Api


@attrs.frozen
class Prepared:
    """A scenario that is set up: the app that answers, and the request with its token."""

    simulator: Simulator
    app: Starlette
    token: str
    request: Request[Any]


@attrs.frozen
class Scenario:
    """A cassette to be recorded; ``name`` is ``resource.method``.

    ``status`` is that of the expected error response, or ``None``; 200 is a bridge's
    ``"success": false``.
    """

    api: Api
    name: str
    status: int | None = None

    @property
    def path(self) -> str:
        """Where its cassette lies, below the folder of all."""
        suffix = "" if self.status is None else f".{self.status}"
        return f"{self.api}/{self.name}{suffix}.yaml"

    def prepare(self) -> Prepared:
        """Set it up."""
        operation = OPERATIONS[self.api, self.name]
        if self.api == "web":
            home = lived_in_home()
            if self.status is None:
                arguments = web_arguments(self.name, home)
            else:
                arguments = WEB_ERRORS[self.name, self.status](home)
            request = request_of(operation, arguments)
            return Prepared(home.simulator, web_app(home.simulator), home.token, request)
        at = house()
        prepare: Callable[[House], dict[str, Any]]
        if self.status is None:
            prepare = BRIDGE_CALLS.get(self.name, lambda _: {})
        else:
            prepare = BRIDGE_ERRORS[self.name, self.status]
        request = request_of(operation, prepare(at))
        app = web_app(at.simulator) if operation.server else bridge_app(at.simulator, at.bridge)
        token = "NotTheToken" if self.status == 401 else BRIDGE_TOKEN
        return Prepared(at.simulator, app, token, request)


def lived_in_home() -> Home:
    """One of everything, and something in the logs."""
    home = full_home()
    assert home.token == TOKEN
    home.simulator.at(home.lock).enter_code(CODE)
    home.simulator.at(home.opener).press_bell()
    home.later(60)
    return home


def scenarios() -> Iterator[Scenario]:
    """Every operation that the simulator knows, and the error responses that matter."""
    handlers: dict[Api, Container[tuple[str, str]]] = {
        "web": WEB_HANDLERS,
        "bridge": BRIDGE_HANDLERS,
    }
    for (api, name), operation in OPERATIONS.items():
        # What a server of the vendor's answers for bridges, every simulator knows.
        if operation.server or (operation.resource, operation.name) in handlers[api]:
            yield Scenario(api, name)
    errors = ((name, status) for name, status in WEB_ERRORS if ("web", name) in OPERATIONS)
    yield from (Scenario("web", name, status) for name, status in errors)
    yield from (Scenario("bridge", name, status) for name, status in BRIDGE_ERRORS)
