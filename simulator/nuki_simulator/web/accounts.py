"""``/account``: the account, its settings and integrations, its second factor, its sub accounts."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
from typing import TYPE_CHECKING, Any, Final

from nuki.web import (
    AccountIntegration,
    AccountRights,
    AccountSetting,
    AccountType,
    IntegrationVersion,
    MyAccount,
    Scope,
    SubAccountRights,
)
from nuki_core.unset import UNSET

from .cloud import Handlers
from .errors import ApiError, invalid
from .rows import fetched, filled, listed, merge, removed, row_of, touch

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from .cloud import Call

HANDLERS: Final = Handlers()

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SHORTEST_PASSWORD: Final = 7
_OTP_STEP: Final = 30
_OTP_DIGITS: Final = 6
_OTP_ATTEMPTS: Final = 5
_OTP_PAUSE: Final = 60


@HANDLERS.answers("account.get")
def get_account(call: Call) -> MyAccount:
    """``GET /account``."""
    return call.account.mine


@HANDLERS.answers("account.update")
def update_account(call: Call) -> None:
    """``POST /account``."""
    body, account = call.body, _account(call)
    check_password(body.password)
    if body.email is not UNSET:
        _check_new_email(call, body.email)
        account.email = body.email
    if body.password is not UNSET:
        account.password = body.password
    if call.arguments.get("delete_api_tokens"):
        _delete_api_tokens(call)
    merge(call.account.mine, body, call.now)
    account.name, account.language = call.account.mine.name, body.language


@HANDLERS.answers("account.delete")
def delete_account(call: Call) -> None:
    """``DELETE /account``."""
    world, account_id = call.cloud.world, call.account.mine.account_id
    for device in world.devices_of(account_id):
        world.remove_device(device)
        call.cloud.state.devices.pop(device.smartlock_id, None)
    for text, token in tuple(world.tokens.items()):
        if token.account_id == account_id:
            del world.tokens[text]
    # The world keeps the owner, to whom events of what is still under way belong.
    call.cloud.state.accounts.pop(account_id)


@HANDLERS.answers("account.change_email")
def change_email(call: Call) -> None:
    """``POST /account/email/change``."""
    _check_new_email(call, call.body.email)
    mine = call.account.mine
    mine.email, mine.email_verified = call.body.email, False
    _account(call).email = call.body.email
    touch(mine, call.now)


@HANDLERS.answers("account.verify_email")
def verify_email(call: Call) -> None:
    """``POST /account/email/verify``."""
    # The mail's link counts as opened at once.
    call.account.mine.email_verified = True


@HANDLERS.answers("account.reset_password")
def reset_password(call: Call) -> None:
    """``POST /account/password/reset``."""
    if call.body.delete_api_tokens is True and call.body.email == call.account.mine.email:
        _delete_api_tokens(call)


def _check_new_email(call: Call, email: str) -> None:
    check_email(email)
    check_unused_email(email, call.cloud.world.accounts.values(), _account(call))


def _account(call: Call) -> Any:
    return call.cloud.world.accounts[call.account.mine.account_id]


@HANDLERS.answers("account.get_setting")
def get_setting(call: Call) -> AccountSetting:
    """``GET /account/setting``."""
    if call.account.setting is None:
        raise call.missing("no settings")
    return call.account.setting


@HANDLERS.answers("account.set_setting")
def set_setting(call: Call) -> AccountSetting:
    """``PUT /account/setting``."""
    call.account.setting = call.body
    return get_setting(call)


@HANDLERS.answers("account.delete_setting")
def delete_setting(call: Call) -> None:
    """``DELETE /account/setting``."""
    call.account.setting = None


@HANDLERS.answers("account.list_integrations")
def list_integrations(call: Call) -> list[AccountIntegration]:
    """``GET /account/integration``."""
    account = call.account
    api_tokens = [
        AccountIntegration(
            client_id=str(account.api_keys[account.keys_of_tokens[token_id]].api_key),
            name="API token",
            description=row.description,
            vendor_key="API_TOKEN",
            version=IntegrationVersion.HYDRA,
            token_id=row.id,
            scopes=row.scopes,
            created_at=row.creation_date,
            device=False,
            sub_account=False,
            sub_account_id=None,
            sub_account_name=None,
        )
        for token_id, row in account.tokens.items()
    ]
    clients, tokens = call.cloud.state.clients, call.cloud.world.tokens
    authorized_clients = [
        AccountIntegration(
            client_id=client_id,
            name=client_id,
            vendor_key="OAUTH",
            version=IntegrationVersion.HYDRA,
            scopes=[Scope(scope) for scope in sorted(tokens[text].scopes)],
            device=False,
        )
        for text, client_id in clients.items()
        if text in tokens and tokens[text].account_id == account.mine.account_id
    ]
    return api_tokens + authorized_clients


@HANDLERS.answers("account.delete_integration")
def delete_integration(call: Call) -> None:
    """``DELETE /account/integration``."""
    key, token_id = call.arguments.get("api_key_id"), call.arguments.get("token_id")
    if token_id is not None:
        delete_token(call, token_id)
    elif key is not None:
        delete_tokens_of(call, key)


def _delete_api_tokens(call: Call) -> None:
    for token_id in tuple(call.account.tokens):
        delete_token(call, token_id)


def delete_tokens_of(call: Call, api_key_id: int) -> None:
    """Remove the tokens of an API key."""
    for token_id, owner in tuple(call.account.keys_of_tokens.items()):
        if owner == api_key_id:
            delete_token(call, token_id)


def delete_token(call: Call, token_id: str) -> None:
    """Remove an API token; requests signed with it are refused from now on."""
    row = call.account.tokens.pop(token_id, None)
    if row is None:
        raise call.missing("no such token")
    del call.account.keys_of_tokens[token_id]
    call.cloud.world.tokens.pop(str(row.access_token), None)


def check_email(email: Any) -> None:
    """Refuse what is no e-mail address."""
    if not isinstance(email, str) or not _EMAIL.fullmatch(email):
        raise invalid(email or None, "email")


def check_unused_email(email: Any, rows: Iterable[Any], row: object) -> None:
    """Refuse an e-mail address that another row has."""
    if any(other.email == email for other in rows if other is not row):
        raise ApiError(409, "The email address exists already.")


def check_password(password: Any) -> None:
    """Refuse a password of fewer than 7 characters; it is not repeated in the answer."""
    if password is not UNSET and len(password) < _SHORTEST_PASSWORD:
        raise invalid("...", "password")


# The second factor


def one_time_password(secret: str, moment: datetime) -> str:
    """Compute the six digits that an authenticator app shows for a base32 secret (RFC 6238)."""
    counter = struct.pack(">Q", int(moment.timestamp()) // _OTP_STEP)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 0xF
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**_OTP_DIGITS:0{_OTP_DIGITS}d}"


@HANDLERS.answers("account.create_otp_secret")
def create_otp_secret(call: Call) -> str:
    """``PUT /account/otp``."""
    otp = call.account.otp
    if otp.enabled:
        raise ApiError(405, "One-time passwords are enabled already.")
    otp.secret = base64.b32encode(call.cloud.world.randomness.octets(20)).decode()
    return otp.secret


@HANDLERS.answers("account.enable_otp")
def enable_otp(call: Call) -> None:
    """``POST /account/otp``."""
    otp = call.account.otp
    if otp.failures >= _OTP_ATTEMPTS:
        raise ApiError(429, "Too many failed attempts", {"Retry-After": str(_OTP_PAUSE)})
    if not otp.secret or str(call.body.otp) != one_time_password(otp.secret, call.now):
        otp.failures += 1
        call.cloud.world.clock.after(_OTP_PAUSE, lambda: setattr(otp, "failures", 0))
        raise invalid("...", "otp")
    otp.enabled, otp.failures = True, 0
    if call.account.mine.config:
        call.account.mine.config.otp_enabled_date = call.now


@HANDLERS.answers("account.disable_otp")
def disable_otp(call: Call) -> None:
    """``DELETE /account/otp``."""
    call.account.otp.enabled = False
    call.account.otp.secret = ""


# Sub accounts


def _sub_accounts(call: Call) -> dict[int, MyAccount]:
    return call.account.sub_accounts


@HANDLERS.answers("account.create_sub_account")
def create_sub_account(call: Call) -> MyAccount:
    """``PUT /account/sub``."""
    body, number = call.body, call.cloud.number()
    check_email(body.email)
    check_password(body.password)
    if any(row.email == body.email for row in _sub_accounts(call).values()):
        raise invalid(body.email, "email")
    row: MyAccount = filled(
        MyAccount,
        body,
        rights=_answered(body.rights),
        account_id=number,
        master_account_id=call.account.mine.account_id,
        type=AccountType.USER,
        email_verified=False,
        creation_date=call.now,
        update_date=call.now,
    )
    _sub_accounts(call)[number] = row
    return row


@HANDLERS.answers("account.update_sub_account")
def update_sub_account(call: Call) -> None:
    """``POST /account/sub/{accountId}``."""
    row, body = row_of(_sub_accounts, call, "account_id"), call.body
    check_password(body.password)
    if body.email is not UNSET:
        check_email(body.email)
        check_unused_email(body.email, _sub_accounts(call).values(), row)
    rights = row.rights if body.rights is UNSET else _answered(body.rights)
    merge(row, body, call.now)
    row.rights = rights


_ANSWERED: Final = {
    SubAccountRights.OPERATE_SMARTLOCK: AccountRights.OPERATE_SMARTLOCK,
    SubAccountRights.CHANGE_SMARTLOCK_CONFIG: AccountRights.MANAGE_SMARTLOCK_CONFIG,
    SubAccountRights.MANAGE_SMARTLOCK_USERS: AccountRights.MANAGE_SMARTLOCK_AUTHORIZATIONS,
    SubAccountRights.VIEW_SMARTLOCK_LOGS: AccountRights.VIEW_SMARTLOCK_LOGS,
    SubAccountRights.MANAGE_SUB_ACCOUNTS: AccountRights.MANAGE_SUB_ACCOUNTS,
    SubAccountRights.MANAGE_SUB_ACCOUNTS_BY_UPDATE: AccountRights.MANAGE_SUB_ACCOUNTS,
    SubAccountRights.CREATE_SMARTLOCKS_BY_UPDATE: AccountRights.CREATE_SMARTLOCKS,
}


def _answered(rights: SubAccountRights) -> AccountRights:
    """Number rights as answers do; each text has a numbering of its own."""
    found = AccountRights(0)
    for sent, answered in _ANSWERED.items():
        if rights & sent:
            found |= answered
    return found


HANDLERS.add("account.list_sub_accounts", listed(_sub_accounts, email="email"))
HANDLERS.add("account.get_sub_account", fetched(_sub_accounts, "account_id"))
HANDLERS.add("account.delete_sub_account", removed(_sub_accounts, "account_id"))
