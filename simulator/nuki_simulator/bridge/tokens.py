"""A bridge's token: handing it out, and checking it in the three ways in which it may be sent."""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from nuki.bridge import AuthResult, Result
from nuki_simulator.messages import Wait

from .calls import StatusError, ok
from .features import Feature

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nuki_simulator.messages import Reply
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.clock import VirtualClock

    from .calls import Call

_POLL: Final = 1.0
_TOKEN_LENGTH: Final = 6
_SWITCHES: Final = (0, 1)
_NUMBER: Final = re.compile(r"[0-9]{1,5}")
_NUMBERS: Final = range(1 << 16)
_TIME: Final = "%Y-%m-%dT%H:%M:%SZ"
_NONCE_DIGITS: Final = 48


def request_token(call: Call) -> Reply:
    """``/auth``: waits for the button to be pressed."""
    if not call.bridge.auth_enabled:
        raise StatusError(HTTPStatus.FORBIDDEN)
    return _waiting(call, call.bridge.quirks.button_wait)


def configure(call: Call) -> Reply:
    """``/configAuth``: switches handing out the token and discovery on or off."""
    enable = call.integer("enable")
    if enable not in _SWITCHES:
        raise StatusError(HTTPStatus.BAD_REQUEST)
    call.bridge.auth_enabled = bool(enable)
    return ok(Result(success=True))


def _waiting(call: Call, left: float) -> Reply:
    bridge = call.bridge
    if bridge.pressed:
        bridge.pressed = False
        bridge.token = bridge.token or call.world.randomness.token(_TOKEN_LENGTH)
        return ok(AuthResult(success=True, token=bridge.token))
    if left <= 0:
        return ok(AuthResult(success=False))
    return Wait(min(_POLL, left), lambda: _waiting(call, left - _POLL))


def admits(bridge: Bridge, clock: VirtualClock, arguments: Mapping[str, str]) -> bool:
    """Check that the token in a query is right, recent, and was not sent in the same way before."""
    if bridge.token is None:
        return False
    if bridge.quirks.plain_token_only and "token" not in arguments:
        return False
    if "ctoken" in arguments:
        ctoken, nonce = arguments["ctoken"], arguments.get("nonce", "")
        ts, _, rnr = _decrypted(bridge.token, ctoken, nonce).partition(",")
        used = f"{ctoken.lower()},{nonce.lower()}"
        right = Feature.ENCRYPTED_TOKEN.of(bridge)
    elif "hash" in arguments:
        ts, rnr = arguments.get("ts", ""), arguments.get("rnr", "")
        used = hashlib.sha256(f"{ts},{rnr},{bridge.token}".encode()).hexdigest()
        right = Feature.HASHED_TOKEN.of(bridge) and hmac.compare_digest(
            used.encode(), arguments["hash"].encode()
        )
    else:
        return hmac.compare_digest(arguments.get("token", "").encode(), bridge.token.encode())
    return right and _fresh(bridge, clock, ts, rnr) and _first_time(bridge, clock, used)


def _decrypted(token: str, ctoken: str, nonce: str) -> str:
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - slow, and one scheme needs it
    from nacl.secret import SecretBox  # noqa: PLC0415 - as above

    key = hashlib.sha256(token.encode()).digest()
    try:
        if len(nonce) != _NONCE_DIGITS:
            return ""
        plain = SecretBox(key).decrypt(bytes.fromhex(ctoken), bytes.fromhex(nonce))
        return plain.decode("ascii")
    except (CryptoError, ValueError):
        return ""


def _fresh(bridge: Bridge, clock: VirtualClock, ts: str, rnr: str) -> bool:
    if not _NUMBER.fullmatch(rnr) or int(rnr) not in _NUMBERS:
        return False
    try:
        moment = datetime.strptime(ts, _TIME).replace(tzinfo=UTC)
    except ValueError:
        return False
    now = clock.real_now() + bridge.clock_offset
    return abs((moment - now).total_seconds()) <= bridge.quirks.window


def _first_time(bridge: Bridge, clock: VirtualClock, used: str) -> bool:
    if not bridge.quirks.check_replays:
        return True
    while bridge.seen:
        oldest = next(iter(bridge.seen))
        if bridge.seen[oldest] > clock.elapsed:
            break
        del bridge.seen[oldest]
    if used in bridge.seen:
        return False
    # What is no longer fresh need not be remembered; a time may lie ahead, so twice the window.
    bridge.seen[used] = clock.elapsed + 2 * bridge.quirks.window
    return True
