"""``/api/key``: API keys, which are OAuth clients too, their tokens and their applications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.web import (
    AdvancedApiKey,
    AdvancedApiKeyStatus,
    AdvancedApiKeyType,
    ApiKey,
    ApiKeyToken,
    WebhookStatus,
)
from nuki_core.unset import UNSET

from .accounts import delete_token, delete_tokens_of
from .errors import invalid
from .rows import changed, filled, listed, merge, row_of

if TYPE_CHECKING:
    from nuki.web import Scope, WebhookFeature

    from .cloud import Call
    from .rows import Handler

_WITH_SECRET: Final = frozenset({AdvancedApiKeyStatus.TESTING, AdvancedApiKeyStatus.ACTIVE})


def _keys(call: Call) -> dict[int, ApiKey]:
    return call.account.api_keys


def _applications(call: Call) -> dict[int, AdvancedApiKey]:
    return call.account.applications


def _create(call: Call) -> ApiKey:
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


def _delete(call: Call) -> None:
    number = row_of(_keys, call, "api_key_id").api_key_id
    delete_tokens_of(call, number)
    _applications(call).pop(number, None)
    del _keys(call)[number]


def _get_application(call: Call) -> AdvancedApiKey:
    application: AdvancedApiKey = row_of(_applications, call, "api_key_id")
    return application


def _create_application(call: Call) -> None:
    number, body = row_of(_keys, call, "api_key_id").api_key_id, call.body
    if number in _applications(call):
        raise invalid(number, "apiKeyId")
    _check_webhook(body.webhook_url, body.webhook_features, body.type)
    status = call.cloud.settings.applications
    secret = call.cloud.world.randomness.token(40)
    _applications(call)[number] = filled(
        AdvancedApiKey,
        body,
        status=status,
        secret=secret if status in _WITH_SECRET else UNSET,
        webhook_status=WebhookStatus.ACTIVE,
        creation_date=call.now,
        update_date=call.now,
    )


def _update_application(call: Call) -> None:
    application, body = row_of(_applications, call, "api_key_id"), call.body
    _check_webhook(body.webhook_url, body.webhook_features, application.type)
    merge(application, body, call.now)


def _delete_application(call: Call) -> None:
    row_of(_applications, call, "api_key_id")
    del _applications(call)[call.arguments["api_key_id"]]


def _reactivate(call: Call) -> None:
    application = row_of(_applications, call, "api_key_id")
    application.webhook_status = WebhookStatus.ACTIVE
    call.cloud.state.failures.pop(application.webhook_url, None)


def _check_webhook(url: str, features: list[WebhookFeature], kind: AdvancedApiKeyType) -> None:
    if features and kind == AdvancedApiKeyType.ONLY_SECRET:
        raise invalid(features[0].value, "webhookFeatures")
    if url and not url.startswith("https://"):
        raise invalid(url, "webhookUrl")


def _list_tokens(call: Call) -> list[ApiKeyToken]:
    number = row_of(_keys, call, "api_key_id").api_key_id
    owners = call.account.keys_of_tokens
    return [row for one, row in call.account.tokens.items() if owners[one] == number]


def _create_token(call: Call) -> ApiKeyToken:
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


def _update_token(call: Call) -> None:
    row: ApiKeyToken = _token(call)
    scopes = _scopes(call)
    merge(row, call.body, call.now)
    if call.body.scopes is not UNSET:
        call.cloud.world.tokens[str(row.access_token)].scopes = frozenset(scopes)


def _delete_token(call: Call) -> None:
    delete_token(call, _token(call).id)


def _scopes(call: Call) -> tuple[str, ...]:
    scopes: list[Scope] = call.body.scopes or []
    return tuple(scope.value for scope in scopes)


def _token(call: Call) -> ApiKeyToken:
    token_id = call.arguments["id"]
    if call.account.keys_of_tokens.get(token_id) != call.arguments["api_key_id"]:
        raise call.missing("no such token")
    return call.account.tokens[token_id]


HANDLERS: Final[dict[str, Handler]] = {
    "list": listed(_keys),
    "create": _create,
    "update": changed(_keys, "api_key_id"),
    "delete": _delete,
    "get_advanced": _get_application,
    "create_advanced": _create_application,
    "update_advanced": _update_application,
    "delete_advanced": _delete_application,
    "reactivate_advanced": _reactivate,
    "list_tokens": _list_tokens,
    "create_token": _create_token,
    "update_token": _update_token,
    "delete_token": _delete_token,
}
