# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: address token."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define, field
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.unset import UNSET, Unset

from ..enums.address import RedeemResult

_RedeemResultMembers: Final = members(RedeemResult)


@define(kw_only=True, repr=False)
class AddressToken(Model):
    """A token that brings its guest the invite keys for an address."""

    address_id: int
    """Address that the token opens."""
    creation_date: datetime
    """When the token was made (UTC)."""
    id: str
    """Id of the token."""
    invite_keys: list[str] | Unset = field(default=UNSET, repr=False)
    """Invite keys that come with the token."""
    redeem_account_id: int | Unset = UNSET
    """Account that redeemed the token."""
    redeem_date: datetime | Unset = UNSET
    """When the token was redeemed (UTC)."""
    redeem_result: RedeemResult | Unset = UNSET
    """How the redemption ended."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "address_id": "addressId",
        "creation_date": "creationDate",
        "id": "id",
        "invite_keys": "inviteKeys",
        "redeem_account_id": "redeemAccountId",
        "redeem_date": "redeemDate",
        "redeem_result": "redeemResult",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.address_id,
            raw_creation_date,
            self.id,
            self.invite_keys,
            self.redeem_account_id,
            raw_redeem_date,
            raw_redeem_result,
        ) = self._members(d)
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_redeem_date.__class__ is str:
            raw_redeem_date = parse_datetime(raw_redeem_date)
        self.redeem_date = raw_redeem_date
        if raw_redeem_result.__class__ is str:
            raw_redeem_result = _RedeemResultMembers[raw_redeem_result]
        self.redeem_result = raw_redeem_result
        return self


@define(kw_only=True, repr=False)
class AddressTokenInfo(Model):
    """What an address token opens."""

    address_name: str
    """Name of the address."""
    id: str
    """Id of the token."""
    smartlock_names: list[str]
    """Names of the devices that the token opens."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "address_name": "addressName",
        "id": "id",
        "smartlock_names": "smartlockNames",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.address_name, self.id, self.smartlock_names) = self._members(d)
        return self
