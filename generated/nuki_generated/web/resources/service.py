# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The service operations of the Nuki API."""

from __future__ import annotations

import builtins
from collections.abc import Collection
from typing import Final

from nuki_core.arguments import check_member
from nuki_core.decode import json_object, json_objects, nothing, text
from nuki_core.json import JsonObject
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource

from ..enums.address import ServiceId


def _list(
    *, service_ids: Collection[ServiceId | str] | None = None
) -> Request[builtins.list[JsonObject]]:
    check_member(LIST, "service_ids", service_ids, (ServiceId,))
    return Request(LIST, "/service", json_objects, query=query(("serviceIds", service_ids)))


def _get(service_id: str) -> Request[JsonObject]:
    return Request(GET, f"/service/{encode_path(service_id)}", json_object)


def _link(service_id: str) -> Request[str]:
    return Request(LINK, f"/service/{encode_path(service_id)}/link", text)


def _sync(service_id: str) -> Request[None]:
    return Request(SYNC, f"/service/{encode_path(service_id)}/sync", nothing)


def _unlink(service_id: str) -> Request[None]:
    return Request(UNLINK, f"/service/{encode_path(service_id)}/unlink", nothing)


LIST: Final = Operation(
    method="GET",
    path="/service",
    resource="service",
    name="list",
    parameters=(Parameter("service_ids", "serviceIds", "query", False, "list[ServiceId]"),),
    body=None,
    responses={200: "list[JsonObject]", 401: "Error"},
    scopes=("account",),
    request=_list,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
GET: Final = Operation(
    method="GET",
    path="/service/{serviceId}",
    resource="service",
    name="get",
    parameters=(Parameter("service_id", "serviceId", "path", True, "str"),),
    body=None,
    responses={200: "JsonObject", 401: "Error"},
    scopes=("account",),
    request=_get,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
LINK: Final = Operation(
    method="POST",
    path="/service/{serviceId}/link",
    resource="service",
    name="link",
    parameters=(Parameter("service_id", "serviceId", "path", True, "str"),),
    body=None,
    responses={200: "str", 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_link,
    effect="change",
    reasons={400: "A parameter is not valid", 401: "Token missing, wrong or lacking the scope"},
)
SYNC: Final = Operation(
    method="POST",
    path="/service/{serviceId}/sync",
    resource="service",
    name="sync",
    parameters=(Parameter("service_id", "serviceId", "path", True, "str"),),
    body=None,
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_sync,
    effect="change",
    reasons={400: "A parameter is not valid", 401: "Token missing, wrong or lacking the scope"},
)
UNLINK: Final = Operation(
    method="POST",
    path="/service/{serviceId}/unlink",
    resource="service",
    name="unlink",
    parameters=(Parameter("service_id", "serviceId", "path", True, "str"),),
    body=None,
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_unlink,
    effect="change",
    reasons={400: "A parameter is not valid", 401: "Token missing, wrong or lacking the scope"},
)

OPERATIONS: Final = (LIST, GET, LINK, SYNC, UNLINK)


class ServiceResource(Resource):
    """The service operations."""

    def list(
        self, *, service_ids: Collection[ServiceId | str] | None = None
    ) -> builtins.list[JsonObject]:
        """List the booking services (`GET /service`, scope `account`).

        Args:
            service_ids: Only these services.

        Returns: The services.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list(service_ids=service_ids))

    def get(self, service_id: str) -> JsonObject:
        """Read one booking service (`GET /service/{serviceId}`, scope `account`).

        Args:
            service_id: Name of the service, for example airbnb.

        Returns: The service.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_get(service_id))

    def link(self, service_id: str) -> str:
        """Connect a booking service to the account (`POST /service/{serviceId}/link`, scope
        `account`).

        Args:
            service_id: Name of the service, for example airbnb.

        Returns: The server's answer as text.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_link(service_id))

    def sync(self, service_id: str) -> None:
        """Fetch the latest data of a booking service (`POST /service/{serviceId}/sync`, scope
        `account`).

        Args:
            service_id: Name of the service, for example airbnb.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_sync(service_id))

    def unlink(self, service_id: str) -> None:
        """Disconnect a booking service from the account (`POST /service/{serviceId}/unlink`, scope
        `account`).

        Args:
            service_id: Name of the service, for example airbnb.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_unlink(service_id))


class AsyncServiceResource(AsyncResource):
    """The service operations, asynchronous."""

    async def list(
        self, *, service_ids: Collection[ServiceId | str] | None = None
    ) -> builtins.list[JsonObject]:
        """List the booking services (`GET /service`, scope `account`).

        Args:
            service_ids: Only these services.

        Returns: The services.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list(service_ids=service_ids))

    async def get(self, service_id: str) -> JsonObject:
        """Read one booking service (`GET /service/{serviceId}`, scope `account`).

        Args:
            service_id: Name of the service, for example airbnb.

        Returns: The service.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_get(service_id))

    async def link(self, service_id: str) -> str:
        """Connect a booking service to the account (`POST /service/{serviceId}/link`, scope
        `account`).

        Args:
            service_id: Name of the service, for example airbnb.

        Returns: The server's answer as text.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_link(service_id))

    async def sync(self, service_id: str) -> None:
        """Fetch the latest data of a booking service (`POST /service/{serviceId}/sync`, scope
        `account`).

        Args:
            service_id: Name of the service, for example airbnb.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_sync(service_id))

    async def unlink(self, service_id: str) -> None:
        """Disconnect a booking service from the account (`POST /service/{serviceId}/unlink`, scope
        `account`).

        Args:
            service_id: Name of the service, for example airbnb.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_unlink(service_id))
