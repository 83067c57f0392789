"""Serve simulated Nuki devices over both APIs, with a page to look at, until interrupted."""

from __future__ import annotations

import argparse
import ssl
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .serve.keyboard import listen
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
    simulator.web_settings.plain_webhooks |= options.plain_webhooks
    try:
        server = SimulatorServer(
            simulator,
            host=options.host,
            names=options.name,
            web_port=options.web_port,
            bridge_port=options.bridge_port,
            control_port=options.control_port,
            trusted=options.trust,
        )
    except ssl.SSLError:
        return _fail(f"{options.trust}: holds no certificate; expected a file in PEM")
    except FileNotFoundError:
        return _fail(f"{options.trust}: there is no such file; expected certificates in PEM")
    except OSError as error:
        return _fail(f"cannot listen: {error.strerror}; choose another port")

    def ready() -> None:
        _announce(simulator, server)
        listen(simulator)

    server.run(ready)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nuki-simulator", description=__doc__)
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on; any but a loopback address lets the network open your doors",
    )
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        help="a name under which the page is reached besides the address, such as pi.local",
    )
    parser.add_argument("--web-port", type=int, default=8081, help="port of the Web API")
    parser.add_argument("--bridge-port", type=int, default=8080, help="port of the first bridge")
    parser.add_argument("--control-port", type=int, default=8082, help="port of the control API")
    parser.add_argument(
        "--plain-webhooks",
        action="store_true",
        help="let webhooks have http URLs, such as http://127.0.0.1:8000/hook",
    )
    parser.add_argument(
        "--trust",
        type=Path,
        metavar="FILE",
        help="certificates (PEM) that receivers of webhooks may have besides public ones",
    )
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
    lines.append(f"Page      {server.control_url}/   with the control API: GET /acts lists acts")
    if server.exposed:
        warning = "OPEN TO THE NETWORK: whoever reaches this machine can do all this."
        lines.append(f"\033[1;31m{warning}\033[0m" if sys.stdout.isatty() else warning)
    lines.append(
        'Type an act, such as: press_bell Intercom; "help" lists them. Interrupt to stop.\n'
    )
    sys.stdout.write("\n".join(lines))
    sys.stdout.flush()


def _fail(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
