# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: smartlock auth."""

from nuki_core.enums import OpenFlag, OpenIntEnum


class AuthType(OpenIntEnum):
    """Kind of authorization. Only APP, FOB and KEYPAD_CODE can be created."""

    APP = 0
    BRIDGE = 1
    FOB = 2
    KEYPAD = 3
    KEYPAD_CODE = 13
    """code of a keypad"""
    Z_KEY = 14
    VIRTUAL = 15


class Weekdays(OpenFlag):
    """Days of the week on which an authorization is valid; all, or none sent, means every day."""

    MONDAY = 64
    TUESDAY = 32
    WEDNESDAY = 16
    THURSDAY = 8
    FRIDAY = 4
    SATURDAY = 2
    SUNDAY = 1
