from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from nuki_simulator.serve import pytest_plugin
from tools.repository import ROOT, project

if TYPE_CHECKING:
    from pathlib import Path

SUITE = """
import asyncio

from nuki.web import LockState


def test_the_door_opens(nuki_simulator, nuki_bridge):
    door = nuki_simulator.find("Front door")
    nuki_bridge.device.unlock(door.nuki_id, device_type=door.type)
    assert door.status.state == LockState.UNLOCKED


def test_each_test_has_a_home_of_its_own(nuki_simulator, nuki_web):
    assert not nuki_simulator.journal
    assert len(nuki_web.smartlock.list()) == 6


def test_asynchronous_clients(nuki_async_web, nuki_async_bridge):
    async def count():
        return len(await nuki_async_web.smartlock.list()), len(
            await nuki_async_bridge.device.list()
        )

    assert asyncio.run(count()) == (6, 4)
"""


@pytest.mark.slow
def test_the_fixtures_work_in_a_suite_of_its_users(tmp_path: Path) -> None:
    (tmp_path / "test_home.py").write_text(SUITE)
    path = os.pathsep.join(str(ROOT / folder) for folder in ("src", "generated", "simulator"))
    plugin = ["-p", "nuki_simulator.serve.pytest_plugin", "-p", "no:cacheprovider", "-W", "error"]
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "pytest", "-q", *plugin, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        # Whether the package is installed, and its plugin loaded already, shall make no difference.
        env={**os.environ, "PYTHONPATH": path, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )
    assert "3 passed" in done.stdout, done.stdout + done.stderr


def test_installing_the_package_registers_the_plugin() -> None:
    entry_points = project("simulator")["project"]["entry-points"]["pytest11"]
    assert entry_points == {"nuki_simulator": pytest_plugin.__name__}
