"""What a type checker says of requests, the three states of a field, and errors. Never run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import assert_type

import aiohttp
import httpx
import httpx2

import nuki
from nuki import (
    UNSET,
    ApiError,
    AsyncWebClient,
    NukiError,
    Operation,
    RateLimitedError,
    Request,
    Response,
    Unset,
    WebClient,
)
from nuki.web import OPERATIONS, Smartlock, SmartlockAuthUpdate, Weekdays


def requests(web: WebClient, request: Request[list[Smartlock]]) -> None:
    assert_type(web.send(request), list[Smartlock])
    assert_type(web.exchange(request), Response[list[Smartlock]])
    assert_type(web.exchange(request).value[0], Smartlock)


async def async_requests(web: AsyncWebClient, request: Request[None]) -> None:
    assert_type(await web.exchange(request), Response[None])


def operations(web: WebClient) -> None:
    assert_type(OPERATIONS, tuple[Operation, ...])
    operation = OPERATIONS[0]
    assert_type(operation.scopes, tuple[str, ...])
    assert_type(operation.request, Callable[..., Request[object]])
    assert_type(web.send(operation.request()), object)
    operation.method = "GET"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def three_states(until: datetime) -> None:
    SmartlockAuthUpdate(name="Anna")
    SmartlockAuthUpdate(name="Anna", allowed_until_date=None)
    SmartlockAuthUpdate(name="Anna", allowed_until_date=UNSET)
    body = SmartlockAuthUpdate(name="Anna", allowed_until_date=until)
    assert_type(body.allowed_until_date, datetime | None | Unset)
    if body.allowed_until_date is not UNSET and body.allowed_until_date is not None:
        assert_type(body.allowed_until_date, datetime)
    if not isinstance(body.allowed_week_days, Unset):
        assert_type(body.allowed_week_days, Weekdays | None)
    SmartlockAuthUpdate(name="Anna", allowed_until_date="2026-03-01")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    SmartlockAuthUpdate(name=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def http_libraries(
    mine: httpx.Client,
    theirs: httpx2.Client,
    session: aiohttp.ClientSession,
    wrong: httpx.AsyncClient,
) -> None:
    WebClient(token="abc", http=mine)
    WebClient(token="abc", http=theirs)
    AsyncWebClient(token="abc", http=session)
    WebClient(token="abc", http=session)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    WebClient(token="abc", http=wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def errors(web: WebClient) -> None:
    try:
        web.smartlock.list()
    except RateLimitedError as error:
        assert_type(error.retry_after, float | None)
    except ApiError as error:
        assert_type(error.status, int)
        assert_type(error.message, str)
    except NukiError as error:
        assert_type(error.may_have_run, bool)
        print(error.status)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]


def the_public_names() -> None:
    assert_type(nuki.__version__, str)
    print(nuki.Client)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
