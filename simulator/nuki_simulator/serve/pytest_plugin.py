"""Fixtures for pytest, which finds them wherever the simulator is installed.

::

    def test_the_door_opens(nuki_simulator, nuki_bridge):
        door = nuki_simulator.find("Front door")
        nuki_bridge.device.unlock(door.nuki_id, device_type=door.type)
        assert door.status.state == LockState.UNLOCKED

``nuki_simulator`` is a fresh :func:`nuki_simulator.sample_home` for each test; override it to test
in a home of your own. The clients are connected to it in process: no sockets, no waiting, and the
same run every time. ``nuki_simulator.clock.advance(seconds)`` lets time pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nuki import AsyncBridgeClient, AsyncWebClient, BridgeClient, WebClient

    from .simulator import Simulator


# Imports stand in the functions: pytest loads this module in every run, wanted or not.


@pytest.fixture
def nuki_simulator() -> Simulator:
    """A simulated home: see :func:`nuki_simulator.sample_home`."""
    from .simulator import sample_home  # noqa: PLC0415 - as above

    return sample_home()


@pytest.fixture
def nuki_web(nuki_simulator: Simulator) -> Iterator[WebClient]:
    """A :class:`nuki.WebClient` of the simulated account."""
    from .clients import connect_web  # noqa: PLC0415 - as above

    with connect_web(nuki_simulator) as client:
        yield client


@pytest.fixture
def nuki_async_web(nuki_simulator: Simulator) -> AsyncWebClient:
    """A :class:`nuki.AsyncWebClient` of the simulated account; there is nothing to close."""
    from .clients import connect_web_async  # noqa: PLC0415 - as above

    return connect_web_async(nuki_simulator)


@pytest.fixture
def nuki_bridge(nuki_simulator: Simulator) -> Iterator[BridgeClient]:
    """A :class:`nuki.BridgeClient` of the simulated bridge, with the encrypted token."""
    from .clients import connect_bridge  # noqa: PLC0415 - as above

    with connect_bridge(nuki_simulator) as client:
        yield client


@pytest.fixture
def nuki_async_bridge(nuki_simulator: Simulator) -> AsyncBridgeClient:
    """A :class:`nuki.AsyncBridgeClient` of the simulated bridge; there is nothing to close."""
    from .clients import connect_bridge_async  # noqa: PLC0415 - as above

    return connect_bridge_async(nuki_simulator)
