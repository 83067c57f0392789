"""How the simulated Web API behaves; every switch may be changed while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from nuki.web import AdvancedApiKeyStatus

if TYPE_CHECKING:
    from .refusals import ErrorShape


@attrs.define(kw_only=True)
class WebSettings:
    """Behaviour of the Web API, each to be switched.

    ``error_shape`` forces one shape on all error bodies; ``None`` takes the one in which a status
    was seen. ``requests_per_window`` requests of a token are answered in ``window`` seconds, more
    get a 429; ``None`` sets no limit.

    ``smart_hosting`` masks devices without a subscription, which is how calls of an Advanced API
    account are answered (Nuki Web API v.1.5.0, "Smart Hosting"); the status of such refusals is
    not documented, hence ``smart_hosting_status``. ``applications`` is the status that an
    application for the Advanced API gets at once.

    ``updates_wipe_limits`` has an update of an authorisation clear the dates and times that it does
    not mention, as was reported once. ``first_page`` is how ``currentPage`` counts.
    ``stop_webhooks_after`` failed deliveries in a row a webhook is deactivated; ``None`` never.
    ``old_limit`` and ``new_limit`` are how many authorisations a device holds, by its generation.
    """

    error_shape: ErrorShape | None = None
    requests_per_window: int | None = None
    window: float = 60.0
    smart_hosting: bool = False
    smart_hosting_status: int = 403
    applications: AdvancedApiKeyStatus = AdvancedApiKeyStatus.ACTIVE
    updates_wipe_limits: bool = False
    first_page: int = 0
    stop_webhooks_after: int | None = None
    old_limit: int = 100
    new_limit: int = 200
