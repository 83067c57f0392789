# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: account user."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define

from nuki_core.enums import members
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.account import AccountType
from ..enums.account_user import LanguageCode
_AccountType: Final = members(AccountType)
_LanguageCode: Final = members(LanguageCode)


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountUser(Model):
    """A person in the account, to whom authorizations can be given.

    Attributes:
        account_id: Account that it belongs to.
        account_user_id: Number of the user.
        creation_date: When the user was added (UTC).
        email: E-mail address of the user.
        language: Language as a code, for example de.
        name: Name of the user.
        operation_id: Present while another operation runs on the user; changes are refused until
            it ends.
        type: Kind of user, USER or COMPANY; may be absent.
        update_date: When the user was last changed (UTC).
    """

    account_id: int
    account_user_id: int
    creation_date: datetime
    email: str
    language: LanguageCode | Unset = UNSET
    name: str
    operation_id: str | Unset = UNSET
    type: AccountType | Unset = UNSET
    update_date: datetime

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_id = d.get("accountId", MISSING)
        self.account_user_id = d.get("accountUserId", MISSING)
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.email = d.get("email", MISSING)
        self.language = _LanguageCode[v] if (v := d.get("language", MISSING)).__class__ is str else v
        self.name = d.get("name", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        self.type = _AccountType[v] if (v := d.get("type", MISSING)).__class__ is int else v
        self.update_date = instant(d.get("updateDate", MISSING))
        self.additional_properties = unknown(d, _AccountUser)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountId": self.account_id, "accountUserId": self.account_user_id,
            "creationDate": plain(self.creation_date), "email": self.email,
            "language": plain(self.language), "name": self.name, "operationId": self.operation_id,
            "type": plain(self.type), "updateDate": plain(self.update_date),
        })


_AccountUser: Final = frozenset({
    "accountId", "accountUserId", "creationDate", "email", "language", "name", "operationId",
    "type", "updateDate",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountUserCreate(Model):
    """A person to add to the account.

    Attributes:
        email: E-mail address of the user.
        language: Language of the user.
        name: Name of the user.
        type: Kind of user, USER or COMPANY; to be given by caretakers alone.
    """

    email: str
    language: LanguageCode | Unset = UNSET
    name: str
    type: AccountType | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.email = d.get("email", MISSING)
        self.language = _LanguageCode[v] if (v := d.get("language", MISSING)).__class__ is str else v
        self.name = d.get("name", MISSING)
        self.type = _AccountType[v] if (v := d.get("type", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _AccountUserCreate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "email": self.email, "language": plain(self.language), "name": self.name,
            "type": plain(self.type),
        })


_AccountUserCreate: Final = frozenset({"email", "language", "name", "type"})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountUserUpdate(Model):
    """New data for an account user.

    Attributes:
        email: E-mail address to change to.
        language: Language to change to.
        name: Name to change to.
    """

    email: str | Unset = UNSET
    language: LanguageCode | Unset = UNSET
    name: str | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.email = d.get("email", MISSING)
        self.language = _LanguageCode[v] if (v := d.get("language", MISSING)).__class__ is str else v
        self.name = d.get("name", MISSING)
        self.additional_properties = unknown(d, _AccountUserUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "email": self.email, "language": plain(self.language), "name": self.name,
        })


_AccountUserUpdate: Final = frozenset({"email", "language", "name"})
