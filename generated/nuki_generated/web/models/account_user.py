# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: account user."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.request_model import RequestModel
from nuki_core.unset import UNSET, Unset

from ..enums.account import AccountType
from ..enums.account_user import LanguageCode

_AccountTypeMembers: Final = members(AccountType)
_LanguageCodeMembers: Final = members(LanguageCode)


@define(kw_only=True, repr=False)
class AccountUser(Model):
    """A person in the account, to whom authorizations can be given."""

    account_id: int
    """Account that it belongs to."""
    account_user_id: int
    """Number of the user."""
    creation_date: datetime
    """When the user was added (UTC)."""
    email: str
    """E-mail address of the user."""
    language: LanguageCode | Unset = UNSET
    """Language as a code, for example de."""
    name: str
    """Name of the user."""
    operation_id: str | Unset = UNSET
    """Present while another operation runs on the user; changes are refused until it ends."""
    type: AccountType | Unset = UNSET
    """Kind of user, USER or COMPANY; may be absent."""
    update_date: datetime
    """When the user was last changed (UTC)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_id": "accountId",
        "account_user_id": "accountUserId",
        "creation_date": "creationDate",
        "email": "email",
        "language": "language",
        "name": "name",
        "operation_id": "operationId",
        "type": "type",
        "update_date": "updateDate",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_id,
            self.account_user_id,
            raw_creation_date,
            self.email,
            raw_language,
            self.name,
            self.operation_id,
            raw_type,
            raw_update_date,
        ) = self._members(d)
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_language.__class__ is str:
            raw_language = _LanguageCodeMembers[raw_language]
        self.language = raw_language
        self.type = _AccountTypeMembers[raw_type] if raw_type.__class__ is int else raw_type
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        return self


@define(kw_only=True, repr=False)
class AccountUserCreate(RequestModel):
    """A person to add to the account."""

    email: str
    """E-mail address of the user."""
    language: LanguageCode | Unset = UNSET
    """Language of the user."""
    name: str
    """Name of the user."""
    type: AccountType | Unset = UNSET
    """Kind of user, USER or COMPANY; to be given by caretakers alone."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "email": "email",
        "language": "language",
        "name": "name",
        "type": "type",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.email, raw_language, self.name, raw_type) = self._members(d)
        if raw_language.__class__ is str:
            raw_language = _LanguageCodeMembers[raw_language]
        self.language = raw_language
        self.type = _AccountTypeMembers[raw_type] if raw_type.__class__ is int else raw_type
        return self


@define(kw_only=True, repr=False)
class AccountUserUpdate(RequestModel):
    """New data for an account user."""

    email: str | Unset = UNSET
    """E-mail address to change to."""
    language: LanguageCode | Unset = UNSET
    """Language to change to."""
    name: str | Unset = UNSET
    """Name to change to."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "email": "email",
        "language": "language",
        "name": "name",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.email, raw_language, self.name) = self._members(d)
        if raw_language.__class__ is str:
            raw_language = _LanguageCodeMembers[raw_language]
        self.language = raw_language
        return self
