# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: api key."""

from __future__ import annotations

from nuki_core.enums import OpenStrEnum


class WebhookStatus(OpenStrEnum):
    """Whether webhooks are delivered.

    Members:
        ACTIVE: delivered
        DEACTIVATED: stopped
    """

    ACTIVE = "ACTIVE"
    DEACTIVATED = "DEACTIVATED"
