# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The discovery operations of the Nuki Bridge HTTP API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.decode import array_in
from nuki_core.request import Operation, Request
from nuki_core.resource import AsyncResource, Resource

from ..models.discovery import DiscoveredBridge


def _list() -> Request[builtins.list[DiscoveredBridge]]:
    return Request(
        LIST, "/discover/bridges", array_in("bridges", DiscoveredBridge.from_dict, code="errorCode")
    )


LIST: Final = Operation(
    method="GET",
    path="/discover/bridges",
    resource="discovery",
    name="list",
    parameters=(),
    body=None,
    responses={200: "list[DiscoveredBridge]"},
    scopes=(),
    request=_list,
    timeout=10.0,
    server="https://api.nuki.io",
    signed=False,
)

OPERATIONS: Final = (LIST,)


class DiscoveryResource(Resource):
    """The discovery operations."""

    def list(self) -> builtins.list[DiscoveredBridge]:
        """Find the bridges behind the caller's public address (`GET /discover/bridges`).

        Answered by the vendor's server, not by a bridge. Lists the bridges that contacted that
        server during the last 30 days from the public IP address the request comes from. A listed
        bridge is not necessarily reachable. Address `0.0.0.0` or port 0 means that its owner
        switched off publishing and `/auth`. Since 1.6.

        Returns: The bridges known for this public address; the list can be empty.
        """
        return self._send(_list())


class AsyncDiscoveryResource(AsyncResource):
    """The discovery operations, asynchronous."""

    async def list(self) -> builtins.list[DiscoveredBridge]:
        """Find the bridges behind the caller's public address (`GET /discover/bridges`).

        Answered by the vendor's server, not by a bridge. Lists the bridges that contacted that
        server during the last 30 days from the public IP address the request comes from. A listed
        bridge is not necessarily reachable. Address `0.0.0.0` or port 0 means that its owner
        switched off publishing and `/auth`. Since 1.6.

        Returns: The bridges known for this public address; the list can be empty.
        """
        return await self._send(_list())
