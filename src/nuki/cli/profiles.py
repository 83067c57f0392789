"""Profiles: accounts and bridges under names of the user's choice, in one file without secrets.

::

    {"current": "home",
     "profiles": {"home": {"web": {"url": null, "kind": "token", "kept_in": "keyring"},
                           "bridge": {"url": "http://192.168.1.50:8080", "scheme": "encrypted",
                                      "kept_in": "file"}}}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal, cast

import attrs

from . import files
from .failures import CommandError, ExitStatus

if TYPE_CHECKING:
    from pathlib import Path

    from nuki_core.json import JsonObject

KeptIn = Literal["keyring", "file"]
SchemeName = Literal["encrypted", "hashed", "plain"]
SCHEMES: Final = ("encrypted", "hashed", "plain")

_FILE: Final = "profiles.json"
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
USUAL: Final = "default"


@attrs.frozen
class WebAccount:
    """An account of the Web API: where it is, how it proves who it is, where that is kept."""

    kept_in: KeptIn
    kind: Literal["token", "oauth"] = "token"
    url: str | None = None
    client_id: str | None = None
    redirect_uri: str | None = None


@attrs.frozen
class BridgeAddress:
    """A bridge: where it is, how its token is sent, and where that is kept."""

    url: str
    kept_in: KeptIn
    scheme: SchemeName = "encrypted"


@attrs.frozen
class Profile:
    """An account, a bridge, or both."""

    web: WebAccount | None = None
    bridge: BridgeAddress | None = None


@attrs.define
class Profiles:
    """All profiles, and which is used when nobody says."""

    current: str = USUAL
    by_name: dict[str, Profile] = attrs.field(factory=dict[str, Profile])

    def get(self, name: str) -> Profile:
        """The profile of this name.

        Raises:
            CommandError: There is none.
        """
        if name not in self.by_name:
            known = ", ".join(sorted(self.by_name)) or "none yet"
            raise CommandError(
                f"there is no profile {name!r} (there is {known}); `nuki login --profile {name}` "
                "makes it",
                ExitStatus.NOT_FOUND,
            )
        return self.by_name[name]

    def put(self, name: str, **changes: WebAccount | BridgeAddress | None) -> None:
        """Change a profile, or make one; the first is the one that is used."""
        profile = attrs.evolve(self.by_name.get(name, Profile()), **changes)  # type: ignore[arg-type]
        if profile == Profile():
            self.by_name.pop(name, None)
        else:
            if not self.by_name:
                self.current = name
            self.by_name[name] = profile


def checked_name(name: str) -> str:
    """The name of a profile, which is part of the names of files.

    Raises:
        CommandError: It cannot be one.
    """
    if not _NAME.fullmatch(name):
        raise CommandError(
            f"{name[:60]!r} cannot name a profile; take letters, digits, '-', '_' and '.'",
            ExitStatus.USAGE,
        )
    return name


def path() -> Path:
    """Where the profiles are."""
    return files.folder() / _FILE


def load() -> Profiles:
    """Read the profiles.

    Raises:
        CommandError: The file is damaged.
    """
    found: Any = files.read_object(path())
    try:
        profiles = Profiles(found.get("current") or USUAL)
        for name, each in found.get("profiles", {}).items():
            web, bridge = each.get("web"), each.get("bridge")
            profiles.by_name[str(name)] = Profile(
                None if web is None else WebAccount(**web),
                None if bridge is None else BridgeAddress(**bridge),
            )
    except (TypeError, AttributeError, ValueError):
        raise CommandError(f"{path()} is damaged; mend or delete it") from None
    return profiles


def save(profiles: Profiles) -> None:
    """Write the profiles.

    Raises:
        CommandError: They cannot be written.
    """
    written = {name: attrs.asdict(each) for name, each in profiles.by_name.items()}
    files.write_object(
        path(), cast("JsonObject", {"current": profiles.current, "profiles": written})
    )
