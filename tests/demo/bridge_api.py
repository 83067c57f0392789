"""As much of the Bridge API as the demo calls, with the token plain or encrypted."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any, Final

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from .server import TOKEN, Answer, Call, as_json, stored

if TYPE_CHECKING:
    from collections.abc import Mapping

_ACTIONS: Final = {1: (3, "unlocked"), 2: (1, "locked"), 3: (5, "unlatched")}
_SIMPLE_ACTIONS: Final = {"GET /unlock": 1, "GET /lock": 2}


class BridgeApi:
    """A hardware bridge with two devices."""

    def __init__(self) -> None:
        devices = {device["nukiId"]: device for device in stored("bridge_list")}
        self._devices: dict[int, Any] = devices

    def __call__(self, call: Call) -> Answer:
        if call.route == "GET /auth":  # somebody presses the button at once
            return Answer(200, as_json({"success": True, "token": TOKEN}))
        if call.query.get("token") != TOKEN and not _decrypts(call.query):
            return _refusal(401, "Unauthorized")
        if call.route == "GET /info":
            return Answer(200, as_json(stored("bridge_info")))
        if call.route == "GET /list":
            # As bridges do: a control character stands in the name as it is.
            return Answer(200, as_json([*self._devices.values()]).replace(b"\\u0011", b"\x11"))
        device = self._devices.get(int(call.query.get("nukiId", 0)))
        if device is None or device["deviceType"] != int(call.query.get("deviceType", 0)):
            return _refusal(404, "Not Found")
        return self._answer(call, device["lastKnownState"])

    def _answer(self, call: Call, state: dict[str, Any]) -> Answer:
        if call.route == "GET /lockState":
            return Answer(200, as_json({**state, "success": True}))
        action = _SIMPLE_ACTIONS.get(call.route, int(call.query.get("action", 0)))
        if action not in _ACTIONS:
            return _refusal(400, "Bad Request")
        state["state"], state["stateName"] = _ACTIONS[action]
        return Answer(200, as_json({"success": True, "batteryCritical": False}))


def _decrypts(query: Mapping[str, str]) -> bool:
    box = SecretBox(hashlib.sha256(TOKEN.encode()).digest())
    try:
        sealed, nonce = (bytes.fromhex(query[name]) for name in ("ctoken", "nonce"))
        plain = box.decrypt(sealed, nonce).decode()
    except (KeyError, ValueError, CryptoError):
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ,\d{1,5}", plain) is not None


def _refusal(status: int, text: str) -> Answer:
    return Answer(status, f"HTTP {status} {text}".encode(), "text/html")
