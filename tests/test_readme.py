"""Every Python block of the README runs, against the demo's server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.demo.bridge_api import BridgeApi
from tests.demo.server import TOKEN, serving
from tests.demo.web_api import WebApi
from tests.layout.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
BRIDGE = "http://192.168.1.50:8080"


@pytest.fixture(scope="module")
def addresses() -> Iterator[dict[str, str]]:
    with serving(WebApi()) as web, serving(BridgeApi()) as bridge:
        yield {
            "YOUR-TOKEN": TOKEN,
            BRIDGE: bridge,
            "WebClient(token": f'WebClient(base_url="{web}", token',
        }


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_a_block_runs(block: str, addresses: dict[str, str]) -> None:
    for shown, real in addresses.items():
        block = block.replace(shown, real)
    exec(compile(block, "README.md", "exec"), {"__name__": "__main__"})  # noqa: S102


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
