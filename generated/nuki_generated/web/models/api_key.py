# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: api key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define, field
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.request_model import RequestModel
from nuki_core.unset import UNSET, Unset

from ..enums.api_key import Scope

_ScopeMembers: Final = members(Scope)


@define(kw_only=True, repr=False)
class ApiKey(Model):
    """An API key: an OAuth client, and what API tokens belong to."""

    account_id: int
    """Account that it belongs to."""
    api_key: str | Unset = field(default=UNSET, repr=False)
    """The key itself."""
    api_key_id: int
    """Number of the API key."""
    creation_date: datetime
    """When the key was made (UTC)."""
    description: str | Unset = UNSET
    """What the key is for."""
    redirect_uris: list[str] | Unset = UNSET
    """Addresses to which an OAuth sign-in may return."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_id": "accountId",
        "api_key": "apiKey",
        "api_key_id": "apiKeyId",
        "creation_date": "creationDate",
        "description": "description",
        "redirect_uris": "redirectUris",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_id,
            self.api_key,
            self.api_key_id,
            raw_creation_date,
            self.description,
            self.redirect_uris,
        ) = self._members(d)
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        return self


@define(kw_only=True, repr=False)
class ApiKeyCreate(RequestModel):
    """An API key to make."""

    description: str | Unset = UNSET
    """What the key is for."""
    redirect_uris: list[str] | Unset = UNSET
    """Addresses to which an OAuth sign-in may return."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "redirect_uris": "redirectUris",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.description, self.redirect_uris) = self._members(d)
        return self


@define(kw_only=True, repr=False)
class ApiKeyToken(Model):
    """An API token; requests are signed with its access_token."""

    access_token: str | Unset = field(default=UNSET, repr=False)
    """The bearer token itself."""
    account_id: int
    """Account that it belongs to."""
    creation_date: datetime
    """When the token was made (UTC)."""
    description: str | Unset = UNSET
    """What the token is for."""
    id: str
    """Id of the token."""
    scopes: list[Scope]
    """Scopes that the token holds."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "access_token": "accessToken",
        "account_id": "accountId",
        "creation_date": "creationDate",
        "description": "description",
        "id": "id",
        "scopes": "scopes",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.access_token,
            self.account_id,
            raw_creation_date,
            self.description,
            self.id,
            raw_scopes,
        ) = self._members(d)
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_scopes.__class__ is list:
            raw_scopes = [
                _ScopeMembers[item] if item.__class__ is str else item for item in raw_scopes
            ]
        self.scopes = raw_scopes
        return self


@define(kw_only=True, repr=False)
class ApiKeyTokenCreate(RequestModel):
    """An API token to make."""

    description: str | Unset = UNSET
    """What the token is for."""
    scopes: list[Scope] | Unset = UNSET
    """Scopes that the token shall hold."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"description": "description", "scopes": "scopes"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.description, raw_scopes) = self._members(d)
        if raw_scopes.__class__ is list:
            raw_scopes = [
                _ScopeMembers[item] if item.__class__ is str else item for item in raw_scopes
            ]
        self.scopes = raw_scopes
        return self


@define(kw_only=True, repr=False)
class ApiKeyTokenUpdate(RequestModel):
    """New data for an API token."""

    description: str | Unset = UNSET
    """What the token is for."""
    scopes: list[Scope] | Unset = UNSET
    """Scopes that the token shall hold."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"description": "description", "scopes": "scopes"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.description, raw_scopes) = self._members(d)
        if raw_scopes.__class__ is list:
            raw_scopes = [
                _ScopeMembers[item] if item.__class__ is str else item for item in raw_scopes
            ]
        self.scopes = raw_scopes
        return self


@define(kw_only=True, repr=False)
class ApiKeyUpdate(RequestModel):
    """New data for an API key."""

    description: str | Unset = UNSET
    """What the key is for."""
    redirect_uris: list[str] | Unset = UNSET
    """Addresses to which an OAuth sign-in may return."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "redirect_uris": "redirectUris",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.description, self.redirect_uris) = self._members(d)
        return self
