"""What every command writes is held in ``snapshots/``, to be read.

``RECORD_SNAPSHOTS=1 make test`` writes them again; look at the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import nuki
from nuki import bridge, web
from nuki.cli.app import command_of
from nuki.cli.commands import MODULES
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN
from tests.nuki.cli.conftest import process

if TYPE_CHECKING:
    from tests.nuki.cli.conftest import Home, Result, Run

FOLDER = Path(__file__).parent / "snapshots"
RECORDING = bool(os.environ.get("RECORD_SNAPSHOTS"))

# Each scene is whose home it is and what is typed in it: the command, and a line of standard input
# after <<<. What asks nobody is typed in processes of its own, which begin with nothing imported.
SCENES = {
    "doors over a bridge": (
        "bridge",
        """
        nuki devices
        nuki status "Back door" --json
        nuki unlock "Front door"
        nuki unlock "Front door" --yes
        nuki lock 1A2B3C4D --yes --json
        nuki unlatch Office --yes --csv
        nuki lock-n-go Back --yes --no-wait
        nuki open Intercom --yes
        nuki ring-to-open Intercom on --yes
        """,
    ),
    "doors over the Web API": (
        "web",
        """
        nuki status front
        nuki unlock Parcel --yes
        nuki unlock front --dry-run
        nuki log Parcel
        nuki call smartlock.update --smartlock-id front --name "Main door" --no-favorite
        """,
    ),
    "access": (
        "web",
        """
        nuki codes add Anna -d front --from 2026-12-24T15:00 --until 2026-12-27 --weekdays mo-fr \
--daily 08:00-18:00 --dry-run
        nuki codes add Bob --all-doors --weekdays mo-fr --ask-code <<< 678912
        nuki codes edit Bob -d front --weekdays none --daily 08:00-18:00
        nuki codes list --show-codes
        nuki codes remove Bob -d front
        nuki users
        nuki users --door front
        """,
    ),
    "who am I": (
        "",
        """
        nuki devices
        nuki login --url WEB <<< API-TOKEN
        nuki bridge add BRIDGE --with-token --profile office <<< BRIDGE-TOKEN
        nuki profiles
        nuki profiles use office
        nuki profiles list --json
        nuki bridge discover
        nuki bridge remove
        nuki logout --profile default
        nuki login --url WEB --profile summer <<< API-TOKEN
        nuki profiles remove summer
        """,
    ),
    "everything else": (
        "process",
        """
        nuki --version
        nuki
        nuki help statuses
        nuki lock --help
        nuki operations callback
        nuki call callback.add --help
        nuki completion powershell
        nuki watch --help
        nuki webhook listen --help
        """,
    ),
    "what is wrong": (
        "sick",
        """
        nuki doctor
        nuki doctor --web --csv
        nuki doctor --bridge --json
        nuki doctor --report
        nuki doctor --help
        """,
    ),
    "what goes wrong": (
        "web",
        """
        nuki lokc front
        nuki status Cellar
        nuki call device.list
        nuki devices --profile nobody
        """,
    ),
}


def played(home: Home, run: Run, scene: str) -> str:
    """What one sees who types all this."""
    whose, typed = SCENES[scene]
    both = {**home.web, **home.bridge}
    env = {"web": home.web, "bridge": home.bridge, "sick": both}.get(whose, {})
    if whose == "sick":
        fall_sick(home)
    said = {
        "WEB": home.web_url,
        "BRIDGE": home.bridge_url,
        "API-TOKEN": API_TOKEN,
        "BRIDGE-TOKEN": BRIDGE_TOKEN,
    }
    env = env or {"NUKI_API_URL": home.web_url}
    parts: list[str] = []
    for line in filter(None, map(str.strip, typed.splitlines())):
        command, _, stdin = line.partition(" <<< ")
        arguments = [said.get(word, word) for word in shlex.split(command)[1:]]
        entered = f"{said.get(stdin, stdin)}\n" if stdin else ""
        type_it = process if whose == "process" else run
        parts.append(f"$ {line}\n{shown(type_it(*arguments, env=env, stdin=entered))}")
    return "\n".join(parts)


def fall_sick(home: Home) -> None:
    """What a doctor has to find."""
    home.at("Front door").charge(10)
    home.at("Office").lose_connection()
    hands = home.simulator.at(home.simulator.bridges[0])
    hands.register_callback("https://hub.example/secret")
    hands.register_callback("https://hub.example/nuki/bcb")
    hands.register_callback("https://hub.example/api/webhook/1")
    hands.set_clock(300)
    hands.lose_connection()


def shown(done: Result) -> str:
    told = "".join(f"! {line}\n" for line in done.err.splitlines())
    return f"{always(done.out)}{always(told)}[{done.status}]\n"


def always(text: str) -> str:
    """What is another one in each run, as it is in none."""
    text = text.replace(os.environ["NUKI_CONFIG_DIR"], "CONFIG")
    versions = {nuki.__version__: "OURS", web.API_VERSION: "WEB", bridge.API_VERSION: "BRIDGE"}
    for version, word in versions.items():
        text = re.sub(rf"(?<= ){re.escape(version)}\b", word, text)
    text = re.sub(r"Python [\d.]+, \w+", "PYTHON, SYSTEM", text)
    text = re.sub(r"(uptime\W+)\d+", r"\1SECONDS", text)
    text = re.sub(r"\b(299|301)\b", "300", text)
    text = re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:PORT", text)
    text = re.sub(r"\b[0-9a-f]{24}\b", "ID", text)
    moment = r"20\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?"
    return re.sub(moment, "DATE AND TIME", text)


@pytest.mark.slow
@pytest.mark.parametrize("scene", SCENES)
def test_what_one_sees(scene: str, home: Home, run: Run) -> None:
    found, path = played(home, run, scene), FOLDER / f"{scene.replace(' ', '-')}.txt"
    if RECORDING:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_every_command_is_in_a_scene() -> None:
    typed = "\n".join(lines for _, lines in SCENES.values())
    for name in MODULES:
        command = command_of(name)
        inner = getattr(command, "commands", {})
        for wanted in [f"{name} {one}" for one in inner] or [name]:
            assert f"nuki {wanted}" in typed, wanted


def test_every_snapshot_belongs_to_a_scene() -> None:
    names = {f"{scene.replace(' ', '-')}.txt" for scene in SCENES}
    assert {path.name for path in FOLDER.iterdir()} == names
