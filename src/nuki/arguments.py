"""Arguments that the APIs would refuse, or misread, are refused before anything is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from nuki_core.errors import ValidationError
from nuki_core.json import is_integer
from nuki_core.parameters import check_parameters

from .keypad_code import KeypadCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nuki_core.json import JsonValue
    from nuki_core.request import Request
    from nuki_core.unset import Unset

_LONGEST_NAME = 32
_LONGEST_CALLBACK = 254
_LONGEST_DAY = 24 * 60


def check_web(request: Request[Any]) -> None:
    """Check a request to the Web API.

    Raises:
        ValidationError: Arguments do not fit; the text names every one of them.
    """
    check_parameters(request)
    # The body itself stands in no variable: error reports show those, and it may hold a code.
    if "Auth" in (request.operation.body or "") and not isinstance(request.body, bytes | tuple):
        _raise_all(request, list(_authorization_faults(request.body)))


def check_bridge(request: Request[Any]) -> None:
    """Check a request to a bridge.

    Raises:
        ValidationError: Arguments do not fit; the text names every one of them.
    """
    check_parameters(request)
    urls = [value for name, value in request.query if name == "url"]
    _raise_all(request, [f"url {fault}" for url in urls if (fault := _callback_fault(url))])


def _raise_all(request: Request[Any], faults: list[str]) -> None:
    if faults:
        operation = str(request.operation)
        raise ValidationError(f"{operation}: {'; '.join(faults)}", operation=operation)


def _authorization_faults(body: JsonValue | Unset, where: str = "") -> Iterator[str]:
    if isinstance(body, list):
        for number, element in enumerate(body):
            yield from _authorization_faults(element, f"[{number}].")
    elif isinstance(body, dict):
        for name, check in _AUTHORIZATION.items():
            if (value := body.get(name)) is not None and (fault := check(value)):
                yield f"{where}{name} {fault}"


def _name_fault(value: JsonValue) -> str:
    if not isinstance(value, str):
        return "must be text"
    if len(value) > _LONGEST_NAME:
        return f"has {len(value)} characters, {_LONGEST_NAME} at most"
    return ""


def _code_fault(value: JsonValue) -> str:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return "must be an integer of six digits"
    try:
        KeypadCode(value)
    except ValidationError as error:
        return str(error).removeprefix("this keypad code ")
    return ""


def _minutes_fault(value: JsonValue) -> str:
    if not is_integer(value) or not 0 <= value <= _LONGEST_DAY:
        return (
            f"is {value!r}; expected minutes since midnight, which minutes_since_midnight() makes"
        )
    return ""


def _ids_fault(value: JsonValue) -> str:
    ids = value if isinstance(value, list) else [value]
    wrong = [item for item in ids if not is_integer(item)]
    return f"holds {wrong[0]!r}, which is no integer id" if wrong else ""


_AUTHORIZATION: Final[dict[str, Callable[[JsonValue], str]]] = {
    "name": _name_fault,
    "code": _code_fault,
    "allowedFromTime": _minutes_fault,
    "allowedUntilTime": _minutes_fault,
    "smartlockIds": _ids_fault,
}


def _callback_fault(url: str) -> str:
    # Bridge API 1.13.3, "/callback/add": no TLS, and a limit that the bridge checks as well.
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return "is malformed"
    if parts.scheme == "https":
        return "must begin with http://; bridges cannot call back over TLS"
    if parts.scheme != "http" or not host:
        return "must be a full URL such as http://192.168.1.20:8000/nuki"
    if len(url) > _LONGEST_CALLBACK:
        return f"has {len(url)} characters, {_LONGEST_CALLBACK} at most"
    return ""
