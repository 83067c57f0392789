"""Where webhooks and callbacks arrive: a small HTTP server on the loopback interface."""

from __future__ import annotations

import queue
import threading
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Final, Self

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATIENCE: Final = 5.0


@attrs.frozen
class Message:
    """A message; names of ``headers`` are lower-case."""

    headers: Mapping[str, str]
    body: bytes


class Listener:
    """Keeps what is posted to it, in a queue for each path."""

    def __init__(self) -> None:
        self._messages: defaultdict[str, queue.Queue[Message]] = defaultdict(queue.Queue)
        messages = self._messages

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                messages[self.path].put(Message(headers, body))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_arguments: object) -> None:
                """Stay silent: the steps say what happens."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}
        )
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def take(self, path: str, count: int = 1) -> list[Message]:
        """The next messages to a path, in the order in which they came.

        Raises:
            TimeoutError: They did not come within five seconds.
        """
        taken: list[Message] = []
        while len(taken) < count:
            try:
                taken.append(self._messages[path].get(timeout=_PATIENCE))
            except queue.Empty:
                found = f"{len(taken)} of {count} messages"
                raise TimeoutError(f"{found} came to {path} within {_PATIENCE:g} s") from None
        return taken

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
