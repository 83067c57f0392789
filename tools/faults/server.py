"""A server in a thread of its own that fails as it is told to, and counts what it carried out."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections import Counter, defaultdict, deque
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Self

import trustme

from .conversation import Exchange, GoneError, Peer
from .kinds import NONE, Stage
from .names import DOMAIN, Names

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, Iterator

    from .conversation import Received
    from .kinds import Kind

_ADDRESS: Final = "127.0.0.1"
_TICK: Final = 0.02
_LONGEST_SETUP: Final = 20.0


class Ledger:
    """What was really done, and when; and what was received.

    ``heard`` tells when each request for an action had arrived as a whole, ``heads`` has the last
    head for each action, ``seen`` counts how often each credential came.
    """

    def __init__(self) -> None:
        self.done: Counter[int] = Counter()
        self.when: defaultdict[int, list[float]] = defaultdict(list)
        self.heard: defaultdict[int, list[float]] = defaultdict(list)
        self.credentials: defaultdict[int, set[str]] = defaultdict(set)
        self.heads: dict[int, bytes] = {}
        self.seen: Counter[str] = Counter()

    def saw(self, request: Received) -> None:
        """Note a request that arrived as a whole."""
        self.heard[request.action].append(monotonic())
        self.heads[request.action] = request.head
        credentials = [each.decode() for each in request.credentials]
        self.credentials[request.action].update(credentials)
        self.seen.update(credentials)

    def carry_out(self, action: int) -> None:
        """Do it: the bolt moves."""
        self.done[action] += 1
        self.when[action].append(monotonic())


class Certificates:
    """An authority that clients may trust, one that they may not, and what each signed."""

    def __init__(self) -> None:
        trusted, unknown = trustme.CA(), trustme.CA()
        self.trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # and nobody else: that loads fast
        trusted.configure_trust(self.trusting)
        self._contexts = {
            "good": self._signed(trusted, _ADDRESS, f"*.{DOMAIN}"),
            "untrusted": self._signed(unknown, _ADDRESS),
            "other-name": self._signed(trusted, "elsewhere.invalid"),
        }

    @staticmethod
    def _signed(authority: trustme.CA, *names: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*names).configure_cert(context)
        return context

    def context(self, name: str) -> ssl.SSLContext:
        """What the server shows."""
        return self._contexts[name]


def _reusable() -> socket.socket:
    found = socket.socket()
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    return found


class Host:
    """One address, for one caller at a time: each attempt meets the next fault of a plan.

    ``place`` is the kind of name by which it is called (see :class:`.names.Names`), if any;
    ``token`` the caller's, which some faults repeat. ``retries`` counts how often the caller has
    said that it tries again since the plan was made. ``is_welcome`` tells whether TLS went as it
    should since then: a request may have been on its way, if not read.
    """

    def __init__(self, server: FaultServer, number: int, place: str, *, tls: bool) -> None:
        self._server = server
        self._tls = tls
        self._plan: deque[Kind] = deque()
        self._placeholder = _reusable()
        self._is_open = False
        self._accepting: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._idle: dict[asyncio.Task[None], Peer] = {}
        self._place = place
        self._name = f"{place}-{number}.{DOMAIN}" if place else _ADDRESS
        self._refusals = 0
        self.retries = 0
        self.is_welcome = False
        self.is_busy = 0
        self.token = ""
        self.timeout = server.timeout
        self.ledger = server.ledger
        self.endless = server.endless
        self.late = server.late
        self.certificates = server.certificates
        # Bound and never listening: it keeps the port while nobody listens.
        self._placeholder.bind((_ADDRESS, 0))
        self.port: int = self._placeholder.getsockname()[1]

    @property
    def url(self) -> str:
        """The base URL for a client."""
        scheme = "https" if self._tls else "http"
        port = self._server.names.dead_port if self._place in {"dead", "six"} else self.port
        return f"{scheme}://{self._name}:{port}"

    def expect(self, plan: Iterable[Kind]) -> None:
        """Forget the plan before, and prepare for the next call; from any thread."""
        kinds = tuple(plan)

        async def prepare() -> None:
            self._plan = deque(kinds)
            self.retries = self._refusals = 0
            self.is_welcome = False
            first = kinds[0] if kinds else NONE
            if first.stage is Stage.BETWEEN:
                self._plan.popleft()
                await self._drop(reset=first.resets)
            elif first.stage in {Stage.CONNECT, Stage.HANDSHAKE}:
                await self._drop(reset=False)
            if first.is_refusal:
                self._plan.clear()
                self._refusals = len(kinds)
                await self.close_door()
            else:
                self.open_door()

        self._server.run(prepare())

    def try_again(self) -> None:
        """Note that the caller will, which is all that is seen of one that was refused."""
        self.retries += 1
        if self.retries == self._refusals:
            self.open_door()

    async def _drop(self, *, reset: bool) -> None:
        idle, self._idle = self._idle, {}
        for task, peer in idle.items():
            if reset:
                peer.will_reset()
            task.cancel()
            await asyncio.wait([task])

    def open_door(self) -> None:
        """Listen from now on, also when the server's thread has no time; from any thread."""
        if self._is_open:
            return
        self._is_open = True
        listener = _reusable()
        listener.bind((_ADDRESS, self.port))
        listener.listen(64)
        listener.settimeout(0)

        async def accept() -> None:
            loop = asyncio.get_running_loop()
            with listener:
                while True:
                    connection, _ = await loop.sock_accept(listener)
                    task = asyncio.create_task(self._serve(Peer(connection)))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)

        def begin() -> None:
            self._accepting = asyncio.create_task(accept())

        self._server.call_soon(begin)

    async def close_door(self) -> None:
        """Listen no more."""
        self._is_open = False
        if self._accepting is not None:
            accepting, self._accepting = self._accepting, None
            accepting.cancel()
            await asyncio.wait([accepting])

    async def finish(self) -> None:
        """End everything."""
        await self.close_door()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._placeholder.close()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Something is yet to be carried out, whoever has given up."""
        self.is_busy += 1
        try:
            yield
        finally:
            self.is_busy -= 1

    def _next(self) -> Kind:
        return self._plan.popleft() if self._plan else NONE

    async def _serve(self, peer: Peer) -> None:
        task = asyncio.current_task()
        assert task is not None
        plan = self._plan
        kind = plan[0] if plan else NONE

        def welcome() -> None:
            self.is_welcome |= plan is self._plan

        try:
            if kind.stage is Stage.CONNECT or (kind.stage is Stage.HANDSHAKE and self._tls):
                await self._next().script(Exchange(self, peer))
                return
            if self._tls:
                await peer.handshake(self.certificates.context("good"), welcome)
            keeps = True
            while keeps:
                exchange = Exchange(self, peer)
                self._idle[task] = peer
                await exchange.begun()
                self._idle.pop(task, None)
                await self._next().script(exchange)
                keeps = exchange.is_kept
        except (OSError, GoneError):
            pass
        finally:
            self._idle.pop(task, None)
            peer.close()


class FaultServer:
    """Many hosts in one thread, which is theirs alone.

    ``timeout`` is what clients give an attempt; the server is late, and tires of what has no end,
    a few of them later.
    """

    def __init__(self, timeout: float) -> None:
        self.timeout = timeout
        self.late = 1.5 * timeout
        self.endless = timeout + 0.5
        self.ledger = Ledger()
        self.certificates = Certificates()
        self.names = Names(stalled_for=self.endless)
        self._hosts: list[Host] = []
        self._numbers = count()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._open = ExitStack()

    def run(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Have the server's thread do this, and wait for it."""
        asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(_LONGEST_SETUP)

    def call_soon(self, work: Callable[[], None]) -> None:
        """Have the server's thread do this, in the order in which it is asked to."""
        self._loop.call_soon_threadsafe(work)

    def host(self, place: str = "", *, tls: bool = False) -> Host:
        """Another address."""
        host = Host(self, next(self._numbers), place, tls=tls)
        self._hosts.append(host)
        host.open_door()
        return host

    def __enter__(self) -> Self:
        self._thread.start()
        self._open.enter_context(self.names)
        return self

    def __exit__(self, *_exception: object) -> None:
        async def finish() -> None:
            while any(host.is_busy for host in self._hosts):  # noqa: ASYNC110 - for seconds, once
                await asyncio.sleep(_TICK)
            await asyncio.sleep(_TICK)  # and for what was under way
            for host in self._hosts:
                await host.finish()

        with suppress(TimeoutError):
            self.run(finish())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._open.close()
