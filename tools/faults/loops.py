"""One client in several event loops, one after the other: ``python -m tools.faults.loops``."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final

import anyio

from .clients import Column, move, open_aclient, read
from .clients import columns as sorts
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


def measure(column: Column, backends: Sequence[str]) -> Looped:
    """Move a bolt and read a state in each of these loops, one after the other."""
    found = Looped()
    with FaultServer(_TIMEOUT) as server:
        host = server.host()
        client: Any = None

        async def call(action: int, make: Any) -> None:
            nonlocal client
            if client is None:
                # Never closed: the loop in which that could be done is gone when it would be time.
                client, _ = open_aclient(column, host.url, _TIMEOUT, server.certificates.trusting)
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
    return [column for column in sorts() if column.driver == "asyncio"]


LOOPS: Final = (("asyncio",) * 6, ("trio",) * 6, ("asyncio", "trio") * 3)


def pairs() -> list[tuple[Column, tuple[str, ...]]]:
    """Every sort of client in every sequence of loops; a session of aiohttp begins on asyncio."""
    return [
        (column, loops)
        for column in columns()
        for loops in LOOPS
        if column.library != "aiohttp" or loops[0] == "asyncio"
    ]


def main() -> int:
    """Measure every sort of client in every sequence of loops."""
    clean = True
    for column, backends in pairs():
        found = measure(column, backends)
        clean = clean and not found.wrong
        found.wrong = [f"{len(found.wrong)} times", *sorted(set(found.wrong))[:2]]
        print(f"{column.library}/{column.api}, {'+'.join(sorted(set(backends))):14}",
              json.dumps(asdict(found)))  # fmt: skip
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
