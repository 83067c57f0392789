"""``/account/user``: people who hold authorisations, without an account of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.web import AccountUser, AccountUserWebhook, WebhookFeature
from nuki_core.unset import UNSET

from .accounts import check_email, check_unused_email
from .activity_logs import limit_of
from .authorizations import remove_auth
from .cloud import Handlers
from .device_views import own_devices, require_free
from .errors import invalid
from .rows import fetched, filled, listed, merge, row_of
from .webhooks import publish

if TYPE_CHECKING:
    from nuki.web import DeviceErrorCode

    from .cloud import Call

HANDLERS: Final = Handlers()

_HIGHEST_LIMIT: Final = 100


def _rows(call: Call) -> dict[int, AccountUser]:
    return call.account.users


@HANDLERS.answers("account_user.list")
def list_users(call: Call) -> list[AccountUser]:
    """``GET /account/user``."""
    offset = call.arguments.get("offset", 0)
    if offset < 0:
        raise invalid(offset, "offset")
    limit = limit_of(call, _HIGHEST_LIMIT, _HIGHEST_LIMIT)
    found: list[AccountUser] = listed(_rows, email="email")(call)
    return found[offset : offset + limit]


@HANDLERS.answers("account_user.create")
def create_user(call: Call) -> AccountUser:
    """``PUT /account/user``."""
    body, number = call.body, call.cloud.number()
    check_email(body.email)
    if not body.name:
        raise invalid(None, "name")
    user: AccountUser = filled(
        AccountUser,
        body,
        account_id=call.account.mine.account_id,
        account_user_id=number,
        creation_date=call.now,
        update_date=call.now,
    )
    _rows(call)[number] = user
    _publish(call, user)
    return user


@HANDLERS.answers("account_user.update")
def update_user(call: Call) -> AccountUser:
    """``POST /account/user/{accountUserId}``."""
    user: AccountUser = row_of(_rows, call, "account_user_id")
    require_free(user.operation_id)
    if call.body.email is not UNSET:
        check_email(call.body.email)
        check_unused_email(call.body.email, _rows(call).values(), user)
    merge(user, call.body, call.now)
    _publish(call, user)
    return user


@HANDLERS.answers("account_user.delete")
def delete_user(call: Call) -> None:
    """``DELETE /account/user/{accountUserId}``: the user goes last.

    First every device must have forgotten the user's authorisations.
    """
    user: AccountUser = row_of(_rows, call, "account_user_id")
    require_free(user.operation_id)
    held = [
        (device, auth)
        for device in own_devices(call)
        for auth in device.auths.values()
        if auth.account_user_id == user.account_user_id
    ]
    for _, auth in held:
        require_free(auth.operation_id)
    left = len(held)
    if not left:
        _remove(call, user)
        return
    user.operation_id = call.cloud.object_id()
    failed = False

    def ended(error: DeviceErrorCode | None) -> None:
        nonlocal left, failed
        left, failed = left - 1, failed or error is not None
        if not left:
            user.operation_id = UNSET
            if not failed:
                _remove(call, user)

    for device, auth in held:
        remove_auth(call, device, auth, ended)


def _remove(call: Call, user: AccountUser) -> None:
    if _rows(call).pop(user.account_user_id, None):
        _publish(call, user, deleted=True)


def _publish(call: Call, user: AccountUser, *, deleted: bool = False) -> None:
    payload = AccountUserWebhook(
        feature=WebhookFeature.ACCOUNT_USER, deleted=deleted, account_user=user
    )
    publish(call.cloud, user.account_id, payload)


HANDLERS.add("account_user.get", fetched(_rows, "account_user_id"))
