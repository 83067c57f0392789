"""Where OAuth tokens are kept between runs: a protocol, and two stores."""

from __future__ import annotations

import json
import os
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Protocol, Self, runtime_checkable

import attrs

from nuki_core import fork
from nuki_core.errors import ValidationError
from nuki_core.redaction import SecretText

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_OWNER_ONLY = 0o600
_DRAFT = ".draft"
# Windows neither renames nor removes a file that is open, which protects drafts as well.
_OPEN_FILES_CAN_BE_RENAMED = sys.platform != "win32"


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
        """Read what :meth:`to_json` wrote; a date without a zone is taken as UTC.

        Raises:
            ValueError: It is something else.
        """
        found = _read(SecretText(text))
        del text
        if found is None:
            raise ValueError("no stored token")
        return cls(found.access_token, found.refresh_token, found.expires_at)


def _read(text: SecretText) -> OAuthToken | None:
    try:
        found = json.loads(text.reveal())
        refresh_token, expires_at = found["refresh_token"], found["expires_at"]
        if not isinstance(found["access_token"], str) or not isinstance(refresh_token, str | None):
            return None
        moment = None if expires_at is None else datetime.fromisoformat(expires_at)
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return OAuthToken(found["access_token"], refresh_token, moment)


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
        """Let others renew again.

        It is called after an :meth:`acquire` that was interrupted, too, which may have succeeded.
        """
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
        self._lock_file: IO[bytes] | None = None
        fork.register(self)

    def __repr__(self) -> str:
        return f"FileTokenStore({str(self._path)!r})"

    def after_fork(self) -> None:
        """Let go of the lock in a child process; the parent keeps it."""
        self.release()

    def load(self) -> OAuthToken | None:
        """The token, or ``None`` if there is no file.

        Raises:
            ValidationError: The file holds something else.
        """
        try:
            token = _read(SecretText(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            token = None
        if token is None:
            raise ValidationError(
                f"{self._path} holds no token; delete it and let the user authorize again"
            )
        return token

    def save(self, token: OAuthToken) -> None:
        """Replace the file in one step, and remove what a killed process began to write."""
        prefix = f"{self._path.name}."
        try:
            beside = list(self._path.parent.iterdir())
        except OSError:  # the folder is missing, or may not be listed
            beside = []
        for each in beside:
            if each.name.startswith(prefix) and each.suffix == _DRAFT:
                _remove_unless_locked(each)
        draft, file = self._new_draft()
        try:
            with file:
                file.write(token.to_json().encode())
                os.fsync(file.fileno())
                if _OPEN_FILES_CAN_BE_RENAMED:
                    draft.replace(self._path)
            if not _OPEN_FILES_CAN_BE_RENAMED:
                draft.replace(self._path)
        finally:
            draft.unlink(missing_ok=True)

    def _new_draft(self) -> tuple[Path, IO[bytes]]:
        while True:
            draft = self._path.with_name(f"{self._path.name}.{secrets.token_hex(8)}{_DRAFT}")
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
            file = os.fdopen(handle, "wb", buffering=0)
            if not _OPEN_FILES_CAN_BE_RENAMED:
                return draft, file
            try:
                _lock(handle)
            except OSError:  # another process saves, and took the draft for an abandoned one
                file.close()
                continue
            if os.fstat(handle).st_nlink:
                return draft, file
            file.close()

    def acquire(self) -> bool:
        """Lock the file beside; the lock ends with the process, however that ends."""
        if self._lock_file is None:
            name = self._path.with_name(f"{self._path.name}.lock")
            handle = os.open(name, os.O_RDWR | os.O_CREAT, _OWNER_ONLY)
            self._lock_file = os.fdopen(handle, "rb+", buffering=0)
        try:
            _lock(self._lock_file.fileno())
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> None:
        """Unlock it."""
        held, self._lock_file = self._lock_file, None
        if held is not None:
            held.close()


def _remove_unless_locked(draft: Path) -> None:
    """Remove a draft that nobody is writing: its writer, as long as it lives, holds its lock."""
    try:
        with draft.open("rb+", buffering=0) as file:
            if _OPEN_FILES_CAN_BE_RENAMED:
                _lock(file.fileno())
                draft.unlink(missing_ok=True)
        if not _OPEN_FILES_CAN_BE_RENAMED:
            draft.unlink(missing_ok=True)  # refused while its writer has it open
    except OSError:
        pass
