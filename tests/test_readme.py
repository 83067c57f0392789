"""Every Python block of the README runs, against the simulator."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import httpx
import pytest

from nuki import WebClient
from nuki.web import AdvancedApiKeyCreate, AdvancedApiKeyType
from nuki_simulator import SimulatorServer
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN, sample_home
from tools.demo.vendor import vendor_at
from tools.repository import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
AUTHENTICATION = re.findall(
    r"^```python\n(.*?)^```$",
    README.partition("### Authentication")[2].partition("\n### ")[0],
    re.MULTILINE | re.DOTALL,
)
BRIDGE = "http://192.168.1.50:8080"
REDIRECT = "https://example.com/nuki"


@pytest.fixture
def served() -> Iterator[tuple[dict[str, str], dict[str, object]]]:
    """What stands in the README and what is there instead, in order; and names used there."""
    home = sample_home()
    bridge = home.bridges[0]
    home.at(bridge).press_button()
    # A token is encrypted together with the real time.
    bridge.clock_offset = datetime.now(UTC) - home.clock.now()
    bridge.quirks.reading = home.find("Front door").mechanics.motor = 0.1
    home.network.delay = 0.1
    with SimulatorServer(home) as server, vendor_at(server.web_url) as vendor:
        url = server.web_url
        client_id, client_secret = application(url)
        instead = {
            f'BridgeClient("{BRIDGE}", token="YOUR-TOKEN"': (
                f'BridgeClient("{bridge.base_url}", token="{BRIDGE_TOKEN}"'
            ),
            "YOUR-TOKEN": API_TOKEN,
            "WebClient(": f'WebClient(base_url="{url}", ',
            "OAuth2(": f'OAuth2(server="{url}", client_id=',
            "CLIENT-ID": client_id,
            '"CLIENT-SECRET", ': f'client_secret="{client_secret}", redirect_uri=',
            'input("Redirected to: ")': "consent(grant.url)",
            "discover()": "discover(http=vendor)",
        }
        yield instead, {"vendor": vendor, "consent": consent}


def application(url: str) -> tuple[str, str]:
    """Id and secret of a client that may ask users for their consent."""
    wanted = AdvancedApiKeyCreate(
        name="Example",
        description="Example",
        email="owner@example.com",
        country="AT",
        url="https://example.com",
        restricted=False,
        type=AdvancedApiKeyType.ONLY_SECRET,
        webhook_url="",
        webhook_features=[],
    )
    with WebClient(API_TOKEN, base_url=url) as web:
        (key,) = web.api_key.list()
        web.api_key.update(key.api_key_id, redirect_uris=[REDIRECT])
        web.api_key.request_advanced_access(key.api_key_id, wanted)
        made = web.api_key.get_advanced(key.api_key_id)
    return str(key.api_key), str(made.secret)


def consent(url: str) -> str:
    """Open the URL as a user's browser does; the simulator's user always consents."""
    return httpx.get(url).headers["location"]


@pytest.mark.slow
@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_a_block_runs(
    block: str,
    served: tuple[dict[str, str], dict[str, object]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    instead, names = served
    for shown, real in instead.items():
        block = block.replace(shown, real)
    exec(compile(block, "README.md", "exec"), {"__name__": "__main__", **names})  # noqa: S102


def test_authentication_takes_six_lines_at_most(subtests: pytest.Subtests) -> None:
    for name in ("WebClient", "OAuth2", "HashedToken", "PlainToken", "pair"):
        with subtests.test(name=name):
            blocks = [block for block in AUTHENTICATION if name in block]
            assert blocks
            for block in blocks:
                assert len([line for line in block.splitlines() if line]) <= 6


def test_both_apis_are_shown_in_both_ways() -> None:
    shown = "\n".join(BLOCKS)
    clients = ("WebClient", "AsyncWebClient", "BridgeClient", "AsyncBridgeClient")
    assert all(re.search(rf"with {client}\(", shown) for client in clients)


def test_the_commands_of_the_readme_are_what_is_run_for_a_change() -> None:
    run = (ROOT / ".ci/run").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in re.findall(r"^make ([\w-]+)", README, re.MULTILINE):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)
    commands = re.findall(r"^make [\w-]+", run, re.MULTILINE)
    assert commands == ["make check", "make test", "make test-exhaustive"]
    assert all(command in README for command in commands)
