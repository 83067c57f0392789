"""Checks of a bridge's token: is it right, does the firmware know how it is sent, do clocks agree?

The token is sent readable only if that is allowed. All other ways are as safe as the one that the
client was given: both hide the token behind a time that is known, and differ in the firmware.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from nuki.firmware import FirmwareVersion
from nuki_core.auth import EncryptedToken, HashedToken, PlainToken
from nuki_core.errors import ForbiddenError, UnauthorizedError
from nuki_generated.bridge import BridgeType

from . import kinds
from .bridge_checks import info_of, is_info
from .examination import is_of_software_bridge
from .findings import Severity

if TYPE_CHECKING:
    from nuki.clients import BridgeClient
    from nuki_core.clock import Clock
    from nuki_core.frontends import Flow

    from .examination import Examination
    from .findings import Fact, Finding

_Scheme: TypeAlias = PlainToken | HashedToken | EncryptedToken
_NAMES: Final[dict[type, str]] = {
    PlainToken: "plain",
    HashedToken: "hashed",
    EncryptedToken: "encrypted",
}
_HIDING: Final[dict[str, type[HashedToken | EncryptedToken]]] = {
    "hashed": HashedToken,
    "encrypted": EncryptedToken,
}
_NEEDED: Final = {
    "hashed": (FirmwareVersion(1, 12, 0), FirmwareVersion(2, 2, 0)),
    "encrypted": (FirmwareVersion(1, 22, 1), FirmwareVersion(2, 14, 0)),
}
_SECOND_GENERATION: Final = 2
_WINDOW: Final = 60.0
_SHIFTS: Final = tuple(
    sign * seconds for seconds in (110, 220, 330, 3600, 7200) for sign in (1, -1)
)
"""Seconds by which clocks differ that drift, or that have the wrong zone or summer time."""


def check_credentials(  # noqa: PLR0911 - one for each case
    at: Examination,
) -> Flow[list[Finding] | None]:
    """Find out why the bridge refuses the token, or whether it could be sent in a safer way."""
    bridge = at.bridge
    scheme: Any = bridge.scheme
    name = next((name for kind, name in _NAMES.items() if isinstance(scheme, kind)), "")
    if at.info is not None:
        if name not in {"plain", "hashed"} or not _knows(at, "encrypted"):
            return []
        return [kinds.SCHEME_WEAKER.at(at.at_bridge(), scheme=name, firmware=_shown(at))]
    if at.bridge_refusal is None:
        return None
    status = at.bridge_refusal.status
    if name == "plain":
        return [kinds.TOKEN_WRONG.at(at.at_bridge(), scheme=name, status=status)]
    if is_of_software_bridge(at.bridge_refusal):
        return [
            kinds.SCHEME_UNSUPPORTED.at(
                at.at_bridge(), scheme=name or "given", accepted="plain", status=status
            )
        ]
    if not name:
        return [kinds.TOKEN_REFUSED.at(at.at_bridge(), status=status)]
    return (yield from _search(at, bridge, scheme, name, status))


def _search(  # noqa: PLR0911 - one for each case
    at: Examination, bridge: BridgeClient, scheme: _Scheme, name: str, status: int
) -> Flow[list[Finding]]:
    """Look for a way in which the bridge accepts the token."""
    token, clock, where = scheme.token, bridge.clock, at.at_bridge()
    kind, other = _HIDING[name], _HIDING["hashed" if name == "encrypted" else "encrypted"]
    if (yield from _accepted(at, other(token, now=clock.date))):
        return [_unsupported(at, name, _NAMES[other])]
    if at.options.try_plain_token:
        if not (yield from _accepted(at, PlainToken(token))):
            return [kinds.TOKEN_WRONG.at(where, scheme="plain", status=status)]
        seconds = _seconds_apart(at)
        if seconds is not None and abs(seconds) >= _WINDOW:
            return [_apart(at, seconds)]
        if not _knows(at, name):
            return [_unsupported(at, name, "plain")]
        return [kinds.SCHEME_REFUSED.at(where, scheme=name, firmware=_shown(at))]
    for shift in _SHIFTS:
        shifted = kind(token, now=_Shifted(clock, shift))
        if at.time_left > 0 and (yield from _accepted(at, shifted)):
            return [_apart(at, _seconds_apart(at) or shift)]
    return [kinds.TOKEN_REFUSED.at(where, scheme=name, status=status)]


class _Shifted:
    """A clock that goes wrong as the bridge's may."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        self._clock, self._ahead = clock, timedelta(seconds=seconds)

    def __call__(self) -> datetime:
        return self._clock.date() + self._ahead


def _accepted(at: Examination, scheme: _Scheme) -> Flow[bool]:
    """Whether the bridge accepts the token so; if it does, that is how to go on."""
    client = at.bridge.with_options(scheme=scheme)
    try:
        response = yield from at.ask_bridge(info_of, client)
    except (UnauthorizedError, ForbiddenError):
        return False
    if is_info(response.value):
        at.bridge, at.info = client, response.value
    return at.info is not None


def _unsupported(at: Examination, name: str, accepted: str) -> Finding:
    return kinds.SCHEME_UNSUPPORTED.at(
        at.at_bridge(), scheme=name, accepted=accepted, firmware=_shown(at)
    )


def _apart(at: Examination, seconds: float) -> Finding:
    return kinds.CLOCK_APART.at(at.at_bridge(), seconds=round(seconds))


def check_clock(at: Examination) -> Flow[list[Finding] | None]:
    """Find out whether the bridge's clock begins to part from ours, before tokens are refused."""
    yield from ()
    if at.info is None or at.bridge_refusal is not None:  # of which the token's check told
        return None
    seconds = _seconds_apart(at)
    if seconds is None:
        reason = "the bridge tells no time, or none with a zone"
        return [kinds.UNKNOWN.at(at.at_bridge(), matter="the bridge's clock", reason=reason)]
    if abs(seconds) < _WINDOW / 2:
        return []
    return [kinds.CLOCK_APART.at(at.at_bridge(), Severity.WARNING, seconds=round(seconds))]


def _seconds_apart(at: Examination) -> float | None:
    told: object = None if at.info is None else at.info.current_time
    if not isinstance(told, datetime) or told.tzinfo is None:
        return None
    return (told - at.clock.date()).total_seconds()


def _firmware(at: Examination) -> FirmwareVersion | None:
    versions: Any = None if at.info is None else at.info.versions
    try:
        return FirmwareVersion.parse(str(getattr(versions, "firmware_version", "")))
    except ValueError:  # ours is one, too
        return None


def firmware(at: Examination) -> tuple[tuple[str, Fact], ...]:
    """The bridge's firmware and how the token is sent, as far as they are known."""
    shown, scheme = _shown(at), _NAMES.get(type(at.bridge.scheme))
    known: dict[str, Fact | None] = {"firmware": shown, "scheme": scheme}
    return tuple((name, value) for name, value in known.items() if value is not None)


def _shown(at: Examination) -> str | None:
    found = _firmware(at)
    return None if found is None else str(found)


def _knows(at: Examination, name: str) -> bool:
    """Whether the firmware knows a way of sending the token."""
    found = _firmware(at)
    if found is None or (at.info is not None and at.info.bridge_type == BridgeType.SOFTWARE):
        return False
    return found >= _NEEDED[name][found.major >= _SECOND_GENERATION]
