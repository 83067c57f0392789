"""The doctor over real sockets: who answers at an address, and who does not."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import anyio
import attrs
import httpx
import pytest

from nuki import AsyncBridgeClient, BridgeClient, PlainToken, WebClient
from nuki.diagnosis import (
    KINDS,
    AsyncDoctor,
    Doctor,
    Finding,
    Network,
    Reach,
    Severity,
    version_check,
)
from nuki_simulator import sample_home
from nuki_simulator.serve.server import SimulatorServer
from tests.nuki.diagnosis.houses import SICK, wrong
from tests.nuki.loopback import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from nuki_core.client import Configured
    from tests.nuki.loopback import Reply

C = TypeVar("C", bound="Configured")

pytestmark = pytest.mark.slow

TOKEN = "SimulatedBridge1"
QUICK = Network(timeout=0.3)
PAGE = b"<html><title>Router</title></html>"


def page(status: int = 200, **headers: str) -> Callable[[str, str, bytes], Reply]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _method, _target, _body: (status, {"Content-Type": "text/html", **named}, PAGE)


def told(status: int, body: object, **headers: str) -> Callable[[str, str, bytes], Reply]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _method, _target, _body: (status, named, json.dumps(body).encode())


@contextmanager
def listening(talk: Callable[[socket.socket], object]) -> Generator[str]:
    """The URL of a server that does something with each connection, and then ends it."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection, suppress(OSError):  # who looks may be gone by now
                talk(connection)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(timeout=5)


def nobody() -> str:
    """The URL of a port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def at_once(client: C) -> C:
    """A client between whose requests no pause is made."""
    unhurried = client._settings

    async def asleep(_: float) -> None:
        pass

    clock = attrs.evolve(unhurried.clock, sleep=lambda _: None, asleep=asleep)
    client._settings = attrs.evolve(unhurried, min_interval=0, clock=clock)
    return client


def examine(bridge_url: str = "", web_url: str = "", **options: Any) -> tuple[Finding, ...]:
    bridge = at_once(BridgeClient(bridge_url, TOKEN)) if bridge_url else None
    web = WebClient("token", base_url=web_url) if web_url else None
    try:
        return wrong(Doctor(bridge, web, **{"network": QUICK, **options}).examine())
    finally:
        for client in (bridge, web):
            if client is not None:
                client.close()


def code(found: tuple[Finding, ...]) -> str:
    (one,) = found
    return one.code


@pytest.mark.slow
def test_a_served_house_in_which_nothing_is_wrong() -> None:
    simulator = sample_home(start=datetime.now(UTC))
    with SimulatorServer(simulator) as server:
        (url,) = server.bridge_urls
        with (
            BridgeClient(url, TOKEN) as bridge,
            WebClient(next(iter(simulator.tokens)), base_url=server.web_url) as web,
        ):
            assert wrong(Doctor(bridge, web, network=QUICK).examine()) == ()


@pytest.mark.slow
def test_a_callback_to_the_bridges_own_machine_is_looked_at_there() -> None:
    simulator = sample_home(start=datetime.now(UTC))
    with SimulatorServer(simulator) as server, serving(page()) as alive:
        hands = simulator.at(simulator.bridges[0])
        hands.register_callback(alive)
        hands.register_callback(nobody())
        (found,) = examine(server.bridge_urls[0])
        assert (found.code, found.where.id) == ("callback-dead", "1")
        assert dict(found.evidence)["reason"] == Reach.REFUSED.value


def test_nobody_listens() -> None:
    assert code(examine(nobody())) == "bridge-refused"


def test_nobody_takes_the_connection() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        port = listener.getsockname()[1]
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.settimeout(0)
            one.connect_ex(("127.0.0.1", port))
        look = QUICK.look("127.0.0.1", port)
        for one in waiting:
            one.close()
    assert look.reach is Reach.TOO_SLOW


def greet(connection: socket.socket) -> None:
    connection.sendall(b"SSH-2.0-dropbear\r\n")
    connection.recv(1 << 16)


def silent(connection: socket.socket) -> None:
    connection.recv(1 << 16)
    connection.settimeout(2)
    connection.recv(1)  # until the other side gives up


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (lambda connection: connection.recv(1 << 16), "bridge-no-answer"),
        (greet, "bridge-something-else"),
        (socket.socket.close, "bridge-no-answer"),
    ],
    ids=["hangs up", "another protocol", "hangs up at once"],
)
def test_who_speaks_no_http(talk: Callable[[socket.socket], object], expected: str) -> None:
    with listening(talk) as url:
        assert code(examine(url)) == expected


def test_who_says_nothing() -> None:
    with listening(silent) as url:
        host, _, port = url.removeprefix("http://").partition(":")
        assert QUICK.listen(host, int(port)).reach is Reach.SILENT


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (page(), "bridge-something-else"),
        (page(404), "bridge-something-else"),
        (page(401, WWW_Authenticate="Basic"), "bridge-something-else"),
        (page(503), "bridge-something-else"),
        (told(200, {"hello": "world"}), "bridge-something-else"),
        (told(200, []), "bridge-something-else"),
        (told(401, {"code": 401}, WWW_Authenticate="Bearer"), "bridge-something-else"),
        (page(502, Via="1.1 proxy"), "bridge-proxy"),
        (page(503, X_Squid_Error="ERR_CONNECT_FAIL 111"), "bridge-proxy"),
        (page(407, Proxy_Authenticate="Basic"), "bridge-proxy"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_who_is_no_bridge(reply: Callable[[str, str, bytes], Reply], expected: str) -> None:
    with serving(reply) as url:
        (found,) = examine(url)
    assert (found.code, found.severity) == (expected, Severity.ERROR)


def test_an_emulated_bridge_is_one_though_it_tells_no_time() -> None:
    answers: dict[str, object] = {
        "/info": {"bridgeType": 2, "ids": {"serverId": 1}},
        "/callback/list": {"callbacks": []},
        "/list": [{"nukiId": 1, "name": "Door", "lastKnownState": {"state": 1}}],
    }

    def reply(_method: str, target: str, _body: bytes) -> Reply:
        return (
            200,
            {"Content-Type": "text/plain"},
            json.dumps(answers[target.partition("?")[0]]).encode(),
        )

    with serving(reply) as url:
        found = examine(url)
    assert {(one.code, one.severity) for one in found} == {("unknown", Severity.INFO)}
    assert [dict(one.evidence)["matter"] for one in found] == [
        "the bridge's clock",
        "whether the bridge is connected to the server",
    ]


def test_a_bridge_speaks_no_tls() -> None:
    with serving(page()) as url:
        assert code(examine(url.replace("http:", "https:"))) == "bridge-https"


def test_a_proxy_of_the_callers_that_fails_is_told_from_the_bridge() -> None:
    with (
        serving(told(401, {"error": "invalid api token"})) as url,
        httpx.Client(proxy=nobody()) as http,
    ):
        bridge = at_once(BridgeClient(url, TOKEN, http=http))
        assert code(wrong(Doctor(bridge, network=QUICK).examine())) == "bridge-proxy"


def test_a_bridge_that_breaks_every_connection_hangs() -> None:
    def reset(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("connection reset by peer", request=request)

    with (
        serving(told(401, {"error": "invalid api token"})) as url,
        httpx.Client(transport=httpx.MockTransport(reset)) as http,
    ):
        bridge = at_once(BridgeClient(url, TOKEN, http=http))
        assert code(wrong(Doctor(bridge, network=QUICK).examine())) == "bridge-no-answer"


def test_an_emulated_bridge_knows_the_plain_token_only_whatever_its_firmware() -> None:
    answers: dict[str, object] = {
        "/info": {
            "bridgeType": 2,
            "versions": {"firmwareVersion": "2.15.0"},
            "currentTime": datetime.now(UTC).isoformat(),
            "serverConnected": True,
        },
        "/callback/list": {"callbacks": []},
        "/list": [{"nukiId": 1, "name": "Door", "lastKnownState": {"state": 1}}],
    }

    def reply(_method: str, target: str, _body: bytes) -> Reply:
        return 200, {}, json.dumps(answers[target.partition("?")[0]]).encode()

    with serving(reply) as url, BridgeClient(url, TOKEN, scheme=PlainToken, min_interval=0) as one:
        assert wrong(Doctor(one, network=QUICK).examine()) == ()


@pytest.mark.slow
def test_a_bridge_that_breaks_one_connection_is_asked_again() -> None:
    simulator = sample_home(start=datetime.now(UTC))
    with SimulatorServer(simulator) as server:
        url = server.bridge_urls[0]
        broken = iter([True])

        def sometimes(request: httpx.Request) -> httpx.Response:
            if any(broken):
                raise httpx.ReadError("connection reset by peer", request=request)
            return httpx.get(str(request.url))

        with httpx.Client(transport=httpx.MockTransport(sometimes)) as http:
            bridge = at_once(BridgeClient(url, TOKEN, http=http))
            assert wrong(Doctor(bridge, network=QUICK).examine()) == ()


# The Web API


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (page(), "web-something-else"),
        (page(404), "web-something-else"),
        (page(500), "web-failing"),
        (page(407), "web-proxy"),
    ],
)
def test_what_answers_in_place_of_the_web_api(
    reply: Callable[[str, str, bytes], Reply], expected: str
) -> None:
    with serving(reply) as url:
        assert code(examine(web_url=url)) == expected


def test_no_tls_with_the_web_api() -> None:
    with serving(page()) as url:
        assert code(examine(web_url=url.replace("http:", "https:"))) == "web-tls"


def test_nobody_is_the_web_api(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = examine(web_url=nobody())
    assert found.code == "web-no-connection"
    assert dict(found.evidence)["reason"] == Reach.REFUSED.value
    proxy = nobody()
    monkeypatch.setenv("http_proxy", proxy)
    monkeypatch.delenv("no_proxy", raising=False)
    (found,) = examine(web_url="http://nuki.test")
    assert found.code == "web-proxy"


# Versions


@pytest.fixture
def index() -> Callable[[object], Any]:
    def examined(latest: object) -> tuple[Finding, ...]:
        def reply(_method: str, target: str, _body: bytes) -> Reply:
            assert target == "/pypi/nuki-sdk/json"
            return 200, {}, json.dumps({"info": {"version": latest}}).encode()

        with serving(reply) as url:
            return examine(index=f"{url}/pypi/nuki-sdk/json")

    return examined


def test_a_later_version_is_told(index: Callable[[object], tuple[Finding, ...]]) -> None:
    (found,) = index("9999.1")
    assert (found.code, found.severity) == ("version-behind", Severity.INFO)
    assert dict(found.evidence)["latest"] == "9999.1"


@pytest.mark.parametrize("latest", ["0.0.1", "0", version_check.installed_version()])
def test_no_later_version(latest: str, index: Callable[[object], tuple[Finding, ...]]) -> None:
    assert index(latest) == ()
    assert index(f"{latest}.0") == ()


@pytest.mark.parametrize("latest", ["1.0rc1", "", 3, None, "1." * 100])
def test_what_is_no_version_is_not_known(
    latest: object, index: Callable[[object], tuple[Finding, ...]]
) -> None:
    (found,) = index(latest)
    assert (found.code, found.severity) == ("unknown", Severity.INFO)


@pytest.mark.parametrize("url", [nobody, "http://pypi.org/json", "ftp://x", "nowhere", "http://["])
def test_an_index_that_does_not_answer_leaves_it_unknown(url: str | Callable[[], str]) -> None:
    (found,) = examine(index=url if isinstance(url, str) else url())
    assert (found.code, found.where.kind) == ("unknown", "library")


def test_nobody_is_asked_for_versions_unless_told() -> None:
    with serving(told(401, {})) as url:
        found = examine(url)
    assert not [one for one in found if one.where.kind == "library"]


def test_who_is_no_bridge_is_found_asynchronously_too() -> None:
    async def run(url: str) -> tuple[Finding, ...]:
        async with at_once(AsyncBridgeClient(url, TOKEN)) as bridge:
            return wrong(await AsyncDoctor(bridge, network=QUICK).examine())

    with serving(page()) as url:
        assert code(anyio.run(run, url)) == "bridge-something-else"
    assert code(anyio.run(run, nobody())) == "bridge-refused"


def test_every_kind_of_finding_is_provoked_somewhere() -> None:
    simulated = {each for house in SICK.values() for each in house.codes}
    served = {"bridge-https", "bridge-something-else", "version-behind", "web-proxy", "web-tls"}
    elsewhere = {"web-something-else", "web-token-expired"}
    assert simulated | served | elsewhere == {kind.code for kind in KINDS}
