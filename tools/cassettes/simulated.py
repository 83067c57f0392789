"""Recording all cassettes from the simulator, and comparing two recordings."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from nuki import EncryptedToken
from nuki_core.errors import ApiError

from .masking import Masking
from .origins import OPERATIONS, ORIGINS, redirected
from .recorder import client, record
from .scenarios import scenarios
from .server import LoopbackServer

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from .scenarios import Prepared, Scenario


class UnexpectedAnswerError(Exception):
    """A scenario did not end with the status in its cassette's name."""


def record_each(
    folder: Path, apis: Container[str] = ORIGINS
) -> Iterator[tuple[Scenario, Prepared]]:
    """Record every scenario of these APIs below a folder, and yield each when its call is over."""
    # vcrpy mentions each request, of which there are hundreds.
    logging.getLogger("vcr").setLevel(logging.ERROR)
    with LoopbackServer() as server, redirected(server.port) as http:
        for scenario in scenarios():
            if scenario.api not in apis:
                continue
            prepared = scenario.prepare()
            server.app = prepared.app
            masking = Masking(scenario.api, OPERATIONS[scenario.api, scenario.name], private=False)
            scheme = partial(EncryptedToken, now=prepared.simulator.clock.now)
            caller = client(scenario.api, prepared.token, http, scheme=scheme)
            outcome = record(folder / scenario.path, masking, caller, prepared.request)
            status = outcome.status if isinstance(outcome, ApiError) else None
            if status != scenario.status:
                raise UnexpectedAnswerError(f"{scenario.path}: the answer was {outcome!r}")
            yield scenario, prepared


def record_all(folder: Path, apis: Container[str] = ORIGINS) -> int:
    """Record every scenario of these APIs below a folder; says how many there were."""
    return sum(1 for _ in record_each(folder, apis))


def differences(folder: Path, other: Path) -> list[str]:
    """The cassettes that are not the same bytes in both folders, or are in one only."""
    here, there = _cassettes(folder), _cassettes(other)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def _cassettes(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.yaml")}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith("live/")}
