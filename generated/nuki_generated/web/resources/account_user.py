# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The account user operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.arguments import check_body
from nuki_core.bodies import model_body
from nuki_core.decode import array, instance, nothing, or_nothing
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource

from ..models.account_user import AccountUser, AccountUserCreate, AccountUserUpdate


def _list(
    *, email: str | None = None, offset: int | None = None, limit: int | None = None
) -> Request[builtins.list[AccountUser]]:
    return Request(
        LIST,
        "/account/user",
        array(AccountUser.from_dict),
        query=query(("email", email), ("offset", offset), ("limit", limit)),
    )


def _create(body: AccountUserCreate) -> Request[AccountUser]:
    check_body(CREATE, body)
    return Request(
        CREATE,
        "/account/user",
        instance(AccountUser.from_dict),
        body=model_body(CREATE, AccountUserCreate, body),
    )


def _delete(account_user_id: int) -> Request[None]:
    return Request(DELETE, f"/account/user/{encode_path(account_user_id)}", nothing)


def _get(account_user_id: int) -> Request[AccountUser]:
    return Request(
        GET, f"/account/user/{encode_path(account_user_id)}", instance(AccountUser.from_dict)
    )


def _update(account_user_id: int, body: AccountUserUpdate) -> Request[AccountUser | None]:
    check_body(UPDATE, body)
    return Request(
        UPDATE,
        f"/account/user/{encode_path(account_user_id)}",
        or_nothing(instance(AccountUser.from_dict)),
        body=model_body(UPDATE, AccountUserUpdate, body),
    )


LIST: Final = Operation(
    method="GET",
    path="/account/user",
    resource="account_user",
    name="list",
    parameters=(
        Parameter("email", "email", "query", False, "str"),
        Parameter("offset", "offset", "query", False, "int"),
        Parameter("limit", "limit", "query", False, "int"),
    ),
    body=None,
    responses={200: "list[AccountUser]", 401: "Error"},
    scopes=("account", "smartlock.auth"),
    request=_list,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
CREATE: Final = Operation(
    method="PUT",
    path="/account/user",
    resource="account_user",
    name="create",
    parameters=(Parameter("body", "", "body", True, "AccountUserCreate"),),
    body="AccountUserCreate",
    responses={200: "AccountUser", 400: "Error", 401: "Error"},
    scopes=("account", "smartlock.auth"),
    request=_create,
    effect="change",
    reasons={
        400: "The e-mail address or the name is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)
DELETE: Final = Operation(
    method="DELETE",
    path="/account/user/{accountUserId}",
    resource="account_user",
    name="delete",
    parameters=(Parameter("account_user_id", "accountUserId", "path", True, "int"),),
    body=None,
    responses={204: None, 401: "Error", 423: "Error"},
    scopes=("account", "smartlock.auth"),
    request=_delete,
    effect="change",
    reasons={
        401: "Token missing, wrong or lacking the scope",
        423: "Another operation is still running; try again later",
    },
)
GET: Final = Operation(
    method="GET",
    path="/account/user/{accountUserId}",
    resource="account_user",
    name="get",
    parameters=(Parameter("account_user_id", "accountUserId", "path", True, "int"),),
    body=None,
    responses={200: "AccountUser", 401: "Error"},
    scopes=("account", "smartlock.auth"),
    request=_get,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
UPDATE: Final = Operation(
    method="POST",
    path="/account/user/{accountUserId}",
    resource="account_user",
    name="update",
    parameters=(
        Parameter("account_user_id", "accountUserId", "path", True, "int"),
        Parameter("body", "", "body", True, "AccountUserUpdate"),
    ),
    body="AccountUserUpdate",
    responses={200: "AccountUser", 204: None, 400: "Error", 401: "Error", 409: "Error"},
    scopes=("account", "smartlock.auth"),
    request=_update,
    effect="change",
    reasons={
        400: "The e-mail address or the name is not valid",
        401: "Token missing, wrong or lacking the scope",
        409: "Another account has this e-mail address",
    },
)

OPERATIONS: Final = (LIST, CREATE, DELETE, GET, UPDATE)


class AccountUserResource(Resource):
    """The account user operations."""

    def list(
        self, *, email: str | None = None, offset: int | None = None, limit: int | None = None
    ) -> builtins.list[AccountUser]:
        """List the users of the account (`GET /account/user`, scope `account` or `smartlock.auth`).

        Args:
            email: Only users with this e-mail address.
            offset: How many users to skip at the start.
            limit: How many users to return; a figure above the server's limit is lowered to it.

        Returns: The users on this page.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list(email=email, offset=offset, limit=limit))

    def create(self, body: AccountUserCreate) -> AccountUser:
        """Add a user to the account (`PUT /account/user`, scope `account` or `smartlock.auth`).

        Args:
            body: Data of the user.

        Returns: The new user.

        Raises:
            BadRequestError: The e-mail address or the name is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_create(body))

    def delete(self, account_user_id: int) -> None:
        """Queue the removal of a user from the account (`DELETE /account/user/{accountUserId}`,
        scope `account` or `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation is still running; try again later (423).
        """
        return self._send(_delete(account_user_id))

    def get(self, account_user_id: int) -> AccountUser:
        """Read one user of the account (`GET /account/user/{accountUserId}`, scope `account` or
        `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.

        Returns: The user.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_get(account_user_id))

    def update(self, account_user_id: int, body: AccountUserUpdate) -> AccountUser | None:
        """Change one user of the account (`POST /account/user/{accountUserId}`, scope `account` or
        `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.
            body: User data to set.

        Returns: The user as changed; None if nothing came.

        Raises:
            BadRequestError: The e-mail address or the name is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ConflictError: Another account has this e-mail address (409).
        """
        return self._send(_update(account_user_id, body))


class AsyncAccountUserResource(AsyncResource):
    """The account user operations, asynchronous."""

    async def list(
        self, *, email: str | None = None, offset: int | None = None, limit: int | None = None
    ) -> builtins.list[AccountUser]:
        """List the users of the account (`GET /account/user`, scope `account` or `smartlock.auth`).

        Args:
            email: Only users with this e-mail address.
            offset: How many users to skip at the start.
            limit: How many users to return; a figure above the server's limit is lowered to it.

        Returns: The users on this page.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list(email=email, offset=offset, limit=limit))

    async def create(self, body: AccountUserCreate) -> AccountUser:
        """Add a user to the account (`PUT /account/user`, scope `account` or `smartlock.auth`).

        Args:
            body: Data of the user.

        Returns: The new user.

        Raises:
            BadRequestError: The e-mail address or the name is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_create(body))

    async def delete(self, account_user_id: int) -> None:
        """Queue the removal of a user from the account (`DELETE /account/user/{accountUserId}`,
        scope `account` or `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation is still running; try again later (423).
        """
        return await self._send(_delete(account_user_id))

    async def get(self, account_user_id: int) -> AccountUser:
        """Read one user of the account (`GET /account/user/{accountUserId}`, scope `account` or
        `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.

        Returns: The user.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_get(account_user_id))

    async def update(self, account_user_id: int, body: AccountUserUpdate) -> AccountUser | None:
        """Change one user of the account (`POST /account/user/{accountUserId}`, scope `account` or
        `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.
            body: User data to set.

        Returns: The user as changed; None if nothing came.

        Raises:
            BadRequestError: The e-mail address or the name is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ConflictError: Another account has this e-mail address (409).
        """
        return await self._send(_update(account_user_id, body))
