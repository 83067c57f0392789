# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The address reservation operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.bodies import fields_body
from nuki_core.decode import array, nothing
from nuki_core.request import Operation, Parameter, Request, encode_path
from nuki_core.resource import AsyncResource, Resource
from nuki_core.unset import UNSET, Unset

from ..models.address_reservation import AddressReservation, ReservationAccessTimesUpdate


def _list(address_id: int) -> Request[builtins.list[AddressReservation]]:
    return Request(
        LIST, f"/address/{encode_path(address_id)}/reservation", array(AddressReservation.from_dict)
    )


def _issue(address_id: int, reservation_id: str) -> Request[None]:
    return Request(
        ISSUE,
        f"/address/{encode_path(address_id)}/reservation/{encode_path(reservation_id)}/issue",
        nothing,
    )


def _revoke(address_id: int, reservation_id: str) -> Request[None]:
    return Request(
        REVOKE,
        f"/address/{encode_path(address_id)}/reservation/{encode_path(reservation_id)}/revoke",
        nothing,
    )


def _update_access_times(
    address_id: int,
    reservation_id: str,
    *,
    check_in_time: int | Unset = UNSET,
    check_out_time: int | Unset = UNSET,
) -> Request[None]:
    return Request(
        UPDATE_ACCESS_TIMES,
        f"/address/{encode_path(address_id)}/"
        f"reservation/{encode_path(reservation_id)}/update/accesstimes",
        nothing,
        body=fields_body(
            UPDATE_ACCESS_TIMES,
            ReservationAccessTimesUpdate,
            check_in_time=check_in_time,
            check_out_time=check_out_time,
        ),
    )


LIST: Final = Operation(
    method="GET",
    path="/address/{addressId}/reservation",
    resource="address_reservation",
    name="list",
    parameters=(Parameter("address_id", "addressId", "path", True, "int"),),
    body=None,
    responses={200: "list[AddressReservation]", 401: "Error"},
    scopes=("account",),
    request=_list,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
ISSUE: Final = Operation(
    method="POST",
    path="/address/{addressId}/reservation/{id}/issue",
    resource="address_reservation",
    name="issue",
    parameters=(
        Parameter("address_id", "addressId", "path", True, "int"),
        Parameter("reservation_id", "id", "path", True, "str"),
    ),
    body=None,
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_issue,
    effect="change",
    reasons={400: "A parameter is not valid", 401: "Token missing, wrong or lacking the scope"},
)
REVOKE: Final = Operation(
    method="POST",
    path="/address/{addressId}/reservation/{id}/revoke",
    resource="address_reservation",
    name="revoke",
    parameters=(
        Parameter("address_id", "addressId", "path", True, "int"),
        Parameter("reservation_id", "id", "path", True, "str"),
    ),
    body=None,
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_revoke,
    effect="change",
    reasons={400: "A parameter is not valid", 401: "Token missing, wrong or lacking the scope"},
)
UPDATE_ACCESS_TIMES: Final = Operation(
    method="POST",
    path="/address/{addressId}/reservation/{id}/update/accesstimes",
    resource="address_reservation",
    name="update_access_times",
    parameters=(
        Parameter("address_id", "addressId", "path", True, "int"),
        Parameter("reservation_id", "id", "path", True, "str"),
        Parameter("check_in_time", "checkInTime", "body", False, "int"),
        Parameter("check_out_time", "checkOutTime", "body", False, "int"),
    ),
    body="ReservationAccessTimesUpdate",
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_update_access_times,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)

OPERATIONS: Final = (LIST, ISSUE, REVOKE, UPDATE_ACCESS_TIMES)


class AddressReservationResource(Resource):
    """The address reservation operations."""

    def list(self, address_id: int) -> builtins.list[AddressReservation]:
        """List the reservations of an address (`GET /address/{addressId}/reservation`, scope
        `account`).

        Args:
            address_id: Number of the address.

        Returns: The reservations.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list(address_id))

    def issue(self, address_id: int, reservation_id: str) -> None:
        """Begin to give the guests of a reservation their authorizations (`POST
        /address/{addressId}/reservation/{id}/issue`, scope `account`).

        Args:
            address_id: Number of the address.
            reservation_id: Id of the reservation.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_issue(address_id, reservation_id))

    def revoke(self, address_id: int, reservation_id: str) -> None:
        """Begin to withdraw the authorizations of a reservation (`POST
        /address/{addressId}/reservation/{id}/revoke`, scope `account`).

        Args:
            address_id: Number of the address.
            reservation_id: Id of the reservation.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_revoke(address_id, reservation_id))

    def update_access_times(
        self,
        address_id: int,
        reservation_id: str,
        *,
        check_in_time: int | Unset = UNSET,
        check_out_time: int | Unset = UNSET,
    ) -> None:
        """Set check-in and check-out time of one reservation (`POST
        /address/{addressId}/reservation/{id}/update/accesstimes`, scope `account`).

        Args:
            address_id: Number of the address.
            reservation_id: Id of the reservation.
            check_in_time: Check-in time of this stay, minutes since midnight.
            check_out_time: Check-out time of this stay, minutes since midnight.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(
            _update_access_times(
                address_id,
                reservation_id,
                check_in_time=check_in_time,
                check_out_time=check_out_time,
            )
        )


class AsyncAddressReservationResource(AsyncResource):
    """The address reservation operations, asynchronous."""

    async def list(self, address_id: int) -> builtins.list[AddressReservation]:
        """List the reservations of an address (`GET /address/{addressId}/reservation`, scope
        `account`).

        Args:
            address_id: Number of the address.

        Returns: The reservations.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list(address_id))

    async def issue(self, address_id: int, reservation_id: str) -> None:
        """Begin to give the guests of a reservation their authorizations (`POST
        /address/{addressId}/reservation/{id}/issue`, scope `account`).

        Args:
            address_id: Number of the address.
            reservation_id: Id of the reservation.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_issue(address_id, reservation_id))

    async def revoke(self, address_id: int, reservation_id: str) -> None:
        """Begin to withdraw the authorizations of a reservation (`POST
        /address/{addressId}/reservation/{id}/revoke`, scope `account`).

        Args:
            address_id: Number of the address.
            reservation_id: Id of the reservation.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_revoke(address_id, reservation_id))

    async def update_access_times(
        self,
        address_id: int,
        reservation_id: str,
        *,
        check_in_time: int | Unset = UNSET,
        check_out_time: int | Unset = UNSET,
    ) -> None:
        """Set check-in and check-out time of one reservation (`POST
        /address/{addressId}/reservation/{id}/update/accesstimes`, scope `account`).

        Args:
            address_id: Number of the address.
            reservation_id: Id of the reservation.
            check_in_time: Check-in time of this stay, minutes since midnight.
            check_out_time: Check-out time of this stay, minutes since midnight.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(
            _update_access_times(
                address_id,
                reservation_id,
                check_in_time=check_in_time,
                check_out_time=check_out_time,
            )
        )
