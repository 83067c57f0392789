# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: notification."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define, field

from nuki_core.enums import members
from nuki_core.ids import SmartlockId, shared_smartlock_id
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.account_user import LanguageCode
from ..enums.notification import NotificationEvent, NotificationOs, NotificationStatus
_LanguageCode: Final = members(LanguageCode)
_NotificationEvent: Final = members(NotificationEvent)
_NotificationOs: Final = members(NotificationOs)
_NotificationStatus: Final = members(NotificationStatus)


@define(kw_only=True, repr=False, weakref_slot=False)
class Notification(Model):
    """Who is notified of what: a phone by push message or, deprecated, a web hook.

    Attributes:
        language: Language of push messages; English if absent.
        last_active_date: When it was last active (UTC).
        notification_id: Id of the notification configuration.
        os: Where messages go.
        push_id: Push id of the phone, or the address to call for a webhook.
        reference_id: Free id that ties it to a foreign system.
        secret: Webhooks only (os 2): key of 40 hex characters that signs the checksum of what is
            posted.
        settings: What to report, device by device.
        status: State of the configuration.
    """

    language: LanguageCode | Unset = UNSET
    last_active_date: datetime | Unset = UNSET
    notification_id: str | Unset = UNSET
    os: NotificationOs
    push_id: str = field(repr=False)
    reference_id: str | Unset = UNSET
    secret: str | Unset = field(default=UNSET, repr=False)
    settings: list[NotificationSetting]
    status: NotificationStatus | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.language = _LanguageCode[v] if (v := d.get("language", MISSING)).__class__ is str else v
        self.last_active_date = instant(d.get("lastActiveDate", MISSING))
        self.notification_id = d.get("notificationId", MISSING)
        self.os = _NotificationOs[v] if (v := d.get("os", MISSING)).__class__ is int else v
        self.push_id = d.get("pushId", MISSING)
        self.reference_id = d.get("referenceId", MISSING)
        self.secret = d.get("secret", MISSING)
        self.settings = [NotificationSetting.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("settings", MISSING)).__class__ is list else v
        self.status = _NotificationStatus[v] if (v := d.get("status", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _Notification)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "language": plain(self.language), "lastActiveDate": plain(self.last_active_date),
            "notificationId": self.notification_id, "os": plain(self.os), "pushId": self.push_id,
            "referenceId": self.reference_id, "secret": self.secret,
            "settings": plain(self.settings), "status": plain(self.status),
        })


_Notification: Final = frozenset({
    "language", "lastActiveDate", "notificationId", "os", "pushId", "referenceId", "secret",
    "settings", "status",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class NotificationSetting(Model):
    """What to report about one device, or about all.

    Attributes:
        auth_ids: Report only what these authorizations (users, keypads) do; empty means all of
            them.
        smartlock_id: Device to report on (type << 32 | hex id); without it, all devices of the
            account.
        trigger_events: Events to report.
    """

    auth_ids: list[str] | Unset = UNSET
    smartlock_id: SmartlockId | Unset = UNSET
    trigger_events: list[NotificationEvent]

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.auth_ids = d.get("authIds", MISSING)
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.trigger_events = [_NotificationEvent[e] if e.__class__ is str else e for e in v] if (v := d.get("triggerEvents", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _NotificationSetting)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "authIds": self.auth_ids, "smartlockId": plain(self.smartlock_id),
            "triggerEvents": plain(self.trigger_events),
        })


_NotificationSetting: Final = frozenset({"authIds", "smartlockId", "triggerEvents"})
