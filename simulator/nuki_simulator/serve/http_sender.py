"""Callbacks and webhooks over real sockets."""

from __future__ import annotations

import queue
import ssl
import threading
from http.client import HTTPConnection, HTTPSConnection
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

    from nuki_simulator.world.outbox import Delivery

    from .simulator import Simulator

_TIMEOUT: Final = 5.0


class HttpSender:
    """Posts messages one after the other from a thread, until it is closed.

    They leave with the headers of the message and no others, but for ``Host`` and the length.
    ``trusted`` is a file of certificates, in PEM, that receivers may have besides public ones.
    """

    def __init__(self, simulator: Simulator, trusted: Path | None = None) -> None:
        self._simulator = simulator
        self._trusted = trusted
        self._deliveries: queue.Queue[Delivery | None] = queue.Queue()
        self._thread = threading.Thread(target=self._work, name="nuki-simulator", daemon=True)
        self._thread.start()

    def __call__(self, delivery: Delivery) -> None:
        """Queue a message."""
        self._deliveries.put(delivery)

    def close(self) -> None:
        """Finish what is under way, and stop."""
        self._deliveries.put(None)
        self._thread.join(timeout=10)

    def _work(self) -> None:
        # Reading certificates takes a moment in which the servers can start.
        context = certificates(self._trusted)
        while (delivery := self._deliveries.get()) is not None:
            status, problem = None, ""
            try:
                status = _post(delivery, context)
            except Exception as error:  # noqa: BLE001 - whatever it is, the receiver was not reached
                problem = str(error) or type(error).__name__
            with self._simulator.lock:
                delivery.finish(status, problem)


def certificates(trusted: Path | None) -> ssl.SSLContext:
    """The certificates that receivers of webhooks may have.

    Raises:
        OSError: The file cannot be read, or holds no certificate.
    """
    context = ssl.create_default_context()
    if trusted is not None:
        context.load_verify_locations(cafile=trusted)
    return context


def _post(delivery: Delivery, context: ssl.SSLContext) -> int:
    parts = urlsplit(delivery.url)
    host = parts.hostname or ""
    connection = (
        HTTPSConnection(host, parts.port, timeout=_TIMEOUT, context=context)
        if parts.scheme == "https"
        else HTTPConnection(host, parts.port, timeout=_TIMEOUT)
    )
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.putrequest("POST", target, skip_accept_encoding=True)
        for name, value in delivery.headers:
            connection.putheader(name, value)
        connection.putheader("Content-Length", str(len(delivery.body)))
        connection.endheaders(delivery.body)
        return connection.getresponse().status
    finally:
        connection.close()
