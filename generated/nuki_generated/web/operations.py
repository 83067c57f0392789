# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Every operation of the Nuki API as data."""

from typing import Final

from nuki_core.request import Operation

from .resources import (
    account,
    account_user,
    address,
    address_reservation,
    address_token,
    advanced_api,
    api_key,
    company,
    notification,
    opener,
    service,
    smartlock,
    smartlock_auth,
    smartlock_log,
)

OPERATIONS: Final[tuple[Operation, ...]] = (
    *account.OPERATIONS,
    *account_user.OPERATIONS,
    *address.OPERATIONS,
    *address_reservation.OPERATIONS,
    *address_token.OPERATIONS,
    *advanced_api.OPERATIONS,
    *api_key.OPERATIONS,
    *company.OPERATIONS,
    *notification.OPERATIONS,
    *opener.OPERATIONS,
    *service.OPERATIONS,
    *smartlock.OPERATIONS,
    *smartlock_auth.OPERATIONS,
    *smartlock_log.OPERATIONS,
)
