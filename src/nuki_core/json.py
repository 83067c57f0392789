"""JSON in and out: orjson when it is installed, the standard library otherwise."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Callable

    JsonValue: TypeAlias = (
        "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
    )
    JsonObject: TypeAlias = dict[str, JsonValue]
else:
    # `typing.get_type_hints` would look for the recursive name in the module of its caller.
    JsonValue = bool | int | float | str | list[Any] | dict[str, Any] | None
    JsonObject = dict[str, JsonValue]


_LONG = 16_384
_DECODER = json.JSONDecoder()
_compact = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
# JSON with every digit as 0, what may stand before a number as a colon, and the rest as blanks.
_NUMBERS = (
    bytes(
        0x30 if chr(octet).isdigit() else 0x3A if octet in b":,[- \t\n\r" else 0x20
        for octet in range(128)
    )
    + bytes([0x20]) * 128
)
_LONG_NUMBER = b":" + b"0" * 19  # the shortest of those that 64 bits may not hold


def loads(content: bytes) -> Any:
    """Parse an answer; ``ValueError`` if it is not JSON even when read leniently.

    Bridges emit raw control characters inside device names (Bridge API, answers of ``/list``), and
    some servers begin with a byte-order mark: what the strict parser refuses gets a second try.
    """
    try:
        # Importing orjson takes longer than it saves on a short answer.
        if len(content) >= _LONG or sys.modules.get("orjson") is not None:
            return _fast_loads()(content)
        # json.loads looks for encodings and blanks first, a fifth of a short answer's time.
        text = content.decode()
        try:
            value, end = _DECODER.raw_decode(text)
        except ValueError:  # it may begin with a blank
            return json.loads(text)
        return value if end == len(text) else json.loads(text)
    except ValueError:
        return json.loads(content.decode("utf-8-sig", "replace"), strict=False)


@cache
def _fast_loads() -> Callable[[bytes], Any]:
    try:
        import orjson  # noqa: PLC0415
    except ImportError:
        return json.loads

    def fast(content: bytes) -> Any:
        # orjson makes a float of what does not fit into 64 bits.
        numbers = content.translate(_NUMBERS)
        long = _LONG_NUMBER in numbers or numbers.startswith(_LONG_NUMBER[1:])
        return json.loads(content) if long else orjson.loads(content)

    return fast


def warm_up() -> None:
    """Load the parser now that a long answer would load."""
    _fast_loads()


def dumps(value: JsonValue) -> bytes:
    """Write a request's body: compact, UTF-8, numbers never NaN."""
    try:
        return _compact(value).encode()
    except UnicodeEncodeError:  # half a surrogate pair, which JSON has and UTF-8 has not
        return json.dumps(value, allow_nan=False, separators=(",", ":")).encode()


def is_integer(value: object) -> TypeGuard[int]:
    """Whether it is a whole number as JSON has them; Python counts ``True`` among the integers."""
    return isinstance(value, int) and not isinstance(value, bool)


def elements_of(value: Any) -> list[object] | None:
    """The elements of what is written as an array, any collection but text; ``None`` of others.

    Those of a set come in one order, whatever the process.
    """
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Collection):
        return None
    found: list[Any] = [*value]  # pyright: ignore[reportUnknownVariableType]
    return sorted(found, key=str) if isinstance(value, AbstractSet) else found
