"""After ``warm_up``, calls load nothing in the thread of the event loop."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PROGRAM = Path(__file__).parent / "watched_loop.py"


@pytest.mark.parametrize(
    ("api", "library", "loop"),
    [
        ("web", "own", "asyncio"),
        ("bridge", "own", "trio"),
        ("web", "aiohttp", "asyncio"),
        pytest.param("bridge", "own", "asyncio", marks=pytest.mark.exhaustive),
        pytest.param("web", "own", "trio", marks=pytest.mark.exhaustive),
        pytest.param("bridge", "aiohttp", "asyncio", marks=pytest.mark.exhaustive),
    ],
)
def test_calls_neither_import_nor_open_anything_in_the_event_loop(
    api: str, library: str, loop: str
) -> None:
    command = [sys.executable, str(PROGRAM), api, library, loop]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
