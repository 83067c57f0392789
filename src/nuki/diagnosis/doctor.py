"""The doctor: makes the checks one after the other, and tells what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast

from nuki_core.clock import Clock
from nuki_core.errors import BridgeBusyError, NukiError, ValidationError
from nuki_core.frontends import AsyncFrontend, FlowIterator, FlowMethod, Item, SyncFrontend

from . import kinds
from .bridge_checks import busy
from .checks import CHECKS
from .examination import Examination, Options
from .findings import Finding, Severity, Where
from .network import Network

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nuki.clients import AsyncBridgeClient, AsyncWebClient, BridgeClient, WebClient
    from nuki.discovery import FoundBridge
    from nuki_core.frontends import Flow, Stream

    from .checks import Check

B = TypeVar("B", bound="BridgeClient | AsyncBridgeClient")
W = TypeVar("W", bound="WebClient | AsyncWebClient")

_CLOCK: Final = Clock()


class _DoctorFlows(Generic[B, W]):
    """What a doctor does; see :class:`Doctor`."""

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        bridge: B | None = None,
        web: W | None = None,
        *,
        deadline: float = 60.0,
        patience: float = 10.0,
        try_plain_token: bool = False,
        discover: Callable[[], Sequence[FoundBridge]] | None = None,
        index: str | None = None,
        network: Network | None = None,
    ) -> None:
        options = Options(
            network or Network(), deadline, patience, try_plain_token, discover, index
        )
        self._bridge, self._web, self._options = bridge, web, options
        if bridge is None and web is None and index is None:
            raise ValidationError("there is nothing to examine: pass a bridge, a web, or an index")
        given = bridge or web
        self._clock = _CLOCK if given is None else given.clock

    @FlowIterator
    def findings(self) -> Stream[Finding]:
        """Everything that is found, one after the other, as soon as it is known.

        A check that finds nothing wrong gives a finding too, of severity ``OK`` and with the
        check's name for a code. No error is raised: what goes wrong is what is looked for.
        """
        at, checks = self._begin()
        for check in checks:
            for finding in (yield from _made(at, check)):
                yield Item(finding)

    @FlowMethod
    def examine(self) -> Flow[tuple[Finding, ...]]:
        """All that :meth:`findings` gives."""
        at, checks = self._begin()
        found: list[Finding] = []
        for check in checks:
            found += yield from _made(at, check)
        return tuple(found)

    def _begin(self) -> tuple[Examination, list[Check]]:
        ends = self._clock.now() + self._options.deadline
        bridge, web = cast("BridgeClient", self._bridge), cast("WebClient", self._web)
        there = {
            "bridge": self._bridge is not None,
            "web": self._web is not None,
            "library": self._options.index is not None,
        }
        at = Examination(bridge, web, self._clock, self._options, ends)
        return at, [check for check in CHECKS if there[check.subject]]


def _made(at: Examination, check: Check) -> Flow[list[Finding]]:
    """What a check finds, whatever happens to it."""
    matter = f"the check {check.name!r}"
    if at.time_left <= 0:
        return [kinds.UNKNOWN.at(_where(at, check), matter=matter, reason="the time was over")]
    try:
        found = yield from check.run(at)
    except BridgeBusyError:
        at.info = None  # the other checks would have to wait as long
        return [busy(at)]
    except NukiError as error:
        name = type(error).__name__
        return [
            kinds.UNKNOWN.at(
                _where(at, check),
                Severity.WARNING,
                matter=matter,
                reason=f"it ended with {name}",
                operation=error.operation or None,
                message=str(error),
            )
        ]
    if found is None or found:
        return found or []
    return [Finding(check.name, Severity.OK, check.passed, "", _where(at, check), check.facts(at))]


def _where(at: Examination, check: Check) -> Where:
    if check.subject == "library":
        return Where("library")
    return at.at_bridge() if check.subject == "bridge" else at.at_web()


class Doctor(_DoctorFlows["BridgeClient", "WebClient"], SyncFrontend):
    """Finds what is wrong with a bridge and an account: ``Doctor(bridge, web).examine()``.

    Either client may be left out. Nothing is changed and no bolt moves; a bridge is asked one thing
    at a time, as its client does. The whole takes ``deadline`` seconds at most, and a few more if
    an answer is under way then; a bridge may be busy for ``patience`` of them.

    A bridge's token goes out only in ways that hide it, unless its client sends it readable
    anyway or ``try_plain_token`` allows it, which tells a wrong token from clocks apart.
    ``discover`` is asked where the bridges of this network are if ours is not found:
    :func:`nuki.discover`, for instance, which asks the vendor's server. ``index`` is the URL of an
    index of packages that is asked for the latest version (:data:`PYPI`); without one, nobody is.
    ``network`` is how this machine looks at addresses.
    """


class AsyncDoctor(_DoctorFlows["AsyncBridgeClient", "AsyncWebClient"], AsyncFrontend):
    """As :class:`Doctor`, of asynchronous clients; ``discover`` is called in another thread."""
