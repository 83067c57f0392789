# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: api key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define, field

from nuki_core.enums import members
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.account import AdvancedApiKeyStatus, AdvancedApiKeyType, Scope
from ..enums.advanced_api import WebhookFeature
from ..enums.api_key import WebhookStatus
_AdvancedApiKeyStatus: Final = members(AdvancedApiKeyStatus)
_AdvancedApiKeyType: Final = members(AdvancedApiKeyType)
_Scope: Final = members(Scope)
_WebhookFeature: Final = members(WebhookFeature)
_WebhookStatus: Final = members(WebhookStatus)


@define(kw_only=True, repr=False, weakref_slot=False)
class AdvancedApiKey(Model):
    """Application for the Advanced API with an API key, and its central webhook.

    Attributes:
        country: Country of the head office, or of most of the business.
        creation_date: When the application was made (UTC).
        description: What the company offers and what its customers will do with Nuki devices.
        email: E-mail address for questions about the application.
        name: Company that applies.
        restricted: Whether restrictions apply to this key.
        secret: OAuth client secret; present from status TESTING on.
        status: How far the application has come.
        type: Purpose of the application.
        update_date: When the application was last changed (UTC).
        url: Website that introduces the company and what it does.
        webhook_features: Events reported by webhook; open to every type but ONLY_SECRET.
        webhook_status: Whether webhooks are being delivered.
        webhook_url: Address that receives the webhooks.
    """

    country: str
    creation_date: datetime
    description: str
    email: str
    name: str
    restricted: bool
    secret: str | Unset = field(default=UNSET, repr=False)
    status: AdvancedApiKeyStatus
    type: AdvancedApiKeyType
    update_date: datetime
    url: str
    webhook_features: list[WebhookFeature]
    webhook_status: WebhookStatus | Unset = UNSET
    webhook_url: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.country = d.get("country", MISSING)
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.description = d.get("description", MISSING)
        self.email = d.get("email", MISSING)
        self.name = d.get("name", MISSING)
        self.restricted = d.get("restricted", MISSING)
        self.secret = d.get("secret", MISSING)
        self.status = _AdvancedApiKeyStatus[v] if (v := d.get("status", MISSING)).__class__ is str else v
        self.type = _AdvancedApiKeyType[v] if (v := d.get("type", MISSING)).__class__ is str else v
        self.update_date = instant(d.get("updateDate", MISSING))
        self.url = d.get("url", MISSING)
        self.webhook_features = [_WebhookFeature[e] if e.__class__ is str else e for e in v] if (v := d.get("webhookFeatures", MISSING)).__class__ is list else v
        self.webhook_status = _WebhookStatus[v] if (v := d.get("webhookStatus", MISSING)).__class__ is str else v
        self.webhook_url = d.get("webhookUrl", MISSING)
        self.additional_properties = unknown(d, _AdvancedApiKey)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "country": self.country, "creationDate": plain(self.creation_date),
            "description": self.description, "email": self.email, "name": self.name,
            "restricted": self.restricted, "secret": self.secret, "status": plain(self.status),
            "type": plain(self.type), "updateDate": plain(self.update_date), "url": self.url,
            "webhookFeatures": plain(self.webhook_features),
            "webhookStatus": plain(self.webhook_status), "webhookUrl": self.webhook_url,
        })


_AdvancedApiKey: Final = frozenset({
    "country", "creationDate", "description", "email", "name", "restricted", "secret", "status",
    "type", "updateDate", "url", "webhookFeatures", "webhookStatus", "webhookUrl",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class AdvancedApiKeyCreate(Model):
    """Application to hand in for the Advanced API.

    Attributes:
        country: Country of the head office, or of most of the business.
        description: What the company offers and what its customers will do with Nuki devices.
        email: E-mail address for questions about the application.
        name: Company that applies.
        restricted: Whether restrictions apply to this key.
        type: Purpose of the application.
        url: Website that introduces the company and what it does.
        webhook_features: Events reported by webhook; open to every type but ONLY_SECRET.
        webhook_status: Whether webhooks are being delivered.
        webhook_url: Address that receives the webhooks.
    """

    country: str
    description: str
    email: str
    name: str
    restricted: bool
    type: AdvancedApiKeyType
    url: str
    webhook_features: list[WebhookFeature]
    webhook_status: WebhookStatus | Unset = UNSET
    webhook_url: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.country = d.get("country", MISSING)
        self.description = d.get("description", MISSING)
        self.email = d.get("email", MISSING)
        self.name = d.get("name", MISSING)
        self.restricted = d.get("restricted", MISSING)
        self.type = _AdvancedApiKeyType[v] if (v := d.get("type", MISSING)).__class__ is str else v
        self.url = d.get("url", MISSING)
        self.webhook_features = [_WebhookFeature[e] if e.__class__ is str else e for e in v] if (v := d.get("webhookFeatures", MISSING)).__class__ is list else v
        self.webhook_status = _WebhookStatus[v] if (v := d.get("webhookStatus", MISSING)).__class__ is str else v
        self.webhook_url = d.get("webhookUrl", MISSING)
        self.additional_properties = unknown(d, _AdvancedApiKeyCreate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "country": self.country, "description": self.description, "email": self.email,
            "name": self.name, "restricted": self.restricted, "type": plain(self.type),
            "url": self.url, "webhookFeatures": plain(self.webhook_features),
            "webhookStatus": plain(self.webhook_status), "webhookUrl": self.webhook_url,
        })


_AdvancedApiKeyCreate: Final = frozenset({
    "country", "description", "email", "name", "restricted", "type", "url", "webhookFeatures",
    "webhookStatus", "webhookUrl",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class AdvancedApiKeyUpdate(Model):
    """New data for the central webhook of an API key.

    Attributes:
        webhook_features: Events reported by webhook; open to every type but ONLY_SECRET.
        webhook_url: Address that receives the webhooks.
    """

    webhook_features: list[WebhookFeature]
    webhook_url: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.webhook_features = [_WebhookFeature[e] if e.__class__ is str else e for e in v] if (v := d.get("webhookFeatures", MISSING)).__class__ is list else v
        self.webhook_url = d.get("webhookUrl", MISSING)
        self.additional_properties = unknown(d, _AdvancedApiKeyUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "webhookFeatures": plain(self.webhook_features), "webhookUrl": self.webhook_url,
        })


_AdvancedApiKeyUpdate: Final = frozenset({"webhookFeatures", "webhookUrl"})


@define(kw_only=True, repr=False, weakref_slot=False)
class ApiKey(Model):
    """An API key: an OAuth client, and what API tokens belong to.

    Attributes:
        account_id: Account that it belongs to.
        api_key: The key itself.
        api_key_id: Number of the API key.
        creation_date: When the key was made (UTC).
        description: What the key is for.
        redirect_uris: Addresses to which an OAuth sign-in may return.
    """

    account_id: int
    api_key: str | Unset = field(default=UNSET, repr=False)
    api_key_id: int
    creation_date: datetime
    description: str | Unset = UNSET
    redirect_uris: list[str] | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_id = d.get("accountId", MISSING)
        self.api_key = d.get("apiKey", MISSING)
        self.api_key_id = d.get("apiKeyId", MISSING)
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.description = d.get("description", MISSING)
        self.redirect_uris = d.get("redirectUris", MISSING)
        self.additional_properties = unknown(d, _ApiKey)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountId": self.account_id, "apiKey": self.api_key, "apiKeyId": self.api_key_id,
            "creationDate": plain(self.creation_date), "description": self.description,
            "redirectUris": self.redirect_uris,
        })


_ApiKey: Final = frozenset({
    "accountId", "apiKey", "apiKeyId", "creationDate", "description", "redirectUris",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class ApiKeyCreate(Model):
    """An API key to make.

    Attributes:
        description: What the key is for.
        redirect_uris: Addresses to which an OAuth sign-in may return.
    """

    description: str | Unset = UNSET
    redirect_uris: list[str] | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.description = d.get("description", MISSING)
        self.redirect_uris = d.get("redirectUris", MISSING)
        self.additional_properties = unknown(d, _ApiKeyCreate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "description": self.description, "redirectUris": self.redirect_uris,
        })


_ApiKeyCreate: Final = frozenset({"description", "redirectUris"})


@define(kw_only=True, repr=False, weakref_slot=False)
class ApiKeyToken(Model):
    """An API token; requests are signed with its accessToken.

    Attributes:
        access_token: The bearer token itself.
        account_id: Account that it belongs to.
        creation_date: When the token was made (UTC).
        description: What the token is for.
        id: Id of the token.
        scopes: Scopes that the token holds.
    """

    access_token: str | Unset = field(default=UNSET, repr=False)
    account_id: int
    creation_date: datetime
    description: str | Unset = UNSET
    id: str
    scopes: list[Scope]

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.access_token = d.get("accessToken", MISSING)
        self.account_id = d.get("accountId", MISSING)
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.description = d.get("description", MISSING)
        self.id = d.get("id", MISSING)
        self.scopes = [_Scope[e] if e.__class__ is str else e for e in v] if (v := d.get("scopes", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _ApiKeyToken)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accessToken": self.access_token, "accountId": self.account_id,
            "creationDate": plain(self.creation_date), "description": self.description,
            "id": self.id, "scopes": plain(self.scopes),
        })


_ApiKeyToken: Final = frozenset({
    "accessToken", "accountId", "creationDate", "description", "id", "scopes",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class ApiKeyTokenCreate(Model):
    """An API token to make.

    Attributes:
        description: What the token is for.
        scopes: Scopes that the token shall hold.
    """

    description: str | Unset = UNSET
    scopes: list[Scope] | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.description = d.get("description", MISSING)
        self.scopes = [_Scope[e] if e.__class__ is str else e for e in v] if (v := d.get("scopes", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _ApiKeyTokenCreate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "description": self.description, "scopes": plain(self.scopes),
        })


_ApiKeyTokenCreate: Final = frozenset({"description", "scopes"})


@define(kw_only=True, repr=False, weakref_slot=False)
class ApiKeyTokenUpdate(Model):
    """New data for an API token.

    Attributes:
        description: What the token is for.
        scopes: Scopes that the token shall hold.
    """

    description: str | Unset = UNSET
    scopes: list[Scope] | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.description = d.get("description", MISSING)
        self.scopes = [_Scope[e] if e.__class__ is str else e for e in v] if (v := d.get("scopes", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _ApiKeyTokenUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "description": self.description, "scopes": plain(self.scopes),
        })


_ApiKeyTokenUpdate: Final = frozenset({"description", "scopes"})


@define(kw_only=True, repr=False, weakref_slot=False)
class ApiKeyUpdate(Model):
    """New data for an API key.

    Attributes:
        description: What the key is for.
        redirect_uris: Addresses to which an OAuth sign-in may return.
    """

    description: str | Unset = UNSET
    redirect_uris: list[str] | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.description = d.get("description", MISSING)
        self.redirect_uris = d.get("redirectUris", MISSING)
        self.additional_properties = unknown(d, _ApiKeyUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "description": self.description, "redirectUris": self.redirect_uris,
        })


_ApiKeyUpdate: Final = frozenset({"description", "redirectUris"})
