"""An operation of an API, and one call of it: values that any part may look at, without I/O."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Iterable, Mapping  # noqa: TC003 - for get_type_hints
from datetime import date
from typing import Any, Generic, Literal, TypeVar
from urllib.parse import quote

from .datetimes import format_datetime
from .errors import ValidationError
from .json import JsonValue, elements_of, is_integer
from .lazy_attrs import field, frozen
from .unset import UNSET, Unset

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Effect = Literal["read", "change", "motion"]


@frozen
class Parameter:
    """An argument of an operation: a parameter, a field of a form, the body, or a field of it.

    ``name`` is its name in Python, ``wire_name`` the one that is sent, empty for the body as a
    whole. ``type`` is the type of its values, by name.
    """

    name: str
    wire_name: str
    location: Literal["path", "query", "header", "form", "body"]
    required: bool
    type: str


@frozen(eq=False)
class Operation:
    """One operation of an API, as its description has it.

    ``body`` names the type of the body, ``responses`` the type of each documented status (``None``:
    no content; what is said of all successes stands under 200), ``scopes`` the OAuth scopes of
    which any one suffices. ``request`` builds the call from keyword arguments named as in
    ``parameters``. Of the parameters ``any_of``, at least one must be given.

    ``effect`` says what a call does: ``read`` changes nothing, ``change`` alters data, ``motion``
    makes a bolt or a strike move. ``timeout`` is in seconds where the operation needs its own.
    ``server`` is the origin that answers when it is not the client's own, and ``signed`` is false
    for operations that must not carry credentials. ``reasons`` holds what the description gives as
    the reason for each status that is a refusal. ``content_type`` is the media type of the body,
    ``accept`` names those of the answer.
    """

    method: str
    path: str
    resource: str
    name: str
    parameters: tuple[Parameter, ...]
    body: str | None
    responses: Mapping[int, str | None] = field(repr=False)
    scopes: tuple[str, ...]
    request: Callable[..., Request[object]] = field(repr=False)
    effect: Effect = "read"
    timeout: float | None = None
    server: str | None = None
    signed: bool = True
    reasons: Mapping[int, str] = field(factory=dict[int, str], repr=False)
    any_of: tuple[str, ...] = ()
    content_type: str = "application/json"
    accept: str = "application/json"

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@frozen
class File:
    """A file to upload: its content, its name, and its media type."""

    content: bytes = field(repr=False)
    name: str = "file"
    content_type: str = "application/octet-stream"

    def __attrs_post_init__(self) -> None:
        if not (self.content_type.isascii() and self.content_type.isprintable()):
            raise ValidationError("the media type of a file is printable ASCII, such as image/png")


@frozen
class Part:
    """A field of a form as it is sent; ``filename`` and ``content_type`` count in multipart."""

    name: str
    content: bytes = field(repr=False)
    filename: str | None = None
    content_type: str | None = None


@frozen(eq=False)
class Request(Generic[T_co]):
    """One call of an operation. Building it does no I/O; a client's ``send`` carries it out.

    ``path`` is the filled-in path, ``query`` its parameters in order. ``body`` is the JSON to send;
    for operations that take something else it is text, bytes, or the fields of a form. Query, body
    and headers may hold codes and PINs and therefore stay out of the ``repr``.
    """

    operation: Operation
    path: str
    decode: Callable[[bytes], T_co] = field(repr=False)
    query: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: JsonValue | bytes | tuple[Part, ...] | Unset = field(default=UNSET, repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def __init__(  # noqa: PLR0913, PLR0917 - one for each field
        self,
        operation: Operation,
        path: str,
        decode: Callable[[bytes], T_co],
        query: tuple[tuple[str, str], ...] = (),
        body: JsonValue | bytes | tuple[Part, ...] | Unset = UNSET,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        # Written out because every call makes one.
        keep = object.__setattr__
        keep(self, "operation", operation)
        keep(self, "path", path)
        keep(self, "decode", decode)
        keep(self, "query", query)
        keep(self, "body", body)
        keep(self, "headers", headers)


class Sender(ABC):
    """What resources need from a synchronous client."""

    @abstractmethod
    def send(self, request: Request[T], /) -> T:
        """Carry out the request and return its decoded answer."""


class AsyncSender(ABC):
    """What resources need from an asynchronous client."""

    @abstractmethod
    def send(self, request: Request[T], /) -> Coroutine[Any, Any, T]:
        """Carry out the request and return its decoded answer."""


def serialize(value: Any) -> str:
    """Write a path or query value: ``true``, digits, text, RFC 3339 dates, lists with commas.

    Raises:
        ValidationError: It is something else, a whole model for instance; the text names its class.
            Or an element of a list holds a comma.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, str):
        return str.__str__(value)
    if (elements := elements_of(value)) is not None:
        return joined(",", map(serialize, elements))
    if isinstance(value, float | date):
        return str(format_datetime(value))
    # Nothing of the value: a device would bring its coordinates into the text.
    raise ValidationError(
        f"a {type(value).__name__} cannot stand in a path or query; give an id, a number or text"
    )


def joined(delimiter: str, texts: Iterable[str]) -> str:
    """Write several values as one text.

    Raises:
        ValidationError: One of them holds what stands between two.
    """
    found = [*texts]
    if any(delimiter in text for text in found):
        raise ValidationError(
            f"an element holds {delimiter!r}, which would make two of it; pass it as two"
        )
    return delimiter.join(found)


def as_digit(value: bool | None) -> int | None:  # noqa: FBT001 - a converter's only argument
    """A truth value for parameters that take 1 or 0."""
    return None if value is None else int(value)


def encode_path(value: object) -> str:
    """Write a value as one path segment, percent-encoded but for the commas between elements.

    Raises:
        ValidationError: The value is empty or a dot segment, which would address another resource,
            or it is no text.
    """
    if is_integer(value):
        return str(int(value))  # most are ids, in which there is nothing to look for
    elements = elements_of(value)
    texts = [serialize(value)] if elements is None else [*map(serialize, elements)]
    text = ",".join(texts)
    if text in {"", ".", ".."} or not is_text(text):
        message = f"{text[:60]!r} cannot stand in a path; give the id of a resource"
        raise ValidationError(message)
    return ",".join(quote(each, safe="") for each in texts)


def is_text(value: str) -> bool:
    """Whether it can be written as UTF-8; lone surrogates cannot."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def query(*parameters: tuple[str, object]) -> tuple[tuple[str, str], ...]:
    """Write query parameters; those that are ``None`` or ``UNSET`` are not sent."""
    return tuple(
        (name, serialize(value))
        for name, value in parameters
        if value is not None and value is not UNSET
    )


def headers(*parameters: tuple[str, object]) -> tuple[tuple[str, str], ...]:
    """Write header parameters; those that are ``None`` or ``UNSET`` are not sent.

    Raises:
        ValidationError: A value holds characters that no header may hold.
    """
    written = query(*parameters)
    for name, value in written:
        if not (value.isascii() and value.isprintable()):
            raise ValidationError(f"{name} must be printable ASCII; it is sent in a header")
    return written
