"""Who one is: signing in to the Web API and out, and the profiles."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING, Any, Final

import click

from .failures import CommandError, ExitStatus
from .output import Column
from .session import Session, common_options, nuki_command

if TYPE_CHECKING:
    from nuki import OAuth2, OAuthToken, WebClient
    from nuki_core.redaction import SecretText

    from .profiles import WebAccount
    from .secret_store import Secrets

REDIRECT_URI: Final = "http://127.0.0.1:8912/"
_PATIENCE: Final = 300.0
PROFILE_COLUMNS: Final = (
    Column("name", "NAME"),
    Column("current", "IN USE"),
    Column("account", "WEB API"),
    Column("account_url"),
    Column("account_kept_in", "KEPT IN"),
    Column("bridge", "BRIDGE"),
    Column("bridge_scheme"),
    Column("bridge_kept_in", "KEPT IN"),
)


@nuki_command("login", formats=False)
@click.option("--oauth", is_flag=True, help="Sign in with OAuth in the browser.")
@click.option("--client-id", metavar="ID", help="With --oauth: the id of your application.")
@click.option(
    "--redirect-uri",
    default=REDIRECT_URI,
    show_default=True,
    metavar="URL",
    help="With --oauth: the redirect URL that is registered for it.",
)
@click.option(
    "--scope", "scopes", multiple=True, help="With --oauth: what to be allowed; all if left out."
)
@click.option("--url", metavar="URL", help="Another server than Nuki's, such as a simulator.")
def login(  # noqa: PLR0913 - what a user may choose
    session: Session,
    *,
    oauth: bool,
    client_id: str | None,
    redirect_uri: str,
    scopes: tuple[str, ...],
    url: str | None,
) -> None:
    """Sign in to the Web API, and keep that in a profile.

    Without --oauth it takes an API token, which Nuki Web makes under "API". It is read from the
    terminal without showing it, or from standard input; it is no argument, which everybody on this
    machine could read. With --oauth, the client secret is read in this way.
    """
    from . import profiles, secret_store
    from .credentials import chosen_profile, forget_secrets, noted_web
    from .profiles import WebAccount

    name = chosen_profile(session.variables, session.profile)
    url = url or session.variables.api_url
    place = secret_store.best_place()
    if oauth:
        if client_id is None:
            raise CommandError(
                "--oauth needs --client-id; Nuki Web shows it under API", ExitStatus.USAGE
            )
        secret = session.read_secret("client secret")
        account = WebAccount(place.kind, "oauth", url, client_id, redirect_uri)
        signing, token = _authorized(session, account, secret, scopes)
        with noted_web(session.ledger, auth=signing, url=url) as web:
            who = _checked(web)
        found = profiles.load()
        forget_secrets(found, name, "web")
        place.put(name, secret_store.CLIENT_SECRET, secret)
        secret_store.token_store(name, place.kind).save(token)
    else:
        secret = session.read_secret("API token")
        account = WebAccount(place.kind, "token", url)
        with noted_web(session.ledger, token=secret, url=url) as web:
            who = _checked(web)
        found = profiles.load()
        forget_secrets(found, name, "web")
        place.put(name, secret_store.WEB_TOKEN, secret)
    found.put(name, web=account)
    profiles.save(found)
    session.say(f"signed in{who}; profile {name!r}; {where(place)}")


def where(place: Secrets) -> str:
    """Where secrets are kept from now on."""
    if place.kind == "keyring":
        return "the secret is in the keyring"
    from . import files

    where_it_is = "in a file that you alone can read, in"
    return f"there is no keyring, so the secret is {where_it_is} {files.folder()}"


def _checked(web: WebClient) -> str:
    """Who that is, for a message; a token may be good and not allow to ask.

    Raises:
        NukiError: The token is not accepted.
    """
    from nuki import ForbiddenError, UnauthorizedError

    try:
        account = web.account.get()
    except (ForbiddenError, UnauthorizedError):
        web.smartlock.list()
        return ""
    name = account.email or account.name
    return f" as {name}" if name else ""


def _authorized(
    session: Session, account: WebAccount, secret: SecretText, scopes: tuple[str, ...]
) -> tuple[OAuth2, OAuthToken]:
    """Have the user consent, and get the token for it."""
    from nuki import MemoryTokenStore, OAuth2
    from nuki.servers import WEB_API
    from nuki.web import Scope

    from .redirect import is_loopback, redirected

    store, redirect_uri = MemoryTokenStore(), account.redirect_uri or REDIRECT_URI
    signing = OAuth2(
        account.client_id or "",
        secret.reveal(),
        redirect_uri,
        store=store,
        server=account.url or WEB_API,
    )
    grant = signing.authorization(scopes or [*(str(one.value) for one in Scope), "offline_access"])

    def send_user() -> None:
        session.say(f"opening {grant.url}\nIf no browser opens, open it yourself.")
        webbrowser.open(grant.url)

    if is_loopback(redirect_uri):
        with session.waiting("waiting for the browser"):
            back = redirected(redirect_uri, grant.state, send_user, _PATIENCE)
    else:
        send_user()
        back = session.read_secret("URL to which the browser was sent")
    signing.redeem(back.reveal(), grant.state)
    token = store.load()
    assert token is not None  # noqa: S101 - redeeming stores it or raises
    return signing, token


@nuki_command("logout", formats=False)
def logout(session: Session) -> None:
    """Forget the account of a profile, and its secrets.

    An API token stays valid until you delete it in Nuki Web.
    """
    from .credentials import forget_part

    forget_part(session, "web", "account")


@click.group("profiles", invoke_without_command=True, params=common_options())
@click.pass_context
def profiles_group(ctx: click.Context) -> None:
    """List the profiles, choose one, or remove one."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(_list_profiles)


@nuki_command("list")
def _list_profiles(session: Session) -> None:
    """List the profiles."""
    from . import profiles

    found = profiles.load()
    rows: list[dict[str, Any]] = [
        {
            "name": name,
            "current": name == found.current,
            "account": profile.web and profile.web.kind,
            "account_url": profile.web and profile.web.url,
            "account_kept_in": profile.web and profile.web.kept_in,
            "bridge": profile.bridge and profile.bridge.url,
            "bridge_scheme": profile.bridge and profile.bridge.scheme,
            "bridge_kept_in": profile.bridge and profile.bridge.kept_in,
        }
        for name, profile in sorted(found.by_name.items())
    ]
    session.output.rows(PROFILE_COLUMNS, rows, empty="there are no profiles yet; see `nuki login`")


@nuki_command("use", formats=False)
@click.argument("name")
def _use_profile(session: Session, name: str) -> None:
    """Use the profile NAME when no other is asked for."""
    from . import profiles

    found = profiles.load()
    found.get(name)
    found.current = name
    profiles.save(found)
    session.say(f"profile {name!r} is in use")


@nuki_command("remove", formats=False)
@click.argument("name")
def _remove_profile(session: Session, name: str) -> None:
    """Remove the profile NAME with its secrets."""
    from . import profiles
    from .credentials import forget_secrets

    found = profiles.load()
    found.get(name)
    forget_secrets(found, name, "web")
    forget_secrets(found, name, "bridge")
    found.put(name, web=None, bridge=None)
    profiles.save(found)
    session.say(f"profile {name!r} is removed")


for _command in (_list_profiles, _use_profile, _remove_profile):
    profiles_group.add_command(_command)
