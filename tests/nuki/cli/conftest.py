"""A served home for commands that run in this process, or in one of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from nuki.cli import main
from nuki_simulator import Simulator, SimulatorServer
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN, sample_home
from tools.repository import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Result(NamedTuple):
    status: int
    out: str
    err: str


class Home:
    """A served simulator whose devices are quick."""

    def __init__(self, simulator: Simulator, server: SimulatorServer) -> None:
        self.simulator, self.server = simulator, server
        self.web = {"NUKI_API_TOKEN": API_TOKEN, "NUKI_API_URL": server.web_url}
        self.bridge = {
            "NUKI_BRIDGE_URL": server.bridge_urls[0],
            "NUKI_BRIDGE_TOKEN": BRIDGE_TOKEN,
        }

    def at(self, name: str) -> Any:
        return self.simulator.at(self.simulator.find(name))


def quick_home() -> Simulator:
    simulator = sample_home(start=datetime.now(UTC))
    simulator.bridges[0].quirks.reading = 0.02
    simulator.network.delay = 0.05
    for device in simulator.devices.values():
        device.mechanics.motor = device.mechanics.unlatch = device.mechanics.strike = 0.1
    return simulator


@pytest.fixture
def home() -> Iterator[Home]:
    simulator = quick_home()
    with SimulatorServer(simulator) as server:
        yield Home(simulator, server)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration of its own for each test, and no keyring."""
    for name in [name for name in os.environ if name.startswith("NUKI_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NUKI_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return tmp_path / "config"


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process: ``run("devices", "--json", env=home.web)``."""

    def call(*arguments: str, env: dict[str, str] | None = None) -> Result:
        with monkeypatch.context() as patch:
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            status = main(arguments)
        return Result(status, *capsys.readouterr())

    return call


def environment(**variables: str) -> dict[str, str]:
    """The environment of a process of its own."""
    folders = [str(ROOT / name) for name in ("src", "generated", "simulator", ".")]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NUKI_API")}
    return {**kept, "PYTHONPATH": os.pathsep.join(folders), **variables}


COMMAND = [sys.executable, "-c", "import sys; from nuki.cli import main; sys.exit(main())"]


def process(*arguments: str, env: dict[str, str], stdin: str = "") -> Result:
    """Run a command as a process of its own."""
    done = subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, *arguments],
        env=environment(**env),
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return Result(done.returncode, done.stdout, done.stderr)
