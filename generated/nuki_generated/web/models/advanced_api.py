# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: advanced api."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define, field

from nuki_core.enums import members
from nuki_core.ids import SmartlockId, shared_smartlock_id
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.advanced_api import ActionOption, LockAction, OpenerAction, WebhookFeature, Weekdays
_ActionOption: Final = members(ActionOption)
_LockAction: Final = members(LockAction)
_OpenerAction: Final = members(OpenerAction)
_WebhookFeature: Final = members(WebhookFeature)
_Weekdays: Final = members(Weekdays)
_LockAction_or_OpenerAction: Final[Mapping[int, dict[Any, Any]]] = {2: _OpenerAction}


@define(kw_only=True, repr=False, weakref_slot=False)
class DecentralWebhook(Model):
    """A decentral webhook. Registering it answers with id and secret added.

    Attributes:
        id: Number of the webhook.
        secret: Key with which each payload is signed.
        webhook_features: Events to report.
        webhook_url: https address to which events are sent by POST.
    """

    id: int | Unset = UNSET
    secret: str | Unset = field(default=UNSET, repr=False)
    webhook_features: list[WebhookFeature]
    webhook_url: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.id = d.get("id", MISSING)
        self.secret = d.get("secret", MISSING)
        self.webhook_features = [_WebhookFeature[e] if e.__class__ is str else e for e in v] if (v := d.get("webhookFeatures", MISSING)).__class__ is list else v
        self.webhook_url = d.get("webhookUrl", MISSING)
        self.additional_properties = unknown(d, _DecentralWebhook)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "id": self.id, "secret": self.secret, "webhookFeatures": plain(self.webhook_features),
            "webhookUrl": self.webhook_url,
        })


_DecentralWebhook: Final = frozenset({"id", "secret", "webhookFeatures", "webhookUrl"})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockAction(Model):
    """An action that a device shall carry out. Devices sold in the US answer 400 to unlatching;
    unlock them instead.

    Attributes:
        action: What to do; OpenerAction for an Opener.
        option: How to do it; options can be combined.
    """

    action: LockAction | OpenerAction
    option: ActionOption | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any], device_type: int = 0) -> Self:
        self = cls.__new__(cls)
        self.action = _LockAction_or_OpenerAction.get(device_type, _LockAction)[v] if (v := d.get("action", MISSING)).__class__ is int else v
        self.option = _ActionOption[v] if (v := d.get("option", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _SmartlockAction)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "action": plain(self.action), "option": plain(self.option),
        })


_SmartlockAction: Final = frozenset({"action", "option"})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlocksAuthAdvancedCreate(Model):
    """An app authorization for several devices, whose result comes by webhook.

    Attributes:
        account_user_id: Account user that the authorization belongs to.
        allowed_from_date: Start of the validity (UTC).
        allowed_from_time: Start of the daily time window, minutes since midnight.
        allowed_until_date: End of the validity (UTC).
        allowed_until_time: End of the daily time window, minutes since midnight.
        allowed_week_days: Days on which it is valid; every day if absent.
        name: Name of the authorization, 32 characters at most.
        remote_allowed: Whether it works away from the door, over the internet.
        smart_actions_enabled: Whether smart actions are on for the authorization.
        smartlock_ids: Devices that shall have the authorization (type << 32 | hex id).
    """

    account_user_id: int
    allowed_from_date: datetime | Unset = UNSET
    allowed_from_time: int | Unset = UNSET
    allowed_until_date: datetime | Unset = UNSET
    allowed_until_time: int | Unset = UNSET
    allowed_week_days: Weekdays | Unset = UNSET
    name: str
    remote_allowed: bool
    smart_actions_enabled: bool | Unset = UNSET
    smartlock_ids: list[SmartlockId]

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_user_id = d.get("accountUserId", MISSING)
        self.allowed_from_date = instant(d.get("allowedFromDate", MISSING))
        self.allowed_from_time = d.get("allowedFromTime", MISSING)
        self.allowed_until_date = instant(d.get("allowedUntilDate", MISSING))
        self.allowed_until_time = d.get("allowedUntilTime", MISSING)
        self.allowed_week_days = _Weekdays[v] if (v := d.get("allowedWeekDays", MISSING)).__class__ is int else v
        self.name = d.get("name", MISSING)
        self.remote_allowed = d.get("remoteAllowed", MISSING)
        self.smart_actions_enabled = d.get("smartActionsEnabled", MISSING)
        self.smartlock_ids = [shared_smartlock_id(e) if e.__class__ is int else e for e in v] if (v := d.get("smartlockIds", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _SmartlocksAuthAdvancedCreate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountUserId": self.account_user_id, "allowedFromDate": plain(self.allowed_from_date),
            "allowedFromTime": self.allowed_from_time,
            "allowedUntilDate": plain(self.allowed_until_date),
            "allowedUntilTime": self.allowed_until_time,
            "allowedWeekDays": plain(self.allowed_week_days), "name": self.name,
            "remoteAllowed": self.remote_allowed, "smartActionsEnabled": self.smart_actions_enabled,
            "smartlockIds": plain(self.smartlock_ids),
        })


_SmartlocksAuthAdvancedCreate: Final = frozenset({
    "accountUserId", "allowedFromDate", "allowedFromTime", "allowedUntilDate", "allowedUntilTime",
    "allowedWeekDays", "name", "remoteAllowed", "smartActionsEnabled", "smartlockIds",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class WebhookLog(Model):
    """A call of a central webhook; the last 300 are kept. The message to the receiver has been seen
    under response, with request missing.

    Attributes:
        account_id: Account that it belongs to.
        api_key_id: API key that the webhook belongs to.
        created: When the call was made (UTC).
        duration: How long the call took, in milliseconds.
        id: Id of the entry.
        request_id: Id of the request that caused the call; empty if a device caused it.
        response_status: HTTP status with which the receiver answered.
        succeeded: Whether the receiver took the data.
        updated: When the entry was last changed (UTC).
    """

    account_id: int
    api_key_id: int
    created: datetime
    duration: int | Unset = UNSET
    id: str
    request: WebhookMessage | Unset = UNSET
    request_id: str | Unset = UNSET
    response: WebhookMessage | Unset = UNSET
    response_status: int | Unset = UNSET
    succeeded: bool | Unset = UNSET
    updated: datetime

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_id = d.get("accountId", MISSING)
        self.api_key_id = d.get("apiKeyId", MISSING)
        self.created = instant(d.get("created", MISSING))
        self.duration = d.get("duration", MISSING)
        self.id = d.get("id", MISSING)
        self.request = WebhookMessage.from_dict(v) if (v := d.get("request", MISSING)).__class__ is dict else v
        self.request_id = d.get("requestId", MISSING)
        self.response = WebhookMessage.from_dict(v) if (v := d.get("response", MISSING)).__class__ is dict else v
        self.response_status = d.get("responseStatus", MISSING)
        self.succeeded = d.get("succeeded", MISSING)
        self.updated = instant(d.get("updated", MISSING))
        self.additional_properties = unknown(d, _WebhookLog)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountId": self.account_id, "apiKeyId": self.api_key_id,
            "created": plain(self.created), "duration": self.duration, "id": self.id,
            "request": plain(self.request), "requestId": self.request_id,
            "response": plain(self.response), "responseStatus": self.response_status,
            "succeeded": self.succeeded, "updated": plain(self.updated),
        })


_WebhookLog: Final = frozenset({
    "accountId", "apiKeyId", "created", "duration", "id", "request", "requestId", "response",
    "responseStatus", "succeeded", "updated",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class WebhookMessage(Model):
    """One of the two messages of a webhook call.

    Attributes:
        body: JSON body.
        headers: HTTP headers by name.
        path: Path that was called.
        timestamp: When the message was made (UTC).
    """

    body: JsonObject | Unset = field(default=UNSET, repr=False)
    headers: dict[str, str] = field(repr=False)
    path: str
    timestamp: datetime | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.body = d.get("body", MISSING)
        self.headers = d.get("headers", MISSING)
        self.path = d.get("path", MISSING)
        self.timestamp = instant(d.get("timestamp", MISSING))
        self.additional_properties = unknown(d, _WebhookMessage)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "body": self.body, "headers": self.headers, "path": self.path,
            "timestamp": plain(self.timestamp),
        })


_WebhookMessage: Final = frozenset({"body", "headers", "path", "timestamp"})
