"""What a type checker says of credentials, options and the value types. Never run."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import assert_type
from zoneinfo import ZoneInfo

from nuki import (
    AsyncBridgeClient,
    AsyncWebClient,
    Authorization,
    BridgeClient,
    Credentials,
    EncryptedToken,
    FileTokenStore,
    FirmwareVersion,
    FoundBridge,
    HashedToken,
    KeypadCode,
    OAuth2,
    OAuthToken,
    PlainToken,
    RetryPolicy,
    WebClient,
    apair,
    discover,
    minutes_since_midnight,
    pair,
    time_of_day,
    timezone_id_of,
    zone_of,
)
from nuki.web import SmartlockAuthCreate, TimezoneId


class Fixed:
    """A scheme of somebody's own."""

    hint = "ask me"

    def sign(self) -> Credentials:
        return Credentials(headers=(("X-Key", "1"),))


class Nothing:
    """A store that forgets."""

    def load(self) -> OAuthToken | None:
        return None

    def save(self, token: OAuthToken) -> None:
        pass


def schemes(url: str) -> None:
    BridgeClient(url, "token")
    BridgeClient(url, token="token", scheme=PlainToken)
    BridgeClient(url, "token", scheme=partial(EncryptedToken, now=lambda: datetime.now(UTC)))
    BridgeClient(url, "token", scheme=lambda token: HashedToken(token, random_number=lambda: 7))
    BridgeClient(url, "token", scheme="plain")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    BridgeClient(url, "token", scheme=int)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    BridgeClient(url)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    WebClient(auth=Fixed())
    AsyncWebClient(auth="token")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def oauth(store: FileTokenStore) -> None:
    client = OAuth2("id", "secret", "https://app.example/done", store=store)
    assert_type(client.authorization(["smartlock"]), Authorization)
    OAuth2("id", "secret", "https://app.example/done", store=Nothing())
    OAuth2("id", "secret", "https://app.example/done", store={})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    WebClient(auth=client)


def options(bridge: BridgeClient, web: WebClient) -> None:
    assert_type(bridge.with_options(timeout=3), BridgeClient)
    assert_type(web.with_options(retry=RetryPolicy(attempts=1)), WebClient)
    assert_type(web.with_options(scheme=PlainToken("token")), WebClient)
    web.with_options(timeout="3")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    web.with_options(retries=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def bridges(bridge: BridgeClient, abridge: AsyncBridgeClient) -> None:
    assert_type(bridge.clock_offset(), timedelta)
    assert_type(await abridge.clock_offset(), timedelta)
    assert_type(discover(), list[FoundBridge])
    assert_type(pair(discover()[0].base_url), str)
    assert_type(await apair("http://192.168.1.50:8080"), str)


def values() -> None:
    code = KeypadCode.random(taken=[394871])
    assert_type(code, KeypadCode)
    SmartlockAuthCreate(name="Anna", remote_allowed=False, code=code)
    assert_type(time_of_day(minutes_since_midnight(time(9))), time)
    assert_type(zone_of(TimezoneId.EUROPE_BERLIN), ZoneInfo)
    assert_type(timezone_id_of("Europe/Berlin"), TimezoneId)
    assert_type(FirmwareVersion.parse("3.10.7") >= FirmwareVersion.from_int(199175), bool)
