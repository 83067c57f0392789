"""OAuth 2 for the Web API: the code grant, and tokens that renew themselves.

The facts: Nuki Web API V1.4.0, "OAuth 2"; tokens last 30 days, and client secrets come with an
Advanced API key. The client authenticates with form fields, as the vendor's document shows.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlencode, urlsplit

import attrs

from nuki_core.auth import BearerToken, Credentials, RenewableScheme
from nuki_core.clock import Clock, Sleep
from nuki_core.decode import json_object
from nuki_core.errors import (
    ApiError,
    DecodeError,
    NukiError,
    RequestTimeoutError,
    UnauthorizedError,
    ValidationError,
    error_class,
)
from nuki_core.failures import error_of_failure
from nuki_core.flow import arun, run
from nuki_core.json import JsonObject, loads
from nuki_core.log import LOG
from nuki_core.redaction import Secrets, SecretText, guard_logs
from nuki_core.request import Operation, Request
from nuki_core.request_queue import RequestQueue, hold_place
from nuki_core.responses import SUCCESS, shown, vendor_message
from nuki_core.servers import base_url
from nuki_core.transport import Failure, PreparedRequest, RawResponse
from nuki_core.transports import open_async_transport, open_transport

from .servers import WEB_API
from .token_stores import MemoryTokenStore, OAuthToken, SharedTokenStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nuki_core.aiohttp_transport import AiohttpSession
    from nuki_core.flow import Flow
    from nuki_core.httpx_transport import AsyncHTTPClient, HTTPClient

    from .token_stores import TokenStore

_LEEWAY: Final = timedelta(minutes=1)
_TIMEOUT: Final = 30.0
_SHORTEST: Final = 0.001
_LOCK_POLL: Final = 0.05  # between processes, files tell nobody when they are unlocked
_LONGEST_ANSWER: Final = 1 << 20
_CLOCK: Final = Clock()
_AGAIN: Final = "let the user authorize again: open authorization(...).url"


def _token_request() -> Request[JsonObject]:
    return Request(TOKEN, TOKEN.path, json_object)


TOKEN: Final = Operation(
    "POST", "/oauth/token", "oauth", "token", (), None, {200: None}, (), _token_request,
    signed=False,
)  # fmt: skip
"""Not in the vendor's document. Like a read, it may be sent again: no device is involved."""


@attrs.frozen
class Authorization:
    """What to open in the user's browser, and the ``state`` that must come back."""

    url: str
    state: str


def _utc() -> datetime:
    return datetime.now(UTC)


class OAuth2(RenewableScheme):
    """Signs requests for a user who has authorized your application.

    Open ``authorization(scopes).url``, hand the URL to which the user is redirected to
    :meth:`redeem`, then ``WebClient(auth=oauth)``. The token is kept in ``store``, in memory by
    default, and renewed a minute before it expires, or when the server no longer accepts it.
    """

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        client_id: str,
        client_secret: str,
        redirect_uri: str,
        *,
        store: TokenStore | None = None,
        server: str = WEB_API,
        now: Callable[[], datetime] = _utc,
        allow_http: bool = False,
    ) -> None:
        self._client = _Form({"client_id": client_id, "client_secret": client_secret})
        del client_secret  # no error report shall find it in this frame
        self._redirect_uri = redirect_uri
        self._store = MemoryTokenStore() if store is None else store
        self._server = base_url(server, example=WEB_API, allow_http=allow_http)
        self._now = now
        self._token: OAuthToken | None = None
        self._refused = ""
        self._renewals = RequestQueue()

    def __repr__(self) -> str:
        # Error reports show it even when the constructor failed.
        client = vars(self).get("_client")
        return f"OAuth2({client.fields['client_id']!r})" if client else "OAuth2()"

    def authorization(self, scopes: Iterable[str], state: str | None = None) -> Authorization:
        """Where to send the user; ``state`` is random unless given."""
        state = secrets.token_urlsafe() if state is None else state
        query = {
            "response_type": "code",
            "client_id": self._client.fields["client_id"],
            "redirect_uri": self._redirect_uri,
            "scope": " ".join(scopes),
            "state": state,
        }
        return Authorization(f"{self._server}/oauth/authorize?{urlencode(query)}", state)

    def redeem(self, redirected_to: str, state: str, *, http: HTTPClient | None = None) -> None:
        """Get the token for the code in the URL to which the user was redirected.

        Raises:
            ValidationError: The URL holds another ``state``, or no code.
            UnauthorizedError: The user declined, or the code or the client is not accepted.
            NukiError: No answer came, or it holds no token.
        """
        form = self._code_grant(SecretText(redirected_to), state)
        del redirected_to  # it holds the code, which no error report shall find in this frame
        transport = open_transport(http, trust_env=True, server=self._server)
        try:
            run(self._redeem(form), transport, _CLOCK)
        finally:
            transport.close()

    async def aredeem(
        self,
        redirected_to: str,
        state: str,
        *,
        http: AsyncHTTPClient | AiohttpSession | None = None,
    ) -> None:
        """As :meth:`redeem`, asynchronously."""
        form = self._code_grant(SecretText(redirected_to), state)
        del redirected_to  # as above
        transport = open_async_transport(http, trust_env=True, server=self._server)
        try:
            await arun(self._redeem(form), transport, _CLOCK)
        finally:
            await transport.aclose()

    def _code_grant(self, redirected_to: SecretText, state: str) -> _Form:
        """The form that redeems the code in a redirect."""
        try:
            found = _Form(
                {
                    name: values[0]
                    for name, values in parse_qs(urlsplit(redirected_to.reveal()).query).items()
                }
            )
        except ValueError:
            found = _Form({})
        if not hmac.compare_digest(found.fields.get("state", "").encode(), state.encode()):
            raise ValidationError(
                "the redirect holds another state: it does not belong to the authorization you "
                "started"
            )
        if "error" in found.fields:
            error = shown(found.fields["error"], Secrets())
            raise UnauthorizedError(f"the user was not asked, or declined: {error}", message=error)
        if "code" not in found.fields:
            raise ValidationError("the redirect holds no code; pass the full URL of the redirect")
        return _Form(
            {
                "grant_type": "authorization_code",
                "code": found.fields["code"],
                "redirect_uri": self._redirect_uri,
            }
        )

    def _redeem(self, form: _Form) -> Flow[None]:
        token = yield from self._granted(form, _TIMEOUT)
        if isinstance(token, NukiError):
            raise token
        self._keep(token)

    def _granted(self, form: _Form, timeout: float) -> Flow[OAuthToken | NukiError]:
        """Ask for a token; the token, or the error that the answer means."""
        guard_logs()
        posted = _Form({**form.fields, **self._client.fields})
        hidden = ("client_secret", "code", "refresh_token")
        prepared = PreparedRequest(
            operation=TOKEN,
            url=f"{self._server}{TOKEN.path}",
            headers=[("Content-Type", "application/x-www-form-urlencoded")],
            content=urlencode(posted.fields).encode(),
            secrets=Secrets(*(posted.fields[one] for one in hidden if one in posted.fields)),
            timeout=timeout,
            longest_body=_LONGEST_ANSWER,
        )
        found: RawResponse | Failure = yield prepared
        if isinstance(found, Failure):
            return error_of_failure(found, prepared)
        if found.status not in SUCCESS:
            return _refusal(found, prepared.secrets)
        token = _token_in(found, self._now())
        if token is None:
            # The body stays out of the error: part of it may be a token.
            return DecodeError(
                f"{TOKEN}: the answer holds no access token",
                operation=str(TOKEN),
                status=found.status,
            )
        return token

    def _current(self) -> OAuthToken | None:
        if self._token is None:
            self._token = self._store.load()
        return self._token

    @property
    def hint(self) -> str:
        """What to check after a 401 or 403."""
        return f"the token may lack a scope, or its user has revoked it; {_AGAIN}"

    def sign(self) -> Credentials:
        """The access token in the ``Authorization`` header."""
        token = self._current()
        if token is None:
            raise ValidationError(f"there is no token yet; {_AGAIN}")
        return BearerToken(token.access_token).sign()

    def is_due(self) -> bool:
        """Whether the token expires within a minute or was refused, and can be renewed."""
        token = self._current()
        return token is not None and token.refresh_token is not None and not self._is_good(token)

    def _is_good(self, token: OAuthToken) -> bool:
        if token.access_token == self._refused:
            return False
        return token.expires_at is None or self._now() + _LEEWAY < token.expires_at

    def refuse(self, credentials: Credentials) -> bool:
        """Renew the refused token at the next try, unless that has been done meanwhile."""
        token = self._current()
        if token is None or not credentials.secrets:
            return False
        if token.access_token not in credentials.secrets:
            return True
        self._refused = token.access_token
        return token.refresh_token is not None

    def renew(self, ends: float, clock: Clock) -> Flow[NukiError | None]:
        """Renew the token, once for all threads, tasks and processes that share the store."""
        result = yield from hold_place(self._renewals, self._renew(ends, clock), ends, clock)
        return _too_slow() if result is None else result.error

    def _renew(self, ends: float, clock: Clock) -> Flow[_Renewal]:
        store = self._store
        shared = store if isinstance(store, SharedTokenStore) else None
        may_be_ours = False
        try:
            while shared is not None:
                may_be_ours = True  # if an interrupt comes just now
                may_be_ours = shared.acquire()
                if may_be_ours:
                    break
                left = ends - clock.now()
                if left <= 0:
                    return _Renewal(_too_slow())
                yield Sleep(min(left, _LOCK_POLL))
            # Another call or process may have done it meanwhile.
            self._token = store.load() or self._token
            old = self._token
            if old is None or old.refresh_token is None or self._is_good(old):
                return _Renewal()
            form = _Form({"grant_type": "refresh_token", "refresh_token": old.refresh_token})
            token = yield from self._granted(form, max(ends - clock.now(), _SHORTEST))
            if isinstance(token, NukiError):
                LOG.debug("%s: the token was not renewed (%s)", TOKEN, type(token).__name__)
                return _Renewal(token)
            LOG.debug("%s: the token was renewed, and expires at %s", TOKEN, token.expires_at)
            if token.refresh_token is None:
                token = attrs.evolve(token, refresh_token=old.refresh_token)
            self._keep(token)
            return _Renewal()
        finally:
            if shared is not None and may_be_ours:
                shared.release()

    def _keep(self, token: OAuthToken) -> None:
        self._store.save(token)
        self._token, self._refused = token, ""


@attrs.frozen
class _Form:
    """Fields to post."""

    fields: dict[str, str] = attrs.field(repr=False)


@attrs.frozen
class _Renewal:
    """What came of a renewal: nothing to say, or an error."""

    error: NukiError | None = None


def _too_slow() -> NukiError:
    return RequestTimeoutError(
        f"{TOKEN}: another call or process was renewing the token all the time; nothing was sent",
        operation=str(TOKEN),
        retryable=True,
    )


def _refusal(answer: RawResponse, secrets: Secrets) -> ApiError:
    # RFC 6749, section 5.2: a refused grant is a 400, which says nothing about the cause.
    kind = error_class(answer.status)
    if answer.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN}:
        kind = UnauthorizedError
    message = shown(vendor_message(answer.body), secrets)
    return kind(
        f"{TOKEN}: {answer.status}: {message or 'no reason given'}"
        f" (check client id, secret and redirect URI, or {_AGAIN})",
        status=answer.status,
        operation=str(TOKEN),
        message=message,
        retryable=answer.status == HTTPStatus.TOO_MANY_REQUESTS
        or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR,
    )


def _token_in(answer: RawResponse, now: datetime) -> OAuthToken | None:
    """The token in an answer, ``None`` if there is none that could be used."""
    try:
        found: Any = loads(answer.body)
        lifetime = found.get("expires_in")
        refresh_token = found.get("refresh_token")
        if not isinstance(refresh_token, str | None):
            return None
        return OAuthToken(
            access_token=BearerToken(found["access_token"]).token,
            refresh_token=refresh_token,
            expires_at=None if lifetime is None else now + timedelta(seconds=int(lifetime)),
        )
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError, RecursionError):
        return None
