"""Every cassette, played to both HTTP libraries, in a thread and in an event loop."""

from __future__ import annotations

import asyncio
import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from vcr import VCR  # type: ignore[import-untyped]
from vcr.errors import (  # type: ignore[import-untyped]
    CannotOverwriteExistingCassetteException,
)

from nuki import AsyncBridgeClient, AsyncWebClient
from nuki.web import LockAction, SmartlockAction
from nuki_core.errors import (
    ApiError,
    BridgeBusyError,
    BridgeRefusedError,
    DeviceOfflineError,
    SmartHostingError,
    error_class,
)
from nuki_core.instants import instant
from nuki_core.model import plain
from tools.cassettes.masking import without_credentials
from tools.cassettes.origins import OPERATIONS, ORIGINS
from tools.cassettes.recorder import ONCE, client
from tools.cassettes.tapes import FOLDER, LIVE, Tape, tapes

from .declared import is_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nuki_core.answers import Response
    from nuki_core.request import Request
    from tools.cassettes.origins import Api

TAPES = [*tapes(), *(tapes(LIVE) if LIVE.is_dir() else ())]
EACH = pytest.mark.parametrize(
    "tape", TAPES, ids=lambda tape: tape.path.relative_to(FOLDER).with_suffix("").as_posix()
)
PLAYER = VCR(
    record_mode="none",
    match_on=("method", "scheme", "host", "port", "path", "query", "body"),
    before_record_request=without_credentials,
    decode_compressed_response=True,
)
TOKEN = "TokenOfTheReplay"
SPECIAL: dict[tuple[str, int], type[ApiError]] = {
    ("device", 200): DeviceOfflineError,
    ("device", 410): DeviceOfflineError,
    ("device", 503): BridgeBusyError,
    ("system", 503): BridgeBusyError,
}
"""By resource and status: where more is known than the status says."""


@pytest.fixture(scope="module", params=["httpx", "httpx2"])
def http(request: pytest.FixtureRequest) -> Iterator[Any]:
    with import_module(request.param).Client(trust_env=False) as opened:
        yield opened


@pytest.fixture(scope="module", params=["httpx", "httpx2"])
def ahttp(request: pytest.FixtureRequest) -> Any:
    return import_module(request.param).AsyncClient(trust_env=False)


def async_client(api: Api, http: Any) -> AsyncWebClient | AsyncBridgeClient:
    if api == "web":
        return AsyncWebClient(TOKEN, base_url=ORIGINS[api], retry=ONCE, http=http)
    return AsyncBridgeClient(ORIGINS[api], TOKEN, retry=ONCE, gap=0, http=http)


def exchange(tape: Tape, request: Request[Any], http: Any) -> Response[Any]:
    caller = client(tape.api, TOKEN, http)
    with PLAYER.use_cassette(tape.path) as cassette:
        try:
            return caller.exchange(request)
        finally:
            assert cassette.all_played


def aexchange(tape: Tape, request: Request[Any], http: Any) -> Response[Any]:
    caller = async_client(tape.api, http)
    with PLAYER.use_cassette(tape.path) as cassette:
        try:
            return asyncio.run(caller.exchange(request))
        finally:
            assert cassette.all_played


def check_answer(tape: Tape, answer: Response[Any]) -> None:
    recorded = tape.interaction["response"]
    assert answer.status == recorded["status"]["code"]
    assert is_of(answer.value, tape.operation.responses[answer.status], tape.api)
    if answer.value is not None:
        content = json.loads(recorded["body"]["string"], strict=False)
        assert respelled(plain(answer.value)) == respelled(content)


def respelled(value: Any) -> Any:
    """JSON with each date-time as the instant that it is."""
    if isinstance(value, dict):
        return {name: respelled(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [respelled(element) for element in value]
    return instant(value)


def check_refusal(tape: Tape, refusal: ApiError) -> None:
    assert refusal.status == tape.status
    usual = BridgeRefusedError if tape.status == 200 else error_class(refusal.status)
    expected = SPECIAL.get((tape.operation.resource, refusal.status), usual)
    assert isinstance(refusal, (expected, SmartHostingError))
    assert refusal.operation == str(tape.operation)


@EACH
def test_sync(tape: Tape, http: Any) -> None:
    if tape.status is None:
        check_answer(tape, exchange(tape, tape.request(), http))
        return
    with pytest.raises(ApiError) as refused:
        exchange(tape, tape.request(), http)
    check_refusal(tape, refused.value)


@EACH
def test_async(tape: Tape, ahttp: Any) -> None:
    if tape.status is None:
        check_answer(tape, aexchange(tape, tape.request(), ahttp))
        return
    with pytest.raises(ApiError) as refused:
        aexchange(tape, tape.request(), ahttp)
    check_refusal(tape, refused.value)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("smartlock.list", {"type": 2}),
        ("smartlock.get", {"smartlock_id": 17}),
        ("smartlock.act", {"smartlock_id": 17, "body": SmartlockAction(action=LockAction.LOCK)}),
        ("account.delete", {}),
    ],
)
def test_what_is_not_on_the_tape_is_not_answered(
    name: str, arguments: dict[str, Any], http: Any
) -> None:
    """Query, path, body and method count, each by itself."""
    tape = next(each for each in TAPES if each.name == name.replace(".delete", ".get"))
    request = OPERATIONS["web", name].request(**arguments)
    caller = client("web", TOKEN, http)
    with PLAYER.use_cassette(tape.path), pytest.raises(CannotOverwriteExistingCassetteException):
        caller.exchange(request)
