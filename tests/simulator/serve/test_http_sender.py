from __future__ import annotations

import json
import ssl
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from nuki import NO_RETRY, WebClient
from nuki.web import WebhookFeature
from nuki_simulator import SimulatorServer, sample_home
from nuki_simulator.serve.simulator import API_TOKEN
from nuki_simulator.web import signatures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Posted = SimpleQueue[tuple[dict[str, str], bytes]]


@contextmanager
def receiver(context: ssl.SSLContext | None = None) -> Iterator[tuple[int, Posted]]:
    """A server on the loopback interface, its port, and what was posted to it."""
    posted: Posted = SimpleQueue()

    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.end_headers()
            posted.put((dict(self.headers), body))

        def log_message(self, *_arguments: object) -> None:
            """Stay silent."""

    with HTTPServer(("127.0.0.1", 0), Listener) as listener:
        if context is not None:
            listener.socket = context.wrap_socket(listener.socket, server_side=True)
        thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield listener.server_port, posted
        finally:
            listener.shutdown()
            thread.join()


@pytest.fixture
def authority(tmp_path: Path) -> tuple[ssl.SSLContext, Path]:
    """What a server with a local certificate needs, and the file that makes others trust it."""
    issuer = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    issuer.issue_cert("127.0.0.1").configure_cert(context)
    trusted = tmp_path / "trusted.pem"
    issuer.cert_pem.write_to_path(trusted)
    return context, trusted


def subscribe(server: SimulatorServer, url: str) -> Any:
    with WebClient(API_TOKEN, base_url=server.web_url) as web:
        return web.with_options(retry=NO_RETRY).advanced_api.create_decentral_webhook(
            webhook_url=url, webhook_features=[WebhookFeature.DEVICE_STATUS]
        )


@pytest.mark.slow
def test_a_webhook_reaches_a_plain_url_if_that_is_allowed() -> None:
    home = sample_home()
    home.web_settings.plain_webhooks = True
    with receiver() as (port, posted), SimulatorServer(home) as server:
        webhook = subscribe(server, f"http://127.0.0.1:{port}/hook?a=b")
        with home.lock:
            home.at(home.find("Front door")).turn_key(locked=False)
        headers, body = posted.get(timeout=10)
    assert json.loads(body)["state"]["state"] == 3
    sent = {name.lower(): value for name, value in headers.items()}
    assert {(name.lower(), value) for name, value in signatures(webhook.secret, body)} <= set(
        sent.items()
    )


@pytest.mark.slow
def test_a_plain_url_is_refused_otherwise() -> None:
    with SimulatorServer(sample_home()) as server, pytest.raises(Exception, match="webhookUrl"):
        subscribe(server, "http://127.0.0.1:9/hook")


@pytest.mark.slow
def test_a_webhook_reaches_a_server_whose_certificate_is_trusted(
    authority: tuple[ssl.SSLContext, Path],
) -> None:
    home, (context, trusted) = sample_home(), authority
    with receiver(context) as (port, posted), SimulatorServer(home, trusted=trusted) as server:
        subscribe(server, f"https://127.0.0.1:{port}/hook")
        with home.lock:
            home.at(home.find("Front door")).turn_key(locked=False)
        assert posted.get(timeout=10)
    assert [one.status for one in home.outbox.deliveries] == [200]


@pytest.mark.slow
def test_a_server_whose_certificate_nobody_vouches_for_is_not_reached(
    authority: tuple[ssl.SSLContext, Path],
) -> None:
    home, (context, _) = sample_home(), authority
    with receiver(context) as (port, posted), SimulatorServer(home) as server:
        subscribe(server, f"https://127.0.0.1:{port}/hook")
        with home.lock:
            home.at(home.find("Front door")).turn_key(locked=False)
    (sent,) = home.outbox.deliveries
    assert sent.status is None
    assert "CERTIFICATE_VERIFY_FAILED" in sent.problem
    assert posted.empty()


@pytest.mark.slow
def test_a_callback_leaves_with_the_headers_of_a_bridge_alone() -> None:
    home = sample_home()
    bridge = home.bridges[0]
    with receiver() as (port, posted), SimulatorServer(home):
        bridge.callbacks[0] = f"http://127.0.0.1:{port}/"
        with home.lock:
            home.at(home.find("Front door")).turn_key(locked=False)
        headers, body = posted.get(timeout=10)
    assert headers == {
        "Host": f"127.0.0.1:{port}",
        "User-Agent": f"NukiBridge_{bridge.server_id:08X}",
        "Connection": "Close",
        "Content-Type": "application/json;charset=utf-8",
        "Content-Length": str(len(body)),
    }
