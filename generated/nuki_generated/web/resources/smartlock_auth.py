# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The smartlock auth operations of the Nuki API."""

from __future__ import annotations

import builtins
from collections.abc import Collection
from typing import Final

from nuki_core.arguments import check_body, check_id, check_member
from nuki_core.bodies import array_body, model_body
from nuki_core.decode import array, instance, nothing
from nuki_core.ids import SmartlockId
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource

from ..enums.smartlock_auth import AuthType
from ..models.smartlock_auth import (
    PaginatedResponse,
    SmartlockAuth,
    SmartlockAuthCreate,
    SmartlockAuthMultiUpdate,
    SmartlockAuthUpdate,
    SmartlockAuthWithSharedKeyCreate,
    SmartlocksAuthCreate,
)


def _delete_many(auth_ids: Collection[str]) -> Request[None]:
    return Request(
        DELETE_MANY, "/smartlock/auth", nothing, body=array_body(DELETE_MANY, str, auth_ids)
    )


def _list(
    *, account_user_id: int | None = None, types: Collection[AuthType | int] | None = None
) -> Request[builtins.list[SmartlockAuth]]:
    check_member(LIST, "types", types, (AuthType,))
    return Request(
        LIST,
        "/smartlock/auth",
        array(SmartlockAuth.from_dict),
        query=query(("accountUserId", account_user_id), ("types", types)),
    )


def _update_many(updates: Collection[SmartlockAuthMultiUpdate]) -> Request[None]:
    check_body(UPDATE_MANY, updates)
    return Request(
        UPDATE_MANY,
        "/smartlock/auth",
        nothing,
        body=array_body(UPDATE_MANY, SmartlockAuthMultiUpdate, updates),
    )


def _create_many(body: SmartlocksAuthCreate) -> Request[None]:
    check_body(CREATE_MANY, body)
    return Request(
        CREATE_MANY,
        "/smartlock/auth",
        nothing,
        body=model_body(CREATE_MANY, SmartlocksAuthCreate, body),
    )


def _list_for_smartlock(
    smartlock_id: int,
    *,
    types: Collection[AuthType | int] | None = None,
    include_email: bool | None = None,
) -> Request[builtins.list[SmartlockAuth]]:
    check_id(LIST_FOR_SMARTLOCK, "smartlock_id", smartlock_id, SmartlockId)
    check_member(LIST_FOR_SMARTLOCK, "types", types, (AuthType,))
    return Request(
        LIST_FOR_SMARTLOCK,
        f"/smartlock/{encode_path(smartlock_id)}/auth",
        array(SmartlockAuth.from_dict),
        query=query(("types", types), ("includeEmail", include_email)),
    )


def _create(smartlock_id: int, body: SmartlockAuthCreate) -> Request[None]:
    check_id(CREATE, "smartlock_id", smartlock_id, SmartlockId)
    check_body(CREATE, body)
    return Request(
        CREATE,
        f"/smartlock/{encode_path(smartlock_id)}/auth",
        nothing,
        body=model_body(CREATE, SmartlockAuthCreate, body),
    )


def _create_with_shared_key(
    smartlock_id: int, body: SmartlockAuthWithSharedKeyCreate
) -> Request[builtins.list[SmartlockAuth]]:
    check_id(CREATE_WITH_SHARED_KEY, "smartlock_id", smartlock_id, SmartlockId)
    check_body(CREATE_WITH_SHARED_KEY, body)
    return Request(
        CREATE_WITH_SHARED_KEY,
        f"/smartlock/{encode_path(smartlock_id)}/auth/advanced/sharedkey",
        array(SmartlockAuth.from_dict),
        body=model_body(CREATE_WITH_SHARED_KEY, SmartlockAuthWithSharedKeyCreate, body),
    )


def _delete(smartlock_id: int, auth_id: str) -> Request[None]:
    check_id(DELETE, "smartlock_id", smartlock_id, SmartlockId)
    return Request(
        DELETE, f"/smartlock/{encode_path(smartlock_id)}/auth/{encode_path(auth_id)}", nothing
    )


def _get(smartlock_id: int, auth_id: str) -> Request[SmartlockAuth]:
    check_id(GET, "smartlock_id", smartlock_id, SmartlockId)
    return Request(
        GET,
        f"/smartlock/{encode_path(smartlock_id)}/auth/{encode_path(auth_id)}",
        instance(SmartlockAuth.from_dict),
    )


def _update(smartlock_id: int, auth_id: str, body: SmartlockAuthUpdate) -> Request[None]:
    check_id(UPDATE, "smartlock_id", smartlock_id, SmartlockId)
    check_body(UPDATE, body)
    return Request(
        UPDATE,
        f"/smartlock/{encode_path(smartlock_id)}/auth/{encode_path(auth_id)}",
        nothing,
        body=model_body(UPDATE, SmartlockAuthUpdate, body),
    )


def _list_paged(
    *,
    page: int | None = None,
    size: int | None = None,
    account_user_id: int | None = None,
    types: Collection[AuthType | int] | None = None,
) -> Request[PaginatedResponse]:
    check_member(LIST_PAGED, "types", types, (AuthType,))
    return Request(
        LIST_PAGED,
        "/smartlock/auth/paged",
        instance(PaginatedResponse.from_dict),
        query=query(
            ("page", page), ("size", size), ("accountUserId", account_user_id), ("types", types)
        ),
    )


DELETE_MANY: Final = Operation(
    method="DELETE",
    path="/smartlock/auth",
    resource="smartlock_auth",
    name="delete_many",
    parameters=(Parameter("auth_ids", "", "body", True, "list[str]"),),
    body="list[str]",
    responses={204: None, 400: "Error", 401: "Error", 403: "Error", 423: "Error"},
    scopes=("smartlock.auth",),
    request=_delete_many,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        423: "Another operation is still running; try again later",
    },
)
LIST: Final = Operation(
    method="GET",
    path="/smartlock/auth",
    resource="smartlock_auth",
    name="list",
    parameters=(
        Parameter("account_user_id", "accountUserId", "query", False, "int"),
        Parameter("types", "types", "query", False, "list[AuthType]"),
    ),
    body=None,
    responses={200: "list[SmartlockAuth]", 401: "Error"},
    scopes=("smartlock.auth",),
    request=_list,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
UPDATE_MANY: Final = Operation(
    method="POST",
    path="/smartlock/auth",
    resource="smartlock_auth",
    name="update_many",
    parameters=(Parameter("updates", "", "body", True, "list[SmartlockAuthMultiUpdate]"),),
    body="list[SmartlockAuthMultiUpdate]",
    responses={204: None, 400: "Error", 401: "Error", 403: "Error", 409: "Error", 423: "Error"},
    scopes=("smartlock.auth",),
    request=_update_many,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        409: "Clashes with what exists, such as a keypad code already in use",
        423: "Another operation is still running; try again later",
    },
)
CREATE_MANY: Final = Operation(
    method="PUT",
    path="/smartlock/auth",
    resource="smartlock_auth",
    name="create_many",
    parameters=(Parameter("body", "", "body", True, "SmartlocksAuthCreate"),),
    body="SmartlocksAuthCreate",
    responses={
        204: None,
        400: "Error",
        402: "Error",
        409: "Error",
        426: "Error",
        401: "Error",
        422: "Error",
    },
    scopes=("smartlock.auth",),
    request=_create_many,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        402: "The account has not been paid for",
        409: "Clashes with what exists, such as a keypad code already in use",
        426: "The account needs a higher plan",
        401: "Token missing, wrong or lacking the scope",
        422: (
            "The device cannot take this authorization, such as a code for a lock without keypad"
        ),
    },
)
LIST_FOR_SMARTLOCK: Final = Operation(
    method="GET",
    path="/smartlock/{smartlockId}/auth",
    resource="smartlock_auth",
    name="list_for_smartlock",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("types", "types", "query", False, "list[AuthType]"),
        Parameter("include_email", "includeEmail", "query", False, "bool"),
    ),
    body=None,
    responses={200: "list[SmartlockAuth]", 401: "Error", 403: "Error"},
    scopes=("smartlock.auth",),
    request=_list_for_smartlock,
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
CREATE: Final = Operation(
    method="PUT",
    path="/smartlock/{smartlockId}/auth",
    resource="smartlock_auth",
    name="create",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("body", "", "body", True, "SmartlockAuthCreate"),
    ),
    body="SmartlockAuthCreate",
    responses={
        204: None,
        400: "Error",
        402: "Error",
        409: "Error",
        426: "Error",
        401: "Error",
        422: "Error",
    },
    scopes=("smartlock.auth",),
    request=_create,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        402: "The account has not been paid for",
        409: "Clashes with what exists, such as a keypad code already in use",
        426: "The account needs a higher plan",
        401: "Token missing, wrong or lacking the scope",
        422: (
            "The device cannot take this authorization, such as a code for a lock without keypad"
        ),
    },
)
CREATE_WITH_SHARED_KEY: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/auth/advanced/sharedkey",
    resource="smartlock_auth",
    name="create_with_shared_key",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("body", "", "body", True, "SmartlockAuthWithSharedKeyCreate"),
    ),
    body="SmartlockAuthWithSharedKeyCreate",
    responses={200: "list[SmartlockAuth]", 401: "Error", 403: "Error", 404: "Error"},
    scopes=("smartlock.auth",),
    request=_create_with_shared_key,
    effect="change",
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        404: "No such device",
    },
)
DELETE: Final = Operation(
    method="DELETE",
    path="/smartlock/{smartlockId}/auth/{id}",
    resource="smartlock_auth",
    name="delete",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("auth_id", "id", "path", True, "str"),
    ),
    body=None,
    responses={204: None, 401: "Error", 403: "Error", 423: "Error"},
    scopes=("smartlock.auth",),
    request=_delete,
    effect="change",
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        423: "Another operation is still running; try again later",
    },
)
GET: Final = Operation(
    method="GET",
    path="/smartlock/{smartlockId}/auth/{id}",
    resource="smartlock_auth",
    name="get",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("auth_id", "id", "path", True, "str"),
    ),
    body=None,
    responses={200: "SmartlockAuth", 401: "Error", 403: "Error"},
    scopes=("smartlock.auth",),
    request=_get,
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
UPDATE: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/auth/{id}",
    resource="smartlock_auth",
    name="update",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("auth_id", "id", "path", True, "str"),
        Parameter("body", "", "body", True, "SmartlockAuthUpdate"),
    ),
    body="SmartlockAuthUpdate",
    responses={204: None, 400: "Error", 401: "Error", 403: "Error", 409: "Error", 423: "Error"},
    scopes=("smartlock.auth",),
    request=_update,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        409: "Clashes with what exists, such as a keypad code already in use",
        423: "Another operation is still running; try again later",
    },
)
LIST_PAGED: Final = Operation(
    method="GET",
    path="/smartlock/auth/paged",
    resource="smartlock_auth",
    name="list_paged",
    parameters=(
        Parameter("page", "page", "query", False, "int"),
        Parameter("size", "size", "query", False, "int"),
        Parameter("account_user_id", "accountUserId", "query", False, "int"),
        Parameter("types", "types", "query", False, "list[AuthType]"),
    ),
    body=None,
    responses={200: "PaginatedResponse", 401: "Error"},
    scopes=("smartlock.auth",),
    request=_list_paged,
    reasons={401: "Token missing, wrong or lacking the scope"},
)

OPERATIONS: Final = (
    DELETE_MANY,
    LIST,
    UPDATE_MANY,
    CREATE_MANY,
    LIST_FOR_SMARTLOCK,
    CREATE,
    CREATE_WITH_SHARED_KEY,
    DELETE,
    GET,
    UPDATE,
    LIST_PAGED,
)


class SmartlockAuthResource(Resource):
    """The smartlock auth operations."""

    def delete_many(self, auth_ids: Collection[str]) -> None:
        """Queue the removal of authorizations on any devices (`DELETE /smartlock/auth`, scope
        `smartlock.auth`).

        Authorizations on devices that lack a needed Smart Hosting subscription are skipped without
        a word: they stay, and so does whoever has them. A listing shows what is left.

        Args:
            auth_ids: Ids of the authorizations to remove.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return self._send(_delete_many(auth_ids))

    def list(
        self, *, account_user_id: int | None = None, types: Collection[AuthType | int] | None = None
    ) -> builtins.list[SmartlockAuth]:
        """List the authorizations of all devices (`GET /smartlock/auth`, scope `smartlock.auth`).

        Args:
            account_user_id: Positive: only authorizations of this account user. Negative: only
                those that belong to no account user.
            types: Only authorizations of these types.

        Returns: The authorizations.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list(account_user_id=account_user_id, types=types))

    def update_many(self, updates: Collection[SmartlockAuthMultiUpdate]) -> None:
        """Queue changes to authorizations on any devices (`POST /smartlock/auth`, scope
        `smartlock.auth`).

        Send all of each: whether the server keeps what is left out is unknown, and dates and times
        that were not mentioned have been seen to be cleared (2026). `nuki.full_multi_update(entry)`
        makes the whole update from an entry.

        Args:
            updates: One entry per authorization to change, named by its id.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            LockedError: Another operation is still running; try again later (423).
        """
        return self._send(_update_many(updates))

    def create_many(self, body: SmartlocksAuthCreate) -> None:
        """Queue an authorization for several devices; listings will show its ids (`PUT
        /smartlock/auth`, scope `smartlock.auth`).

        Devices that lack a needed Smart Hosting subscription are skipped without a word; a listing
        shows who has got it.

        Args:
            body: The authorization and the devices that shall have it.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            UnprocessableError: The device cannot take this authorization, such as a code for a lock
                without keypad (422).
        """
        return self._send(_create_many(body))

    def list_for_smartlock(
        self,
        smartlock_id: int,
        *,
        types: Collection[AuthType | int] | None = None,
        include_email: bool | None = None,
    ) -> builtins.list[SmartlockAuth]:
        """List the authorizations of one device (`GET /smartlock/{smartlockId}/auth`, scope
        `smartlock.auth`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            types: Only authorizations of these types.
            include_email: Whether the answer holds the users' e-mail addresses.

        Returns: The authorizations.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(
            _list_for_smartlock(smartlock_id, types=types, include_email=include_email)
        )

    def create(self, smartlock_id: int, body: SmartlockAuthCreate) -> None:
        """Queue an authorization for one device; a listing will show its id (`PUT
        /smartlock/{smartlockId}/auth`, scope `smartlock.auth`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            body: The authorization to create.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            UnprocessableError: The device cannot take this authorization, such as a code for a lock
                without keypad (422).
        """
        return self._send(_create(smartlock_id, body))

    def create_with_shared_key(
        self, smartlock_id: int, body: SmartlockAuthWithSharedKeyCreate
    ) -> builtins.list[SmartlockAuth]:
        """Make an authorization with a shared key (`POST
        /smartlock/{smartlockId}/auth/advanced/sharedkey`, scope `smartlock.auth`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            body: Name, user and validity of the authorization.

        Returns: The authorizations made.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: No such device (404).
        """
        return self._send(_create_with_shared_key(smartlock_id, body))

    def delete(self, smartlock_id: int, auth_id: str) -> None:
        """Queue the removal of one authorization (`DELETE /smartlock/{smartlockId}/auth/{id}`,
        scope `smartlock.auth`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            auth_id: Id of the authorization.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return self._send(_delete(smartlock_id, auth_id))

    def get(self, smartlock_id: int, auth_id: str) -> SmartlockAuth:
        """Read one authorization of a device (`GET /smartlock/{smartlockId}/auth/{id}`, scope
        `smartlock.auth`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            auth_id: Id of the authorization.

        Returns: The authorization.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_get(smartlock_id, auth_id))

    def update(self, smartlock_id: int, auth_id: str, body: SmartlockAuthUpdate) -> None:
        """Queue a change of one authorization (`POST /smartlock/{smartlockId}/auth/{id}`, scope
        `smartlock.auth`).

        Send all of it: whether the server keeps what is left out is unknown. The vendor's examples
        change single fields, but dates and times that an update did not mention have been seen to
        be cleared (2026), after which a guest's code opens for ever. `nuki.full_update(entry)`
        makes the whole update from an entry. The simulator can do either, see its setting
        `updates_wipe_limits`.

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            auth_id: Id of the authorization.
            body: Data of the authorization to set.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            LockedError: Another operation is still running; try again later (423).
        """
        return self._send(_update(smartlock_id, auth_id, body))

    def list_paged(
        self,
        *,
        page: int | None = None,
        size: int | None = None,
        account_user_id: int | None = None,
        types: Collection[AuthType | int] | None = None,
    ) -> PaginatedResponse:
        """List the authorizations of all devices page by page (`GET /smartlock/auth/paged`, scope
        `smartlock.auth`).

        Args:
            page: Page to return, counted from 0. Default: 0.
            size: Authorizations per page. Default: 100.
            account_user_id: Positive: only authorizations of this account user. Negative: only
                those that belong to no account user.
            types: Only authorizations of these types.

        Returns: One page of authorizations.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(
            _list_paged(page=page, size=size, account_user_id=account_user_id, types=types)
        )


class AsyncSmartlockAuthResource(AsyncResource):
    """The smartlock auth operations, asynchronous."""

    async def delete_many(self, auth_ids: Collection[str]) -> None:
        """Queue the removal of authorizations on any devices (`DELETE /smartlock/auth`, scope
        `smartlock.auth`).

        Authorizations on devices that lack a needed Smart Hosting subscription are skipped without
        a word: they stay, and so does whoever has them. A listing shows what is left.

        Args:
            auth_ids: Ids of the authorizations to remove.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return await self._send(_delete_many(auth_ids))

    async def list(
        self, *, account_user_id: int | None = None, types: Collection[AuthType | int] | None = None
    ) -> builtins.list[SmartlockAuth]:
        """List the authorizations of all devices (`GET /smartlock/auth`, scope `smartlock.auth`).

        Args:
            account_user_id: Positive: only authorizations of this account user. Negative: only
                those that belong to no account user.
            types: Only authorizations of these types.

        Returns: The authorizations.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list(account_user_id=account_user_id, types=types))

    async def update_many(self, updates: Collection[SmartlockAuthMultiUpdate]) -> None:
        """Queue changes to authorizations on any devices (`POST /smartlock/auth`, scope
        `smartlock.auth`).

        Send all of each: whether the server keeps what is left out is unknown, and dates and times
        that were not mentioned have been seen to be cleared (2026). `nuki.full_multi_update(entry)`
        makes the whole update from an entry.

        Args:
            updates: One entry per authorization to change, named by its id.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            LockedError: Another operation is still running; try again later (423).
        """
        return await self._send(_update_many(updates))

    async def create_many(self, body: SmartlocksAuthCreate) -> None:
        """Queue an authorization for several devices; listings will show its ids (`PUT
        /smartlock/auth`, scope `smartlock.auth`).

        Devices that lack a needed Smart Hosting subscription are skipped without a word; a listing
        shows who has got it.

        Args:
            body: The authorization and the devices that shall have it.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            UnprocessableError: The device cannot take this authorization, such as a code for a lock
                without keypad (422).
        """
        return await self._send(_create_many(body))

    async def list_for_smartlock(
        self,
        smartlock_id: int,
        *,
        types: Collection[AuthType | int] | None = None,
        include_email: bool | None = None,
    ) -> builtins.list[SmartlockAuth]:
        """List the authorizations of one device (`GET /smartlock/{smartlockId}/auth`, scope
        `smartlock.auth`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            types: Only authorizations of these types.
            include_email: Whether the answer holds the users' e-mail addresses.

        Returns: The authorizations.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(
            _list_for_smartlock(smartlock_id, types=types, include_email=include_email)
        )

    async def create(self, smartlock_id: int, body: SmartlockAuthCreate) -> None:
        """Queue an authorization for one device; a listing will show its id (`PUT
        /smartlock/{smartlockId}/auth`, scope `smartlock.auth`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            body: The authorization to create.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            PaymentRequiredError: The account has not been paid for (402).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            UpgradeRequiredError: The account needs a higher plan (426).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            UnprocessableError: The device cannot take this authorization, such as a code for a lock
                without keypad (422).
        """
        return await self._send(_create(smartlock_id, body))

    async def create_with_shared_key(
        self, smartlock_id: int, body: SmartlockAuthWithSharedKeyCreate
    ) -> builtins.list[SmartlockAuth]:
        """Make an authorization with a shared key (`POST
        /smartlock/{smartlockId}/auth/advanced/sharedkey`, scope `smartlock.auth`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            body: Name, user and validity of the authorization.

        Returns: The authorizations made.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: No such device (404).
        """
        return await self._send(_create_with_shared_key(smartlock_id, body))

    async def delete(self, smartlock_id: int, auth_id: str) -> None:
        """Queue the removal of one authorization (`DELETE /smartlock/{smartlockId}/auth/{id}`,
        scope `smartlock.auth`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            auth_id: Id of the authorization.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            LockedError: Another operation is still running; try again later (423).
        """
        return await self._send(_delete(smartlock_id, auth_id))

    async def get(self, smartlock_id: int, auth_id: str) -> SmartlockAuth:
        """Read one authorization of a device (`GET /smartlock/{smartlockId}/auth/{id}`, scope
        `smartlock.auth`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            auth_id: Id of the authorization.

        Returns: The authorization.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_get(smartlock_id, auth_id))

    async def update(self, smartlock_id: int, auth_id: str, body: SmartlockAuthUpdate) -> None:
        """Queue a change of one authorization (`POST /smartlock/{smartlockId}/auth/{id}`, scope
        `smartlock.auth`).

        Send all of it: whether the server keeps what is left out is unknown. The vendor's examples
        change single fields, but dates and times that an update did not mention have been seen to
        be cleared (2026), after which a guest's code opens for ever. `nuki.full_update(entry)`
        makes the whole update from an entry. The simulator can do either, see its setting
        `updates_wipe_limits`.

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            auth_id: Id of the authorization.
            body: Data of the authorization to set.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            ConflictError: Clashes with what exists, such as a keypad code already in use (409).
            LockedError: Another operation is still running; try again later (423).
        """
        return await self._send(_update(smartlock_id, auth_id, body))

    async def list_paged(
        self,
        *,
        page: int | None = None,
        size: int | None = None,
        account_user_id: int | None = None,
        types: Collection[AuthType | int] | None = None,
    ) -> PaginatedResponse:
        """List the authorizations of all devices page by page (`GET /smartlock/auth/paged`, scope
        `smartlock.auth`).

        Args:
            page: Page to return, counted from 0. Default: 0.
            size: Authorizations per page. Default: 100.
            account_user_id: Positive: only authorizations of this account user. Negative: only
                those that belong to no account user.
            types: Only authorizations of these types.

        Returns: One page of authorizations.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(
            _list_paged(page=page, size=size, account_user_id=account_user_id, types=types)
        )
