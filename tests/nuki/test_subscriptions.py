"""URLs are registered once, found again, and given up, with a bridge and with the Web API."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import anyio
import pytest

from nuki import (
    AsyncCallbackSubscription,
    AsyncWebhookSubscription,
    CallbackSlotsError,
    CallbackSubscription,
    ValidationError,
    WebhookSubscription,
)
from nuki.web import (
    AdvancedApiKeyCreate,
    AdvancedApiKeyType,
    WebhookFeature,
    WebhookStatus,
)
from nuki_core.errors import BridgeRefusedError
from nuki_simulator import Simulator, connect_bridge, connect_web_async

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nuki import AsyncBridgeClient, BridgeClient, WebClient

URL = "http://192.168.1.20:8000/9fK2"
HOOK = "https://example.com/9fK2"


def nowhere(_host: str) -> Sequence[str]:
    return []


def test_a_url_is_registered_once(nuki_simulator: Simulator, nuki_bridge: BridgeClient) -> None:
    subscription = CallbackSubscription(nuki_bridge, URL)
    assert subscription.ensure() is True
    assert subscription.ensure() is False
    assert list(nuki_simulator.bridges[0].callbacks.values()) == [URL]


def test_a_lost_slot_is_registered_again(
    nuki_simulator: Simulator, nuki_bridge: BridgeClient
) -> None:
    subscription = CallbackSubscription(nuki_bridge, URL)
    subscription.ensure()
    nuki_simulator.bridges[0].callbacks.clear()
    assert subscription.ensure() is True


def test_our_own_slot_is_given_up_and_no_other(
    nuki_simulator: Simulator, nuki_bridge: BridgeClient
) -> None:
    slots = nuki_simulator.bridges[0].callbacks
    slots[0] = "http://192.168.1.30/"
    subscription = CallbackSubscription(nuki_bridge, URL)
    subscription.ensure()
    assert subscription.remove() is True
    assert subscription.remove() is False
    assert list(slots.values()) == ["http://192.168.1.30/"]


def test_it_is_said_who_holds_the_slots(
    nuki_simulator: Simulator, nuki_bridge: BridgeClient
) -> None:
    for slot in range(3):
        nuki_simulator.bridges[0].callbacks[slot] = f"http://me:pw@192.168.1.{slot}:80/secret"
    with pytest.raises(CallbackSlotsError, match=r"belong to http://192\.168\.1\.0:80, ") as caught:
        CallbackSubscription(nuki_bridge, URL).ensure()
    assert caught.value.servers[2] == "http://192.168.1.2:80"
    assert "secret" not in str(caught.value)
    assert "pw" not in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).servers == caught.value.servers  # noqa: S301


def test_a_malformed_url_of_a_stranger_is_no_trouble(
    nuki_simulator: Simulator, nuki_bridge: BridgeClient
) -> None:
    nuki_simulator.bridges[0].callbacks.update(enumerate(["http://[", "", "x"]))
    with pytest.raises(CallbackSlotsError, match="a malformed URL"):
        CallbackSubscription(nuki_bridge, URL).ensure()


def test_a_bridge_that_only_says_so_is_not_believed(
    nuki_simulator: Simulator, nuki_bridge: BridgeClient
) -> None:
    bridge = nuki_simulator.bridges[0]
    bridge.quirks.max_callbacks = 0
    with pytest.raises(CallbackSlotsError, match="whom it does not say"):
        CallbackSubscription(nuki_bridge, URL).ensure()
    with pytest.raises(BridgeRefusedError):
        nuki_bridge.callback.add(URL)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://192.168.1.20/", "without TLS"),
        ("192.168.1.20", "without TLS"),
        ("http://[1/", "malformed"),
        ("http://localhost:8000/", "the bridge itself"),
        ("http://127.0.0.1:8000/", "the bridge itself"),
        ("http://[::1]:8000/", "the bridge itself"),
        ("http://0.0.0.0:8000/", "the bridge itself"),
        ("http://no-such-host:8000/", "'no-such-host' is not known"),
    ],
)
def test_what_a_bridge_cannot_reach_is_refused(
    nuki_simulator: Simulator, nuki_bridge: BridgeClient, url: str, reason: str
) -> None:
    calls = nuki_simulator.calls
    with pytest.raises(ValidationError, match=reason):
        CallbackSubscription(nuki_bridge, url, resolve=nowhere).ensure()
    assert nuki_simulator.calls == calls


def test_names_that_mean_another_machine_pass(nuki_bridge: BridgeClient) -> None:
    url = "http://server.home:8000/"
    found = CallbackSubscription(nuki_bridge, url, resolve=lambda _: ["127.0.1.1", "192.168.1.20"])
    assert found.ensure() is True
    alone = CallbackSubscription(nuki_bridge, url, resolve=lambda _: ["127.0.1.1"])
    with pytest.raises(ValidationError, match="the bridge itself"):
        alone.ensure()


def test_a_bridge_in_this_machine_reaches_it(nuki_simulator: Simulator) -> None:
    nuki_simulator.bridges[0].ip = "127.0.0.1"
    with connect_bridge(nuki_simulator) as bridge:
        assert CallbackSubscription(bridge, "http://localhost:8000/").ensure() is True


def test_tasks_subscribe_too(nuki_async_bridge: AsyncBridgeClient) -> None:
    async def main() -> list[bool]:
        url = "http://server.home:8000/"
        subscription = AsyncCallbackSubscription(
            nuki_async_bridge, url, resolve=lambda _: ["192.168.1.20"]
        )
        return [
            await subscription.ensure(),
            await subscription.ensure(),
            await subscription.remove(),
        ]

    assert anyio.run(main) == [True, False, True]


# Webhooks


def test_a_decentral_webhook_is_registered_once(nuki_web: WebClient) -> None:
    subscription = WebhookSubscription(nuki_web, HOOK)
    secret = subscription.ensure()
    assert secret
    assert subscription.ensure() is None
    (found,) = nuki_web.advanced_api.list_decentral_webhooks()
    assert set(found.webhook_features) == set(WebhookFeature)
    assert subscription.remove() is True
    assert subscription.remove() is False


def test_other_features_are_another_webhook(nuki_web: WebClient) -> None:
    first = WebhookSubscription(nuki_web, HOOK).ensure()
    logs = WebhookSubscription(nuki_web, HOOK, features=[WebhookFeature.DEVICE_LOGS])
    second = logs.ensure()
    assert second
    assert second != first
    (found,) = nuki_web.advanced_api.list_decentral_webhooks()
    assert found.webhook_features == [WebhookFeature.DEVICE_LOGS]


def application(web: WebClient) -> int:
    key = web.api_key.create(description="Rentals")
    web.api_key.request_advanced_access(
        key.api_key_id,
        AdvancedApiKeyCreate(
            country="AT",
            description="Rentals",
            email="me@example.com",
            name="Rentals",
            restricted=False,
            type=AdvancedApiKeyType.SHORT_RENTAL,
            url="https://example.com",
            webhook_url="https://example.com/old",
            webhook_features=[],
        ),
    )
    return key.api_key_id


def test_an_accounts_webhook_is_set_and_switched_on_again(
    nuki_simulator: Simulator, nuki_web: WebClient
) -> None:
    api_key_id = application(nuki_web)
    subscription = WebhookSubscription(nuki_web, HOOK, api_key_id=api_key_id)
    subscription.ensure()
    found = nuki_web.api_key.get_advanced(api_key_id)
    assert (found.webhook_url, set(found.webhook_features)) == (HOOK, set(WebhookFeature))
    deactivate(nuki_simulator, api_key_id)
    subscription.ensure()
    assert nuki_web.api_key.get_advanced(api_key_id).webhook_status == WebhookStatus.ACTIVE
    assert subscription.remove() is True
    assert subscription.remove() is False


def deactivate(simulator: Simulator, api_key_id: int) -> None:
    from nuki_simulator.web.cloud import Cloud

    account = Cloud.of(simulator).account(simulator.account.account_id)
    account.applications[api_key_id].webhook_status = WebhookStatus.DEACTIVATED


def test_webhooks_need_tls(nuki_web: WebClient) -> None:
    with pytest.raises(ValidationError, match="https://"):
        WebhookSubscription(nuki_web, "http://example.com").ensure()


def test_tasks_have_webhooks_too(nuki_simulator: Simulator) -> None:
    async def main() -> list[object]:
        web = connect_web_async(nuki_simulator)
        subscription = AsyncWebhookSubscription(web, HOOK)
        return [
            bool(await subscription.ensure()),
            await subscription.ensure(),
            await subscription.remove(),
        ]

    assert anyio.run(main) == [True, None, True]
