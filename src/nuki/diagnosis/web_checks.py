"""Checks of the Web API: is it reached, does it know the token, and what may that do?"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from nuki_core.auth import RenewableScheme
from nuki_core.errors import (
    ApiError,
    ConnectError,
    DecodeError,
    ForbiddenError,
    MethodNotAllowedError,
    NotFoundError,
    NukiError,
    RateLimitedError,
    RequestTimeoutError,
    ServerError,
    TLSError,
    TransportError,
    UnauthorizedError,
)
from nuki_core.frontends import ask
from nuki_core.json import is_integer
from nuki_core.proxies import Proxies
from nuki_generated.web import Smartlock

from . import kinds
from .findings import Severity
from .network import Reach

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki.clients import WebClient
    from nuki_core.frontends import Flow

    from .examination import Examination
    from .findings import Finding

_LACKS_SCOPE: Final = "not authorized"
_INVALID: Final = "Invalid Token"
_PROBES: Final[tuple[Callable[[WebClient], Flow[object]], ...]] = (
    lambda web: ask(web.smartlock_log.list, limit=1),
    lambda web: ask(web.smartlock_auth.list_paged, size=1),
)
"""Reads that show whether a scope is there, each of one entry at most."""


def check_web(at: Examination) -> Flow[list[Finding]]:
    """Find out whether the Web API answers and knows the token, and read the devices."""
    try:
        listed: list[Any] = yield from at.ask_web(lambda web: ask(web.smartlock.list))
    except (UnauthorizedError, ForbiddenError) as error:
        at.web_answers = True
        return [_refused(at, error)]
    except NukiError as error:
        found = yield from _no_answer(at, error)
        at.web_answers = isinstance(error, ApiError) and found.code != kinds.WEB_PROXY.code
        return [found]
    at.web_answers = True
    at.smartlocks = [
        one for one in listed if isinstance(one, Smartlock) and is_integer(one.smartlock_id)
    ]
    return []


def check_scopes(at: Examination) -> Flow[list[Finding] | None]:
    """Find out which of the scopes that reading needs the token lacks.

    Whether it may act or change anything cannot be known without doing so.
    """
    if at.smartlocks is None:
        return None
    found: list[Finding] = []
    for probe in _PROBES:
        try:
            yield from at.ask_web(probe)
        except (UnauthorizedError, ForbiddenError) as error:
            found.append(_refused(at, error))
    return found


def _refused(at: Examination, error: ApiError) -> Finding:
    where, scopes = at.at_web(), " or ".join(error.scopes)
    evidence: dict[str, Any] = {"status": error.status, "message": error.message or None}
    if _LACKS_SCOPE in error.message:
        severity = Severity.ERROR if at.smartlocks is None else None
        operation = error.operation
        return kinds.WEB_SCOPE_MISSING.at(
            where, severity, **evidence, scopes=scopes, operation=operation
        )
    if isinstance(at.web.scheme, RenewableScheme):
        return kinds.WEB_TOKEN_EXPIRED.at(where, **evidence)
    if _INVALID in error.message:
        return kinds.WEB_TOKEN_INVALID.at(where, **evidence)
    return kinds.WEB_TOKEN_REFUSED.at(where, **evidence, scopes=scopes)


def _no_answer(at: Examination, error: NukiError) -> Flow[Finding]:  # noqa: PLR0911 - one for each
    where, name = at.at_web(), type(error).__name__
    if isinstance(error, TLSError):
        return kinds.WEB_TLS.at(where, error=name)
    if isinstance(error, ConnectError) or (
        isinstance(error, RequestTimeoutError) and not error.may_have_run
    ):
        parts = urlsplit(at.web.base_url)
        proxy = Proxies(trust_env=True).proxy_for(parts.scheme, parts.hostname or "")
        if proxy:
            return kinds.WEB_PROXY.at(where, error=name, proxy=urlsplit(proxy).hostname)
        look = yield from at.look_at(at.web.base_url)
        reach = Reach.CLOSED if look.reach is Reach.CONNECTED else look.reach
        return kinds.WEB_NO_CONNECTION.at(where, reason=reach.value)
    if isinstance(error, TransportError):
        return kinds.WEB_NO_ANSWER.at(where, error=name)
    if isinstance(error, RateLimitedError):
        return kinds.WEB_RATE_LIMITED.at(where, seconds=error.retry_after)
    if isinstance(error, ServerError):
        return kinds.WEB_FAILING.at(where, status=error.status)
    if isinstance(error, ApiError) and error.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return kinds.WEB_PROXY.at(where, status=error.status)
    if isinstance(error, DecodeError | NotFoundError | MethodNotAllowedError):
        return kinds.WEB_SOMETHING_ELSE.at(where, status=error.status, error=name)
    raise error
