# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define

from nuki_core.enums import members
from nuki_core.ids import SmartlockId, shared_smartlock_id
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.address import RedeemResult, ServiceId
_RedeemResult: Final = members(RedeemResult)
_ServiceId: Final = members(ServiceId)


@define(kw_only=True, repr=False, weakref_slot=False)
class Address(Model):
    """A place with its devices, for short rentals.

    Attributes:
        account_id: Account that it belongs to.
        address_id: Number of the address.
        check_in_time: Check-in time in minutes since midnight, if set.
        check_out_time: Check-out time in minutes since midnight, if set.
        creation_date: When the address was added (UTC).
        name: Name of the address.
        service_id: Booking service that it comes from, if any.
        settings: Settings of the address in free form, if any.
        smartlock_ids: Ids of the devices at this address (type << 32 | hex id).
        time_zone: Time zone of the address.
        update_date: When the address was last changed (UTC).
    """

    account_id: int
    address_id: int
    check_in_time: int | Unset = UNSET
    check_out_time: int | Unset = UNSET
    creation_date: datetime
    name: str
    service_id: ServiceId | Unset = UNSET
    settings: JsonObject | Unset = UNSET
    smartlock_ids: list[SmartlockId]
    time_zone: str | Unset = UNSET
    update_date: datetime

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_id = d.get("accountId", MISSING)
        self.address_id = d.get("addressId", MISSING)
        self.check_in_time = d.get("checkInTime", MISSING)
        self.check_out_time = d.get("checkOutTime", MISSING)
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.name = d.get("name", MISSING)
        self.service_id = _ServiceId[v] if (v := d.get("serviceId", MISSING)).__class__ is str else v
        self.settings = d.get("settings", MISSING)
        self.smartlock_ids = [shared_smartlock_id(e) if e.__class__ is int else e for e in v] if (v := d.get("smartlockIds", MISSING)).__class__ is list else v
        self.time_zone = d.get("timeZone", MISSING)
        self.update_date = instant(d.get("updateDate", MISSING))
        self.additional_properties = unknown(d, _Address)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountId": self.account_id, "addressId": self.address_id,
            "checkInTime": self.check_in_time, "checkOutTime": self.check_out_time,
            "creationDate": plain(self.creation_date), "name": self.name,
            "serviceId": plain(self.service_id), "settings": self.settings,
            "smartlockIds": plain(self.smartlock_ids), "timeZone": self.time_zone,
            "updateDate": plain(self.update_date),
        })


_Address: Final = frozenset({
    "accountId", "addressId", "checkInTime", "checkOutTime", "creationDate", "name", "serviceId",
    "settings", "smartlockIds", "timeZone", "updateDate",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class AddressCreate(Model):
    """An address to add.

    Attributes:
        name: Name to give to the address.
        smartlock_ids: Ids of the devices at this address (type << 32 | hex id).
    """

    name: str
    smartlock_ids: list[SmartlockId]

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.name = d.get("name", MISSING)
        self.smartlock_ids = [shared_smartlock_id(e) if e.__class__ is int else e for e in v] if (v := d.get("smartlockIds", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _AddressCreate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "name": self.name, "smartlockIds": plain(self.smartlock_ids),
        })


_AddressCreate: Final = frozenset({"name", "smartlockIds"})


@define(kw_only=True, repr=False, weakref_slot=False)
class AddressUnit(Model):
    """A unit to add to an address; only its name can be written.

    Attributes:
        address_id: Address that the unit is part of.
        address_token_id: Token made for the unit.
        id: Id of the unit.
        name: Name of the unit.
        operation_id: Present while another operation runs on the unit; changes are refused until
            it ends.
    """

    address_id: int | Unset = UNSET
    address_token_id: str | Unset = UNSET
    id: str | Unset = UNSET
    name: str
    operation_id: str | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.address_id = d.get("addressId", MISSING)
        self.address_token_id = d.get("addressTokenId", MISSING)
        self.id = d.get("id", MISSING)
        self.name = d.get("name", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        self.additional_properties = unknown(d, _AddressUnit)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "addressId": self.address_id, "addressTokenId": self.address_token_id, "id": self.id,
            "name": self.name, "operationId": self.operation_id,
        })


_AddressUnit: Final = frozenset({"addressId", "addressTokenId", "id", "name", "operationId"})


@define(kw_only=True, repr=False, weakref_slot=False)
class AddressUnitResponse(Model):
    """A unit of an address, with its token.

    Attributes:
        address_id: Address that the unit is part of.
        address_token_id: Token made for the unit.
        creation_date: When the unit was added (UTC).
        id: Id of the unit.
        name: Name of the unit.
        operation_id: Present while another operation runs on the unit; changes are refused until
            it ends.
        redeem_date: When the token of the unit was redeemed (UTC).
        redeem_result: How the redemption ended.
    """

    address_id: int | Unset = UNSET
    address_token_id: str | Unset = UNSET
    creation_date: datetime
    id: str | Unset = UNSET
    name: str
    operation_id: str | Unset = UNSET
    redeem_date: datetime | Unset = UNSET
    redeem_result: RedeemResult | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.address_id = d.get("addressId", MISSING)
        self.address_token_id = d.get("addressTokenId", MISSING)
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.id = d.get("id", MISSING)
        self.name = d.get("name", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        self.redeem_date = instant(d.get("redeemDate", MISSING))
        self.redeem_result = _RedeemResult[v] if (v := d.get("redeemResult", MISSING)).__class__ is str else v
        self.additional_properties = unknown(d, _AddressUnitResponse)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "addressId": self.address_id, "addressTokenId": self.address_token_id,
            "creationDate": plain(self.creation_date), "id": self.id, "name": self.name,
            "operationId": self.operation_id, "redeemDate": plain(self.redeem_date),
            "redeemResult": plain(self.redeem_result),
        })


_AddressUnitResponse: Final = frozenset({
    "addressId", "addressTokenId", "creationDate", "id", "name", "operationId", "redeemDate",
    "redeemResult",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class AddressUpdate(Model):
    """New data for an address.

    Attributes:
        name: Name to change to.
        settings: Settings of the address in free form.
        smartlock_ids: Ids of the devices at this address (type << 32 | hex id).
    """

    name: str | Unset = UNSET
    settings: JsonObject | Unset = UNSET
    smartlock_ids: list[SmartlockId] | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.name = d.get("name", MISSING)
        self.settings = d.get("settings", MISSING)
        self.smartlock_ids = [shared_smartlock_id(e) if e.__class__ is int else e for e in v] if (v := d.get("smartlockIds", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _AddressUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "name": self.name, "settings": self.settings, "smartlockIds": plain(self.smartlock_ids),
        })


_AddressUpdate: Final = frozenset({"name", "settings", "smartlockIds"})


@define(kw_only=True, repr=False, weakref_slot=False)
class AdvancedConfirmationResponse(Model):
    """Receipt for a queued request; the webhook with its result repeats requestId. Where a Smart
    Hosting subscription is needed and missing, error stands instead.

    Attributes:
        error: Why no authorizations were made: names the devices that lack a subscription.
        request_id: Id that the webhook with the result repeats; 24 hex digits.
    """

    error: str | Unset = UNSET
    request_id: str | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.error = d.get("error", MISSING)
        self.request_id = d.get("requestId", MISSING)
        self.additional_properties = unknown(d, _AdvancedConfirmationResponse)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "error": self.error, "requestId": self.request_id,
        })


_AdvancedConfirmationResponse: Final = frozenset({"error", "requestId"})
