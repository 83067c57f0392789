"""``/api/key``: API keys, which are OAuth clients too, their tokens and their applications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.web import (
    AdvancedApiKey,
    AdvancedApiKeyType,
    ApiKey,
    ApiKeyToken,
    WebhookStatus,
)
from nuki_core.unset import UNSET

from .accounts import delete_token, delete_tokens_of
from .cloud import Handlers
from .errors import invalid
from .records import WORKING
from .rows import changed, filled, listed, merge, row_of
from .webhooks import check_url

if TYPE_CHECKING:
    from nuki.web import Scope, WebhookFeature

    from .cloud import Call, Cloud

HANDLERS: Final = Handlers()


def _keys(call: Call) -> dict[int, ApiKey]:
    return call.account.api_keys


def _applications(call: Call) -> dict[int, AdvancedApiKey]:
    return call.account.applications


@HANDLERS.answers("api_key.create")
def create_key(call: Call) -> ApiKey:
    """``PUT /api/key``."""
    number = call.cloud.number()
    key: ApiKey = filled(
        ApiKey,
        call.body,
        api_key_id=number,
        api_key=call.cloud.world.randomness.token(24),
        account_id=call.account.mine.account_id,
        creation_date=call.now,
    )
    _keys(call)[number] = key
    return key


@HANDLERS.answers("api_key.delete")
def delete_key(call: Call) -> None:
    """``DELETE /api/key/{apiKeyId}``."""
    number = row_of(_keys, call, "api_key_id").api_key_id
    delete_tokens_of(call, number)
    _applications(call).pop(number, None)
    del _keys(call)[number]


@HANDLERS.answers("api_key.get_advanced")
def get_advanced(call: Call) -> AdvancedApiKey:
    """``GET /api/key/{apiKeyId}/advanced``."""
    application: AdvancedApiKey = row_of(_applications, call, "api_key_id")
    return application


@HANDLERS.answers("api_key.request_advanced_access")
def create_advanced(call: Call) -> None:
    """``PUT /api/key/{apiKeyId}/advanced``."""
    number, body = row_of(_keys, call, "api_key_id").api_key_id, call.body
    if number in _applications(call):
        raise invalid(number, "apiKeyId")
    _check_webhook(call.cloud, body.webhook_url, body.webhook_features, body.type)
    status = call.cloud.settings.applications
    secret = call.cloud.world.randomness.token(40)
    _applications(call)[number] = filled(
        AdvancedApiKey,
        body,
        status=status,
        secret=secret if status in WORKING else UNSET,
        webhook_status=WebhookStatus.ACTIVE,
        creation_date=call.now,
        update_date=call.now,
    )


@HANDLERS.answers("api_key.update_advanced")
def update_advanced(call: Call) -> None:
    """``POST /api/key/{apiKeyId}/advanced``."""
    application, body = row_of(_applications, call, "api_key_id"), call.body
    _check_webhook(call.cloud, body.webhook_url, body.webhook_features, application.type)
    merge(application, body, call.now)


@HANDLERS.answers("api_key.delete_advanced")
def delete_advanced(call: Call) -> None:
    """``DELETE /api/key/{apiKeyId}/advanced``."""
    row_of(_applications, call, "api_key_id")
    del _applications(call)[call.arguments["api_key_id"]]


@HANDLERS.answers("api_key.reactivate_advanced")
def reactivate_advanced(call: Call) -> None:
    """``POST /api/key/{apiKeyId}/advanced/reactivate``."""
    application = row_of(_applications, call, "api_key_id")
    application.webhook_status = WebhookStatus.ACTIVE
    call.cloud.state.failures.pop(application.webhook_url, None)


def _check_webhook(
    cloud: Cloud, url: str, features: list[WebhookFeature], kind: AdvancedApiKeyType
) -> None:
    if features and kind == AdvancedApiKeyType.ONLY_SECRET:
        raise invalid(features[0].value, "webhookFeatures")
    if url:
        check_url(cloud, url)


@HANDLERS.answers("api_key.list_tokens")
def list_tokens(call: Call) -> list[ApiKeyToken]:
    """``GET /api/key/{apiKeyId}/token``."""
    number = row_of(_keys, call, "api_key_id").api_key_id
    owners = call.account.keys_of_tokens
    return [row for one, row in call.account.tokens.items() if owners[one] == number]


@HANDLERS.answers("api_key.create_token")
def create_token(call: Call) -> ApiKeyToken:
    """``PUT /api/key/{apiKeyId}/token``."""
    number = row_of(_keys, call, "api_key_id").api_key_id
    account = call.cloud.world.accounts[call.account.mine.account_id]
    scopes = _scopes(call)
    token = call.cloud.world.add_token(account, scopes=scopes)
    row: ApiKeyToken = filled(
        ApiKeyToken,
        call.body,
        id=call.cloud.object_id(),
        access_token=token.text,
        account_id=account.account_id,
        creation_date=call.now,
        scopes=call.body.scopes or [],
    )
    call.account.tokens[row.id] = row
    call.account.keys_of_tokens[row.id] = number
    return row


@HANDLERS.answers("api_key.update_token")
def update_token(call: Call) -> None:
    """``POST /api/key/{apiKeyId}/token/{id}``."""
    row: ApiKeyToken = _token(call)
    scopes = _scopes(call)
    merge(row, call.body, call.now)
    if call.body.scopes is not UNSET:
        call.cloud.world.tokens[str(row.access_token)].scopes = frozenset(scopes)


@HANDLERS.answers("api_key.delete_token")
def delete_token_of_key(call: Call) -> None:
    """``DELETE /api/key/{apiKeyId}/token/{id}``."""
    delete_token(call, _token(call).id)


def _scopes(call: Call) -> tuple[str, ...]:
    scopes: list[Scope] = call.body.scopes or []
    return tuple(scope.value for scope in scopes)


def _token(call: Call) -> ApiKeyToken:
    token_id = call.arguments["token_id"]
    if call.account.keys_of_tokens.get(token_id) != call.arguments["api_key_id"]:
        raise call.missing("no such token")
    return call.account.tokens[token_id]


HANDLERS.add("api_key.list", listed(_keys))
HANDLERS.add("api_key.update", changed(_keys, "api_key_id"))
