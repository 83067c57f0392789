# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: opener."""

from __future__ import annotations

from nuki_core.enums import OpenIntEnum


class VerifiedState(OpenIntEnum):
    """Whether an intercom works with an Opener.

    Members:
        VERIFIED: works
        NOT_VERIFIED: may work, not verified
        NOT_COMPATIBLE: does not work
    """

    VERIFIED = 1
    NOT_VERIFIED = 2
    NOT_COMPATIBLE = 3
