"""Secrets stay out of every text: out of our errors, and out of the HTTP library's own log.

That library logs each request's full URL, and a bridge's token is part of the URL. The filter
works whichever client and transport sends the request, because it looks at the log records
themselves. It acts only on records made during one of our calls, and knows that call's secrets.
"""

from __future__ import annotations

import logging
import re
import sys
from base64 import b64encode
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

from .request import serialize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .json import JsonValue
    from .request import Part, Request
    from .unset import Unset

MASK: Final = "***"

_SECRET_NAME: Final = re.compile(
    r"(?<!country)(?<!error)(?<!status)code|pin|password|token|secret|otp", re.IGNORECASE
)
_WORD: Final = 5  # shorter secrets are masked only where they stand alone
_LONG: Final = 8  # from here on a secret is worth looking for inside base64
_URL_SAFE: Final = str.maketrans("-_", "+/")
_ESCAPE: Final = re.compile(
    r"%([0-9A-Fa-f]{2})|\\u([0-9A-Fa-f]{4})|&#(\d{1,7});|&#[xX]([0-9A-Fa-f]{1,6});"
    r"|&(amp|lt|gt|quot|apos);|\\(.)",
    re.DOTALL,
)
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_JSON_ESCAPES: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}

_LOGGERS: Final = tuple(
    # Once: it takes a lock of all logging, and an interrupt might leave that locked for good.
    logging.getLogger(name)
    for name in (
        "aiohttp.client",
        "aiohttp.internal",
        "httpx",
        "httpx2",
        *(
            f"{library}.{part}"
            for library in ("httpcore", "httpcore2")
            for part in ("connection", "http11", "http2", "proxy", "socks")
        ),
        # HTTP/2 compresses headers; this library logs each one that it sees.
        "hpack.hpack",
        "hpack.table",
    )
)

CONCEALED: Final[ContextVar[Secrets]] = ContextVar("nuki_secrets")
"""What the HTTP library's log must not show while a call is going on."""


class Secrets:
    """Texts that nobody may see; what stands in a variable of a frame is this, not they."""

    __slots__ = ("_texts",)

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    def __repr__(self) -> str:
        return f"<{len(self._texts)} secrets>"

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __add__(self, other: Secrets) -> Secrets:
        return Secrets(*self._texts, *other._texts)

    def __bool__(self) -> bool:
        return bool(self._texts)


class SecretText:
    """One text that nobody may see."""

    __slots__ = ("_text",)

    def __init__(self, text: str | SecretText) -> None:
        self._text: str = text.reveal() if isinstance(text, SecretText) else text

    def reveal(self) -> str:
        """The text."""
        return self._text

    def matches(self, pattern: re.Pattern[str]) -> bool:
        """Whether it is a text that the whole pattern matches."""
        text: Any = self._text
        return isinstance(text, str) and pattern.fullmatch(text) is not None

    def __repr__(self) -> str:
        return MASK

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SecretText) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)


def redact(text: str, secrets: Iterable[str]) -> str:
    """The text with every secret masked.

    Also where it is percent-encoded or escaped for JSON or HTML, in whole or in part, or in base64.
    """
    spans: list[tuple[int, int]] = []
    plain = _Reading(text, range(len(text) + 1))
    unescaped = _unescaped(text) if _ESCAPE.search(text) else plain
    for secret in secrets:
        if not secret:
            continue
        stands_alone = len(secret) < _WORD
        # Each octet percent-encoded, and each half of a surrogate pair escaped.
        written = secret.encode("utf-8", "surrogatepass")
        octets = written.decode("latin-1")
        units = secret.encode("utf-16-le", "surrogatepass")
        halves = "".join(chr(units[i] | units[i + 1] << 8) for i in range(0, len(units), 2))
        for reading in (plain,) if unescaped is plain else (plain, unescaped):
            for spelling in {secret, secret.replace(" ", "+"), octets, halves}:
                spans += reading.find(spelling, stands_alone=stands_alone)
        if len(secret) >= _LONG:
            url_safe = plain.translated(_URL_SAFE)
            for before in range(3):  # in base64, alone or in the middle of something else
                encoded = b64encode(bytes(before) + written).decode()
                # The first and last characters also hold bits of the neighbours.
                whole = encoded[-(-8 * before // 6) : 8 * (before + len(written)) // 6]
                spans += url_safe.find(whole)
    found: list[str] = []
    end = 0
    for start, stop in sorted(spans):
        if stop > end:
            if start >= end:
                found += [text[end:start], MASK]
            end = stop
    return "".join((*found, text[end:])) if spans else text


class _Reading:
    """A text as somebody may read it, and where each of its characters begins in the original."""

    def __init__(self, text: str, starts: Sequence[int]) -> None:
        self.text = text
        self.starts = starts

    def find(self, secret: str, *, stands_alone: bool = False) -> Iterator[tuple[int, int]]:
        """Where it stands in the original text."""
        start = self.text.find(secret)
        while start >= 0:
            stop = start + len(secret)
            around = self.text[max(start - 1, 0) : start] + self.text[stop : stop + 1]
            if not (stands_alone and any(map(str.isalnum, around))):
                yield self.starts[start], self.starts[stop]
            start = self.text.find(secret, start + 1)

    def translated(self, table: dict[int, int]) -> _Reading:
        """The same with other characters."""
        return _Reading(self.text.translate(table), self.starts)


def _unescaped(text: str) -> _Reading:
    characters: list[str] = []
    starts: list[int] = []
    end = 0
    for escape in _ESCAPE.finditer(text):
        characters += text[end : escape.start()]
        starts += range(end, escape.start())
        percent, unicode, decimal, hexadecimal, entity, other = escape.groups()
        code = percent or unicode or hexadecimal
        number = int(code, 16) if code else int(decimal) if decimal else -1
        if entity:
            characters.append(_ENTITIES[entity])
        elif other:
            characters.append(_JSON_ESCAPES.get(other, other))
        else:
            characters.append(chr(number) if number <= sys.maxunicode else "?")
        starts.append(escape.start())
        end = escape.end()
    characters += text[end:]
    starts += range(end, len(text) + 1)
    return _Reading("".join(characters), starts)


def secrets_in(request: Request[Any]) -> Secrets:
    """The codes, PINs and passwords that a request carries, which the vendor's message may echo."""
    sent = (*request.query, *request.headers)
    named = (value for name, value in sent if _SECRET_NAME.search(name))
    return Secrets(*named, *_secret_values(request.body))


def is_secret_name(name: str) -> bool:
    """Whether a field of this name holds a code, a PIN, a password, a token or the like."""
    return _SECRET_NAME.search(name) is not None


def _secret_values(body: JsonValue | bytes | tuple[Part, ...] | Unset) -> Iterator[str]:
    if isinstance(body, tuple):
        secret = (part for part in body if is_secret_name(part.name))
        yield from (part.content.decode("utf-8", "replace") for part in secret)
    elif isinstance(body, list):
        for element in body:
            yield from _secret_values(element)
    elif isinstance(body, dict):
        for name, value in body.items():
            if isinstance(value, (list, dict)):
                yield from _secret_values(value)
            elif value is not None and not isinstance(value, bool) and is_secret_name(name):
                # As it is sent: a keypad code hides itself from str().
                yield serialize(value)


def told(error: BaseException, secrets: Secrets) -> str:
    """What a library's exception says, without secrets."""
    return redact(f"{type(error).__name__}: {error}".removesuffix(": "), secrets)


class Redaction(logging.Filter):
    """Masks the secrets of the call during which a record is made."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record if a call is going on; it is always let through."""
        if secrets := CONCEALED.get(None):
            record.msg = redact(record.getMessage(), secrets)
            record.args = ()
        return True


_REDACTION: Final = Redaction()


def guard_logs() -> None:
    """Put the filter on the HTTP libraries' loggers; doing so again changes nothing."""
    for logger in _LOGGERS:
        logger.addFilter(_REDACTION)
