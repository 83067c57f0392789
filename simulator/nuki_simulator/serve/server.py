"""The simulator as servers on the loopback interface, on real time."""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
import time
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final, Self

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from .asgi import ABORT, nth_bridge_app, web_app
from .control import Site, control_app
from .http_sender import HttpSender, certificates

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator
    from pathlib import Path

    from .control import App
    from .simulator import Simulator

_TICK: Final = 0.05
_START: Final = 10.0
_ANY: Final = ("0.0.0.0", "")  # noqa: S104 - compared with, not listened on


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Leave signals to whoever runs all servers together."""
        yield


class SimulatorServer:
    """Serves the Web API, every bridge, and the control API with the page, each on its own port.

    ``with SimulatorServer(simulator) as server:`` serves from a thread; :meth:`run` serves until
    the process is told to stop. Port 0 lets the system choose; further bridges follow the first
    bridge's port. From then on, the simulator's clock follows the real one.

    ``trusted`` is a file of certificates, in PEM, that receivers of webhooks may have besides
    public ones. ``names`` are those under which the control API is reached besides ``host``. Other
    machines can reach it unless ``host`` is a loopback address: whoever does can open the doors.

    Raises:
        OSError: A port is taken, or ``trusted`` holds no certificate.
    """

    def __init__(  # noqa: PLR0913 - one line for each thing that may be chosen
        self,
        simulator: Simulator,
        *,
        host: str = "127.0.0.1",
        web_port: int = 0,
        bridge_port: int = 0,
        control_port: int = 0,
        trusted: Path | None = None,
        names: Collection[str] = (),
    ) -> None:
        if trusted is not None:
            certificates(trusted)  # what is wrong with them shall be known now
        self._simulator = simulator
        self._trusted = trusted
        self.exposed = not is_loopback(host)
        self._host = host
        self._bridge_port = bridge_port
        # "Any address" is none that a client can call.
        reached = next(iter(names), "127.0.0.1") if host in _ANY else host
        self._bridge_listeners: list[socket.socket] = []
        self._group: asyncio.TaskGroup | None = None
        web = _listener(host, web_port)
        self.web_url = f"http://{reached}:{web.getsockname()[1]}"
        self._servers = [(_server(web_app(simulator)), web)]
        try:
            control = _listener(host, control_port)
            port = control.getsockname()[1]
            self.control_url = f"http://{reached}:{port}"
            site = Site(
                hosts={f"{name}:{port}" for name in (reached, host, "localhost", *names)},
                web_url=self.web_url,
                control_url=self.control_url,
                exposed=self.exposed,
                over=lambda: self._servers[0][0].should_exit,
                replaced=lambda: self._attach_bridges(reached),
            )
            self._servers.append((_server(control_app(simulator, site)), control))
            self._attach_bridges(reached)
        except OSError:
            for _, listener in self._servers:
                listener.close()
            raise
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._serve(lambda: None, signals=False)), daemon=True
        )

    @property
    def bridge_urls(self) -> list[str]:
        """Where the bridges are."""
        return [bridge.base_url for bridge in self._simulator.bridges]

    def run(self, ready: Callable[[], object]) -> None:
        """Serve until interrupted; ``ready`` is called once everything answers."""
        asyncio.run(self._serve(ready, signals=True))

    def stop(self) -> None:
        """Stop the servers."""
        for server, _ in self._servers:
            server.should_exit = True

    def __enter__(self) -> Self:
        self._thread.start()
        ends = time.monotonic() + _START
        while not all(server.started for server, _ in self._servers):
            if time.monotonic() > ends or not self._thread.is_alive():
                raise RuntimeError(f"the simulator's servers did not start within {_START:g} s")
            time.sleep(_TICK / 10)
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()
        self._thread.join(timeout=_START)

    def _attach_bridges(self, reached: str) -> None:
        """Give every bridge of the house a port, the first one the first port, and so on."""
        for index, bridge in enumerate(self._simulator.bridges):
            if index == len(self._bridge_listeners):
                wanted = self._bridge_port + index if self._bridge_port else 0
                try:
                    listener = _listener(self._host, wanted)
                except OSError:
                    # At the start somebody can choose another port; later on any will do.
                    if self._group is None:
                        raise
                    listener = _listener(self._host, 0)
                server = _server(nth_bridge_app(self._simulator, index))
                self._bridge_listeners.append(listener)
                self._servers.append((server, listener))
                if self._group is not None:
                    listener.listen()  # who comes before the server has started shall wait for it
                    self._group.create_task(server.serve([listener]))
            bridge.ip, bridge.port = reached, self._bridge_listeners[index].getsockname()[1]

    async def _serve(self, ready: Callable[[], object], *, signals: bool) -> None:
        if signals:
            for number in (signal.SIGINT, signal.SIGTERM):
                with suppress(NotImplementedError):
                    asyncio.get_running_loop().add_signal_handler(number, self.stop)
        simulator, sender = self._simulator, HttpSender(self._simulator, self._trusted)
        simulator.outbox.sender = sender
        simulator.clock.follow(time.monotonic)

        async def keep_time() -> None:
            called = False
            while True:
                if not called and all(server.started for server, _ in self._servers):
                    called = True
                    ready()
                with simulator.lock:
                    simulator.clock.catch_up()
                await asyncio.sleep(_TICK)

        ticking = asyncio.create_task(keep_time())
        try:
            async with asyncio.TaskGroup() as self._group:
                for server, bound in self._servers:
                    self._group.create_task(server.serve([bound]))
        finally:
            self._group = None
            ticking.cancel()
            simulator.outbox.sender = None
            sender.close()


class _Protocol(H11Protocol):
    """HTTP/1.1 that can break its connection on request, as a fault rule may ask."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        inner = self.app

        async def app(scope: Any, receive: Any, send: Any) -> None:
            scope[ABORT] = transport.abort
            await inner(scope, receive, send)

        self.app = app


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens there."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _server(app: App) -> _Server:
    config = uvicorn.Config(
        app,
        http=_Protocol,
        lifespan="off",
        log_level="critical",
        access_log=False,
        # The real date would make two recordings differ.
        date_header=False,
        server_header=False,
    )
    return _Server(config)


def _listener(host: str, port: int) -> socket.socket:
    # With the protocol named, asyncio sends answers without waiting for more (TCP_NODELAY).
    listener = socket.socket(proto=socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener
