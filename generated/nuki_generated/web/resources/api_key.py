# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The api key operations of the Nuki API."""

from __future__ import annotations

import builtins
from collections.abc import Collection
from typing import Final

from nuki_core.arguments import check_body, check_member
from nuki_core.bodies import fields_body, model_body
from nuki_core.decode import array, instance, nothing
from nuki_core.request import Operation, Parameter, Request, encode_path
from nuki_core.resource import AsyncResource, Resource
from nuki_core.unset import UNSET, Unset

from ..enums.advanced_api import WebhookFeature
from ..enums.api_key import Scope
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


def _create(
    *, description: str | Unset = UNSET, redirect_uris: Collection[str] | Unset = UNSET
) -> Request[ApiKey]:
    return Request(
        CREATE,
        "/api/key",
        instance(ApiKey.from_dict),
        body=fields_body(
            CREATE, ApiKeyCreate, description=description, redirect_uris=redirect_uris
        ),
    )


def _delete(api_key_id: int) -> Request[None]:
    return Request(DELETE, f"/api/key/{encode_path(api_key_id)}", nothing)


def _update(
    api_key_id: int,
    *,
    description: str | Unset = UNSET,
    redirect_uris: Collection[str] | Unset = UNSET,
) -> Request[None]:
    return Request(
        UPDATE,
        f"/api/key/{encode_path(api_key_id)}",
        nothing,
        body=fields_body(
            UPDATE, ApiKeyUpdate, description=description, redirect_uris=redirect_uris
        ),
    )


def _delete_advanced(api_key_id: int) -> Request[None]:
    return Request(DELETE_ADVANCED, f"/api/key/{encode_path(api_key_id)}/advanced", nothing)


def _get_advanced(api_key_id: int) -> Request[AdvancedApiKey]:
    return Request(
        GET_ADVANCED,
        f"/api/key/{encode_path(api_key_id)}/advanced",
        instance(AdvancedApiKey.from_dict),
    )


def _update_advanced(
    api_key_id: int, webhook_features: Collection[WebhookFeature], webhook_url: str
) -> Request[None]:
    check_member(UPDATE_ADVANCED, "webhook_features", webhook_features, (WebhookFeature,))
    return Request(
        UPDATE_ADVANCED,
        f"/api/key/{encode_path(api_key_id)}/advanced",
        nothing,
        body=fields_body(
            UPDATE_ADVANCED,
            AdvancedApiKeyUpdate,
            webhook_features=webhook_features,
            webhook_url=webhook_url,
        ),
    )


def _request_advanced_access(api_key_id: int, body: AdvancedApiKeyCreate) -> Request[None]:
    check_body(REQUEST_ADVANCED_ACCESS, body)
    return Request(
        REQUEST_ADVANCED_ACCESS,
        f"/api/key/{encode_path(api_key_id)}/advanced",
        nothing,
        body=model_body(REQUEST_ADVANCED_ACCESS, AdvancedApiKeyCreate, body),
    )


def _reactivate_advanced(api_key_id: int) -> Request[None]:
    return Request(
        REACTIVATE_ADVANCED, f"/api/key/{encode_path(api_key_id)}/advanced/reactivate", nothing
    )


def _list_tokens(api_key_id: int) -> Request[builtins.list[ApiKeyToken]]:
    return Request(
        LIST_TOKENS, f"/api/key/{encode_path(api_key_id)}/token", array(ApiKeyToken.from_dict)
    )


def _create_token(
    api_key_id: int, *, description: str | Unset = UNSET, scopes: Collection[Scope] | Unset = UNSET
) -> Request[ApiKeyToken]:
    check_member(CREATE_TOKEN, "scopes", scopes, (Scope,))
    return Request(
        CREATE_TOKEN,
        f"/api/key/{encode_path(api_key_id)}/token",
        instance(ApiKeyToken.from_dict),
        body=fields_body(CREATE_TOKEN, ApiKeyTokenCreate, description=description, scopes=scopes),
    )


def _delete_token(api_key_id: int, token_id: str) -> Request[None]:
    return Request(
        DELETE_TOKEN, f"/api/key/{encode_path(api_key_id)}/token/{encode_path(token_id)}", nothing
    )


def _update_token(
    api_key_id: int,
    token_id: str,
    *,
    description: str | Unset = UNSET,
    scopes: Collection[Scope] | Unset = UNSET,
) -> Request[None]:
    check_member(UPDATE_TOKEN, "scopes", scopes, (Scope,))
    return Request(
        UPDATE_TOKEN,
        f"/api/key/{encode_path(api_key_id)}/token/{encode_path(token_id)}",
        nothing,
        body=fields_body(UPDATE_TOKEN, ApiKeyTokenUpdate, description=description, scopes=scopes),
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
    parameters=(
        Parameter("description", "description", "body", False, "str"),
        Parameter("redirect_uris", "redirectUris", "body", False, "list[str]"),
    ),
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
    parameters=(
        Parameter("api_key_id", "apiKeyId", "path", True, "int"),
        Parameter("description", "description", "body", False, "str"),
        Parameter("redirect_uris", "redirectUris", "body", False, "list[str]"),
    ),
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
    parameters=(
        Parameter("api_key_id", "apiKeyId", "path", True, "int"),
        Parameter("webhook_features", "webhookFeatures", "body", True, "list[WebhookFeature]"),
        Parameter("webhook_url", "webhookUrl", "body", True, "str"),
    ),
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
REQUEST_ADVANCED_ACCESS: Final = Operation(
    method="PUT",
    path="/api/key/{apiKeyId}/advanced",
    resource="api_key",
    name="request_advanced_access",
    parameters=(
        Parameter("api_key_id", "apiKeyId", "path", True, "int"),
        Parameter("body", "", "body", True, "AdvancedApiKeyCreate"),
    ),
    body="AdvancedApiKeyCreate",
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("account",),
    request=_request_advanced_access,
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
    parameters=(
        Parameter("api_key_id", "apiKeyId", "path", True, "int"),
        Parameter("description", "description", "body", False, "str"),
        Parameter("scopes", "scopes", "body", False, "list[Scope]"),
    ),
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
        Parameter("token_id", "id", "path", True, "str"),
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
        Parameter("token_id", "id", "path", True, "str"),
        Parameter("description", "description", "body", False, "str"),
        Parameter("scopes", "scopes", "body", False, "list[Scope]"),
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
    REQUEST_ADVANCED_ACCESS,
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

        Returns: The API keys.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list())

    def create(
        self, *, description: str | Unset = UNSET, redirect_uris: Collection[str] | Unset = UNSET
    ) -> ApiKey:
        """Make an API key (`PUT /api/key`, scope `account`).

        Args:
            description: What the key is for.
            redirect_uris: Addresses to which an OAuth sign-in may return.

        Returns: The new API key.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_create(description=description, redirect_uris=redirect_uris))

    def delete(self, api_key_id: int) -> None:
        """Remove an API key (`DELETE /api/key/{apiKeyId}`, scope `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_delete(api_key_id))

    def update(
        self,
        api_key_id: int,
        *,
        description: str | Unset = UNSET,
        redirect_uris: Collection[str] | Unset = UNSET,
    ) -> None:
        """Change an API key (`POST /api/key/{apiKeyId}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            description: What the key is for.
            redirect_uris: Addresses to which an OAuth sign-in may return.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_update(api_key_id, description=description, redirect_uris=redirect_uris))

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

        Returns: The application with status and webhook.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: This key has no Advanced API application (404).
        """
        return self._send(_get_advanced(api_key_id))

    def update_advanced(
        self, api_key_id: int, webhook_features: Collection[WebhookFeature], webhook_url: str
    ) -> None:
        """Change the central webhook of a key (`POST /api/key/{apiKeyId}/advanced`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.
            webhook_features: Events reported by webhook; open to every type but ONLY_SECRET.
            webhook_url: Address that receives the webhooks.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_update_advanced(api_key_id, webhook_features, webhook_url))

    def request_advanced_access(self, api_key_id: int, body: AdvancedApiKeyCreate) -> None:
        """Apply for the Advanced API with a key (`PUT /api/key/{apiKeyId}/advanced`, scope
        `account`).

        The vendor decides: `status` of `get_advanced` tells how far the application has come.

        Args:
            api_key_id: Number of the API key.
            body: Applicant, purpose and central webhook.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_request_advanced_access(api_key_id, body))

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

        Returns: The tokens.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list_tokens(api_key_id))

    def create_token(
        self,
        api_key_id: int,
        *,
        description: str | Unset = UNSET,
        scopes: Collection[Scope] | Unset = UNSET,
    ) -> ApiKeyToken:
        """Make a token for an API key (`PUT /api/key/{apiKeyId}/token`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            description: What the token is for.
            scopes: Scopes that the token shall hold.

        Returns: The new token.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_create_token(api_key_id, description=description, scopes=scopes))

    def delete_token(self, api_key_id: int, token_id: str) -> None:
        """Remove a token of an API key (`DELETE /api/key/{apiKeyId}/token/{id}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            token_id: Id of the token.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_delete_token(api_key_id, token_id))

    def update_token(
        self,
        api_key_id: int,
        token_id: str,
        *,
        description: str | Unset = UNSET,
        scopes: Collection[Scope] | Unset = UNSET,
    ) -> None:
        """Change a token of an API key (`POST /api/key/{apiKeyId}/token/{id}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            token_id: Id of the token.
            description: What the token is for.
            scopes: Scopes that the token shall hold.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(
            _update_token(api_key_id, token_id, description=description, scopes=scopes)
        )


class AsyncApiKeyResource(AsyncResource):
    """The api key operations, asynchronous."""

    async def list(self) -> builtins.list[ApiKey]:
        """List the account's API keys (`GET /api/key`, scope `account`).

        Returns: The API keys.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list())

    async def create(
        self, *, description: str | Unset = UNSET, redirect_uris: Collection[str] | Unset = UNSET
    ) -> ApiKey:
        """Make an API key (`PUT /api/key`, scope `account`).

        Args:
            description: What the key is for.
            redirect_uris: Addresses to which an OAuth sign-in may return.

        Returns: The new API key.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_create(description=description, redirect_uris=redirect_uris))

    async def delete(self, api_key_id: int) -> None:
        """Remove an API key (`DELETE /api/key/{apiKeyId}`, scope `account`).

        Args:
            api_key_id: Number of the API key.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_delete(api_key_id))

    async def update(
        self,
        api_key_id: int,
        *,
        description: str | Unset = UNSET,
        redirect_uris: Collection[str] | Unset = UNSET,
    ) -> None:
        """Change an API key (`POST /api/key/{apiKeyId}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            description: What the key is for.
            redirect_uris: Addresses to which an OAuth sign-in may return.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(
            _update(api_key_id, description=description, redirect_uris=redirect_uris)
        )

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

        Returns: The application with status and webhook.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: This key has no Advanced API application (404).
        """
        return await self._send(_get_advanced(api_key_id))

    async def update_advanced(
        self, api_key_id: int, webhook_features: Collection[WebhookFeature], webhook_url: str
    ) -> None:
        """Change the central webhook of a key (`POST /api/key/{apiKeyId}/advanced`, scope
        `account`).

        Args:
            api_key_id: Number of the API key.
            webhook_features: Events reported by webhook; open to every type but ONLY_SECRET.
            webhook_url: Address that receives the webhooks.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_update_advanced(api_key_id, webhook_features, webhook_url))

    async def request_advanced_access(self, api_key_id: int, body: AdvancedApiKeyCreate) -> None:
        """Apply for the Advanced API with a key (`PUT /api/key/{apiKeyId}/advanced`, scope
        `account`).

        The vendor decides: `status` of `get_advanced` tells how far the application has come.

        Args:
            api_key_id: Number of the API key.
            body: Applicant, purpose and central webhook.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_request_advanced_access(api_key_id, body))

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

        Returns: The tokens.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list_tokens(api_key_id))

    async def create_token(
        self,
        api_key_id: int,
        *,
        description: str | Unset = UNSET,
        scopes: Collection[Scope] | Unset = UNSET,
    ) -> ApiKeyToken:
        """Make a token for an API key (`PUT /api/key/{apiKeyId}/token`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            description: What the token is for.
            scopes: Scopes that the token shall hold.

        Returns: The new token.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_create_token(api_key_id, description=description, scopes=scopes))

    async def delete_token(self, api_key_id: int, token_id: str) -> None:
        """Remove a token of an API key (`DELETE /api/key/{apiKeyId}/token/{id}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            token_id: Id of the token.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_delete_token(api_key_id, token_id))

    async def update_token(
        self,
        api_key_id: int,
        token_id: str,
        *,
        description: str | Unset = UNSET,
        scopes: Collection[Scope] | Unset = UNSET,
    ) -> None:
        """Change a token of an API key (`POST /api/key/{apiKeyId}/token/{id}`, scope `account`).

        Args:
            api_key_id: Number of the API key.
            token_id: Id of the token.
            description: What the token is for.
            scopes: Scopes that the token shall hold.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(
            _update_token(api_key_id, token_id, description=description, scopes=scopes)
        )
