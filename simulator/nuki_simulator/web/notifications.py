"""``/notification``: who is notified of what, by push message or by the old kind of webhook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.web import Notification, NotificationOs, NotificationStatus
from nuki_core.unset import UNSET

from .cloud import Handlers
from .device_views import devices_of
from .errors import ApiError
from .rows import fetched, filled, listed, merge, row_of

if TYPE_CHECKING:
    from .cloud import Call

HANDLERS: Final = Handlers()


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


@HANDLERS.answers("notification.create")
def create_notification(call: Call) -> Notification:
    """``PUT /notification``."""
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


@HANDLERS.answers("notification.update")
def update_notification(call: Call) -> Notification:
    """``POST /notification/{notificationId}``."""
    row: Notification = row_of(_rows, call, "notification_id")
    _check(call)
    merge(row, call.body, call.now, frozenset({"notification_id", "secret", "status"}))
    return row


@HANDLERS.answers("notification.delete")
def delete_notification(call: Call) -> None:
    """``DELETE /notification/{notificationId}``."""
    row: Notification = row_of(_rows, call, "notification_id")
    if row.status == NotificationStatus.INIT:
        raise ApiError(405, "The notification is being set up.")
    del _rows(call)[call.arguments["notification_id"]]


HANDLERS.add("notification.list", listed(_rows, reference_id="reference_id"))
HANDLERS.add("notification.get", fetched(_rows, "notification_id"))
