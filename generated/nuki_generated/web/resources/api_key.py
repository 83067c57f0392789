# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The api key operations of the Nuki API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.arguments import check_body
from nuki_core.decode import array, instance, nothing
from nuki_core.model import to_jsonable
from nuki_core.request import Operation, Parameter, Request, encode_path
from nuki_core.resource import AsyncResource, Resource

from ..models.advanced_api import AdvancedApiKey, AdvancedApiKeyCreate, AdvancedApiKeyUpdate
from ..models.api_key import (
    ApiKey,
    ApiKeyCreate,
    ApiKeyToken,
    ApiKeyTokenCreate,
    ApiKeyTokenUpdate,
    ApiKeyUpdate,
)


def _list() -> Request[builtins.list[ApiKey]]:
    return Request(LIST, "/api/key", array(ApiKey.from_dict))


def _create(body: ApiKeyCreate) -> Request[ApiKey]:
    check_body(CREATE, body)
    return Request(CREATE, "/api/key", instance(ApiKey.from_dict), body=to_jsonable(body))


def _delete(api_key_id: int) -> Request[None]:
    return Request(DELETE, f"/api/key/{encode_path(api_key_id)}", nothing)


def _update(api_key_id: int, body: ApiKeyUpdate) -> Request[None]:
    check_body(UPDATE, body)
    return Request(UPDATE, f"/api/key/{encode_path(api_key_id)}", nothing, body=to_jsonable(body))


def _delete_advanced(api_key_id: int) -> Request[None]:
    return Request(DELETE_ADVANCED, f"/api/key/{encode_path(api_key_id)}/advanced", nothing)


def _get_advanced(api_key_id: int) -> Request[AdvancedApiKey]:
    return Request(
        GET_ADVANCED,
        f"/api/key/{encode_path(api_key_id)}/advanced",
        instance(AdvancedApiKey.from_dict),
    )


def _update_advanced(api_key_id: int, body: AdvancedApiKeyUpdate) -> Request[None]:
    check_body(UPDATE_ADVANCED, body)
    return Request(
        UPDATE_ADVANCED,
        f"/api/key/{encode_path(api_key_id)}/advanced",
        nothing,
        body=to_jsonable(body),
    )


def _create_advanced(api_key_id: int, body: AdvancedApiKeyCreate) -> Request[None]:
    check_body(CREATE_ADVANCED, body)
    return Request(
        CREATE_ADVANCED,
        f"/api/key/{encode_path(api_key_id)}/advanced",
        nothing,
        body=to_jsonable(body),
    )


def _reactivate_advanced(api_key_id: int) -> Request[None]:
    return Request(
        REACTIVATE_ADVANCED, f"/api/key/{encode_path(api_key_id)}/advanced/reactivate", nothing
    )


def _list_tokens(api_key_id: int) -> Request[builtins.list[ApiKeyToken]]:
    return Request(
        LIST_TOKENS, f"/api/key/{encode_path(api_key_id)}/token", array(ApiKeyToken.from_dict)
    )


def _create_token(api_key_id: int, body: ApiKeyTokenCreate) -> Request[ApiKeyToken]:
    check_body(CREATE_TOKEN, body)
    return Request(
        CREATE_TOKEN,
        f"/api/key/{encode_path(api_key_id)}/token",
        instance(ApiKeyToken.from_dict),
        body=to_jsonable(body),
    )


def _delete_token(api_key_id: int, id: str) -> Request[None]:
    return Request(
        DELETE_TOKEN, f"/api/key/{encode_path(api_key_id)}/token/{encode_path(id)}", nothing
    )


def _update_token(api_key_id: int, id: str, body: ApiKeyTokenUpdate) -> Request[None]:
    check_body(UPDATE_TOKEN, body)
    return Request(
        UPDATE_TOKEN,
        f"/api/key/{encode_path(api_key_id)}/token/{encode_path(id)}",
        nothing,
        body=to_jsonable(body),
    )


LIST: Final = Operation(
    method="GET",
    path="/api/key",
    resource="api_key",
    name="list",
    parameters=(),
    body=None,
    responses={200: "list[ApiKey]", 401: "Error"},
    scopes=("account",),
    request=_list,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
CREATE: Final = Operation(
    method="PUT",
    path="/api/key",
    resource="api_key",
    name="create",
    parameters=(),
    body="ApiKeyCreate",
    responses={200: "ApiKey", 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_create,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)
DELETE: Final = Operation(
    method="DELETE",
    path="/api/key/{apiKeyId}",
    resource="api_key",
    name="delete",
    parameters=(Parameter("api_key_id", "apiKeyId", "path", True, "int"),),
    body=None,
    responses={204: None, 401: "Error"},
    scopes=("account",),
    request=_delete,
    effect="change",
    reasons={401: "Token missing, wrong or lacking the scope"},
)
UPDATE: Final = Operation(
    method="POST",
    path="/api/key/{apiKeyId}",
    resource="api_key",
    name="update",
    parameters=(Parameter("api_key_id", "apiKeyId", "path", True, "int"),),
    body="ApiKeyUpdate",
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_update,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)
DELETE_ADVANCED: Final = Operation(
    method="DELETE",
    path="/api/key/{apiKeyId}/advanced",
    resource="api_key",
    name="delete_advanced",
    parameters=(Parameter("api_key_id", "apiKeyId", "path", True, "int"),),
    body=None,
    responses={204: None, 401: "Error"},
    scopes=("account",),
    request=_delete_advanced,
    effect="change",
    reasons={401: "Token missing, wrong or lacking the scope"},
)
GET_ADVANCED: Final = Operation(
    method="GET",
    path="/api/key/{apiKeyId}/advanced",
    resource="api_key",
    name="get_advanced",
    parameters=(Parameter("api_key_id", "apiKeyId", "path", True, "int"),),
    body=None,
    responses={200: "AdvancedApiKey", 401: "Error", 403: "Error", 404: "Error"},
    scopes=("account",),
    request=_get_advanced,
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        404: "This key has no Advanced API application",
    },
)
UPDATE_ADVANCED: Final = Operation(
    method="POST",
    path="/api/key/{apiKeyId}/advanced",
    resource="api_key",
    name="update_advanced",
    parameters=(Parameter("api_key_id", "apiKeyId", "path", True, "int"),),
    body="AdvancedApiKeyUpdate",
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_update_advanced,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)
CREATE_ADVANCED: Final = Operation(
    method="PUT",
    path="/api/key/{apiKeyId}/advanced",
    resource="api_key",
    name="create_advanced",
    parameters=(Parameter("api_key_id", "apiKeyId", "path", True, "int"),),
    body="AdvancedApiKeyCreate",
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_create_advanced,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)
REACTIVATE_ADVANCED: Final = Operation(
    method="POST",
    path="/api/key/{apiKeyId}/advanced/reactivate",
    resource="api_key",
    name="reactivate_advanced",
    parameters=(Parameter("api_key_id", "apiKeyId", "path", True, "int"),),
    body=None,
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_reactivate_advanced,
    effect="change",
    reasons={400: "A parameter is not valid", 401: "Token missing, wrong or lacking the scope"},
)
LIST_TOKENS: Final = Operation(
    method="GET",
    path="/api/key/{apiKeyId}/token",
    resource="api_key",
    name="list_tokens",
    parameters=(Parameter("api_key_id", "apiKeyId", "path", True, "int"),),
    body=None,
    responses={200: "list[ApiKeyToken]", 401: "Error"},
    scopes=("account",),
    request=_list_tokens,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
CREATE_TOKEN: Final = Operation(
    method="PUT",
    path="/api/key/{apiKeyId}/token",
    resource="api_key",
    name="create_token",
    parameters=(Parameter("api_key_id", "apiKeyId", "path", True, "int"),),
    body="ApiKeyTokenCreate",
    responses={200: "ApiKeyToken", 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_create_token,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)
DELETE_TOKEN: Final = Operation(
    method="DELETE",
    path="/api/key/{apiKeyId}/token/{id}",
    resource="api_key",
    name="delete_token",
    parameters=(
        Parameter("api_key_id", "apiKeyId", "path", True, "int"),
        Parameter("id", "id", "path", True, "str"),
    ),
    body=None,
    responses={204: None, 401: "Error"},
    scopes=("account",),
    request=_delete_token,
    effect="change",
    reasons={401: "Token missing, wrong or lacking the scope"},
)
UPDATE_TOKEN: Final = Operation(
    method="POST",
    path="/api/key/{apiKeyId}/token/{id}",
    resource="api_key",
    name="update_token",
    parameters=(
        Parameter("api_key_id", "apiKeyId", "path", True, "int"),
        Parameter("id", "id", "path", True, "str"),
    ),
    body="ApiKeyTokenUpdate",
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_update_token,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    DELETE,
    UPDATE,
    DELETE_ADVANCED,
    GET_ADVANCED,
    UPDATE_ADVANCED,
    CREATE_ADVANCED,
    REACTIVATE_ADVANCED,
    LIST_TOKENS,
    CREATE_TOKEN,
    DELETE_TOKEN,
    UPDATE_TOKEN,
)


class ApiKeyResource(Resource):
    """The api key operations."""

    def list(self) -> builtins.list[ApiKey]:
        """List the account's API keys (`GET /api/key`, scope `account`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list())

    def create(self, body: ApiKeyCreate) -> ApiKey:
        """Make an API key (`PUT /api/key`, scope `account`).

        Args:
            body: Description and redirect addresses.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_create(body))

    def delete(self, api_key_id: int) -> None:
        """Remove an API key (`DELETE /api/key/{apiKeyId}`, scope `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_delete(api_key_id))

    def update(self, api_key_id: int, body: ApiKeyUpdate) -> None:
        """Change an API key (`POST /api/key/{apiKeyId}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            body: Description and redirect addresses to set.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_update(api_key_id, body))

    def delete_advanced(self, api_key_id: int) -> None:
        """Remove the Advanced API from a key (`DELETE /api/key/{apiKeyId}/advanced`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_delete_advanced(api_key_id))

    def get_advanced(self, api_key_id: int) -> AdvancedApiKey:
        """Read the Advanced API application of a key (`GET /api/key/{apiKeyId}/advanced`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: This key has no Advanced API application (404).
        """
        return self._send(_get_advanced(api_key_id))

    def update_advanced(self, api_key_id: int, body: AdvancedApiKeyUpdate) -> None:
        """Change the central webhook of a key (`POST /api/key/{apiKeyId}/advanced`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.
            body: Address to call and events to report.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_update_advanced(api_key_id, body))

    def create_advanced(self, api_key_id: int, body: AdvancedApiKeyCreate) -> None:
        """Apply for the Advanced API with a key (`PUT /api/key/{apiKeyId}/advanced`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.
            body: Applicant, purpose and central webhook.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_create_advanced(api_key_id, body))

    def reactivate_advanced(self, api_key_id: int) -> None:
        """Resume the delivery of webhooks after a shutdown (`POST
        /api/key/{apiKeyId}/advanced/reactivate`, scope `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_reactivate_advanced(api_key_id))

    def list_tokens(self, api_key_id: int) -> builtins.list[ApiKeyToken]:
        """List the tokens of an API key (`GET /api/key/{apiKeyId}/token`, scope `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list_tokens(api_key_id))

    def create_token(self, api_key_id: int, body: ApiKeyTokenCreate) -> ApiKeyToken:
        """Make a token for an API key (`PUT /api/key/{apiKeyId}/token`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            body: Description and scopes of the token.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_create_token(api_key_id, body))

    def delete_token(self, api_key_id: int, id: str) -> None:
        """Remove a token of an API key (`DELETE /api/key/{apiKeyId}/token/{id}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            id: Id of the token.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_delete_token(api_key_id, id))

    def update_token(self, api_key_id: int, id: str, body: ApiKeyTokenUpdate) -> None:
        """Change a token of an API key (`POST /api/key/{apiKeyId}/token/{id}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            id: Id of the token.
            body: Description and scopes to set.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_update_token(api_key_id, id, body))


class AsyncApiKeyResource(AsyncResource):
    """The api key operations, asynchronous."""

    async def list(self) -> builtins.list[ApiKey]:
        """List the account's API keys (`GET /api/key`, scope `account`).

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list())

    async def create(self, body: ApiKeyCreate) -> ApiKey:
        """Make an API key (`PUT /api/key`, scope `account`).

        Args:
            body: Description and redirect addresses.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_create(body))

    async def delete(self, api_key_id: int) -> None:
        """Remove an API key (`DELETE /api/key/{apiKeyId}`, scope `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_delete(api_key_id))

    async def update(self, api_key_id: int, body: ApiKeyUpdate) -> None:
        """Change an API key (`POST /api/key/{apiKeyId}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            body: Description and redirect addresses to set.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_update(api_key_id, body))

    async def delete_advanced(self, api_key_id: int) -> None:
        """Remove the Advanced API from a key (`DELETE /api/key/{apiKeyId}/advanced`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_delete_advanced(api_key_id))

    async def get_advanced(self, api_key_id: int) -> AdvancedApiKey:
        """Read the Advanced API application of a key (`GET /api/key/{apiKeyId}/advanced`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: This key has no Advanced API application (404).
        """
        return await self._send(_get_advanced(api_key_id))

    async def update_advanced(self, api_key_id: int, body: AdvancedApiKeyUpdate) -> None:
        """Change the central webhook of a key (`POST /api/key/{apiKeyId}/advanced`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.
            body: Address to call and events to report.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_update_advanced(api_key_id, body))

    async def create_advanced(self, api_key_id: int, body: AdvancedApiKeyCreate) -> None:
        """Apply for the Advanced API with a key (`PUT /api/key/{apiKeyId}/advanced`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.
            body: Applicant, purpose and central webhook.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_create_advanced(api_key_id, body))

    async def reactivate_advanced(self, api_key_id: int) -> None:
        """Resume the delivery of webhooks after a shutdown (`POST
        /api/key/{apiKeyId}/advanced/reactivate`, scope `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_reactivate_advanced(api_key_id))

    async def list_tokens(self, api_key_id: int) -> builtins.list[ApiKeyToken]:
        """List the tokens of an API key (`GET /api/key/{apiKeyId}/token`, scope `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list_tokens(api_key_id))

    async def create_token(self, api_key_id: int, body: ApiKeyTokenCreate) -> ApiKeyToken:
        """Make a token for an API key (`PUT /api/key/{apiKeyId}/token`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            body: Description and scopes of the token.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_create_token(api_key_id, body))

    async def delete_token(self, api_key_id: int, id: str) -> None:
        """Remove a token of an API key (`DELETE /api/key/{apiKeyId}/token/{id}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            id: Id of the token.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_delete_token(api_key_id, id))

    async def update_token(self, api_key_id: int, id: str, body: ApiKeyTokenUpdate) -> None:
        """Change a token of an API key (`POST /api/key/{apiKeyId}/token/{id}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            id: Id of the token.
            body: Description and scopes to set.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_update_token(api_key_id, id, body))
