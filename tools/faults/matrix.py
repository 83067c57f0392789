"""Every kind of fault for every sort of client: a flow of calls, carried out by two drivers."""

from __future__ import annotations

import gc
import logging
import queue
import random
import re
import sys
import threading
import warnings
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias

import anyio

from .callers import CALLERS, Surroundings
from .clients import LONGEST_PAUSES, POLICY, TOKEN, aclient, client, columns, move, read
from .kinds import KINDS
from .leaks import Listener, Logged, Secrets
from .oracle import Told, is_ours, judge, name_of
from .server import FaultServer

if TYPE_CHECKING:
    from .callers import Caller
    from .clients import Column
    from .kinds import Kind
    from .oracle import Verdict
    from .server import Host

SLACK: Final = 0.25
"""Seconds that a call may take beyond its attempts and pauses."""

TIMEOUT: Final = 0.2
AT_A_TIME: Final = 12
_FIRST_ACTION: Final = 1_000_000
_TICK: Final = 0.01
_SCHEDULING: Final = Path("/proc/thread-self/schedstat")
_ADDRESSES: Final = re.compile(r"0x[0-9a-f]+|\d{4,}|fd=\d+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call ended, and how long it took; ``waited`` seconds of that for a processor."""

    began: float
    ended: float
    value: Any = None
    error: BaseException | None = None
    waited: float = 0.0


@dataclass(frozen=True, slots=True)
class Call:
    """One call to make."""

    action: int
    is_read: bool


Flow: TypeAlias = Generator[Call, Outcome, None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the attempts of a call meet; after its end nothing goes wrong."""

    faults: tuple[Kind, ...]
    is_read: bool = False


def plans(kind: Kind, *, can_succeed: bool) -> Iterator[Plan]:
    """What the calls of a kind meet, one after the other, without end."""
    always = Plan((kind,) * POLICY.attempts)
    while not can_succeed or kind.place in {"dead", "six", "stalled", "unknown"}:
        yield always
    while True:
        yield Plan((kind,))
        yield Plan(())  # on the connection that was left, if any
        yield Plan((kind, kind))
        yield Plan((), is_read=True)
        yield Plan((kind,), is_read=True)
        yield Plan(())
        yield always


def waited_for_processor() -> float:
    """The seconds that this thread could have run, and had no processor; Linux alone tells."""
    try:
        return int(_SCHEDULING.read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


class Lag:
    """How late threads of this process are because they wait for each other's interpreter lock.

    That many callers share one process is no fault of a client. What threads wait for a processor
    is left out, as each knows it of itself.
    """

    def __init__(self) -> None:
        self._lags: list[tuple[float, float]] = []
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._measure, daemon=True)

    def _measure(self) -> None:
        while True:
            before, waited = monotonic(), waited_for_processor()
            if self._closing.wait(_TICK):
                return
            now, waited = monotonic(), waited_for_processor() - waited
            self._lags.append((min(before + _TICK + waited, now), now))

    def between(self, began: float, ended: float) -> float:
        """The seconds that were lost, which is not known before this has ended."""
        return sum(max(min(ended, to) - max(began, since), 0) for since, to in self._lags)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._closing.set()
        self._thread.join()


class Retries(Listener):
    """Tells each host that its caller says that it tries again."""

    def __init__(self) -> None:
        super().__init__()
        self._hosts: dict[int, Host] = {}

    def tell(self, host: Host) -> None:
        """Tell this one what is logged in this thread from now on."""
        self._hosts[threading.get_ident()] = host

    def emit(self, record: logging.LogRecord) -> None:
        """Look whether it says so."""
        host = self._hosts.get(threading.get_ident())
        if host is not None and "; again in" in str(record.msg):
            host.try_again()

    def __enter__(self) -> Self:
        logging.getLogger("nuki").addHandler(self)
        return self

    def __exit__(self, *_exception: object) -> None:
        logging.getLogger("nuki").removeHandler(self)


@dataclass(frozen=True, slots=True)
class Cell:
    """So many calls of one sort of client that meet one kind of fault, perhaps of the caller's."""

    column: Column
    kind: Kind
    calls: int
    caller: Caller | None = None

    @property
    def name(self) -> str:
        """What goes wrong."""
        return self.kind.name if self.caller is None else self.caller.name


class Matrix:
    """Runs cells, and notes what callers were told."""

    def __init__(self, server: FaultServer, retries: Retries) -> None:
        self._server = server
        self._retries = retries
        self._numbers = count(_FIRST_ACTION)
        self.told: list[Told] = []

    def host(self, cell: Cell) -> Host:
        """An address of its own for a cell, which runs in this thread."""
        kind = cell.kind
        # The Web API's token goes to other machines over TLS only.
        named = bool(kind.place) and cell.column.api == "web"
        host = self._server.host(kind.place, tls=kind.tls or named)
        host.token = TOKEN
        self._retries.tell(host)
        return host

    def flow(self, cell: Cell, host: Host, ours: Surroundings) -> Flow:
        """The calls of a cell, whose caller raises errors of its own in these surroundings."""
        can_succeed = cell.column.trusts or not host.url.startswith("https")
        planned = plans(cell.kind, can_succeed=can_succeed)
        left = cell.calls
        while left > 0:
            plan = next(planned)
            left -= not plan.is_read
            host.expect(plan.faults)
            call = Call(next(self._numbers), plan.is_read)
            ours.begin()
            waited = waited_for_processor()
            outcome = yield call
            outcome = replace(outcome, waited=waited_for_processor() - waited)
            ours.end()
            error, attempts = outcome.error, min(host.retries + 1, POLICY.attempts)
            may = attempts * self._server.timeout + sum(LONGEST_PAUSES[: attempts - 1]) + SLACK
            late = outcome.ended - outcome.began - may - outcome.waited
            leaks: tuple[str, ...] = ()
            if error is not None:
                secrets = Secrets({TOKEN, *self._server.ledger.credentials[call.action]})
                leaks = tuple(secrets.in_exception(error))
            found = outcome.value.to_dict().get("forId") if call.is_read and error is None else None
            crossed = found is not None and found != call.action
            told = Told(
                call.action,
                cell.column,
                cell.name,
                call.is_read,
                None if error is None else name_of(error),
                may_have_run=bool(getattr(error, "may_have_run", True)),
                documented=error is None or is_ours(error),
                must_repeat=bool(plan.faults)
                and all(cell.column.api in each.repeats for each in plan.faults),
                must_succeed=can_succeed
                and cell.caller is None
                and all(each.succeeds for each in plan.faults),
                late=late,
                crossed=crossed,
                leaks=leaks,
                began=outcome.began,
                ended=outcome.ended,
                attempts=attempts,
                faults=len(plan.faults),
                is_welcome=host.is_welcome,
                timeout=self._server.timeout,
            )
            self.told.append(ours.amend(told, error))

    def run(self, cell: Cell) -> None:
        """Run a cell in this thread, with an event loop of its own if it needs one."""
        if cell.column.driver != "threads":
            anyio.run(self._in_task, cell, backend=cell.column.driver)
            return
        host = self.host(cell)
        trust, api = self._server.certificates.trusting, cell.column.api
        with (
            Surroundings(cell.caller, cell.column, self._server.timeout) as ours,
            client(cell.column, host.url, self._server.timeout, trust, **ours.of_http) as found,
        ):
            for call, answer in _steps(self.flow(cell, host, ours)):
                make = read if call.is_read else move
                began = monotonic()
                try:
                    value = make(found, api, call.action)
                except Exception as error:  # noqa: BLE001 - that is what is looked at
                    answer(Outcome(began, monotonic(), error=error))
                else:
                    answer(Outcome(began, monotonic(), value))

    async def _in_task(self, cell: Cell) -> None:
        """Run a cell in this task."""
        host = self.host(cell)
        trust, api = self._server.certificates.trusting, cell.column.api
        seconds = self._server.timeout
        with Surroundings(cell.caller, cell.column, seconds) as ours:
            async with aclient(cell.column, host.url, seconds, trust, **ours.of_http) as found:
                for call, answer in _steps(self.flow(cell, host, ours)):
                    make = read if call.is_read else move
                    began = monotonic()
                    try:
                        value = await make(found, api, call.action)
                    except Exception as error:  # noqa: BLE001 - as above
                        answer(Outcome(began, monotonic(), error=error))
                    else:
                        answer(Outcome(began, monotonic(), value))


def _steps(flow: Flow) -> Iterator[tuple[Call, Callable[[Outcome], None]]]:
    outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
    try:
        call = next(flow)
        while True:
            yield call, outcomes.put
            call = flow.send(outcomes.get_nowait())
    except StopIteration:
        return


def fits(kind: Kind, column: Column) -> bool:
    """Whether a sort of client can meet this kind of fault."""
    needs_trust = kind.executed and (kind.tls or kind.place == "second")
    # Documented: a synchronous client that is handed in resolves and connects in its own time.
    in_its_own_time = column.library != "own" and column.driver == "threads"
    is_bounded = not (in_its_own_time and kind.place in {"stalled", "six"})
    return column.api in kind.apis and is_bounded and (column.trusts or not needs_trust)


def cells(
    actions: int, kinds: Iterable[Kind] = KINDS, sorts: Iterable[Column] | None = None
) -> list[Cell]:
    """Cells for at least so many lock actions, the same number for each."""
    pairs = [
        (column, kind)
        for column in (columns() if sorts is None else sorts)
        for kind in kinds
        if fits(kind, column)
    ]
    each = -(-actions // len(pairs))
    return shuffled([Cell(column, kind, each) for column, kind in pairs])


def cells_of_callers(actions: int, sorts: Iterable[Column] | None = None) -> list[Cell]:
    """Cells for so many lock actions of callers with faults of their own."""
    pairs = [
        (column, caller)
        for column in (columns() if sorts is None else sorts)
        for caller in CALLERS
        if column.library in {"httpx", "httpx2"} and column.api in caller.kind.apis
    ]
    if not pairs:
        return []
    each = -(-actions // len(pairs))
    return shuffled([Cell(column, caller.kind, each, caller) for column, caller in pairs])


def shuffled(found: list[Cell]) -> list[Cell]:
    """Cells in an order in which they do not all wait, or all work, at once."""
    return random.Random(len(found)).sample(found, len(found))  # noqa: S311 - no secret


def run(todo: Iterable[Cell], *, timeout: float = TIMEOUT, at_a_time: int = AT_A_TIME) -> Verdict:
    """Run cells, and judge what callers were told."""
    for library in ("asyncio", "trio"):  # two threads that import one at once get half of it
        anyio.run(anyio.sleep, 0, backend=library)
    with Logged(Secrets({TOKEN})) as logged, left_open() as left:
        with FaultServer(timeout) as server, Retries() as retries, Lag() as lag:
            matrix = Matrix(server, retries)
            with ThreadPoolExecutor(at_a_time) as pool:
                list(pool.map(matrix.run, todo))
        told = (
            each
            if each.late <= 0
            else replace(each, late=each.late - lag.between(each.began, each.ended))
            for each in matrix.told
        )
        verdict = judge(told, server.ledger)
    verdict.logged, verdict.log_leaks, verdict.left_open = logged.records, logged.leaks, left
    return verdict


@contextmanager
def left_open() -> Iterator[list[str]]:
    """What the garbage collector has to close while the block runs."""
    found: list[str] = []
    usual = sys.unraisablehook
    sys.unraisablehook = lambda args: found.append(_ADDRESSES.sub("", f"{args.exc_value}"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ResourceWarning)
            yield found
            gc.collect()
    finally:
        sys.unraisablehook = usual
