# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: advanced api."""

from nuki_core.enums import OpenStrEnum


class AdvancedApiKeyType(OpenStrEnum):
    """What the Advanced API is used for."""

    ONLY_SECRET = "ONLY_SECRET"
    """client secret only, no webhooks"""
    SHORT_RENTAL = "SHORT_RENTAL"
    HEALTHCARE = "HEALTHCARE"
    """health care"""
    SMART_HOME = "SMART_HOME"
    OTHER = "OTHER"


class WebhookFeature(OpenStrEnum):
    """What triggers a webhook."""

    DEVICE_STATUS = "DEVICE_STATUS"
    """state of a device changed"""
    DEVICE_MASTERDATA = "DEVICE_MASTERDATA"
    """master data of a device changed"""
    DEVICE_CONFIG = "DEVICE_CONFIG"
    """config of a device changed"""
    DEVICE_LOGS = "DEVICE_LOGS"
    """new log entry"""
    DEVICE_AUTHS = "DEVICE_AUTHS"
    """authorization created, changed or deleted"""
    ACCOUNT_USER = "ACCOUNT_USER"
    """account user created, changed or deleted"""


class WebhookStatus(OpenStrEnum):
    """Whether webhooks are delivered."""

    ACTIVE = "ACTIVE"
    """delivered"""
    DEACTIVATED = "DEACTIVATED"
    """stopped"""
