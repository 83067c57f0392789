# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import SmartlockId, shared_smartlock_id
from nuki_core.json import JsonObject, JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.request_model import RequestModel
from nuki_core.unset import UNSET, Unset

from ..enums.address import RedeemResult, ServiceId

_RedeemResultMembers: Final = members(RedeemResult)
_ServiceIdMembers: Final = members(ServiceId)


@define(kw_only=True, repr=False)
class Address(Model):
    """A place with its devices, for short rentals."""

    account_id: int
    """Account that it belongs to."""
    address_id: int
    """Number of the address."""
    check_in_time: int | Unset = UNSET
    """Check-in time in minutes since midnight, if set."""
    check_out_time: int | Unset = UNSET
    """Check-out time in minutes since midnight, if set."""
    creation_date: datetime
    """When the address was added (UTC)."""
    name: str
    """Name of the address."""
    service_id: ServiceId | Unset = UNSET
    """Booking service that it comes from, if any."""
    settings: JsonObject | Unset = UNSET
    """Settings of the address in free form, if any."""
    smartlock_ids: list[SmartlockId]
    """Ids of the devices at this address (type << 32 | hex id)."""
    time_zone: str | Unset = UNSET
    """Time zone of the address."""
    update_date: datetime
    """When the address was last changed (UTC)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_id": "accountId",
        "address_id": "addressId",
        "check_in_time": "checkInTime",
        "check_out_time": "checkOutTime",
        "creation_date": "creationDate",
        "name": "name",
        "service_id": "serviceId",
        "settings": "settings",
        "smartlock_ids": "smartlockIds",
        "time_zone": "timeZone",
        "update_date": "updateDate",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_id,
            self.address_id,
            self.check_in_time,
            self.check_out_time,
            raw_creation_date,
            self.name,
            raw_service_id,
            self.settings,
            raw_smartlock_ids,
            self.time_zone,
            raw_update_date,
        ) = self._members(d)
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_service_id.__class__ is str:
            raw_service_id = _ServiceIdMembers[raw_service_id]
        self.service_id = raw_service_id
        if raw_smartlock_ids.__class__ is list:
            raw_smartlock_ids = [
                shared_smartlock_id(item) if item.__class__ is int else item
                for item in raw_smartlock_ids
            ]
        self.smartlock_ids = raw_smartlock_ids
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        return self


@define(kw_only=True, repr=False)
class AddressCreate(RequestModel):
    """An address to add."""

    name: str
    """Name to give to the address."""
    smartlock_ids: list[SmartlockId]
    """Ids of the devices at this address (type << 32 | hex id)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"name": "name", "smartlock_ids": "smartlockIds"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.name, raw_smartlock_ids) = self._members(d)
        if raw_smartlock_ids.__class__ is list:
            raw_smartlock_ids = [
                shared_smartlock_id(item) if item.__class__ is int else item
                for item in raw_smartlock_ids
            ]
        self.smartlock_ids = raw_smartlock_ids
        return self


@define(kw_only=True, repr=False)
class AddressUnit(RequestModel):
    """A unit to add to an address; only its name can be written."""

    address_id: int | Unset = UNSET
    """Address that the unit is part of."""
    address_token_id: str | Unset = UNSET
    """Token made for the unit."""
    id: str | Unset = UNSET
    """Id of the unit."""
    name: str
    """Name of the unit."""
    operation_id: str | Unset = UNSET
    """Present while another operation runs on the unit; changes are refused until it ends."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "address_id": "addressId",
        "address_token_id": "addressTokenId",
        "id": "id",
        "name": "name",
        "operation_id": "operationId",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.address_id, self.address_token_id, self.id, self.name, self.operation_id) = (
            self._members(d)
        )
        return self


@define(kw_only=True, repr=False)
class AddressUnitResponse(Model):
    """A unit of an address, with its token."""

    address_id: int | Unset = UNSET
    """Address that the unit is part of."""
    address_token_id: str | Unset = UNSET
    """Token made for the unit."""
    creation_date: datetime
    """When the unit was added (UTC)."""
    id: str | Unset = UNSET
    """Id of the unit."""
    name: str
    """Name of the unit."""
    operation_id: str | Unset = UNSET
    """Present while another operation runs on the unit; changes are refused until it ends."""
    redeem_date: datetime | Unset = UNSET
    """When the token of the unit was redeemed (UTC)."""
    redeem_result: RedeemResult | Unset = UNSET
    """How the redemption ended."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "address_id": "addressId",
        "address_token_id": "addressTokenId",
        "creation_date": "creationDate",
        "id": "id",
        "name": "name",
        "operation_id": "operationId",
        "redeem_date": "redeemDate",
        "redeem_result": "redeemResult",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.address_id,
            self.address_token_id,
            raw_creation_date,
            self.id,
            self.name,
            self.operation_id,
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
class AddressUpdate(RequestModel):
    """New data for an address."""

    name: str | Unset = UNSET
    """Name to change to."""
    settings: JsonObject | Unset = UNSET
    """Settings of the address in free form."""
    smartlock_ids: list[SmartlockId] | Unset = UNSET
    """Ids of the devices at this address (type << 32 | hex id)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "settings": "settings",
        "smartlock_ids": "smartlockIds",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.name, self.settings, raw_smartlock_ids) = self._members(d)
        if raw_smartlock_ids.__class__ is list:
            raw_smartlock_ids = [
                shared_smartlock_id(item) if item.__class__ is int else item
                for item in raw_smartlock_ids
            ]
        self.smartlock_ids = raw_smartlock_ids
        return self
