"""A recorded call: the operation, its request and its response."""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import parse_qsl, unquote, urlsplit

import attrs
import yaml

from nuki_core.ids import device_type_in
from tools.repository import ROOT

from .masking import CREDENTIALS
from .origins import APIS, OPERATIONS
from .requests import request_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nuki_core.request import Operation, Parameter, Request

    from .origins import Api

FOLDER: Final = ROOT / "tests/cassettes"
LIVE: Final = FOLDER / "live"
_NAME: Final = re.compile(r"(?P<name>[a-z_]+\.[a-z_]+)(?:\.(?P<status>\d{3}))?\.yaml")
_LIST: Final = re.compile(r"list\[(.*)\]")


@attrs.frozen
class Cassette:
    """One recorded call.

    ``status`` is that of an error response, or ``None``; 200 is a bridge's ``"success": false``."""

    path: Path
    api: Api
    name: str
    status: int | None

    @property
    def operation(self) -> Operation:
        return OPERATIONS[self.api, self.name]

    @property
    def interaction(self) -> dict[str, Any]:
        """The request and the response, as vcrpy writes them."""
        document = _document(self.path)
        (only,) = document["interactions"]
        found: dict[str, Any] = only
        return found

    @property
    def source(self) -> str:
        """Who answered: ``simulator`` or ``live``."""
        return str(_document(self.path)["metadata"]["source"])

    @property
    def query(self) -> list[tuple[str, str]]:
        """The recorded query, masked credentials included."""
        return parse_qsl(urlsplit(self.interaction["request"]["uri"]).query, keep_blank_values=True)

    @property
    def body(self) -> Any:
        """The JSON of the request; ``None`` if it has none."""
        text = self.interaction["request"]["body"]
        return json.loads(text) if text else None

    @property
    def path_values(self) -> dict[str, str]:
        """The path parameters, by their names on the wire."""
        pattern = re.sub(r"\\\{(.*?)\\\}", r"(?P<\1>[^/]+)", re.escape(self.operation.path))
        found = re.fullmatch(pattern, urlsplit(self.interaction["request"]["uri"]).path)
        assert found, f"{self.path}: the path is not that of {self.operation}"
        return {name: unquote(text) for name, text in found.groupdict().items()}

    def request(self) -> Request[Any]:
        """The call again, from arguments as a user would pass them."""
        given = {**self.path_values, **dict(self.query)}
        arguments: dict[str, Any] = {
            parameter.name: _typed(parameter.type, given[parameter.wire_name])
            for parameter in self.operation.parameters
            if parameter.location != "body" and parameter.wire_name in given
        }
        if self.operation.body:
            device_type = device_type_in(self.path_values.get("smartlockId"))
            arguments["body"] = model(self.api, self.operation.body, self.body, device_type)
        return request_of(self.operation, arguments)

    def undeclared(self) -> set[str]:
        """Names in the query that are neither parameters nor credentials."""
        declared = {p.wire_name for p in self.operation.parameters if p.location == "query"}
        return {name for name, _ in self.query} - declared - set(CREDENTIALS)


def cassettes(folder: Path = FOLDER) -> Iterator[Cassette]:
    """Every cassette of a folder; those of live servers lie in a folder of their own."""
    for path in sorted(folder.rglob("*.yaml")):
        api, _, file = path.relative_to(folder).as_posix().partition("/")
        if api == "live" and folder == FOLDER:
            continue
        found = _NAME.fullmatch(file)
        assert found, f"{path}: expected <api>/<resource>.<method>[.<status>].yaml"
        status = int(found["status"]) if found["status"] else None
        yield Cassette(path, cast("Api", api), found["name"], status)


def model(api: Api, kind: str, value: Any, device_type: int | None = None) -> Any:
    """JSON as the body type that the table of operations names, for a device of this type."""
    if inner := _LIST.fullmatch(kind):
        return [model(api, inner[1], element, device_type) for element in value]
    if kind == "str":
        return value
    made = getattr(APIS[api], kind)
    return (
        made.from_dict(value, device_type) if made.enums_by_device_type else made.from_dict(value)
    )


def wire_value(parameter: Parameter, text: str) -> Any:
    """A path or query value as JSON, for its schema."""
    typed = _typed(parameter.type, text)
    return text if isinstance(typed, datetime) else typed


def _typed(kind: str, text: str) -> Any:
    if inner := _LIST.fullmatch(kind):
        return [_typed(inner[1], part) for part in text.split(",")]
    if kind == "bool":
        return text in {"1", "true"}
    if kind == "datetime":
        return datetime.fromisoformat(text)
    return text if kind in {"str", "ServiceId"} else int(text)


@cache
def _document(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found
