"""Faults on the caller's own side: hooks that raise, log handlers that raise, odd HTTP clients.

Whatever happens there, an exception of the caller's goes through as it is, and nothing is sent
again because of it.
"""

from __future__ import annotations

import logging
import socket
import ssl
import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias

import httpx
import httpx2

from .clients import library_of
from .kinds import KINDS, NONE
from .leaks import Listener

if TYPE_CHECKING:
    from collections.abc import Callable

    from .clients import Column
    from .kinds import Kind
    from .oracle import Told

_BY_NAME: Final = {kind.name: kind for kind in KINDS}
_MOST_RECORDS: Final = 24
_BEYOND: Final = 0.02

SECRET_OF_ANOTHER: Final = "another-callers-secret-8291"
"""A default parameter of a handed-in client; nobody else may send it."""


@dataclass(frozen=True, slots=True, eq=False)
class Caller:
    """What is odd about a caller.

    ``setup`` changes the HTTP client's arguments and may keep what is raised; ``kind`` is what the
    server does meanwhile. ``passes`` says that the caller gets its own exception if one was raised.
    """

    name: str
    setup: Callable[[Surroundings], None]
    kind: Kind = NONE
    passes: bool = False


class Surroundings(Listener):
    """A caller's surroundings, in one thread: its HTTP client's arguments, and what it raised."""

    def __init__(self, caller: Caller | None, column: Column, timeout: float) -> None:
        super().__init__()
        self._timeout = timeout
        self._began = 0.0
        self.column = column
        self.of_http: dict[str, Any] = {}
        self.raised: list[BaseException] = []
        self.raises_at: Callable[[int, logging.LogRecord], BaseException | None] | None = None
        self._caller = caller
        self._calls = -1
        self._records = 0
        self._is_calling = False
        self._thread = threading.get_ident()
        if caller is not None:
            caller.setup(self)

    def begin(self) -> None:
        """Another call begins."""
        self.raised.clear()
        self._calls += 1
        self._records = 0
        self._is_calling = True
        self._began = time.monotonic()

    def end(self) -> None:
        """It has ended."""
        self._is_calling = False

    def hook(self, event: str, made: Callable[[Any], BaseException | None]) -> None:
        """Raise what this makes of the request or response; an event hook of the HTTP client."""

        def plain(subject: Any) -> None:
            error = made(subject)
            if error is not None:
                self.raised.append(error)
                raise error

        async def asynchronous(subject: Any) -> None:
            plain(subject)

        hook = plain if self.column.driver == "threads" else asynchronous
        self.of_http.setdefault("event_hooks", {}).setdefault(event, []).append(hook)

    def outlast_attempt(self) -> None:
        """Block until the time of the call's first attempt is over."""
        time.sleep(max(self._began + self._timeout + _BEYOND - time.monotonic(), 0))

    def emit(self, record: logging.LogRecord) -> None:
        """Raise at the record that it is the turn of."""
        if self.raises_at is None or threading.get_ident() != self._thread:
            return
        if not self._is_calling or not record.name.startswith(("http", "nuki")):
            return
        self._records += 1
        turn = self._records == self._calls % _MOST_RECORDS
        error = self.raises_at(self._calls, record) if turn else None
        if error is not None:
            self.raised.append(error)
            raise error

    def amend(self, told: Told, error: BaseException | None) -> Told:
        """The caller may raise what it likes, and shall get it back."""
        if error is None or not self.raised or self._caller is None:
            return told
        if any(error is each for each in self.raised):
            return replace(told, documented=True, must_repeat=False, leaks=())
        if self._caller.passes:
            raised = type(self.raised[-1]).__name__
            return replace(
                told, documented=False, error=f"{told.error}; the caller raised {raised}"
            )
        return told

    def __enter__(self) -> Self:
        if self.raises_at is not None:
            logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_exception: object) -> None:
        logging.getLogger().removeHandler(self)


Made: TypeAlias = "Callable[[], BaseException]"

_ERRORS: Final[tuple[Made, ...]] = (
    lambda: ConnectionRefusedError(111, "the audit server refused"),
    lambda: ConnectionResetError(104, "the audit server went away"),
    lambda: TimeoutError("the audit server is slow"),
    lambda: OSError(28, "no space left for the audit"),
    lambda: socket.gaierror(-2, "the audit server has no name"),
    lambda: ssl.SSLCertVerificationError("the audit server's certificate"),
    lambda: httpx.ConnectError("no audit server"),
    lambda: httpx.ConnectTimeout("no audit server in time"),
    lambda: httpx.PoolTimeout("no connection for the audit"),
    lambda: httpx.UnsupportedProtocol("an audit over what?"),
    lambda: httpx.DecodingError("the audit server's answer"),
    lambda: httpx2.ConnectError("no audit server"),
    lambda: httpx2.ReadTimeout("no audit server in time"),
    lambda: RuntimeError("the audit failed"),
    lambda: KeyError("audit"),
)


def _raising(
    event: str, made: Made, *, once: bool = False, late: bool = False
) -> Callable[[Surroundings], None]:
    """Raise in a hook.

    With ``once`` at the first attempt of each call only, with ``late`` when the attempt's time is
    over.
    """

    def setup(ours: Surroundings) -> None:
        def error(_: Any) -> BaseException | None:
            if once and ours.raised:
                return None
            if late:
                ours.outlast_attempt()
            return made()

        ours.hook(event, error)

    return setup


def _logging(made: Made) -> Callable[[Surroundings], None]:
    def setup(ours: Surroundings) -> None:
        ours.raises_at = lambda *_: made()

    return setup


def _raise_for_status(ours: Surroundings) -> None:
    def made(response: Any) -> BaseException | None:
        try:
            response.raise_for_status()
        except (httpx.HTTPStatusError, httpx2.HTTPStatusError) as error:
            return error
        return None

    ours.hook("response", made)


def _with(**of_http: Any) -> Callable[[Surroundings], None]:
    return lambda ours: ours.of_http.update(of_http)


def _sends_twice(ours: Surroundings) -> None:
    class Twice(library_of(ours.column).Auth):  # type: ignore[misc]
        """An authentication that asks twice, as those with a challenge do."""

        def auth_flow(self, request: Any) -> Any:
            yield request
            yield request

    ours.of_http["auth"] = Twice()


def _hostile_headers(ours: Surroundings) -> None:
    ours.of_http["headers"] = {"Authorization": "Basic bm86bm8=", "Accept-Encoding": "gzip, gzip"}


def _named(made: Made) -> str:
    kind = type(made())
    return f"{kind.__module__.partition('.')[0]}.{kind.__name__}".removeprefix("builtins.")


CALLERS: Final = (
    *(
        Caller(f"response hook: {_named(made)}", _raising("response", made), passes=True)
        for made in _ERRORS
    ),
    *(
        Caller(
            f"response hook, once: {_named(made)}",
            _raising("response", made, once=True),
            passes=True,
        )
        for made in _ERRORS[:2]
    ),
    *(
        Caller(
            f"response hook, late: {_named(made)}",
            _raising("response", made, late=True),
            passes=True,
        )
        for made in (*_ERRORS[:3], *_ERRORS[-2:])
    ),
    *(
        Caller(f"request hook: {_named(made)}", _raising("request", made), passes=True)
        for made in _ERRORS
    ),
    *(Caller(f"log handler: {_named(made)}", _logging(made)) for made in _ERRORS),
    *(
        Caller(f"raise_for_status: {name}", _raise_for_status, _BY_NAME[name])
        for name in ("429", "503", "503 done", "500 done", "401", "423", "302 to itself")
    ),
    Caller("follows redirects", _with(follow_redirects=True), _BY_NAME["307 to itself"]),
    Caller("authenticates", _with(auth=("user", "password"))),
    Caller("authenticates twice", _sends_twice),
    Caller("headers of its own", _hostile_headers),
    Caller("parameters of its own", _with(params={"audit": SECRET_OF_ANOTHER})),
    Caller("cookies of its own", _with(cookies={"audit": "1"})),
    Caller("a base URL of its own", _with(base_url="http://127.0.0.9:9/elsewhere/")),
    Caller("no timeout", _with(timeout=None), _BY_NAME["silent, done"]),
    Caller("a timeout of its own", _with(timeout=0.000001)),
    Caller(
        "one connection", _with(limits=httpx.Limits(max_connections=1)), _BY_NAME["close, done"]
    ),
)
"""All of them."""
