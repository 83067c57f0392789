# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The account operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.arguments import check_body
from nuki_core.bodies import fields_body, model_body
from nuki_core.decode import array, instance, nothing, text
from nuki_core.errors import ValidationError
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource
from nuki_core.unset import UNSET, Unset

from ..models.account import (
    Account,
    AccountEmailChange,
    AccountIntegration,
    AccountOtpEnable,
    AccountPasswordReset,
    AccountSetting,
    AccountSettingWeb,
    AccountSubCreate,
    AccountSubUpdate,
    AccountUpdate,
    MyAccount,
)


def _delete() -> Request[None]:
    return Request(DELETE, "/account", nothing)


def _get() -> Request[MyAccount]:
    return Request(GET, "/account", instance(MyAccount.from_dict))


def _update(body: AccountUpdate, *, delete_api_tokens: bool | None = None) -> Request[None]:
    check_body(UPDATE, body)
    return Request(
        UPDATE,
        "/account",
        nothing,
        query=query(("deleteApiTokens", delete_api_tokens)),
        body=model_body(UPDATE, AccountUpdate, body),
    )


def _change_email(email: str) -> Request[None]:
    return Request(
        CHANGE_EMAIL,
        "/account/email/change",
        nothing,
        body=fields_body(CHANGE_EMAIL, AccountEmailChange, email=email),
    )


def _verify_email() -> Request[None]:
    return Request(VERIFY_EMAIL, "/account/email/verify", nothing)


def _delete_integration(
    *, api_key_id: int | None = None, token_id: str | None = None
) -> Request[None]:
    return Request(
        DELETE_INTEGRATION,
        "/account/integration",
        nothing,
        query=query(("apiKeyId", api_key_id), ("tokenId", token_id)),
    )


def _list_integrations() -> Request[builtins.list[AccountIntegration]]:
    return Request(LIST_INTEGRATIONS, "/account/integration", array(AccountIntegration.from_dict))


def _disable_otp() -> Request[None]:
    return Request(DISABLE_OTP, "/account/otp", nothing)


def _enable_otp(otp: str) -> Request[None]:
    return Request(
        ENABLE_OTP, "/account/otp", nothing, body=fields_body(ENABLE_OTP, AccountOtpEnable, otp=otp)
    )


def _create_otp_secret() -> Request[str]:
    return Request(CREATE_OTP_SECRET, "/account/otp", text)


def _reset_password(email: str, *, delete_api_tokens: bool | Unset = UNSET) -> Request[None]:
    return Request(
        RESET_PASSWORD,
        "/account/password/reset",
        nothing,
        body=fields_body(
            RESET_PASSWORD, AccountPasswordReset, delete_api_tokens=delete_api_tokens, email=email
        ),
    )


def _delete_setting() -> Request[None]:
    return Request(DELETE_SETTING, "/account/setting", nothing)


def _get_setting() -> Request[AccountSetting]:
    return Request(GET_SETTING, "/account/setting", instance(AccountSetting.from_dict))


def _set_setting(web: AccountSettingWeb) -> Request[AccountSetting]:
    check_body(SET_SETTING, web)
    return Request(
        SET_SETTING,
        "/account/setting",
        instance(AccountSetting.from_dict),
        body=fields_body(SET_SETTING, AccountSetting, web=web),
    )


def _list_sub_accounts(*, email: str | None = None) -> Request[builtins.list[Account]]:
    return Request(
        LIST_SUB_ACCOUNTS,
        "/account/sub",
        array(Account.from_dict, or_one=True),
        query=query(("email", email)),
    )


def _create_sub_account(body: AccountSubCreate) -> Request[MyAccount]:
    check_body(CREATE_SUB_ACCOUNT, body)
    return Request(
        CREATE_SUB_ACCOUNT,
        "/account/sub",
        instance(MyAccount.from_dict),
        body=model_body(CREATE_SUB_ACCOUNT, AccountSubCreate, body),
    )


def _delete_sub_account(account_id: int) -> Request[None]:
    return Request(DELETE_SUB_ACCOUNT, f"/account/sub/{encode_path(account_id)}", nothing)


def _get_sub_account(account_id: int) -> Request[Account]:
    return Request(
        GET_SUB_ACCOUNT, f"/account/sub/{encode_path(account_id)}", instance(Account.from_dict)
    )


def _update_sub_account(account_id: int, body: AccountSubUpdate) -> Request[None]:
    check_body(UPDATE_SUB_ACCOUNT, body)
    return Request(
        UPDATE_SUB_ACCOUNT,
        f"/account/sub/{encode_path(account_id)}",
        nothing,
        body=model_body(UPDATE_SUB_ACCOUNT, AccountSubUpdate, body),
    )


DELETE: Final = Operation(
    method="DELETE",
    path="/account",
    resource="account",
    name="delete",
    parameters=(),
    body=None,
    responses={204: None, 401: "Error"},
    scopes=("account",),
    request=_delete,
    effect="change",
    reasons={401: "Token missing, wrong or lacking the scope"},
)
GET: Final = Operation(
    method="GET",
    path="/account",
    resource="account",
    name="get",
    parameters=(),
    body=None,
    responses={200: "MyAccount", 401: "Error"},
    scopes=("account",),
    request=_get,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
UPDATE: Final = Operation(
    method="POST",
    path="/account",
    resource="account",
    name="update",
    parameters=(
        Parameter("delete_api_tokens", "deleteApiTokens", "query", False, "bool"),
        Parameter("body", "", "body", True, "AccountUpdate"),
    ),
    body="AccountUpdate",
    responses={204: None, 400: "Error", 401: "Error", 409: "Error"},
    scopes=("account",),
    request=_update,
    effect="change",
    reasons={
        400: "The e-mail address or the name is not valid",
        401: "Token missing, wrong or lacking the scope",
        409: "Another account has this e-mail address",
    },
)
CHANGE_EMAIL: Final = Operation(
    method="POST",
    path="/account/email/change",
    resource="account",
    name="change_email",
    parameters=(Parameter("email", "email", "body", True, "str"),),
    body="AccountEmailChange",
    responses={204: None, 400: "Error", 401: "Error", 409: "Error"},
    scopes=("account",),
    request=_change_email,
    effect="change",
    reasons={
        400: "This is no e-mail address",
        401: "Token missing, wrong or lacking the scope",
        409: "Another account has this e-mail address",
    },
)
VERIFY_EMAIL: Final = Operation(
    method="POST",
    path="/account/email/verify",
    resource="account",
    name="verify_email",
    parameters=(),
    body=None,
    responses={204: None, 400: "Error", 401: "Error", 409: "Error"},
    scopes=("account",),
    request=_verify_email,
    effect="change",
    reasons={
        400: "This is no e-mail address",
        401: "Token missing, wrong or lacking the scope",
        409: "Another account has this e-mail address",
    },
)
DELETE_INTEGRATION: Final = Operation(
    method="DELETE",
    path="/account/integration",
    resource="account",
    name="delete_integration",
    parameters=(
        Parameter("api_key_id", "apiKeyId", "query", False, "int"),
        Parameter("token_id", "tokenId", "query", False, "str"),
    ),
    body=None,
    responses={204: None, 401: "Error"},
    scopes=("account",),
    request=_delete_integration,
    effect="change",
    reasons={401: "Token missing, wrong or lacking the scope"},
)
LIST_INTEGRATIONS: Final = Operation(
    method="GET",
    path="/account/integration",
    resource="account",
    name="list_integrations",
    parameters=(),
    body=None,
    responses={200: "list[AccountIntegration]", 401: "Error"},
    scopes=("account",),
    request=_list_integrations,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
DISABLE_OTP: Final = Operation(
    method="DELETE",
    path="/account/otp",
    resource="account",
    name="disable_otp",
    parameters=(),
    body=None,
    responses={204: None, 401: "Error"},
    scopes=("account",),
    request=_disable_otp,
    effect="change",
    reasons={401: "Token missing, wrong or lacking the scope"},
)
ENABLE_OTP: Final = Operation(
    method="POST",
    path="/account/otp",
    resource="account",
    name="enable_otp",
    parameters=(Parameter("otp", "otp", "body", True, "str"),),
    body="AccountOtpEnable",
    responses={204: None, 400: "Error", 401: "Error", 429: "Error"},
    scopes=("account",),
    request=_enable_otp,
    effect="change",
    reasons={
        400: "No one-time password given",
        401: "Token missing, wrong or lacking the scope, or the one-time password is wrong",
        429: "Too many wrong attempts; wait before the next",
    },
)
CREATE_OTP_SECRET: Final = Operation(
    method="PUT",
    path="/account/otp",
    resource="account",
    name="create_otp_secret",
    parameters=(),
    body=None,
    responses={200: "str", 405: "Error", 401: "Error"},
    scopes=("account",),
    request=_create_otp_secret,
    effect="change",
    reasons={
        405: "One-time passwords are already on",
        401: "Token missing, wrong or lacking the scope",
    },
)
RESET_PASSWORD: Final = Operation(
    method="POST",
    path="/account/password/reset",
    resource="account",
    name="reset_password",
    parameters=(
        Parameter("delete_api_tokens", "deleteApiTokens", "body", False, "bool"),
        Parameter("email", "email", "body", True, "str"),
    ),
    body="AccountPasswordReset",
    responses={204: None, 401: "Error"},
    scopes=(),
    request=_reset_password,
    effect="change",
    reasons={401: "Token missing or wrong"},
)
DELETE_SETTING: Final = Operation(
    method="DELETE",
    path="/account/setting",
    resource="account",
    name="delete_setting",
    parameters=(),
    body=None,
    responses={204: None, 401: "Error", 403: "Error"},
    scopes=("account",),
    request=_delete_setting,
    effect="change",
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
GET_SETTING: Final = Operation(
    method="GET",
    path="/account/setting",
    resource="account",
    name="get_setting",
    parameters=(),
    body=None,
    responses={200: "AccountSetting", 401: "Error", 403: "Error", 404: "Error"},
    scopes=("account",),
    request=_get_setting,
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        404: "No settings stored yet",
    },
)
SET_SETTING: Final = Operation(
    method="PUT",
    path="/account/setting",
    resource="account",
    name="set_setting",
    parameters=(Parameter("web", "web", "body", True, "AccountSettingWeb"),),
    body="AccountSetting",
    responses={200: "AccountSetting", 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_set_setting,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)
LIST_SUB_ACCOUNTS: Final = Operation(
    method="GET",
    path="/account/sub",
    resource="account",
    name="list_sub_accounts",
    parameters=(Parameter("email", "email", "query", False, "str"),),
    body=None,
    responses={200: "list[Account]", 401: "Error"},
    scopes=("account",),
    request=_list_sub_accounts,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
CREATE_SUB_ACCOUNT: Final = Operation(
    method="PUT",
    path="/account/sub",
    resource="account",
    name="create_sub_account",
    parameters=(Parameter("body", "", "body", True, "AccountSubCreate"),),
    body="AccountSubCreate",
    responses={200: "MyAccount", 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_create_sub_account,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)
DELETE_SUB_ACCOUNT: Final = Operation(
    method="DELETE",
    path="/account/sub/{accountId}",
    resource="account",
    name="delete_sub_account",
    parameters=(Parameter("account_id", "accountId", "path", True, "int"),),
    body=None,
    responses={204: None, 401: "Error"},
    scopes=("account",),
    request=_delete_sub_account,
    effect="change",
    reasons={401: "Token missing, wrong or lacking the scope"},
)
GET_SUB_ACCOUNT: Final = Operation(
    method="GET",
    path="/account/sub/{accountId}",
    resource="account",
    name="get_sub_account",
    parameters=(Parameter("account_id", "accountId", "path", True, "int"),),
    body=None,
    responses={200: "Account", 401: "Error"},
    scopes=("account",),
    request=_get_sub_account,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
UPDATE_SUB_ACCOUNT: Final = Operation(
    method="POST",
    path="/account/sub/{accountId}",
    resource="account",
    name="update_sub_account",
    parameters=(
        Parameter("account_id", "accountId", "path", True, "int"),
        Parameter("body", "", "body", True, "AccountSubUpdate"),
    ),
    body="AccountSubUpdate",
    responses={204: None, 400: "Error", 401: "Error", 409: "Error"},
    scopes=("account",),
    request=_update_sub_account,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        409: "Another account has this e-mail address",
    },
)

OPERATIONS: Final = (
    DELETE,
    GET,
    UPDATE,
    CHANGE_EMAIL,
    VERIFY_EMAIL,
    DELETE_INTEGRATION,
    LIST_INTEGRATIONS,
    DISABLE_OTP,
    ENABLE_OTP,
    CREATE_OTP_SECRET,
    RESET_PASSWORD,
    DELETE_SETTING,
    GET_SETTING,
    SET_SETTING,
    LIST_SUB_ACCOUNTS,
    CREATE_SUB_ACCOUNT,
    DELETE_SUB_ACCOUNT,
    GET_SUB_ACCOUNT,
    UPDATE_SUB_ACCOUNT,
)


class AccountResource(Resource):
    """The account operations."""

    def delete(self) -> None:
        """Close the account of the token (`DELETE /account`, scope `account`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_delete())

    def get(self) -> MyAccount:
        """Read the account of the token (`GET /account`, scope `account`).

        Returns: The account.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_get())

    def update(self, body: AccountUpdate, *, delete_api_tokens: bool | None = None) -> None:
        """Change the account of the token (`POST /account`, scope `account`).

        Args:
            delete_api_tokens: Whether a change of password also deletes the API tokens; false keeps
                them. Default: true.
            body: Account data to set.

        Raises:
            BadRequestError: The e-mail address or the name is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ConflictError: Another account has this e-mail address (409).
        """
        return self._send(_update(body, delete_api_tokens=delete_api_tokens))

    def change_email(self, email: str) -> None:
        """Send the mail that confirms a new e-mail address (`POST /account/email/change`, scope
        `account`).

        Args:
            email: E-mail address to change to.

        Raises:
            BadRequestError: This is no e-mail address (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ConflictError: Another account has this e-mail address (409).
        """
        return self._send(_change_email(email))

    def verify_email(self) -> None:
        """Send the mail that confirms the account's e-mail address (`POST /account/email/verify`,
        scope `account`).

        Raises:
            BadRequestError: This is no e-mail address (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ConflictError: Another account has this e-mail address (409).
        """
        return self._send(_verify_email())

    def delete_integration(
        self, *, api_key_id: int | None = None, token_id: str | None = None
    ) -> None:
        """Remove an integration, or one token of it (`DELETE /account/integration`, scope
        `account`).

        Args:
            api_key_id: API key to remove, together with all its tokens unless token_id narrows it
                down.
            token_id: Token to remove while its API key stays.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_delete_integration(api_key_id=api_key_id, token_id=token_id))

    def list_integrations(self) -> builtins.list[AccountIntegration]:
        """List the integrations of the account (`GET /account/integration`, scope `account`).

        Returns: Integrations, one entry per token.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list_integrations())

    def disable_otp(self) -> None:
        """Switch one-time passwords off (`DELETE /account/otp`, scope `account`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_disable_otp())

    def enable_otp(self, otp: str) -> None:
        """Switch one-time passwords on (`POST /account/otp`, scope `account`).

        Args:
            otp: One-time password (OTP) to confirm with.

        Raises:
            BadRequestError: No one-time password given (400).
            UnauthorizedError: Token missing, wrong or lacking the scope, or the one-time password
                is wrong (401).
            RateLimitedError: Too many wrong attempts; wait before the next (429).
        """
        # The frames of an error must not show what is secret: neither this one nor those inside.
        try:
            request = _enable_otp(otp)
        except ValidationError as refused:
            raise refused.with_traceback(None) from None
        finally:
            del otp
        return self._send(request)

    def create_otp_secret(self) -> str:
        """Obtain the secret for one-time passwords (`PUT /account/otp`, scope `account`).

        Returns: The new secret.

        Raises:
            MethodNotAllowedError: One-time passwords are already on (405).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_create_otp_secret())

    def reset_password(self, email: str, *, delete_api_tokens: bool | Unset = UNSET) -> None:
        """Request a new password for an account (`POST /account/password/reset`).

        Raises:
            UnauthorizedError: Token missing or wrong (401).
        """
        return self._send(_reset_password(email, delete_api_tokens=delete_api_tokens))

    def delete_setting(self) -> None:
        """Clear the account's settings (`DELETE /account/setting`, scope `account`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_delete_setting())

    def get_setting(self) -> AccountSetting:
        """Read the account's settings (`GET /account/setting`, scope `account`).

        Returns: The settings.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: No settings stored yet (404).
        """
        return self._send(_get_setting())

    def set_setting(self, web: AccountSettingWeb) -> AccountSetting:
        """Store the account's settings (`PUT /account/setting`, scope `account`).

        Returns: The settings as stored.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_set_setting(web))

    def list_sub_accounts(self, *, email: str | None = None) -> builtins.list[Account]:
        """List the sub accounts (`GET /account/sub`, scope `account`).

        That it answers with a list is inferred: the document declares a single account, which is
        taken for a list of one.

        Args:
            email: Regular expression that the e-mail address has to match.

        Returns: The sub accounts.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list_sub_accounts(email=email))

    def create_sub_account(self, body: AccountSubCreate) -> MyAccount:
        """Open a sub account (`PUT /account/sub`, scope `account`).

        Args:
            body: Data and rights of the sub account.

        Returns: The new sub account.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_create_sub_account(body))

    def delete_sub_account(self, account_id: int) -> None:
        """Close a sub account (`DELETE /account/sub/{accountId}`, scope `account`).

        Args:
            account_id: Id of the sub account.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_delete_sub_account(account_id))

    def get_sub_account(self, account_id: int) -> Account:
        """Read a sub account (`GET /account/sub/{accountId}`, scope `account`).

        Args:
            account_id: Id of the sub account.

        Returns: The sub account.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_get_sub_account(account_id))

    def update_sub_account(self, account_id: int, body: AccountSubUpdate) -> None:
        """Change a sub account (`POST /account/sub/{accountId}`, scope `account`).

        Args:
            account_id: Id of the sub account.
            body: Data and rights to set.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ConflictError: Another account has this e-mail address (409).
        """
        return self._send(_update_sub_account(account_id, body))


class AsyncAccountResource(AsyncResource):
    """The account operations, asynchronous."""

    async def delete(self) -> None:
        """Close the account of the token (`DELETE /account`, scope `account`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_delete())

    async def get(self) -> MyAccount:
        """Read the account of the token (`GET /account`, scope `account`).

        Returns: The account.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_get())

    async def update(self, body: AccountUpdate, *, delete_api_tokens: bool | None = None) -> None:
        """Change the account of the token (`POST /account`, scope `account`).

        Args:
            delete_api_tokens: Whether a change of password also deletes the API tokens; false keeps
                them. Default: true.
            body: Account data to set.

        Raises:
            BadRequestError: The e-mail address or the name is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ConflictError: Another account has this e-mail address (409).
        """
        return await self._send(_update(body, delete_api_tokens=delete_api_tokens))

    async def change_email(self, email: str) -> None:
        """Send the mail that confirms a new e-mail address (`POST /account/email/change`, scope
        `account`).

        Args:
            email: E-mail address to change to.

        Raises:
            BadRequestError: This is no e-mail address (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ConflictError: Another account has this e-mail address (409).
        """
        return await self._send(_change_email(email))

    async def verify_email(self) -> None:
        """Send the mail that confirms the account's e-mail address (`POST /account/email/verify`,
        scope `account`).

        Raises:
            BadRequestError: This is no e-mail address (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ConflictError: Another account has this e-mail address (409).
        """
        return await self._send(_verify_email())

    async def delete_integration(
        self, *, api_key_id: int | None = None, token_id: str | None = None
    ) -> None:
        """Remove an integration, or one token of it (`DELETE /account/integration`, scope
        `account`).

        Args:
            api_key_id: API key to remove, together with all its tokens unless token_id narrows it
                down.
            token_id: Token to remove while its API key stays.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_delete_integration(api_key_id=api_key_id, token_id=token_id))

    async def list_integrations(self) -> builtins.list[AccountIntegration]:
        """List the integrations of the account (`GET /account/integration`, scope `account`).

        Returns: Integrations, one entry per token.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list_integrations())

    async def disable_otp(self) -> None:
        """Switch one-time passwords off (`DELETE /account/otp`, scope `account`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_disable_otp())

    async def enable_otp(self, otp: str) -> None:
        """Switch one-time passwords on (`POST /account/otp`, scope `account`).

        Args:
            otp: One-time password (OTP) to confirm with.

        Raises:
            BadRequestError: No one-time password given (400).
            UnauthorizedError: Token missing, wrong or lacking the scope, or the one-time password
                is wrong (401).
            RateLimitedError: Too many wrong attempts; wait before the next (429).
        """
        # The frames of an error must not show what is secret: neither this one nor those inside.
        try:
            request = _enable_otp(otp)
        except ValidationError as refused:
            raise refused.with_traceback(None) from None
        finally:
            del otp
        return await self._send(request)

    async def create_otp_secret(self) -> str:
        """Obtain the secret for one-time passwords (`PUT /account/otp`, scope `account`).

        Returns: The new secret.

        Raises:
            MethodNotAllowedError: One-time passwords are already on (405).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_create_otp_secret())

    async def reset_password(self, email: str, *, delete_api_tokens: bool | Unset = UNSET) -> None:
        """Request a new password for an account (`POST /account/password/reset`).

        Raises:
            UnauthorizedError: Token missing or wrong (401).
        """
        return await self._send(_reset_password(email, delete_api_tokens=delete_api_tokens))

    async def delete_setting(self) -> None:
        """Clear the account's settings (`DELETE /account/setting`, scope `account`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_delete_setting())

    async def get_setting(self) -> AccountSetting:
        """Read the account's settings (`GET /account/setting`, scope `account`).

        Returns: The settings.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: No settings stored yet (404).
        """
        return await self._send(_get_setting())

    async def set_setting(self, web: AccountSettingWeb) -> AccountSetting:
        """Store the account's settings (`PUT /account/setting`, scope `account`).

        Returns: The settings as stored.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_set_setting(web))

    async def list_sub_accounts(self, *, email: str | None = None) -> builtins.list[Account]:
        """List the sub accounts (`GET /account/sub`, scope `account`).

        That it answers with a list is inferred: the document declares a single account, which is
        taken for a list of one.

        Args:
            email: Regular expression that the e-mail address has to match.

        Returns: The sub accounts.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list_sub_accounts(email=email))

    async def create_sub_account(self, body: AccountSubCreate) -> MyAccount:
        """Open a sub account (`PUT /account/sub`, scope `account`).

        Args:
            body: Data and rights of the sub account.

        Returns: The new sub account.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_create_sub_account(body))

    async def delete_sub_account(self, account_id: int) -> None:
        """Close a sub account (`DELETE /account/sub/{accountId}`, scope `account`).

        Args:
            account_id: Id of the sub account.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_delete_sub_account(account_id))

    async def get_sub_account(self, account_id: int) -> Account:
        """Read a sub account (`GET /account/sub/{accountId}`, scope `account`).

        Args:
            account_id: Id of the sub account.

        Returns: The sub account.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_get_sub_account(account_id))

    async def update_sub_account(self, account_id: int, body: AccountSubUpdate) -> None:
        """Change a sub account (`POST /account/sub/{accountId}`, scope `account`).

        Args:
            account_id: Id of the sub account.
            body: Data and rights to set.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ConflictError: Another account has this e-mail address (409).
        """
        return await self._send(_update_sub_account(account_id, body))
