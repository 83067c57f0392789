# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: account."""

from nuki_core.enums import OpenFlag, OpenIntEnum, OpenStrEnum


class AccountOrigin(OpenStrEnum):
    """Where the account comes from."""

    GOOGLE = "GOOGLE"
    APPLE = "APPLE"


class AccountRights(OpenFlag):
    """What a sub account may do, as answers number it. Requests number the same rights otherwise,
    see SubAccountRights.
    """

    MANAGE_SMARTLOCK = 1
    OPERATE_SMARTLOCK = 2
    MANAGE_SMARTLOCK_CONFIG = 4
    MANAGE_SMARTLOCK_AUTHORIZATIONS = 8
    VIEW_SMARTLOCK_LOGS = 16
    MANAGE_SUB_ACCOUNTS = 32
    CREATE_SMARTLOCKS = 64


class AccountType(OpenIntEnum):
    """Kind of account or account user."""

    USER = 0
    """a person"""
    COMPANY = 1
    CARETAKER = 2
    """a caretaker; not for account users"""


class AdvancedApiKeyStatus(OpenStrEnum):
    """How far the application for the Advanced API is."""

    INACTIVE = "INACTIVE"
    APPLIED = "APPLIED"
    """applied for"""
    TESTING = "TESTING"
    """being tested; the secret is visible from here on"""
    ACTIVE = "ACTIVE"


class DeviceSortType(OpenStrEnum):
    """Order of the device page in Nuki Web."""

    FAVOURITES_FIRST = "FAVOURITES_FIRST"
    NAME_ASC = "NAME_ASC"
    """by name"""
    NAME_DESC = "NAME_DESC"
    """by name, backwards"""
    LAST_ADDED_DESC = "LAST_ADDED_DESC"
    """newest first"""


class DeviceViewType(OpenStrEnum):
    """Form of the device page in Nuki Web."""

    LIST = "LIST"
    TILE = "TILE"
    """tiles"""


class IntegrationVersion(OpenStrEnum):
    """OAuth implementation behind an integration."""

    LEGACY = "LEGACY"
    """the old one"""
    HYDRA = "HYDRA"
    """the new one"""


class ShsSubscriptionType(OpenStrEnum):
    """Smart Hosting plan."""

    BUSINESS = "BUSINESS"
    STANDARD = "STANDARD"
    BUSINESS_PLUS = "BUSINESS_PLUS"
    API_ONLY = "API_ONLY"


class SubAccountRights(OpenFlag):
    """What a sub account shall be allowed to do, as requests number it. Answers number the same
    rights otherwise, see AccountRights. The two highest stand in the text of changing a sub account
    only, which names managing sub accounts twice.
    """

    OPERATE_SMARTLOCK = 1
    CHANGE_SMARTLOCK_CONFIG = 2
    MANAGE_SMARTLOCK_USERS = 4
    VIEW_SMARTLOCK_LOGS = 8
    MANAGE_SUB_ACCOUNTS = 16
    MANAGE_SUB_ACCOUNTS_BY_UPDATE = 32
    CREATE_SMARTLOCKS_BY_UPDATE = 64


class TermsOfUseState(OpenStrEnum):
    """Whether the terms of use are in force."""

    ACCEPTED = "Accepted"
    INACTIVE = "Inactive"
    """not in force"""
