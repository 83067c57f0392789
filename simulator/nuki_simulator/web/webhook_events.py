"""Webhook events: what the world's events become for those who subscribed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.web import (
    DeviceAuthsWebhook,
    DeviceConfigWebhook,
    DeviceLogsWebhook,
    DeviceMasterdataWebhook,
    DeviceStatusWebhook,
    WebhookFeature,
)
from nuki_simulator.world.events import (
    AuthChanged,
    ConfigChanged,
    DeviceChanged,
    DeviceEvent,
    LogAdded,
    StatusReported,
)

from .activity_logs import with_user
from .cloud import Cloud
from .device_views import admin_pin_state, device_state, server_state, smartlock
from .rows import filled
from .webhooks import publish, subscribers_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_simulator.world.events import Event
    from nuki_simulator.world.world import World


def publish_webhooks(world: World) -> None:
    """Have the world's events published from now on; once per world."""

    def hear(event: Event) -> None:
        if not isinstance(event, DeviceEvent):
            return
        # Nothing is published of a device that is gone already, but that it went.
        going = isinstance(event, DeviceChanged) and event.deleted
        if going or world.devices.get(event.device.smartlock_id) is event.device:
            _PUBLISHERS[type(event)](Cloud.of(world), event)

    world.listen(hear)


def _status(cloud: Cloud, event: StatusReported) -> None:
    device = event.device
    # Devices report often, and mostly nobody asked for it.
    if subscribers_of(cloud, device.account_id, WebhookFeature.DEVICE_STATUS):
        payload = DeviceStatusWebhook(
            feature=WebhookFeature.DEVICE_STATUS,
            smartlock_id=device.smartlock_id,
            state=device_state(cloud, device),
            server_state=server_state(device),
            admin_pin_state=admin_pin_state(device),
        )
        publish(cloud, device.account_id, payload)
    waiting, cloud.device(device).unsent = cloud.device(device).unsent, []
    for late in waiting:
        _log(cloud, late)


def _masterdata(cloud: Cloud, event: DeviceChanged) -> None:
    payload: DeviceMasterdataWebhook = filled(
        DeviceMasterdataWebhook,
        smartlock(cloud, event.device),
        feature=WebhookFeature.DEVICE_MASTERDATA,
        deleted=event.deleted,
    )
    publish(cloud, event.device.account_id, payload)


def _config(cloud: Cloud, event: ConfigChanged) -> None:
    payload: DeviceConfigWebhook = filled(
        DeviceConfigWebhook,
        smartlock(cloud, event.device),
        feature=WebhookFeature.DEVICE_CONFIG,
        deleted=False,
    )
    publish(cloud, event.device.account_id, payload)


def _log(cloud: Cloud, event: LogAdded) -> None:
    device = event.device
    if not device.online:
        cloud.device(device).unsent.append(event)
        return
    payload = DeviceLogsWebhook(
        feature=WebhookFeature.DEVICE_LOGS,
        deleted=False,
        smartlock_log=with_user(device, event.entry),
    )
    publish(cloud, device.account_id, payload)


def _auth(cloud: Cloud, event: AuthChanged) -> None:
    payload = DeviceAuthsWebhook(
        feature=WebhookFeature.DEVICE_AUTHS, deleted=event.deleted, smartlock_auth=event.auth
    )
    publish(cloud, event.device.account_id, payload)


_PUBLISHERS: Final[dict[type[DeviceEvent], Callable[..., None]]] = {
    StatusReported: _status,
    DeviceChanged: _masterdata,
    ConfigChanged: _config,
    LogAdded: _log,
    AuthChanged: _auth,
}
