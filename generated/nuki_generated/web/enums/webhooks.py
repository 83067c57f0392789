# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: webhooks."""

from __future__ import annotations

from nuki_core.enums import OpenStrEnum


class DeviceErrorCode(OpenStrEnum):
    """Error of a device: a hexadecimal number without a prefix.

    Members:
        BAD_CRC: checksum wrong
        BAD_LENGTH: length wrong
        UNKNOWN: unknown, mostly an offline device
        NOT_PAIRING: not in pairing mode
        BAD_AUTHENTICATOR: authenticator wrong
        PAIRING_BAD_PARAMETER: parameter wrong while pairing
        MAX_USERS: no room for another authorization
        NOT_AUTHORIZED: not authorised
        BAD_PIN: PIN wrong
        BAD_NONCE: nonce wrong
        BAD_PARAMETER: parameter wrong
        INVALID_AUTH_ID: authorization id invalid
        DISABLED: authorization disabled
        REMOTE_NOT_ALLOWED: no remote access
        TIME_NOT_ALLOWED: outside the allowed time
        TOO_MANY_PIN_ATTEMPTS: too many wrong PINs
        CODE_ALREADY_EXISTS: keypad code exists
        CODE_INVALID: keypad code invalid
        CODE_TIMEOUT_1: keypad code timeout 1
        CODE_TIMEOUT_2: keypad code timeout 2
        CODE_TIMEOUT_3: keypad code timeout 3
        AUTO_UNLOCK_TOO_RECENT: auto unlock too soon after the last one
        CANCELED: cancelled
        LOW_VOLTAGE: motor voltage low
    """

    BAD_CRC = "fd"
    BAD_LENGTH = "fe"
    UNKNOWN = "ff"
    NOT_PAIRING = "10"
    BAD_AUTHENTICATOR = "11"
    PAIRING_BAD_PARAMETER = "12"
    MAX_USERS = "13"
    NOT_AUTHORIZED = "20"
    BAD_PIN = "21"
    BAD_NONCE = "22"
    BAD_PARAMETER = "23"
    INVALID_AUTH_ID = "24"
    DISABLED = "25"
    REMOTE_NOT_ALLOWED = "26"
    TIME_NOT_ALLOWED = "27"
    TOO_MANY_PIN_ATTEMPTS = "28"
    TOO_MANY_ENTRIES = "29"
    CODE_ALREADY_EXISTS = "2a"
    CODE_INVALID = "2b"
    CODE_TIMEOUT_1 = "2c"
    CODE_TIMEOUT_2 = "2d"
    CODE_TIMEOUT_3 = "2e"
    AUTO_UNLOCK_TOO_RECENT = "40"
    POSITION_UNKNOWN = "41"
    MOTOR_BLOCKED = "42"
    CLUTCH_FAILURE = "43"
    MOTOR_TIMEOUT = "44"
    BUSY = "45"
    CANCELED = "46"
    NOT_CALIBRATED = "47"
    POSITION_LIMIT = "48"
    LOW_VOLTAGE = "49"
    MOTOR_POWER_FAILURE = "4a"
    CLUTCH_POWER_FAILURE = "4b"
    VOLTAGE_TOO_LOW = "4c"
    FIRMWARE_UPDATE_NEEDED = "4d"
