"""As much of the Web API as the demo calls."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from .server import TOKEN, Answer, Call, as_json, stored

_ROUTE: Final = re.compile(r"(GET|POST) /smartlock/(\d+)(/[a-z/]+)?")
_SIMPLE_ACTIONS: Final = {"/action/unlock": 1, "/action/lock": 2}
_STATE_AFTER: Final = {1: 3, 2: 1, 3: 5}


class WebApi:
    """Two devices that remember what was done with them."""

    def __init__(self) -> None:
        self._devices: dict[int, Any] = {d["smartlockId"]: d for d in stored("smartlocks")}

    def __call__(self, call: Call) -> Answer:
        if call.route == "POST /oauth/token":
            granted = {"access_token": TOKEN, "token_type": "bearer", "expires_in": 2592000}
            return Answer(200, as_json({**granted, "refresh_token": "DemoRefresh"}))
        if call.authorization != f"Bearer {TOKEN}":
            return _refusal(401, "Your access token is not authorized")
        if call.route == "GET /smartlock":
            return Answer(200, as_json([*self._devices.values()]))
        if call.route == "GET /smartlock/log":
            return Answer(200, as_json(stored("log")))
        if found := _ROUTE.fullmatch(call.route):
            method, smartlock_id, rest = found.groups(default="")
            if int(smartlock_id) in self._devices:
                return self._answer(method + rest, self._devices[int(smartlock_id)], call.body)
        return _refusal(404, "Not found")

    def _answer(self, route: str, device: dict[str, Any], body: bytes) -> Answer:
        if route == "GET":
            return Answer(200, as_json(device))
        if route == "GET/log":
            return Answer(200, as_json(stored("log")))
        action = (
            json.loads(body)["action"] if body else _SIMPLE_ACTIONS.get(route.removeprefix("POST"))
        )
        if action not in _STATE_AFTER:
            return _refusal(
                400, f"The supplied value '{action}' for parameter 'action' is not valid."
            )
        device["state"] |= {"state": _STATE_AFTER[action], "lastAction": action}
        return Answer(204)


def _refusal(status: int, message: str) -> Answer:
    body = {"detailMessage": message, "stackTrace": [], "suppressedExceptions": []}
    return Answer(status, as_json(body))
