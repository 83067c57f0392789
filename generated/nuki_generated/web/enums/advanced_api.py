# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: advanced api."""

from __future__ import annotations

from nuki_core.enums import OpenFlag, OpenIntEnum, OpenStrEnum


class ActionOption(OpenFlag):
    """How an action is carried out."""

    FORCE = 2
    FULL_LOCK = 4


class LockAction(OpenIntEnum):
    """What a lock can be asked to do. A Box only unlocks."""

    UNLOCK = 1
    LOCK = 2
    UNLATCH = 3
    LOCK_N_GO = 4
    LOCK_N_GO_WITH_UNLATCH = 5


class OpenerAction(OpenIntEnum):
    """What an Opener can be asked to do.

    Members:
        ACTIVATE_RING_TO_OPEN: ring to open on
        DEACTIVATE_RING_TO_OPEN: ring to open off
        ELECTRIC_STRIKE_ACTUATION: open the door
        ACTIVATE_CONTINUOUS_MODE: continuous mode on
        DEACTIVATE_CONTINUOUS_MODE: continuous mode off
    """

    ACTIVATE_RING_TO_OPEN = 1
    DEACTIVATE_RING_TO_OPEN = 2
    ELECTRIC_STRIKE_ACTUATION = 3
    ACTIVATE_CONTINUOUS_MODE = 6
    DEACTIVATE_CONTINUOUS_MODE = 7


class WebhookFeature(OpenStrEnum):
    """What triggers a webhook.

    Members:
        DEVICE_STATUS: state of a device changed
        DEVICE_MASTERDATA: master data of a device changed
        DEVICE_CONFIG: config of a device changed
        DEVICE_LOGS: new log entry
        DEVICE_AUTHS: authorization created, changed or deleted
        ACCOUNT_USER: account user created, changed or deleted
    """

    DEVICE_STATUS = "DEVICE_STATUS"
    DEVICE_MASTERDATA = "DEVICE_MASTERDATA"
    DEVICE_CONFIG = "DEVICE_CONFIG"
    DEVICE_LOGS = "DEVICE_LOGS"
    DEVICE_AUTHS = "DEVICE_AUTHS"
    ACCOUNT_USER = "ACCOUNT_USER"


class Weekdays(OpenFlag):
    """Days of the week on which an authorization is valid; all, or none sent, means every day."""

    MONDAY = 64
    TUESDAY = 32
    WEDNESDAY = 16
    THURSDAY = 8
    FRIDAY = 4
    SATURDAY = 2
    SUNDAY = 1
