"""``python -m tools.cassettes``: record the cassettes, from the simulator or from what is yours."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx

from nuki import EncryptedToken, HashedToken, PlainToken
from nuki.servers import WEB_API

from .cassette import FOLDER, LIVE
from .live import LiveRecording
from .origins import OPERATIONS
from .pseudonyms import Pseudonyms
from .recorder import client
from .simulated import differences, record_all

if TYPE_CHECKING:
    from collections.abc import Sequence

_SCHEMES: Final = {"encrypted": EncryptedToken, "hashed": HashedToken, "plain": PlainToken}
_VARIABLES: Final = {"web": "NUKI_API_TOKEN", "bridge": "NUKI_BRIDGE_TOKEN"}


def main(arguments: Sequence[str] | None = None, http: httpx.Client | None = None) -> int:
    """Record; the exit status is 2 if an argument is missing."""
    parser = argparse.ArgumentParser(prog="python -m tools.cassettes", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    simulated = commands.add_parser("record", help="all cassettes, from the simulator")
    simulated.add_argument("--api", choices=_VARIABLES, help="those of one API only")
    simulated.add_argument("--folder", type=Path, default=FOLDER)
    live = commands.add_parser("live", help="what only reads, from your own account or bridge")
    live.add_argument("--api", action="append", choices=_VARIABLES, required=True)
    live.add_argument("--bridge-url", default="", help="as in http://192.168.1.50:8080")
    live.add_argument("--scheme", choices=_SCHEMES, default="encrypted", help="of a bridge's token")
    live.add_argument(
        "--min-interval", type=float, default=0.5, help="seconds between calls of a bridge"
    )
    live.add_argument(
        "--write",
        action="append",
        type=_named,
        default=[],
        metavar="NAME[=JSON]",
        help="also record this operation, with these arguments, once you confirm it",
    )
    live.add_argument("--folder", type=Path, default=LIVE)
    options = parser.parse_args(arguments)
    folder = options.folder
    if options.command == "record":
        folder.mkdir(parents=True, exist_ok=True)
        apis = [options.api] if options.api else [*_VARIABLES]
        # Beside the folder, so that each file can be moved into it whole.
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".recording-") as fresh:
            number = record_all(Path(fresh), apis)
            different = differences(folder, Path(fresh))
            changed = [name for name in different if Path(name).parts[0] in apis]
            for name in changed:
                recorded, kept = Path(fresh, name), folder / name
                if recorded.exists():
                    kept.parent.mkdir(parents=True, exist_ok=True)
                    recorded.replace(kept)
                else:
                    kept.unlink()
        _say(f"{number} cassettes, {len(changed)} changed")
        return 0
    if "bridge" in options.api and not options.bridge_url:
        _say("pass --bridge-url, as in --bridge-url http://192.168.1.50:8080")
        return 2
    pseudonyms = Pseudonyms()
    with http or httpx.Client(trust_env=False) as opened:
        for api in dict.fromkeys(options.api):
            variable = _VARIABLES[api]
            asked = f"token ({variable} is not set): "
            token = os.environ.get(variable) or getpass.getpass(asked)
            caller = client(
                api,
                token,
                opened,
                url=WEB_API if api == "web" else options.bridge_url,
                scheme=_SCHEMES[options.scheme],
                min_interval=options.min_interval,
            )
            recording = LiveRecording(folder, api, caller, token, pseudonyms)
            for line in recording.read():
                _say(line)
            for name, given in options.write:
                if (api, name) in OPERATIONS:
                    _say(recording.write(name, given, input))
    return 0


def _named(text: str) -> tuple[str, dict[str, Any]]:
    name, _, given = text.partition("=")
    if not any((api, name) in OPERATIONS for api in _VARIABLES):
        raise argparse.ArgumentTypeError(f"{name!r} is no operation, as smartlock.sync is one")
    try:
        arguments = json.loads(given or "{}")
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{name}: the arguments are no JSON: {error}") from None
    if not isinstance(arguments, dict):
        raise argparse.ArgumentTypeError(f'{name}: expected an object, as {{"enable": true}}')
    return name, arguments


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
