"""Secrets stay out of every text: out of our errors, and out of the HTTP library's own log.

That library logs each request's full URL, and a bridge's token is part of the URL. The filter
works whichever client and transport sends the request, because it looks at the log records
themselves. It acts only on records made during one of our calls, and knows that call's secrets.
"""

from __future__ import annotations

import logging
import re
from contextvars import ContextVar, Token
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .request import serialize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .json import JsonValue
    from .request import Request
    from .unset import Unset

MASK = "***"

_SECRET_NAME = re.compile(r"code|pin|password|token|secret|otp", re.IGNORECASE)
_SHORTEST_SECRET = 4

_LOGGERS = (
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

_current: ContextVar[tuple[str, ...]] = ContextVar("nuki_secrets", default=())


def redact(text: str, secrets: Iterable[str]) -> str:
    """The text with every secret masked, also where it is percent-encoded."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, MASK).replace(quote(secret, safe=""), MASK)
    return text


def secrets_in(request: Request[Any]) -> tuple[str, ...]:
    """The codes, PINs and passwords that a request carries, which the vendor's message may echo."""
    named = (pair for pair in request.query if _SECRET_NAME.search(pair[0]))
    found = (*(value for _, value in named), *_secret_values(request.body))
    return tuple(text for text in found if len(text) >= _SHORTEST_SECRET)


def _secret_values(body: JsonValue | Unset) -> Iterator[str]:
    if isinstance(body, list):
        for element in body:
            yield from _secret_values(element)
    elif isinstance(body, dict):
        for name, value in body.items():
            if isinstance(value, (list, dict)):
                yield from _secret_values(value)
            elif _SECRET_NAME.search(name) and not isinstance(value, bool):
                # As it is sent: a keypad code hides itself from str().
                yield serialize(value)


def conceal(secrets: tuple[str, ...]) -> Token[tuple[str, ...]]:
    """Keep these secrets out of the HTTP library's log until :func:`reveal`."""
    return _current.set(secrets)


def reveal(token: Token[tuple[str, ...]]) -> None:
    """End what :func:`conceal` began."""
    _current.reset(token)


class Redaction(logging.Filter):
    """Masks the secrets of the call during which a record is made."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record if a call is going on; it is always let through."""
        if secrets := _current.get():
            record.msg = redact(record.getMessage(), secrets)
            record.args = ()
        return True


_REDACTION = Redaction()


def guard_logs() -> None:
    """Put the filter on the HTTP libraries' loggers; doing so again changes nothing."""
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_REDACTION)
