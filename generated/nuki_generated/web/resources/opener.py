# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The opener operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.decode import array, instance
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource

from ..models.opener import OpenerIntercomBrand, OpenerIntercomModel


def _list_brands() -> Request[builtins.list[OpenerIntercomBrand]]:
    return Request(LIST_BRANDS, "/opener/brand", array(OpenerIntercomBrand.from_dict))


def _get_brand(brand_id: int) -> Request[OpenerIntercomBrand]:
    return Request(
        GET_BRAND, f"/opener/brand/{encode_path(brand_id)}", instance(OpenerIntercomBrand.from_dict)
    )


def _list_intercoms(
    *,
    brand_id: int | None = None,
    ignore_verified: bool | None = None,
    recently_changed: bool | None = None,
) -> Request[builtins.list[OpenerIntercomModel]]:
    return Request(
        LIST_INTERCOMS,
        "/opener/intercom",
        array(OpenerIntercomModel.from_dict),
        query=query(
            ("brandId", brand_id),
            ("ignoreVerified", ignore_verified),
            ("recentlyChanged", recently_changed),
        ),
    )


def _get_intercom(intercom_id: int) -> Request[OpenerIntercomModel]:
    return Request(
        GET_INTERCOM,
        f"/opener/intercom/{encode_path(intercom_id)}",
        instance(OpenerIntercomModel.from_dict),
    )


LIST_BRANDS: Final = Operation(
    method="GET",
    path="/opener/brand",
    resource="opener",
    name="list_brands",
    parameters=(),
    body=None,
    responses={200: "list[OpenerIntercomBrand]", 401: "Error"},
    scopes=(),
    request=_list_brands,
    reasons={401: "Token missing or wrong"},
)
GET_BRAND: Final = Operation(
    method="GET",
    path="/opener/brand/{brandId}",
    resource="opener",
    name="get_brand",
    parameters=(Parameter("brand_id", "brandId", "path", True, "int"),),
    body=None,
    responses={200: "OpenerIntercomBrand", 401: "Error"},
    scopes=(),
    request=_get_brand,
    reasons={401: "Token missing or wrong"},
)
LIST_INTERCOMS: Final = Operation(
    method="GET",
    path="/opener/intercom",
    resource="opener",
    name="list_intercoms",
    parameters=(
        Parameter("brand_id", "brandId", "query", False, "int"),
        Parameter("ignore_verified", "ignoreVerified", "query", False, "bool"),
        Parameter("recently_changed", "recentlyChanged", "query", False, "bool"),
    ),
    body=None,
    responses={200: "list[OpenerIntercomModel]", 401: "Error"},
    scopes=(),
    request=_list_intercoms,
    reasons={401: "Token missing or wrong"},
    any_of=("brand_id", "recently_changed"),
)
GET_INTERCOM: Final = Operation(
    method="GET",
    path="/opener/intercom/{intercomId}",
    resource="opener",
    name="get_intercom",
    parameters=(Parameter("intercom_id", "intercomId", "path", True, "int"),),
    body=None,
    responses={200: "OpenerIntercomModel", 401: "Error"},
    scopes=(),
    request=_get_intercom,
    reasons={401: "Token missing or wrong"},
)

OPERATIONS: Final = (LIST_BRANDS, GET_BRAND, LIST_INTERCOMS, GET_INTERCOM)


class OpenerResource(Resource):
    """The opener operations."""

    def list_brands(self) -> builtins.list[OpenerIntercomBrand]:
        """List the intercom brands (`GET /opener/brand`).

        Returns: The brands.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
        """
        return self._send(_list_brands())

    def get_brand(self, brand_id: int) -> OpenerIntercomBrand:
        """Read one intercom brand (`GET /opener/brand/{brandId}`).

        Args:
            brand_id: Number of the brand.

        Returns: The brand.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
        """
        return self._send(_get_brand(brand_id))

    def list_intercoms(
        self,
        *,
        brand_id: int | None = None,
        ignore_verified: bool | None = None,
        recently_changed: bool | None = None,
    ) -> builtins.list[OpenerIntercomModel]:
        """List the intercom models (`GET /opener/intercom`).

        Args:
            brand_id: Only models of this brand; may be left out only if recently_changed is given.
            ignore_verified: true returns models of any verified value.
            recently_changed: true returns every model updated of late.

        Returns: The models that match.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
        """
        return self._send(
            _list_intercoms(
                brand_id=brand_id,
                ignore_verified=ignore_verified,
                recently_changed=recently_changed,
            )
        )

    def get_intercom(self, intercom_id: int) -> OpenerIntercomModel:
        """Read one intercom model (`GET /opener/intercom/{intercomId}`).

        Args:
            intercom_id: Number of the intercom model.

        Returns: The model with its wiring.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
        """
        return self._send(_get_intercom(intercom_id))


class AsyncOpenerResource(AsyncResource):
    """The opener operations, asynchronous."""

    async def list_brands(self) -> builtins.list[OpenerIntercomBrand]:
        """List the intercom brands (`GET /opener/brand`).

        Returns: The brands.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
        """
        return await self._send(_list_brands())

    async def get_brand(self, brand_id: int) -> OpenerIntercomBrand:
        """Read one intercom brand (`GET /opener/brand/{brandId}`).

        Args:
            brand_id: Number of the brand.

        Returns: The brand.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
        """
        return await self._send(_get_brand(brand_id))

    async def list_intercoms(
        self,
        *,
        brand_id: int | None = None,
        ignore_verified: bool | None = None,
        recently_changed: bool | None = None,
    ) -> builtins.list[OpenerIntercomModel]:
        """List the intercom models (`GET /opener/intercom`).

        Args:
            brand_id: Only models of this brand; may be left out only if recently_changed is given.
            ignore_verified: true returns models of any verified value.
            recently_changed: true returns every model updated of late.

        Returns: The models that match.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
        """
        return await self._send(
            _list_intercoms(
                brand_id=brand_id,
                ignore_verified=ignore_verified,
                recently_changed=recently_changed,
            )
        )

    async def get_intercom(self, intercom_id: int) -> OpenerIntercomModel:
        """Read one intercom model (`GET /opener/intercom/{intercomId}`).

        Args:
            intercom_id: Number of the intercom model.

        Returns: The model with its wiring.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
        """
        return await self._send(_get_intercom(intercom_id))
