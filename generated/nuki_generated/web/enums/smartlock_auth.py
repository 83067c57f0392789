# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: smartlock auth."""

from __future__ import annotations

from nuki_core.enums import OpenIntEnum


class AuthType(OpenIntEnum):
    """Kind of authorization. Only APP, FOB and KEYPAD_CODE can be created.

    Members:
        KEYPAD_CODE: code of a keypad
    """

    APP = 0
    BRIDGE = 1
    FOB = 2
    KEYPAD = 3
    KEYPAD_CODE = 13
    Z_KEY = 14
    VIRTUAL = 15
