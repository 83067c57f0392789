"""Waiting on the loopback interface for the browser that OAuth sends back."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from nuki_core.redaction import SecretText

from .failures import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
_PAGE: Final = b"<!doctype html><title>nuki</title><p>Done. You can close this window."
_OTHER: Final = b"<!doctype html><title>nuki</title><p>Nothing to see here."


def is_loopback(redirect_uri: str) -> bool:
    """Whether this machine alone answers at this URL, and without TLS."""
    parts = urlsplit(redirect_uri)
    return parts.scheme == "http" and parts.hostname in _LOOPBACK


class _Server(HTTPServer):
    """Answers one browser: ``found`` is the URL with which it came."""

    found: SecretText | None = None
    state = ""
    timeout = 1.0

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: browsers open connections and leave."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - it is that one
    timeout = 5.0

    def do_GET(self) -> None:
        """Take the redirect; of others, such as a browser that asks for an icon, nothing."""
        query = parse_qs(urlsplit(self.path).query)
        is_ours = query.get("state") == [self.server.state]
        if is_ours:
            self.server.found = SecretText(self.path)
        self.send_response(200 if is_ours else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(_PAGE if is_ours else _OTHER)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class has it
        """Write nothing: what is asked for holds the code."""


def redirected(
    redirect_uri: str, state: str, send_user: Callable[[], object], patience: float
) -> SecretText:
    """The URL to which the browser was sent back, after ``send_user`` has sent it off.

    Raises:
        CommandError: The port is taken, or nobody came within ``patience`` seconds.
    """
    parts = urlsplit(redirect_uri)
    try:
        server = _Server((parts.hostname or "", parts.port or 80), _Handler)
    except OSError as error:
        raise CommandError(
            f"cannot listen at {redirect_uri} ({error.strerror}); end what does, or register "
            "another URL and give it as --redirect-uri"
        ) from None
    server.state = state
    with server:
        send_user()
        ends = time.monotonic() + patience
        while server.found is None:
            if time.monotonic() > ends:
                raise CommandError("nobody came back from the browser; try again")
            server.handle_request()
        return server.found
