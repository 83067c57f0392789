# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki Bridge HTTP API, all of them open: system."""

from nuki_core.enums import OpenIntEnum


class BridgeType(OpenIntEnum):
    """What the bridge is made of."""

    HARDWARE = 1
    """A Nuki Bridge."""
    SOFTWARE = 2
    """A bridge in software, run by an Android app."""


class UpdateScope(OpenIntEnum):
    """What a firmware update covers. Since 1.13.2."""

    ALL = 0
    """The bridge and the devices connected to it."""
    BRIDGE = 1
    """The bridge alone."""
    DEVICES = 2
    """The devices connected to the bridge, without the bridge."""
