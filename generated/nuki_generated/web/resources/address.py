# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The address operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.arguments import check_body
from nuki_core.decode import array, instance, nothing
from nuki_core.model import to_jsonable
from nuki_core.request import Operation, Parameter, Request, encode_path
from nuki_core.resource import AsyncResource, Resource

from ..models.address import Address, AddressCreate, AddressUnit, AddressUnitResponse, AddressUpdate
from ..models.advanced_api import AdvancedConfirmationResponse


def _list() -> Request[builtins.list[Address]]:
    return Request(LIST, "/address", array(Address.from_dict))


def _create(body: AddressCreate) -> Request[Address]:
    check_body(CREATE, body)
    return Request(CREATE, "/address", instance(Address.from_dict), body=to_jsonable(body))


def _delete(address_id: int) -> Request[None]:
    return Request(DELETE, f"/address/{encode_path(address_id)}", nothing)


def _update(address_id: int, body: AddressUpdate) -> Request[None]:
    check_body(UPDATE, body)
    return Request(UPDATE, f"/address/{encode_path(address_id)}", nothing, body=to_jsonable(body))


def _delete_units(
    address_id: int, body: builtins.list[str]
) -> Request[AdvancedConfirmationResponse]:
    return Request(
        DELETE_UNITS,
        f"/address/{encode_path(address_id)}/unit",
        instance(AdvancedConfirmationResponse.from_dict),
        body=to_jsonable(body),
    )


def _list_units(address_id: int) -> Request[builtins.list[AddressUnitResponse]]:
    return Request(
        LIST_UNITS, f"/address/{encode_path(address_id)}/unit", array(AddressUnitResponse.from_dict)
    )


def _create_unit(address_id: int, body: AddressUnit) -> Request[AddressUnitResponse]:
    check_body(CREATE_UNIT, body)
    return Request(
        CREATE_UNIT,
        f"/address/{encode_path(address_id)}/unit",
        instance(AddressUnitResponse.from_dict),
        body=to_jsonable(body),
    )


def _delete_unit(address_id: int, id: str) -> Request[AdvancedConfirmationResponse]:
    return Request(
        DELETE_UNIT,
        f"/address/{encode_path(address_id)}/unit/{encode_path(id)}",
        instance(AdvancedConfirmationResponse.from_dict),
    )


LIST: Final = Operation(
    method="GET",
    path="/address",
    resource="address",
    name="list",
    parameters=(),
    body=None,
    responses={200: "list[Address]", 401: "Error"},
    scopes=("account",),
    request=_list,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
CREATE: Final = Operation(
    method="PUT",
    path="/address",
    resource="address",
    name="create",
    parameters=(),
    body="AddressCreate",
    responses={200: "Address", 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_create,
    effect="change",
    reasons={400: "A parameter or the body is not valid", 401: "Token missing or wrong"},
)
DELETE: Final = Operation(
    method="DELETE",
    path="/address/{addressId}",
    resource="address",
    name="delete",
    parameters=(Parameter("address_id", "addressId", "path", True, "int"),),
    body=None,
    responses={204: None, 401: "Error", 403: "Error"},
    scopes=("account",),
    request=_delete,
    effect="change",
    reasons={401: "Token missing or wrong", 403: "Not permitted for this account"},
)
UPDATE: Final = Operation(
    method="POST",
    path="/address/{addressId}",
    resource="address",
    name="update",
    parameters=(Parameter("address_id", "addressId", "path", True, "int"),),
    body="AddressUpdate",
    responses={204: None, 400: "Error", 401: "Error", 403: "Error"},
    scopes=("account",),
    request=_update,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
DELETE_UNITS: Final = Operation(
    method="DELETE",
    path="/address/{addressId}/unit",
    resource="address",
    name="delete_units",
    parameters=(Parameter("address_id", "addressId", "path", True, "int"),),
    body="list[str]",
    responses={
        200: "AdvancedConfirmationResponse",
        400: "Error",
        401: "Error",
        403: "Error",
        423: "Error",
    },
    scopes=("account",),
    request=_delete_units,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        423: "Another operation is still running; try again later",
    },
)
LIST_UNITS: Final = Operation(
    method="GET",
    path="/address/{addressId}/unit",
    resource="address",
    name="list_units",
    parameters=(Parameter("address_id", "addressId", "path", True, "int"),),
    body=None,
    responses={200: "list[AddressUnitResponse]", 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_list_units,
    reasons={400: "A parameter is not valid", 401: "Token missing, wrong or lacking the scope"},
)
CREATE_UNIT: Final = Operation(
    method="PUT",
    path="/address/{addressId}/unit",
    resource="address",
    name="create_unit",
    parameters=(Parameter("address_id", "addressId", "path", True, "int"),),
    body="AddressUnit",
    responses={200: "AddressUnitResponse", 400: "Error", 401: "Error", 403: "Error"},
    scopes=("account",),
    request=_create_unit,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
DELETE_UNIT: Final = Operation(
    method="DELETE",
    path="/address/{addressId}/unit/{id}",
    resource="address",
    name="delete_unit",
    parameters=(
        Parameter("address_id", "addressId", "path", True, "int"),
        Parameter("id", "id", "path", True, "str"),
    ),
    body=None,
    responses={200: "AdvancedConfirmationResponse", 401: "Error", 403: "Error", 423: "Error"},
    scopes=("account",),
    request=_delete_unit,
    effect="change",
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        423: "Another operation is still running; try again later",
    },
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    DELETE,
    UPDATE,
    DELETE_UNITS,
    LIST_UNITS,
    CREATE_UNIT,
    DELETE_UNIT,
)


class AddressResource(Resource):
    """The address operations."""

    def list(self) -> builtins.list[Address]:
        """List the addresses of the account (`GET /address`, scope `account`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list())

    def create(self, body: AddressCreate) -> Address:
        """Add an address with its devices (`PUT /address`, scope `account`).

        Args:
            body: Name and devices of the address.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing or wrong (401).
        """
        return self._send(_create(body))

    def delete(self, address_id: int) -> None:
        """Remove an address (`DELETE /address/{addressId}`, scope `account`).

        Args:
            address_id: Number of the address.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_delete(address_id))

    def update(self, address_id: int, body: AddressUpdate) -> None:
        """Change an address (`POST /address/{addressId}`, scope `account`).

        Args:
            address_id: Number of the address.
            body: Name, devices and settings to set.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_update(address_id, body))

    def delete_units(
        self, address_id: int, body: builtins.list[str]
    ) -> AdvancedConfirmationResponse:
        """Queue the removal of several units of an address (`DELETE /address/{addressId}/unit`,
        scope `account`).

        Args:
            address_id: Number of the address.
            body: Ids of the units to remove.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return self._send(_delete_units(address_id, body))

    def list_units(self, address_id: int) -> builtins.list[AddressUnitResponse]:
        """List the units of an address (`GET /address/{addressId}/unit`, scope `account`).

        Args:
            address_id: Number of the address.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list_units(address_id))

    def create_unit(self, address_id: int, body: AddressUnit) -> AddressUnitResponse:
        """Add a unit to an address (`PUT /address/{addressId}/unit`, scope `account`).

        Args:
            address_id: Number of the address.
            body: The unit to add; only its name is writable.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_create_unit(address_id, body))

    def delete_unit(self, address_id: int, id: str) -> AdvancedConfirmationResponse:
        """Queue the removal of one unit of an address (`DELETE /address/{addressId}/unit/{id}`,
        scope `account`).

        Args:
            address_id: Number of the address.
            id: Id of the unit.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return self._send(_delete_unit(address_id, id))


class AsyncAddressResource(AsyncResource):
    """The address operations, asynchronous."""

    async def list(self) -> builtins.list[Address]:
        """List the addresses of the account (`GET /address`, scope `account`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list())

    async def create(self, body: AddressCreate) -> Address:
        """Add an address with its devices (`PUT /address`, scope `account`).

        Args:
            body: Name and devices of the address.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing or wrong (401).
        """
        return await self._send(_create(body))

    async def delete(self, address_id: int) -> None:
        """Remove an address (`DELETE /address/{addressId}`, scope `account`).

        Args:
            address_id: Number of the address.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_delete(address_id))

    async def update(self, address_id: int, body: AddressUpdate) -> None:
        """Change an address (`POST /address/{addressId}`, scope `account`).

        Args:
            address_id: Number of the address.
            body: Name, devices and settings to set.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_update(address_id, body))

    async def delete_units(
        self, address_id: int, body: builtins.list[str]
    ) -> AdvancedConfirmationResponse:
        """Queue the removal of several units of an address (`DELETE /address/{addressId}/unit`,
        scope `account`).

        Args:
            address_id: Number of the address.
            body: Ids of the units to remove.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return await self._send(_delete_units(address_id, body))

    async def list_units(self, address_id: int) -> builtins.list[AddressUnitResponse]:
        """List the units of an address (`GET /address/{addressId}/unit`, scope `account`).

        Args:
            address_id: Number of the address.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list_units(address_id))

    async def create_unit(self, address_id: int, body: AddressUnit) -> AddressUnitResponse:
        """Add a unit to an address (`PUT /address/{addressId}/unit`, scope `account`).

        Args:
            address_id: Number of the address.
            body: The unit to add; only its name is writable.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_create_unit(address_id, body))

    async def delete_unit(self, address_id: int, id: str) -> AdvancedConfirmationResponse:
        """Queue the removal of one unit of an address (`DELETE /address/{addressId}/unit/{id}`,
        scope `account`).

        Args:
            address_id: Number of the address.
            id: Id of the unit.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return await self._send(_delete_unit(address_id, id))
