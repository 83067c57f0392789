# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: address reservation."""

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
        self = new(cls)
        (
            self.account_id,
            self.address_id,
            self.automation,
            self.checked_in,
            self.currently_issuing_auth,
            self.currently_revoking_auth,
            self.email,
            raw_end_date,
            self.guests,
            self.guests_issued,
            self.has_custom_access_times,
            self.id,
            self.is_currently_issuing_auth,
            self.is_currently_revoking_auth,
            self.keypad_issued,
            self.name,
            self.reference,
            raw_service_id,
            raw_start_date,
            raw_state,
            raw_update_date,
        ) = self._members(d)
        if raw_end_date.__class__ is str:
            raw_end_date = parse_datetime(raw_end_date)
        self.end_date = raw_end_date
        if raw_service_id.__class__ is str:
            raw_service_id = _ServiceIdMembers[raw_service_id]
        self.service_id = raw_service_id
        if raw_start_date.__class__ is str:
            raw_start_date = parse_datetime(raw_start_date)
        self.start_date = raw_start_date
        if raw_state.__class__ is str:
            raw_state = _ReservationStateMembers[raw_state]
        self.state = raw_state
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        return self


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
        self = new(cls)
        (self.check_in_time, self.check_out_time) = self._members(d)
        return self
