"""Where OAuth tokens are kept between runs: a protocol, and two stores."""

from __future__ import annotations

import json
import os
import secrets
import sys
from datetime import datetime
from pathlib import Path
from typing import Protocol, Self, runtime_checkable

import attrs

from nuki_core.errors import ValidationError

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_OWNER_ONLY = 0o600


@attrs.frozen
class OAuthToken:
    """An access token, when it expires, and the refresh token that gets the next one."""

    access_token: str = attrs.field(repr=False)
    refresh_token: str | None = attrs.field(default=None, repr=False)
    expires_at: datetime | None = None

    def to_json(self) -> str:
        """A JSON object with the three fields; it holds secrets."""
        expires_at = self.expires_at and self.expires_at.isoformat()
        return json.dumps({**attrs.asdict(self), "expires_at": expires_at})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what :meth:`to_json` wrote.

        Raises:
            ValueError: It is something else.
        """
        try:
            found = json.loads(text)
            expires_at = found["expires_at"]
            return cls(
                access_token=str(found["access_token"]),
                refresh_token=found["refresh_token"],
                expires_at=expires_at and datetime.fromisoformat(expires_at),
            )
        except (KeyError, TypeError, ValueError):
            # Without the cause: its text may show a part of a token.
            raise ValueError("no stored token") from None


class TokenStore(Protocol):
    """Keeps one token. Both methods are quick: asynchronous clients call them too."""

    def load(self) -> OAuthToken | None:
        """The token, or ``None`` if there is none yet."""
        ...

    def save(self, token: OAuthToken) -> None:
        """Keep this token instead of the one before."""
        ...


@runtime_checkable
class SharedTokenStore(TokenStore, Protocol):
    """A store that several processes use: one of them at a time renews the token."""

    def acquire(self) -> bool:
        """Try to become the one that renews; false while another process is at it."""
        ...

    def release(self) -> None:
        """Let others renew again."""
        ...


class MemoryTokenStore:
    """Keeps the token as long as the process runs."""

    def __init__(self, token: OAuthToken | None = None) -> None:
        self._token = token

    def load(self) -> OAuthToken | None:
        """The token, or ``None`` if there is none yet."""
        return self._token

    def save(self, token: OAuthToken) -> None:
        """Keep this token instead of the one before."""
        self._token = token


class FileTokenStore:
    """Keeps the token in a file that only its owner can read, and that is never half written.

    A file beside it, with ``.lock`` at the end of its name, keeps processes from renewing at once.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._handle: int | None = None

    def load(self) -> OAuthToken | None:
        """The token, or ``None`` if there is no file.

        Raises:
            ValidationError: The file holds something else.
        """
        try:
            return OAuthToken.from_json(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return None
        except ValueError:
            raise ValidationError(
                f"{self._path} holds no token; delete it and let the user authorize again"
            ) from None

    def save(self, token: OAuthToken) -> None:
        """Replace the file in one step."""
        draft = self._path.with_name(f"{self._path.name}.{secrets.token_hex(8)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(token.to_json())
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._path)
        finally:
            draft.unlink(missing_ok=True)

    def acquire(self) -> bool:
        """Lock the file beside; the lock ends with the process, however that ends."""
        name = self._path.with_name(f"{self._path.name}.lock")
        handle = os.open(name, os.O_RDWR | os.O_CREAT, _OWNER_ONLY)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Unlock it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
