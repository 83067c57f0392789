# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: address reservation."""

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

from ..enums.address import ServiceId
from ..enums.address_reservation import ReservationState
_ReservationState: Final = members(ReservationState)
_ServiceId: Final = members(ServiceId)


@define(kw_only=True, repr=False, weakref_slot=False)
class AddressReservation(Model):
    """A booked stay at an address.

    Attributes:
        account_id: Account that it belongs to.
        address_id: Address that is booked.
        automation: State of the automation as a number.
        checked_in: true once the guest has checked in, false while that is awaited, null if
            nobody watches it.
        email: E-mail address of the guest.
        end_date: When the stay ends (UTC).
        guests: How many guests are booked.
        guests_issued: How many guests have got an authorization.
        id: Id of the reservation.
        keypad_issued: Whether a keypad code was handed out.
        name: Guest's name.
        reference: Booking code.
        service_id: Booking service that it comes from, if any.
        start_date: When the stay begins (UTC).
        state: Whether the booking stands.
        update_date: When the reservation was last changed (UTC).
    """

    account_id: int
    address_id: int
    automation: int
    checked_in: bool | None | Unset = UNSET
    currently_issuing_auth: bool | Unset = UNSET
    currently_revoking_auth: bool | Unset = UNSET
    email: str
    end_date: datetime
    guests: int
    guests_issued: int
    has_custom_access_times: bool
    id: str
    is_currently_issuing_auth: bool
    is_currently_revoking_auth: bool
    keypad_issued: bool
    name: str
    reference: str | Unset = UNSET
    service_id: ServiceId | Unset = UNSET
    start_date: datetime
    state: ReservationState
    update_date: datetime

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_id = d.get("accountId", MISSING)
        self.address_id = d.get("addressId", MISSING)
        self.automation = d.get("automation", MISSING)
        self.checked_in = d.get("checkedIn", MISSING)
        self.currently_issuing_auth = d.get("currentlyIssuingAuth", MISSING)
        self.currently_revoking_auth = d.get("currentlyRevokingAuth", MISSING)
        self.email = d.get("email", MISSING)
        self.end_date = instant(d.get("endDate", MISSING))
        self.guests = d.get("guests", MISSING)
        self.guests_issued = d.get("guestsIssued", MISSING)
        self.has_custom_access_times = d.get("hasCustomAccessTimes", MISSING)
        self.id = d.get("id", MISSING)
        self.is_currently_issuing_auth = d.get("isCurrentlyIssuingAuth", MISSING)
        self.is_currently_revoking_auth = d.get("isCurrentlyRevokingAuth", MISSING)
        self.keypad_issued = d.get("keypadIssued", MISSING)
        self.name = d.get("name", MISSING)
        self.reference = d.get("reference", MISSING)
        self.service_id = _ServiceId[v] if (v := d.get("serviceId", MISSING)).__class__ is str else v
        self.start_date = instant(d.get("startDate", MISSING))
        self.state = _ReservationState[v] if (v := d.get("state", MISSING)).__class__ is str else v
        self.update_date = instant(d.get("updateDate", MISSING))
        self.additional_properties = unknown(d, _AddressReservation)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountId": self.account_id, "addressId": self.address_id,
            "automation": self.automation, "checkedIn": self.checked_in,
            "currentlyIssuingAuth": self.currently_issuing_auth,
            "currentlyRevokingAuth": self.currently_revoking_auth, "email": self.email,
            "endDate": plain(self.end_date), "guests": self.guests,
            "guestsIssued": self.guests_issued,
            "hasCustomAccessTimes": self.has_custom_access_times, "id": self.id,
            "isCurrentlyIssuingAuth": self.is_currently_issuing_auth,
            "isCurrentlyRevokingAuth": self.is_currently_revoking_auth,
            "keypadIssued": self.keypad_issued, "name": self.name, "reference": self.reference,
            "serviceId": plain(self.service_id), "startDate": plain(self.start_date),
            "state": plain(self.state), "updateDate": plain(self.update_date),
        })


_AddressReservation: Final = frozenset({
    "accountId", "addressId", "automation", "checkedIn", "currentlyIssuingAuth",
    "currentlyRevokingAuth", "email", "endDate", "guests", "guestsIssued", "hasCustomAccessTimes",
    "id", "isCurrentlyIssuingAuth", "isCurrentlyRevokingAuth", "keypadIssued", "name", "reference",
    "serviceId", "startDate", "state", "updateDate",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class ReservationAccessTimesUpdate(Model):
    """Check-in and check-out time for one reservation.

    Attributes:
        check_in_time: Check-in time of this stay, minutes since midnight.
        check_out_time: Check-out time of this stay, minutes since midnight.
    """

    check_in_time: int | Unset = UNSET
    check_out_time: int | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.check_in_time = d.get("checkInTime", MISSING)
        self.check_out_time = d.get("checkOutTime", MISSING)
        self.additional_properties = unknown(d, _ReservationAccessTimesUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "checkInTime": self.check_in_time, "checkOutTime": self.check_out_time,
        })


_ReservationAccessTimesUpdate: Final = frozenset({"checkInTime", "checkOutTime"})
