"""How requests are signed: schemes are values that a client is given.

A scheme's ``sign`` makes the credentials of one request, anew for every attempt: a bridge accepts a
hash or an encrypted token once.
"""

from __future__ import annotations

import hashlib
import os
import re
from abc import ABC, abstractmethod
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from . import fork
from .errors import ValidationError
from .lazy_attrs import field, frozen
from .redaction import MASK, SecretText

if TYPE_CHECKING:
    from collections.abc import Callable

    from .clock import Clock
    from .errors import NukiError
    from .flow import Flow

Pairs: TypeAlias = "tuple[tuple[str, str], ...]"

_TOKEN = re.compile(r"[!-~]+")
_URL = re.compile(r"https?://.*", re.DOTALL)
_NONCE_BYTES = 24
_CLOCK_HINT = (
    "check the token, and both clocks: the bridge accepts a request only near its own time, which "
    "it loses without internet; clock_offset() of a client with scheme=PlainToken compares them; "
)


@frozen
class Credentials:
    """What one request carries to prove who sends it, and which parts of that are secret."""

    headers: Pairs = field(default=(), repr=False)
    query: Pairs = field(default=(), repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)

    def __init__(
        self, headers: Pairs = (), query: Pairs = (), secrets: tuple[str, ...] = ()
    ) -> None:
        # Written out because every call of a bridge makes one.
        keep = object.__setattr__
        keep(self, "headers", headers)
        keep(self, "query", query)
        keep(self, "secrets", secrets)


class Scheme(Protocol):
    """A way to sign requests. ``hint`` says what to check when the server refuses them."""

    @property
    def hint(self) -> str:
        """What to check after a 401 or 403."""
        ...

    def sign(self) -> Credentials:
        """Make the credentials of one attempt."""
        ...


def _second() -> datetime:
    return datetime.now(UTC)


class _Numbers:
    """Counts on from a random start: two hashes within a second must not have the same number.

    Forked processes count on as well, far from each other.
    """

    # No two of its first thousand multiples are less than 65 apart on the circle of 65,536 numbers:
    # more than a bridge answers within a second, in which the time does not tell requests apart.
    _STRIDE: Final = 40_355

    def __init__(self) -> None:
        self._process = os.getpid()
        self._numbers = count(int.from_bytes(os.urandom(2)))
        fork.register(self)

    def after_fork(self) -> None:
        """Part from the parent process, and from its other children."""
        parent, self._process = self._process, os.getpid()
        self._numbers = count(next(self._numbers) + self._STRIDE * (self._process - parent))

    def another(self) -> int:
        """Another one each time, from 0 to 65535."""
        return next(self._numbers) & 0xFFFF


_another_number = _Numbers().another


def _timestamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


@frozen
class Unsigned:
    """No credentials, for servers and operations that ask for none."""

    hint: str = "this client sends no credentials"

    def sign(self) -> Credentials:
        """Nothing."""
        return Credentials()


class _TokenScheme:
    """A scheme with one token, which is kept out of its ``repr``."""

    _hint = ""

    def __init__(self, token: str | SecretText, *, hint: str | None = None) -> None:
        # The variable goes before an error can show it, in this frame and in the callers'.
        secret = SecretText(token)
        del token
        if secret.matches(_URL):
            raise ValidationError("the token is a URL; pass that as base_url=..., and a token")
        if not secret.matches(_TOKEN):
            # An HTTP library would print an illegal header value in its error.
            raise ValidationError(
                "the token is empty or holds blanks, line ends or other characters that no token "
                "has; pass it exactly as it was shown"
            )
        self._secret = secret
        self.hint = self._hint if hint is None else hint

    @property
    def token(self) -> str:
        """The token itself; do not print it."""
        return self._secret.reveal()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASK})"


class BearerToken(_TokenScheme):
    """The Web API's token in the ``Authorization`` header (Nuki Web API, "Authentication")."""

    _hint = "check the API token in Nuki Web; a new password of the account may revoke it"

    def __init__(self, token: str | SecretText, *, hint: str | None = None) -> None:
        secret = SecretText(token)
        del token
        super().__init__(secret, hint=hint)
        header = ("Authorization", f"Bearer {self.token}")
        self._credentials = Credentials(headers=(header,), secrets=(self.token,))

    def sign(self) -> Credentials:
        """The same header for every request."""
        return self._credentials


class PlainToken(_TokenScheme):
    """A bridge's token as it is, readable by everyone on the network.

    For software bridges, and for firmware before 1.22.1 (Bridge 1.0) or 2.14.0 (Bridge 2.0).
    """

    _hint = "check the bridge's token; pair() fetches it"

    def sign(self) -> Credentials:
        """The same parameter for every request."""
        return Credentials(query=(("token", self.token),), secrets=(self.token,))


class HashedToken(_TokenScheme):
    """A bridge's token as part of a hash over the time (Bridge API 1.13.3, "Hashed token").

    Needs firmware 1.12.0 (Bridge 1.0) or 2.2.0 (Bridge 2.0) and a correct clock on both sides.
    ``now`` gives the time, ``random_number`` an integer from 0 to 65535, another one each time.
    """

    _hint = (
        _CLOCK_HINT + "software bridges, and firmware before 1.12.0 (Bridge 1.0) or 2.2.0 (Bridge "
        "2.0), know only scheme=PlainToken"
    )

    def __init__(
        self,
        token: str | SecretText,
        now: Callable[[], datetime] = _second,
        random_number: Callable[[], int] = _another_number,
        hint: str | None = None,
    ) -> None:
        secret = SecretText(token)
        del token
        super().__init__(secret, hint=hint)
        self._now, self._random_number = now, random_number

    def sign(self) -> Credentials:
        """Lower-case hex of SHA-256 over ``ts,rnr,token``."""
        ts, rnr = _timestamp(self._now()), str(self._random_number())
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


def _random_bytes() -> bytes:
    return os.urandom(_NONCE_BYTES)


class EncryptedToken(_TokenScheme):
    """A bridge's token as the key that encrypts the time (Bridge API 1.13.3, "Encrypted token").

    Needs firmware 1.22.1 (Bridge 1.0) or 2.14.0 (Bridge 2.0) and clocks that differ by less than
    60 s. ``now`` gives the time, ``random_number`` an integer from 0 to 65535, ``random_bytes``
    24 bytes that never occur twice.
    """

    _hint = (
        _CLOCK_HINT + "firmware before 1.22.1 (Bridge 1.0) or 2.14.0 (Bridge 2.0) does not know "
        "encrypted tokens: use scheme=HashedToken, or PlainToken for a software bridge"
    )

    def __init__(
        self,
        token: str | SecretText,
        now: Callable[[], datetime] = _second,
        random_number: Callable[[], int] = _another_number,
        random_bytes: Callable[[], bytes] = _random_bytes,
        hint: str | None = None,
    ) -> None:
        secret = SecretText(token)
        del token
        super().__init__(secret, hint=hint)
        try:
            from nacl.secret import SecretBox  # noqa: PLC0415 - only encrypted tokens need it
        except ImportError:
            raise ValidationError(
                "encrypting the token needs PyNaCl: install 'pynacl', or choose scheme=PlainToken"
            ) from None
        self._box: Box = SecretBox(hashlib.sha256(self.token.encode()).digest())
        self._now, self._random_number, self._random_bytes = now, random_number, random_bytes

    def sign(self) -> Credentials:
        """Hex of NaCl's secretbox over ``ts,rnr``, the nonce beside it."""
        plain = f"{_timestamp(self._now())},{self._random_number()}".encode()
        nonce = self._random_bytes()
        ctoken, shown = self._box.encrypt(plain, nonce).ciphertext.hex(), nonce.hex()
        query = (("ctoken", ctoken), ("nonce", shown))
        return Credentials(query=query, secrets=(self.token, ctoken, shown))


class RenewableScheme(ABC):
    """A scheme whose credentials expire, and that a call renews over the client's own transport."""

    @property
    @abstractmethod
    def hint(self) -> str:
        """What to check after a 401 or 403."""

    @abstractmethod
    def sign(self) -> Credentials:
        """Make the credentials of one attempt."""

    @abstractmethod
    def is_due(self) -> bool:
        """Whether to renew before signing."""

    @abstractmethod
    def renew(self, ends: float, clock: Clock) -> Flow[NukiError | None]:
        """Renew, once however many calls ask for it; the error if it failed.

        ``ends`` is the time of the clock until which it may take.
        """

    @abstractmethod
    def refuse(self, credentials: Credentials) -> bool:
        """Take note that a server answered 401 to these; whether signing again makes others."""
