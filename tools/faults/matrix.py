"""Every kind of fault for every sort of client: a flow of calls, carried out by two drivers."""

from __future__ import annotations

import gc
import queue
import random
import re
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias

import anyio

from .callers import CALLERS, Surroundings
from .clients import LONGEST_PAUSES, POLICY, TOKEN, aclient, client, columns, move, read
from .kinds import KINDS
from .leaks import Logged, Secrets
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
_AGAIN: Final = 2
_ADDRESSES: Final = re.compile(r"0x[0-9a-f]+|\d{4,}|fd=\d+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call ended, and how long it took."""

    began: float
    ended: float
    value: Any = None
    error: BaseException | None = None


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

    @property
    def is_lasting(self) -> bool:
        """Whether no attempt can succeed."""
        return len(self.faults) >= POLICY.attempts


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


class Lag:
    """How late this process itself is: what the machine does to it is no fault of a client."""

    def __init__(self) -> None:
        self._lags: deque[tuple[float, float]] = deque(maxlen=4096)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._measure, daemon=True)

    def _measure(self) -> None:
        while True:
            before = monotonic()
            if self._closing.wait(_TICK):
                return
            now = monotonic()
            if now - before > 3 * _TICK:
                self._lags.append((now, now - before - _TICK))

    def between(self, began: float, ended: float) -> float:
        """The seconds that were lost."""
        return sum(lost for when, lost in tuple(self._lags) if began <= when <= ended + _TICK)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._closing.set()
        self._thread.join()


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

    def __init__(self, server: FaultServer, lag: Lag) -> None:
        self._server = server
        self._lag = lag
        self._numbers = count(_FIRST_ACTION)
        self.told: list[Told] = []

    def host(self, cell: Cell) -> Host:
        """An address of its own for a cell."""
        kind = cell.kind
        # The Web API's token goes to other machines over TLS only.
        named = bool(kind.place) and cell.column.api == "web"
        host = self._server.host(kind.place, tls=kind.tls or named)
        host.token = TOKEN
        return host

    def flow(self, cell: Cell, host: Host, ours: Surroundings) -> Flow:
        """The calls of a cell, whose caller raises errors of its own in these surroundings."""
        can_succeed = cell.column.trusts or not host.url.startswith("https")
        planned = plans(cell.kind, can_succeed=can_succeed)
        left, again, plan = cell.calls, 0, Plan(())
        while left > 0 or again:
            # What is late because of the machine is not late again, and again.
            plan = plan if again else next(planned)
            left -= not plan.is_read and not again
            host.expect(plan.faults, lasting=plan.is_lasting)
            call = Call(next(self._numbers), plan.is_read)
            ours.begin()
            outcome = yield call
            ours.end()
            told = ours.amend(self._told(cell, host, plan, call, outcome), outcome.error)
            is_slow = told.late > 0 or (told.must_succeed and told.is_timeout)
            again = again + 1 if is_slow and again < _AGAIN else 0
            self.told.append(replace(told, late=0.0, must_succeed=False) if again else told)

    def _told(self, cell: Cell, host: Host, plan: Plan, call: Call, outcome: Outcome) -> Told:
        kind, error = cell.kind, outcome.error
        attempts = POLICY.attempts if kind.is_refusal and plan.faults else host.attempts
        attempts = min(max(attempts, 1), POLICY.attempts)
        may = attempts * self._server.timeout + sum(LONGEST_PAUSES[: attempts - 1]) + SLACK
        late = outcome.ended - outcome.began - may
        if late > 0:
            late -= self._lag.between(outcome.began, outcome.ended)
        repeats = bool(plan.faults) and all(cell.column.api in each.repeats for each in plan.faults)
        if not plan.is_lasting:
            must_succeed = repeats
        else:  # nothing succeeds; it must have been tried all the same
            must_succeed = repeats and not kind.is_refusal and host.attempts < POLICY.attempts
        leaks: tuple[str, ...] = ()
        if error is not None:
            secrets = Secrets({TOKEN, *self._server.ledger.credentials[call.action]})
            leaks = tuple(secrets.in_exception(error))
        found = outcome.value.to_dict().get("forId") if call.is_read and error is None else None
        crossed = found is not None and found != call.action
        return Told(
            call.action,
            cell.column,
            cell.name,
            call.is_read,
            None if error is None else name_of(error),
            may_have_run=bool(getattr(error, "may_have_run", True)),
            documented=error is None or is_ours(error),
            must_succeed=must_succeed,
            late=late,
            crossed=crossed,
            leaks=leaks,
            note=f"{host.attempts} attempts",
        )

    def run(self, cell: Cell) -> None:
        """Run a cell in this thread, with an event loop of its own if it needs one."""
        if cell.column.driver != "threads":
            anyio.run(self._in_task, cell, backend=cell.column.driver)
            return
        host = self.host(cell)
        trust, api = self._server.certificates.trusting, cell.column.api
        with (
            Surroundings(cell.caller, cell.column) as ours,
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
        with Surroundings(cell.caller, cell.column) as ours:
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
    with Lag() as lag, Logged(Secrets({TOKEN})) as logged, left_open() as left:
        with FaultServer(timeout) as server:
            matrix = Matrix(server, lag)
            with ThreadPoolExecutor(at_a_time) as pool:
                list(pool.map(matrix.run, todo))
        verdict = judge(matrix.told, server.ledger)
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
