# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The smartlock log operations of the Nuki API."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import Final

from nuki_core.arguments import EnumByDeviceType, check_id, check_member, check_moment, check_period
from nuki_core.decode import array
from nuki_core.ids import SmartlockId, device_type_in
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource

from ..enums.smartlock_log import LogAction, OpenerLogAction
from ..models.smartlock_log import SmartlockLog


def _list(
    *,
    account_user_id: int | None = None,
    from_date: datetime | None = None,
    to_date: datetime | None = None,
    action: LogAction | OpenerLogAction | int | None = None,
    older_than: str | None = None,
    limit: int | None = None,
) -> Request[builtins.list[SmartlockLog]]:
    check_moment(LIST, "from_date", from_date)
    check_moment(LIST, "to_date", to_date)
    check_member(
        LIST,
        "action",
        action,
        (
            LogAction,
            OpenerLogAction,
        ),
    )
    check_period(LIST, "from_date", from_date, "to_date", to_date)
    return Request(
        LIST,
        "/smartlock/log",
        array(SmartlockLog.from_dict),
        query=query(
            ("accountUserId", account_user_id),
            ("fromDate", from_date),
            ("toDate", to_date),
            ("action", action),
            ("id", older_than),
            ("limit", limit),
        ),
    )


def _list_for_smartlock(
    smartlock_id: int,
    *,
    auth_id: str | None = None,
    account_user_id: int | None = None,
    from_date: datetime | None = None,
    to_date: datetime | None = None,
    action: LogAction | OpenerLogAction | int | None = None,
    older_than: str | None = None,
    limit: int | None = None,
) -> Request[builtins.list[SmartlockLog]]:
    check_id(LIST_FOR_SMARTLOCK, "smartlock_id", smartlock_id, SmartlockId)
    check_moment(LIST_FOR_SMARTLOCK, "from_date", from_date)
    check_moment(LIST_FOR_SMARTLOCK, "to_date", to_date)
    check_member(
        LIST_FOR_SMARTLOCK,
        "action",
        action,
        EnumByDeviceType(LogAction, {2: OpenerLogAction}).of(device_type_in(smartlock_id)),
        device_type_in(smartlock_id),
    )
    check_period(LIST_FOR_SMARTLOCK, "from_date", from_date, "to_date", to_date)
    return Request(
        LIST_FOR_SMARTLOCK,
        f"/smartlock/{encode_path(smartlock_id)}/log",
        array(SmartlockLog.from_dict),
        query=query(
            ("authId", auth_id),
            ("accountUserId", account_user_id),
            ("fromDate", from_date),
            ("toDate", to_date),
            ("action", action),
            ("id", older_than),
            ("limit", limit),
        ),
    )


LIST: Final = Operation(
    method="GET",
    path="/smartlock/log",
    resource="smartlock_log",
    name="list",
    parameters=(
        Parameter("account_user_id", "accountUserId", "query", False, "int"),
        Parameter("from_date", "fromDate", "query", False, "datetime"),
        Parameter("to_date", "toDate", "query", False, "datetime"),
        Parameter("action", "action", "query", False, "LogAction | OpenerLogAction"),
        Parameter("older_than", "id", "query", False, "str"),
        Parameter("limit", "limit", "query", False, "int"),
    ),
    body=None,
    responses={200: "list[SmartlockLog]", 401: "Error"},
    scopes=("smartlock.log",),
    request=_list,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
LIST_FOR_SMARTLOCK: Final = Operation(
    method="GET",
    path="/smartlock/{smartlockId}/log",
    resource="smartlock_log",
    name="list_for_smartlock",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("auth_id", "authId", "query", False, "str"),
        Parameter("account_user_id", "accountUserId", "query", False, "int"),
        Parameter("from_date", "fromDate", "query", False, "datetime"),
        Parameter("to_date", "toDate", "query", False, "datetime"),
        Parameter("action", "action", "query", False, "LogAction | OpenerLogAction"),
        Parameter("older_than", "id", "query", False, "str"),
        Parameter("limit", "limit", "query", False, "int"),
    ),
    body=None,
    responses={200: "list[SmartlockLog]", 401: "Error"},
    scopes=("smartlock.log",),
    request=_list_for_smartlock,
    reasons={401: "Token missing, wrong or lacking the scope"},
)

OPERATIONS: Final = (LIST, LIST_FOR_SMARTLOCK)


class SmartlockLogResource(Resource):
    """The smartlock log operations."""

    def list(
        self,
        *,
        account_user_id: int | None = None,
        from_date: datetime | None = None,
        to_date: datetime | None = None,
        action: LogAction | OpenerLogAction | int | None = None,
        older_than: str | None = None,
        limit: int | None = None,
    ) -> builtins.list[SmartlockLog]:
        """List the log entries of all devices (`GET /smartlock/log`, scope `smartlock.log`).

        Args:
            account_user_id: Only entries caused by this account user.
            from_date: Only entries from this time on (RFC 3339, UTC).
            to_date: Only entries up to this time (RFC 3339, UTC).
            action: Only entries with this action code (see SmartlockLog.action).
            older_than: Only entries older than the one with this id; use the last id received to
                read on.
            limit: How many entries to return, 50 at most. Default: 20.

        Returns: The entries, newest first.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(
            _list(
                account_user_id=account_user_id,
                from_date=from_date,
                to_date=to_date,
                action=action,
                older_than=older_than,
                limit=limit,
            )
        )

    def list_for_smartlock(
        self,
        smartlock_id: int,
        *,
        auth_id: str | None = None,
        account_user_id: int | None = None,
        from_date: datetime | None = None,
        to_date: datetime | None = None,
        action: LogAction | OpenerLogAction | int | None = None,
        older_than: str | None = None,
        limit: int | None = None,
    ) -> builtins.list[SmartlockLog]:
        """List the log entries of one device (`GET /smartlock/{smartlockId}/log`, scope
        `smartlock.log`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            auth_id: Only entries caused by this authorization.
            account_user_id: Only entries caused by this account user.
            from_date: Only entries from this time on (RFC 3339, UTC).
            to_date: Only entries up to this time (RFC 3339, UTC).
            action: Only entries with this action code (see SmartlockLog.action).
            older_than: Only entries older than the one with this id; use the last id received to
                read on.
            limit: How many entries to return, 50 at most. Default: 20.

        Returns: The entries, newest first.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(
            _list_for_smartlock(
                smartlock_id,
                auth_id=auth_id,
                account_user_id=account_user_id,
                from_date=from_date,
                to_date=to_date,
                action=action,
                older_than=older_than,
                limit=limit,
            )
        )


class AsyncSmartlockLogResource(AsyncResource):
    """The smartlock log operations, asynchronous."""

    async def list(
        self,
        *,
        account_user_id: int | None = None,
        from_date: datetime | None = None,
        to_date: datetime | None = None,
        action: LogAction | OpenerLogAction | int | None = None,
        older_than: str | None = None,
        limit: int | None = None,
    ) -> builtins.list[SmartlockLog]:
        """List the log entries of all devices (`GET /smartlock/log`, scope `smartlock.log`).

        Args:
            account_user_id: Only entries caused by this account user.
            from_date: Only entries from this time on (RFC 3339, UTC).
            to_date: Only entries up to this time (RFC 3339, UTC).
            action: Only entries with this action code (see SmartlockLog.action).
            older_than: Only entries older than the one with this id; use the last id received to
                read on.
            limit: How many entries to return, 50 at most. Default: 20.

        Returns: The entries, newest first.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(
            _list(
                account_user_id=account_user_id,
                from_date=from_date,
                to_date=to_date,
                action=action,
                older_than=older_than,
                limit=limit,
            )
        )

    async def list_for_smartlock(
        self,
        smartlock_id: int,
        *,
        auth_id: str | None = None,
        account_user_id: int | None = None,
        from_date: datetime | None = None,
        to_date: datetime | None = None,
        action: LogAction | OpenerLogAction | int | None = None,
        older_than: str | None = None,
        limit: int | None = None,
    ) -> builtins.list[SmartlockLog]:
        """List the log entries of one device (`GET /smartlock/{smartlockId}/log`, scope
        `smartlock.log`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            auth_id: Only entries caused by this authorization.
            account_user_id: Only entries caused by this account user.
            from_date: Only entries from this time on (RFC 3339, UTC).
            to_date: Only entries up to this time (RFC 3339, UTC).
            action: Only entries with this action code (see SmartlockLog.action).
            older_than: Only entries older than the one with this id; use the last id received to
                read on.
            limit: How many entries to return, 50 at most. Default: 20.

        Returns: The entries, newest first.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(
            _list_for_smartlock(
                smartlock_id,
                auth_id=auth_id,
                account_user_id=account_user_id,
                from_date=from_date,
                to_date=to_date,
                action=action,
                older_than=older_than,
                limit=limit,
            )
        )
