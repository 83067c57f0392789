"""Bodies as they are sent: JSON, forms with and without files, text, and bytes as they are.

Which of them an operation takes says its ``content_type``. Sources: RFC 7578 for ``multipart``, the
URL Standard (section 5) for ``x-www-form-urlencoded``.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from .errors import ValidationError
from .json import dumps
from .model import Model, to_jsonable
from .request import File, Part, serialize
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from .request import Request

JSON: Final = "application/json"
MULTIPART: Final = "multipart/form-data"

_BYTES: Final = "application/octet-stream"
_ESCAPES: Final = {ord('"'): "%22", ord("\r"): "%0D", ord("\n"): "%0A"}


def fields(
    name: str, value: object, *, exploded: bool = True, content_type: str | None = None
) -> tuple[Part, ...]:
    """Write a field of a form: a list as a part for each element, or as one text with commas.

    What is ``None`` or ``UNSET`` is not sent; a model or an object becomes JSON. ``content_type``
    is what bytes are, if that is known.
    """
    if value is None or value is UNSET:
        return ()
    if isinstance(value, list | tuple) and exploded:
        elements: list[object] = [*value]
        parts = [fields(name, element, content_type=content_type) for element in elements]
        return tuple(part for found in parts for part in found)
    if isinstance(value, File):
        return (Part(name, value.content, value.name, value.content_type),)
    if isinstance(value, bytes):
        return (Part(name, value, name, content_type or _BYTES),)
    if isinstance(value, dict | Model):
        return (Part(name, dumps(to_jsonable(value)), content_type=JSON),)
    return (Part(name, serialize(value).encode(), content_type=content_type),)


def encoded(request: Request[Any]) -> tuple[str, bytes]:
    """The media type and the bytes of a request's body; nothing of a request without one.

    Raises:
        ValidationError: It is not what the operation takes.
    """
    body, media = request.body, request.operation.content_type
    if isinstance(body, Unset):
        return "", b""
    try:
        if isinstance(body, tuple):
            if media == MULTIPART:
                return _multipart(body)
            return media, urlencode([(part.name, part.content) for part in body]).encode()
        if isinstance(body, bytes):
            return media, body
        if isinstance(body, str) and not is_json(media):
            charset = "; charset=utf-8" if media.startswith("text/") else ""
            return f"{media}{charset}", body.encode()
        return media, dumps(body)
    except (TypeError, ValueError, RecursionError) as error:
        # The reason only: the value itself may be a code or a password.
        reason = type(error).__name__
    raise ValidationError(
        f"{request.operation}: the body is no JSON ({reason}); pass a model, or plain JSON values",
        operation=str(request.operation),
    )


def is_json(media_type: str) -> bool:
    """Whether this is JSON: ``application/json``, or what ends in ``+json``."""
    return media_type in {JSON, "text/json"} or media_type.endswith("+json")


def _multipart(parts: tuple[Part, ...]) -> tuple[str, bytes]:
    boundary = secrets.token_hex(16)
    written: list[bytes] = []
    for part in parts:
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(part.name)}"'
        if part.filename is not None:
            head += f'; filename="{_quoted(part.filename)}"'
        if part.content_type is not None:
            head += f"\r\nContent-Type: {part.content_type}"
        written += [head.encode(), b"\r\n\r\n", part.content, b"\r\n"]
    written.append(f"--{boundary}--\r\n".encode())
    return f"{MULTIPART}; boundary={boundary}", b"".join(written)


def _quoted(name: str) -> str:
    return name.translate(_ESCAPES)
