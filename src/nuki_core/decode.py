"""From an answer's bytes to its declared type.

A decoder is a function from the body to the value. Inside the declared container nothing fails:
an array element or a field of another type stays what it was. Only a body that is not that
container at all is an error.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from .json import JsonObject, loads

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_CHARSET: Final = r';\s*charset\s*=\s*"?([A-Za-z0-9._:+-]{1,40})'
_UTF_8: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


class UnexpectedBody(ValueError):  # noqa: N818 - a reason, which DecodeError reports
    """The body is not what the operation declares; the text says what came instead."""


def nothing(_body: bytes) -> None:
    """Decode an answer that has no content; whatever a server sends along is ignored."""


def instance(from_dict: Callable[[dict[str, Any]], T]) -> Callable[[bytes], T]:
    """Decode a JSON object with a model's ``from_dict``."""

    def decode(body: bytes) -> T:
        return from_dict(_container(body, dict))

    return decode


def array(
    from_dict: Callable[[dict[str, Any]], T], *, or_one: bool = False
) -> Callable[[bytes], list[T]]:
    """Decode a JSON array of objects; an element that is no object stays what it was.

    With ``or_one`` an object alone is an array of one: where nobody knows which of them comes.
    """

    def decode(body: bytes) -> list[T]:
        if or_one and body.lstrip().startswith(b"{"):
            return [from_dict(_container(body, dict))]
        return [
            from_dict(element) if element.__class__ is dict else element
            for element in _container(body, list)
        ]

    return decode


def array_in(
    name: str, from_dict: Callable[[dict[str, Any]], T], *, code: str = ""
) -> Callable[[bytes], list[T]]:
    """Decode the JSON array that is one member of an object, as by :func:`array`.

    An object without it has no elements. ``code`` names a member beside it that is 0 unless
    something went wrong.
    """

    def decode(body: bytes) -> list[T]:
        found: dict[str, Any] = _container(body, dict)
        if problem := code and found.get(code):
            raise UnexpectedBody(f"expected {code} 0, which alone is documented, not {problem!r}")
        elements: Any = [] if found.get(name) is None else found[name]
        if elements.__class__ is not list:
            raise UnexpectedBody(f"expected a JSON object with an array {name!r}")
        several: list[Any] = elements
        return [from_dict(element) if element.__class__ is dict else element for element in several]

    return decode


def or_nothing(decode: Callable[[bytes], T]) -> Callable[[bytes], T | None]:
    """Decode an answer that some success statuses leave empty: no body is ``None``."""

    def decode_or_nothing(body: bytes) -> T | None:
        return decode(body) if body.strip() else None

    return decode_or_nothing


def json_object(body: bytes) -> JsonObject:
    """Decode a JSON object of which the description says no more."""
    found: JsonObject = _container(body, dict)
    return found


def json_objects(body: bytes) -> list[JsonObject]:
    """Decode a JSON array of objects of which the description says no more."""
    found: list[JsonObject] = _container(body, list)
    return found


def json_value(body: bytes) -> Any:
    """Decode JSON of which every value is already what the operation declares."""
    try:
        return loads(body)
    except (ValueError, RecursionError) as error:
        raise UnexpectedBody("expected JSON, the body is not JSON") from error


def text(body: bytes) -> str:
    """Decode a string: JSON, or the bare text that some operations send instead."""
    try:
        value = loads(body)
    except (ValueError, RecursionError):
        value = None
    return value if isinstance(value, str) else body.decode("utf-8", "replace")


def json_of(decode: Callable[[Any], T], *kinds: type) -> Callable[[bytes], T]:
    """Decode JSON of any of these classes; without any, whatever it is."""

    def decode_value(body: bytes) -> T:
        found = json_value(body)
        if kinds and found.__class__ not in kinds:
            expected = " or ".join(kind.__name__ for kind in kinds)
            raise UnexpectedBody(
                f"expected a {expected}, the body holds a {found.__class__.__name__}"
            )
        return decode(found)

    return decode_value


def octets(body: bytes) -> bytes:
    """Decode an answer that is a file, or anything else that is neither JSON nor text."""
    return body


class Chosen(ABC, Generic[T_co]):
    """A decoder that depends on what else is known of an answer."""

    @abstractmethod
    def __call__(self, body: bytes) -> T_co:
        """Decode for callers that know the body alone."""

    @abstractmethod
    def of(self, status: int, content_type: str) -> Callable[[bytes], T_co]:
        """The decoder of an answer."""


class _BareText(Chosen[str]):
    def __call__(self, body: bytes) -> str:
        """Decode UTF-8."""
        return body.decode("utf-8-sig", "replace")

    def of(self, status: int, content_type: str) -> Callable[[bytes], str]:
        """The decoder for the character set that the media type names, UTF-8 if it names none."""
        del status
        found = re.search(_CHARSET, content_type, re.IGNORECASE)
        name = found[1].lower() if found else "utf-8"

        def decode(body: bytes) -> str:
            try:
                return self(body) if name in _UTF_8 else body.decode(name, "replace")
            except (LookupError, ValueError):
                raise UnexpectedBody(f"its character set is {name}, which is not known") from None

        return decode


bare_text: Final = _BareText()
"""Decodes an answer that is text and no JSON."""


class ByAnswer(Chosen[T_co]):
    """Decoders of an operation whose answers differ by status or media type.

    ``decoders`` are tried in their order: a status or a range of them (``2XX``, ``default``), a
    media type or a range of them (``text/*``, ``*/*``), and the decoder. Of a media type that none
    names, the first of the status counts.
    """

    def __init__(self, *decoders: tuple[str, str, Callable[[bytes], T_co]]) -> None:
        self._decoders = decoders

    def __call__(self, body: bytes) -> T_co:
        """Decode as the first says, for callers that know the body alone."""
        return self._decoders[0][2](body)

    def of(self, status: int, content_type: str) -> Callable[[bytes], T_co]:
        """The decoder of an answer."""
        statuses = (str(status), f"{status // 100}XX", "default")
        key = next((key for key in statuses if any(key == each[0] for each in self._decoders)), "")
        found = [each for each in self._decoders if each[0] == key] or [*self._decoders]
        media = content_type.partition(";")[0].strip().lower()
        names = (media, f"{media.partition('/')[0]}/*", "*/*")
        matching = (each for name in names for each in found if each[1] == name)
        decode = next(matching, found[0])[2]
        chosen: Any = decode
        return chosen.of(status, content_type) if isinstance(chosen, Chosen) else decode


def _container(body: bytes, kind: type) -> Any:
    expected = "array" if kind is list else "object"
    if not body.strip():
        raise UnexpectedBody(f"expected a JSON {expected}, the body is empty")
    try:
        value = loads(body)
    except (ValueError, RecursionError) as error:
        raise UnexpectedBody(f"expected a JSON {expected}, the body is not JSON") from error
    if value.__class__ is not kind:
        found = type(value).__name__
        raise UnexpectedBody(f"expected a JSON {expected}, the body holds a {found}")
    return value
