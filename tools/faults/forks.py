"""One client on both sides of a fork: ``python -m tools.faults.forks``.

The program that forks is a process of its own, which has no server in it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import ssl
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

import nuki

from .clients import POLICY, Column, aclient, client, move, read
from .clients import columns as sorts
from .kinds import NONE, Kind, Stage
from .oracle import is_ours, name_of
from .server import FaultServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conversation import Exchange

CALLS: Final = 40
CHILDREN: Final = 3
_TIMEOUT: Final = 1.0
_LONGEST_CALL: Final = 2.0
_LONGEST: Final = 20.0
_ROOT: Final = Path(__file__).parents[2]


@dataclass(slots=True)
class Forked:
    """What became of the calls of all processes.

    ``crossed`` counts reads that brought another call's answer, ``held`` calls that took too long,
    ``same_credentials`` hashes that two processes made, ``blocked`` processes that never ended.
    """

    calls: int = 0
    twice: int = 0
    lies: int = 0
    crossed: int = 0
    undocumented: int = 0
    failed: int = 0
    held: int = 0
    same_credentials: int = 0
    blocked: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        counts = {**asdict(self), "calls": 0, "notes": 0}
        return self.calls > 0 and not any(counts.values())


def measure(column: Column, *, busy: bool) -> Forked:
    """Fork with this sort of client: between two calls, or while a thread is in the midst of one.

    An event loop is never busy then: it would run in both processes.
    """
    with FaultServer(_TIMEOUT) as server:
        host = server.host()
        more = ["--busy"] if busy else []
        lines, note = _run("--use", host.url, "--client", str(column), *more)
    found = Forked(notes=[note] if note else [])
    done = server.ledger.done
    for line in lines:
        if "blocked" in line:
            found.blocked += line["blocked"]
            continue
        found.calls += 1
        error = line["error"]
        if not line["read"]:
            found.twice += done[line["action"]] > 1
            found.lies += error is None and not done[line["action"]]
            found.lies += bool(error and not line["may_have_run"] and done[line["action"]])
        found.crossed += line["crossed"]
        # Who was handed a client, or has lost its event loop, may say that it cannot go on.
        may_refuse = column.library != "own" or column.driver != "threads"
        found.failed += error is not None and (line["may_have_run"] or not may_refuse)
        found.undocumented += not line["documented"]
        found.held += line["seconds"] > _LONGEST_CALL
        if error:
            found.notes.append(error)
    if column.api == "bridge":
        found.same_credentials = sum(times > 1 for times in server.ledger.seen.values())
    found.notes = sorted(set(found.notes))[:5]
    return found


def _run(*arguments: str) -> tuple[list[dict[str, Any]], str]:
    command = [sys.executable, "-m", "tools.faults.forks", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - this program again
            command, capture_output=True, timeout=_LONGEST, check=False, cwd=_ROOT, text=True
        )
    except subprocess.TimeoutExpired:
        return [{"blocked": 1}], "the program never ended"
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return lines, done.stderr.strip().rpartition("\n")[2] if done.returncode else ""


# The program that forks


def _say(**line: Any) -> None:
    # In one write, so that lines of several processes do not mix.
    os.write(1, f"{json.dumps(line)}\n".encode())


def _calls(first: int) -> Iterator[tuple[int, bool]]:
    yield from ((first + number, number % 4 != 0) for number in range(CALLS))


def _report(action: int, *, is_read: bool, began: float, value: Any, error: Any) -> None:
    seconds = monotonic() - began
    found = value.to_dict().get("forId") if is_read and error is None else action
    _say(
        action=action,
        read=is_read,
        crossed=found != action,
        error=None if error is None else name_of(error),
        may_have_run=bool(getattr(error, "may_have_run", True)),
        documented=error is None or is_ours(error),
        seconds=seconds,
    )


def _use(found: Any, column: Column, first: int) -> None:
    for action, is_read in _calls(first):
        began, value, failure = monotonic(), None, None
        try:
            value = (read if is_read else move)(found, column.api, action)
        except Exception as error:  # noqa: BLE001 - that is what is looked at
            failure = error
        _report(action, is_read=is_read, began=began, value=value, error=failure)


async def _ause(found: Any, column: Column, first: int) -> None:
    for action, is_read in _calls(first):
        began, value, failure = monotonic(), None, None
        try:
            value = await (read if is_read else move)(found, column.api, action)
        except Exception as error:  # noqa: BLE001 - as above
            failure = error
        _report(action, is_read=is_read, began=began, value=value, error=failure)


def _fork_and(use: Any) -> None:
    """Use it in several children and in this process, all at once."""
    children = []
    for number in range(CHILDREN):
        child = os.fork()
        if child == 0:
            use((number + 2) * 10_000)
            os._exit(0)
        children.append(child)
    use(10_000)
    ends = monotonic() + _LONGEST / 3
    for child in children:
        while monotonic() < ends and os.waitpid(child, os.WNOHANG) == (0, 0):
            sleep(0.01)
        with suppress(ProcessLookupError, ChildProcessError):
            if os.waitpid(child, os.WNOHANG) == (0, 0):
                os.kill(child, 9)
                os.waitpid(child, 0)
                _say(blocked=1)


def _fork_with(column: Column, url: str, *, busy: bool) -> None:
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if column.driver == "threads":
        with client(column, url, _TIMEOUT, trust, scheme=nuki.HashedToken) as found:
            _use(found, column, 1_000)
            closing = threading.Event()

            def call_on() -> None:
                """Be in the middle of a call whenever the process forks."""
                action = 500_000
                while not closing.is_set():
                    action += 1
                    with suppress(nuki.NukiError):
                        read(found, column.api, action)

            threads = [threading.Thread(target=call_on, daemon=True) for _ in range(busy)]
            for thread in threads:
                thread.start()
            _fork_and(lambda first: _use(found, column, first))
            closing.set()
            for thread in threads:
                thread.join()
        return

    async def fork_in_a_loop() -> None:
        async with aclient(column, url, _TIMEOUT, trust, scheme=nuki.HashedToken) as found:
            await _ause(found, column, 1_000)

            def use(first: int) -> None:
                # A loop of its own: that of the parent cannot be used on both sides.
                thread = threading.Thread(target=lambda: asyncio.run(_ause(found, column, first)))
                thread.start()
                thread.join()

            _fork_and(use)

    asyncio.run(fork_in_a_loop())


# A lock file that is held while another thread forks


async def _late_token(exchange: Exchange) -> None:
    await exchange.request()
    await asyncio.sleep(0.3)
    token = b'{"access_token": "new", "refresh_token": "next", "expires_in": 3600}'
    await exchange.answer("200 OK", token, keep=True)


TOKEN_LATE: Final = Kind("a token, late", Stage.STATUS, _late_token)


def seconds_to_renew_again() -> float:
    """How long a renewal takes whose process forked during the one before; the child lives on."""
    with FaultServer(_TIMEOUT) as server:
        host = server.host()
        host.expect([TOKEN_LATE, *(kind for _ in range(5) for kind in (NONE, TOKEN_LATE))])
        lines, note = _run("--renew", host.url)
    assert not note, note
    return float(lines[0]["seconds"])


def _renew(url: str) -> None:
    held = threading.Event()

    class Store(nuki.FileTokenStore):
        def acquire(self) -> bool:
            found = super().acquire()
            if found:
                held.set()
            return found

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "token"
        past = datetime.now(UTC) - timedelta(days=1)
        old = nuki.OAuthToken("old", "refresh", past)

        def call(action: int) -> None:
            nuki.FileTokenStore(path).save(old)
            oauth = nuki.OAuth2("id", "secret", "http://127.0.0.1", server=url,
                                store=Store(path))  # fmt: skip
            options: dict[str, Any] = {"timeout": 3 * _TIMEOUT, "retry": POLICY}
            with nuki.WebClient(auth=oauth, base_url=url, **options) as web:
                web.smartlock.lock(action)

        call(3)  # imports what is needed
        thread = threading.Thread(target=call, args=(1,))
        held.clear()
        thread.start()
        held.wait(_TIMEOUT)  # the renewal is under way, and takes a while
        child = os.fork()
        if child == 0:
            sleep(10 * _TIMEOUT)  # it is killed below
            os._exit(0)
        thread.join()
        began = monotonic()
        call(2)
        _say(seconds=monotonic() - began)
        os.kill(child, 9)
        os.waitpid(child, 0)


def columns() -> list[Column]:
    """Those whose clients survive a fork, or say that they do not."""
    return [column for column in sorts() if column.driver != "trio"]


def main() -> int:
    """Read the arguments and do it."""
    parser = argparse.ArgumentParser(prog="python -m tools.faults.forks", description=__doc__)
    parser.add_argument("--use", metavar="URL", help="the process that forks")
    parser.add_argument("--client", help="which client it has")
    parser.add_argument("--busy", action="store_true", help="whether a thread uses it just then")
    parser.add_argument("--renew", metavar="URL", help="the process that forks in a renewal")
    chosen = parser.parse_args()
    if chosen.use:
        column = next(each for each in columns() if str(each) == chosen.client)
        _fork_with(column, chosen.use, busy=chosen.busy)
        return 0
    if chosen.renew:
        _renew(chosen.renew)
        return 0
    found = {
        f"{column}{', busy' if busy else ''}": measure(column, busy=busy)
        for column in columns()
        for busy in ((False, True) if column.driver == "threads" else (False,))
    }
    for what, each in found.items():
        print(f"{what:32}", json.dumps(asdict(each)))
    seconds = seconds_to_renew_again()
    print("seconds to renew again after a fork in a renewal:", seconds)
    return 0 if all(each.is_clean for each in found.values()) and seconds < _TIMEOUT else 1


if __name__ == "__main__":
    sys.exit(main())
