"""Which function answers which operation of the Web API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import (
    account_users,
    accounts,
    addresses,
    advanced,
    api_keys,
    auths,
    catalog,
    logs,
    notifications,
    smartlocks,
)

if TYPE_CHECKING:
    from .tables import Handler

_RESOURCES: Final[dict[str, dict[str, Handler]]] = {
    "account": accounts.HANDLERS,
    "account_user": account_users.HANDLERS,
    "address": addresses.ADDRESSES,
    "address_reservation": addresses.RESERVATIONS,
    "address_token": addresses.TOKENS,
    "advanced_api": advanced.HANDLERS,
    "api_key": api_keys.HANDLERS,
    "company": catalog.COMPANIES,
    "notification": notifications.HANDLERS,
    "opener": catalog.OPENERS,
    "service": catalog.SERVICES,
    "smartlock": smartlocks.HANDLERS,
    "smartlock_auth": auths.HANDLERS,
    "smartlock_log": logs.HANDLERS,
}
HANDLERS: Final[dict[tuple[str, str], Handler]] = {
    (resource, name): handler
    for resource, handlers in _RESOURCES.items()
    for name, handler in handlers.items()
}
"""Resource and name of every operation, and the function that answers it."""
