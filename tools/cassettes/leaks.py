"""Looking for secrets in a text, also where it is JSON, base64 or percent-encoded."""

from __future__ import annotations

import base64
import binascii
import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from .masking import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
_BEARER: Final = re.compile(rf"bearer\s+(?!{MASK}\b)[\w.~+/-]+", re.IGNORECASE)
_CREDENTIAL: Final = re.compile(
    rf"\b(?:c?token|access_token|refresh_token|hash|nonce|client_secret)=(?!{MASK}\b)[^&\s'\"]+"
)
_RANDOM: Final = re.compile(r"(?<![\w.-])(?=\w*\d)(?=\w*[a-zA-Z])\w{32,}(?![\w-])")
_JWT: Final = re.compile(r"\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*")
_DEPTH: Final = 3


def leaks(content: Any, secrets: Iterable[str]) -> list[str]:
    """Which of the secrets, and what else that looks like a token, a document holds."""
    found = {text for value in _scalars(content) for text in _readings(value, _DEPTH)}
    wanted = {
        # A code inside a longer number is no code.
        secret: rf"(?<!\d){secret}(?!\d)" if secret.isdigit() else re.escape(secret)
        for secret in secrets
        if secret
    }
    known = {
        secret
        for secret, pattern in wanted.items()
        if any(re.search(pattern, text) for text in found)
    }
    alike = {
        match[0]
        for text in found
        for pattern in (_BEARER, _CREDENTIAL, _RANDOM, _JWT)
        for match in pattern.finditer(text)
    }
    return sorted(known | alike)


def _scalars(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _scalars(name)
            yield from _scalars(inner)
    elif isinstance(value, list):
        for element in value:
            yield from _scalars(element)
    elif isinstance(value, bytes):
        yield value.decode("utf-8", "replace")
    elif value is not None:
        yield str(value)


def _readings(text: str, depth: int) -> Iterator[str]:
    """The text, and everything that it may be an encoding of."""
    yield text
    if not depth:
        return
    decoded = [unquote(text)]
    with suppress(ValueError):
        value = json.loads(text, strict=False)
        if isinstance(value, dict | list | str):
            decoded += _scalars(value)
    for match in _BASE64.finditer(text):
        plain = match[0].rstrip("=").translate(str.maketrans("-_", "+/"))
        with suppress(binascii.Error, UnicodeDecodeError):
            octets = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
            decoded.append(octets.decode("ascii"))
    for inner in decoded:
        if inner != text:
            yield from _readings(inner, depth - 1)
