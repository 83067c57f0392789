# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki Bridge HTTP API, all of them open: system."""

from __future__ import annotations

from nuki_core.enums import OpenIntEnum


class BridgeType(OpenIntEnum):
    """What the bridge is made of.

    Members:
        HARDWARE: A Nuki Bridge.
        SOFTWARE: A bridge in software, run by an Android app.
    """

    HARDWARE = 1
    SOFTWARE = 2


class UpdateScope(OpenIntEnum):
    """What a firmware update covers. Since 1.13.2.

    Members:
        ALL: The bridge and the devices connected to it.
        BRIDGE: The bridge alone.
        DEVICES: The devices connected to the bridge, without the bridge.
    """

    ALL = 0
    BRIDGE = 1
    DEVICES = 2
