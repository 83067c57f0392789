# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The address reservation operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.arguments import check_body
from nuki_core.decode import array, nothing
from nuki_core.model import to_jsonable
from nuki_core.request import Operation, Parameter, Request, encode_path
from nuki_core.resource import AsyncResource, Resource

from ..models.address_reservation import AddressReservation, ReservationAccessTimesUpdate


def _list(address_id: int) -> Request[builtins.list[AddressReservation]]:
    return Request(
        LIST, f"/address/{encode_path(address_id)}/reservation", array(AddressReservation.from_dict)
    )


def _issue(address_id: int, id: str) -> Request[None]:
    return Request(
        ISSUE, f"/address/{encode_path(address_id)}/reservation/{encode_path(id)}/issue", nothing
    )


def _revoke(address_id: int, id: str) -> Request[None]:
    return Request(
        REVOKE, f"/address/{encode_path(address_id)}/reservation/{encode_path(id)}/revoke", nothing
    )


def _update_access_times(
    address_id: int, id: str, body: ReservationAccessTimesUpdate
) -> Request[None]:
    check_body(UPDATE_ACCESS_TIMES, body)
    return Request(
        UPDATE_ACCESS_TIMES,
        f"/address/{encode_path(address_id)}/reservation/{encode_path(id)}/update/accesstimes",
        nothing,
        body=to_jsonable(body),
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
        Parameter("id", "id", "path", True, "str"),
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
        Parameter("id", "id", "path", True, "str"),
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
        Parameter("id", "id", "path", True, "str"),
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

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list(address_id))

    def issue(self, address_id: int, id: str) -> None:
        """Begin to give the guests of a reservation their authorizations (`POST
        /address/{addressId}/reservation/{id}/issue`, scope `account`).

        Args:
            address_id: Number of the address.
            id: Id of the reservation.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_issue(address_id, id))

    def revoke(self, address_id: int, id: str) -> None:
        """Begin to withdraw the authorizations of a reservation (`POST
        /address/{addressId}/reservation/{id}/revoke`, scope `account`).

        Args:
            address_id: Number of the address.
            id: Id of the reservation.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_revoke(address_id, id))

    def update_access_times(
        self, address_id: int, id: str, body: ReservationAccessTimesUpdate
    ) -> None:
        """Set check-in and check-out time of one reservation (`POST
        /address/{addressId}/reservation/{id}/update/accesstimes`, scope `account`).

        Args:
            address_id: Number of the address.
            id: Id of the reservation.
            body: Times in minutes since midnight.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_update_access_times(address_id, id, body))


class AsyncAddressReservationResource(AsyncResource):
    """The address reservation operations, asynchronous."""

    async def list(self, address_id: int) -> builtins.list[AddressReservation]:
        """List the reservations of an address (`GET /address/{addressId}/reservation`, scope
        `account`).

        Args:
            address_id: Number of the address.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list(address_id))

    async def issue(self, address_id: int, id: str) -> None:
        """Begin to give the guests of a reservation their authorizations (`POST
        /address/{addressId}/reservation/{id}/issue`, scope `account`).

        Args:
            address_id: Number of the address.
            id: Id of the reservation.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_issue(address_id, id))

    async def revoke(self, address_id: int, id: str) -> None:
        """Begin to withdraw the authorizations of a reservation (`POST
        /address/{addressId}/reservation/{id}/revoke`, scope `account`).

        Args:
            address_id: Number of the address.
            id: Id of the reservation.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_revoke(address_id, id))

    async def update_access_times(
        self, address_id: int, id: str, body: ReservationAccessTimesUpdate
    ) -> None:
        """Set check-in and check-out time of one reservation (`POST
        /address/{addressId}/reservation/{id}/update/accesstimes`, scope `account`).

        Args:
            address_id: Number of the address.
            id: Id of the reservation.
            body: Times in minutes since midnight.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_update_access_times(address_id, id, body))
