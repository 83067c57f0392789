# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The address token operations of the Nuki API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nuki_core.decode import array, instance, nothing
from nuki_core.request import Operation, Parameter, Request, query, segment
from nuki_core.resource import AsyncResource, Resource

from ..models.address_token import AddressToken, AddressTokenInfo

if TYPE_CHECKING:
    import builtins
    from typing import Final


def _get(id: str) -> Request[AddressTokenInfo]:
    return Request(GET, f"/address/token/{segment(id)}", instance(AddressTokenInfo.from_dict))


def _get_redeemed(id: str) -> Request[AddressToken]:
    return Request(
        GET_REDEEMED, f"/address/token/{segment(id)}/redeem", instance(AddressToken.from_dict)
    )


def _redeem(id: str, *, send_email: bool | None = None) -> Request[None]:
    return Request(
        REDEEM, f"/address/token/{segment(id)}/redeem", nothing, query=query(("email", send_email))
    )


def _list(address_id: int) -> Request[builtins.list[AddressToken]]:
    return Request(LIST, f"/address/{segment(address_id)}/token", array(AddressToken.from_dict))


GET: Final = Operation(
    "GET", "/address/token/{id}", "address_token", "get",
    (Parameter("id", "id", "path", True, "str"),), None,
    {200: "AddressTokenInfo", 401: "Error", 404: "Error"}, (), _get,
)
GET_REDEEMED: Final = Operation(
    "GET", "/address/token/{id}/redeem", "address_token", "get_redeemed",
    (Parameter("id", "id", "path", True, "str"),), None,
    {200: "AddressToken", 401: "Error", 404: "Error"}, ("account",), _get_redeemed,
)
REDEEM: Final = Operation(
    "POST", "/address/token/{id}/redeem", "address_token", "redeem",
    (Parameter("id", "id", "path", True, "str"), Parameter("send_email", "email", "query", False, "bool"),),
    None, {204: None, 400: "Error", 401: "Error", 404: "Error"}, ("account",), _redeem,
    effect="change",
)
LIST: Final = Operation(
    "GET", "/address/{addressId}/token", "address_token", "list",
    (Parameter("address_id", "addressId", "path", True, "int"),), None,
    {200: "list[AddressToken]", 400: "Error", 401: "Error"}, ("account",), _list,
)

OPERATIONS: Final = (GET, GET_REDEEMED, REDEEM, LIST)


class AddressTokenResource(Resource):
    """The address token operations."""

    def get(self, id: str) -> AddressTokenInfo:
        """Look up what an address token opens (`GET /address/token/{id}`).

        Args:
            id: Id of the address token.

        Raises: UnauthorizedError (401), NotFoundError (404).
        """
        return self._send(_get(id))

    def get_redeemed(self, id: str) -> AddressToken:
        """Read an address token after redemption (`GET /address/token/{id}/redeem`, scope
        `account`).

        Args:
            id: Id of the address token.

        Raises: UnauthorizedError (401), NotFoundError (404).
        """
        return self._send(_get_redeemed(id))

    def redeem(self, id: str, *, send_email: bool | None = None) -> None:
        """Redeem a token of an address (`POST /address/token/{id}/redeem`, scope `account`).

        Args:
            id: Id of the address token.
            send_email: Whether an e-mail is sent; false suppresses it.

        Raises: BadRequestError (400), UnauthorizedError (401), NotFoundError (404).
        """
        return self._send(_redeem(id, send_email=send_email))

    def list(self, address_id: int) -> builtins.list[AddressToken]:
        """List the tokens of an address (`GET /address/{addressId}/token`, scope `account`).

        Args:
            address_id: Number of the address.

        Raises: BadRequestError (400), UnauthorizedError (401).
        """
        return self._send(_list(address_id))


class AsyncAddressTokenResource(AsyncResource):
    """The address token operations, asynchronous."""

    async def get(self, id: str) -> AddressTokenInfo:
        """Look up what an address token opens (`GET /address/token/{id}`).

        Args:
            id: Id of the address token.

        Raises: UnauthorizedError (401), NotFoundError (404).
        """
        return await self._send(_get(id))

    async def get_redeemed(self, id: str) -> AddressToken:
        """Read an address token after redemption (`GET /address/token/{id}/redeem`, scope
        `account`).

        Args:
            id: Id of the address token.

        Raises: UnauthorizedError (401), NotFoundError (404).
        """
        return await self._send(_get_redeemed(id))

    async def redeem(self, id: str, *, send_email: bool | None = None) -> None:
        """Redeem a token of an address (`POST /address/token/{id}/redeem`, scope `account`).

        Args:
            id: Id of the address token.
            send_email: Whether an e-mail is sent; false suppresses it.

        Raises: BadRequestError (400), UnauthorizedError (401), NotFoundError (404).
        """
        return await self._send(_redeem(id, send_email=send_email))

    async def list(self, address_id: int) -> builtins.list[AddressToken]:
        """List the tokens of an address (`GET /address/{addressId}/token`, scope `account`).

        Args:
            address_id: Number of the address.

        Raises: BadRequestError (400), UnauthorizedError (401).
        """
        return await self._send(_list(address_id))
