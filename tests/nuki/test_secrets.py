"""No token, code or PIN in any log, at any level, in any error, warning or ``repr``."""

from __future__ import annotations

import json
import logging
import re
import traceback
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import anyio
import httpx
import httpx2
import pytest

from nuki import (
    NO_RETRY,
    AsyncBridgeClient,
    AsyncWebClient,
    BridgeClient,
    EncryptedToken,
    HashedToken,
    KeypadCode,
    MemoryTokenStore,
    NukiError,
    OAuth2,
    OAuthToken,
    PlainToken,
    WebClient,
    pair,
)
from nuki.web import SmartlockAdminPinUpdate, SmartlockAuthCreate
from tests.nuki.loopback import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

BRIDGE, WEB, CODE, PIN = "bRiDgE+tOkEn/1", "wEb-aPi-tOkEn", "394871", "7531"
CLIENT, ACCESS, REFRESH = "cLiEnT-sEcReT", "aCcEsS-tOkEn", "rEfReSh-tOkEn"
SECRETS = [BRIDGE, "bRiDgE%2BtOkEn%2F1", WEB, CODE, PIN, CLIENT, ACCESS, REFRESH]
SCHEMES = [PlainToken, HashedToken, EncryptedToken]
LIBRARIES = pytest.mark.parametrize("library", [httpx, httpx2])


class Vendor:
    """Repeats in its answers whatever it was sent, as some servers do, and remembers it."""

    def __init__(self) -> None:
        self.targets: list[str] = []

    def __call__(self, method: str, target: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        self.targets.append(target)
        path = target.partition("?")[0]
        if path == "/oauth/token":
            found = {"access_token": f"{ACCESS}2", "refresh_token": f"{REFRESH}2"}
            return 200, {}, json.dumps(found).encode()
        if path == "/auth":
            return 200, {}, f'{{"success": true, "token": "{BRIDGE}"'.encode()
        if path in {"/list", "/smartlock"}:
            return 302, {"Location": f"http://127.0.0.1:9{target}"}, b""
        echo = {"detailMessage": f"{method} {target} {body.decode()} is not valid"}
        return 400, {"X-Echo": target}, json.dumps(echo).encode()

    def credentials(self) -> set[str]:
        """What proved who sent the requests, as it stood in their targets."""
        queries = [parse_qs(urlsplit(target).query) for target in self.targets]
        names = ("token", "ctoken", "nonce", "hash")
        return {query[name][0] for query in queries for name in names if name in query}


@contextmanager
def everything_written(caplog: pytest.LogCaptureFixture) -> Generator[list[str]]:
    """All that is logged and warned of in the block, and what is appended to it."""
    written: list[str] = []
    with caplog.at_level(logging.DEBUG), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield written
    written += [str(warning.message) for warning in caught]
    for record in caplog.records:
        written += [record.getMessage(), repr(record.msg), repr(record.args)]


def failing(written: list[str], call: Callable[[], object]) -> None:
    """Make a call that fails, and keep everything that its error shows."""
    with pytest.raises(NukiError) as caught:
        call()
    written += traceback.format_exception(caught.value)
    written += [repr(caught.value), str(caught.value)]


def check(written: list[str]) -> None:
    assert written
    # Digits by themselves only: those of a code also come in ports, clocks and addresses.
    needles = [rf"(?<!\w){each}(?!\w)" if each.isdigit() else re.escape(each) for each in SECRETS]
    assert not [(text, each) for text in written for each in needles if re.search(each, text)]


def auth() -> SmartlockAuthCreate:
    return SmartlockAuthCreate(name="Anna", remote_allowed=False, code=KeypadCode(CODE))


def oauth_of(url: str) -> OAuth2:
    return OAuth2(
        "client",
        CLIENT,
        "https://app.example/done",
        server=url,
        store=MemoryTokenStore(OAuthToken(ACCESS, REFRESH)),
    )


PUBLIC = ("ts=", "rnr=", "nukiId=", "deviceType=")


@pytest.mark.slow
@LIBRARIES
@pytest.mark.parametrize("scheme", SCHEMES)
def test_of_a_bridge(caplog: pytest.LogCaptureFixture, library: Any, scheme: Any) -> None:
    vendor = Vendor()
    with serving(vendor) as url, everything_written(caplog) as written, library.Client() as http:
        bridge = BridgeClient(url, BRIDGE, scheme=scheme, http=http, min_interval=0)
        failing(written, bridge.device.list)
        failing(written, lambda: bridge.device.lock(1, device_type=0))
        failing(written, lambda: pair(url, http=http))
        gone = BridgeClient("http://127.0.0.1:9", BRIDGE, scheme=scheme, http=http, retry=NO_RETRY)
        failing(written, gone.device.list)
        written += [repr(bridge), repr(bridge._settings), repr(scheme(BRIDGE))]
    check(written)
    assert any("/list?" in text for text in written)
    sent = [part for target in vendor.targets for part in target.partition("?")[2].split("&")]
    hidden = [part.partition("=")[2] for part in sent if not part.startswith(PUBLIC)]
    assert [each for each in hidden if each and any(each in text for text in written)] == []


@pytest.mark.slow
@LIBRARIES
def test_of_the_web_api(caplog: pytest.LogCaptureFixture, library: Any) -> None:
    with serving(Vendor()) as url, everything_written(caplog) as written, library.Client() as http:
        web = WebClient(WEB, base_url=url, http=http)
        model = SmartlockAdminPinUpdate(admin_pin=int(PIN))
        failing(written, web.smartlock.list)
        failing(written, lambda: web.smartlock_auth.create(1, auth()))
        failing(written, lambda: web.smartlock.set_admin_pin(1, int(PIN)))
        written += [repr(web), repr(auth()), repr(model), repr(KeypadCode(CODE))]
    assert any('"name":"Anna"' in text for text in written)
    check(written)


@pytest.mark.slow
@LIBRARIES
def test_of_oauth(caplog: pytest.LogCaptureFixture, library: Any) -> None:
    with serving(Vendor()) as url, everything_written(caplog) as written, library.Client() as http:
        oauth = oauth_of(url)
        web = WebClient(auth=oauth, base_url=url, http=http)
        failing(written, web.smartlock.list)
        oauth.refuse(oauth.sign())
        failing(written, web.smartlock.list)
        oauth.redeem(f"?code={CODE}&state=s", "s", http=http)
        written += [repr(oauth), repr(web), repr(web._settings)]
    check(written)
    assert any("/oauth/token" in text for text in written)


@pytest.mark.slow
@LIBRARIES
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_of_asynchronous_clients(
    caplog: pytest.LogCaptureFixture, library: Any, backend: str
) -> None:
    with serving(Vendor()) as url, everything_written(caplog) as written:
        anyio.run(_call_all, url, library, written, backend=backend)
    check(written)
    assert any("/list?" in text for text in written)


async def _call_all(url: str, library: Any, written: list[str]) -> None:
    async with library.AsyncClient() as http:
        web = AsyncWebClient(WEB, base_url=url, http=http)
        for scheme in SCHEMES:
            bridge = AsyncBridgeClient(url, BRIDGE, scheme=scheme, http=http, min_interval=0)
            for call in (bridge.device.list, web.smartlock.list):
                try:
                    await call()
                except NukiError as error:
                    written += [*traceback.format_exception(error), repr(error)]
