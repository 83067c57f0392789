"""OAuth 2: the user's consent, and tokens for codes and for refresh tokens.

The facts: Nuki Web API V1.4.0, "OAuth 2". A client is an API key: ``apiKey`` is its id, the secret
of its Advanced API application its secret. The simulated user always consents, and is the
owner of the client.
"""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlencode

from nuki.oauth import TOKEN
from nuki.web import Scope
from nuki_core.decode import nothing
from nuki_core.request import Operation, Request
from nuki_simulator.messages import HttpResponse, json_response

from .errors import ApiError, invalid
from .records import WORKING, Grant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nuki.web import ApiKey
    from nuki_simulator.messages import HttpRequest
    from nuki_simulator.world.world import Account

    from .cloud import Cloud

ACCESS_LIFETIME: Final = timedelta(days=30)
IMPLICIT_LIFETIME: Final = timedelta(hours=1)
_CODE_LIFETIME: Final = timedelta(minutes=10)
_OFFLINE_ACCESS: Final = "offline_access"
"""A scope that clients ask for and the vendor's document does not declare."""


def _authorize_request() -> Request[None]:
    return Request(AUTHORIZE, AUTHORIZE.path, nothing)


AUTHORIZE: Final = Operation(
    "GET", "/oauth/authorize", "oauth", "authorize", (), None, {302: None}, (), _authorize_request,
    signed=False,
)  # fmt: skip
OAUTH_OPERATIONS: Final = (AUTHORIZE, TOKEN)
"""Not in the vendor's document."""


class _GrantError(Exception):
    """The token endpoint refuses a grant (RFC 6749, section 5.2)."""

    def __init__(self, error: str, description: str = "") -> None:
        super().__init__(error)
        self.error = error
        self.description = description


def authorize(cloud: Cloud, request: HttpRequest) -> HttpResponse:
    """``GET /oauth/authorize``: redirects with a code, or with a token that lives for an hour."""
    given = request.arguments
    account, key = _client(cloud, given.get("client_id"))
    redirect_uri = given.get("redirect_uri", "")
    if redirect_uri not in (key.redirect_uris or []):
        raise invalid(redirect_uri or None, "redirect_uri")
    state = {"state": given["state"]} if "state" in given else {}
    # Scopes are separated by blanks, which arrive as plus signs.
    scopes = tuple(given.get("scope", "").replace("+", " ").split())
    known = bool(scopes) and all(
        scope == _OFFLINE_ACCESS or Scope(scope).is_known for scope in scopes
    )
    kind = given.get("response_type")
    if not known or kind not in {"code", "token"}:
        error = "unsupported_response_type" if known else "invalid_scope"
        return _redirect(redirect_uri, {"error": error, **state})
    if kind == "token":
        expires = cloud.now + IMPLICIT_LIFETIME
        access = cloud.world.add_token(account, scopes=scopes, expires=expires)
        lifetime = str(int(IMPLICIT_LIFETIME.total_seconds()))
        found = {"access_token": access.text, "token_type": "bearer", "expires_in": lifetime}
        return _redirect(redirect_uri, {**found, **state})
    code = cloud.world.randomness.token(32)
    cloud.state.codes[code] = Grant(
        account.account_id, str(key.api_key), scopes, redirect_uri, cloud.now + _CODE_LIFETIME
    )
    return _redirect(redirect_uri, {"code": code, **state})


def token(cloud: Cloud, request: HttpRequest) -> HttpResponse:
    """``POST /oauth/token``: a token for a code or for a refresh token."""
    form = dict(parse_qsl(request.body.decode("utf-8", "replace"), keep_blank_values=True))
    try:
        _check_client(cloud, form)
        grant = _GRANTS.get(form.get("grant_type", ""), _unsupported)(cloud, form)
    except _GrantError as refused:
        status = 401 if refused.error == "invalid_client" else 400
        return json_response(
            {"error": refused.error, "error_description": refused.description}, status
        )
    account = cloud.world.accounts[grant.account_id]
    access = cloud.world.add_token(
        account, scopes=grant.scopes, expires=cloud.now + ACCESS_LIFETIME
    )
    refresh = cloud.world.randomness.token(40)
    cloud.state.refresh_tokens[refresh] = grant
    cloud.state.clients[access.text] = grant.client_id
    return json_response(
        {
            "access_token": access.text,
            "token_type": "bearer",
            "expires_in": int(ACCESS_LIFETIME.total_seconds()),
            "refresh_token": refresh,
        }
    )


def _client(cloud: Cloud, client_id: str | None) -> tuple[Account, ApiKey]:
    for account in cloud.world.accounts.values():
        for key in cloud.account(account.account_id).api_keys.values():
            if client_id and key.api_key == client_id:
                return account, key
    raise invalid(client_id, "client_id")


def _check_client(cloud: Cloud, form: Mapping[str, str]) -> None:
    try:
        account, key = _client(cloud, form.get("client_id"))
    except ApiError:
        raise _GrantError("invalid_client", "unknown client") from None
    application = cloud.account(account.account_id).applications.get(key.api_key_id)
    if application is None or application.status not in WORKING:
        raise _GrantError("invalid_client", "the client has no secret")
    if form.get("client_secret") != application.secret:
        raise _GrantError("invalid_client", "wrong client secret")


def _by_code(cloud: Cloud, form: Mapping[str, str]) -> Grant:
    grant = cloud.state.codes.pop(form.get("code", ""), None)
    if grant is None or grant.expires is None or grant.expires <= cloud.now:
        raise _GrantError("invalid_grant", "the code is wrong, used or expired")
    if grant.redirect_uri != form.get("redirect_uri") or grant.client_id != form["client_id"]:
        raise _GrantError("invalid_grant", "the code was made for another client")
    return grant


def _by_refresh_token(cloud: Cloud, form: Mapping[str, str]) -> Grant:
    grant = cloud.state.refresh_tokens.pop(form.get("refresh_token", ""), None)
    if grant is None or grant.client_id != form["client_id"]:
        raise _GrantError("invalid_grant", "the refresh token is wrong")
    return grant


def _unsupported(_cloud: Cloud, _form: Mapping[str, str]) -> Grant:
    raise _GrantError("unsupported_grant_type")


_GRANTS: Final = {"authorization_code": _by_code, "refresh_token": _by_refresh_token}


def _redirect(uri: str, query: Mapping[str, str]) -> HttpResponse:
    # The document returns even the implicit token in the query, not in a fragment.
    separator = "&" if "?" in uri else "?"
    location = f"{uri}{separator}{urlencode(query)}"
    return HttpResponse(HTTPStatus.FOUND, headers=(("Location", location),))


OAUTH: Final[dict[str, Callable[[Cloud, HttpRequest], HttpResponse]]] = {
    "authorize": authorize,
    "token": token,
}
