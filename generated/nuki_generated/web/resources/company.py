# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The company operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.decode import array
from nuki_core.request import Operation, Request
from nuki_core.resource import AsyncResource, Resource

from ..models.company import Company


def _list() -> Request[builtins.list[Company]]:
    return Request(LIST, "/company", array(Company.from_dict))


LIST: Final = Operation(
    method="GET",
    path="/company",
    resource="company",
    name="list",
    parameters=(),
    body=None,
    responses={200: "list[Company]", 401: "Error", 403: "Error"},
    scopes=(),
    request=_list,
    reasons={401: "Token missing or wrong", 403: "Not permitted for this account"},
)

OPERATIONS: Final = (LIST,)


class CompanyResource(Resource):
    """The company operations."""

    def list(self) -> builtins.list[Company]:
        """List the known companies (`GET /company`).

        Returns: The companies.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_list())


class AsyncCompanyResource(AsyncResource):
    """The company operations, asynchronous."""

    async def list(self) -> builtins.list[Company]:
        """List the known companies (`GET /company`).

        Returns: The companies.

        Raises:
            UnauthorizedError: Token missing or wrong (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_list())
