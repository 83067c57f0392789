"""One client in several event loops, one after the other."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import anyio

from .clients import APIS, LIBRARIES, Column, aclient, move, read
from .oracle import is_ours, name_of
from .server import FaultServer

if TYPE_CHECKING:
    from collections.abc import Sequence

_TIMEOUT: Final = 1.0
_FIRST_ACTION: Final = 1_000


@dataclass(slots=True)
class Looped:
    """What became of the calls: ``done`` and told so, refused, or wrong."""

    done: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)


async def _open(column: Column, url: str) -> Any:
    # Left open on purpose: the program goes on with it in another loop.
    return await aclient(column, url, _TIMEOUT, ssl.create_default_context()).__aenter__()


def measure(column: Column, backends: Sequence[str]) -> Looped:
    """Open a client in the first of these loops, and move a bolt and read a state in each."""
    found = Looped()
    with FaultServer(_TIMEOUT) as server:
        host = server.host()
        client = anyio.run(_open, column, host.url, backend=backends[0])

        async def call(action: int, make: Any) -> None:
            try:
                await make(client, column.api, action)
            except Exception as error:  # noqa: BLE001 - that is what is looked at
                told = name_of(error)
                done = server.ledger.done[action]
                if not is_ours(error):
                    found.wrong.append(f"undocumented: {told}; carried out {done} times")
                elif make is move and (done or getattr(error, "may_have_run", True)):
                    found.wrong.append(f"{told}; carried out {done} times")
                else:
                    found.refused += 1
            else:
                found.done += 1
                if make is move and server.ledger.done[action] != 1:
                    found.wrong.append(f"carried out {server.ledger.done[action]} times")

        for number, backend in enumerate(backends):
            action = _FIRST_ACTION + 10 * number
            anyio.run(call, action, move, backend=backend)
            anyio.run(call, action + 1, read, backend=backend)
    return found


def columns() -> list[Column]:
    """Asynchronous clients of every sort; which loop they begin in is not their choice."""
    return [Column(library, "asyncio", api) for library in LIBRARIES for api in APIS]
