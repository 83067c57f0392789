# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Every operation of the Nuki API as data."""

from typing import Final

from nuki_core.request import Operation

from .resources import account
from .resources import account_user
from .resources import address
from .resources import address_reservation
from .resources import address_token
from .resources import advanced_api
from .resources import api_key
from .resources import company
from .resources import notification
from .resources import opener
from .resources import service
from .resources import smartlock
from .resources import smartlock_auth
from .resources import smartlock_log

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
