"""Whether a served simulator keeps up for a minute, and whether its memory stays what it was."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import httpx

from .figure import Figure, at_least, at_most
from .processes import PACKAGES, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_RATE: Final = 200
_SECONDS: Final = 60
_WARMING_UP: Final = 10
_READERS: Final = 4
_GROWTH: Final = 1.05
_RESIDENT: Final = re.compile(r"VmRSS:\s+(\d+) kB")
_COMMAND: Final = (
    *(sys.executable, "-m", "nuki_simulator"),
    *("--web-port", "0", "--bridge-port", "0", "--control-port", "0"),
)


def figures(_stock: Stock) -> Iterator[Figure]:
    """Read from a simulator in a process of its own, at a steady rate."""
    with _simulator() as (process, url, token):
        _read(url, token, _WARMING_UP)
        before = _resident(process.pid)
        rate = _read(url, token, _SECONDS)
        after = _resident(process.pid)
    yield at_least(
        f"simulator, requests a second for {_SECONDS} s, answered in time", rate, _RATE * 0.99, ""
    )
    what = "simulator, memory at the end of it, ratio to its beginning"
    if before is None or after is None:
        yield Figure(what, f"≤ {_GROWTH}", "no /proc here", "-", None)
    else:
        yield at_most(what, after / before, _GROWTH, "")


@contextmanager
def _simulator() -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    with subprocess.Popen(  # noqa: S603 - our own program
        _COMMAND, stdout=subprocess.PIPE, text=True, env=environment(*PACKAGES)
    ) as process:
        assert process.stdout
        _, _, url, _, token = process.stdout.readline().split()
        try:
            yield process, url, token
        finally:
            process.terminate()


def _read(url: str, token: str, seconds: int) -> float:
    """Read at the wanted rate from several connections; returns the rate that was reached."""
    headers = {"Authorization": f"Bearer {token}"}
    share = _RATE * seconds // _READERS

    def read_share(_: int) -> None:
        with httpx.Client(base_url=url, headers=headers, trust_env=False) as client:
            began = time.perf_counter()
            for number in range(share):
                # Each request has its moment; one that is late is not waited for.
                ahead = number * _READERS / _RATE - (time.perf_counter() - began)
                if ahead > 0:
                    time.sleep(ahead)
                client.get(
                    ("/smartlock", "/smartlock/log", "/smartlock/auth")[number % 3]
                ).raise_for_status()

    with ThreadPoolExecutor(_READERS) as readers:
        began = time.perf_counter()
        list(readers.map(read_share, range(_READERS)))
        return share * _READERS / (time.perf_counter() - began)


def _resident(process: int) -> int | None:
    try:
        found = _RESIDENT.search(Path(f"/proc/{process}/status").read_text("ascii"))
    except OSError:
        return None
    return int(found[1]) if found else None
