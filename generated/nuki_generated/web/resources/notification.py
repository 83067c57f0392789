# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The notification operations of the Nuki API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nuki_core.decode import array, instance, nothing
from nuki_core.model import plain
from nuki_core.request import Operation, Parameter, Request, query, segment
from nuki_core.resource import AsyncResource, Resource

from ..models.notification import Notification

if TYPE_CHECKING:
    import builtins
    from typing import Final


def _list(*, reference_id: str | None = None) -> Request[builtins.list[Notification]]:
    return Request(
        LIST, "/notification", array(Notification.from_dict),
        query=query(("referenceId", reference_id)),
    )


def _create(body: Notification) -> Request[Notification]:
    return Request(CREATE, "/notification", instance(Notification.from_dict), body=plain(body))


def _delete(notification_id: str) -> Request[None]:
    return Request(DELETE, f"/notification/{segment(notification_id)}", nothing)


def _get(notification_id: str) -> Request[Notification]:
    return Request(
        GET, f"/notification/{segment(notification_id)}", instance(Notification.from_dict)
    )


def _update(notification_id: str, body: Notification) -> Request[Notification]:
    return Request(
        UPDATE, f"/notification/{segment(notification_id)}", instance(Notification.from_dict),
        body=plain(body),
    )


LIST: Final = Operation(
    "GET", "/notification", "notification", "list",
    (Parameter("reference_id", "referenceId", "query", False, "str"),), None,
    {200: "list[Notification]", 401: "Error"}, ("smartlock.log",), _list,
)
CREATE: Final = Operation(
    "PUT", "/notification", "notification", "create", (), "Notification",
    {200: "Notification", 400: "Error", 401: "Error", 403: "Error"}, ("smartlock.log",), _create,
    effect="change",
)
DELETE: Final = Operation(
    "DELETE", "/notification/{notificationId}", "notification", "delete",
    (Parameter("notification_id", "notificationId", "path", True, "str"),), None,
    {204: None, 401: "Error", 403: "Error", 405: "Error"}, ("smartlock.log",), _delete,
    effect="change",
)
GET: Final = Operation(
    "GET", "/notification/{notificationId}", "notification", "get",
    (Parameter("notification_id", "notificationId", "path", True, "str"),), None,
    {200: "Notification", 401: "Error", 403: "Error", 404: "Error"}, ("smartlock.log",), _get,
)
UPDATE: Final = Operation(
    "POST", "/notification/{notificationId}", "notification", "update",
    (Parameter("notification_id", "notificationId", "path", True, "str"),), "Notification",
    {200: "Notification", 400: "Error", 401: "Error", 403: "Error"}, ("smartlock.log",), _update,
    effect="change",
)

OPERATIONS: Final = (LIST, CREATE, DELETE, GET, UPDATE)


class NotificationResource(Resource):
    """The notification operations."""

    def list(self, *, reference_id: str | None = None) -> builtins.list[Notification]:
        """List the notification configurations of the account (`GET /notification`, scope
        `smartlock.log`).

        Args:
            reference_id: Only configurations with this reference id of a foreign system.

        Raises: UnauthorizedError (401).
        """
        return self._send(_list(reference_id=reference_id))

    def create(self, body: Notification) -> Notification:
        """Register for push messages or a webhook (`PUT /notification`, scope `smartlock.log`).

        Args:
            body: Receiver, devices and events.

        Raises: BadRequestError (400), UnauthorizedError (401), ForbiddenError (403).
        """
        return self._send(_create(body))

    def delete(self, notification_id: str) -> None:
        """Remove one notification configuration (`DELETE /notification/{notificationId}`, scope
        `smartlock.log`).

        Args:
            notification_id: Id of the notification configuration.

        Raises: UnauthorizedError (401), ForbiddenError (403), MethodNotAllowedError (405).
        """
        return self._send(_delete(notification_id))

    def get(self, notification_id: str) -> Notification:
        """Read one notification configuration (`GET /notification/{notificationId}`, scope
        `smartlock.log`).

        Args:
            notification_id: Id of the notification configuration.

        Raises: UnauthorizedError (401), ForbiddenError (403), NotFoundError (404).
        """
        return self._send(_get(notification_id))

    def update(self, notification_id: str, body: Notification) -> Notification:
        """Change one notification configuration (`POST /notification/{notificationId}`, scope
        `smartlock.log`).

        Args:
            notification_id: Id of the notification configuration.
            body: Receiver, devices and events to set.

        Raises: BadRequestError (400), UnauthorizedError (401), ForbiddenError (403).
        """
        return self._send(_update(notification_id, body))


class AsyncNotificationResource(AsyncResource):
    """The notification operations, asynchronous."""

    async def list(self, *, reference_id: str | None = None) -> builtins.list[Notification]:
        """List the notification configurations of the account (`GET /notification`, scope
        `smartlock.log`).

        Args:
            reference_id: Only configurations with this reference id of a foreign system.

        Raises: UnauthorizedError (401).
        """
        return await self._send(_list(reference_id=reference_id))

    async def create(self, body: Notification) -> Notification:
        """Register for push messages or a webhook (`PUT /notification`, scope `smartlock.log`).

        Args:
            body: Receiver, devices and events.

        Raises: BadRequestError (400), UnauthorizedError (401), ForbiddenError (403).
        """
        return await self._send(_create(body))

    async def delete(self, notification_id: str) -> None:
        """Remove one notification configuration (`DELETE /notification/{notificationId}`, scope
        `smartlock.log`).

        Args:
            notification_id: Id of the notification configuration.

        Raises: UnauthorizedError (401), ForbiddenError (403), MethodNotAllowedError (405).
        """
        return await self._send(_delete(notification_id))

    async def get(self, notification_id: str) -> Notification:
        """Read one notification configuration (`GET /notification/{notificationId}`, scope
        `smartlock.log`).

        Args:
            notification_id: Id of the notification configuration.

        Raises: UnauthorizedError (401), ForbiddenError (403), NotFoundError (404).
        """
        return await self._send(_get(notification_id))

    async def update(self, notification_id: str, body: Notification) -> Notification:
        """Change one notification configuration (`POST /notification/{notificationId}`, scope
        `smartlock.log`).

        Args:
            notification_id: Id of the notification configuration.
            body: Receiver, devices and events to set.

        Raises: BadRequestError (400), UnauthorizedError (401), ForbiddenError (403).
        """
        return await self._send(_update(notification_id, body))
