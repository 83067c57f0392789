# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Every operation of the Nuki Bridge HTTP API as data."""

from typing import Final

from nuki_core.request import Operation

from .resources import auth, callback, device, discovery, system

OPERATIONS: Final[tuple[Operation, ...]] = (
    *auth.OPERATIONS,
    *callback.OPERATIONS,
    *device.OPERATIONS,
    *discovery.OPERATIONS,
    *system.OPERATIONS,
)
