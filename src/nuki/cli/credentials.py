"""Who acts: the clients that the environment or a profile gives.

``--profile`` counts first, then the variables with credentials, then ``NUKI_PROFILE``, then the
profile in use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from nuki import EncryptedToken, HashedToken, OAuth2, PlainToken
from nuki.servers import WEB_API

from . import profiles, secret_store
from .failures import CommandError, ExitStatus
from .ledger import NotedBridgeClient, NotedWebClient
from .variables import BRIDGE_TOKEN, BRIDGE_URL

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki import BridgeClient, Scheme, WebClient
    from nuki_core.redaction import SecretText

    from .ledger import Ledger
    from .session import Session
    from .variables import Variables

_SCHEMES: Final[dict[str, Callable[[str], Scheme]]] = {
    "encrypted": EncryptedToken,
    "hashed": HashedToken,
    "plain": PlainToken,
}
SIGN_IN: Final = "run `nuki login` or `nuki bridge add`, or set NUKI_API_TOKEN"


@attrs.frozen
class Clients:
    """The clients of whoever acts; ``profile`` is ``None`` where the environment says who."""

    profile: str | None
    web: WebClient | None = None
    bridge: BridgeClient | None = None


def chosen_profile(variables: Variables, profile: str | None) -> str:
    """The name of the profile to use or to change."""
    return profiles.checked_name(profile or variables.profile or profiles.load().current)


def forget_secrets(found: profiles.Profiles, name: str, part: Literal["web", "bridge"]) -> bool:
    """Forget the secrets of a profile's account, or of its bridge; false if it has none."""
    profile = found.by_name.get(name, profiles.Profile())
    kept = profile.web if part == "web" else profile.bridge
    if kept is None:
        return False
    if isinstance(kept, profiles.BridgeAddress):
        names = [secret_store.BRIDGE_TOKEN]
    elif kept.kind == "token":
        names = [secret_store.WEB_TOKEN]
    else:
        names = [secret_store.CLIENT_SECRET, secret_store.OAUTH]
    secret_store.forget(name, kept.kept_in, *names)
    return True


def forget_part(session: Session, part: Literal["web", "bridge"], called: str) -> None:
    """Take the account or the bridge out of the chosen profile, and forget its secrets.

    Raises:
        CommandError: It has none.
    """
    name, found = chosen_profile(session.variables, session.profile), profiles.load()
    if not forget_secrets(found, name, part):
        raise CommandError(f"profile {name!r} has no {called}", ExitStatus.NOT_FOUND)
    found.put(name, **{part: None})
    profiles.save(found)
    session.say(f"the {called} of profile {name!r} is forgotten")


def open_clients(variables: Variables, profile: str | None, ledger: Ledger) -> Clients:
    """The clients for a command.

    Raises:
        CommandError: There are no credentials.
    """
    web = bridge = None
    if profile is None and variables.has_credentials:
        if variables.api_token is not None:
            web = noted_web(ledger, token=variables.api_token, url=variables.api_url)
        if variables.bridge_url is not None:
            if variables.bridge_token is None:
                raise CommandError(
                    f"{BRIDGE_URL} is set and {BRIDGE_TOKEN} is not; set both",
                    ExitStatus.NOT_AUTHORISED,
                )
            scheme = variables.bridge_scheme or "encrypted"
            bridge = _bridge(variables.bridge_url, variables.bridge_token, scheme, ledger)
        return Clients(None, web, bridge)
    name = chosen_profile(variables, profile)
    if profile is None and variables.profile is None and not profiles.load().by_name:
        raise CommandError(f"nobody is signed in: {SIGN_IN}", ExitStatus.NOT_AUTHORISED)
    found = profiles.load().get(name)
    if found.bridge is not None:
        token = _secret(name, found.bridge.kept_in, secret_store.BRIDGE_TOKEN, "nuki bridge add")
        bridge = _bridge(found.bridge.url, token, found.bridge.scheme, ledger)
    if found.web is not None:
        url = variables.api_url or found.web.url
        if found.web.kind == "oauth":
            web = noted_web(ledger, auth=oauth_of(name, found.web, url), url=url)
        else:
            token = _secret(name, found.web.kept_in, secret_store.WEB_TOKEN, "nuki login")
            web = noted_web(ledger, token=token, url=url)
    return Clients(name, web, bridge)


def oauth_of(name: str, account: profiles.WebAccount, url: str | None) -> OAuth2:
    """What signs the requests of a profile that signed in with OAuth."""
    secret = _secret(name, account.kept_in, secret_store.CLIENT_SECRET, "nuki login --oauth")
    return OAuth2(
        account.client_id or "",
        secret.reveal(),
        account.redirect_uri or "",
        store=secret_store.token_store(name, account.kept_in),
        server=url or WEB_API,
    )


def noted_web(
    ledger: Ledger,
    *,
    token: SecretText | None = None,
    auth: Scheme | None = None,
    url: str | None = None,
) -> WebClient:
    """A client of the Web API whose requests are noted."""
    given: dict[str, Any] = {"token": token.reveal()} if token is not None else {"auth": auth}
    client = NotedWebClient(base_url=url or WEB_API, **given)
    client.ledger = ledger
    return client


def _bridge(url: str, token: SecretText, scheme: str, ledger: Ledger) -> BridgeClient:
    if scheme not in _SCHEMES:
        raise CommandError(
            f"{scheme!r} is no way to send a bridge's token; take {', '.join(_SCHEMES)}",
            ExitStatus.USAGE,
        )
    return noted_bridge(ledger, url, token, scheme)


def noted_bridge(ledger: Ledger, url: str, token: SecretText, scheme: str) -> BridgeClient:
    """A client of a bridge whose requests are noted."""
    client = NotedBridgeClient(url, token.reveal(), scheme=_SCHEMES[scheme])
    client.ledger = ledger
    return client


def _secret(profile: str, kind: profiles.KeptIn, name: str, remedy: str) -> SecretText:
    found = secret_store.secrets_in(kind).get(profile, name)
    if found is None:
        raise CommandError(
            f"the secret of profile {profile!r} is gone from the {kind}; run `{remedy}` again",
            ExitStatus.NOT_AUTHORISED,
        )
    return found
