"""Which answers are refusals, and what the vendor says in them. No I/O.

An API's *judge* looks at an answer and names the error of a refusal together with the vendor's
message, or returns ``None`` for an answer that is to be decoded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeAlias

from .errors import (
    ApiError,
    BridgeBusyError,
    BridgeRefusedError,
    DeviceOfflineError,
    SmartHostingError,
    error_class,
)
from .json import loads
from .outgoing import Answer
from .request import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .json import JsonObject, JsonValue

Refusal: TypeAlias = tuple[type[ApiError], str]
Judge: TypeAlias = Callable[[Operation, Answer], Refusal | None]

SUCCESS: Final = range(200, 300)

_TITLE = re.compile(r"<title>([^<]*)", re.IGNORECASE)
_MESSAGES: Final = (
    "detailMessage",
    "message",
    "error_description",
    "description",
    "reasonPhrase",
    "error",
)
_LONGEST_MESSAGE = 500


def web_refusal(_operation: Operation, answer: Answer) -> Refusal | None:
    """Judge an answer of the Web API.

    Which status comes with a missing Smart Hosting subscription is not documented (Nuki Web API
    v.1.5.0, "Smart Hosting"), so the text decides, whatever the status.
    """
    if answer.status in SUCCESS:
        if not answer.body.startswith(b"{") or b"Smart Hosting" not in answer.body:
            return None
        return _without_subscription(_parsed(answer.body))
    message = vendor_message(answer.body)
    if "Smart Hosting" in message:
        return SmartHostingError, message
    return error_class(answer.status), message


def _without_subscription(found: JsonObject) -> Refusal | None:
    # With a request id the call goes on for the other devices, and the error is part of the value.
    text = found.get("detailMessage") or (None if found.get("requestId") else found.get("error"))
    return (SmartHostingError, text) if isinstance(text, str) else None


def bridge_refusal(operation: Operation, answer: Answer) -> Refusal | None:
    """Judge an answer of a bridge, where 200 with ``success: false`` is a refusal too.

    That is how a bridge says that it did not reach the device (Bridge API 1.13.3, "/lockState").
    """
    if answer.status in SUCCESS:
        return _logical_failure(operation, answer)
    return lenient_bridge_refusal(operation, answer)


def lenient_bridge_refusal(_operation: Operation, answer: Answer) -> Refusal | None:
    """Judge an answer of a bridge for a caller who looks at ``success``."""
    if answer.status in SUCCESS:
        return None
    message = vendor_message(answer.body)
    if answer.status == HTTPStatus.SERVICE_UNAVAILABLE:
        return BridgeBusyError, message
    if answer.status == HTTPStatus.GONE:
        return DeviceOfflineError, message
    return error_class(answer.status), message


def _logical_failure(operation: Operation, answer: Answer) -> Refusal | None:
    if b"false" not in answer.body or b'"success"' not in answer.body:
        return None
    found = _parsed(answer.body)
    if found.get("success") is not False:
        return None
    of_device = any(parameter.wire_name == "nukiId" for parameter in operation.parameters)
    kind = DeviceOfflineError if of_device else BridgeRefusedError
    return kind, next(_texts(found), "success: false")


def vendor_message(body: bytes) -> str:
    """What the vendor says, from any of the shapes in which error bodies come; empty if nothing.

    A serialised exception, a status object, an OAuth error, an HTML page, bare text, or no body.
    """
    found = _parsed(body)
    text = next(_texts(found), "") if found else _bare_text(body)
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())[:_LONGEST_MESSAGE]


def _bare_text(body: bytes) -> str:
    text = body[: 8 * _LONGEST_MESSAGE].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        title = _TITLE.search(text)
        return title[1] if title else ""
    # What looks like JSON and is not readable may hold anything; it stays in the error's body.
    return "" if text.startswith(("{", "[")) else text


def _texts(found: JsonObject) -> Iterator[str]:
    values = (found.get(name) for name in _MESSAGES)
    return (value for value in values if isinstance(value, str) and value)


def _parsed(body: bytes) -> JsonObject:
    try:
        found: JsonValue = loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
