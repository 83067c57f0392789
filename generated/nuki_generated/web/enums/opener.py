# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: opener."""

from nuki_core.enums import OpenIntEnum


class VerifiedState(OpenIntEnum):
    """Whether an intercom works with an Opener."""

    VERIFIED = 1
    """works"""
    NOT_VERIFIED = 2
    """may work, not verified"""
    NOT_COMPATIBLE = 3
    """does not work"""
