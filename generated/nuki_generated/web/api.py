# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The Nuki API as attributes of a client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from nuki_core.request import AsyncSender, Sender

if TYPE_CHECKING:
    from .resources.account import AccountResource, AsyncAccountResource
    from .resources.account_user import AccountUserResource, AsyncAccountUserResource
    from .resources.address import AddressResource, AsyncAddressResource
    from .resources.address_reservation import (
        AddressReservationResource,
        AsyncAddressReservationResource,
    )
    from .resources.address_token import AddressTokenResource, AsyncAddressTokenResource
    from .resources.advanced_api import AdvancedApiResource, AsyncAdvancedApiResource
    from .resources.api_key import ApiKeyResource, AsyncApiKeyResource
    from .resources.company import AsyncCompanyResource, CompanyResource
    from .resources.notification import AsyncNotificationResource, NotificationResource
    from .resources.opener import AsyncOpenerResource, OpenerResource
    from .resources.service import AsyncServiceResource, ServiceResource
    from .resources.smartlock import AsyncSmartlockResource, SmartlockResource
    from .resources.smartlock_auth import AsyncSmartlockAuthResource, SmartlockAuthResource
    from .resources.smartlock_log import AsyncSmartlockLogResource, SmartlockLogResource


class WebApi(Sender):
    """Resources of the Nuki API."""

    @cached_property
    def account(self) -> AccountResource:
        """The account operations."""
        from .resources.account import AccountResource

        return AccountResource(self)

    @cached_property
    def account_user(self) -> AccountUserResource:
        """The account user operations."""
        from .resources.account_user import AccountUserResource

        return AccountUserResource(self)

    @cached_property
    def address(self) -> AddressResource:
        """The address operations."""
        from .resources.address import AddressResource

        return AddressResource(self)

    @cached_property
    def address_reservation(self) -> AddressReservationResource:
        """The address reservation operations."""
        from .resources.address_reservation import AddressReservationResource

        return AddressReservationResource(self)

    @cached_property
    def address_token(self) -> AddressTokenResource:
        """The address token operations."""
        from .resources.address_token import AddressTokenResource

        return AddressTokenResource(self)

    @cached_property
    def advanced_api(self) -> AdvancedApiResource:
        """The advanced api operations."""
        from .resources.advanced_api import AdvancedApiResource

        return AdvancedApiResource(self)

    @cached_property
    def api_key(self) -> ApiKeyResource:
        """The api key operations."""
        from .resources.api_key import ApiKeyResource

        return ApiKeyResource(self)

    @cached_property
    def company(self) -> CompanyResource:
        """The company operations."""
        from .resources.company import CompanyResource

        return CompanyResource(self)

    @cached_property
    def notification(self) -> NotificationResource:
        """The notification operations."""
        from .resources.notification import NotificationResource

        return NotificationResource(self)

    @cached_property
    def opener(self) -> OpenerResource:
        """The opener operations."""
        from .resources.opener import OpenerResource

        return OpenerResource(self)

    @cached_property
    def service(self) -> ServiceResource:
        """The service operations."""
        from .resources.service import ServiceResource

        return ServiceResource(self)

    @cached_property
    def smartlock(self) -> SmartlockResource:
        """The smartlock operations."""
        from .resources.smartlock import SmartlockResource

        return SmartlockResource(self)

    @cached_property
    def smartlock_auth(self) -> SmartlockAuthResource:
        """The smartlock auth operations."""
        from .resources.smartlock_auth import SmartlockAuthResource

        return SmartlockAuthResource(self)

    @cached_property
    def smartlock_log(self) -> SmartlockLogResource:
        """The smartlock log operations."""
        from .resources.smartlock_log import SmartlockLogResource

        return SmartlockLogResource(self)


class AsyncWebApi(AsyncSender):
    """Asynchronous resources of the Nuki API."""

    @cached_property
    def account(self) -> AsyncAccountResource:
        """The account operations."""
        from .resources.account import AsyncAccountResource

        return AsyncAccountResource(self)

    @cached_property
    def account_user(self) -> AsyncAccountUserResource:
        """The account user operations."""
        from .resources.account_user import AsyncAccountUserResource

        return AsyncAccountUserResource(self)

    @cached_property
    def address(self) -> AsyncAddressResource:
        """The address operations."""
        from .resources.address import AsyncAddressResource

        return AsyncAddressResource(self)

    @cached_property
    def address_reservation(self) -> AsyncAddressReservationResource:
        """The address reservation operations."""
        from .resources.address_reservation import AsyncAddressReservationResource

        return AsyncAddressReservationResource(self)

    @cached_property
    def address_token(self) -> AsyncAddressTokenResource:
        """The address token operations."""
        from .resources.address_token import AsyncAddressTokenResource

        return AsyncAddressTokenResource(self)

    @cached_property
    def advanced_api(self) -> AsyncAdvancedApiResource:
        """The advanced api operations."""
        from .resources.advanced_api import AsyncAdvancedApiResource

        return AsyncAdvancedApiResource(self)

    @cached_property
    def api_key(self) -> AsyncApiKeyResource:
        """The api key operations."""
        from .resources.api_key import AsyncApiKeyResource

        return AsyncApiKeyResource(self)

    @cached_property
    def company(self) -> AsyncCompanyResource:
        """The company operations."""
        from .resources.company import AsyncCompanyResource

        return AsyncCompanyResource(self)

    @cached_property
    def notification(self) -> AsyncNotificationResource:
        """The notification operations."""
        from .resources.notification import AsyncNotificationResource

        return AsyncNotificationResource(self)

    @cached_property
    def opener(self) -> AsyncOpenerResource:
        """The opener operations."""
        from .resources.opener import AsyncOpenerResource

        return AsyncOpenerResource(self)

    @cached_property
    def service(self) -> AsyncServiceResource:
        """The service operations."""
        from .resources.service import AsyncServiceResource

        return AsyncServiceResource(self)

    @cached_property
    def smartlock(self) -> AsyncSmartlockResource:
        """The smartlock operations."""
        from .resources.smartlock import AsyncSmartlockResource

        return AsyncSmartlockResource(self)

    @cached_property
    def smartlock_auth(self) -> AsyncSmartlockAuthResource:
        """The smartlock auth operations."""
        from .resources.smartlock_auth import AsyncSmartlockAuthResource

        return AsyncSmartlockAuthResource(self)

    @cached_property
    def smartlock_log(self) -> AsyncSmartlockLogResource:
        """The smartlock log operations."""
        from .resources.smartlock_log import AsyncSmartlockLogResource

        return AsyncSmartlockLogResource(self)
