"""A small HTTP server around a receiver, as long as a command listens."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from .failures import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from nuki import CallbackReceiver, WebhookReceiver

    from .session import Session

    Receiver = CallbackReceiver | WebhookReceiver

_LONGEST_BODY: Final = 64 * 1024
_PATIENCE: Final = 10.0
_REFUSED: Final = 413


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    receiver: Receiver
    on_refusal: Callable[[str], object]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: strangers connect and leave."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - it is that one
    timeout = _PATIENCE
    protocol_version = "HTTP/1.0"  # a connection for each message: nobody holds one open

    def do_POST(self) -> None:
        """Hand what is posted to the receiver."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _LONGEST_BODY:
            self._answer(_REFUSED, b"")
            return
        body = self.rfile.read(int(length))
        path = urlsplit(self.path).path
        status, answer = self.server.receiver.receive(
            "POST", list(self.headers.items()), body, path=path
        )
        self._answer(status, answer)

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response_only(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        if status in {_REFUSED, 403}:
            self.server.on_refusal(self.client_address[0])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class has it
        """Write nothing: the path is a secret."""


def bound(session: Session, host: str, port: int, *, or_any: bool = False) -> _Server:
    """A server that listens, and answers once it is served; ``or_any`` port if it is taken.

    Raises:
        CommandError: The port is taken.
    """
    try:
        server = _Server((host.strip("[]"), port), _Handler)
    except OSError as error:
        if or_any:
            return bound(session, host, 0)
        raise CommandError(
            f"cannot listen at {host}:{port} ({error.strerror}); choose another port"
        ) from None
    server.on_refusal = lambda sender: session.say(f"refused a message from {sender}")
    return server


@contextmanager
def served(server: _Server, receiver: Receiver) -> Generator[None]:
    """Serve a receiver in threads of its own."""
    server.receiver = receiver
    thread = threading.Thread(target=server.serve_forever, args=[0.1], daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def own_address(towards: str) -> str:
    """The address of this machine as a host in its network sees it. Nothing is sent.

    Raises:
        CommandError: There is no way there.
    """
    parts = urlsplit(towards)
    try:
        found: Any = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_DGRAM)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.connect(address)
            host = str(probe.getsockname()[0])
    except OSError as error:
        raise CommandError(f"no way to {parts.netloc} ({error.strerror})") from None
    return f"[{host}]" if ":" in host else host
