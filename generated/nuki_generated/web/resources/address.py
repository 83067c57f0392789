# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The address operations of the Nuki API."""

from __future__ import annotations

import builtins
from collections.abc import Collection
from typing import Final

from nuki_core.arguments import check_body, check_member
from nuki_core.bodies import array_body, fields_body, model_body
from nuki_core.decode import array, instance, nothing
from nuki_core.ids import SmartlockId
from nuki_core.request import Operation, Parameter, Request, encode_path
from nuki_core.resource import AsyncResource, Resource

from ..models.address import Address, AddressCreate, AddressUnit, AddressUnitResponse, AddressUpdate
from ..models.advanced_api import AdvancedConfirmationResponse


def _list() -> Request[builtins.list[Address]]:
    return Request(LIST, "/address", array(Address.from_dict))


def _create(name: str, smartlock_ids: Collection[int]) -> Request[Address]:
    check_member(CREATE, "smartlock_ids", smartlock_ids, (SmartlockId,))
    return Request(
        CREATE,
        "/address",
        instance(Address.from_dict),
        body=fields_body(CREATE, AddressCreate, name=name, smartlock_ids=smartlock_ids),
    )


def _delete(address_id: int) -> Request[None]:
    return Request(DELETE, f"/address/{encode_path(address_id)}", nothing)


def _update(address_id: int, body: AddressUpdate) -> Request[None]:
    check_body(UPDATE, body)
    return Request(
        UPDATE,
        f"/address/{encode_path(address_id)}",
        nothing,
        body=model_body(UPDATE, AddressUpdate, body),
    )


def _delete_unit_many(
    address_id: int, unit_ids: Collection[str]
) -> Request[AdvancedConfirmationResponse]:
    return Request(
        DELETE_UNIT_MANY,
        f"/address/{encode_path(address_id)}/unit",
        instance(AdvancedConfirmationResponse.from_dict),
        body=array_body(DELETE_UNIT_MANY, str, unit_ids),
    )


def _list_units(address_id: int) -> Request[builtins.list[AddressUnitResponse]]:
    return Request(
        LIST_UNITS, f"/address/{encode_path(address_id)}/unit", array(AddressUnitResponse.from_dict)
    )


def _create_unit(address_id: int, name: str) -> Request[AddressUnitResponse]:
    return Request(
        CREATE_UNIT,
        f"/address/{encode_path(address_id)}/unit",
        instance(AddressUnitResponse.from_dict),
        body=fields_body(CREATE_UNIT, AddressUnit, name=name),
    )


def _delete_unit(address_id: int, unit_id: str) -> Request[AdvancedConfirmationResponse]:
    return Request(
        DELETE_UNIT,
        f"/address/{encode_path(address_id)}/unit/{encode_path(unit_id)}",
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
    parameters=(
        Parameter("name", "name", "body", True, "str"),
        Parameter("smartlock_ids", "smartlockIds", "body", True, "list[SmartlockId]"),
    ),
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
    parameters=(
        Parameter("address_id", "addressId", "path", True, "int"),
        Parameter("body", "", "body", True, "AddressUpdate"),
    ),
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
DELETE_UNIT_MANY: Final = Operation(
    method="DELETE",
    path="/address/{addressId}/unit",
    resource="address",
    name="delete_unit_many",
    parameters=(
        Parameter("address_id", "addressId", "path", True, "int"),
        Parameter("unit_ids", "", "body", True, "list[str]"),
    ),
    body="list[str]",
    responses={
        200: "AdvancedConfirmationResponse",
        400: "Error",
        401: "Error",
        403: "Error",
        423: "Error",
    },
    scopes=("account",),
    request=_delete_unit_many,
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
    parameters=(
        Parameter("address_id", "addressId", "path", True, "int"),
        Parameter("name", "name", "body", True, "str"),
    ),
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
        Parameter("unit_id", "id", "path", True, "str"),
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
    DELETE_UNIT_MANY,
    LIST_UNITS,
    CREATE_UNIT,
    DELETE_UNIT,
)


class AddressResource(Resource):
    """The address operations."""

    def list(self) -> builtins.list[Address]:
        """List the addresses of the account (`GET /address`, scope `account`).

        Returns: The addresses.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list())

    def create(self, name: str, smartlock_ids: Collection[int]) -> Address:
        """Add an address with its devices (`PUT /address`, scope `account`).

        Args:
            name: Name to give to the address.
            smartlock_ids: Ids of the devices at this address (type << 32 | hex id).

        Returns: The new address.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing or wrong (401).
        """
        return self._send(_create(name, smartlock_ids))

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

    def delete_unit_many(
        self, address_id: int, unit_ids: Collection[str]
    ) -> AdvancedConfirmationResponse:
        """Queue the removal of several units of an address (`DELETE /address/{addressId}/unit`,
        scope `account`).

        Args:
            address_id: Number of the address.
            unit_ids: Ids of the units to remove.

        Returns: Removal queued under the returned request id.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return self._send(_delete_unit_many(address_id, unit_ids))

    def list_units(self, address_id: int) -> builtins.list[AddressUnitResponse]:
        """List the units of an address (`GET /address/{addressId}/unit`, scope `account`).

        Args:
            address_id: Number of the address.

        Returns: The units.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list_units(address_id))

    def create_unit(self, address_id: int, name: str) -> AddressUnitResponse:
        """Add a unit to an address (`PUT /address/{addressId}/unit`, scope `account`).

        Args:
            address_id: Number of the address.
            name: Name of the unit.

        Returns: The new unit.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_create_unit(address_id, name))

    def delete_unit(self, address_id: int, unit_id: str) -> AdvancedConfirmationResponse:
        """Queue the removal of one unit of an address (`DELETE /address/{addressId}/unit/{id}`,
        scope `account`).

        Args:
            address_id: Number of the address.
            unit_id: Id of the unit.

        Returns: Removal queued under the returned request id.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return self._send(_delete_unit(address_id, unit_id))


class AsyncAddressResource(AsyncResource):
    """The address operations, asynchronous."""

    async def list(self) -> builtins.list[Address]:
        """List the addresses of the account (`GET /address`, scope `account`).

        Returns: The addresses.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list())

    async def create(self, name: str, smartlock_ids: Collection[int]) -> Address:
        """Add an address with its devices (`PUT /address`, scope `account`).

        Args:
            name: Name to give to the address.
            smartlock_ids: Ids of the devices at this address (type << 32 | hex id).

        Returns: The new address.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing or wrong (401).
        """
        return await self._send(_create(name, smartlock_ids))

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

    async def delete_unit_many(
        self, address_id: int, unit_ids: Collection[str]
    ) -> AdvancedConfirmationResponse:
        """Queue the removal of several units of an address (`DELETE /address/{addressId}/unit`,
        scope `account`).

        Args:
            address_id: Number of the address.
            unit_ids: Ids of the units to remove.

        Returns: Removal queued under the returned request id.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return await self._send(_delete_unit_many(address_id, unit_ids))

    async def list_units(self, address_id: int) -> builtins.list[AddressUnitResponse]:
        """List the units of an address (`GET /address/{addressId}/unit`, scope `account`).

        Args:
            address_id: Number of the address.

        Returns: The units.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list_units(address_id))

    async def create_unit(self, address_id: int, name: str) -> AddressUnitResponse:
        """Add a unit to an address (`PUT /address/{addressId}/unit`, scope `account`).

        Args:
            address_id: Number of the address.
            name: Name of the unit.

        Returns: The new unit.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_create_unit(address_id, name))

    async def delete_unit(self, address_id: int, unit_id: str) -> AdvancedConfirmationResponse:
        """Queue the removal of one unit of an address (`DELETE /address/{addressId}/unit/{id}`,
        scope `account`).

        Args:
            address_id: Number of the address.
            unit_id: Id of the unit.

        Returns: Removal queued under the returned request id.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return await self._send(_delete_unit(address_id, unit_id))
