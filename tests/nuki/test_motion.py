"""A bolt moves once, whatever happens to the network, and callers are told the truth about it."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import anyio
import pytest

from tests.nuki.faulty_calls import Outcomes, aact, act
from tests.nuki.faulty_server import FAULTS, FaultyServer

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

ACTIONS = 50
APIS = pytest.mark.parametrize("api", ["bridge", "web"])


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    """A server that fails in every way."""
    found = FaultyServer(Random(11))  # noqa: S311
    yield found
    found.close()


def check(server: FaultyServer, outcomes: Outcomes) -> None:
    assert outcomes.executed_again() == []
    assert outcomes.lies() == []
    assert len(outcomes.told) == ACTIONS
    assert set(server.met) == set(FAULTS)
    assert {"ran", "may have run"} <= set(outcomes.told.values())


@APIS
def test_in_a_thread(server: FaultyServer, api: str) -> None:
    check(server, act(server, api, ACTIONS))


@APIS
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_in_a_task(server: FaultyServer, api: str, backend: str) -> None:
    check(server, anyio.run(aact, server, api, ACTIONS, backend=backend))
