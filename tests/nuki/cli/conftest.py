"""A simulated home for commands that run in this process, in one of their own, or on a terminal.

In this process there is no network and no waiting: what a command sends is answered in process,
and its clients live on the simulator's clock. Processes of their own ask a home that is served.
Whatever they write is looked through: no token may stand in it.
"""

from __future__ import annotations

import os
import pty
import re
import secrets
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import httpx
import pytest

from nuki.cli import app, main
from nuki.cli.session import Session
from nuki.cli.variables import take_variables
from nuki_core.request_queue import RequestQueue
from nuki_simulator import Simulator, SimulatorServer
from nuki_simulator.serve.clients import virtual_clock
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN, sample_home
from nuki_simulator.serve.transports import SimulatorTransport
from tools.repository import ROOT

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

_PATIENCE = 60.0


class Result(NamedTuple):
    status: int
    out: str
    err: str


class Home:
    """A simulator whose devices are quick, and where its two APIs are."""

    def __init__(self, simulator: Simulator, web_url: str) -> None:
        self.simulator, self.web_url = simulator, web_url
        self.bridge_url = simulator.bridges[0].base_url
        self.web = {"NUKI_API_TOKEN": API_TOKEN, "NUKI_API_URL": web_url}
        self.bridge = {"NUKI_BRIDGE_URL": self.bridge_url, "NUKI_BRIDGE_TOKEN": BRIDGE_TOKEN}

    def at(self, name: str) -> Any:
        return self.simulator.at(self.simulator.find(name))

    def state_of(self, name: str) -> str:
        return str(self.simulator.find(name).status.state.name)


def quick_home() -> Simulator:
    simulator = sample_home(start=datetime.now(UTC))
    simulator.bridges[0].quirks.reading = 0.02
    simulator.network.delay = 0.05
    for device in simulator.devices.values():
        device.mechanics.motor = device.mechanics.unlatch = device.mechanics.strike = 0.1
    return simulator


@pytest.fixture
def served() -> Iterator[Home]:
    """A home for processes: it is served, in real time."""
    with SimulatorServer(simulator := quick_home()) as server:
        yield Home(simulator, server.web_url)


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home for commands in this process: the HTTP library finds it in place of a network."""
    simulator = quick_home()
    # No request gets as far as these ports, which no system gives away by itself.
    simulator.bridges[0].ip, simulator.bridges[0].port = "127.0.0.1", 65_002
    home, inside = Home(simulator, "http://127.0.0.1:65001"), SimulatorTransport(simulator)
    outside = httpx.HTTPTransport.handle_request

    def handle_request(transport: httpx.HTTPTransport, request: httpx.Request) -> Any:
        url = f"{request.url.scheme}://{request.url.netloc.decode()}"
        if url == home.web_url:
            request = httpx.Request(
                request.method,
                request.url.copy_with(scheme="https", host="api.nuki.io", port=443),
                headers=request.headers,
                stream=request.stream,
                extensions=request.extensions,
            )
        elif url != home.bridge_url:
            return outside(transport, request)
        return inside.handle_request(request)

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", handle_request)
    return home


class VirtualSession(Session):
    """A session whose clients live on the simulator's clock: nothing that they do is waited for."""

    simulator: Simulator

    def clients(self) -> Any:
        found = super().clients()
        for client in (found.web, found.bridge):
            if client is not None:
                clock, queue = virtual_clock(self.simulator), RequestQueue(1)
                client._settings = attrs.evolve(client._settings, clock=clock, queue=queue)
        return found


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration of its own for each test, and no keyring."""
    for name in [name for name in os.environ if name.startswith("NUKI_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NUKI_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path / "config"


# No secret is told


class Told:
    """Everything that was written, and the secrets that may not stand in it."""

    def __init__(self) -> None:
        self.secrets = {API_TOKEN, BRIDGE_TOKEN}
        self.texts: list[str] = []


_TOLD = Told()


@pytest.fixture(autouse=True)
def told(caplog: pytest.LogCaptureFixture) -> Iterator[Told]:
    """Look through all that a test had written or logged, and through what processes were given."""
    _TOLD.texts.clear()
    _TOLD.secrets = {API_TOKEN, BRIDGE_TOKEN}
    with caplog.at_level("DEBUG"):
        yield _TOLD
    texts = [*_TOLD.texts, *(record.getMessage() for record in caplog.records)]
    assert not [(text, one) for text in texts for one in _TOLD.secrets if one in text]


# Ways to run


Run = Callable[..., Result]


@pytest.fixture
def start(request: pytest.FixtureRequest) -> Callable[[Sequence[str]], int]:
    """Start a command; in a test that has a home, its clients live on that one's clock."""
    if "home" not in request.fixturenames:
        return main
    simulator = request.getfixturevalue("home").simulator

    def start_on_its_clock(arguments: Sequence[str]) -> int:
        session = VirtualSession(take_variables())
        session.simulator = simulator
        return app.run(arguments, session)

    return start_on_its_clock


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    start: Callable[[Sequence[str]], int],
) -> Run:
    """Run a command in this process: ``run("devices", "--json", env=home.web)``."""

    def call(*arguments: str, env: dict[str, str] | None = None, stdin: str = "") -> Result:
        reading, writing = os.pipe()
        os.write(writing, stdin.encode())
        os.close(writing)
        with monkeypatch.context() as patch, os.fdopen(reading, encoding="utf-8") as typed:
            patch.setattr(sys, "stdin", typed)
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            status = start(arguments)
        result = Result(status, *capsys.readouterr())
        _TOLD.texts += [*arguments, result.out, result.err]
        return result

    return call


@pytest.fixture
def run_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, start: Callable[[Sequence[str]], int]
) -> Run:
    """As ``run``, on a terminal; output and errors come together, and ``stdin`` is typed."""

    def call(*arguments: str, env: dict[str, str] | None = None, stdin: str = "") -> Result:
        near, far = pty.openpty()
        shown = list[bytes]()

        def watch() -> None:
            with suppress(OSError):  # the other end is closed
                while text := os.read(near, 65536):
                    shown.append(text)

        watching = threading.Thread(target=watch)
        watching.start()
        os.write(near, stdin.encode())
        with (
            monkeypatch.context() as patch,
            open(far, encoding="utf-8", closefd=False) as typed,
            open(far, "w", encoding="utf-8", closefd=False) as screen,
        ):
            patch.setattr(sys, "stdin", typed)
            patch.setattr(sys, "stdout", screen)
            patch.setattr(sys, "stderr", screen)
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            status = start(arguments)
        os.close(far)
        watching.join()
        os.close(near)
        result = Result(status, b"".join(shown).decode(), "")
        _TOLD.texts += [*arguments, result.out]
        return result

    return call


def environment(variables: dict[str, str]) -> dict[str, str]:
    """The environment of a process of its own."""
    folders = [str(ROOT / name) for name in ("src", "generated", "simulator", ".")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(folders), **variables}


def free_port() -> str:
    """A port that is free, and that no system gives to whoever asks for any."""
    while True:
        port = 20_000 + secrets.randbelow(10_000)
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return str(port)


COMMAND = [sys.executable, "-c", "import sys; from nuki.cli import main; sys.exit(main())"]
# Opening it makes it the terminal that controls the process, which getpass asks.
_CONTROLLED = "import os; os.close(os.open(os.ttyname(0), os.O_RDWR)); "
ON_A_TERMINAL = [*COMMAND[:2], _CONTROLLED + COMMAND[2]]


def process(*arguments: str, env: dict[str, str], stdin: str = "") -> Result:
    """Run a command as a process of its own."""
    done = subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, *arguments],
        env=environment(env),
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
    )
    _TOLD.texts += [*arguments, done.stdout, done.stderr]
    return Result(done.returncode, done.stdout, done.stderr)


class Running:
    """A process that goes on: what it wrote is read with ``until``."""

    def __init__(self, started: subprocess.Popen[bytes], reading: int, writing: int) -> None:
        self.process, self._reading, self._writing = started, reading, writing
        self.text = ""

    def until(self, wanted: str) -> str:
        """Read until this stands there."""
        ends = time.monotonic() + _PATIENCE
        while wanted not in self.text:
            assert time.monotonic() < ends, f"{wanted!r} never came: {self.text!r}"
            if not self.read(0.5) and self.process.poll() is not None and not self.read(0):
                raise AssertionError(f"it ended before {wanted!r}: {self.text!r}")
        return self.text

    def type(self, text: str) -> None:
        os.write(self._writing, text.encode())

    def interrupt(self) -> None:
        self.process.send_signal(signal.SIGINT)

    def interrupted(self) -> int:
        """Interrupt it until it ends: it may not have begun to read what it asks for."""
        for _ in range(10):
            self.interrupt()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
                break
        return self.end()

    def end(self) -> int:
        """Wait for its end; the exit status."""
        ends = time.monotonic() + _PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < ends, f"it does not end: {self.text!r}"
            self.read(0.05)
        while self.read(0):
            pass
        _TOLD.texts.append(self.text)
        return self.process.returncode

    def read(self, seconds: float) -> bool:
        """Read what is there within so many seconds; false if nothing is."""
        if not select.select([self._reading], [], [], seconds)[0]:
            return False
        try:
            found = os.read(self._reading, 65536)
        except OSError:  # a terminal whose other end is closed
            found = b""
        self.text += found.decode(errors="replace")
        return bool(found)


@contextmanager
def running(*arguments: str, env: dict[str, str], terminal: bool = False) -> Generator[Running]:
    """A command that goes on meanwhile; its output and its errors come together."""
    _TOLD.texts += arguments
    near, far = pty.openpty() if terminal else os.pipe()
    writing = near if terminal else os.open(os.devnull, os.O_WRONLY)
    started = subprocess.Popen(  # noqa: S603 - our own command
        [*(ON_A_TERMINAL if terminal else COMMAND), *arguments],
        env=environment(env),
        stdin=far if terminal else subprocess.DEVNULL,
        stdout=far,
        stderr=far,
        start_new_session=True,
    )
    os.close(far)
    try:
        yield Running(started, near, writing)
    finally:
        if started.poll() is None:
            started.kill()
        started.wait()
        os.close(near)
        if not terminal:
            os.close(writing)


_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")


def plain(text: str) -> str:
    """What a terminal was sent, without what moves its cursor and colours it."""
    return _ESCAPES.sub("", text)
