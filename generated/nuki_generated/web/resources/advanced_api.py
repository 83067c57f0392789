# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The advanced api operations of the Nuki API."""

from __future__ import annotations

import builtins
from collections.abc import Collection
from typing import Final

from nuki_core.arguments import EnumByDeviceType, check_body, check_id, check_member
from nuki_core.bodies import fields_body, model_body
from nuki_core.decode import array, instance, nothing
from nuki_core.ids import SmartlockId, device_type_in
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource
from nuki_core.unset import UNSET, Unset

from ..enums.advanced_api import WebhookFeature
from ..enums.smartlock import ActionOption, LockAction, OpenerAction
from ..models.advanced_api import AdvancedConfirmationResponse, DecentralWebhook, WebhookLog
from ..models.smartlock import SmartlockAction
from ..models.smartlock_auth import SmartlocksAuthAdvancedCreate


def _list_decentral_webhooks() -> Request[builtins.list[DecentralWebhook]]:
    return Request(
        LIST_DECENTRAL_WEBHOOKS, "/api/decentralWebhook", array(DecentralWebhook.from_dict)
    )


def _create_decentral_webhook(
    webhook_features: Collection[WebhookFeature], webhook_url: str
) -> Request[DecentralWebhook]:
    check_member(CREATE_DECENTRAL_WEBHOOK, "webhook_features", webhook_features, (WebhookFeature,))
    return Request(
        CREATE_DECENTRAL_WEBHOOK,
        "/api/decentralWebhook",
        instance(DecentralWebhook.from_dict),
        body=fields_body(
            CREATE_DECENTRAL_WEBHOOK,
            DecentralWebhook,
            webhook_features=webhook_features,
            webhook_url=webhook_url,
        ),
    )


def _delete_decentral_webhook(webhook_id: int) -> Request[None]:
    return Request(
        DELETE_DECENTRAL_WEBHOOK, f"/api/decentralWebhook/{encode_path(webhook_id)}", nothing
    )


def _list_webhook_logs(
    api_key_id: int, *, older_than: str | None = None, limit: int | None = None
) -> Request[builtins.list[WebhookLog]]:
    return Request(
        LIST_WEBHOOK_LOGS,
        f"/api/key/{encode_path(api_key_id)}/webhook/logs",
        array(WebhookLog.from_dict),
        query=query(("id", older_than), ("limit", limit)),
    )


def _create_auth_many(body: SmartlocksAuthAdvancedCreate) -> Request[AdvancedConfirmationResponse]:
    check_body(CREATE_AUTH_MANY, body)
    return Request(
        CREATE_AUTH_MANY,
        "/smartlock/auth/advanced",
        instance(AdvancedConfirmationResponse.from_dict),
        body=model_body(CREATE_AUTH_MANY, SmartlocksAuthAdvancedCreate, body),
    )


def _act(
    smartlock_id: int, action: LockAction | OpenerAction, *, option: ActionOption | Unset = UNSET
) -> Request[AdvancedConfirmationResponse]:
    check_id(ACT, "smartlock_id", smartlock_id, SmartlockId)
    check_member(
        ACT,
        "action",
        action,
        EnumByDeviceType(LockAction, {2: OpenerAction}).of(device_type_in(smartlock_id)),
        device_type_in(smartlock_id),
    )
    check_member(ACT, "option", option, (ActionOption,))
    return Request(
        ACT,
        f"/smartlock/{encode_path(smartlock_id)}/action/advanced",
        instance(AdvancedConfirmationResponse.from_dict),
        body=fields_body(ACT, SmartlockAction, action=action, option=option),
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
    parameters=(
        Parameter("webhook_features", "webhookFeatures", "body", True, "list[WebhookFeature]"),
        Parameter("webhook_url", "webhookUrl", "body", True, "str"),
    ),
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
    parameters=(Parameter("webhook_id", "id", "path", True, "int"),),
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
CREATE_AUTH_MANY: Final = Operation(
    method="PUT",
    path="/smartlock/auth/advanced",
    resource="advanced_api",
    name="create_auth_many",
    parameters=(Parameter("body", "", "body", True, "SmartlocksAuthAdvancedCreate"),),
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
    request=_create_auth_many,
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
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("action", "action", "body", True, "LockAction | OpenerAction"),
        Parameter("option", "option", "body", False, "ActionOption"),
    ),
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
        400: (
            "A parameter or the body is not valid, or a device sold in the US shall unlatch, "
            "which it cannot: unlock it"
        ),
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
    CREATE_AUTH_MANY,
    ACT,
    LOCK,
    UNLOCK,
)


class AdvancedApiResource(Resource):
    """The advanced api operations."""

    def list_decentral_webhooks(self) -> builtins.list[DecentralWebhook]:
        """List the decentral webhooks (`GET /api/decentralWebhook`, scope `webhook.decentral`).

        Needs OAuth 2 and the vendor's approval; see `api_key.request_advanced_access`.

        Returns: The registered webhooks.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_list_decentral_webhooks())

    def create_decentral_webhook(
        self, webhook_features: Collection[WebhookFeature], webhook_url: str
    ) -> DecentralWebhook:
        """Register a decentral webhook (`PUT /api/decentralWebhook`, scope `webhook.decentral`).

        Needs OAuth 2 and the vendor's approval; see `api_key.request_advanced_access`.

        Args:
            webhook_features: Events to report.
            webhook_url: https address to which events are sent by POST.

        Returns: The webhook with its id and its signing secret.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_create_decentral_webhook(webhook_features, webhook_url))

    def delete_decentral_webhook(self, webhook_id: int) -> None:
        """Cancel a decentral webhook (`DELETE /api/decentralWebhook/{id}`, scope
        `webhook.decentral`).

        Needs OAuth 2 and the vendor's approval; see `api_key.request_advanced_access`.

        Args:
            webhook_id: Number of the webhook.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_delete_decentral_webhook(webhook_id))

    def list_webhook_logs(
        self, api_key_id: int, *, older_than: str | None = None, limit: int | None = None
    ) -> builtins.list[WebhookLog]:
        """List recent webhook calls, newest first (`GET /api/key/{apiKeyId}/webhook/logs`, scope
        `account`).

        Needs the vendor's approval for the Advanced API; see `api_key.request_advanced_access`.

        Args:
            api_key_id: Number of the API key.
            older_than: Only calls older than the one with this id.
            limit: How many calls to return, 100 at most. Default: 50.

        Returns: The calls, newest first.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list_webhook_logs(api_key_id, older_than=older_than, limit=limit))

    def create_auth_many(self, body: SmartlocksAuthAdvancedCreate) -> AdvancedConfirmationResponse:
        """Queue one authorization for several devices, result by webhook (`PUT
        /smartlock/auth/advanced`, scope `smartlock.auth`).

        Devices that lack a needed Smart Hosting subscription are skipped: `error` of the answer
        names them, the others get the authorization. Needs the vendor's approval for the Advanced
        API; see `api_key.request_advanced_access`.

        Args:
            body: The app authorization and the devices that shall have it.

        Returns: Request taken; its outcome arrives by webhook under the returned request id.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_create_auth_many(body))

    def act(
        self,
        smartlock_id: int,
        action: LockAction | OpenerAction,
        *,
        option: ActionOption | Unset = UNSET,
    ) -> AdvancedConfirmationResponse:
        """Queue an action; a webhook brings the result (`POST
        /smartlock/{smartlockId}/action/advanced`, scope `smartlock.action`).

        Needs the vendor's approval for the Advanced API; see `api_key.request_advanced_access`.

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            action: What to do; OpenerAction for an Opener.
            option: How to do it; options can be combined.

        Returns: Request taken; its outcome arrives by webhook under the returned request id.

        Raises:
            BadRequestError: A parameter or the body is not valid, or a device sold in the US shall
                unlatch, which it cannot: unlock it (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Parameters contradict each other (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_act(smartlock_id, action, option=option))

    def lock(self, smartlock_id: int) -> AdvancedConfirmationResponse:
        """Queue locking; a webhook brings the result (`POST
        /smartlock/{smartlockId}/action/lock/advanced`, scope `smartlock.action`).

        Needs the vendor's approval for the Advanced API; see `api_key.request_advanced_access`.

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Returns: Request taken; its outcome arrives by webhook under the returned request id.

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

        Needs the vendor's approval for the Advanced API; see `api_key.request_advanced_access`.

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Returns: Request taken; its outcome arrives by webhook under the returned request id.

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

        Needs OAuth 2 and the vendor's approval; see `api_key.request_advanced_access`.

        Returns: The registered webhooks.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_list_decentral_webhooks())

    async def create_decentral_webhook(
        self, webhook_features: Collection[WebhookFeature], webhook_url: str
    ) -> DecentralWebhook:
        """Register a decentral webhook (`PUT /api/decentralWebhook`, scope `webhook.decentral`).

        Needs OAuth 2 and the vendor's approval; see `api_key.request_advanced_access`.

        Args:
            webhook_features: Events to report.
            webhook_url: https address to which events are sent by POST.

        Returns: The webhook with its id and its signing secret.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_create_decentral_webhook(webhook_features, webhook_url))

    async def delete_decentral_webhook(self, webhook_id: int) -> None:
        """Cancel a decentral webhook (`DELETE /api/decentralWebhook/{id}`, scope
        `webhook.decentral`).

        Needs OAuth 2 and the vendor's approval; see `api_key.request_advanced_access`.

        Args:
            webhook_id: Number of the webhook.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_delete_decentral_webhook(webhook_id))

    async def list_webhook_logs(
        self, api_key_id: int, *, older_than: str | None = None, limit: int | None = None
    ) -> builtins.list[WebhookLog]:
        """List recent webhook calls, newest first (`GET /api/key/{apiKeyId}/webhook/logs`, scope
        `account`).

        Needs the vendor's approval for the Advanced API; see `api_key.request_advanced_access`.

        Args:
            api_key_id: Number of the API key.
            older_than: Only calls older than the one with this id.
            limit: How many calls to return, 100 at most. Default: 50.

        Returns: The calls, newest first.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list_webhook_logs(api_key_id, older_than=older_than, limit=limit))

    async def create_auth_many(
        self, body: SmartlocksAuthAdvancedCreate
    ) -> AdvancedConfirmationResponse:
        """Queue one authorization for several devices, result by webhook (`PUT
        /smartlock/auth/advanced`, scope `smartlock.auth`).

        Devices that lack a needed Smart Hosting subscription are skipped: `error` of the answer
        names them, the others get the authorization. Needs the vendor's approval for the Advanced
        API; see `api_key.request_advanced_access`.

        Args:
            body: The app authorization and the devices that shall have it.

        Returns: Request taken; its outcome arrives by webhook under the returned request id.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_create_auth_many(body))

    async def act(
        self,
        smartlock_id: int,
        action: LockAction | OpenerAction,
        *,
        option: ActionOption | Unset = UNSET,
    ) -> AdvancedConfirmationResponse:
        """Queue an action; a webhook brings the result (`POST
        /smartlock/{smartlockId}/action/advanced`, scope `smartlock.action`).

        Needs the vendor's approval for the Advanced API; see `api_key.request_advanced_access`.

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            action: What to do; OpenerAction for an Opener.
            option: How to do it; options can be combined.

        Returns: Request taken; its outcome arrives by webhook under the returned request id.

        Raises:
            BadRequestError: A parameter or the body is not valid, or a device sold in the US shall
                unlatch, which it cannot: unlock it (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Parameters contradict each other (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_act(smartlock_id, action, option=option))

    async def lock(self, smartlock_id: int) -> AdvancedConfirmationResponse:
        """Queue locking; a webhook brings the result (`POST
        /smartlock/{smartlockId}/action/lock/advanced`, scope `smartlock.action`).

        Needs the vendor's approval for the Advanced API; see `api_key.request_advanced_access`.

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Returns: Request taken; its outcome arrives by webhook under the returned request id.

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

        Needs the vendor's approval for the Advanced API; see `api_key.request_advanced_access`.

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Returns: Request taken; its outcome arrives by webhook under the returned request id.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            MethodNotAllowedError: Not possible with this device (405).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_unlock(smartlock_id))
