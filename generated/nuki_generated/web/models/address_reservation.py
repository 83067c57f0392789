# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: address reservation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from attrs import define

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.json import JsonValue
from nuki_core.model import NO_PROPERTIES, Model, declared_names, extra_fields
from nuki_core.request_model import RequestModel
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.address import ServiceId
from ..enums.address_reservation import ReservationState

_ReservationStateMembers: Final = members(ReservationState)
_ServiceIdMembers: Final = members(ServiceId)


@define(kw_only=True, repr=False)
class AddressReservation(Model):
    """A booked stay at an address."""

    account_id: int
    """Account that it belongs to."""
    address_id: int
    """Address that is booked."""
    automation: int
    """State of the automation as a number."""
    checked_in: bool | None | Unset = UNSET
    """true once the guest has checked in, false while that is awaited, null if nobody watches it.
    """
    currently_issuing_auth: bool | Unset = UNSET
    currently_revoking_auth: bool | Unset = UNSET
    email: str
    """E-mail address of the guest."""
    end_date: datetime
    """When the stay ends (UTC)."""
    guests: int
    """How many guests are booked."""
    guests_issued: int
    """How many guests have got an authorization."""
    has_custom_access_times: bool
    id: str
    """Id of the reservation."""
    is_currently_issuing_auth: bool
    is_currently_revoking_auth: bool
    keypad_issued: bool
    """Whether a keypad code was handed out."""
    name: str
    """Guest's name."""
    reference: str | Unset = UNSET
    """Booking code."""
    service_id: ServiceId | Unset = UNSET
    """Booking service that it comes from, if any."""
    start_date: datetime
    """When the stay begins (UTC)."""
    state: ReservationState
    """Whether the booking stands."""
    update_date: datetime
    """When the reservation was last changed (UTC)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "account_id": "accountId",
        "address_id": "addressId",
        "automation": "automation",
        "checked_in": "checkedIn",
        "currently_issuing_auth": "currentlyIssuingAuth",
        "currently_revoking_auth": "currentlyRevokingAuth",
        "email": "email",
        "end_date": "endDate",
        "guests": "guests",
        "guests_issued": "guestsIssued",
        "has_custom_access_times": "hasCustomAccessTimes",
        "id": "id",
        "is_currently_issuing_auth": "isCurrentlyIssuingAuth",
        "is_currently_revoking_auth": "isCurrentlyRevokingAuth",
        "keypad_issued": "keypadIssued",
        "name": "name",
        "reference": "reference",
        "service_id": "serviceId",
        "start_date": "startDate",
        "state": "state",
        "update_date": "updateDate",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _AddressReservationNames)
        self.account_id = d.get("accountId", MISSING)
        self.address_id = d.get("addressId", MISSING)
        self.automation = d.get("automation", MISSING)
        self.checked_in = d.get("checkedIn", MISSING)
        self.currently_issuing_auth = d.get("currentlyIssuingAuth", MISSING)
        self.currently_revoking_auth = d.get("currentlyRevokingAuth", MISSING)
        self.email = d.get("email", MISSING)
        self.end_date = parse_datetime(d.get("endDate", MISSING))
        self.guests = d.get("guests", MISSING)
        self.guests_issued = d.get("guestsIssued", MISSING)
        self.has_custom_access_times = d.get("hasCustomAccessTimes", MISSING)
        self.id = d.get("id", MISSING)
        self.is_currently_issuing_auth = d.get("isCurrentlyIssuingAuth", MISSING)
        self.is_currently_revoking_auth = d.get("isCurrentlyRevokingAuth", MISSING)
        self.keypad_issued = d.get("keypadIssued", MISSING)
        self.name = d.get("name", MISSING)
        self.reference = d.get("reference", MISSING)
        value = d.get("serviceId", MISSING)
        self.service_id = _ServiceIdMembers[value] if value.__class__ is str else value
        self.start_date = parse_datetime(d.get("startDate", MISSING))
        value = d.get("state", MISSING)
        self.state = _ReservationStateMembers[value] if value.__class__ is str else value
        self.update_date = parse_datetime(d.get("updateDate", MISSING))
        return self


_AddressReservationNames: Final = declared_names(AddressReservation)


@define(kw_only=True, repr=False)
class ReservationAccessTimesUpdate(RequestModel):
    """Check-in and check-out time for one reservation."""

    check_in_time: int | Unset = UNSET
    """Check-in time of this stay, minutes since midnight."""
    check_out_time: int | Unset = UNSET
    """Check-out time of this stay, minutes since midnight."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "check_in_time": "checkInTime",
        "check_out_time": "checkOutTime",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _ReservationAccessTimesUpdateNames)
        self.check_in_time = d.get("checkInTime", MISSING)
        self.check_out_time = d.get("checkOutTime", MISSING)
        return self


_ReservationAccessTimesUpdateNames: Final = declared_names(ReservationAccessTimesUpdate)
