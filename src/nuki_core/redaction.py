"""Secrets stay out of every text: out of our errors, and out of the HTTP library's own log.

That library logs each request's full URL, and a bridge's token is part of the URL. The filter
works whichever client and transport sends the request, because it looks at the log records
themselves. It acts only on records made during one of our calls, and knows that call's secrets.
"""

from __future__ import annotations

import html
import logging
import re
from base64 import b64encode
from contextvars import ContextVar, Token
from typing import TYPE_CHECKING, Any, Final

from .request import wire

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .json import JsonValue
    from .request import Request
    from .unset import Unset

MASK: Final = "***"

_SECRET_NAME: Final = re.compile(
    r"(?<!country)(?<!error)(?<!status)code|pin|password|token|secret|otp", re.IGNORECASE
)
_WORD: Final = 5  # shorter secrets are masked only where they stand alone
_LONG: Final = 8  # from here on a secret is worth looking for inside base64

_LOGGERS: Final = (
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

_current: ContextVar[Secrets] = ContextVar("nuki_secrets")


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

    def __repr__(self) -> str:
        return MASK

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SecretText) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)


def redact(text: str, secrets: Iterable[str]) -> str:
    """The text with every secret masked.

    Also where it is percent-encoded, escaped for JSON or HTML, in whole or in part, or in base64.
    """
    for secret in sorted({each for each in secrets if each}, key=len, reverse=True):
        text = re.sub(_pattern(secret), MASK, text)
    return text


def _pattern(secret: str) -> str:
    spelled = "".join(map(_spellings, secret))
    if len(secret) < _WORD:
        return rf"(?<![0-9A-Za-z]){spelled}(?![0-9A-Za-z])"
    return "|".join((spelled, *_encoded(secret)))


def _spellings(character: str) -> str:
    """A pattern for the ways in which servers write a character."""
    percent = "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))
    units = character.encode("utf-16-be", "surrogatepass")
    escaped = "".join(rf"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))
    spellings = [f"(?i:{percent})", f"(?i:{escaped})", f"&#0*{ord(character)};"]
    spellings.append(f"(?i:&#x0*{ord(character):x};)")
    if (entity := html.escape(character)) != character:
        spellings.append(re.escape(entity))
    if character == " ":
        spellings.append(r"\+")
    if not character.isalnum():
        spellings.append(r"\\" + re.escape(character))
    spellings.append(re.escape(character))
    return f"(?:{'|'.join(spellings)})"


def _encoded(secret: str) -> Iterator[str]:
    """Base64 of the secret, alone or in the middle of something else."""
    if len(secret) < _LONG:
        return
    octets = secret.encode("utf-8", "surrogatepass")
    for before in range(3):
        encoded = b64encode(bytes(before) + octets).decode().rstrip("=")
        # The first and last characters also hold bits of the neighbours.
        inner = encoded[-(-8 * before // 6) : 8 * (before + len(octets)) // 6]
        yield "".join(_BASE64.get(character, character) for character in inner) + "=*"


_BASE64: Final = {"+": "[+-]", "/": "[/_]"}


def secrets_in(request: Request[Any]) -> Secrets:
    """The codes, PINs and passwords that a request carries, which the vendor's message may echo."""
    named = (value for name, value in request.query if _SECRET_NAME.search(name))
    return Secrets(*named, *_secret_values(request.body))


def is_secret_name(name: str) -> bool:
    """Whether a field of this name holds a code, a PIN, a password, a token or the like."""
    return _SECRET_NAME.search(name) is not None


def _secret_values(body: JsonValue | Unset) -> Iterator[str]:
    if isinstance(body, list):
        for element in body:
            yield from _secret_values(element)
    elif isinstance(body, dict):
        for name, value in body.items():
            if isinstance(value, (list, dict)):
                yield from _secret_values(value)
            elif value is not None and not isinstance(value, bool) and is_secret_name(name):
                # As it is sent: a keypad code hides itself from str().
                yield wire(value)


def conceal(secrets: Secrets) -> Token[Secrets]:
    """Keep these secrets out of the HTTP library's log until :func:`reveal`."""
    return _current.set(secrets)


def reveal(token: Token[Secrets]) -> None:
    """End what :func:`conceal` began."""
    _current.reset(token)


class Redaction(logging.Filter):
    """Masks the secrets of the call during which a record is made."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record if a call is going on; it is always let through."""
        if secrets := _current.get(None):
            record.msg = redact(record.getMessage(), secrets)
            record.args = ()
        return True


_REDACTION: Final = Redaction()


def guard_logs() -> None:
    """Put the filter on the HTTP libraries' loggers; doing so again changes nothing."""
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_REDACTION)
