"""What is recorded from the simulator: for each cassette a home, and a call in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from nuki.simulator.asgi import bridge_app, web_app
from nuki.simulator.web import HANDLERS
from tests.nuki.simulator.house import TOKEN as BRIDGE_TOKEN
from tests.nuki.simulator.house import House, house
from tests.nuki.simulator.web.home import CODE, TOKEN, Home, full_home

from .origins import OPERATIONS
from .scenes_bridge import BRIDGE_CALLS, BRIDGE_REFUSALS
from .scenes_web import WEB_REFUSALS, web_arguments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.applications import Starlette

    from nuki.simulator import Simulator
    from nuki_core.request import Request

    from .origins import Api


@attrs.frozen
class Played:
    """A scene that is set: who answers, and what to ask, signed with which token."""

    simulator: Simulator
    app: Starlette
    token: str
    request: Request[Any]


@attrs.frozen
class Scene:
    """A cassette to be made; ``name`` is ``resource.method``, ``status`` that of a refusal.

    The status 200 of a refusal is a bridge's ``"success": false``.
    """

    api: Api
    name: str
    status: int | None = None

    @property
    def path(self) -> str:
        """Where its cassette lies, below the folder of all."""
        suffix = "" if self.status is None else f".{self.status}"
        return f"{self.api}/{self.name}{suffix}.yaml"

    def play(self) -> Played:
        """Set it up."""
        return self._at_home() if self.api == "web" else self._in_house()

    def _at_home(self) -> Played:
        home = lived_in_home()
        if self.status is None:
            arguments = web_arguments(self.name, home)
        else:
            arguments = WEB_REFUSALS[self.name, self.status](home)
        request = OPERATIONS["web", self.name].request(**arguments)
        return Played(home.simulator, web_app(home.simulator), home.token, request)

    def _in_house(self) -> Played:
        at, token = house(), BRIDGE_TOKEN
        prepare: Callable[[House], dict[str, Any]]
        if self.status is None:
            prepare = BRIDGE_CALLS.get(self.name, lambda _: {})
        else:
            prepare = BRIDGE_REFUSALS[self.name, self.status]
        arguments = prepare(at)
        if self.status == 401:
            token = "NotTheToken"
        operation = OPERATIONS["bridge", self.name]
        app = web_app(at.simulator) if operation.server else bridge_app(at.simulator, at.bridge)
        return Played(at.simulator, app, token, operation.request(**arguments))


def lived_in_home() -> Home:
    """One of everything, and something in the logs."""
    home = full_home()
    assert home.token == TOKEN
    home.simulator.at(home.lock).enter_code(CODE)
    home.simulator.at(home.opener).press_bell()
    home.later(60)
    return home


def scenes() -> Iterator[Scene]:
    """Every operation of both APIs that the simulator knows, and the refusals that matter."""
    known = {".".join(key) for key in HANDLERS}
    yield from (Scene(api, name) for api, name in OPERATIONS if api == "bridge" or name in known)
    refusals = ((name, status) for name, status in WEB_REFUSALS if ("web", name) in OPERATIONS)
    yield from (Scene("web", name, status) for name, status in refusals)
    yield from (Scene("bridge", name, status) for name, status in BRIDGE_REFUSALS)
