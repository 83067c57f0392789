# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The Nuki Bridge HTTP API as attributes of a client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from nuki_core.request import AsyncSender, Sender

if TYPE_CHECKING:
    from .resources.auth import AsyncAuthResource, AuthResource
    from .resources.callback import AsyncCallbackResource, CallbackResource
    from .resources.device import AsyncDeviceResource, DeviceResource
    from .resources.discovery import AsyncDiscoveryResource, DiscoveryResource
    from .resources.system import AsyncSystemResource, SystemResource


class BridgeApi(Sender):
    """Resources of the Nuki Bridge HTTP API."""

    @cached_property
    def auth(self) -> AuthResource:
        """The auth operations."""
        from .resources.auth import AuthResource

        return AuthResource(self)

    @cached_property
    def callback(self) -> CallbackResource:
        """The callback operations."""
        from .resources.callback import CallbackResource

        return CallbackResource(self)

    @cached_property
    def device(self) -> DeviceResource:
        """The device operations."""
        from .resources.device import DeviceResource

        return DeviceResource(self)

    @cached_property
    def discovery(self) -> DiscoveryResource:
        """The discovery operations."""
        from .resources.discovery import DiscoveryResource

        return DiscoveryResource(self)

    @cached_property
    def system(self) -> SystemResource:
        """The system operations."""
        from .resources.system import SystemResource

        return SystemResource(self)


class AsyncBridgeApi(AsyncSender):
    """Asynchronous resources of the Nuki Bridge HTTP API."""

    @cached_property
    def auth(self) -> AsyncAuthResource:
        """The auth operations."""
        from .resources.auth import AsyncAuthResource

        return AsyncAuthResource(self)

    @cached_property
    def callback(self) -> AsyncCallbackResource:
        """The callback operations."""
        from .resources.callback import AsyncCallbackResource

        return AsyncCallbackResource(self)

    @cached_property
    def device(self) -> AsyncDeviceResource:
        """The device operations."""
        from .resources.device import AsyncDeviceResource

        return AsyncDeviceResource(self)

    @cached_property
    def discovery(self) -> AsyncDiscoveryResource:
        """The discovery operations."""
        from .resources.discovery import AsyncDiscoveryResource

        return AsyncDiscoveryResource(self)

    @cached_property
    def system(self) -> AsyncSystemResource:
        """The system operations."""
        from .resources.system import AsyncSystemResource

        return AsyncSystemResource(self)
