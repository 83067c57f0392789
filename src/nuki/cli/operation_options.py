"""The options of an operation, made from its description at run time.

:func:`command_of` says what an operation takes as plain data, which completion keeps between runs;
:func:`request_of` makes the call of what was written for these options.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Literal,
    NamedTuple,
    TypeGuard,
    get_args,
    get_origin,
)

from nuki import bridge, web
from nuki_core.declared import declared_fields
from nuki_core.enums import OpenFlag, OpenValue
from nuki_core.ids import DeviceType, NukiId, SmartlockId
from nuki_core.model import Model, to_jsonable
from nuki_core.unset import Unset

from . import times
from .failures import CommandError, ExitStatus
from .ledger import is_secret
from .option_data import Command, Option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from nuki_core.json import JsonValue
    from nuki_core.request import Operation, Parameter, Request

Api = Literal["web", "bridge"]

_PLAIN: Final[dict[str, Any]] = {
    "int": int,
    "float": float,
    "str": str,
    "bool": bool,
    "datetime": datetime,
    "DeviceType": DeviceType,
    "NukiId": NukiId,
    "SmartlockId": SmartlockId,
}
_WORDS: Final[dict[Any, str]] = {
    int: "NUMBER",
    float: "NUMBER",
    str: "TEXT",
    datetime: "WHEN",
    NukiId: "DEVICE",
    SmartlockId: "DEVICE",
}
BODY: Final = "body"
_ARGUMENT: Final = re.compile(r"^(\w+): (.*)$")


class _Field(NamedTuple):
    """An option's other side: where its value goes, and of which classes it may be."""

    option: Option
    name: str
    json_name: str
    kinds: tuple[Any, ...]
    in_body: bool


def full_name(operation: Operation) -> str:
    """An operation as it is called: ``smartlock.list``."""
    return f"{operation.resource}.{operation.name}"


def operations() -> dict[str, tuple[Operation, Api]]:
    """Every operation of both APIs by its name, and whose it is."""
    found: dict[str, tuple[Operation, Api]] = {
        full_name(operation): (operation, "web") for operation in web.OPERATIONS
    }
    for operation in bridge.OPERATIONS:
        name = full_name(operation)
        found[f"bridge/{name}" if name in found else name] = (operation, "bridge")
    return found


def command_of(name: str, operation: Operation, api: Api) -> Command:
    """What an operation takes."""
    summary, _ = documented(operation, api)
    return Command(name, summary, tuple(field.option for field in fields_of(operation, api)))


def fields_of(operation: Operation, api: Api) -> list[_Field]:
    """The parameters of an operation; of a body that is one model, its fields as well."""
    _, explained = documented(operation, api)
    found: list[_Field] = []
    has_body = operation.body is not None
    for parameter in operation.parameters:
        if parameter.location == "body" and not parameter.wire_name:
            continue
        kinds, many = _kinds_of(parameter.type, api)
        in_body = parameter.location == "body"
        option = _option(parameter.name, kinds, many=many, text=explained.get(parameter.name, ""))
        required = parameter.required and not in_body
        option = option._replace(required=required)
        found.append(_Field(option, parameter.name, parameter.wire_name, kinds, in_body))
    taken = {field.name for field in found}
    whole = next((one for one in operation.parameters if _is_whole_body(one)), None)
    model = None if whole is None else _class_of(whole.type, api)
    if isinstance(model, type) and issubclass(model, Model):
        declared: Any = model
        for field in declared_fields(declared):
            kinds, many = _scalar(field.types)
            if kinds and field.name not in taken:
                comment = _comments(declared).get(field.name, "")
                option = _option(field.name, kinds, many=many, text=comment)
                found.append(_Field(option, field.name, field.json_name, kinds, in_body=True))
    if has_body:
        text = "The whole body as JSON: @FILE, or - for standard input. Options change parts of it."
        found.append(_Field(Option("--body", "JSON", help=text), BODY, "", (), in_body=True))
    return found


def _option(name: str, kinds: tuple[Any, ...], *, many: bool, text: str) -> Option:
    enums: list[Any] = [kind for kind in kinds if _is_enum(kind)]
    choices = [str(member.name).lower() for kind in enums for member in kind]
    metavar = "|".join(choices) if choices else _WORDS.get(kinds[0], "JSON")
    return Option(
        flag=f"--{name.rstrip('_').replace('_', '-')}",
        metavar=metavar if len(metavar) <= _WIDEST else "MEMBER",
        choices=tuple(choices),
        many=many,
        switch=kinds == (bool,) and not many,
        secret=is_secret(name) and bool not in kinds,
        help=text,
    )


_WIDEST: Final = 40


def _kinds_of(text: str, api: Api) -> tuple[tuple[Any, ...], bool]:
    """The classes that the type of a parameter names, and whether it is a list of them."""
    parts = [part for part in text.split(" | ") if part != "None"]
    many = parts[0].startswith("list[")
    names = [part.removeprefix("list[").removesuffix("]") for part in parts]
    return tuple(_class_of(name, api) for name in names), many


def _class_of(name: str, api: Api) -> Any:
    return _PLAIN.get(name) or getattr(web if api == "web" else bridge, name, object)


def _scalar(types: tuple[Any, ...]) -> tuple[tuple[Any, ...], bool]:
    """The classes of a model's field that one word can say; none if it takes more."""
    given = [kind for kind in types if kind not in {type(None), Unset}]
    if len(given) == 1 and get_origin(given[0]) is list:
        inner, nested = _scalar(get_args(given[0]))
        return ((), False) if nested else (inner, True)
    known = all(kind in _WORDS or kind is bool or _is_enum(kind) for kind in given)
    return (tuple(given), False) if known else ((), False)


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, OpenValue)


def _is_whole_body(parameter: Parameter) -> bool:
    return parameter.location == "body" and not parameter.wire_name


# What it is for


def documented(operation: Operation, api: Api) -> tuple[str, dict[str, str]]:
    """What an operation does in a line, and its parameters, as its method's docstring has them."""
    words = operation.resource.split("_")
    resource = _class_of("".join(word.capitalize() for word in words) + "Resource", api)
    text = inspect.getdoc(getattr(resource, operation.name, None)) or str(operation)
    summary, _, rest = text.partition("\n\n")
    summary = " ".join(summary.split()).partition(" (`")[0].rstrip(".")
    _, _, arguments = rest.partition("Args:\n")
    explained: dict[str, str] = {}
    name = ""
    for line in arguments.partition("\n\n")[0].splitlines():
        begins = (
            _ARGUMENT.match(line.strip()) if line.startswith("    ") and line[4:5].strip() else None
        )
        if begins is not None:
            name = begins[1]
            explained[name] = begins[2]
        elif name:
            explained[name] += f" {line.strip()}"
    return summary, explained


@cache
def _comments(model: type[Model]) -> dict[str, str]:
    """What stands below each field of a model."""
    try:
        lines = inspect.getsource(model)
    except OSError:
        lines = ""
    found = re.findall(r'^    (\w+): [^\n]*\n    """(.*?)"""', lines, re.MULTILINE | re.DOTALL)
    return {name: " ".join(text.split()) for name, text in found}


# What was written


def request_of(
    operation: Operation,
    api: Api,
    written: Mapping[str, Any],
    read_secret: Callable[[str], str],
    find_device: Callable[[str], SmartlockId],
) -> Request[object]:
    """The call of an operation, of what was written for its options by their flags.

    ``find_device`` is given what stands for a device and is no number.

    Raises:
        CommandError: Something is missing or cannot be read.
        ValidationError: It does not fit.
    """
    arguments: dict[str, Any] = {}
    whole: Any = None
    changes: dict[str, JsonValue] = {}
    readers = _Readers(api, read_secret, find_device)
    for field in fields_of(operation, api):
        text = written.get(field.option.flag)
        if text is None or text == ():
            continue
        if field.name == BODY:
            whole = readers.json(field.option, text)
            continue
        value = readers.value(field, text)
        if field.in_body:
            changes[field.json_name] = to_jsonable(value)
        else:
            arguments[field.name] = value
    parameters = [one for one in operation.parameters if one.location == "body"]
    if parameters:
        arguments |= _body(operation, api, parameters, whole, changes)
    missing = [
        one.name for one in operation.parameters if one.required and one.name not in arguments
    ]
    if missing:
        flags = " ".join(f"--{name.replace('_', '-')}" for name in missing)
        raise CommandError(f"{operation}: {flags} must be given", ExitStatus.USAGE)
    return operation.request(**arguments)


def _body(
    operation: Operation,
    api: Api,
    parameters: list[Parameter],
    whole: Any,
    changes: dict[str, JsonValue],
) -> dict[str, Any]:
    """The arguments that make the body."""
    if changes:
        if whole is not None and not _is_object(whole):
            raise CommandError("--body is no JSON object; options cannot change it", _USAGE)
        whole = {**(whole or {}), **changes}
    if whole is None:
        return {}
    if _is_whole_body(parameters[0]):
        return {parameters[0].name: _decoded(parameters[0].type, api, whole)}
    if not _is_object(whole):
        raise CommandError(f"{operation}: --body takes a JSON object", _USAGE)
    known = {one.wire_name: one for one in parameters}
    if unknown := [name for name in whole if name not in known]:
        raise CommandError(
            f"{operation}: there is no field {', '.join(unknown)}; there is {', '.join(known)}",
            _USAGE,
        )
    return {known[name].name: _decoded(known[name].type, api, whole[name]) for name in whole}


_USAGE: Final = ExitStatus.USAGE


def _is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_array(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _decoded(kind_text: str, api: Api, value: Any) -> Any:
    kinds, many = _kinds_of(kind_text, api)
    kind = kinds[0]
    if not issubclass(kind, Model):
        return value
    if many and _is_array(value):
        return [_model(kind, element) for element in value]
    return _model(kind, value)


def _model(kind: type[Model], value: Any) -> Model:
    if not _is_object(value):
        raise CommandError(f"--body: a {kind.__name__} is a JSON object", _USAGE)
    made = kind.from_dict(value)
    by_json = {json_name: name for name, json_name in kind.json_names.items()}
    made.check(frozenset(by_json[name] for name in value if name in by_json))
    return made


class _Readers(NamedTuple):
    """Makes values of texts."""

    api: Api
    read_secret: Callable[[str], str]
    find_device: Callable[[str], SmartlockId]

    def value(self, field: _Field, text: Any) -> Any:
        """The value of an option.

        Raises:
            CommandError: It is none.
        """
        option = field.option
        if option.switch:
            return bool(text)
        if option.secret:
            if not text:
                text = self.read_secret(option.flag.removeprefix("--").replace("-", " "))
            elif text == "-" or text.startswith("@"):
                text = _content(option, text).strip()
            else:
                raise CommandError(
                    f"{option.flag} is secret, and everybody on this machine sees arguments: leave "
                    "its value out to be asked for it, or give @FILE",
                    ExitStatus.USAGE,
                )
            return self._one(field, text)
        flags = next((one for one in field.kinds if issubclass(one, OpenFlag)), None)
        if flags is not None and not option.many:
            members = [self._one(field, part.strip()) for part in text.split(",")]
            return flags(sum({*map(int, members)}))
        if option.many:
            plain = all(not issubclass(kind, str) or _is_enum(kind) for kind in field.kinds)
            parts = [part for each in text for part in (each.split(",") if plain else [each])]
            return [self._one(field, part.strip()) for part in parts]
        return self._one(field, text)

    def json(self, option: Option, text: str) -> Any:
        """JSON from a file, from standard input, or as it stands; not as it stands with secrets.

        Raises:
            CommandError: It is no JSON.
        """
        try:
            found = json.loads(_content(option, text))
        except ValueError as error:
            raise CommandError(
                f"{option.flag}: this is no JSON ({error})", ExitStatus.USAGE
            ) from None
        if not text.startswith("@") and text != "-" and (names := sorted(_secret_names(found))):
            raise CommandError(
                f"{option.flag}: {', '.join(names)} is secret, and everybody on this machine sees "
                "arguments; give @FILE, or - for standard input",
                ExitStatus.USAGE,
            )
        return found

    def _one(self, field: _Field, text: str) -> Any:
        for kind in field.kinds:
            found = self._of(kind, text, field.option)
            if found is not None:
                return found
        expected = ", ".join(field.option.choices) or field.option.metavar.lower()
        raise CommandError(
            f"{field.option.flag}: {text!r} does not fit; expected {expected}", ExitStatus.USAGE
        )

    def _of(self, kind: Any, text: str, option: Option) -> Any:  # noqa: PLR0911 - one for each kind
        if issubclass(kind, NukiId | SmartlockId):
            if text.isdecimal():
                return int(text)
            found = self.find_device(text)
            return found.nuki_id if issubclass(kind, NukiId) else found
        if issubclass(kind, OpenValue):
            return _member(kind, text)
        if issubclass(kind, datetime):
            found_moment: datetime | date = times.moment(text, "a point in time")
            if not isinstance(found_moment, datetime):
                found_moment = datetime.combine(found_moment, time())
            return found_moment.astimezone() if found_moment.tzinfo is None else found_moment
        if issubclass(kind, bool):
            return {"true": True, "false": False}.get(text.lower())
        if issubclass(kind, int | float):
            try:
                return kind(text)
            except ValueError:
                return None
        if issubclass(kind, str):
            return text
        return _decoded(kind.__name__, self.api, self.json(option, text))


def _member(kind: Any, text: str) -> Any:
    """The member of an enum that this names, or whose value it is, also of one nobody knows yet."""
    name = text.upper().replace("-", "_")
    if name in kind.__members__:
        return kind[name]
    if issubclass(kind, str):
        return kind(text)
    return kind(int(text)) if text.lstrip("-").isdecimal() else None


def _content(option: Option, text: str) -> str:
    if text == "-":
        return sys.stdin.read()
    if not text.startswith("@"):
        return text
    try:
        return Path(text[1:]).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no text"
        raise CommandError(f"{option.flag} {text}: {why}", ExitStatus.USAGE) from None


def _secret_names(value: Any) -> Iterator[str]:
    if _is_object(value):
        for name, member in value.items():
            if is_secret(name) and not isinstance(member, dict | list | bool | None):
                yield name
            yield from _secret_names(member)
    elif _is_array(value):
        for element in value:
            yield from _secret_names(element)
