"""The environment variables of ``nuki``: read once, and the secret ones removed from it.

So no child process inherits a secret: a browser, a shell that is asked for its version, the helper
of a keyring.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from nuki_core.redaction import SecretText

API_TOKEN: Final = "NUKI_API_TOKEN"  # noqa: S105 - a name, not a token
API_URL: Final = "NUKI_API_URL"
BRIDGE_URL: Final = "NUKI_BRIDGE_URL"
BRIDGE_TOKEN: Final = "NUKI_BRIDGE_TOKEN"  # noqa: S105 - as above
BRIDGE_SCHEME: Final = "NUKI_BRIDGE_SCHEME"
WEBHOOK_SECRET: Final = "NUKI_WEBHOOK_SECRET"  # noqa: S105 - as above
PROFILE: Final = "NUKI_PROFILE"
COMPLETING: Final = "_NUKI_COMPLETE"
"""Set by a shell that asks for a completion."""


class Variables(NamedTuple):
    """What the environment says; ``None`` is what it does not say."""

    api_token: SecretText | None = None
    api_url: str | None = None
    bridge_url: str | None = None
    bridge_token: SecretText | None = None
    bridge_scheme: str | None = None
    webhook_secret: SecretText | None = None
    profile: str | None = None

    @property
    def has_credentials(self) -> bool:
        """Whether they name who acts, without a profile."""
        return self.api_token is not None or self.bridge_url is not None


def take_variables() -> Variables:
    """Read the variables, and remove the secret ones."""
    return Variables(
        api_token=_secret(API_TOKEN),
        api_url=_text(API_URL),
        bridge_url=_text(BRIDGE_URL),
        bridge_token=_secret(BRIDGE_TOKEN),
        bridge_scheme=_text(BRIDGE_SCHEME),
        webhook_secret=_secret(WEBHOOK_SECRET),
        profile=_text(PROFILE),
    )


def _text(name: str) -> str | None:
    return os.environ.get(name, "").strip() or None


def _secret(name: str) -> SecretText | None:
    found = os.environ.pop(name, "").strip()
    if not found:
        return None
    from nuki_core.redaction import SecretText

    return SecretText(found)
