# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from attrs import define

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import SmartlockId, shared_smartlock_id
from nuki_core.json import JsonObject, JsonValue
from nuki_core.model import NO_PROPERTIES, Model, declared_names, extra_fields
from nuki_core.request_model import RequestModel
from nuki_core.unset import MISSING, UNSET, Unset

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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _AddressNames)
        self.account_id = d.get("accountId", MISSING)
        self.address_id = d.get("addressId", MISSING)
        self.check_in_time = d.get("checkInTime", MISSING)
        self.check_out_time = d.get("checkOutTime", MISSING)
        self.creation_date = parse_datetime(d.get("creationDate", MISSING))
        self.name = d.get("name", MISSING)
        value = d.get("serviceId", MISSING)
        self.service_id = _ServiceIdMembers[value] if value.__class__ is str else value
        self.settings = d.get("settings", MISSING)
        value = d.get("smartlockIds", MISSING)
        self.smartlock_ids = (
            [shared_smartlock_id(item) if item.__class__ is int else item for item in value]
            if value.__class__ is list
            else value
        )
        self.time_zone = d.get("timeZone", MISSING)
        self.update_date = parse_datetime(d.get("updateDate", MISSING))
        return self


_AddressNames: Final = declared_names(Address)


@define(kw_only=True, repr=False)
class AddressCreate(RequestModel):
    """An address to add."""

    name: str
    """Name to give to the address."""
    smartlock_ids: list[SmartlockId]
    """Ids of the devices at this address (type << 32 | hex id)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "smartlock_ids": "smartlockIds",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _AddressCreateNames)
        self.name = d.get("name", MISSING)
        value = d.get("smartlockIds", MISSING)
        self.smartlock_ids = (
            [shared_smartlock_id(item) if item.__class__ is int else item for item in value]
            if value.__class__ is list
            else value
        )
        return self


_AddressCreateNames: Final = declared_names(AddressCreate)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _AddressUnitNames)
        self.address_id = d.get("addressId", MISSING)
        self.address_token_id = d.get("addressTokenId", MISSING)
        self.id = d.get("id", MISSING)
        self.name = d.get("name", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        return self


_AddressUnitNames: Final = declared_names(AddressUnit)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _AddressUnitResponseNames)
        self.address_id = d.get("addressId", MISSING)
        self.address_token_id = d.get("addressTokenId", MISSING)
        self.creation_date = parse_datetime(d.get("creationDate", MISSING))
        self.id = d.get("id", MISSING)
        self.name = d.get("name", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        self.redeem_date = parse_datetime(d.get("redeemDate", MISSING))
        value = d.get("redeemResult", MISSING)
        self.redeem_result = _RedeemResultMembers[value] if value.__class__ is str else value
        return self


_AddressUnitResponseNames: Final = declared_names(AddressUnitResponse)


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _AddressUpdateNames)
        self.name = d.get("name", MISSING)
        self.settings = d.get("settings", MISSING)
        value = d.get("smartlockIds", MISSING)
        self.smartlock_ids = (
            [shared_smartlock_id(item) if item.__class__ is int else item for item in value]
            if value.__class__ is list
            else value
        )
        return self


_AddressUpdateNames: Final = declared_names(AddressUpdate)
