# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: address."""

from nuki_core.enums import OpenStrEnum


class RedeemResult(OpenStrEnum):
    """How redeeming an address token ended."""

    OK = "ok"
    FAILED = "failed"


class ServiceId(OpenStrEnum):
    """Booking service that an address or reservation comes from."""

    AIRBNB = "airbnb"
    BOOKINGSYNC = "bookingsync"
    GUESTY = "guesty"
    SMOOBU = "smoobu"
