"""``/account/sub``: accounts below the account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.web import AccountType, MyAccount
from nuki_core.unset import UNSET

from .people import check_email, check_password
from .refusals import Refused, invalid
from .tables import fetched, filled, listed, merge, removed, row_of

if TYPE_CHECKING:
    from .calls import Call
    from .tables import Handler


def _rows(call: Call) -> dict[int, MyAccount]:
    return call.account.sub_accounts


def _create(call: Call) -> MyAccount:
    body, number = call.body, call.cloud.number()
    check_email(body.email)
    check_password(body.password)
    if any(row.email == body.email for row in _rows(call).values()):
        raise invalid(body.email, "email")
    row: MyAccount = filled(
        MyAccount,
        body,
        account_id=number,
        master_account_id=call.account.mine.account_id,
        type=AccountType.USER,
        email_verified=False,
        creation_date=call.now,
        update_date=call.now,
    )
    _rows(call)[number] = row
    return row


def _update(call: Call) -> None:
    row, body = row_of(_rows, call, "account_id"), call.body
    check_password(body.password)
    if body.email is not UNSET:
        check_email(body.email)
        others = (other for other in _rows(call).values() if other is not row)
        if any(other.email == body.email for other in others):
            raise Refused(409, "The email address exists already.")
    merge(row, body, call.now)


HANDLERS: Final[dict[str, Handler]] = {
    "list_sub_accounts": listed(_rows, email="email"),
    "get_sub_account": fetched(_rows, "account_id"),
    "create_sub_account": _create,
    "update_sub_account": _update,
    "delete_sub_account": removed(_rows, "account_id"),
}
