"""JSON in and out: orjson when it is installed, the standard library otherwise."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    import orjson
except ImportError:
    _loads: Callable[[bytes], Any] = json.loads
else:
    _loads = orjson.loads

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
JsonObject: TypeAlias = "dict[str, JsonValue]"


def loads(content: bytes) -> Any:
    """Parse an answer; ``ValueError`` if it is not JSON even when read leniently.

    Bridges emit raw control characters inside device names (Bridge API, answers of ``/list``), and
    integers have no bound on the wire: what the strict parser refuses gets a lenient second try.
    """
    try:
        return _loads(content)
    except ValueError:
        return json.loads(content.decode("utf-8-sig", "replace"), strict=False)


def dumps(value: JsonValue) -> bytes:
    """Write a request's body: compact, UTF-8, numbers never NaN."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode()
