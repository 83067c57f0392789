"""Serve simulated Nuki devices over both APIs, on the loopback interface, until interrupted."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .serve.scenario import ScenarioError, load_scenario
from .serve.server import SimulatorServer
from .serve.simulator import sample_home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .serve.simulator import Simulator


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve a scenario, or the sample home; the exit status is 2 for a bad scenario file."""
    options = _parser().parse_args(arguments)
    try:
        # A client's encrypted token holds the time, and a bridge accepts only its own.
        now = datetime.now(UTC)
        path = options.scenario
        simulator = load_scenario(path, now) if path else sample_home(start=now)
    except ScenarioError as error:
        return _fail(str(error))
    if not simulator.tokens:
        simulator.add_token()
    try:
        server = SimulatorServer(
            simulator, web_port=options.web_port, bridge_port=options.bridge_port
        )
    except OSError as error:
        return _fail(f"cannot listen: {error.strerror}; choose another port")
    server.run(lambda: _announce(simulator, server))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nuki-simulator", description=__doc__)
    parser.add_argument("--web-port", type=int, default=8081, help="port of the Web API")
    parser.add_argument("--bridge-port", type=int, default=8080, help="port of the first bridge")
    parser.add_argument(
        "--scenario", type=Path, help="a TOML file that describes the home; else there is a sample"
    )
    return parser


def _announce(simulator: Simulator, server: SimulatorServer) -> None:
    token = next(iter(simulator.tokens))
    lines = [f"Web API   {server.web_url}   token {token}"]
    lines += [
        f"Bridge    {bridge.base_url}   token {bridge.token or 'none yet: ask GET /auth'}"
        for bridge in simulator.bridges
    ]
    lines += [
        f"Device    {device.smartlock_id} ({device.type.name}, {device.nuki_id.hex}) {device.name}"
        for device in simulator.devices.values()
    ]
    sys.stdout.write("\n".join([*lines, "Interrupt to stop.\n"]))
    sys.stdout.flush()


def _fail(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
