# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: notification."""

from __future__ import annotations

from nuki_core.enums import OpenIntEnum, OpenStrEnum


class NotificationEvent(OpenStrEnum):
    """What triggers a notification.

    Members:
        LOCK: locked
        UNLOCK: unlocked
        UNLATCH: unlatched
        OPEN: opened by an Opener
        RING: doorbell rang
        SMARTLOCK: device events
    """

    LOCK = "lock"
    UNLOCK = "unlock"
    UNLATCH = "unlatch"
    LOCK_N_GO = "lockngo"
    OPEN = "open"
    RING = "ring"
    DOOR_SENSOR = "doorsensor"
    WARNINGS = "warnings"
    SMARTLOCK = "smartlock"


class NotificationOs(OpenIntEnum):
    """Where a notification goes.

    Members:
        ANDROID: Android app
        IOS: iOS app
    """

    ANDROID = 0
    IOS = 1
    WEB_HOOK = 2


class NotificationStatus(OpenIntEnum):
    """State of a notification target.

    Members:
        INIT: not used yet
        ACTIVE: works
    """

    INIT = 0
    ACTIVE = 1
    FAILED = 2
