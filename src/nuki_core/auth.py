"""How requests are signed: schemes are values that a client is given.

A scheme's ``sign`` makes the credentials of one request, anew for every try: a bridge accepts a
hash or an encrypted token once.
"""

from __future__ import annotations

import hashlib
import os
import re
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Protocol, TypeAlias

import attrs

from .errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

Pairs: TypeAlias = "tuple[tuple[str, str], ...]"

_VISIBLE_ASCII = re.compile(r"[!-~]+")
_NONCE_BYTES = 24
_CLOCK_HINT = (
    "check the token, and both clocks: the bridge accepts a request only near its own time, which "
    "it loses without internet; clock_offset() of a client with scheme=PlainToken compares them"
)


@attrs.frozen
class Credentials:
    """What one request carries to prove who sends it, and which parts of that are secret."""

    headers: Pairs = attrs.field(default=(), repr=False)
    query: Pairs = attrs.field(default=(), repr=False)
    secrets: tuple[str, ...] = attrs.field(default=(), repr=False)


class Scheme(Protocol):
    """A way to sign requests. ``hint`` says what to check when the server refuses them."""

    @property
    def hint(self) -> str:
        """What to check after a 401 or 403."""
        ...

    def sign(self) -> Credentials:
        """Make the credentials of one try."""
        ...


def _checked(token: str) -> str:
    # Checked here because the HTTP library would print an illegal header value in its error.
    if not _VISIBLE_ASCII.fullmatch(token):
        raise ValidationError(
            "the token is empty or holds blanks, line ends or other characters that no token has; "
            "pass it exactly as it was shown"
        )
    return token


def _second() -> datetime:
    return datetime.now(UTC)


# Counted on from a random start: two hashes within one second must not have the same number.
_numbers = count(int.from_bytes(os.urandom(2)))


def _another_number() -> int:
    return next(_numbers) & 0xFFFF


def _timestamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


@attrs.frozen
class Unsigned:
    """No credentials, for servers and operations that ask for none."""

    hint: str = "this client sends no credentials"

    def sign(self) -> Credentials:
        """Nothing."""
        return Credentials()


@attrs.frozen
class BearerToken:
    """The Web API's token in the ``Authorization`` header (Nuki Web API, "Authentication")."""

    token: str = attrs.field(repr=False, converter=_checked)
    hint: str = "check the API token in Nuki Web; a new password of the account may revoke it"
    _credentials: Credentials = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        header = ("Authorization", f"Bearer {self.token}")
        credentials = Credentials(headers=(header,), secrets=(self.token,))
        object.__setattr__(self, "_credentials", credentials)

    def sign(self) -> Credentials:
        """The same header for every request."""
        return self._credentials


@attrs.frozen
class PlainToken:
    """A bridge's token as it is, readable by everyone on the network.

    For software bridges, and for firmware before 1.22.1 (Bridge 1.0) or 2.14.0 (Bridge 2.0).
    """

    token: str = attrs.field(repr=False, converter=_checked)
    hint: str = "check the bridge's token; pair() fetches it"

    def sign(self) -> Credentials:
        """The same parameter for every request."""
        return Credentials(query=(("token", self.token),), secrets=(self.token,))


@attrs.frozen
class HashedToken:
    """A bridge's token as part of a hash over the time (Bridge API 1.13.3, "Hashed token").

    Needs firmware 1.12.0 (Bridge 1.0) or 2.2.0 (Bridge 2.0) and a correct clock on both sides.
    ``now`` gives the time, ``random_number`` an integer from 0 to 65535, another one each time.
    """

    token: str = attrs.field(repr=False, converter=_checked)
    now: Callable[[], datetime] = attrs.field(default=_second, repr=False)
    random_number: Callable[[], int] = attrs.field(default=_another_number, repr=False)
    hint: str = _CLOCK_HINT

    def sign(self) -> Credentials:
        """Lower-case hex of SHA-256 over ``ts,rnr,token``."""
        ts, rnr = _timestamp(self.now()), str(self.random_number())
        digest = hashlib.sha256(f"{ts},{rnr},{self.token}".encode()).hexdigest()
        query = (("ts", ts), ("rnr", rnr), ("hash", digest))
        return Credentials(query=query, secrets=(self.token, digest))


class Encrypted(Protocol):
    """What a box makes: here the nonce is sent beside it, not in front."""

    @property
    def ciphertext(self) -> bytes:
        """Sixteen bytes of authentication, then as many as the plain text has."""
        ...


class Box(Protocol):
    """NaCl's secretbox under one key."""

    def encrypt(self, plaintext: bytes, nonce: bytes) -> Encrypted:
        """Encrypt and authenticate."""
        ...


def _secret_box(token: str) -> Box:
    try:
        from nacl.secret import SecretBox  # noqa: PLC0415 - only encrypted tokens need it
    except ImportError:
        raise ValidationError(
            "encrypting the token needs PyNaCl: install 'pynacl', or choose scheme=PlainToken"
        ) from None
    return SecretBox(hashlib.sha256(token.encode()).digest())


def _random_bytes() -> bytes:
    return os.urandom(_NONCE_BYTES)


@attrs.frozen
class EncryptedToken:
    """A bridge's token as the key that encrypts the time (Bridge API 1.13.3, "Encrypted token").

    Needs firmware 1.22.1 (Bridge 1.0) or 2.14.0 (Bridge 2.0) and clocks that differ by less than
    60 s. ``now`` gives the time, ``random_number`` an integer from 0 to 65535, ``random_bytes``
    24 bytes that never occur twice.
    """

    token: str = attrs.field(repr=False, converter=_checked)
    now: Callable[[], datetime] = attrs.field(default=_second, repr=False)
    random_number: Callable[[], int] = attrs.field(default=_another_number, repr=False)
    random_bytes: Callable[[], bytes] = attrs.field(default=_random_bytes, repr=False)
    hint: str = _CLOCK_HINT
    _box: Box = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_box", _secret_box(self.token))

    def sign(self) -> Credentials:
        """Hex of NaCl's secretbox over ``ts,rnr``, the nonce beside it."""
        plain = f"{_timestamp(self.now())},{self.random_number()}".encode()
        nonce = self.random_bytes()
        ctoken, shown = self._box.encrypt(plain, nonce).ciphertext.hex(), nonce.hex()
        query = (("ctoken", ctoken), ("nonce", shown))
        return Credentials(query=query, secrets=(self.token, ctoken, shown))
