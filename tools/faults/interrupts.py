"""Ctrl-C and cancellation at every point: whether the next call to the same bridge gets through.

``python -m tools.faults.interrupts --interrupts 20000 --cancellations 20000``
"""

from __future__ import annotations

import argparse
import asyncio
import ctypes
import dis
import json
import random
import re
import signal
import sys
import threading
from collections import Counter
from contextlib import contextmanager, suppress
from contextvars import copy_context
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import TYPE_CHECKING, Any, Final

import anyio
import anyio.lowlevel
import httpx

import nuki

from .clients import MIN_INTERVAL, TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

_TIMEOUT: Final = 8.0
_PROMPT: Final = 3.0
"""The next call gets through in less, and what was left behind lasts longer."""

_JOINING: Final = 2 * _TIMEOUT
_ENOUGH: Final = 10
_INTERVAL: Final = 0.0005
_ACTION: Final = re.compile(r"(?:nukiId=|/smartlock/)(\d+)")
_FIRST_ACTION: Final = 1_000
_CHECKING: Final = ("RESUME", "JUMP_BACKWARD", "CALL")
"""Beginnings of the names of instructions after which CPython handles signals."""

_TRACED: Final = ("nuki", "nuki_core", "threading", "contextlib", "queue", "logging")


@dataclass(slots=True)
class Count:
    """How often it was tried, and how often something was left that must not be.

    ``held``: the next call did not get through promptly. ``swallowed``: the caller was not told
    that it was interrupted. ``twice``: an action was carried out more than once. ``odd``: another
    exception came out. ``notes`` say where it was interrupted when that happened.
    """

    tried: int = 0
    held: int = 0
    swallowed: int = 0
    twice: int = 0
    odd: int = 0
    notes: dict[str, int] = field(default_factory=dict)

    def note(self, what: str) -> None:
        """Another of this sort."""
        self.notes[what] = self.notes.get(what, 0) + 1

    @property
    def is_clean(self) -> bool:
        return not (self.held or self.swallowed or self.twice or self.odd)


class Street:
    """Bridges without a network, one after the other: a new one when the one before is stuck."""

    def __init__(self) -> None:
        self.done: Counter[int] = Counter()
        self.actions = count(_FIRST_ACTION)
        self._houses = count(1)
        self.count = Count()
        self.move()

    def move(self) -> None:
        """Go to the next bridge."""
        house = next(self._houses)
        self.url = f"http://127.{house >> 16 & 255}.{house >> 8 & 255}.{house & 255}:8080"

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Carry out what a request asks for."""
        found = _ACTION.search(str(request.url))
        self.done[int(found[1]) if found else -1] += 1
        return httpx.Response(200, json={"success": True})

    async def aanswer(self, request: httpx.Request) -> httpx.Response:
        """As :meth:`answer`, at some leisure."""
        await anyio.lowlevel.checkpoint()
        answer = self.answer(request)
        await anyio.lowlevel.checkpoint()
        return answer

    def client(self) -> nuki.BridgeClient:
        """A client of the present bridge."""
        http = httpx.Client(transport=httpx.MockTransport(self.answer))
        return nuki.BridgeClient(self.url, TOKEN, http=http, **_options())

    def call(self, timeout: float = _TIMEOUT) -> None:
        """Make a client, and one call with it."""
        client = self.client().with_options(timeout=timeout)
        client.device.lock(next(self.actions), device_type=0)

    def aclient(self) -> nuki.AsyncBridgeClient:
        """As :meth:`client`, asynchronous."""
        http = httpx.AsyncClient(transport=httpx.MockTransport(self.aanswer))
        return nuki.AsyncBridgeClient(self.url, TOKEN, http=http, **_options())

    def check(self, where: str = "") -> None:
        """Whether the next call gets through; if not, move on."""
        try:
            self.call(_PROMPT)
        except nuki.NukiError:
            self.count.held += 1
            self.count.note(f"held: {where}")
            self.move()

    async def acheck(self) -> None:
        """As :meth:`check`, in this event loop."""
        try:
            with anyio.fail_after(_PROMPT):
                await self.aclient().device.lock(next(self.actions), device_type=0)
        except (nuki.NukiError, TimeoutError):
            self.count.held += 1
            self.move()

    def goes_on(self, times: int) -> bool:
        """Whether to try again: each place that is held takes seconds, and a few are enough."""
        return self.count.tried < times and self.count.held < _ENOUGH

    def result(self) -> Count:
        """What it came to."""
        self.count.twice += sum(times > 1 for times in self.done.values())
        return self.count


class Renewals(Street):
    """The Web API, whose tokens expire at once: each call renews one, as a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tokens = count(1)
        super().__init__()

    def move(self) -> None:
        """Go to the next server, whose tokens are kept in another file."""
        super().move()
        self._path = self._folder / self.url.rpartition("/")[2].replace(":", "-")
        self._store().save(nuki.OAuthToken("old", "refresh", datetime.now(UTC)))

    def _store(self) -> nuki.FileTokenStore:
        return nuki.FileTokenStore(self._path)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Grant a token, or carry out what a request asks for."""
        if request.url.path != "/oauth/token":
            return super().answer(request)
        names = ("access_token", "refresh_token")
        token = {name: f"{name}-{next(self._tokens)}" for name in names}
        return httpx.Response(200, json={**token, "token_type": "bearer", "expires_in": 0})

    def call(self, timeout: float = _TIMEOUT) -> None:
        """Make a client, and one call with it."""
        http = httpx.Client(transport=httpx.MockTransport(self.answer))
        auth = nuki.OAuth2("id", "secret", "http://127.0.0.1", server=self.url, store=self._store())
        options: dict[str, Any] = {"timeout": timeout, "retry": nuki.NO_RETRY}
        client = nuki.WebClient(auth=auth, base_url=self.url, http=http, **options)
        client.smartlock.lock(next(self.actions))


def _options() -> dict[str, Any]:
    # As unencrypted as it gets: what is interrupted here is the queue.
    return {
        MIN_INTERVAL: _INTERVAL,
        "timeout": _TIMEOUT,
        "retry": nuki.NO_RETRY,
        "scheme": nuki.PlainToken,
    }


# Ctrl-C at every point at which CPython looks for signals


class _Tracer:
    """Raises ``KeyboardInterrupt`` in this thread at the n-th such point of the engine."""

    def __init__(self, at: int) -> None:
        self._left = at
        self._before: dict[FrameType, str] = {}
        self.met = False
        self.where = ""

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        root = str(frame.f_globals.get("__name__", "")).partition(".")[0]
        if self.met or root not in _TRACED:
            return None
        if event == "call":
            frame.f_trace_opcodes = True
        elif event == "opcode":
            before = self._before.get(frame, "")
            self._before[frame] = dis.opname[frame.f_code.co_code[frame.f_lasti]]
            if before.startswith(_CHECKING):
                self._left -= 1
                if self._left == 0:
                    self.met = True
                    code = frame.f_code
                    self.where = f"{frame.f_globals['__name__']}.{code.co_name}:{frame.f_lineno}"
                    self._before.clear()
                    raise KeyboardInterrupt
        elif event == "return":
            self._before.pop(frame, None)
            if frame.f_back is not None:
                # It is after calls of C functions that signals are looked for.
                self._before.pop(frame.f_back, None)
        return self


@contextmanager
def _tracing(tracer: _Tracer) -> Iterator[None]:
    usual = sys.gettrace()
    sys.settrace(tracer)
    try:
        yield
    finally:
        sys.settrace(usual)


@contextmanager
def _traffic(street: Street, callers: int) -> Iterator[None]:
    """Other threads that use the same bridge meanwhile."""
    closing = threading.Event()

    def call() -> None:
        while not closing.is_set():
            with suppress(nuki.NukiError):
                street.call()
            sleep(_INTERVAL)

    threads = [threading.Thread(target=call, daemon=True) for _ in range(callers)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        closing.set()
        _await(threads, street.count)


def _await(threads: list[threading.Thread], count: Count) -> None:
    """Wait for threads, as long as their calls may take; who does not come back is held."""
    for thread in threads:
        thread.join(_JOINING)
        if thread.is_alive():
            count.held += 1
            count.note("held: a thread, for good")


def interrupt_everywhere(times: int, *, callers: int, street: Street | None = None) -> Count:
    """Interrupt who makes a client and calls, at the first point, the second, ..., so often.

    Others call meanwhile.
    """
    street, point = street or Street(), 0
    street.check()
    with _traffic(street, callers):
        while street.goes_on(times):
            point += 1
            tracer = _Tracer(point)
            try:
                with _tracing(tracer):
                    # Logs stay masked in the context of a call that was interrupted at its end.
                    copy_context().run(street.call)
            except KeyboardInterrupt:
                pass
            except Exception as error:  # noqa: BLE001 - that is what is counted
                if tracer.met:
                    street.count.odd += 1
                    street.count.note(f"{type(error).__name__}: {tracer.where}")
            else:
                if tracer.met:
                    street.count.swallowed += 1
                    street.count.note(f"swallowed: {tracer.where}")
            if tracer.met:
                street.count.tried += 1
                street.check(tracer.where)
            else:
                point = 0  # the call has no more points
    return street.result()


# Ctrl-C when it likes: signals in the main thread, exceptions set from outside in the others


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def interrupt_by_signal(times: int, chance: random.Random) -> Count:
    """Interrupt calls of the main thread by a timer's signal; others call meanwhile."""
    street = Street()
    street.check()
    usual = signal.signal(signal.SIGALRM, _interrupt)
    try:
        with _traffic(street, 2):
            while street.goes_on(times):
                context = copy_context()  # as above
                try:
                    signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.00002, 0.003))
                    context.run(street.call)
                    signal.setitimer(signal.ITIMER_REAL, 0)
                except KeyboardInterrupt:
                    street.count.tried += 1
                    street.check()
                except Exception:  # noqa: BLE001 - as above
                    signal.setitimer(signal.ITIMER_REAL, 0)
                    street.count.odd += 1
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, usual)
    return street.result()


def interrupt_threads(times: int, chance: random.Random, *, callers: int = 3) -> Count:
    """Interrupt calls of several threads at once, from outside."""
    street, closing = Street(), threading.Event()

    def call() -> None:
        while not closing.is_set():
            with suppress(KeyboardInterrupt, nuki.NukiError):
                client = street.client()
                while not closing.is_set():
                    client.device.lock(next(street.actions), device_type=0)

    def thread() -> None:
        while not closing.is_set():
            with suppress(KeyboardInterrupt):
                call()

    def started() -> threading.Thread:
        found = threading.Thread(target=thread, daemon=True)
        found.start()
        return found

    street.check()  # imports what is needed, which must not be interrupted
    threads = [started() for _ in range(callers)]
    set_exception = ctypes.pythonapi.PyThreadState_SetAsyncExc
    while street.goes_on(times):
        for _ in range(callers):
            # One that was hit outside of its `suppress` has ended, and its number may be another's.
            threads = [each if each.is_alive() else started() for each in threads]
            victim = chance.choice(threads).ident
            set_exception(ctypes.c_ulong(victim or 0), ctypes.py_object(KeyboardInterrupt))
            street.count.tried += 1
            sleep(chance.uniform(0, 0.002))
        street.check()
    closing.set()
    _await(threads, street.count)
    return street.result()


# Cancellation


async def _cancel_asyncio(street: Street, times: int, chance: random.Random) -> None:
    while street.goes_on(times):
        client = street.aclient()
        tasks = [
            asyncio.ensure_future(client.device.lock(next(street.actions), device_type=0))
            for _ in range(chance.randint(1, 4))
        ]
        for _ in range(chance.randint(0, 40)):
            await asyncio.sleep(0 if chance.random() < 0.9 else _INTERVAL)
        victims = [task for task in tasks if chance.random() < 0.6 and not task.done()]
        for task in victims:
            task.cancel()
        street.count.tried += len(victims)
        found = await asyncio.gather(*tasks, return_exceptions=True)
        street.count.odd += sum(
            isinstance(each, Exception) and not isinstance(each, nuki.NukiError) for each in found
        )
        await street.acheck()


async def _cancel_trio(street: Street, times: int, chance: random.Random) -> None:
    async def call(scope: anyio.CancelScope) -> None:
        with scope:
            try:
                await street.aclient().device.lock(next(street.actions), device_type=0)
            except nuki.NukiError:
                pass
            except Exception:  # noqa: BLE001 - as above
                street.count.odd += 1

    while street.goes_on(times):
        scopes = [anyio.CancelScope() for _ in range(chance.randint(1, 4))]
        async with anyio.create_task_group() as tasks:
            for scope in scopes:
                tasks.start_soon(call, scope)
            for _ in range(chance.randint(0, 40)):
                await anyio.sleep(0 if chance.random() < 0.9 else _INTERVAL)
            for scope in scopes:
                if chance.random() < 0.6:
                    scope.cancel()
                    street.count.tried += 1
        await street.acheck()


def cancel(times: int, chance: random.Random, backend: str) -> Count:
    """Cancel some of several tasks that use one bridge, after any number of steps."""
    street = Street()
    program: Callable[..., Any] = _cancel_asyncio if backend == "asyncio" else _cancel_trio
    anyio.run(program, street, times, chance, backend=backend)
    return street.result()


def measure(interrupts: int, cancellations: int) -> Iterator[tuple[str, Count]]:
    """All of it, one after the other; five ways share the first number, two the second."""
    chance = random.Random(20_000)  # noqa: S311 - no secret
    part = -(-interrupts // 5)
    half = -(-cancellations // 2)
    yield "Ctrl-C at every point, alone", interrupt_everywhere(part, callers=0)
    yield "Ctrl-C at every point, among others", interrupt_everywhere(part, callers=2)
    with TemporaryDirectory() as folder:
        renewals = Renewals(Path(folder))
        found = interrupt_everywhere(part, callers=2, street=renewals)
        yield "Ctrl-C at every point of a renewal", found
    yield "Ctrl-C by signal", interrupt_by_signal(part, chance)
    yield "Ctrl-C in other threads", interrupt_threads(part, chance)
    yield "cancelled on asyncio", cancel(half, chance, "asyncio")
    yield "cancelled on trio", cancel(half, chance, "trio")


def main() -> int:
    """Read the arguments and do it."""
    parser = argparse.ArgumentParser(prog="python -m tools.faults.interrupts", description=__doc__)
    parser.add_argument("--interrupts", type=int, default=20_000)
    parser.add_argument("--cancellations", type=int, default=20_000)
    chosen = parser.parse_args()
    clean = True
    for what, found in measure(chosen.interrupts, chosen.cancellations):
        clean = clean and found.is_clean
        print(f"{what:36}", json.dumps(asdict(found)), flush=True)
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
