# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: smartlock log."""

from __future__ import annotations

from nuki_core.enums import OpenIntEnum


class LogAction(OpenIntEnum):
    """What a log entry about a lock reports.

    Members:
        RESTORE_RESET_TO_DEFAULT_SETTING: reset to default settings
        DOOR_WARNING_STATUS_MISMATCH: door status does not fit
        DOOR_LOG_ENABLED: door log on
        DOOR_LOG_DISABLED: door log off
        INITIALIZATION: set up
        LOG_ENABLED: log on
        LOG_DISABLED: log off
    """

    UNLOCK = 1
    LOCK = 2
    UNLATCH = 3
    LOCK_N_GO = 4
    LOCK_N_GO_WITH_UNLATCH = 5
    RESTORE_RESET_TO_DEFAULT_SETTING = 11
    DOOR_WARNING_AJAR = 208
    DOOR_WARNING_STATUS_MISMATCH = 209
    DOOR_OPENED = 240
    DOOR_CLOSED = 241
    DOOR_SENSOR_JAMMED = 242
    FIRMWARE_UPDATE = 243
    DOOR_LOG_ENABLED = 250
    DOOR_LOG_DISABLED = 251
    INITIALIZATION = 252
    CALIBRATION = 253
    LOG_ENABLED = 254
    LOG_DISABLED = 255


class LogSource(OpenIntEnum):
    """What identified the person.

    Members:
        DEFAULT: nothing special
        KEYPAD_CODE: code of a keypad
    """

    DEFAULT = 0
    KEYPAD_CODE = 1
    FINGERPRINT = 2
    TAP_TO_UNLOCK = 3


class LogState(OpenIntEnum):
    """How a logged action ended. An entry of source TAP_TO_UNLOCK and trigger KEYPAD_ERROR reads 0
    as access document revoked, 1 as NFC sending failed, 2 as control flow, 3 as command expired,
    7 as invalid data and 255 as unknown.

    Members:
        CANCELED: cancelled
        TOO_RECENT: too soon after the last one
        LOW_MOTOR_VOLTAGE: motor voltage too low
        REJECTED_NIGHT_MODE: rejected in night mode
        INVALID_ACCESS_RIGHTS: access rights invalid (tap to unlock only)
        INVALID_CODE: wrong code
        INVALID_FINGERPRINT: wrong fingerprint
        INVALID_NFC_TAG: wrong NFC tag
    """

    SUCCESS = 0
    MOTOR_BLOCKED = 1
    CANCELED = 2
    TOO_RECENT = 3
    BUSY = 4
    LOW_MOTOR_VOLTAGE = 5
    CLUTCH_FAILURE = 6
    MOTOR_POWER_FAILURE = 7
    INCOMPLETE = 8
    REJECTED = 9
    REJECTED_NIGHT_MODE = 10
    INVALID_ACCESS_RIGHTS = 37
    INVALID_CODE = 224
    INVALID_FINGERPRINT = 225
    INVALID_NFC_TAG = 226
    OTHER_ERROR = 254
    UNKNOWN_ERROR = 255


class OpenerLogAction(OpenIntEnum):
    """What a log entry about an Opener reports.

    Members:
        ACTIVATE_RING_TO_OPEN: ring to open on
        DEACTIVATE_RING_TO_OPEN: ring to open off
        ELECTRIC_STRIKE_ACTUATION: open the door
        ACTIVATE_CONTINUOUS_MODE: continuous mode on
        DEACTIVATE_CONTINUOUS_MODE: continuous mode off
        RESTORE_RESET_TO_DEFAULT_SETTING: reset to default settings
        DOOR_WARNING_STATUS_MISMATCH: door status does not fit
        DOORBELL_RECOGNITION: doorbell rang
        DOOR_LOG_ENABLED: door log on
        DOOR_LOG_DISABLED: door log off
        INITIALIZATION: set up
        LOG_ENABLED: log on
        LOG_DISABLED: log off
    """

    ACTIVATE_RING_TO_OPEN = 1
    DEACTIVATE_RING_TO_OPEN = 2
    ELECTRIC_STRIKE_ACTUATION = 3
    ACTIVATE_CONTINUOUS_MODE = 6
    DEACTIVATE_CONTINUOUS_MODE = 7
    RESTORE_RESET_TO_DEFAULT_SETTING = 11
    DOOR_WARNING_AJAR = 208
    DOOR_WARNING_STATUS_MISMATCH = 209
    DOORBELL_RECOGNITION = 224
    DOOR_OPENED = 240
    DOOR_CLOSED = 241
    DOOR_SENSOR_JAMMED = 242
    FIRMWARE_UPDATE = 243
    DOOR_LOG_ENABLED = 250
    DOOR_LOG_DISABLED = 251
    INITIALIZATION = 252
    CALIBRATION = 253
    LOG_ENABLED = 254
    LOG_DISABLED = 255


class OpenerLogSource(OpenIntEnum):
    """What switched ring to open or continuous mode.

    Members:
        TIMECONTROL: time control
    """

    DOORBELL = 0
    TIMECONTROL = 1
    APP = 2
    BUTTON = 3
    FOB = 4
    BRIDGE = 5
    KEYPAD = 6
