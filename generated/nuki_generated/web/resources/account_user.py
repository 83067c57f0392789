# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The account user operations of the Nuki API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nuki_core.decode import array, instance, nothing, or_nothing
from nuki_core.model import plain
from nuki_core.request import Operation, Parameter, Request, query, segment
from nuki_core.resource import AsyncResource, Resource

from ..models.account_user import AccountUser

if TYPE_CHECKING:
    import builtins
    from typing import Final

    from ..models.account_user import AccountUserCreate, AccountUserUpdate


def _list(
    *, email: str | None = None, offset: int | None = None, limit: int | None = None
) -> Request[builtins.list[AccountUser]]:
    return Request(
        LIST, "/account/user", array(AccountUser.from_dict),
        query=query(("email", email), ("offset", offset), ("limit", limit)),
    )


def _create(body: AccountUserCreate) -> Request[AccountUser]:
    return Request(CREATE, "/account/user", instance(AccountUser.from_dict), body=plain(body))


def _delete(account_user_id: int) -> Request[None]:
    return Request(DELETE, f"/account/user/{segment(account_user_id)}", nothing)


def _get(account_user_id: int) -> Request[AccountUser]:
    return Request(
        GET, f"/account/user/{segment(account_user_id)}", instance(AccountUser.from_dict)
    )


def _update(account_user_id: int, body: AccountUserUpdate) -> Request[AccountUser | None]:
    return Request(
        UPDATE, f"/account/user/{segment(account_user_id)}",
        or_nothing(instance(AccountUser.from_dict)), body=plain(body),
    )


LIST: Final = Operation(
    "GET", "/account/user", "account_user", "list",
    (Parameter("email", "email", "query", False, "str"), Parameter("offset", "offset", "query", False, "int"), Parameter("limit", "limit", "query", False, "int"),),
    None, {200: "list[AccountUser]", 401: "Error"}, ("account", "smartlock.auth",), _list,
)
CREATE: Final = Operation(
    "PUT", "/account/user", "account_user", "create", (), "AccountUserCreate",
    {200: "AccountUser", 400: "Error", 401: "Error"}, ("account", "smartlock.auth",), _create,
    effect="change",
)
DELETE: Final = Operation(
    "DELETE", "/account/user/{accountUserId}", "account_user", "delete",
    (Parameter("account_user_id", "accountUserId", "path", True, "int"),), None,
    {204: None, 401: "Error", 423: "Error"}, ("account", "smartlock.auth",), _delete,
    effect="change",
)
GET: Final = Operation(
    "GET", "/account/user/{accountUserId}", "account_user", "get",
    (Parameter("account_user_id", "accountUserId", "path", True, "int"),), None,
    {200: "AccountUser", 401: "Error"}, ("account", "smartlock.auth",), _get,
)
UPDATE: Final = Operation(
    "POST", "/account/user/{accountUserId}", "account_user", "update",
    (Parameter("account_user_id", "accountUserId", "path", True, "int"),), "AccountUserUpdate",
    {200: "AccountUser", 204: None, 400: "Error", 401: "Error", 409: "Error"},
    ("account", "smartlock.auth",), _update, effect="change",
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

        Raises: UnauthorizedError (401).
        """
        return self._send(_list(email=email, offset=offset, limit=limit))

    def create(self, body: AccountUserCreate) -> AccountUser:
        """Add a user to the account (`PUT /account/user`, scope `account` or `smartlock.auth`).

        Args:
            body: Data of the user.

        Raises: BadRequestError (400), UnauthorizedError (401).
        """
        return self._send(_create(body))

    def delete(self, account_user_id: int) -> None:
        """Queue the removal of a user from the account (`DELETE /account/user/{accountUserId}`,
        scope `account` or `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.

        Raises: UnauthorizedError (401), LockedError (423).
        """
        return self._send(_delete(account_user_id))

    def get(self, account_user_id: int) -> AccountUser:
        """Read one user of the account (`GET /account/user/{accountUserId}`, scope `account` or
        `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.

        Raises: UnauthorizedError (401).
        """
        return self._send(_get(account_user_id))

    def update(self, account_user_id: int, body: AccountUserUpdate) -> AccountUser | None:
        """Change one user of the account (`POST /account/user/{accountUserId}`, scope `account` or
        `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.
            body: User data to set.

        Raises: BadRequestError (400), UnauthorizedError (401), ConflictError (409).
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

        Raises: UnauthorizedError (401).
        """
        return await self._send(_list(email=email, offset=offset, limit=limit))

    async def create(self, body: AccountUserCreate) -> AccountUser:
        """Add a user to the account (`PUT /account/user`, scope `account` or `smartlock.auth`).

        Args:
            body: Data of the user.

        Raises: BadRequestError (400), UnauthorizedError (401).
        """
        return await self._send(_create(body))

    async def delete(self, account_user_id: int) -> None:
        """Queue the removal of a user from the account (`DELETE /account/user/{accountUserId}`,
        scope `account` or `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.

        Raises: UnauthorizedError (401), LockedError (423).
        """
        return await self._send(_delete(account_user_id))

    async def get(self, account_user_id: int) -> AccountUser:
        """Read one user of the account (`GET /account/user/{accountUserId}`, scope `account` or
        `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.

        Raises: UnauthorizedError (401).
        """
        return await self._send(_get(account_user_id))

    async def update(self, account_user_id: int, body: AccountUserUpdate) -> AccountUser | None:
        """Change one user of the account (`POST /account/user/{accountUserId}`, scope `account` or
        `smartlock.auth`).

        Args:
            account_user_id: Id of the account user.
            body: User data to set.

        Raises: BadRequestError (400), UnauthorizedError (401), ConflictError (409).
        """
        return await self._send(_update(account_user_id, body))
