"""Every Python block of the README runs, against the demo's server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.demo.bridge_api import BridgeApi
from tests.demo.server import TOKEN, serving
from tests.demo.web_api import WebApi
from tests.layout.tree import ROOT

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


@pytest.fixture(scope="module")
def addresses() -> Iterator[dict[str, str]]:
    with serving(WebApi()) as web, serving(BridgeApi()) as bridge:
        yield {
            "YOUR-TOKEN": TOKEN,
            BRIDGE: bridge,
            "WebClient(": f'WebClient(base_url="{web}", ',
            "OAuth2(": f'OAuth2(server="{web}", client_id=',
            '"CLIENT-SECRET", ': 'client_secret="CLIENT-SECRET", redirect_uri=',
            'input("Redirected to: ")': 'f"https://example.com/nuki?code=1&state={grant.state}"',
            "discover()": f"discover(http=network_of({bridge!r}))",
        }


def network_of(bridge: str) -> httpx.Client:
    """A client to which the vendor's discovery names one bridge."""
    url = httpx.URL(bridge)
    found = {"bridgeId": 1, "ip": url.host, "port": url.port, "dateUpdated": "2026-03-01T00:00:00Z"}
    body = {"bridges": [found], "errorCode": 0}
    return httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, json=body)))


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_a_block_runs(
    block: str, addresses: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for shown, real in addresses.items():
        block = block.replace(shown, real)
    names = {"__name__": "__main__", "network_of": network_of}
    exec(compile(block, "README.md", "exec"), names)  # noqa: S102


@pytest.mark.parametrize("name", ["WebClient", "OAuth2", "HashedToken", "PlainToken", "pair"])
def test_authentication_takes_six_lines_at_most(name: str) -> None:
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
    for command in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)
    commands = re.findall(r"^make \w+", run, re.MULTILINE)
    assert commands == ["make check", "make test"]
    assert all(command in README for command in commands)
