"""Answers that unpack to more than there is: how much memory a client takes for them.

``python -m tools.faults.memory`` runs each in a process of its own, whose memory is limited.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import nuki

from .clients import POLICY, Column, client
from .kinds import NONE, Kind, Stage
from .server import FaultServer

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conversation import Exchange
    from .kinds import Script

MEGABYTE: Final = 1 << 20
MOST: Final = 160 * MEGABYTE
"""How much more memory a call may take: a body as large as clients read, and a copy or two."""

_ROOT: Final = Path(__file__).parents[2]
_LIMIT: Final = 3 * MOST
_SECONDS: Final = 1.0
_LONGEST: Final = 60.0
_BLOCK: Final = 64 * MEGABYTE
_GZIP: Final = b"\x1f\x8b\x08\x00\0\0\0\0\0\x03"


@cache
def endless_zeros(megabytes: int, layers: int) -> bytes:
    """A gzip stream of so many zeros, without its end, in a few more layers of gzip.

    One block of it is made, and repeated: this costs as much memory as that block.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(bytes(_BLOCK)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = _GZIP + block * (megabytes * MEGABYTE // _BLOCK)
    for _ in range(layers - 1):
        packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
        packed = packer.compress(packed) + packer.flush()
    return packed


def _packed(megabytes: int, layers: int) -> Script:
    async def script(exchange: Exchange) -> None:
        body = endless_zeros(megabytes, layers)
        await exchange.carry_out()
        encoding = ", ".join(["gzip"] * layers)
        await exchange.answer("200 OK", body, f"Content-Encoding: {encoding}")

    return script


def _flood(head: bytes, piece: bytes) -> Script:
    async def script(exchange: Exchange) -> None:
        await exchange.carry_out()
        await exchange.peer.send(head)
        async for _ in exchange.while_they_last(0):
            await exchange.peer.send(piece)

    return script


_HEAD: Final = b"HTTP/1.1 200 OK\r\n"
_BODY: Final = _HEAD + b"Content-Encoding: gzip\r\n\r\n" + _GZIP

BOMBS: Final = (
    NONE,
    *(
        Kind(f"{layers} x gzip, {megabytes} MB", Stage.BODY, _packed(megabytes, layers))
        for layers, megabytes in ((1, 1024), (2, 1024), (3, 2048))
    ),
    Kind("body without end", Stage.BODY, _flood(_HEAD + b"\r\n", b"[1, " * 50_000)),
    Kind("empty blocks without end", Stage.BODY, _flood(_BODY, b"\0\0\0\xff\xff" * 50_000)),
    Kind("headers without end", Stage.HEAD, _flood(_HEAD, b"X-Many: 1\r\n" * 5_000)),
    Kind("header without end", Stage.HEAD, _flood(_HEAD + b"X: ", b"y" * 100_000)),
    Kind("100 without end", Stage.HEAD, _flood(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 2_000)),
    Kind("chunks without end", Stage.BODY,
         _flood(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1;x\r\n \r\n" * 10_000)),
)  # fmt: skip


def megabytes_for(kind: Kind, library: str = "own") -> float:
    """How much more memory a process takes that calls a bridge which answers so."""
    with FaultServer(_SECONDS) as server:
        host = server.host()
        host.expect([NONE, *[kind] * POLICY.attempts])
        command = [
            sys.executable,
            "-m",
            "tools.faults.memory",
            "--call",
            host.url,
            "--library",
            library,
        ]
        done = subprocess.run(  # noqa: S603 - this program again
            command, capture_output=True, timeout=_LONGEST, check=False, cwd=_ROOT, text=True
        )
        if done.returncode:
            return float("inf")
        found: dict[str, float] = json.loads(done.stdout)
        return found["megabytes"]


def _do(call: Callable[[], object]) -> None:
    try:
        call()
    except nuki.NukiError as error:
        print(f"{type(error).__name__}: {error}"[:300], file=sys.stderr)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> int:
    """Read the arguments and do it."""
    parser = argparse.ArgumentParser(prog="python -m tools.faults.memory", description=__doc__)
    parser.add_argument("--call", metavar="URL", help="the process whose memory is measured")
    parser.add_argument("--library", default="own")
    chosen = parser.parse_args()
    if chosen.call:
        import ssl  # noqa: PLC0415 - its memory is not counted

        column = Column("httpx" if chosen.library == "httpx" else "own", "threads", "bridge")
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        with client(column, chosen.call, _SECONDS, trust) as bridge:
            _do(lambda: bridge.device.state(1, device_type=0))
            before = _peak()
            pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
            most = pages * resource.getpagesize() + _LIMIT
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
            _do(lambda: bridge.device.lock(2, device_type=0))
        print(json.dumps({"megabytes": (_peak() - before) / MEGABYTE}))
        return 0
    found = {
        f"{kind}, {library}": megabytes_for(kind, library)
        for kind in BOMBS
        for library in ("own", "httpx")
    }
    for what, megabytes in found.items():
        print(f"{what:40}{megabytes:10,.0f} MB")
    return 1 if any(each * MEGABYTE > MOST for each in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
