"""``/notification``: who is told of what, by push message or by the old kind of webhook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.web import Notification, NotificationOs, NotificationStatus
from nuki_core.unset import UNSET

from .device_views import devices_of
from .errors import ApiError
from .rows import fetched, filled, listed, merge, row_of

if TYPE_CHECKING:
    from .cloud import Call
    from .rows import Handler


def _rows(call: Call) -> dict[str, Notification]:
    return call.account.notifications


def _check(call: Call) -> None:
    devices_of(
        call,
        [
            setting.smartlock_id
            for setting in call.body.settings
            if setting.smartlock_id is not UNSET
        ],
    )


def _create(call: Call) -> Notification:
    _check(call)
    notification_id = call.cloud.object_id()
    is_webhook = call.body.os == NotificationOs.WEB_HOOK
    secret = call.cloud.world.randomness.hexadecimal(40) if is_webhook else UNSET
    row: Notification = filled(
        Notification,
        call.body,
        notification_id=notification_id,
        status=NotificationStatus.ACTIVE,
        secret=secret,
        last_active_date=call.now,
    )
    _rows(call)[notification_id] = row
    return row


def _update(call: Call) -> Notification:
    row: Notification = row_of(_rows, call, "notification_id")
    _check(call)
    merge(row, call.body, call.now, frozenset({"notification_id", "secret", "status"}))
    return row


def _delete(call: Call) -> None:
    row: Notification = row_of(_rows, call, "notification_id")
    if row.status == NotificationStatus.INIT:
        raise ApiError(405, "The notification is being set up.")
    del _rows(call)[call.arguments["notification_id"]]


HANDLERS: Final[dict[str, Handler]] = {
    "list": listed(_rows, reference_id="reference_id"),
    "get": fetched(_rows, "notification_id"),
    "create": _create,
    "update": _update,
    "delete": _delete,
}
