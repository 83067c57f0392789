# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: address token."""

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

from ..enums.address import RedeemResult
_RedeemResult: Final = members(RedeemResult)


@define(kw_only=True, repr=False, weakref_slot=False)
class AddressToken(Model):
    """A token that brings its guest the invite keys for an address.

    Attributes:
        address_id: Address that the token opens.
        creation_date: When the token was made (UTC).
        id: Id of the token.
        invite_keys: Invite keys that come with the token.
        redeem_account_id: Account that redeemed the token.
        redeem_date: When the token was redeemed (UTC).
        redeem_result: How the redemption ended.
    """

    address_id: int
    creation_date: datetime
    id: str
    invite_keys: list[str] | Unset = field(default=UNSET, repr=False)
    redeem_account_id: int | Unset = UNSET
    redeem_date: datetime | Unset = UNSET
    redeem_result: RedeemResult | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.address_id = d.get("addressId", MISSING)
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.id = d.get("id", MISSING)
        self.invite_keys = d.get("inviteKeys", MISSING)
        self.redeem_account_id = d.get("redeemAccountId", MISSING)
        self.redeem_date = instant(d.get("redeemDate", MISSING))
        self.redeem_result = _RedeemResult[v] if (v := d.get("redeemResult", MISSING)).__class__ is str else v
        self.additional_properties = unknown(d, _AddressToken)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "addressId": self.address_id, "creationDate": plain(self.creation_date), "id": self.id,
            "inviteKeys": self.invite_keys, "redeemAccountId": self.redeem_account_id,
            "redeemDate": plain(self.redeem_date), "redeemResult": plain(self.redeem_result),
        })


_AddressToken: Final = frozenset({
    "addressId", "creationDate", "id", "inviteKeys", "redeemAccountId", "redeemDate",
    "redeemResult",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class AddressTokenInfo(Model):
    """What an address token opens.

    Attributes:
        address_name: Name of the address.
        id: Id of the token.
        smartlock_names: Names of the devices that the token opens.
    """

    address_name: str
    id: str
    smartlock_names: list[str]

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.address_name = d.get("addressName", MISSING)
        self.id = d.get("id", MISSING)
        self.smartlock_names = d.get("smartlockNames", MISSING)
        self.additional_properties = unknown(d, _AddressTokenInfo)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "addressName": self.address_name, "id": self.id, "smartlockNames": self.smartlock_names,
        })


_AddressTokenInfo: Final = frozenset({"addressName", "id", "smartlockNames"})
