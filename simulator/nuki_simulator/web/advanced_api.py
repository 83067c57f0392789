"""The Advanced API: actions and authorisations that report by webhook, and decentral webhooks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from nuki.web import DecentralWebhook

from .activity_logs import limit_of, older_from
from .authorizations import check_new_auth, create_on
from .cloud import Handlers
from .device_views import auths_refused, device_of, devices_of, is_masked
from .errors import invalid
from .rows import filled, removed
from .smartlocks import chosen_action, locking, start, unlocking
from .webhooks import api_key_of, check_url, confirmed, detail, report

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki.web import (
        AdvancedConfirmationResponse,
        AdvancedResultDetail,
        DeviceErrorCode,
        SmartlockAuth,
        WebhookLog,
    )
    from nuki_simulator.world.devices import Action, Device

    from .cloud import Call, Handler

HANDLERS: Final = Handlers()

_USUAL_LOGS: Final = 50
_HIGHEST_LOGS: Final = 100


def _acting(kind: str, choose: Callable[[Call, Device], Action]) -> Handler:
    def handle(call: Call) -> AdvancedConfirmationResponse:
        device, request_id = device_of(call), call.cloud.object_id()

        def ended(error: DeviceErrorCode | None) -> None:
            failed = [detail(device.smartlock_id, error)] if error else None
            report(call, kind, request_id, smartlock_id=device.smartlock_id, failed=failed)

        start(call, device, choose, ended)
        return confirmed(request_id)

    return handle


@HANDLERS.answers("advanced_api.create_auth_many")
def create_auth(call: Call) -> AdvancedConfirmationResponse:
    """``PUT /smartlock/auth/advanced``."""
    devices = devices_of(call, call.body.smartlock_ids)
    if not devices:
        raise invalid(None, "smartlockIds")
    masked = [device for device in devices if is_masked(call.cloud, device)]
    error = auths_refused(masked) if masked else ""
    devices = [device for device in devices if device not in masked]
    if not devices:
        return confirmed("", error)
    check_new_auth(call, devices)
    request_id = call.cloud.object_id()
    details: list[AdvancedResultDetail] = []

    def created(device: Device, auth: SmartlockAuth | None, error: DeviceErrorCode | None) -> None:
        auth_id = auth.id if auth and isinstance(auth.id, str) else None
        details.append(detail(device.smartlock_id, error, auth_id))
        if len(details) < len(devices):
            return
        failed = details if any(one.error_code for one in details) else None
        only = device.smartlock_id if len(devices) == 1 else None
        report(call, "AuthCreation", request_id, smartlock_id=only, failed=failed)

    for device in devices:
        create_on(call, device, partial(created, device))
    return confirmed(request_id, error)


def _webhooks(call: Call) -> dict[int, DecentralWebhook]:
    return call.account.webhooks


@HANDLERS.answers("advanced_api.list_decentral_webhooks")
def list_decentral_webhooks(call: Call) -> list[DecentralWebhook]:
    """``GET /api/decentralWebhook``."""
    # The secret is shown once, to who makes the webhook.
    return [
        DecentralWebhook(
            id=row.id, webhook_url=row.webhook_url, webhook_features=row.webhook_features
        )
        for row in _webhooks(call).values()
    ]


@HANDLERS.answers("advanced_api.create_decentral_webhook")
def create_decentral_webhook(call: Call) -> DecentralWebhook:
    """``PUT /api/decentralWebhook``."""
    body, number = call.body, call.cloud.number()
    check_url(call.cloud, body.webhook_url)
    if not body.webhook_features:
        raise invalid(None, "webhookFeatures")
    row: DecentralWebhook = filled(
        DecentralWebhook, body, id=number, secret=call.cloud.world.randomness.hexadecimal(40)
    )
    _webhooks(call)[number] = row
    owner = api_key_of(call)
    call.account.keys_of_webhooks[number] = (
        next(iter(call.account.api_keys), 0) if owner is None else owner
    )
    return row


@HANDLERS.answers("advanced_api.list_webhook_logs")
def list_webhook_logs(call: Call) -> list[WebhookLog]:
    """``GET /api/key/{apiKeyId}/webhook/logs``."""
    api_key_id = call.arguments["api_key_id"]
    if api_key_id not in call.account.api_keys:
        raise call.missing("no such API key")
    limit = limit_of(call, _USUAL_LOGS, _HIGHEST_LOGS)
    found = list(call.account.logs_of(api_key_id))[::-1]
    return found[older_from(call, [entry.id for entry in found]) :][:limit]


HANDLERS.add("advanced_api.act", _acting("SmartlockAction", chosen_action))
HANDLERS.add("advanced_api.lock", _acting("LockAction", locking))
HANDLERS.add("advanced_api.unlock", _acting("UnlockAction", unlocking))
HANDLERS.add("advanced_api.delete_decentral_webhook", removed(_webhooks, "webhook_id"))
