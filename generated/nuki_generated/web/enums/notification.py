# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: notification."""

from nuki_core.enums import OpenIntEnum, OpenStrEnum


class NotificationEvent(OpenStrEnum):
    """What triggers a notification."""

    LOCK = "lock"
    """locked"""
    UNLOCK = "unlock"
    """unlocked"""
    UNLATCH = "unlatch"
    """unlatched"""
    LOCK_N_GO = "lockngo"
    OPEN = "open"
    """opened by an Opener"""
    RING = "ring"
    """doorbell rang"""
    DOOR_SENSOR = "doorsensor"
    WARNINGS = "warnings"
    SMARTLOCK = "smartlock"
    """device events"""


class NotificationOs(OpenIntEnum):
    """Where a notification goes."""

    ANDROID = 0
    """Android app"""
    IOS = 1
    """iOS app"""
    WEB_HOOK = 2


class NotificationStatus(OpenIntEnum):
    """State of a notification target."""

    INIT = 0
    """not used yet"""
    ACTIVE = 1
    """works"""
    FAILED = 2
