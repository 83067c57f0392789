"""Where secrets are kept: the platform's keyring, else a file that its owner alone can read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, Protocol

from nuki import FileTokenStore, OAuthToken
from nuki_core.redaction import SecretText

from . import files
from .failures import CommandError, one_line

if TYPE_CHECKING:
    from pathlib import Path

    from nuki import TokenStore
    from nuki_core.json import JsonObject

    from .profiles import KeptIn

_SERVICE: Final = "nuki"
_FILE: Final = "secrets.json"
_RECOMMENDED: Final = 1  # as keyring has it: those below are nobody's choice, and one keeps nothing


class Secrets(Protocol):
    """A place for secrets, by the profile and the name of each."""

    kind: KeptIn

    def get(self, profile: str, name: str) -> SecretText | None:
        """The secret, if it is there."""
        ...

    def put(self, profile: str, name: str, secret: SecretText) -> None:
        """Keep a secret."""
        ...

    def remove(self, profile: str, name: str) -> None:
        """Forget a secret, if it is there."""
        ...


class KeyringSecrets:
    """Secrets in the platform's keyring."""

    kind: KeptIn = "keyring"

    def get(self, profile: str, name: str) -> SecretText | None:
        """The secret, if it is there."""
        found = _in_keyring("get_password", f"{profile}:{name}")
        return SecretText(found) if isinstance(found, str) else None

    def put(self, profile: str, name: str, secret: SecretText) -> None:
        """Keep a secret."""
        _in_keyring("set_password", f"{profile}:{name}", secret.reveal())

    def remove(self, profile: str, name: str) -> None:
        """Forget a secret, if it is there."""
        if self.get(profile, name) is not None:
            _in_keyring("delete_password", f"{profile}:{name}")


class FileSecrets:
    """Secrets in a file that its owner alone can read."""

    kind: KeptIn = "file"

    def get(self, profile: str, name: str) -> SecretText | None:
        """The secret, if it is there."""
        found = self._read().get(f"{profile}:{name}")
        return SecretText(found) if isinstance(found, str) else None

    def put(self, profile: str, name: str, secret: SecretText) -> None:
        """Keep a secret."""
        files.write_object(self.path, {**self._read(), f"{profile}:{name}": secret.reveal()})

    def remove(self, profile: str, name: str) -> None:
        """Forget a secret, if it is there."""
        found = self._read()
        if found.pop(f"{profile}:{name}", None) is not None:
            files.write_object(self.path, found)

    @property
    def path(self) -> Path:
        """The file."""
        return files.folder() / _FILE

    def _read(self) -> JsonObject:
        return files.read_object(self.path, is_secret=True)


def secrets_in(kind: KeptIn) -> Secrets:
    """The place of this kind."""
    return KeyringSecrets() if kind == "keyring" else FileSecrets()


def best_place() -> Secrets:
    """The keyring if this machine has one, else the file."""
    try:
        import keyring

        if keyring.get_keyring().priority >= _RECOMMENDED:
            return KeyringSecrets()
    except Exception as error:  # noqa: BLE001 - backends fail in ways of their own
        sys.stderr.write(f"nuki: no keyring ({type(error).__name__})\n")
    return FileSecrets()


def _in_keyring(method: str, *arguments: str) -> object:
    import keyring

    try:
        return getattr(keyring, method)(_SERVICE, *arguments)
    except Exception as error:  # noqa: BLE001 - as above
        problem = type(error).__name__  # its text may hold anything
    raise CommandError(
        one_line(f"the keyring does not answer ({problem}); unlock it, or sign in again")
    )


class KeyringTokenStore:
    """Keeps an OAuth token in the keyring; a file beside the profiles locks its renewal."""

    def __init__(self, profile: str) -> None:
        self._profile = profile
        self._lock = FileTokenStore(files.made(files.folder()) / f"oauth-{profile}")

    def load(self) -> OAuthToken | None:
        """The token, or ``None`` if there is none yet."""
        found = KeyringSecrets().get(self._profile, OAUTH)
        return None if found is None else OAuthToken.from_json(found.reveal())

    def save(self, token: OAuthToken) -> None:
        """Keep this token instead of the one before."""
        KeyringSecrets().put(self._profile, OAUTH, SecretText(token.to_json()))

    def acquire(self) -> bool:
        """Try to become the one that renews."""
        return self._lock.acquire()

    def release(self) -> None:
        """Let others renew again."""
        self._lock.release()


WEB_TOKEN: Final = "web"  # noqa: S105 - the name of a secret
CLIENT_SECRET: Final = "client"  # noqa: S105 - as above
OAUTH: Final = "oauth"
BRIDGE_TOKEN: Final = "bridge"  # noqa: S105 - as above


def token_store(profile: str, kind: KeptIn) -> TokenStore:
    """Where the OAuth token of a profile is kept."""
    if kind == "keyring":
        return KeyringTokenStore(profile)
    return FileTokenStore(oauth_path(profile))


def oauth_path(profile: str) -> Path:
    """The file with the OAuth token of a profile, without a keyring."""
    return files.made(files.folder()) / f"oauth-{profile}.json"


def forget(profile: str, kind: KeptIn, *names: str) -> None:
    """Forget secrets of a profile."""
    place = secrets_in(kind)
    for name in names:
        place.remove(profile, name)
        if name == OAUTH:
            for path in (oauth_path(profile), oauth_path(profile).with_suffix(".json.lock")):
                path.unlink(missing_ok=True)
