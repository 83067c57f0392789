# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The advanced api operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.arguments import check_body, check_id
from nuki_core.decode import array, instance, nothing
from nuki_core.ids import SmartlockId, device_type_in
from nuki_core.model import to_jsonable
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource

from ..models.advanced_api import AdvancedConfirmationResponse, DecentralWebhook, WebhookLog
from ..models.smartlock import SmartlockAction
from ..models.smartlock_auth import SmartlocksAuthAdvancedCreate


def _list_decentral_webhooks() -> Request[builtins.list[DecentralWebhook]]:
    return Request(
        LIST_DECENTRAL_WEBHOOKS, "/api/decentralWebhook", array(DecentralWebhook.from_dict)
    )


def _create_decentral_webhook(body: DecentralWebhook) -> Request[DecentralWebhook]:
    check_body(CREATE_DECENTRAL_WEBHOOK, body)
    return Request(
        CREATE_DECENTRAL_WEBHOOK,
        "/api/decentralWebhook",
        instance(DecentralWebhook.from_dict),
        body=to_jsonable(body),
    )


def _delete_decentral_webhook(id: int) -> Request[None]:
    return Request(DELETE_DECENTRAL_WEBHOOK, f"/api/decentralWebhook/{encode_path(id)}", nothing)


def _list_webhook_logs(
    api_key_id: int, *, older_than: str | None = None, limit: int | None = None
) -> Request[builtins.list[WebhookLog]]:
    return Request(
        LIST_WEBHOOK_LOGS,
        f"/api/key/{encode_path(api_key_id)}/webhook/logs",
        array(WebhookLog.from_dict),
        query=query(("id", older_than), ("limit", limit)),
    )


def _create_auth(body: SmartlocksAuthAdvancedCreate) -> Request[AdvancedConfirmationResponse]:
    check_body(CREATE_AUTH, body)
    return Request(
        CREATE_AUTH,
        "/smartlock/auth/advanced",
        instance(AdvancedConfirmationResponse.from_dict),
        body=to_jsonable(body),
    )


def _act(smartlock_id: int, body: SmartlockAction) -> Request[AdvancedConfirmationResponse]:
    check_id(ACT, "smartlock_id", smartlock_id, SmartlockId)
    check_body(ACT, body, device_type_in(smartlock_id))
    return Request(
        ACT,
        f"/smartlock/{encode_path(smartlock_id)}/action/advanced",
        instance(AdvancedConfirmationResponse.from_dict),
        body=to_jsonable(body),
    )


def _lock(smartlock_id: int) -> Request[AdvancedConfirmationResponse]:
    check_id(LOCK, "smartlock_id", smartlock_id, SmartlockId)
    return Request(
        LOCK,
        f"/smartlock/{encode_path(smartlock_id)}/action/lock/advanced",
        instance(AdvancedConfirmationResponse.from_dict),
    )


def _unlock(smartlock_id: int) -> Request[AdvancedConfirmationResponse]:
    check_id(UNLOCK, "smartlock_id", smartlock_id, SmartlockId)
    return Request(
        UNLOCK,
        f"/smartlock/{encode_path(smartlock_id)}/action/unlock/advanced",
        instance(AdvancedConfirmationResponse.from_dict),
    )


LIST_DECENTRAL_WEBHOOKS: Final = Operation(
    method="GET",
    path="/api/decentralWebhook",
    resource="advanced_api",
    name="list_decentral_webhooks",
    parameters=(),
    body=None,
    responses={200: "list[DecentralWebhook]", 401: "Error", 403: "Error"},
    scopes=("webhook.decentral",),
    request=_list_decentral_webhooks,
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
CREATE_DECENTRAL_WEBHOOK: Final = Operation(
    method="PUT",
    path="/api/decentralWebhook",
    resource="advanced_api",
    name="create_decentral_webhook",
    parameters=(),
    body="DecentralWebhook",
    responses={200: "DecentralWebhook", 400: "Error", 401: "Error", 403: "Error"},
    scopes=("webhook.decentral",),
    request=_create_decentral_webhook,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
DELETE_DECENTRAL_WEBHOOK: Final = Operation(
    method="DELETE",
    path="/api/decentralWebhook/{id}",
    resource="advanced_api",
    name="delete_decentral_webhook",
    parameters=(Parameter("id", "id", "path", True, "int"),),
    body=None,
    responses={204: None, 401: "Error", 403: "Error"},
    scopes=("webhook.decentral",),
    request=_delete_decentral_webhook,
    effect="change",
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
LIST_WEBHOOK_LOGS: Final = Operation(
    method="GET",
    path="/api/key/{apiKeyId}/webhook/logs",
    resource="advanced_api",
    name="list_webhook_logs",
    parameters=(
        Parameter("api_key_id", "apiKeyId", "path", True, "int"),
        Parameter("older_than", "id", "query", False, "str"),
        Parameter("limit", "limit", "query", False, "int"),
    ),
    body=None,
    responses={200: "list[WebhookLog]", 401: "Error"},
    scopes=("account",),
    request=_list_webhook_logs,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
CREATE_AUTH: Final = Operation(
    method="PUT",
    path="/smartlock/auth/advanced",
    resource="advanced_api",
    name="create_auth",
    parameters=(),
    body="SmartlocksAuthAdvancedCreate",
    responses={
        200: "AdvancedConfirmationResponse",
        400: "Error",
        402: "Error",
        409: "Error",
        426: "Error",
        401: "Error",
    },
    scopes=("smartlock.auth",),
    request=_create_auth,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        402: "The account has not been paid for",
        409: "Clashes with what exists, such as a keypad code already in use",
        426: "The account needs a higher plan",
        401: "Token missing, wrong or lacking the scope",
    },
)
ACT: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/action/advanced",
    resource="advanced_api",
    name="act",
    parameters=(Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),),
    body="SmartlockAction",
    responses={
        200: "AdvancedConfirmationResponse",
        400: "Error",
        402: "Error",
        409: "Error",
        426: "Error",
        401: "Error",
        423: "Error",
    },
    scopes=("smartlock.action",),
    request=_act,
    effect="motion",
    reasons={
        400: "A parameter or the body is not valid, or a device sold in the US shall unlatch, which it cannot: unlock it",
        402: "The account has not been paid for",
        409: "Parameters contradict each other",
        426: "The account needs a higher plan",
        401: "Token missing, wrong or lacking the scope",
        423: "Another operation on the device is running; try again later",
    },
)
LOCK: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/action/lock/advanced",
    resource="advanced_api",
    name="lock",
    parameters=(Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),),
    body=None,
    responses={
        200: "AdvancedConfirmationResponse",
        400: "Error",
        401: "Error",
        405: "Error",
        423: "Error",
    },
    scopes=("smartlock.action",),
    request=_lock,
    effect="motion",
    reasons={
        400: "A parameter is not valid",
        401: "Token missing, wrong or lacking the scope",
        405: "Not possible with this device",
        423: "Another operation on the device is running; try again later",
    },
)
UNLOCK: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/action/unlock/advanced",
    resource="advanced_api",
    name="unlock",
    parameters=(Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),),
    body=None,
    responses={
        200: "AdvancedConfirmationResponse",
        400: "Error",
        401: "Error",
        405: "Error",
        423: "Error",
    },
    scopes=("smartlock.action",),
    request=_unlock,
    effect="motion",
    reasons={
        400: "A parameter is not valid",
        401: "Token missing, wrong or lacking the scope",
        405: "Not possible with this device",
        423: "Another operation on the device is running; try again later",
    },
)

OPERATIONS: Final = (
    LIST_DECENTRAL_WEBHOOKS,
    CREATE_DECENTRAL_WEBHOOK,
    DELETE_DECENTRAL_WEBHOOK,
    LIST_WEBHOOK_LOGS,
    CREATE_AUTH,
    ACT,
    LOCK,
    UNLOCK,
)


class AdvancedApiResource(Resource):
    """The advanced api operations."""

    def list_decentral_webhooks(self) -> builtins.list[DecentralWebhook]:
        """List the decentral webhooks (`GET /api/decentralWebhook`, scope `webhook.decentral`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_list_decentral_webhooks())

    def create_decentral_webhook(self, body: DecentralWebhook) -> DecentralWebhook:
        """Register a decentral webhook (`PUT /api/decentralWebhook`, scope `webhook.decentral`).

        Args:
            body: Address to call and events to report.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_create_decentral_webhook(body))

    def delete_decentral_webhook(self, id: int) -> None:
        """Cancel a decentral webhook (`DELETE /api/decentralWebhook/{id}`, scope
        `webhook.decentral`).

        Args:
            id: Number of the webhook.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_delete_decentral_webhook(id))

    def list_webhook_logs(
        self, api_key_id: int, *, older_than: str | None = None, limit: int | None = None
    ) -> builtins.list[WebhookLog]:
        """List recent webhook calls, newest first (`GET /api/key/{apiKeyId}/webhook/logs`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.
            older_than: Only calls older than the one with this id.
            limit: How many calls to return, 100 at most. Default: 50.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list_webhook_logs(api_key_id, older_than=older_than, limit=limit))

    def create_auth(self, body: SmartlocksAuthAdvancedCreate) -> AdvancedConfirmationResponse:
        """Queue one authorization for several devices, result by webhook (`PUT
        /smartlock/auth/advanced`, scope `smartlock.auth`).

        Args:
            body: The app authorization and the devices that shall have it.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_create_auth(body))

    def act(self, smartlock_id: int, body: SmartlockAction) -> AdvancedConfirmationResponse:
        """Queue an action; a webhook brings the result (`POST
        /smartlock/{smartlockId}/action/advanced`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            body: The action and its options.

        Raises:
            BadRequestError: A parameter or the body is not valid, or a device sold in the US shall
                unlatch, which it cannot: unlock it (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Parameters contradict each other (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_act(smartlock_id, body))

    def lock(self, smartlock_id: int) -> AdvancedConfirmationResponse:
        """Queue locking; a webhook brings the result (`POST
        /smartlock/{smartlockId}/action/lock/advanced`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            MethodNotAllowedError: Not possible with this device (405).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_lock(smartlock_id))

    def unlock(self, smartlock_id: int) -> AdvancedConfirmationResponse:
        """Queue unlocking; a webhook brings the result (`POST
        /smartlock/{smartlockId}/action/unlock/advanced`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            MethodNotAllowedError: Not possible with this device (405).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_unlock(smartlock_id))


class AsyncAdvancedApiResource(AsyncResource):
    """The advanced api operations, asynchronous."""

    async def list_decentral_webhooks(self) -> builtins.list[DecentralWebhook]:
        """List the decentral webhooks (`GET /api/decentralWebhook`, scope `webhook.decentral`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_list_decentral_webhooks())

    async def create_decentral_webhook(self, body: DecentralWebhook) -> DecentralWebhook:
        """Register a decentral webhook (`PUT /api/decentralWebhook`, scope `webhook.decentral`).

        Args:
            body: Address to call and events to report.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_create_decentral_webhook(body))

    async def delete_decentral_webhook(self, id: int) -> None:
        """Cancel a decentral webhook (`DELETE /api/decentralWebhook/{id}`, scope
        `webhook.decentral`).

        Args:
            id: Number of the webhook.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_delete_decentral_webhook(id))

    async def list_webhook_logs(
        self, api_key_id: int, *, older_than: str | None = None, limit: int | None = None
    ) -> builtins.list[WebhookLog]:
        """List recent webhook calls, newest first (`GET /api/key/{apiKeyId}/webhook/logs`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.
            older_than: Only calls older than the one with this id.
            limit: How many calls to return, 100 at most. Default: 50.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list_webhook_logs(api_key_id, older_than=older_than, limit=limit))

    async def create_auth(self, body: SmartlocksAuthAdvancedCreate) -> AdvancedConfirmationResponse:
        """Queue one authorization for several devices, result by webhook (`PUT
        /smartlock/auth/advanced`, scope `smartlock.auth`).

        Args:
            body: The app authorization and the devices that shall have it.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_create_auth(body))

    async def act(self, smartlock_id: int, body: SmartlockAction) -> AdvancedConfirmationResponse:
        """Queue an action; a webhook brings the result (`POST
        /smartlock/{smartlockId}/action/advanced`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            body: The action and its options.

        Raises:
            BadRequestError: A parameter or the body is not valid, or a device sold in the US shall
                unlatch, which it cannot: unlock it (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Parameters contradict each other (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_act(smartlock_id, body))

    async def lock(self, smartlock_id: int) -> AdvancedConfirmationResponse:
        """Queue locking; a webhook brings the result (`POST
        /smartlock/{smartlockId}/action/lock/advanced`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            MethodNotAllowedError: Not possible with this device (405).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_lock(smartlock_id))

    async def unlock(self, smartlock_id: int) -> AdvancedConfirmationResponse:
        """Queue unlocking; a webhook brings the result (`POST
        /smartlock/{smartlockId}/action/unlock/advanced`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            MethodNotAllowedError: Not possible with this device (405).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_unlock(smartlock_id))
