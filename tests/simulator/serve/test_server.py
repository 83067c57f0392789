from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from nuki import BridgeClient, PlainToken, WebClient, pair
from nuki.web import WebhookFeature
from nuki_simulator import FaultKind, FaultRule, Simulator, SimulatorServer
from nuki_simulator.__main__ import _announce, main
from nuki_simulator.serve.server import is_loopback
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN, sample_home
from tools.repository import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def served() -> Iterator[tuple[Simulator, SimulatorServer]]:
    home = sample_home()
    for device in home.devices.values():
        device.mechanics.motor = device.mechanics.unlatch = 0.2
    with SimulatorServer(home) as server:
        yield home, server


def get(url: str, timeout: float = 5) -> tuple[int, bytes]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}")
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


@pytest.mark.slow
def test_clients_reach_both_faces_over_sockets(served: tuple[Simulator, SimulatorServer]) -> None:
    home, server = served
    door = home.find("Front door")
    with WebClient(API_TOKEN, base_url=server.web_url) as web:
        assert len(web.smartlock.list()) == 6
    with BridgeClient(
        server.bridge_urls[0], BRIDGE_TOKEN, scheme=PlainToken, min_interval=0
    ) as bridge:
        assert bridge.device.unlock(door.nuki_id, device_type=4).success
    assert len(home.journal) == 1


@pytest.mark.slow
def test_the_bridge_is_busy_while_it_waits(served: tuple[Simulator, SimulatorServer]) -> None:
    home, server = served
    home.bridges[0].quirks.extra_delay = 0.3
    url = f"{server.bridge_urls[0]}/info?token={BRIDGE_TOKEN}"
    with ThreadPoolExecutor() as threads:
        statuses = [status for status, _ in threads.map(get, [url] * 3)]
    assert sorted(statuses) == [200, 503, 503]


@pytest.mark.slow
def test_a_token_is_handed_out_over_sockets(served: tuple[Simulator, SimulatorServer]) -> None:
    home, server = served
    home.at(home.bridges[0]).press_button()
    assert pair(server.bridge_urls[0]) == BRIDGE_TOKEN


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (FaultKind.RESET_BEFORE, ConnectionError),
        (FaultKind.RESET_AFTER, ConnectionError),
        (FaultKind.TRUNCATE, http.client.IncompleteRead),
    ],
)
def test_connections_break_over_sockets(
    served: tuple[Simulator, SimulatorServer], kind: FaultKind, error: type[Exception]
) -> None:
    home, server = served
    home.faults.add(FaultRule(kind=kind))
    url = f"{server.bridge_urls[0]}/info?token={BRIDGE_TOKEN}"
    with pytest.raises(error):
        get(url)
    assert get(url)[0] == 200


@pytest.mark.slow
def test_a_stalled_answer_does_not_come(served: tuple[Simulator, SimulatorServer]) -> None:
    home, server = served
    home.faults.add(FaultRule(kind=FaultKind.STALL, seconds=1))
    with pytest.raises(TimeoutError):
        get(f"{server.bridge_urls[0]}/info?token={BRIDGE_TOKEN}", timeout=0.3)


@pytest.mark.slow
def test_callbacks_arrive_over_sockets(served: tuple[Simulator, SimulatorServer]) -> None:
    home, server = served
    told: list[dict[str, object]] = []
    heard = threading.Event()

    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()
            heard.set()

        def log_message(self, *_arguments: object) -> None:
            """Stay silent."""

    with HTTPServer(("127.0.0.1", 0), Listener) as listener:
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        bridge = home.bridges[0]
        bridge.callbacks[0] = f"http://127.0.0.1:{listener.server_port}/"
        door = home.find("Back door")
        get(f"{server.bridge_urls[0]}/unlock?token={BRIDGE_TOKEN}&nukiId={door.nuki_id:d}")
        assert heard.wait(5)
        listener.shutdown()
        thread.join()
    assert [message["state"] for message in told] == [3]


@pytest.mark.slow
def test_answers_carry_no_real_time(served: tuple[Simulator, SimulatorServer]) -> None:
    _, server = served
    parts = urlsplit(server.bridge_urls[0])
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    connection.request("GET", f"/callback/list?token={BRIDGE_TOKEN}")
    names = {name.lower() for name, _ in connection.getresponse().getheaders()}
    connection.close()
    assert names == {"connection", "content-type", "transfer-encoding"}


@pytest.mark.slow
def test_the_command_prints_what_to_use_and_stops_when_told(tmp_path: Path) -> None:
    scenario = tmp_path / "home.toml"
    scenario.write_text(
        '[[token]]\ntext = "web-token"\n[[bridge]]\ntoken = "bridge-token"\n'
        '[[device]]\ntype = "SMART_LOCK"\nname = "Shed"\nid = "0000ABCD"\nbridge = 1\n'
    )
    command = [sys.executable, "-m", "nuki_simulator", "--web-port", "0", "--bridge-port", "0"]
    path = os.pathsep.join(str(ROOT / folder) for folder in ("src", "generated", "simulator"))
    with subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--scenario", str(scenario), "--control-port", "0", "--plain-webhooks"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            lines = [process.stdout.readline() for _ in range(5)]
            process.stdin.write("turn_key locked=no\n")
            process.stdin.flush()
            turned = process.stdout.readline()
            base_url = lines[1].split()[1]
            found = json.loads(get(f"{base_url}/list?token=bridge-token")[1])
            with BridgeClient(base_url, token="bridge-token") as bridge:  # encrypted: clocks agree
                listed = bridge.device.list()
            with WebClient("web-token", base_url=lines[0].split()[2]) as web:
                features = [WebhookFeature.DEVICE_LOGS]
                url = "http://127.0.0.1:9/"
                assert web.advanced_api.create_decentral_webhook(features, url).id
            process.send_signal(signal.SIGTERM)
            assert process.wait(10) == 0
        finally:
            process.kill()
    assert "token web-token" in lines[0]
    assert lines[3].split()[0] == "Page"
    assert "state UNLOCKED" in turned
    assert lines[2].split() == ["Device", "43981", "(SMART_LOCK,", "0000ABCD)", "Shed"]
    assert [device["name"] for device in found] == ["Shed"]
    assert [device.name for device in listed] == ["Shed"]


def test_a_bad_scenario_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = tmp_path / "home.toml"
    scenario.write_text('[[device]]\nname = "Shed"\ntype = "DOOR"\n')
    assert main(["--scenario", str(scenario)]) == 2
    assert f"{scenario}, line 3: type is 'DOOR'; expected one of SMART_LOCK" in (
        capsys.readouterr().err
    )


@pytest.mark.slow
def test_a_taken_port_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with SimulatorServer(sample_home()) as server:
        port = urlsplit(server.web_url).port
        assert main(["--web-port", str(port)]) == 2
    assert "choose another port" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "text"), [(None, "there is no such file"), ("nothing", "holds no certificate")]
)
def test_certificates_that_are_none_are_explained(
    content: str | None, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "trusted.pem"
    if content is not None:
        path.write_text(content)
    assert main(["--trust", str(path)]) == 2
    assert f"{path}: {text}" in capsys.readouterr().err


@pytest.mark.slow
def test_stopping_does_not_take_long() -> None:
    begun = time.monotonic()
    with SimulatorServer(sample_home()):
        pass
    assert time.monotonic() - begun < 5


def control(server: SimulatorServer, path: str, **arguments: object) -> dict[str, object]:
    """Do an act over the control API."""
    parts = urlsplit(server.control_url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    try:
        connection.request("POST", path, json.dumps(arguments))
        answer = connection.getresponse()
        found: dict[str, object] = json.loads(answer.read())
    finally:
        connection.close()
    assert answer.status == 200, found
    return found


@pytest.mark.slow
def test_somebody_at_the_desk_presses_the_button_while_pair_waits(
    served: tuple[Simulator, SimulatorServer],
) -> None:
    home, server = served
    bridge = home.bridges[0]
    bridge.token = None
    with ThreadPoolExecutor() as threads:

        def press_once_asked() -> None:
            if bridge.busy:
                threads.submit(control, server, "/bridges/1/press_button")
            else:
                home.clock.after(0.05, press_once_asked)

        with home.lock:
            press_once_asked()
        token = threads.submit(pair, server.bridge_urls[0]).result()
    assert token == bridge.token
    # A client's encrypted token holds the real time.
    bridge.clock_offset = datetime.now(UTC) - home.clock.now()
    with BridgeClient(server.bridge_urls[0], token, min_interval=0) as client:
        assert len(client.device.list()) == 4


@pytest.mark.slow
def test_time_that_stands_still_goes_on_by_steps(served: tuple[Simulator, SimulatorServer]) -> None:
    home, server = served
    door = home.find("Back door")
    door.mechanics.motor = 600
    control(server, "/house/set_speed", factor=0)
    url = f"{server.bridge_urls[0]}/unlock?token={BRIDGE_TOKEN}&nukiId={door.nuki_id:d}"
    moving = threading.Event()
    home.listen(lambda _: moving.set())
    with ThreadPoolExecutor() as threads:
        unlocking = threads.submit(get, url)
        assert moving.wait(5)
        assert control(server, "/house/step", seconds=599.9)["speed"] == 0
        assert door.moving
        control(server, "/house/step", seconds=1)
        assert unlocking.result(timeout=5)[0] == 200
    assert door.status.state == 3


@pytest.mark.slow
def test_a_house_ten_times_as_fast_takes_tokens_of_the_real_time(
    served: tuple[Simulator, SimulatorServer],
) -> None:
    home, server = served
    bridge = home.bridges[0]
    bridge.clock_offset = datetime.now(UTC) - home.clock.now()
    control(server, "/house/step", seconds=3600)
    control(server, "/house/set_speed", factor=10)
    with BridgeClient(server.bridge_urls[0], BRIDGE_TOKEN, min_interval=0) as client:
        assert len(client.device.list()) == 4


# The page, and other houses


@pytest.mark.slow
def test_the_log_comes_live_and_goes_on_where_it_was(
    served: tuple[Simulator, SimulatorServer],
) -> None:
    _, server = served
    get(f"{server.web_url}/smartlock")
    parts = urlsplit(server.control_url)
    last = ""
    for expected in (1, 2):
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
        connection.request("GET", "/live", headers={"Last-Event-ID": last})
        answer = connection.getresponse()
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        while not last.endswith(f"-{expected}"):
            row = answer.readline().decode()
            last = row.removeprefix("id: ").strip() if row.startswith("id: ") else last
        connection.close()
        get(f"{server.web_url}/smartlock")


@pytest.mark.slow
def test_who_watches_does_not_keep_it_from_stopping() -> None:
    with SimulatorServer(sample_home()) as server:
        parts = urlsplit(server.control_url)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
        connection.request("GET", "/live")
        connection.getresponse().readline()
        begun = time.monotonic()
    assert time.monotonic() - begun < 5
    connection.close()


HOUSE = """
[[bridge]]
token = "first"
[[bridge]]
token = "second"
[[device]]
type = "SMART_LOCK"
name = "Shed"
bridge = 2
"""


def put(server: SimulatorServer, text: str) -> dict[str, object]:
    parts = urlsplit(server.control_url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    connection.request("PUT", "/scenario", text)
    found: dict[str, object] = json.loads(connection.getresponse().read())
    connection.close()
    return found


@pytest.mark.slow
def test_another_house_is_served_with_all_its_bridges(
    served: tuple[Simulator, SimulatorServer],
) -> None:
    home, server = served
    first = server.bridge_urls[0]
    put(server, HOUSE)
    assert server.bridge_urls[0] == first
    assert get(f"{first}/list?token=first") == (200, b"[]")
    (shed,) = json.loads(get(f"{server.bridge_urls[1]}/list?token=second")[1])
    assert shed["name"] == "Shed"
    second = server.bridge_urls[1]
    put(server, "")
    for url in (first, second):
        with pytest.raises(ConnectionError):
            get(f"{url}/list?token=first")
    assert not home.bridges


def taken_after_a_free_one() -> tuple[socket.socket, int]:
    """A socket that takes a port whose neighbour below is free."""
    while True:
        other = socket.socket()
        other.bind(("127.0.0.1", 0))
        taken: int = other.getsockname()[1]
        with closing(socket.socket()) as below:
            try:
                below.bind(("127.0.0.1", taken - 1))
            except OSError:
                other.close()
            else:
                return other, taken


@pytest.mark.slow
def test_a_further_bridge_takes_another_port_where_its_own_is_taken() -> None:
    other, taken = taken_after_a_free_one()
    with closing(other), SimulatorServer(sample_home(), bridge_port=taken - 1) as server:
        put(server, HOUSE)
        first, second = server.bridge_urls
        assert first == f"http://127.0.0.1:{taken - 1}"
        assert second != f"http://127.0.0.1:{taken}"
        assert get(f"{second}/list?token=second")[0] == 200


@pytest.mark.slow
def test_a_request_under_way_gets_no_answer_from_another_house(
    served: tuple[Simulator, SimulatorServer],
) -> None:
    home, server = served
    door = home.find("Back door")
    door.mechanics.motor = 600
    moving = threading.Event()
    home.listen(lambda _: moving.set())
    url = f"{server.bridge_urls[0]}/unlock?token={BRIDGE_TOKEN}&nukiId={door.nuki_id:d}"
    with ThreadPoolExecutor() as threads:
        unlocking = threads.submit(get, url, 30)
        assert moving.wait(5)
        put(server, HOUSE)
        control(server, "/house/step", seconds=601)
        with pytest.raises(ConnectionError):
            unlocking.result()
    assert not home.journal


@pytest.mark.slow
@pytest.mark.parametrize(
    ("host", "names", "exposed", "url"),
    [
        ("127.0.0.1", (), False, "http://127.0.0.1:"),
        ("0.0.0.0", (), True, "http://127.0.0.1:"),  # noqa: S104 - nobody else calls it
        ("0.0.0.0", ("localhost",), True, "http://localhost:"),  # noqa: S104 - as above
    ],
)
def test_it_knows_whether_the_network_reaches_it(
    *, host: str, names: tuple[str, ...], exposed: bool, url: str
) -> None:
    with SimulatorServer(sample_home(), host=host, names=names) as server:
        status, about = get(f"{server.control_url}/about")
        assert (status, json.loads(about)["exposed"], server.exposed) == (200, exposed, exposed)
        assert all(
            each.startswith(url)
            for each in (server.control_url, server.web_url, *server.bridge_urls)
        )
        port = urlsplit(server.control_url).port
        assert get(f"http://127.0.0.1:{port}/house")[0] == 200
        if exposed and sys.platform == "linux":  # where the whole of 127.0.0.0/8 is this machine
            assert get(f"http://127.0.0.2:{port}/house")[0] == 200


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        *(("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True)),
        *(("0.0.0.0", False), ("192.168.1.20", False), ("pi.local", False)),  # noqa: S104 - compared
    ],
)
def test_loopback_is_told_from_the_network(*, host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


@pytest.mark.slow
def test_the_command_says_that_it_is_open_to_the_network(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for host, said in (("127.0.0.1", False), ("0.0.0.0", True)):  # noqa: S104 - nobody else calls it
        home = sample_home()
        with SimulatorServer(home, host=host) as server:
            _announce(home, server)
        told = capsys.readouterr().out
        assert f"Page      {server.control_url}/" in told
        assert ("OPEN TO THE NETWORK" in told) is said
