# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The notification operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.arguments import check_body
from nuki_core.bodies import model_body
from nuki_core.decode import array, instance, nothing
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource

from ..models.notification import Notification


def _list(*, reference_id: str | None = None) -> Request[builtins.list[Notification]]:
    return Request(
        LIST,
        "/notification",
        array(Notification.from_dict),
        query=query(("referenceId", reference_id)),
    )


def _create(body: Notification) -> Request[Notification]:
    check_body(CREATE, body)
    return Request(
        CREATE,
        "/notification",
        instance(Notification.from_dict),
        body=model_body(CREATE, Notification, body),
    )


def _delete(notification_id: str) -> Request[None]:
    return Request(DELETE, f"/notification/{encode_path(notification_id)}", nothing)


def _get(notification_id: str) -> Request[Notification]:
    return Request(
        GET, f"/notification/{encode_path(notification_id)}", instance(Notification.from_dict)
    )


def _update(notification_id: str, body: Notification) -> Request[Notification]:
    check_body(UPDATE, body)
    return Request(
        UPDATE,
        f"/notification/{encode_path(notification_id)}",
        instance(Notification.from_dict),
        body=model_body(UPDATE, Notification, body),
    )


LIST: Final = Operation(
    method="GET",
    path="/notification",
    resource="notification",
    name="list",
    parameters=(Parameter("reference_id", "referenceId", "query", False, "str"),),
    body=None,
    responses={200: "list[Notification]", 401: "Error"},
    scopes=("smartlock.log",),
    request=_list,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
CREATE: Final = Operation(
    method="PUT",
    path="/notification",
    resource="notification",
    name="create",
    parameters=(Parameter("body", "", "body", True, "Notification"),),
    body="Notification",
    responses={200: "Notification", 400: "Error", 401: "Error", 403: "Error"},
    scopes=("smartlock.log",),
    request=_create,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
DELETE: Final = Operation(
    method="DELETE",
    path="/notification/{notificationId}",
    resource="notification",
    name="delete",
    parameters=(Parameter("notification_id", "notificationId", "path", True, "str"),),
    body=None,
    responses={204: None, 401: "Error", 403: "Error", 405: "Error"},
    scopes=("smartlock.log",),
    request=_delete,
    effect="change",
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        405: "This configuration may not be removed",
    },
)
GET: Final = Operation(
    method="GET",
    path="/notification/{notificationId}",
    resource="notification",
    name="get",
    parameters=(Parameter("notification_id", "notificationId", "path", True, "str"),),
    body=None,
    responses={200: "Notification", 401: "Error", 403: "Error", 404: "Error"},
    scopes=("smartlock.log",),
    request=_get,
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        404: "No such notification configuration",
    },
)
UPDATE: Final = Operation(
    method="POST",
    path="/notification/{notificationId}",
    resource="notification",
    name="update",
    parameters=(
        Parameter("notification_id", "notificationId", "path", True, "str"),
        Parameter("body", "", "body", True, "Notification"),
    ),
    body="Notification",
    responses={200: "Notification", 400: "Error", 401: "Error", 403: "Error"},
    scopes=("smartlock.log",),
    request=_update,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)

OPERATIONS: Final = (LIST, CREATE, DELETE, GET, UPDATE)


class NotificationResource(Resource):
    """The notification operations."""

    def list(self, *, reference_id: str | None = None) -> builtins.list[Notification]:
        """List the notification configurations of the account (`GET /notification`, scope
        `smartlock.log`).

        The vendor calls this deprecated: it may go without notice.

        Args:
            reference_id: Only configurations with this reference id of a foreign system.

        Returns: The notification configurations.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list(reference_id=reference_id))

    def create(self, body: Notification) -> Notification:
        """Register for push messages or a webhook (`PUT /notification`, scope `smartlock.log`).

        The vendor calls this deprecated: it may go without notice.

        Args:
            body: Receiver, devices and events.

        Returns: The new configuration.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_create(body))

    def delete(self, notification_id: str) -> None:
        """Remove one notification configuration (`DELETE /notification/{notificationId}`, scope
        `smartlock.log`).

        The vendor calls this deprecated: it may go without notice.

        Args:
            notification_id: Id of the notification configuration.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            MethodNotAllowedError: This configuration may not be removed (405).
        """
        return self._send(_delete(notification_id))

    def get(self, notification_id: str) -> Notification:
        """Read one notification configuration (`GET /notification/{notificationId}`, scope
        `smartlock.log`).

        The vendor calls this deprecated: it may go without notice.

        Args:
            notification_id: Id of the notification configuration.

        Returns: The configuration.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: No such notification configuration (404).
        """
        return self._send(_get(notification_id))

    def update(self, notification_id: str, body: Notification) -> Notification:
        """Change one notification configuration (`POST /notification/{notificationId}`, scope
        `smartlock.log`).

        The vendor calls this deprecated: it may go without notice.

        Args:
            notification_id: Id of the notification configuration.
            body: Receiver, devices and events to set.

        Returns: The configuration as changed.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_update(notification_id, body))


class AsyncNotificationResource(AsyncResource):
    """The notification operations, asynchronous."""

    async def list(self, *, reference_id: str | None = None) -> builtins.list[Notification]:
        """List the notification configurations of the account (`GET /notification`, scope
        `smartlock.log`).

        The vendor calls this deprecated: it may go without notice.

        Args:
            reference_id: Only configurations with this reference id of a foreign system.

        Returns: The notification configurations.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list(reference_id=reference_id))

    async def create(self, body: Notification) -> Notification:
        """Register for push messages or a webhook (`PUT /notification`, scope `smartlock.log`).

        The vendor calls this deprecated: it may go without notice.

        Args:
            body: Receiver, devices and events.

        Returns: The new configuration.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_create(body))

    async def delete(self, notification_id: str) -> None:
        """Remove one notification configuration (`DELETE /notification/{notificationId}`, scope
        `smartlock.log`).

        The vendor calls this deprecated: it may go without notice.

        Args:
            notification_id: Id of the notification configuration.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            MethodNotAllowedError: This configuration may not be removed (405).
        """
        return await self._send(_delete(notification_id))

    async def get(self, notification_id: str) -> Notification:
        """Read one notification configuration (`GET /notification/{notificationId}`, scope
        `smartlock.log`).

        The vendor calls this deprecated: it may go without notice.

        Args:
            notification_id: Id of the notification configuration.

        Returns: The configuration.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: No such notification configuration (404).
        """
        return await self._send(_get(notification_id))

    async def update(self, notification_id: str, body: Notification) -> Notification:
        """Change one notification configuration (`POST /notification/{notificationId}`, scope
        `smartlock.log`).

        The vendor calls this deprecated: it may go without notice.

        Args:
            notification_id: Id of the notification configuration.
            body: Receiver, devices and events to set.

        Returns: The configuration as changed.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_update(notification_id, body))
