"""Path, query and body of a request, read as the types that its operation declares."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin

from nuki import web
from nuki_core.datetimes import parse_datetime
from nuki_core.declared import declared_fields
from nuki_core.enums import OpenFlag, OpenIntEnum, OpenStrEnum, OpenValue
from nuki_core.ids import DeviceType, SmartlockId
from nuki_core.json import dumps, loads
from nuki_core.model import Model
from nuki_core.unset import UNSET

from .errors import ApiError, invalid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from nuki_core.request import Operation

_INTEGER: Final = re.compile(r"-?[0-9]{1,19}")
_LIST: Final = re.compile(r"list\[(.+)\]")
_BOOLEANS: Final = {"true": True, "1": True, "false": False, "0": False}
_NOT_NEEDED: Final[Mapping[type[Model], frozenset[str]]] = {
    web.SmartlockAuthCreate: frozenset({"remote_allowed"}),
    web.SmartlocksAuthCreate: frozenset({"remote_allowed"}),
    web.SmartlocksAuthAdvancedCreate: frozenset({"remote_allowed"}),
    web.SmartlockAuthUpdate: frozenset({"name"}),
    web.SmartlockAuthMultiUpdate: frozenset({"name"}),
}
"""Members that the description requires and the real server was seen to do without."""


# Path and query


def read_arguments(
    operation: Operation, path_values: Mapping[str, str], query: Iterable[tuple[str, str]]
) -> dict[str, object]:
    """Read the arguments of a call, by their Python names; those not sent are absent.

    Raises:
        ApiError: 400, a value is not of its parameter's type, or a required one is missing.
    """
    given = {**dict(query), **path_values}
    found: dict[str, object] = {}
    for parameter in operation.parameters:
        kind, text = parameter.type, given.get(parameter.wire_name)
        if parameter.location == "body":
            continue
        if text is None:
            if parameter.required:
                raise invalid(None, parameter.wire_name)
            continue
        try:
            if many := _LIST.fullmatch(kind):
                elements = [_reader(many[1])(element) for element in text.split(",") if element]
                found[parameter.name] = elements
            else:
                found[parameter.name] = _reader(kind)(text)
        except ValueError:
            raise invalid(text, parameter.wire_name) from None
    return found


def _reader(kind: str) -> Callable[[str], object]:
    if kind in _READERS:
        return _READERS[kind]
    enum = getattr(web, kind)
    return lambda text: enum(_integer(text) if issubclass(enum, OpenIntEnum) else text)


def _integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _boolean(text: str) -> bool:
    if text.lower() not in _BOOLEANS:
        raise ValueError(text)
    return _BOOLEANS[text.lower()]


def _moment(text: str) -> datetime:
    # A plus sign that nobody percent-encoded arrives as a blank.
    found = parse_datetime(text.replace(" ", "+"))
    if not isinstance(found, datetime):
        raise ValueError(text)  # noqa: TRY004 - the value is wrong, not the program
    return found


_READERS: Final[dict[str, Callable[[str], object]]] = {
    "int": _integer,
    "str": str,
    "bool": _boolean,
    "datetime": _moment,
    "SmartlockId": lambda text: SmartlockId(_integer(text)),
    "DeviceType": lambda text: DeviceType(_integer(text)),
    # Which of the two enums applies follows from each entry's device type; the number suffices.
    "LogAction | OpenerLogAction": _integer,
}


# Bodies


def read_body(declared: str | None, content: bytes, *, strict: bool = False) -> object:
    """Read the body of a call as the type that its operation declares; ``None`` if it has none.

    With ``strict`` the members that the real server does without are required as described.

    Raises:
        ApiError: 400, the body is no JSON, lacks a required member, or has one of a wrong type.
    """
    if declared is None:
        return None
    try:
        found = loads(content)
        dumps(found)  # what could not be answered is not taken: infinities, broken surrogates
    except (ValueError, RecursionError):
        raise invalid(None, "entity") from None
    many = _LIST.fullmatch(declared)
    if many is None:
        return _element(declared, found, strict=strict)
    if found.__class__ is not list:
        raise _misshapen(found)
    elements: list[Any] = found
    return [_element(many[1], element, strict=strict) for element in elements]


def _element(declared: str, found: Any, *, strict: bool) -> object:
    if declared == "str":
        if not isinstance(found, str | int) or isinstance(found, bool):
            raise _misshapen(found)
        return str(found)
    if found.__class__ is not dict:
        raise _misshapen(found)
    return read_model(getattr(web, declared), found, strict=strict)


def _misshapen(found: Any) -> ApiError:
    return invalid(None if found is None else type(found).__name__, "entity")


def read_model(model: Any, found: Mapping[str, Any], *, strict: bool = False) -> Model:
    """Decode one object and check it; numbers may come as text, as users of the API send them."""
    relaxed = dict(found)
    for field in declared_fields(model):
        value, kinds = found.get(field.json_name), field.types
        elements = [get_args(kind)[0] for kind in kinds if get_origin(kind) is list]
        if value.__class__ is str and any(_is_integer(kind) for kind in kinds):
            relaxed[field.json_name] = _number(value)
        elif value.__class__ is list and any(_is_integer(kind) for kind in elements):
            relaxed[field.json_name] = [_number(element) for element in found[field.json_name]]
    decoded: Model = model.from_dict(relaxed)
    _check(decoded, frozenset() if strict else _NOT_NEEDED.get(model, frozenset()))
    for name in decoded.json_names:
        value = getattr(decoded, name)
        if isinstance(value, datetime):  # the server keeps no finer times
            moment = value.astimezone(UTC)
            milliseconds = moment.microsecond // 1000
            setattr(decoded, name, moment.replace(microsecond=milliseconds * 1000))
    return decoded


def _number(value: Any) -> Any:
    return int(value) if value.__class__ is str and _INTEGER.fullmatch(value) else value


def _is_integer(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, int) and kind is not bool


def _check(decoded: Model, not_needed: frozenset[str] = frozenset()) -> None:
    model: Any = type(decoded)
    for field in declared_fields(model):
        value = getattr(decoded, field.name)
        if value is UNSET and field.name in not_needed:
            continue
        if not any(_fits(value, kind) for kind in field.types):
            raise invalid(None if value is UNSET else value, field.json_name)


def _fits(value: Any, kind: Any) -> bool:
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return any(_fits(value, one) for one in get_args(kind))
    if origin is list:
        (inner,) = get_args(kind)
        return value.__class__ is list and all(_fits(element, inner) for element in value)
    if origin is not None:
        return isinstance(value, origin)
    if kind in (int, float):
        allowed = (int, float) if kind is float else int
        return isinstance(value, allowed) and not isinstance(value, bool | OpenValue)
    if isinstance(value, OpenIntEnum | OpenStrEnum | OpenFlag):
        # Of two enums, the decoder may have taken the one of the other device type.
        enum: Any = kind
        return issubclass(kind, OpenValue) and bool(enum(value.value).is_known)
    if isinstance(value, Model):
        _check(value)
    return isinstance(value, kind)
