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

from nuki_core.auth import BearerToken, Credentials
from nuki_core.decode import json_object
from nuki_core.errors import DecodeError, UnauthorizedError, ValidationError, error_class
from nuki_core.http import atransmit, open_async_client, open_client, transmit
from nuki_core.json import JsonObject, loads
from nuki_core.outgoing import Answer, Outgoing
from nuki_core.redaction import guard_logs, redact
from nuki_core.refusals import SUCCESS, vendor_message
from nuki_core.renewal import RenewableScheme
from nuki_core.request import Operation, Request
from nuki_core.servers import base_url

from .servers import WEB_API
from .token_stores import MemoryTokenStore, OAuthToken, SharedTokenStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nuki_core.http import AsyncHTTPClient, HTTPClient

    from .token_stores import TokenStore

_LEEWAY: Final = timedelta(minutes=1)
_TIMEOUT: Final = 30.0
_LONGEST_ANSWER: Final = 1 << 20
_FORM: Final = [
    ("Accept", "application/json"),
    ("Content-Type", "application/x-www-form-urlencoded"),
]
_TOO_MANY: Final = HTTPStatus.TOO_MANY_REQUESTS
_SERVER_ERRORS: Final = HTTPStatus.INTERNAL_SERVER_ERROR
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
    ) -> None:
        super().__init__()
        self._client = {"client_id": client_id, "client_secret": client_secret}
        self._redirect_uri = redirect_uri
        self._store = MemoryTokenStore() if store is None else store
        self._server = base_url(server, example=WEB_API)
        self._now = now
        self._token: OAuthToken | None = None
        self._refused = ""

    def __repr__(self) -> str:
        return f"OAuth2({self._client['client_id']!r})"

    def authorization(self, scopes: Iterable[str], state: str | None = None) -> Authorization:
        """Where to send the user; ``state`` is random unless given."""
        state = secrets.token_urlsafe() if state is None else state
        query = {
            "response_type": "code",
            "client_id": self._client["client_id"],
            "redirect_uri": self._redirect_uri,
            "scope": " ".join(scopes),
            "state": state,
        }
        return Authorization(f"{self._server}/oauth/authorize?{urlencode(query)}", state)

    def redeem(
        self, redirected_to: str, state: str, *, http: HTTPClient[Any] | None = None
    ) -> None:
        """Get the token for the code in the URL to which the user was redirected.

        Raises:
            ValidationError: The URL holds another ``state``, or no code.
            UnauthorizedError: The user declined, or the code or the client is not accepted.
            NukiError: No answer came, or it holds no token.
        """
        outgoing = self._code_grant(redirected_to, state)
        client = open_client(trust_env=True) if http is None else http
        try:
            self._keep(_token_in(self._granted(transmit(client, outgoing)), self._now()))
        finally:
            if http is None:
                client.close()

    async def aredeem(
        self, redirected_to: str, state: str, *, http: AsyncHTTPClient[Any] | None = None
    ) -> None:
        """As :meth:`redeem`, asynchronously."""
        outgoing = self._code_grant(redirected_to, state)
        client = open_async_client(trust_env=True) if http is None else http
        try:
            self._keep(_token_in(self._granted(await atransmit(client, outgoing)), self._now()))
        finally:
            if http is None:
                await client.aclose()

    def _code_grant(self, redirected_to: str, state: str) -> Outgoing:
        code = _code_in(redirected_to, state)
        return self._grant(
            _TIMEOUT,
            {"grant_type": "authorization_code", "code": code, "redirect_uri": self._redirect_uri},
        )

    def _grant(self, timeout: float, form: dict[str, str]) -> Outgoing:
        guard_logs()
        return Outgoing(
            operation=TOKEN,
            url=f"{self._server}{TOKEN.path}",
            headers=_FORM,
            content=urlencode({**form, **self._client}).encode(),
            secrets=(
                self._client["client_secret"],
                form.get("code", ""),
                form.get("refresh_token", ""),
            ),
            timeout=timeout,
            longest_body=_LONGEST_ANSWER,
        )

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

    def begin(self) -> bool:
        """Keep other processes from renewing, if they share the store."""
        return not isinstance(self._store, SharedTokenStore) or self._store.acquire()

    def end(self) -> None:
        """Let other processes renew again."""
        if isinstance(self._store, SharedTokenStore):
            self._store.release()

    def outgoing(self, timeout: float) -> Outgoing | None:
        """The refresh, unless another call or process has done it."""
        self._token = self._store.load() or self._token
        if self._token is None or self._token.refresh_token is None or self._is_good(self._token):
            return None
        return self._grant(
            timeout, {"grant_type": "refresh_token", "refresh_token": self._token.refresh_token}
        )

    def accept(self, answer: Answer) -> None:
        """Keep the token in the answer, with the old refresh token if it brings no new one."""
        token = _token_in(self._granted(answer), self._now())
        if token.refresh_token is None and self._token is not None:
            token = attrs.evolve(token, refresh_token=self._token.refresh_token)
        self._keep(token)

    def _keep(self, token: OAuthToken) -> None:
        self._store.save(token)
        self._token, self._refused = token, ""

    def _granted(self, answer: Answer) -> Answer:
        if answer.status in SUCCESS:
            return answer
        raise self._refusal(answer)

    def _refusal(self, answer: Answer) -> Exception:
        # RFC 6749, section 5.2: a refused grant is a 400, which says nothing about the cause.
        kind = error_class(answer.status)
        if answer.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN}:
            kind = UnauthorizedError
        message = redact(vendor_message(answer.body), self._client.values())
        return kind(
            f"{TOKEN}: {answer.status}: {message or 'no reason given'}"
            f" (check client id, secret and redirect URI, or {_AGAIN})",
            status=answer.status,
            operation=str(TOKEN),
            message=message,
            retryable=answer.status == HTTPStatus.TOO_MANY_REQUESTS
            or answer.status >= _SERVER_ERRORS,
        )


def _code_in(redirected_to: str, state: str) -> str:
    query = {name: values[0] for name, values in parse_qs(urlsplit(redirected_to).query).items()}
    if not hmac.compare_digest(query.get("state", "").encode(), state.encode()):
        raise ValidationError(
            "the redirect holds another state: it does not belong to the authorization you started"
        )
    if "error" in query:
        raise UnauthorizedError(
            f"the user was not asked, or declined: {query['error']}", message=query["error"]
        )
    if "code" not in query:
        raise ValidationError("the redirect holds no code; pass the full URL of the redirect")
    return query["code"]


def _token_in(answer: Answer, now: datetime) -> OAuthToken:
    try:
        found: Any = loads(answer.body)
        lifetime = found.get("expires_in")
        return OAuthToken(
            access_token=BearerToken(found["access_token"]).token,
            refresh_token=found.get("refresh_token"),
            expires_at=None if lifetime is None else now + timedelta(seconds=int(lifetime)),
        )
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError, RecursionError):
        # The body stays out of the error: part of it may be a token.
        status = answer.status
    raise DecodeError(
        f"{TOKEN}: the answer holds no access token", operation=str(TOKEN), status=status
    )
