"""Every cassette, played back through both HTTP libraries, in a thread and in an event loop."""

from __future__ import annotations

import asyncio
import json
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from vcr import VCR  # type: ignore[import-untyped]
from vcr.errors import (  # type: ignore[import-untyped]
    CannotOverwriteExistingCassetteException,
)

from nuki import AsyncBridgeClient, AsyncWebClient
from nuki.web import LockAction
from nuki_core.errors import (
    ApiError,
    BridgeBusyError,
    BridgeRefusedError,
    DeviceOfflineError,
    NotExecutedError,
    SmartHostingError,
    error_class,
)
from nuki_core.model import to_jsonable
from tools.cassettes.cassette import FOLDER, LIVE, Cassette, cassettes
from tools.cassettes.masking import without_credentials
from tools.cassettes.origins import OPERATIONS, ORIGINS
from tools.cassettes.recorder import ONCE, client

from .conformance import is_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nuki_core.request import Request
    from nuki_core.responses import Response
    from tools.cassettes.origins import Api

CASSETTES = [*cassettes(), *(cassettes(LIVE) if LIVE.is_dir() else ())]
PLAYER = VCR(
    record_mode="none",
    match_on=("method", "scheme", "host", "port", "path", "query", "body"),
    before_record_request=without_credentials,
    decode_compressed_response=True,
)
MORE = pytest.mark.exhaustive
TOKEN = "TokenOfTheReplay"
SPECIAL: dict[tuple[str, int], type[ApiError]] = {
    ("device", 200): NotExecutedError,
    ("device", 410): DeviceOfflineError,
    ("device", 503): BridgeBusyError,
    ("system", 503): BridgeBusyError,
}
"""By resource and status: where more is known than the status says."""


@pytest.fixture(scope="module", params=["httpx", pytest.param("httpx2", marks=MORE)])
def http(request: pytest.FixtureRequest) -> Iterator[Any]:
    with import_module(request.param).Client(trust_env=False) as opened:
        yield opened


@pytest.fixture(scope="module", params=["httpx2", pytest.param("httpx", marks=MORE)])
def ahttp(request: pytest.FixtureRequest) -> Any:
    return import_module(request.param).AsyncClient(trust_env=False)


def async_client(api: Api, http: Any) -> AsyncWebClient | AsyncBridgeClient:
    if api == "web":
        return AsyncWebClient(TOKEN, base_url=ORIGINS[api], retry=ONCE, http=http)
    return AsyncBridgeClient(ORIGINS[api], TOKEN, retry=ONCE, min_interval=0, http=http)


def exchange(cassette: Cassette, request: Request[Any], http: Any) -> Response[Any]:
    caller = client(cassette.api, TOKEN, http)
    with PLAYER.use_cassette(cassette.path) as recorded:
        try:
            return caller.exchange(request)
        finally:
            assert recorded.all_played


def aexchange(cassette: Cassette, request: Request[Any], http: Any) -> Response[Any]:
    caller = async_client(cassette.api, http)
    with PLAYER.use_cassette(cassette.path) as recorded:
        try:
            return asyncio.run(caller.exchange(request))
        finally:
            assert recorded.all_played


def check_answer(cassette: Cassette, answer: Response[Any]) -> None:
    recorded = cassette.interaction["response"]
    assert answer.status == recorded["status"]["code"]
    assert is_of(answer.value, cassette.operation.responses[answer.status], cassette.api)
    if answer.value is not None:
        content = json.loads(recorded["body"]["string"], strict=False)
        if isinstance(answer.value, list) and isinstance(content, dict):
            content = next(each for each in content.values() if isinstance(each, list))
        assert to_jsonable(answer.value) == content


def check_error(cassette: Cassette, error: ApiError) -> None:
    assert error.status == cassette.status
    usual = BridgeRefusedError if cassette.status == 200 else error_class(error.status)
    expected = SPECIAL.get((cassette.operation.resource, error.status), usual)
    assert isinstance(error, (expected, SmartHostingError))
    assert error.operation == str(cassette.operation)


def check(cassette: Cassette, call: Callable[[], Response[Any]]) -> None:
    if cassette.status is None:
        check_answer(cassette, call())
        return
    with pytest.raises(ApiError) as raised:
        call()
    check_error(cassette, raised.value)


@pytest.mark.slow
def test_the_sync_client_gives_what_was_recorded(http: Any, subtests: pytest.Subtests) -> None:
    for cassette in CASSETTES:
        with subtests.test(cassette=cassette.path.relative_to(FOLDER).as_posix()):
            check(cassette, partial(exchange, cassette, cassette.request(), http))


@pytest.mark.slow
def test_the_async_client_gives_what_was_recorded(ahttp: Any, subtests: pytest.Subtests) -> None:
    for cassette in CASSETTES:
        with subtests.test(cassette=cassette.path.relative_to(FOLDER).as_posix()):
            check(cassette, partial(aexchange, cassette, cassette.request(), ahttp))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("smartlock.list", {"device_type": 2}),
        ("smartlock.get", {"smartlock_id": 17}),
        ("smartlock.act", {"smartlock_id": 17, "action": LockAction.LOCK}),
        ("account.delete", {}),
    ],
)
def test_what_is_not_in_the_cassette_is_not_answered(
    name: str, arguments: dict[str, Any], http: Any
) -> None:
    """Query, path, body and method count, each by itself."""
    cassette = next(each for each in CASSETTES if each.name == name.replace(".delete", ".get"))
    request = OPERATIONS["web", name].request(**arguments)
    caller = client("web", TOKEN, http)
    with (
        PLAYER.use_cassette(cassette.path),
        pytest.raises(CannotOverwriteExistingCassetteException),
    ):
        caller.exchange(request)
