"""Webhooks: events and the outcome of advanced requests, signed and posted to who asked for them.

The facts: Nuki Web API guide, "Central & Decentral Webhooks", "Device Triggered Webhooks" and
"API Triggered Webhooks". A message goes through the world's outbox; nothing here touches a
network.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import attrs

from nuki.web import (
    AdvancedApiKeyType,
    AdvancedConfirmationResponse,
    AdvancedResultDetail,
    AdvancedResultWebhook,
    WebhookLog,
    WebhookMessage,
    WebhookStatus,
)
from nuki_core.json import dumps
from nuki_core.unset import UNSET

from .errors import invalid
from .records import WORKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nuki.web import AdvancedApiKey, DeviceErrorCode, WebhookFeature
    from nuki_core.ids import SmartlockId
    from nuki_core.model import Model
    from nuki_simulator.world.outbox import Delivery

    from .cloud import Call, Cloud

SIGNATURE: Final = "X-Nuki-Signature-SHA256"
OLD_SIGNATURE: Final = "X-Nuki-Signature"
_SUCCESS: Final = range(200, 300)


@attrs.frozen
class Subscriber:
    """Where a message goes, and the key that signs it; central ones have an application."""

    url: str
    secret: str = attrs.field(repr=False)
    api_key_id: int
    account_id: int
    application: AdvancedApiKey | None = None


def signatures(secret: str, body: bytes) -> tuple[tuple[str, str], ...]:
    """Sign a body with two headers; the algorithm of the older one is not documented."""
    key = secret.encode()
    return (
        (SIGNATURE, hmac.new(key, body, hashlib.sha256).hexdigest()),
        (OLD_SIGNATURE, hmac.new(key, body, hashlib.sha1).hexdigest()),
    )


def check_url(cloud: Cloud, url: str) -> None:
    """Refuse a URL that the server does not post to: it takes ``https`` only."""
    schemes = ("https://", "http://") if cloud.settings.plain_webhooks else ("https://",)
    if not url.startswith(schemes):
        raise invalid(url, "webhookUrl")


def publish(cloud: Cloud, account_id: int, payload: Any) -> None:
    """Post an event to the webhooks of an account, central and decentral, that asked for it.

    ``payload`` is the model of its message, which names its ``feature``.
    """
    for subscriber in subscribers_of(cloud, account_id, payload.feature):
        _send(cloud, subscriber, payload)


def subscribers_of(cloud: Cloud, account_id: int, feature: WebhookFeature) -> list[Subscriber]:
    """The webhooks of an account, central and decentral, that asked for a feature."""
    account = cloud.account(account_id)
    subscribers = [*_central(cloud, account_id, feature)]
    for webhook_id, webhook in account.webhooks.items():
        if feature in webhook.webhook_features and isinstance(webhook.secret, str):
            api_key_id = account.keys_of_webhooks[webhook_id]
            found = Subscriber(webhook.webhook_url, webhook.secret, api_key_id, account_id)
            subscribers.append(found)
    return subscribers


def _central(cloud: Cloud, account_id: int, feature: WebhookFeature | None) -> Iterator[Subscriber]:
    for api_key_id, application in cloud.account(account_id).applications.items():
        works = (
            application.status in WORKING
            and application.type != AdvancedApiKeyType.ONLY_SECRET
            and application.webhook_status != WebhookStatus.DEACTIVATED
        )
        wanted = feature is None or feature in application.webhook_features
        url, secret = application.webhook_url, application.secret
        if works and wanted and url and isinstance(secret, str):
            yield Subscriber(url, secret, api_key_id, account_id, application)


def _send(cloud: Cloud, subscriber: Subscriber, payload: Model, request_id: str = "") -> None:
    body, url = dumps(payload.to_dict()), urlsplit(subscriber.url)
    headers = (
        ("Content-Type", "application/json; charset=UTF-8"),
        *signatures(subscriber.secret, body),
    )
    log = WebhookLog(
        id=cloud.object_id(),
        account_id=subscriber.account_id,
        api_key_id=subscriber.api_key_id,
        request_id=request_id,
        created=cloud.now,
        updated=cloud.now,
        # The outgoing message stands under "response", as in the guide's sample.
        response=WebhookMessage(
            headers=dict(headers),
            path=(url.path or "/") + (f"?{url.query}" if url.query else ""),
            body=payload.to_dict(),
            timestamp=cloud.now,
        ),
    )

    def note(delivery: Delivery) -> None:
        succeeded = delivery.status in _SUCCESS
        log.succeeded = succeeded
        log.response_status = UNSET if delivery.status is None else delivery.status
        log.duration = int((cloud.world.clock.elapsed - delivery.time) * 1000)
        log.updated = cloud.now
        cloud.account(subscriber.account_id).logs_of(subscriber.api_key_id).append(log)
        failures = cloud.state.failures
        failures[subscriber.url] = 0 if succeeded else failures.get(subscriber.url, 0) + 1
        allowed = cloud.settings.stop_webhooks_after
        if allowed is not None and failures[subscriber.url] >= allowed and subscriber.application:
            subscriber.application.webhook_status = WebhookStatus.DEACTIVATED

    cloud.world.post(subscriber.url, headers, body).when_done(note)


# Advanced requests are answered with an id at once; a webhook reports their outcome.


def confirmed(request_id: str, error: str = "") -> AdvancedConfirmationResponse:
    """Answer an advanced request."""
    return AdvancedConfirmationResponse(request_id=request_id or UNSET, error=error or UNSET)


def report(
    call: Call,
    kind: str,
    request_id: str,
    *,
    smartlock_id: SmartlockId | None = None,
    failed: list[AdvancedResultDetail] | None = None,
) -> None:
    """Post the outcome of an advanced request; with ``failed`` details it is a failure.

    The application of the API key that made the request hears of it; if it has none, all do.
    """
    payload = AdvancedResultWebhook(
        type=kind,
        request_id=request_id,
        smartlock_id=UNSET if smartlock_id is None else smartlock_id,
        success=not failed,
        detail=failed or UNSET,
    )
    own = api_key_of(call)
    for subscriber in _central(call.cloud, call.account.mine.account_id, None):
        if own not in call.account.applications or own == subscriber.api_key_id:
            _send(call.cloud, subscriber, payload, request_id)


def detail(
    smartlock_id: SmartlockId, error: DeviceErrorCode | None, auth_id: str | None = None
) -> AdvancedResultDetail:
    """Describe how one device fared."""
    return AdvancedResultDetail(
        smartlock_id=smartlock_id,
        success=error is None,
        error_code=UNSET if error is None else error,
        id=UNSET if auth_id is None else auth_id,
    )


def report_later(call: Call, kind: str, request_id: str, carry_out: Callable[[], object]) -> None:
    """Do something that needs no device a little later, and report that it was done."""

    def due() -> None:
        carry_out()
        report(call, kind, request_id)

    call.cloud.world.clock.after(call.cloud.world.network.delay, due)


def api_key_of(call: Call) -> int | None:
    """Find the API key whose token signed the call."""
    text = call.bearer.text if call.bearer else ""
    account = call.account
    for token_id, row in account.tokens.items():
        if row.access_token == text:
            return account.keys_of_tokens[token_id]
    client = call.cloud.state.clients.get(text)
    keys = (number for number, key in account.api_keys.items() if key.api_key == client)
    return next(keys, None) if client else None
