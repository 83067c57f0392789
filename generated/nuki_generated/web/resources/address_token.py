# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The address token operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.decode import array, instance, nothing
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource

from ..models.address_token import AddressToken, AddressTokenInfo


def _get(token_id: str) -> Request[AddressTokenInfo]:
    return Request(
        GET, f"/address/token/{encode_path(token_id)}", instance(AddressTokenInfo.from_dict)
    )


def _get_redeemed(token_id: str) -> Request[AddressToken]:
    return Request(
        GET_REDEEMED,
        f"/address/token/{encode_path(token_id)}/redeem",
        instance(AddressToken.from_dict),
    )


def _redeem(token_id: str, *, send_email: bool | None = None) -> Request[None]:
    return Request(
        REDEEM,
        f"/address/token/{encode_path(token_id)}/redeem",
        nothing,
        query=query(("email", send_email)),
    )


def _list(address_id: int) -> Request[builtins.list[AddressToken]]:
    return Request(LIST, f"/address/{encode_path(address_id)}/token", array(AddressToken.from_dict))


GET: Final = Operation(
    method="GET",
    path="/address/token/{id}",
    resource="address_token",
    name="get",
    parameters=(Parameter("token_id", "id", "path", True, "str"),),
    body=None,
    responses={200: "AddressTokenInfo", 401: "Error", 404: "Error"},
    scopes=(),
    request=_get,
    reasons={401: "Token missing or wrong", 404: "No such address token"},
)
GET_REDEEMED: Final = Operation(
    method="GET",
    path="/address/token/{id}/redeem",
    resource="address_token",
    name="get_redeemed",
    parameters=(Parameter("token_id", "id", "path", True, "str"),),
    body=None,
    responses={200: "AddressToken", 401: "Error", 404: "Error"},
    scopes=("account",),
    request=_get_redeemed,
    reasons={401: "Token missing, wrong or lacking the scope", 404: "No such address token"},
)
REDEEM: Final = Operation(
    method="POST",
    path="/address/token/{id}/redeem",
    resource="address_token",
    name="redeem",
    parameters=(
        Parameter("token_id", "id", "path", True, "str"),
        Parameter("send_email", "email", "query", False, "bool"),
    ),
    body=None,
    responses={204: None, 400: "Error", 401: "Error", 404: "Error"},
    scopes=("account",),
    request=_redeem,
    effect="change",
    reasons={
        400: "A parameter is not valid",
        401: "Token missing, wrong or lacking the scope",
        404: "No such address token",
    },
)
LIST: Final = Operation(
    method="GET",
    path="/address/{addressId}/token",
    resource="address_token",
    name="list",
    parameters=(Parameter("address_id", "addressId", "path", True, "int"),),
    body=None,
    responses={200: "list[AddressToken]", 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_list,
    reasons={400: "A parameter is not valid", 401: "Token missing or wrong"},
)

OPERATIONS: Final = (GET, GET_REDEEMED, REDEEM, LIST)


class AddressTokenResource(Resource):
    """The address token operations."""

    def get(self, token_id: str) -> AddressTokenInfo:
        """Look up what an address token opens (`GET /address/token/{id}`).

        Args:
            token_id: Id of the address token.

        Returns: Names of the address and of its devices.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
            NotFoundError: No such address token (404).
        """
        return self._send(_get(token_id))

    def get_redeemed(self, token_id: str) -> AddressToken:
        """Read an address token after redemption (`GET /address/token/{id}/redeem`, scope
        `account`).

        Args:
            token_id: Id of the address token.

        Returns: The token with its invite keys.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            NotFoundError: No such address token (404).
        """
        return self._send(_get_redeemed(token_id))

    def redeem(self, token_id: str, *, send_email: bool | None = None) -> None:
        """Redeem a token of an address (`POST /address/token/{id}/redeem`, scope `account`).

        Args:
            token_id: Id of the address token.
            send_email: Whether an e-mail is sent; false suppresses it.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            NotFoundError: No such address token (404).
        """
        return self._send(_redeem(token_id, send_email=send_email))

    def list(self, address_id: int) -> builtins.list[AddressToken]:
        """List the tokens of an address (`GET /address/{addressId}/token`, scope `account`).

        Args:
            address_id: Number of the address.

        Returns: The address tokens.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing or wrong (401).
        """
        return self._send(_list(address_id))


class AsyncAddressTokenResource(AsyncResource):
    """The address token operations, asynchronous."""

    async def get(self, token_id: str) -> AddressTokenInfo:
        """Look up what an address token opens (`GET /address/token/{id}`).

        Args:
            token_id: Id of the address token.

        Returns: Names of the address and of its devices.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
            NotFoundError: No such address token (404).
        """
        return await self._send(_get(token_id))

    async def get_redeemed(self, token_id: str) -> AddressToken:
        """Read an address token after redemption (`GET /address/token/{id}/redeem`, scope
        `account`).

        Args:
            token_id: Id of the address token.

        Returns: The token with its invite keys.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            NotFoundError: No such address token (404).
        """
        return await self._send(_get_redeemed(token_id))

    async def redeem(self, token_id: str, *, send_email: bool | None = None) -> None:
        """Redeem a token of an address (`POST /address/token/{id}/redeem`, scope `account`).

        Args:
            token_id: Id of the address token.
            send_email: Whether an e-mail is sent; false suppresses it.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            NotFoundError: No such address token (404).
        """
        return await self._send(_redeem(token_id, send_email=send_email))

    async def list(self, address_id: int) -> builtins.list[AddressToken]:
        """List the tokens of an address (`GET /address/{addressId}/token`, scope `account`).

        Args:
            address_id: Number of the address.

        Returns: The address tokens.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing or wrong (401).
        """
        return await self._send(_list(address_id))
