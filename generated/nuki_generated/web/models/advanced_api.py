# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: advanced api."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.json import JsonObject, JsonValue
from nuki_core.lazy_attrs import define, field
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.request_model import RequestModel
from nuki_core.unset import UNSET, Unset

from ..enums.account import AdvancedApiKeyStatus
from ..enums.advanced_api import AdvancedApiKeyType, WebhookFeature, WebhookStatus

_AdvancedApiKeyStatusMembers: Final = members(AdvancedApiKeyStatus)
_AdvancedApiKeyTypeMembers: Final = members(AdvancedApiKeyType)
_WebhookFeatureMembers: Final = members(WebhookFeature)
_WebhookStatusMembers: Final = members(WebhookStatus)


@define(kw_only=True, repr=False)
class AdvancedApiKey(Model):
    """Application for the Advanced API with an API key, and its central webhook."""

    country: str
    """Country of the head office, or of most of the business."""
    creation_date: datetime
    """When the application was made (UTC)."""
    description: str
    """What the company offers and what its customers will do with Nuki devices."""
    email: str
    """E-mail address for questions about the application."""
    name: str
    """Company that applies."""
    restricted: bool
    """Whether restrictions apply to this key."""
    secret: str | Unset = field(default=UNSET, repr=False)
    """OAuth client secret; present from status TESTING on."""
    status: AdvancedApiKeyStatus
    """How far the application has come."""
    type: AdvancedApiKeyType
    """Purpose of the application."""
    update_date: datetime
    """When the application was last changed (UTC)."""
    url: str
    """Website that introduces the company and what it does."""
    webhook_features: list[WebhookFeature]
    """Events reported by webhook; open to every type but ONLY_SECRET."""
    webhook_status: WebhookStatus | Unset = UNSET
    """Whether webhooks are being delivered."""
    webhook_url: str
    """Address that receives the webhooks."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "country": "country",
        "creation_date": "creationDate",
        "description": "description",
        "email": "email",
        "name": "name",
        "restricted": "restricted",
        "secret": "secret",
        "status": "status",
        "type": "type",
        "update_date": "updateDate",
        "url": "url",
        "webhook_features": "webhookFeatures",
        "webhook_status": "webhookStatus",
        "webhook_url": "webhookUrl",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.country,
            raw_creation_date,
            self.description,
            self.email,
            self.name,
            self.restricted,
            self.secret,
            raw_status,
            raw_type,
            raw_update_date,
            self.url,
            raw_webhook_features,
            raw_webhook_status,
            self.webhook_url,
        ) = self._members(d)
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_status.__class__ is str:
            raw_status = _AdvancedApiKeyStatusMembers[raw_status]
        self.status = raw_status
        self.type = _AdvancedApiKeyTypeMembers[raw_type] if raw_type.__class__ is str else raw_type
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        if raw_webhook_features.__class__ is list:
            raw_webhook_features = [
                _WebhookFeatureMembers[item] if item.__class__ is str else item
                for item in raw_webhook_features
            ]
        self.webhook_features = raw_webhook_features
        if raw_webhook_status.__class__ is str:
            raw_webhook_status = _WebhookStatusMembers[raw_webhook_status]
        self.webhook_status = raw_webhook_status
        return self


@define(kw_only=True, repr=False)
class AdvancedApiKeyCreate(RequestModel):
    """Application to hand in for the Advanced API."""

    country: str
    """Country of the head office, or of most of the business."""
    description: str
    """What the company offers and what its customers will do with Nuki devices."""
    email: str
    """E-mail address for questions about the application."""
    name: str
    """Company that applies."""
    restricted: bool
    """Whether restrictions apply to this key."""
    type: AdvancedApiKeyType
    """Purpose of the application."""
    url: str
    """Website that introduces the company and what it does."""
    webhook_features: list[WebhookFeature]
    """Events reported by webhook; open to every type but ONLY_SECRET."""
    webhook_status: WebhookStatus | Unset = UNSET
    """Whether webhooks are being delivered."""
    webhook_url: str
    """Address that receives the webhooks."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "country": "country",
        "description": "description",
        "email": "email",
        "name": "name",
        "restricted": "restricted",
        "type": "type",
        "url": "url",
        "webhook_features": "webhookFeatures",
        "webhook_status": "webhookStatus",
        "webhook_url": "webhookUrl",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.country,
            self.description,
            self.email,
            self.name,
            self.restricted,
            raw_type,
            self.url,
            raw_webhook_features,
            raw_webhook_status,
            self.webhook_url,
        ) = self._members(d)
        self.type = _AdvancedApiKeyTypeMembers[raw_type] if raw_type.__class__ is str else raw_type
        if raw_webhook_features.__class__ is list:
            raw_webhook_features = [
                _WebhookFeatureMembers[item] if item.__class__ is str else item
                for item in raw_webhook_features
            ]
        self.webhook_features = raw_webhook_features
        if raw_webhook_status.__class__ is str:
            raw_webhook_status = _WebhookStatusMembers[raw_webhook_status]
        self.webhook_status = raw_webhook_status
        return self


@define(kw_only=True, repr=False)
class AdvancedApiKeyUpdate(RequestModel):
    """New data for the central webhook of an API key."""

    webhook_features: list[WebhookFeature]
    """Events reported by webhook; open to every type but ONLY_SECRET."""
    webhook_url: str
    """Address that receives the webhooks."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "webhook_features": "webhookFeatures",
        "webhook_url": "webhookUrl",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (raw_webhook_features, self.webhook_url) = self._members(d)
        if raw_webhook_features.__class__ is list:
            raw_webhook_features = [
                _WebhookFeatureMembers[item] if item.__class__ is str else item
                for item in raw_webhook_features
            ]
        self.webhook_features = raw_webhook_features
        return self


@define(kw_only=True, repr=False)
class AdvancedConfirmationResponse(Model):
    """Receipt for a queued request; the webhook with its result repeats request_id. Where a Smart
    Hosting subscription is needed and missing, error stands instead.
    """

    error: str | Unset = UNSET
    """Which devices were skipped for want of a Smart Hosting subscription; the request is carried
    out for the others.
    """
    request_id: str | Unset = UNSET
    """Id that the webhook with the result repeats; 24 hex digits."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"error": "error", "request_id": "requestId"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.error, self.request_id) = self._members(d)
        return self


@define(kw_only=True, repr=False)
class DecentralWebhook(RequestModel):
    """A decentral webhook. Registering it answers with id and secret added."""

    id: int | Unset = UNSET
    """Number of the webhook."""
    secret: str | Unset = field(default=UNSET, repr=False)
    """Key with which each payload is signed."""
    webhook_features: list[WebhookFeature]
    """Events to report."""
    webhook_url: str
    """https address to which events are sent by POST."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "secret": "secret",
        "webhook_features": "webhookFeatures",
        "webhook_url": "webhookUrl",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.id, self.secret, raw_webhook_features, self.webhook_url) = self._members(d)
        if raw_webhook_features.__class__ is list:
            raw_webhook_features = [
                _WebhookFeatureMembers[item] if item.__class__ is str else item
                for item in raw_webhook_features
            ]
        self.webhook_features = raw_webhook_features
        return self


@define(kw_only=True, repr=False)
class WebhookMessage(Model):
    """One of the two messages of a webhook call."""

    body: JsonObject | Unset = field(default=UNSET, repr=False)
    """JSON body."""
    headers: dict[str, str] = field(repr=False)
    """HTTP headers by name."""
    path: str
    """Path that was called."""
    timestamp: datetime | Unset = UNSET
    """When the message was made (UTC)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "body": "body",
        "headers": "headers",
        "path": "path",
        "timestamp": "timestamp",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.body, self.headers, self.path, raw_timestamp) = self._members(d)
        if raw_timestamp.__class__ is str:
            raw_timestamp = parse_datetime(raw_timestamp)
        self.timestamp = raw_timestamp
        return self


@define(kw_only=True, repr=False)
class WebhookLog(Model):
    """A call of a central webhook; the last 300 are kept. The message to the receiver has been seen
    under response, with request missing.
    """

    account_id: int
    """Account that it belongs to."""
    api_key_id: int
    """API key that the webhook belongs to."""
    created: datetime
    """When the call was made (UTC)."""
    duration: int | Unset = UNSET
    """How long the call took, in milliseconds."""
    id: str
    """Id of the entry."""
    request: WebhookMessage | Unset = UNSET
    request_id: str | Unset = UNSET
    """Id of the request that caused the call; empty if a device caused it."""
    response: WebhookMessage | Unset = UNSET
    response_status: int | Unset = UNSET
    """HTTP status with which the receiver answered."""
    succeeded: bool | Unset = UNSET
    """Whether the receiver took the data."""
    updated: datetime
    """When the entry was last changed (UTC)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_id": "accountId",
        "api_key_id": "apiKeyId",
        "created": "created",
        "duration": "duration",
        "id": "id",
        "request": "request",
        "request_id": "requestId",
        "response": "response",
        "response_status": "responseStatus",
        "succeeded": "succeeded",
        "updated": "updated",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_id,
            self.api_key_id,
            raw_created,
            self.duration,
            self.id,
            raw_request,
            self.request_id,
            raw_response,
            self.response_status,
            self.succeeded,
            raw_updated,
        ) = self._members(d)
        self.created = parse_datetime(raw_created) if raw_created.__class__ is str else raw_created
        if raw_request.__class__ is dict:
            raw_request = WebhookMessage.from_dict(raw_request)
        self.request = raw_request
        if raw_response.__class__ is dict:
            raw_response = WebhookMessage.from_dict(raw_response)
        self.response = raw_response
        self.updated = parse_datetime(raw_updated) if raw_updated.__class__ is str else raw_updated
        return self
