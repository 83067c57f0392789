"""What happened, and what happens: processes that go on until they are interrupted."""

from __future__ import annotations

import hmac
import json
import re
import socket
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from nuki import WebClient
from nuki.cli import files
from nuki_simulator.web import Cloud
from tests.nuki.cli.conftest import free_port, running
from tests.nuki.test_subscriptions import application

if TYPE_CHECKING:
    from tests.nuki.cli.conftest import Home, Run, Running

pytestmark = pytest.mark.slow


def events(found: Running) -> list[dict[str, Any]]:
    return [json.loads(line) for line in found.text.splitlines() if line.startswith("{")]


def turn(home: Home, *, locked: bool) -> None:
    with home.simulator.lock:
        home.at("Front door").turn_key(locked=locked)


def test_the_log_of_a_device(home: Home, run: Run) -> None:
    turn(home, locked=False)
    turn(home, locked=True)
    found = json.loads(run("log", "front", "--since", "1h", "--json", env=home.web).out)
    assert [row["action"] for row in found] == ["unlock", "lock"]
    assert {row["device"] for row in found} == {"Front door"}
    newest = json.loads(run("log", "--limit", "1", "--json", env=home.web).out)
    assert newest == found[-1:]
    assert run("log", "front", "--until", "yesterday", "--json", env=home.web).out == "[]\n"
    shown = run("log", "front", env=home.web).out
    assert re.search(r"^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d  Front door  unlock", shown, re.MULTILINE)
    assert run("log", "front", env=home.bridge).status == 4


def interrupt() -> None:
    raise KeyboardInterrupt


def test_a_log_is_followed(home: Home, run: Run) -> None:
    turn(home, locked=False)
    home.simulator.clock.after(100, lambda: turn(home, locked=True))
    home.simulator.clock.after(200, interrupt)
    follow = ("log", "front", "--follow", "--interval", "5", "--json")
    found = run(*follow, "--since", "1h", env=home.web)
    assert [json.loads(line)["action"] for line in found.out.splitlines()] == ["unlock", "lock"]
    assert (found.status, found.err.strip()) == (130, "nuki: interrupted; nothing was changed")


def test_a_log_is_followed_from_the_newest_entry_on(home: Home, run: Run) -> None:
    turn(home, locked=False)
    turn(home, locked=True)
    home.simulator.clock.after(100, lambda: turn(home, locked=False))
    home.simulator.clock.after(200, interrupt)
    follow = ("log", "front", "--follow", "--interval", "5", "--json", "--limit", "1")
    found = run(*follow, env=home.web)
    assert [json.loads(line)["action"] for line in found.out.splitlines()] == ["lock", "unlock"]
    assert found.status == 130


def test_a_watch_is_called_back_and_gives_its_slot_back(served: Home) -> None:
    (bridge,) = served.simulator.bridges
    port = free_port()  # who runs these tests too may have taken the usual one
    files.write_object(files.folder() / "callback.json", {"port": int(port)})
    with running("watch", env=served.bridge) as killed:
        killed.until("watching: the bridge calls back to http://127.0.0.1:")
        (url,) = bridge.callbacks.values()
        assert url.startswith(f"http://127.0.0.1:{port}/")
        assert len(url.rpartition("/")[2]) > 20
        killed.process.kill()
    with running("watch", "--json", env=served.bridge) as found:
        found.until("watching: the bridge calls back to http://127.0.0.1:")
        # The same URL is used again, so that a run that is killed keeps no slot for good.
        assert list(bridge.callbacks.values()) == [url]
        turn(served, locked=False)
        found.until("state_changed")
        with served.simulator.lock:
            served.at("Intercom").press_bell()
        found.until('"rang"')
        assert post(f"{url.rpartition('/')[0]}/other", b"{}") == 403
        found.until("refused a message from 127.0.0.1")
        found.interrupt()
        assert found.end() == 130
    assert "interrupted; the bridge's callback is removed" in found.text
    assert not bridge.callbacks
    first = events(found)[0]
    assert (first["device"], first["event"], first["state"]) == (
        "Front door",
        "state_changed",
        "unlocked",
    )


def test_a_watch_says_when_it_can_only_ask(served: Home) -> None:
    (bridge,) = served.simulator.bridges
    for number in range(3):
        bridge.callbacks[number] = f"http://192.0.2.{number}/"
    watch = ("watch", "--interval", "0.3", "--json")
    path = files.folder() / "callback.json"
    with socket.create_server(("127.0.0.1", 0)) as another:
        taken = another.getsockname()[1]
        files.write_object(path, {"port": taken})
        with running(*watch, env={**served.bridge, **served.web}) as found:
            found.until("the Web API is asked")
            assert "the bridge is asked (the bridge has no slot left" in found.text
            assert "http://192.0.2.1" in found.text
            turn(served, locked=False)
            found.until("state_changed")
            found.until("log_added")
            found.process.terminate()  # as a service is stopped
            assert found.end() == 130
    # Where it listened instead, it will listen again.
    assert files.read_object(path)["port"] not in {taken, 0}


def post(url: str, body: bytes, secret: str = "") -> int:
    """Post as Nuki's server does; the status of the answer."""
    signature = hmac.new(secret.encode(), body, sha256).hexdigest()
    headers = {"X-Nuki-Signature-SHA256": signature}
    return httpx.post(url, content=body, headers=headers).status_code


STATUS = {
    "feature": "DEVICE_STATUS",
    "smartlockId": 17618910285,
    "state": {"state": 3},
    "serverState": 0,
    "adminPinState": 0,
}


def test_webhooks_are_verified_and_shown(served: Home) -> None:
    body = json.dumps(STATUS).encode()
    env = {**served.web, "NUKI_WEBHOOK_SECRET": "the-secret"}
    with running("webhook", "listen", "--port", "0", "--json", env=env) as found:
        url = found.until("\n").split()[-1]
        assert post(url, body, "another") == 403
        assert post(url, body, "the-secret") == 204
        found.until("device_status")
        found.interrupt()
        assert found.end() == 130
    (told,) = events(found)
    assert (told["webhook"], told["device_id"]) == ("device_status", "1A2B3C4D")
    assert told["data"]["state"] == {"state": 3}
    assert "the-secret" not in found.text


def test_a_webhook_is_registered_as_long_as_it_is_listened_to(served: Home) -> None:
    registered = "https://example.com/webhooks/7xQc"
    with WebClient(served.web["NUKI_API_TOKEN"], base_url=served.web_url) as web:
        api_key_id = application(web)
    account = Cloud.of(served.simulator).account(served.simulator.account.account_id)
    known = account.applications[api_key_id]
    listen = ("webhook", "listen", "--port", "0", "--register", registered)
    with running(*listen, "--api-key-id", str(api_key_id), env=served.web) as found:
        url = found.until("\n").split()[-1]
        assert (known.webhook_url, len(known.webhook_features) > 0) == (registered, True)
        with served.simulator.lock:
            known.webhook_url = url  # the simulator does not insist on TLS for this one
        turn(served, locked=False)
        found.until("device_status")
        with served.simulator.lock:
            known.webhook_url = registered
        found.interrupt()
        assert found.end() == 130
    assert "interrupted; the webhook is removed" in found.text
    assert not known.webhook_features


def test_a_watch_is_told_by_webhooks(served: Home) -> None:
    port = free_port()
    url = "https://example.com/9fK2cQ7x"
    webhooks = Cloud.of(served.simulator).account(served.simulator.account.account_id).webhooks
    watch = ("watch", "--json", "--webhook-url", url, "--webhook-port", port)
    with running(*watch, env=served.web) as found:
        found.until("watching: the Web API posts webhooks")
        (registered,) = webhooks.values()
        assert registered.webhook_url == url
        turn(served, locked=False)
        body = json.dumps(STATUS).encode()
        assert post(f"http://127.0.0.1:{port}/", body, registered.secret) == 204
        found.until("state_changed")  # long before the next poll
        found.interrupt()
        assert found.end() == 130
    assert "interrupted; the webhook is removed" in found.text
    assert not webhooks
