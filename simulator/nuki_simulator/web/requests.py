"""Advanced requests: answered with an id at once, their outcome reported by webhook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nuki.web import AdvancedConfirmationResponse, AdvancedResultDetail, AdvancedResultWebhook
from nuki_core.unset import UNSET

from .webhooks import publish_result

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki.web import DeviceErrorCode
    from nuki_core.ids import SmartlockId

    from .calls import Call


def confirmed(request_id: str, error: str = "") -> AdvancedConfirmationResponse:
    """The answer to an advanced request."""
    return AdvancedConfirmationResponse(request_id=request_id or UNSET, error=error or UNSET)


def report(
    call: Call,
    kind: str,
    request_id: str,
    *,
    smartlock_id: SmartlockId | None = None,
    failed: list[AdvancedResultDetail] | None = None,
) -> None:
    """Post the outcome; with ``failed`` details it is a failure."""
    payload = AdvancedResultWebhook(
        type=kind,
        request_id=request_id,
        smartlock_id=UNSET if smartlock_id is None else smartlock_id,
        success=not failed,
        detail=failed or UNSET,
    )
    account = call.account
    api_key_id = api_key_of(call)
    known = api_key_id in account.applications
    publish_result(
        call.cloud, account.mine.account_id, api_key_id if known else None, payload, request_id
    )


def detail(
    smartlock_id: SmartlockId, error: DeviceErrorCode | None, auth_id: str | None = None
) -> AdvancedResultDetail:
    """How one device fared."""
    return AdvancedResultDetail(
        smartlock_id=smartlock_id,
        success=error is None,
        error_code=UNSET if error is None else error,
        id=UNSET if auth_id is None else auth_id,
    )


def report_later(call: Call, kind: str, request_id: str, carry_out: Callable[[], object]) -> None:
    """Do something that needs no device a little later, and report that it was done."""

    def due() -> None:
        carry_out()
        report(call, kind, request_id)

    call.cloud.world.clock.after(call.cloud.world.network.delay, due)


def api_key_of(call: Call) -> int | None:
    """The API key whose token signed the call."""
    text = call.bearer.text if call.bearer else ""
    account = call.account
    for token_id, row in account.tokens.items():
        if row.access_token == text:
            return account.keys_of_tokens[token_id]
    client = call.cloud.state.clients.get(text)
    keys = (number for number, key in account.api_keys.items() if key.api_key == client)
    return next(keys, None) if client else None
