"""Errors: the statuses and the five shapes of bodies that the Web API was seen to send."""

from __future__ import annotations

from enum import Enum
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import attrs

from nuki.web import Error
from nuki_core.json import dumps
from nuki_core.model import to_jsonable

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_AUTHORIZED: Final = "Your access token is not authorized"
INVALID_TOKEN: Final = "Invalid Token Error"  # noqa: S105 - a text of the vendor
_WEBDAV: Final = frozenset({422, 423, 424, 507})
_SPECIFICATION: Final = "http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10"
_UNPROCESSABLE: Final = 422
_WEBDAV_SPECIFICATION: Final = "http://www.webdav.org/specs/rfc2518.html#STATUS_"


class ApiError(Exception):
    """Raised by a handler to answer with an error.

    ``status`` is the HTTP status, ``message`` the vendor's text, ``headers`` what else is sent.
    """

    def __init__(
        self, status: int, message: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(f"{status}: {message}")
        self.status = status
        self.message = message
        self.headers = dict(headers or {})


class ErrorShape(Enum):
    """How the body of an error looks (Web API notes: none of them is declared by the vendor)."""

    EXCEPTION = "exception"
    """A serialised Java exception with its message."""
    WITHOUT_MESSAGE = "without message"
    """The same without ``detailMessage``; seen with 423."""
    STATUS = "status"
    """A status object of the server framework; seen with 422."""
    HTML = "html"
    """A page of the web server in front; seen with 5xx."""
    EMPTY = "empty"


@attrs.frozen
class ErrorBody:
    """A body and its content type; both empty when there is no body."""

    content: bytes = b""
    media_type: str = ""


def usual_shape(status: int) -> ErrorShape:
    """Return the shape in which a status was seen."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ErrorShape.HTML
    seen = {
        HTTPStatus.LOCKED: ErrorShape.WITHOUT_MESSAGE,
        HTTPStatus.UNPROCESSABLE_ENTITY: ErrorShape.STATUS,
    }
    return seen.get(HTTPStatus(status), ErrorShape.EXCEPTION)


def error_body(status: int, message: str, shape: ErrorShape) -> ErrorBody:
    """Write an error in one of the five shapes."""
    if shape is ErrorShape.EMPTY:
        return ErrorBody()
    if shape is ErrorShape.HTML:
        title = f"{status} {_phrase(status)}"
        page = (
            f"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n"
            f"<center><h1>{title}</h1></center>\r\n<hr><center>nginx</center>\r\n"
            "</body>\r\n</html>\r\n"
        )
        return ErrorBody(page.encode(), "text/html")
    if shape is ErrorShape.STATUS:
        phrase = _phrase(status)
        error = Error(
            code=status,
            description=message or HTTPStatus(status).description or phrase,
            home_ref="/",
            reason_phrase=phrase,
            uri=f"{_WEBDAV_SPECIFICATION}{status}" if status in _WEBDAV else _SPECIFICATION,
        )
    else:
        error = Error(stack_trace=[], suppressed_exceptions=[])
        if shape is ErrorShape.EXCEPTION:
            error.detail_message = message
    return ErrorBody(dumps(error.to_dict()), "application/json")


def invalid(value: object, parameter: str) -> ApiError:
    """Return a 400 in the vendor's words."""
    shown = "null" if value is None else to_jsonable(value)
    return ApiError(400, f"The supplied value '{shown}' for parameter '{parameter}' is not valid.")


def _phrase(status: int) -> str:
    # The server keeps the name that RFC 4918 gave to 422; Python has another since 3.13.
    return "Unprocessable Entity" if status == _UNPROCESSABLE else HTTPStatus(status).phrase
