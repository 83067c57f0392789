# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: notification."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import SmartlockId, shared_smartlock_id
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define, field
from nuki_core.model import NO_PROPERTIES, new
from nuki_core.request_model import RequestModel
from nuki_core.unset import UNSET, Unset

from ..enums.account_user import LanguageCode
from ..enums.notification import NotificationEvent, NotificationOs, NotificationStatus

_LanguageCodeMembers: Final = members(LanguageCode)
_NotificationEventMembers: Final = members(NotificationEvent)
_NotificationOsMembers: Final = members(NotificationOs)
_NotificationStatusMembers: Final = members(NotificationStatus)


@define(kw_only=True, repr=False)
class NotificationSetting(RequestModel):
    """What to report about one device, or about all."""

    auth_ids: list[str] | Unset = UNSET
    """Report only what these authorizations (users, keypads) do; empty means all of them."""
    smartlock_id: SmartlockId | Unset = UNSET
    """Device to report on (type << 32 | hex id); without it, all devices of the account."""
    trigger_events: list[NotificationEvent]
    """Events to report."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "auth_ids": "authIds",
        "smartlock_id": "smartlockId",
        "trigger_events": "triggerEvents",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.auth_ids, raw_smartlock_id, raw_trigger_events) = self._members(d)
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        if raw_trigger_events.__class__ is list:
            raw_trigger_events = [
                _NotificationEventMembers[item] if item.__class__ is str else item
                for item in raw_trigger_events
            ]
        self.trigger_events = raw_trigger_events
        return self


@define(kw_only=True, repr=False)
class Notification(RequestModel):
    """Who is notified of what: a phone by push message or, deprecated, a web hook."""

    language: LanguageCode | Unset = UNSET
    """Language of push messages; English if absent."""
    last_active_date: datetime | Unset = UNSET
    """When it was last active (UTC)."""
    notification_id: str | Unset = UNSET
    """Id of the notification configuration."""
    os: NotificationOs
    """Where messages go."""
    push_id: str = field(repr=False)
    """Push id of the phone, or the address to call for a webhook."""
    reference_id: str | Unset = UNSET
    """Free id that ties it to a foreign system."""
    secret: str | Unset = field(default=UNSET, repr=False)
    """Webhooks only (os 2): key of 40 hex characters that signs the checksum of what is posted."""
    settings: list[NotificationSetting]
    """What to report, device by device."""
    status: NotificationStatus | Unset = UNSET
    """State of the configuration."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "language": "language",
        "last_active_date": "lastActiveDate",
        "notification_id": "notificationId",
        "os": "os",
        "push_id": "pushId",
        "reference_id": "referenceId",
        "secret": "secret",
        "settings": "settings",
        "status": "status",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            raw_language,
            raw_last_active_date,
            self.notification_id,
            raw_os,
            self.push_id,
            self.reference_id,
            self.secret,
            raw_settings,
            raw_status,
        ) = self._members(d)
        if raw_language.__class__ is str:
            raw_language = _LanguageCodeMembers[raw_language]
        self.language = raw_language
        if raw_last_active_date.__class__ is str:
            raw_last_active_date = parse_datetime(raw_last_active_date)
        self.last_active_date = raw_last_active_date
        self.os = _NotificationOsMembers[raw_os] if raw_os.__class__ is int else raw_os
        if raw_settings.__class__ is list:
            raw_settings = [
                NotificationSetting.from_dict(item) if item.__class__ is dict else item
                for item in raw_settings
            ]
        self.settings = raw_settings
        if raw_status.__class__ is int:
            raw_status = _NotificationStatusMembers[raw_status]
        self.status = raw_status
        return self
