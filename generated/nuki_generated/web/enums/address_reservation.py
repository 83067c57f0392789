# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: address reservation."""

from nuki_core.enums import OpenStrEnum


class ReservationState(OpenStrEnum):
    """State of a reservation."""

    CANCELED = "canceled"
    """cancelled"""
    ACCEPTED = "accepted"
