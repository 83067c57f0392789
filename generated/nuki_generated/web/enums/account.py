# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: account."""

from __future__ import annotations

from nuki_core.enums import OpenFlag, OpenIntEnum, OpenStrEnum


class AccountOrigin(OpenStrEnum):
    """Where the account comes from."""

    GOOGLE = "GOOGLE"
    APPLE = "APPLE"


class AccountRights(OpenFlag):
    """What a sub account may do."""

    MANAGE_SMARTLOCK = 1
    OPERATE_SMARTLOCK = 2
    MANAGE_SMARTLOCK_CONFIG = 4
    MANAGE_SMARTLOCK_AUTHORIZATIONS = 8
    VIEW_SMARTLOCK_LOGS = 16
    MANAGE_SUB_ACCOUNTS = 32
    CREATE_SMARTLOCKS = 64


class AccountType(OpenIntEnum):
    """Kind of account or account user.

    Members:
        USER: a person
        CARETAKER: a caretaker; not for account users
    """

    USER = 0
    COMPANY = 1
    CARETAKER = 2


class AdvancedApiKeyStatus(OpenStrEnum):
    """How far the application for the Advanced API is.

    Members:
        APPLIED: applied for
        TESTING: being tested; the secret is visible from here on
    """

    INACTIVE = "INACTIVE"
    APPLIED = "APPLIED"
    TESTING = "TESTING"
    ACTIVE = "ACTIVE"


class AdvancedApiKeyType(OpenStrEnum):
    """What the Advanced API is used for.

    Members:
        ONLY_SECRET: client secret only, no webhooks
        HEALTHCARE: health care
    """

    ONLY_SECRET = "ONLY_SECRET"
    SHORT_RENTAL = "SHORT_RENTAL"
    HEALTHCARE = "HEALTHCARE"
    SMART_HOME = "SMART_HOME"
    OTHER = "OTHER"


class DeviceSortType(OpenStrEnum):
    """Order of the device page in Nuki Web.

    Members:
        NAME_ASC: by name
        NAME_DESC: by name, backwards
        LAST_ADDED_DESC: newest first
    """

    FAVOURITES_FIRST = "FAVOURITES_FIRST"
    NAME_ASC = "NAME_ASC"
    NAME_DESC = "NAME_DESC"
    LAST_ADDED_DESC = "LAST_ADDED_DESC"


class DeviceViewType(OpenStrEnum):
    """Form of the device page in Nuki Web.

    Members:
        TILE: tiles
    """

    LIST = "LIST"
    TILE = "TILE"


class IntegrationVersion(OpenStrEnum):
    """OAuth implementation behind an integration.

    Members:
        LEGACY: the old one
        HYDRA: the new one
    """

    LEGACY = "LEGACY"
    HYDRA = "HYDRA"


class Scope(OpenStrEnum):
    """What a token may do.

    Members:
        ACCOUNT: read and change the account
        NOTIFICATION: read and change notifications
        SMARTLOCK: read and change devices
        SMARTLOCK_READ_ONLY: read devices
        SMARTLOCK_ACTION: operate devices
        SMARTLOCK_AUTH: read and change authorizations
        SMARTLOCK_CONFIG: change configs
        SMARTLOCK_LOG: read logs
        SMARTLOCK_CREATE: add devices
        WEBHOOK_DECENTRAL: register decentral webhooks
    """

    ACCOUNT = "account"
    NOTIFICATION = "notification"
    SMARTLOCK = "smartlock"
    SMARTLOCK_READ_ONLY = "smartlock.readOnly"
    SMARTLOCK_ACTION = "smartlock.action"
    SMARTLOCK_AUTH = "smartlock.auth"
    SMARTLOCK_CONFIG = "smartlock.config"
    SMARTLOCK_LOG = "smartlock.log"
    SMARTLOCK_CREATE = "smartlock.create"
    WEBHOOK_DECENTRAL = "webhook.decentral"


class ShsSubscriptionType(OpenStrEnum):
    """Smart Hosting plan."""

    BUSINESS = "BUSINESS"
    STANDARD = "STANDARD"
    BUSINESS_PLUS = "BUSINESS_PLUS"
    API_ONLY = "API_ONLY"


class TermsOfUseState(OpenStrEnum):
    """Whether the terms of use are in force.

    Members:
        INACTIVE: not in force
    """

    ACCEPTED = "Accepted"
    INACTIVE = "Inactive"
