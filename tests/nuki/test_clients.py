from __future__ import annotations

import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import httpx2
import pytest

import nuki
from nuki import (
    NO_RETRY,
    AsyncBridgeClient,
    AsyncWebClient,
    BearerToken,
    BridgeClient,
    EncryptedToken,
    HashedToken,
    PlainToken,
    RetryPolicy,
    WebClient,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

URL = "http://192.168.1.50:8080"
BACKENDS = pytest.mark.parametrize("backend", ["asyncio", "trio"])


class Bridge:
    """Answers every request with the same JSON, and keeps what it was sent."""

    def __init__(self, answer: Any = (), status: int = 200) -> None:
        self.answer, self.status = answer, status
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(self.status, json=self.answer)

    @property
    def queries(self) -> list[dict[str, str]]:
        return [dict(request.url.params) for request in self.requests]


def http_of(handler: Callable[[httpx.Request], httpx.Response]) -> httpx.Client:
    return httpx.Client(transport=httpx.MockTransport(handler))


def bridge_of(handler: Any, **options: Any) -> BridgeClient:
    return BridgeClient(URL, "123456", http=http_of(handler), **{"min_interval": 0, **options})


PORTS = count(10_000)


@pytest.fixture
def fresh_url() -> str:
    """A bridge that no other test talks to, so that no gap is waited for."""
    return f"http://bridge.test:{next(PORTS)}"


def test_the_web_api_is_at_the_vendors() -> None:
    vendor = Bridge([])
    assert WebClient("token-1", http=http_of(vendor)).smartlock.list() == []
    assert str(vendor.requests[0].url) == "https://api.nuki.io/smartlock"
    assert vendor.requests[0].headers["authorization"] == "Bearer token-1"


def test_the_token_may_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUKI_API_TOKEN", " token-2\n")
    vendor = Bridge([])
    WebClient(http=http_of(vendor)).smartlock.list()
    assert vendor.requests[0].headers["authorization"] == "Bearer token-2"


def test_without_any_token_the_error_says_where_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NUKI_API_TOKEN", raising=False)
    with pytest.raises(nuki.ValidationError, match=r"NUKI_API_TOKEN.*Nuki Web"):
        WebClient()


def test_an_empty_token_is_not_looked_up_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUKI_API_TOKEN", "token-2")
    with pytest.raises(nuki.ValidationError, match="the token is empty"):
        WebClient("")


def test_a_token_and_a_scheme_are_one_too_many() -> None:
    with pytest.raises(nuki.ValidationError, match="not both"):
        WebClient("a", auth=BearerToken("b"))


@pytest.mark.parametrize("url", ["192.168.1.50:8080", "ftp://x", "http://x?token=secret"])
def test_a_malformed_url_is_refused(url: str) -> None:
    with pytest.raises(nuki.ValidationError, match=r"http://192\.168\.1\.50:8080") as caught:
        BridgeClient(url, "123456")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        (PlainToken, {"token"}),
        (HashedToken, {"ts", "rnr", "hash"}),
        (EncryptedToken, {"ctoken", "nonce"}),
    ],
)
def test_the_caller_chooses_the_scheme(scheme: Any, names: set[str]) -> None:
    bridge = Bridge([])
    bridge_of(bridge, scheme=scheme).device.list()
    assert set(bridge.queries[0]) == names


def test_a_bridge_gets_the_encrypted_token_by_default() -> None:
    bridge = Bridge([])
    bridge_of(bridge).device.list()
    assert set(bridge.queries[0]) == {"ctoken", "nonce"}


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("scheme", [HashedToken, EncryptedToken])
def test_no_scheme_is_weakened_when_it_is_refused(scheme: Any, status: int) -> None:
    bridge = Bridge({}, status)
    with pytest.raises(nuki.ApiError, match=r"clock_offset\(\)"):
        bridge_of(bridge, scheme=scheme).device.list()
    assert [query for query in bridge.queries if "token" in query] == []
    assert len(bridge.requests) == 1


def test_clocks_are_compared() -> None:
    there = datetime.now(UTC) + timedelta(minutes=7)
    bridge = Bridge({"currentTime": there.isoformat()})
    offset = bridge_of(bridge, scheme=PlainToken).clock_offset()
    assert abs(offset - timedelta(minutes=7)) < timedelta(seconds=5)


@BACKENDS
def test_clocks_are_compared_asynchronously(backend: str) -> None:
    bridge = Bridge({"currentTime": (datetime.now(UTC) - timedelta(hours=1)).isoformat()})

    async def main() -> timedelta:
        http = httpx.AsyncClient(transport=httpx.MockTransport(bridge))
        return await AsyncBridgeClient(URL, "123456", min_interval=0, http=http).clock_offset()

    offset = anyio.run(main, backend=backend)
    assert abs(offset + timedelta(hours=1)) < timedelta(seconds=5)


@pytest.mark.parametrize("answer", [{}, {"currentTime": None}, {"currentTime": "soon"}])
def test_a_bridge_without_clock_cannot_be_compared(answer: dict[str, Any]) -> None:
    with pytest.raises(nuki.DecodeError, match="currentTime"):
        bridge_of(Bridge(answer)).clock_offset()


def test_a_device_out_of_reach_is_an_error_unless_the_caller_looks() -> None:
    bridge = Bridge({"success": False})
    with pytest.raises(nuki.NotExecutedError) as caught:
        bridge_of(bridge).device.lock(1, device_type=0)
    assert caught.value.may_have_run
    assert bridge_of(bridge, check_success=False).device.lock(1, device_type=0).success is False
    assert len(bridge.requests) == 2


def test_a_bridge_that_refuses_says_why() -> None:
    bridge = Bridge({"success": False, "message": "too many callbacks registered"})
    with pytest.raises(nuki.BridgeRefusedError, match="too many callbacks registered"):
        bridge_of(bridge).callback.add("http://192.168.1.20:8000/nuki")


def test_discovery_never_gets_the_token_of_the_bridge() -> None:
    vendor = Bridge({"bridges": [], "errorCode": 0})
    bridge_of(vendor, scheme=PlainToken).discovery.list()
    assert str(vendor.requests[0].url) == "https://api.nuki.io/discover/bridges"
    assert "authorization" not in vendor.requests[0].headers


def test_a_lock_action_may_take_its_time_and_a_list_may_not() -> None:
    bridge = Bridge({"success": True})
    client = bridge_of(bridge)
    client.device.lock(1, device_type=0)
    client.system.info()
    actions, info = (request.extensions["timeout"]["read"] for request in bridge.requests)
    assert actions > 25
    assert info <= 10


def test_the_token_by_button_takes_longer_than_the_button() -> None:
    bridge = Bridge({"success": True, "token": "abcdef"})
    bridge_of(bridge).auth.request()
    assert bridge.requests[0].extensions["timeout"]["read"] > 30


def test_options_apply_to_a_copy() -> None:
    bridge = Bridge({"success": True})
    client = bridge_of(bridge)
    client.with_options(timeout=3).device.lock(1, device_type=0)
    client.device.lock(1, device_type=0)
    copy, original = (request.extensions["timeout"]["read"] for request in bridge.requests)
    assert copy <= 3 < original


@pytest.mark.parametrize(("kind", "seen"), [("bridge", False), ("web", True)])
def test_no_proxy_of_the_environment_sees_a_bridges_token(
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    seen: bool,  # noqa: FBT001
) -> None:
    for name in ("HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")  # nobody listens there
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with socket.create_server(("127.0.0.2", 0)) as server:
        url = f"http://127.0.0.2:{server.getsockname()[1]}"
        server.settimeout(5)

        def serve() -> None:
            connection = server.accept()[0]
            with connection:
                connection.recv(65_536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")

        if seen:
            web = WebClient("t", base_url=url, retry=NO_RETRY)
            with web, pytest.raises(nuki.ConnectError):
                web.smartlock.list()
            return
        thread = threading.Thread(target=serve)
        thread.start()
        with BridgeClient(url, "123456") as bridge:
            assert bridge.device.list() == []
        thread.join()


# One request at a time


class Watched:
    """A bridge that notices two requests at once."""

    def __init__(self) -> None:
        self.running = self.most = self.count = 0
        self._lock = threading.Lock()

    def begin(self) -> None:
        with self._lock:
            self.running += 1
            self.count += 1
            self.most = max(self.most, self.running)

    def end(self) -> httpx.Response:
        with self._lock:
            self.running -= 1
        return httpx.Response(200, json=[])

    def __call__(self, _: httpx.Request) -> httpx.Response:
        self.begin()
        return self.end()

    async def asynchronous(self, _: httpx.Request) -> httpx.Response:
        self.begin()
        await anyio.sleep(0.001)
        return self.end()


def call_in_thread(url: str, bridge: Watched) -> None:
    client = BridgeClient(url, "123456", http=http_of(bridge), min_interval=0)
    for _ in range(10):
        client.device.list()


def call_in_tasks(url: str, bridge: Watched, backend: str) -> None:
    async def main() -> None:
        transport = httpx.MockTransport(bridge.asynchronous)
        client = AsyncBridgeClient(
            url, "123456", http=httpx.AsyncClient(transport=transport), min_interval=0
        )
        async with anyio.create_task_group() as group:
            for _ in range(10):
                group.start_soon(client.device.list)

    anyio.run(main, backend=backend)


def test_all_clients_of_a_bridge_wait_for_each_other(fresh_url: str) -> None:
    bridge = Watched()
    with ThreadPoolExecutor(4) as pool:
        done = [pool.submit(call_in_thread, fresh_url, bridge) for _ in range(2)]
        done += [
            pool.submit(
                call_in_tasks, f"{fresh_url.upper().replace('HTTP', 'http')}/", bridge, name
            )
            for name in ("asyncio", "trio")
        ]
        for each in done:
            each.result()
    assert (bridge.count, bridge.most) == (40, 1)


def test_other_bridges_are_not_waited_for(fresh_url: str) -> None:
    def nested(request: httpx.Request) -> httpx.Response:
        other = BridgeClient(
            fresh_url.replace("bridge", "other"), "123456", http=http_of(Bridge([])), min_interval=0
        )
        return httpx.Response(200, json=[device.to_dict() for device in other.device.list()])

    client = BridgeClient(fresh_url, "123456", http=http_of(nested), timeout=1)
    assert client.device.list() == []


@pytest.mark.slow
def test_a_call_that_waits_for_its_turn_honours_its_timeout(fresh_url: str) -> None:
    caught: list[nuki.RequestTimeoutError] = []

    def nested(request: httpx.Request) -> httpx.Response:
        hasty = BridgeClient(fresh_url, "123456", http=http_of(Bridge([])), timeout=0.02)
        with pytest.raises(nuki.RequestTimeoutError, match=r"waited 0\.02 s in the queue") as info:
            hasty.device.lock(1, device_type=0)
        caught.append(info.value)
        return httpx.Response(200, json=[])

    BridgeClient(fresh_url, "123456", http=http_of(nested)).device.list()
    assert [error.may_have_run for error in caught] == [False]


def test_a_busy_bridge_is_asked_again_to_move_the_bolt() -> None:
    answers = iter([httpx.Response(503, text="HTTP 503 Unavailable")] * 2)

    def busy(request: httpx.Request) -> httpx.Response:
        return next(answers, httpx.Response(200, json={"success": True}))

    quick = RetryPolicy(pause=0.001)
    assert bridge_of(busy, retry=quick).device.lock(1, device_type=0).success is True


def test_names_with_control_characters_do_not_fail_the_list() -> None:
    body = b'[{"nukiId": 1, "deviceType": 0, "name": "Door\x11"}]'
    devices = bridge_of(lambda _: httpx.Response(200, content=body)).device.list()
    assert devices[0].name == "Door\x11"


@pytest.mark.parametrize(
    "headers", [{"Content-Type": "text/plain"}, {"Content-Type": "text/html; charset=latin-1"}, {}]
)
def test_json_is_json_whatever_it_is_called(headers: dict[str, str]) -> None:
    answer = httpx.Response(200, headers=headers, content=b"\xef\xbb\xbf[]")
    assert bridge_of(lambda _: answer).device.list() == []


@pytest.mark.parametrize(
    "body", [b"", b"<html><title>Login</title>", b'[{"nukiId": 1', b"{}", b"\x00\xff" * 99]
)
def test_an_answer_that_is_no_list_is_a_decode_error(body: bytes) -> None:
    with pytest.raises(nuki.DecodeError) as caught:
        bridge_of(lambda _: httpx.Response(200, content=body)).device.list()
    assert caught.value.body == body


@BACKENDS
@pytest.mark.parametrize("library", [httpx, httpx2])
def test_asynchronous_clients_do_the_same(backend: str, library: Any) -> None:
    seen: list[Any] = []

    def answer(request: Any) -> Any:
        seen.append(request)
        return library.Response(200, json=[])

    async def main() -> None:
        http = library.AsyncClient(transport=library.MockTransport(answer))
        async with AsyncWebClient("token-1", http=http) as web:
            assert await web.smartlock.list() == []
        async with AsyncBridgeClient(URL, "123456", http=http, min_interval=0) as bridge:
            assert await bridge.device.list() == []

    anyio.run(main, backend=backend)
    assert [request.url.path for request in seen] == ["/smartlock", "/list"]


# What cannot work is refused when the client is made, by an error of ours


@pytest.mark.parametrize("kind", [WebClient, nuki.AsyncWebClient])
def test_a_web_client_that_cannot_work_is_not_made(kind: Any) -> None:
    wrong = [
        ({"token": "http://127.0.0.1:8080"}, "the token is a URL; pass that as base_url"),
        ({"token": "t", "timeout": "5"}, "timeout must be a finite number of seconds, not '5'"),
        ({"token": "t", "retry": 3}, "retry must be a RetryPolicy or NO_RETRY, not 3"),
        ({"auth": "s3cret"}, "what signs requests is a scheme"),
    ]
    for options, reason in wrong:
        with pytest.raises(nuki.ValidationError, match=reason) as caught:
            kind(**options)
        assert "s3cret" not in str(caught.value)


def test_a_scheme_of_a_bridge_is_a_class(subtests: pytest.Subtests) -> None:
    for scheme in ("plain", PlainToken("123456"), None):
        for kind in (BridgeClient, AsyncBridgeClient):
            with (
                subtests.test(kind=kind, scheme=scheme),
                pytest.raises(
                    nuki.ValidationError, match="scheme takes a class such as PlainToken"
                ),
            ):
                kind(URL, "123456", scheme=scheme)


def test_options_are_checked_too() -> None:
    client: Any = WebClient("t")
    with pytest.raises(nuki.ValidationError, match="retry must be"):
        client.with_options(retry=3)
    with pytest.raises(nuki.ValidationError, match="timeout must be"):
        client.with_options(timeout="5")


@pytest.mark.parametrize("kind", [WebClient, nuki.AsyncWebClient])
@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_certificates_that_cannot_be_read_are_named(
    kind: Any, variable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv(variable, str(tmp_path / "gone"))
    with pytest.raises(nuki.ValidationError, match=f"{variable}=.*/gone .*correct or unset it"):
        kind("t")
    kind("t", base_url="http://127.0.0.1:8080")
    BridgeClient("http://127.0.0.1:8080", "t")


def test_a_file_without_certificates_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "empty.pem").write_text("nothing", encoding="utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "empty.pem"))
    with pytest.raises(nuki.ValidationError, match="SSL_CERT_FILE"):
        WebClient("t")
