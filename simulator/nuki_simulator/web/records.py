"""Records that the server keeps, per account and per device, and its settings."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

import attrs

from nuki.web import AdvancedApiKeyStatus, SmartlockWebConfig

if TYPE_CHECKING:
    from datetime import datetime

    from nuki.web import (
        AccountSetting,
        AccountUser,
        Address,
        AddressReservation,
        AddressToken,
        AddressUnitResponse,
        AdvancedApiKey,
        ApiKey,
        ApiKeyToken,
        DecentralWebhook,
        MyAccount,
        Notification,
        ShsSubscription,
        SmartlockAdvancedConfig,
        SmartlockConfig,
        SmartlockOpenerAdvancedConfig,
        SmartlockSmartdoorAdvancedConfig,
        WebhookLog,
    )
    from nuki_core.ids import SmartlockId

    from .errors import ErrorShape


WORKING: Final = frozenset({AdvancedApiKeyStatus.TESTING, AdvancedApiKeyStatus.ACTIVE})
"""Statuses in which an application for the Advanced API has a secret, and its webhooks are sent."""


@attrs.define(kw_only=True)
class WebSettings:
    """Behaviour of the Web API, each to be switched.

    ``strict`` refuses a body that lacks what the description requires, also where the real server
    was seen to do without it: ``remoteAllowed`` of a new authorisation, ``name`` of an update.
    ``updates_wipe_limits`` has an update of an authorisation clear the dates and times that it does
    not mention, as was reported in 2026; otherwise they stay, as older reports have it.
    ``plain_webhooks`` lets webhooks have ``http`` URLs, which the real server refuses: for a
    receiver on the same machine.

    ``error_shape`` forces one shape on all error bodies; ``None`` takes the one in which a status
    was seen. ``requests_per_window`` requests of a token are answered in ``window`` seconds, more
    get a 429; ``None`` sets no limit.

    ``smart_hosting`` masks devices without a subscription, which is how calls of an Advanced API
    account are answered (Nuki Web API v.1.5.0, "Smart Hosting"); the status of such refusals is
    not documented, hence ``smart_hosting_status``. ``applications`` is the status that an
    application for the Advanced API gets at once.

    ``first_page`` is how ``currentPage`` counts.
    ``stop_webhooks_after`` failed deliveries in a row a webhook is deactivated; ``None`` never.
    ``old_limit`` and ``new_limit`` are how many authorisations a device holds, by its generation.
    """

    strict: bool = False
    updates_wipe_limits: bool = False
    plain_webhooks: bool = False
    error_shape: ErrorShape | None = None
    requests_per_window: int | None = None
    window: float = 60.0
    smart_hosting: bool = False
    smart_hosting_status: int = 403
    applications: AdvancedApiKeyStatus = AdvancedApiKeyStatus.ACTIVE
    first_page: int = 0
    stop_webhooks_after: int | None = None
    old_limit: int = 100
    new_limit: int = 200


_KEPT_LOGS: Final = 300


@attrs.define(eq=False)
class OneTimePasswords:
    """Second factor of an account: its secret, whether it is on, and failed attempts."""

    secret: str = attrs.field(default="", repr=False)
    enabled: bool = False
    failures: int = 0


@attrs.define(eq=False)
class AccountRecord:
    """The rows of one account, by id.

    ``keys_of_tokens`` and ``keys_of_webhooks`` say to which API key a token or a decentral webhook
    belongs. ``webhook_logs`` keeps the last 300 deliveries of each API key, oldest first.
    """

    mine: MyAccount
    users: dict[int, AccountUser] = attrs.field(factory=dict[int, "AccountUser"])
    sub_accounts: dict[int, MyAccount] = attrs.field(factory=dict[int, "MyAccount"])
    addresses: dict[int, Address] = attrs.field(factory=dict[int, "Address"])
    units: dict[str, AddressUnitResponse] = attrs.field(factory=dict[str, "AddressUnitResponse"])
    reservations: dict[str, AddressReservation] = attrs.field(
        factory=dict[str, "AddressReservation"]
    )
    address_tokens: dict[str, AddressToken] = attrs.field(factory=dict[str, "AddressToken"])
    api_keys: dict[int, ApiKey] = attrs.field(factory=dict[int, "ApiKey"])
    applications: dict[int, AdvancedApiKey] = attrs.field(factory=dict[int, "AdvancedApiKey"])
    tokens: dict[str, ApiKeyToken] = attrs.field(factory=dict[str, "ApiKeyToken"])
    keys_of_tokens: dict[str, int] = attrs.field(factory=dict[str, int])
    notifications: dict[str, Notification] = attrs.field(factory=dict[str, "Notification"])
    webhooks: dict[int, DecentralWebhook] = attrs.field(factory=dict[int, "DecentralWebhook"])
    keys_of_webhooks: dict[int, int] = attrs.field(factory=dict[int, int])
    webhook_logs: dict[int, deque[WebhookLog]] = attrs.field(factory=dict[int, "deque[WebhookLog]"])
    setting: AccountSetting | None = None
    otp: OneTimePasswords = attrs.field(factory=OneTimePasswords)
    linked_services: set[str] = attrs.field(factory=set[str])

    def logs_of(self, api_key_id: int) -> deque[WebhookLog]:
        """The delivery log of an API key."""
        return self.webhook_logs.setdefault(api_key_id, deque(maxlen=_KEPT_LOGS))


@attrs.define(eq=False)
class DeviceRecord:
    """Facts that the server keeps about a device beyond its state.

    ``american`` devices refuse to unlatch. ``codes_under_way`` are keypad codes that the device has
    yet to learn, ``unsent`` log entries made while it was offline, to be reported when it is back.
    """

    config: SmartlockConfig
    advanced: SmartlockAdvancedConfig | None = None
    opener: SmartlockOpenerAdvancedConfig | None = None
    smartdoor: SmartlockSmartdoorAdvancedConfig | None = None
    web: SmartlockWebConfig = attrs.field(factory=SmartlockWebConfig)
    favorite: bool = False
    auth_id: int = 0
    american: bool = False
    subscription: ShsSubscription | None = None
    past_subscriptions: list[ShsSubscription] = attrs.field(factory=list["ShsSubscription"])
    codes_under_way: set[Any] = attrs.field(factory=set[Any], repr=False)
    unsent: list[Any] = attrs.field(factory=list[Any])


@attrs.define(eq=False)
class Grant:
    """An authorisation code, or a refresh token, and what it is good for."""

    account_id: int
    client_id: str
    scopes: tuple[str, ...]
    redirect_uri: str = ""
    expires: datetime | None = None


@attrs.define(eq=False)
class WebState:
    """Everything that the server of the Web API remembers."""

    settings: WebSettings = attrs.field(factory=WebSettings)
    accounts: dict[int, AccountRecord] = attrs.field(factory=dict[int, "AccountRecord"])
    devices: dict[SmartlockId, DeviceRecord] = attrs.field(
        factory=dict["SmartlockId", "DeviceRecord"]
    )
    codes: dict[str, Grant] = attrs.field(factory=dict[str, "Grant"], repr=False)
    refresh_tokens: dict[str, Grant] = attrs.field(factory=dict[str, "Grant"], repr=False)
    clients: dict[str, str] = attrs.field(factory=dict[str, str], repr=False)
    recent: dict[str, deque[float]] = attrs.field(factory=dict[str, "deque[float]"], repr=False)
    failures: dict[str, int] = attrs.field(factory=dict[str, int])
    last_number: int = 0
