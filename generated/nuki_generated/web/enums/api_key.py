# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: api key."""

from nuki_core.enums import OpenStrEnum


class Scope(OpenStrEnum):
    """What a token may do."""

    ACCOUNT = "account"
    """read and change the account"""
    NOTIFICATION = "notification"
    """read and change notifications"""
    SMARTLOCK = "smartlock"
    """read and change devices"""
    SMARTLOCK_READ_ONLY = "smartlock.readOnly"
    """read devices"""
    SMARTLOCK_ACTION = "smartlock.action"
    """operate devices"""
    SMARTLOCK_AUTH = "smartlock.auth"
    """read and change authorizations"""
    SMARTLOCK_CONFIG = "smartlock.config"
    """change configs"""
    SMARTLOCK_LOG = "smartlock.log"
    """read logs"""
    SMARTLOCK_CREATE = "smartlock.create"
    """add devices"""
    WEBHOOK_DECENTRAL = "webhook.decentral"
    """register decentral webhooks"""
