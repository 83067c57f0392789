# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: smartlock log."""

from nuki_core.enums import OpenIntEnum


class LogAction(OpenIntEnum):
    """What a log entry about a lock reports."""

    UNLOCK = 1
    LOCK = 2
    UNLATCH = 3
    LOCK_N_GO = 4
    LOCK_N_GO_WITH_UNLATCH = 5
    RESTORE_RESET_TO_DEFAULT_SETTING = 11
    """reset to default settings"""
    DOOR_WARNING_AJAR = 208
    DOOR_WARNING_STATUS_MISMATCH = 209
    """door status does not fit"""
    DOOR_OPENED = 240
    DOOR_CLOSED = 241
    DOOR_SENSOR_JAMMED = 242
    FIRMWARE_UPDATE = 243
    DOOR_LOG_ENABLED = 250
    """door log on"""
    DOOR_LOG_DISABLED = 251
    """door log off"""
    INITIALIZATION = 252
    """set up"""
    CALIBRATION = 253
    LOG_ENABLED = 254
    """log on"""
    LOG_DISABLED = 255
    """log off"""


class LogSource(OpenIntEnum):
    """What identified the person."""

    DEFAULT = 0
    """nothing special"""
    KEYPAD_CODE = 1
    """code of a keypad"""
    FINGERPRINT = 2
    TAP_TO_UNLOCK = 3


class LogState(OpenIntEnum):
    """How a logged action ended. An entry of source TAP_TO_UNLOCK and trigger KEYPAD_ERROR reads 0
    as access document revoked, 1 as NFC sending failed, 2 as control flow, 3 as command expired, 7
    as invalid data and 255 as unknown.
    """

    SUCCESS = 0
    MOTOR_BLOCKED = 1
    CANCELED = 2
    """cancelled"""
    TOO_RECENT = 3
    """too soon after the last one"""
    BUSY = 4
    LOW_MOTOR_VOLTAGE = 5
    """motor voltage too low"""
    CLUTCH_FAILURE = 6
    MOTOR_POWER_FAILURE = 7
    INCOMPLETE = 8
    REJECTED = 9
    REJECTED_NIGHT_MODE = 10
    """rejected in night mode"""
    INVALID_ACCESS_RIGHTS = 37
    """access rights invalid (tap to unlock only)"""
    INVALID_CODE = 224
    """wrong code"""
    INVALID_FINGERPRINT = 225
    """wrong fingerprint"""
    INVALID_NFC_TAG = 226
    """wrong NFC tag"""
    OTHER_ERROR = 254
    UNKNOWN_ERROR = 255


class OpenerLogAction(OpenIntEnum):
    """What a log entry about an Opener reports."""

    ACTIVATE_RING_TO_OPEN = 1
    """ring to open on"""
    DEACTIVATE_RING_TO_OPEN = 2
    """ring to open off"""
    ELECTRIC_STRIKE_ACTUATION = 3
    """open the door"""
    ACTIVATE_CONTINUOUS_MODE = 6
    """continuous mode on"""
    DEACTIVATE_CONTINUOUS_MODE = 7
    """continuous mode off"""
    RESTORE_RESET_TO_DEFAULT_SETTING = 11
    """reset to default settings"""
    DOOR_WARNING_AJAR = 208
    DOOR_WARNING_STATUS_MISMATCH = 209
    """door status does not fit"""
    DOORBELL_RECOGNITION = 224
    """doorbell rang"""
    DOOR_OPENED = 240
    DOOR_CLOSED = 241
    DOOR_SENSOR_JAMMED = 242
    FIRMWARE_UPDATE = 243
    DOOR_LOG_ENABLED = 250
    """door log on"""
    DOOR_LOG_DISABLED = 251
    """door log off"""
    INITIALIZATION = 252
    """set up"""
    CALIBRATION = 253
    LOG_ENABLED = 254
    """log on"""
    LOG_DISABLED = 255
    """log off"""


class OpenerLogSource(OpenIntEnum):
    """What switched ring to open or continuous mode."""

    DOORBELL = 0
    TIMECONTROL = 1
    """time control"""
    APP = 2
    BUTTON = 3
    FOB = 4
    BRIDGE = 5
    KEYPAD = 6
