"""Every kind of fault: a name, the stage at which it happens, and what is true of it.

A script is what the server does with one request, or with a connection before any. Scripts that
answer do so after they carried the action out, unless the name says otherwise: that is the worst
case for a caller who sends again.
"""

from __future__ import annotations

import asyncio
import gzip
import html
import json
import zlib
from base64 import b64encode
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import quote

from .leaks import json_escaped, lower_escapes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .conversation import Exchange

Script: TypeAlias = "Callable[[Exchange], Awaitable[None]]"


class Stage(Enum):
    """When it happens."""

    NAME = "looking up the name"
    CONNECT = "connecting"
    HANDSHAKE = "the TLS handshake"
    REQUEST = "sending the request"
    HEAD = "the head of the answer"
    BODY = "the body of the answer"
    STATUS = "a proper answer"
    BETWEEN = "between two calls"


BOTH: Final = frozenset({"bridge", "web"})
BRIDGE: Final = frozenset({"bridge"})
WEB: Final = frozenset({"web"})


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of fault.

    ``executed`` says whether the action is carried out although something goes wrong, ``unsent``
    whether the caller can know that nothing was sent. ``repeats`` are the APIs over which an action
    must be sent again, because it provably was not carried out, and another attempt may succeed.
    ``apis`` are those where it makes sense. ``place`` is a kind of name (see :mod:`.names`).
    ``succeeds`` says that a client should cope with it within one attempt.
    """

    name: str
    stage: Stage
    script: Script
    executed: bool = False
    unsent: bool = False
    repeats: frozenset[str] = frozenset()
    apis: frozenset[str] = BOTH
    tls: bool = False
    place: str = ""
    succeeds: bool = False
    resets: bool = False
    is_refusal: bool = False

    def __str__(self) -> str:
        return self.name


# Before a request


async def _never(_: Exchange) -> None:
    """Nobody gets so far, or only when the caller must have given up."""


async def _close(_: Exchange) -> None:
    pass


async def _reset(exchange: Exchange) -> None:
    exchange.peer.reset()


async def _silent(exchange: Exchange) -> None:
    await exchange.silence()


async def _slow_accept(exchange: Exchange) -> None:
    await asyncio.sleep(exchange.host.timeout / 4)
    await _proper(exchange)


_SERVER_HELLO: Final = bytes.fromhex("160303007a0200007603")
_ALERT: Final = bytes.fromhex("15030300020228")  # fatal, handshake_failure


def _greet(data: bytes, *, reset: bool = False) -> Script:
    """Read the client's greeting, send this, and end the connection."""

    async def script(exchange: Exchange) -> None:
        await exchange.peer.receive()
        if data:
            await exchange.peer.send(data)
        if reset:
            exchange.peer.reset()

    return script


async def _silent_greeting(exchange: Exchange) -> None:
    await exchange.peer.receive()
    await exchange.silence()


async def _dripped_greeting(exchange: Exchange) -> None:
    await exchange.peer.receive()
    await exchange.peer.send(bytes.fromhex("16030340000200fffc0303"))
    async for _ in exchange.while_they_last(0.01):
        await exchange.peer.send(b"\0")


def _certificate(name: str) -> Script:
    async def script(exchange: Exchange) -> None:
        await exchange.peer.handshake(exchange.host.certificates.context(name))
        await exchange.peer.receive()

    return script


async def _close_after_handshake(exchange: Exchange) -> None:
    await exchange.peer.handshake(exchange.host.certificates.context("good"))
    exchange.peer.reset()


# Within a request


async def _one_byte(exchange: Exchange) -> None:
    # The first segment has been read already; nothing of it was looked at.
    exchange.peer.reset()


def _break(*, part: str = "all", executed: bool = False, reset: bool = False) -> Script:
    """Read some of the request, perhaps carry it out, and end the connection."""

    async def script(exchange: Exchange) -> None:
        if part == "all":
            await exchange.request()
        elif part == "head":
            await exchange.head()
        if executed:
            await exchange.carry_out()
        if reset:
            exchange.peer.reset()

    return script


async def _silent_unread(exchange: Exchange) -> None:
    await asyncio.sleep(exchange.host.late)


async def _silent_undone(exchange: Exchange) -> None:
    await exchange.request()
    await exchange.silence()


async def _silent_done(exchange: Exchange) -> None:
    await exchange.carry_out()
    await exchange.silence()


async def _late(exchange: Exchange) -> None:
    await exchange.request()
    await exchange.later()
    await exchange.carry_out()
    await exchange.answer()


# Answers that are none


def _send(*pieces: bytes, hold: bool = False, reset: bool = False) -> Script:
    """Carry it out and send these bytes; then be silent, or end the connection."""

    async def script(exchange: Exchange) -> None:
        await exchange.carry_out()
        body = await exchange.success()
        for piece in pieces:
            await exchange.peer.send(piece.replace(b"{body}", body))
        if hold:
            await exchange.silence()
        if reset:
            exchange.peer.reset()

    return script


def _drip(first: bytes, piece: bytes, every: float = 0.01) -> Script:
    """Carry it out, and send an answer that goes on without end, a piece at a time."""

    async def script(exchange: Exchange) -> None:
        await exchange.carry_out()
        await exchange.peer.send(first)
        async for _ in exchange.while_they_last(every):
            await exchange.peer.send(piece)

    return script


_OK: Final = b"HTTP/1.1 200 OK\r\n"
_JSON: Final = _OK + b"Content-Type: application/json\r\n"
_LENGTH: Final = _JSON + b"Content-Length: "
_CHUNKED: Final = _JSON + b"Transfer-Encoding: chunked\r\n\r\n"
_EMPTY_BLOCK: Final = b"\x00\x00\x00\xff\xff"
_GZIP: Final = b"\x1f\x8b\x08\x00\0\0\0\0\0\x03"
_GZIP_WITH_NAME: Final = b"\x1f\x8b\x08\x08\0\0\0\0\0\x03"


def _packed(encoding: str, pack: Callable[[], bytes]) -> Script:
    """Carry it out and send a compressed body, made when it is first needed."""

    async def script(exchange: Exchange) -> None:
        await exchange.carry_out()
        body = pack()
        await exchange.answer("200 OK", body, f"Content-Encoding: {encoding}")

    return script


@cache
def bomb(layers: int, size: int) -> bytes:
    """``size`` bytes of nothing, packed so many times."""
    packed = gzip.compress(bytes(size), 9, mtime=0)
    for _ in range(layers - 1):
        packed = gzip.compress(packed, 9, mtime=0)
    return packed


_BOMB: Final = 34 << 20
"""A little more than a client reads of an answer."""


async def _endless_body(exchange: Exchange) -> None:
    await exchange.carry_out()
    await exchange.peer.send(_JSON + b"Connection: close\r\n\r\n[")
    async for _ in exchange.while_they_last(0.002):
        await exchange.peer.send(b"1, " * 20_000)


async def _empty_blocks(exchange: Exchange) -> None:
    await exchange.carry_out()
    await exchange.peer.send(_JSON + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + _GZIP)
    async for _ in exchange.while_they_last(0.002):
        await exchange.peer.send(_EMPTY_BLOCK * 2_000)


# Proper answers


async def _proper(exchange: Exchange) -> None:
    if (await exchange.request()).action < 0:
        await exchange.answer("404 Not Found", b"", keep=True)
        return
    await exchange.carry_out()
    await exchange.answer(keep=True)


def _status(
    line: str, *headers: str, executed: bool = False, body: bytes = b"", keep: bool = True
) -> Script:
    async def script(exchange: Exchange) -> None:
        await exchange.request()
        if executed:
            await exchange.carry_out()
        await exchange.answer(line, body, *headers, keep=keep)

    return script


def _redirect(line: str) -> Script:
    """Carry it out, and send the caller to the same place again, credentials and all."""

    async def script(exchange: Exchange) -> None:
        request = await exchange.request()
        await exchange.carry_out()
        target = request.head.split(b" ")[1].decode()
        secret = request.credentials[0].decode() if request.credentials else "none"
        location = f"{exchange.host.url}{target}"
        if line.startswith("301"):
            user = quote(secret, safe="")
            location = location.replace("://", f"://{user}:{user}@")
        await exchange.answer(line, b"", f"Location: {location}", keep=True)

    return script


def _echo(spell: Callable[[str], str], before: int = 0) -> Script:
    """Refuse, and repeat every credential in the reason, spelled in another way."""

    async def script(exchange: Exchange) -> None:
        request = await exchange.request()
        secrets = [*map(bytes.decode, request.credentials), exchange.host.token]
        told = "x" * before + " ".join(spell(each) for each in secrets if each)
        body = json.dumps({"detailMessage": told}).encode()
        await exchange.answer("400 Bad Request", body, keep=True)

    return script


# On connections that stay open


async def _two_answers(exchange: Exchange) -> None:
    await exchange.carry_out()
    message = await exchange.message()
    await exchange.peer.send(message + message)
    await exchange.silence()


async def _answer_to_nobody(exchange: Exchange) -> None:
    await exchange.carry_out()
    await exchange.peer.send(await exchange.message())
    await asyncio.sleep(0.005)
    await exchange.peer.send(await exchange.message("404 Not Found", b"{}"))
    await exchange.silence()


async def _answer_when_asked_again(exchange: Exchange) -> None:
    """The rest of an answer to nobody is sent the moment the next request begins."""
    await exchange.carry_out()
    message = await exchange.message()
    await exchange.peer.send(message)
    await exchange.peer.receive()
    await exchange.peer.send(message)
    await exchange.silence()


async def _leftover(exchange: Exchange) -> None:
    await exchange.carry_out()
    await exchange.peer.send(await exchange.message() + b"garbage")
    await exchange.silence()


async def _kept_then_closed(exchange: Exchange) -> None:
    await exchange.carry_out()
    await exchange.answer("200 OK", None, "Connection: keep-alive")


async def _kept_then_silent(exchange: Exchange) -> None:
    await exchange.carry_out()
    await exchange.answer()
    await exchange.silence()


NONE: Final = Kind("none", Stage.STATUS, _proper, executed=True, succeeds=True)
"""Nothing goes wrong."""


def _unsent(name: str, stage: Stage, script: Script = _never, **more: object) -> Kind:
    options = {"unsent": True, "repeats": BOTH, "tls": stage is Stage.HANDSHAKE, **more}
    return Kind(name, stage, script, **options)  # type: ignore[arg-type]


def _untold(name: str, stage: Stage, script: Script, **more: object) -> Kind:
    """It was carried out, and nobody is told so."""
    return Kind(name, stage, script, executed=True, **more)  # type: ignore[arg-type]


_STATUSES: Final = (
    Kind("200 success: false", Stage.STATUS, _status("200 OK", body=b'{"success": false}'),
         apis=BRIDGE),
    _untold("200 success: false, done", Stage.STATUS,
            _status("200 OK", body=b'{"success": false}', executed=True), apis=BRIDGE),
    _untold("301 to itself", Stage.STATUS, _redirect("301 Moved Permanently")),
    _untold("302 to itself", Stage.STATUS, _redirect("302 Found")),
    _untold("307 to itself", Stage.STATUS, _redirect("307 Temporary Redirect")),
    _untold("308 to itself", Stage.STATUS, _redirect("308 Permanent Redirect")),
    Kind("400", Stage.STATUS, _status("400 Bad Request")),
    Kind("401", Stage.STATUS, _status("401 Unauthorized", body=b"HTTP 401 Unauthorized")),
    Kind("410", Stage.STATUS, _status("410 Gone")),
    Kind("423", Stage.STATUS, _status("423 Locked")),
    Kind("429", Stage.STATUS, _status("429 Too Many Requests", "Retry-After: 0"), repeats=BOTH),
    Kind("429 without a time", Stage.STATUS, _status("429 Too Many Requests"), repeats=BOTH),
    Kind("429 for a day", Stage.STATUS, _status("429 Too Many Requests", "Retry-After: 86400")),
    Kind("429 then closed", Stage.STATUS, _status("429 Too Many Requests", keep=False),
         repeats=BOTH),
    Kind("500", Stage.STATUS, _status("500 Internal Server Error")),
    _untold("500 done", Stage.STATUS, _status("500 Internal Server Error", executed=True)),
    Kind("502", Stage.STATUS, _status("502 Bad Gateway", body=b"<title>502</title>")),
    _untold("502 done", Stage.STATUS, _status("502 Bad Gateway", executed=True)),
    Kind("503", Stage.STATUS, _status("503 Service Unavailable", body=b"HTTP 503 Unavailable"),
         repeats=BRIDGE),
    # A bridge says this before it looks at a request; a gateway of the Web API may say it after.
    _untold("503 done", Stage.STATUS, _status("503 Service Unavailable", executed=True), apis=WEB),
    Kind("504", Stage.STATUS, _status("504 Gateway Timeout")),
    _untold("504 done", Stage.STATUS, _status("504 Gateway Timeout", executed=True)),
    _untold("522 done", Stage.STATUS, _status("522 Connection Timed Out", executed=True)),
    _untold("599 done", Stage.STATUS, _status("599 What", executed=True)),
    Kind("echo", Stage.STATUS, _echo(str)),
    Kind("echo in the cut", Stage.STATUS, _echo(str, before=492)),
    Kind("echo percent", Stage.STATUS, _echo(lambda text: quote(text, safe=""))),
    Kind("echo percent lower", Stage.STATUS,
         _echo(lambda text: lower_escapes(quote(text, safe="")))),
    Kind("echo base64", Stage.STATUS, _echo(lambda text: b64encode(text.encode()).decode())),
    Kind("echo json", Stage.STATUS, _echo(json_escaped)),
    Kind("echo json, slashes", Stage.STATUS, _echo(lambda text: json_escaped(text, more="/"))),
    Kind("echo json for html", Stage.STATUS, _echo(lambda text: json_escaped(text, more="<>&='"))),
    Kind("echo html", Stage.STATUS, _echo(html.escape)),
)  # fmt: skip

_CONNECTING: Final = (
    _unsent("name unknown", Stage.NAME, place="unknown"),
    _unsent("name look-up hangs", Stage.NAME, place="stalled"),
    _unsent("dead address", Stage.NAME, place="dead"),
    _unsent("six dead addresses", Stage.NAME, place="six"),
    Kind("first address refuses", Stage.NAME, _proper, executed=True, place="second",
         succeeds=True),
    _unsent("refused", Stage.CONNECT, is_refusal=True),
    Kind("accept, close", Stage.CONNECT, _close),
    Kind("accept, reset", Stage.CONNECT, _reset),
    Kind("accept, silent", Stage.CONNECT, _silent),
    Kind("accept slowly", Stage.CONNECT, _slow_accept, executed=True, succeeds=True),
    _unsent("tls close", Stage.HANDSHAKE, _greet(b"")),
    _unsent("tls reset", Stage.HANDSHAKE, _greet(b"", reset=True)),
    _unsent("tls close at once", Stage.HANDSHAKE, _close),
    _unsent("tls reset at once", Stage.HANDSHAKE, _reset),
    _unsent("tls cut greeting", Stage.HANDSHAKE, _greet(_SERVER_HELLO)),
    _unsent("tls cut greeting, reset", Stage.HANDSHAKE, _greet(_SERVER_HELLO, reset=True)),
    _unsent("tls silent", Stage.HANDSHAKE, _silent_greeting),
    _unsent("tls dripped", Stage.HANDSHAKE, _dripped_greeting),
    _unsent("tls garbage", Stage.HANDSHAKE, _greet(b"\x16\x03\x03\x00\x04\xff\xff\xff\xff"),
            repeats=frozenset()),
    _unsent("tls alert", Stage.HANDSHAKE, _greet(_ALERT), repeats=frozenset()),
    _unsent("tls plain http", Stage.HANDSHAKE, _greet(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
            repeats=frozenset()),
    _unsent("tls untrusted", Stage.HANDSHAKE, _certificate("untrusted"), repeats=frozenset()),
    _unsent("tls other name", Stage.HANDSHAKE, _certificate("other-name"), repeats=frozenset()),
    Kind("tls reset after handshake", Stage.HANDSHAKE, _close_after_handshake, tls=True),
)  # fmt: skip

_SENDING: Final = (
    Kind("reset at first bytes", Stage.REQUEST, _one_byte),
    Kind("close at first bytes", Stage.REQUEST, _break(part="none")),
    Kind("reset after head", Stage.REQUEST, _break(part="head", reset=True)),
    Kind("close after head", Stage.REQUEST, _break(part="head")),
    Kind("reset after request", Stage.REQUEST, _break(reset=True)),
    Kind("close after request", Stage.REQUEST, _break()),
    _untold("reset, done", Stage.REQUEST, _break(executed=True, reset=True)),
    _untold("close, done", Stage.REQUEST, _break(executed=True)),
    _untold("close, done, tls", Stage.REQUEST, _break(executed=True), tls=True),
    Kind("unread", Stage.REQUEST, _silent_unread),
    Kind("silent", Stage.REQUEST, _silent_undone),
    _untold("silent, done", Stage.REQUEST, _silent_done),
    _untold("late", Stage.REQUEST, _late),
)

_HEADS: Final = (
    _untold("no status line", Stage.HEAD, _send(b"{body}")),
    _untold("empty status line", Stage.HEAD, _send(b"\r\n\r\n")),
    _untold("garbage", Stage.HEAD, _send(bytes(range(256)))),
    _untold("garbage without end", Stage.HEAD, _drip(b"", b"\xff" * 64)),
    _untold("version 9.9", Stage.HEAD, _send(b"HTTP/9.9 200 OK\r\n\r\n{body}")),
    _untold("no reason", Stage.HEAD, _send(b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\n{}")),
    _untold("status 1000", Stage.HEAD, _send(b"HTTP/1.1 1000 OK\r\n\r\n{body}")),
    _untold("status 099", Stage.HEAD, _send(b"HTTP/1.1 099 OK\r\n\r\n{body}")),
    _untold("status abc", Stage.HEAD, _send(b"HTTP/1.1 abc OK\r\n\r\n{body}")),
    _untold("status line cut", Stage.HEAD, _send(b"HTTP/1.1 20")),
    _untold("status line cut, reset", Stage.HEAD, _send(b"HTTP/1.1 20", reset=True)),
    _untold("status line dripped", Stage.HEAD, _drip(b"HTTP/1.1 200 O", b"K")),
    _untold("head cut", Stage.HEAD, _send(_JSON + b"Content-Le")),
    _untold("head then silence", Stage.HEAD, _send(_JSON + b"Content-Le", hold=True)),
    _untold("headers dripped", Stage.HEAD, _drip(_OK, b"X-Slow: 1\r\n")),
    _untold("one header dripped", Stage.HEAD, _drip(_OK + b"X-Slow: ", b"1")),
    _untold("huge header", Stage.HEAD, _send(_OK + b"X: " + b"y" * 1_000_000 + b"\r\n\r\n{body}")),
    _untold("many headers", Stage.HEAD, _send(_OK + b"X-Many: 1\r\n" * 20_000 + b"\r\n{body}")),
    _untold("many cookies", Stage.HEAD,
            _send(_OK + b"".join(b"Set-Cookie: c%d=%s\r\n" % (n, b"v" * 500) for n in range(20))
                  + b"Content-Length: 2\r\n\r\n{}")),
    _untold("header without colon", Stage.HEAD, _send(_OK + b"what\r\n\r\n{body}")),
    _untold("header with zero byte", Stage.HEAD, _send(_OK + b"X: \0\r\n\r\n{body}")),
    _untold("folded header", Stage.HEAD, _send(_LENGTH + b"2\r\nX: a\r\n b\r\n\r\n{}")),
    _untold("100 without end", Stage.HEAD, _drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 5)),
    _untold("103 without end", Stage.HEAD, _drip(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n")),
    _untold("100 then answer", Stage.HEAD,
            _send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                  + _LENGTH + b"2\r\n\r\n{}"), succeeds=True),
    _untold("100 then cut", Stage.HEAD, _send(b"HTTP/1.1 100 Continue\r\n\r\n")),
    _untold("101", Stage.HEAD, _send(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")),
    _untold("101, silent", Stage.HEAD,
            _send(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", hold=True)),
    _untold("two lengths", Stage.HEAD,
            _send(_LENGTH + b"2\r\nContent-Length: 3\r\n\r\n{body}")),
    _untold("length below zero", Stage.HEAD, _send(_LENGTH + b"-1\r\n\r\n{body}")),
    _untold("length no number", Stage.HEAD, _send(_LENGTH + b"much\r\n\r\n{body}")),
    _untold("length of 200 digits", Stage.HEAD, _send(_LENGTH + b"9" * 200 + b"\r\n\r\n{body}")),
    _untold("unknown transfer encoding", Stage.HEAD,
            _send(_JSON + b"Transfer-Encoding: what\r\n\r\n{body}")),
    _untold("answer on a 204", Stage.HEAD,
            _send(b"HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}")),
)  # fmt: skip

_BODIES: Final = (
    _untold("length too long", Stage.BODY, _send(_LENGTH + b"900\r\n\r\n{body}")),
    _untold("length too long, silent", Stage.BODY,
            _send(_LENGTH + b"900\r\n\r\n{body}", hold=True)),
    _untold("length too long, reset", Stage.BODY,
            _send(_LENGTH + b"900\r\n\r\n{body}", reset=True)),
    _untold("length too long, tls", Stage.BODY, _send(_LENGTH + b"900\r\n\r\n{body}"), tls=True),
    _untold("length too short", Stage.BODY, _send(_LENGTH + b"2\r\n\r\n{body}", hold=True)),
    _untold("body missing", Stage.BODY, _send(_LENGTH + b"900\r\n\r\n")),
    _untold("body dripped", Stage.BODY, _drip(_LENGTH + b"100000\r\n\r\n", b" ")),
    _untold("body without end", Stage.BODY, _endless_body),
    _untold("chunk size no number", Stage.BODY, _send(_CHUNKED + b"zz\r\n{body}\r\n0\r\n\r\n")),
    _untold("chunk size huge", Stage.BODY, _send(_CHUNKED + b"f" * 16 + b"\r\n{body}", hold=True)),
    _untold("chunk cut", Stage.BODY, _send(_CHUNKED + b"ff\r\n{body}")),
    _untold("last chunk missing", Stage.BODY, _send(_CHUNKED + b"2\r\n{}\r\n", hold=True)),
    _untold("chunk extension dripped", Stage.BODY, _drip(_CHUNKED + b"2;", b"a")),
    _untold("chunk size dripped", Stage.BODY, _drip(_CHUNKED, b"0")),
    _untold("chunks dripped", Stage.BODY, _drip(_CHUNKED, b"1\r\n \r\n")),
    _untold("trailers dripped", Stage.BODY, _drip(_CHUNKED + b"2\r\n{}\r\n0\r\n", b"X: 1\r\n")),
    _untold("gzip name without end", Stage.BODY,
            _drip(_JSON + b"Content-Encoding: gzip\r\n\r\n" + _GZIP_WITH_NAME, b"n" * 512)),
    _untold("empty deflate blocks", Stage.BODY, _empty_blocks),
    _untold("gzip broken", Stage.BODY, _packed("gzip", lambda: b"\x1f\x8b\x08 and no more")),
    _untold("gzip cut", Stage.BODY, _packed("gzip", lambda: gzip.compress(b"{}" * 99)[:-12])),
    _untold("gzip bomb", Stage.BODY, _packed("gzip", lambda: bomb(1, _BOMB))),
    _untold("gzip bomb, nested", Stage.BODY, _packed("gzip, gzip, gzip", lambda: bomb(3, _BOMB))),
    _untold("many encodings", Stage.BODY, _packed(", ".join(["identity"] * 900), lambda: b"{}")),
    _untold("unknown encoding", Stage.BODY, _packed("what", lambda: b"{}")),
    _untold("deflate", Stage.BODY, _packed("deflate", lambda: zlib.compress(b"{}"))),
    _untold("html", Stage.BODY, _send(_LENGTH + b"6\r\n\r\n<html>")),
    _untold("nothing", Stage.BODY, _send(_LENGTH + b"0\r\n\r\n")),
    _untold("not utf-8", Stage.BODY, _send(_LENGTH + b"4\r\n\r\n\xff\xfe\xfd\xfc")),
    _untold("another container", Stage.BODY, _send(_LENGTH + b"2\r\n\r\n[]")),
    _untold("nested deeply", Stage.BODY,
            _send(_JSON + b"Content-Length: 200000\r\n\r\n" + b"[" * 200_000)),
    _untold("number of 9999 digits", Stage.BODY,
            _send(_LENGTH + b"10014\r\n\r\n" + b'{"success": 1' + b"0" * 10_000 + b"}")),
)  # fmt: skip

_KEPT: Final = (
    _untold("two answers in one", Stage.BODY, _two_answers, succeeds=True),
    _untold("an answer to nobody", Stage.BODY, _answer_to_nobody, succeeds=True),
    _untold("an answer when asked again", Stage.BODY, _answer_when_asked_again, succeeds=True),
    # aiohttp takes garbage that comes along with an answer for a defect of the answer.
    _untold("garbage behind", Stage.BODY, _leftover),
    _untold("closed after keep-alive", Stage.BODY, _kept_then_closed, succeeds=True),
    _untold("silent on the kept one", Stage.BODY, _kept_then_silent, succeeds=True),
    Kind("closed between", Stage.BETWEEN, _proper, executed=True, succeeds=True),
    Kind("reset between", Stage.BETWEEN, _proper, executed=True, succeeds=True, resets=True),
)

KINDS: Final = (NONE, *_CONNECTING, *_SENDING, *_HEADS, *_BODIES, *_STATUSES, *_KEPT)
"""All of them."""
