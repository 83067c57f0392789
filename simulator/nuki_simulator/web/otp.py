"""One-time passwords (RFC 6238): six digits that change every half minute."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

_STEP: Final = 30
_DIGITS: Final = 6


def one_time_password(secret: str, moment: datetime) -> str:
    """The password that an authenticator app shows at a moment for a base32 secret."""
    counter = struct.pack(">Q", int(moment.timestamp()) // _STEP)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 0xF
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**_DIGITS:0{_DIGITS}d}"


def new_secret(octets: bytes) -> str:
    """A base32 secret from random bytes."""
    return base64.b32encode(octets).decode()
