"""The smallest package that has one of everything, and others that differ from it a little."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

PACKAGE: Final = '''\
"""Enums, models, operations and resources of the door API."""

API_VERSION = "1.0"

__all__ = [
    "API_VERSION", "AsyncDoorResource", "AsyncWebApi", "Door", "DoorEvent", "DoorResource",
    "DoorSearch", "DoorState", "DoorUpdate", "OPERATIONS", "WebApi",
]
'''
API: Final = '''\
"""The door API as attributes of a client."""


class WebApi(Sender):
    """Resources of the door API."""

    @cached_property
    def door(self) -> DoorResource:
        """The door operations."""
        return DoorResource(self)


class AsyncWebApi(AsyncSender):
    """Asynchronous resources of the door API."""

    @cached_property
    def door(self) -> AsyncDoorResource:
        """The door operations."""
        return AsyncDoorResource(self)
'''
OPERATIONS: Final = '''\
"""Every operation as data."""

from .resources import door

OPERATIONS: Final[tuple[Operation, ...]] = (
    *door.OPERATIONS,
)
'''
ENUMS: Final = '''\
"""Enums of the door API."""


class DoorState(OpenIntEnum):
    """Whether a door is open.

    Members:
        OPEN: it is open
    """

    OPEN = 0
    CLOSED = 1
'''
MODELS: Final = '''\
"""Models of the door API."""

_DoorState: Final = members(DoorState)


@define(kw_only=True, repr=False, weakref_slot=False)
class Door(Model):
    """A door.

    Attributes:
        state: Whether it is open.
    """

    state: DoorState
    weight: int | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.state = _DoorState[d["state"]]
        return self

    def to_dict(self) -> JsonObject:
        return {"state": plain(self.state), "weight": self.weight}


@define(kw_only=True, repr=False, weakref_slot=False)
class DoorUpdate(Model):
    """What to change of a door."""

    name: str
    lock: int | Unset = field(default=UNSET, repr=False)


@define(kw_only=True, repr=False, weakref_slot=False)
class DoorSearch(Model):
    """What to look for, and what was looked for."""

    code: int


@define(kw_only=True, repr=False, weakref_slot=False)
class DoorEvent(Model):
    """What a webhook brings."""

    event: str
'''
RESOURCE: Final = '''\
"""The door operations."""


def _get(door_id: int) -> Request[Door]:
    return Request(GET, f"/door/{segment(door_id)}", instance(Door.from_dict))


GET: Final = Operation(
    "GET", "/door/{id}", "door", "get", (Parameter("door_id", "id", "path", True, "int"),),
    None, {200: "Door", 401: "Error"}, ("door",), _get,
)
UPDATE: Final = Operation(
    "POST", "/door/{id}", "door", "update",
    (
        Parameter("door_id", "id", "path", True, "int"),
        Parameter("force", "force", "query", False, "bool"),
    ),
    "DoorUpdate", {204: None}, ("door",), _update, effect="change",
)
SEARCH: Final = Operation(
    "POST", "/door", "door", "search", (), "DoorSearch", {200: "DoorSearch"}, (), _search,
)

OPERATIONS: Final = (
    GET, UPDATE, SEARCH,
)


class DoorResource(Resource):
    """The door operations."""

    def get(self, door_id: int) -> Door:
        """Read a door.

        Args:
            door_id: Its id.

        Raises: UnauthorizedError (401).
        """
        return self._send(_get(door_id))

    def update(self, door_id: int, body: DoorUpdate, *, force: bool | None = None) -> None:
        """Change a door."""
        return self._send(_update(door_id, body, force=force))

    def search(self, body: DoorSearch) -> DoorSearch:
        """Look for doors."""
        return self._send(_search(body))
'''
ROOT: Final = "nuki_generated/web"
_TWIN: Final = RESOURCE[RESOURCE.index("\n\nclass DoorResource") :]
DOORS: Final = MappingProxyType(
    {
        f"{ROOT}/__init__.py": PACKAGE,
        f"{ROOT}/api.py": API,
        f"{ROOT}/enums/door.py": ENUMS,
        f"{ROOT}/models/door.py": MODELS,
        f"{ROOT}/operations.py": OPERATIONS,
        f"{ROOT}/resources/door.py": RESOURCE
        + _TWIN.replace("class DoorResource(", "class AsyncDoorResource(Async")
        .replace("    def ", "    async def ")
        .replace("return self", "return await self"),
    }
)

Edit = tuple[str, str, str]


def edited(*edits: Edit) -> dict[str, str]:
    """The package with every occurrence of a text in a module replaced, or a module appended to.

    Raises:
        AssertionError: A module does not hold the text, so the edit does nothing.
    """
    texts = dict(DOORS)
    for module, old, new in edits:
        path = f"{ROOT}/{module}.py"
        text = texts.get(path, "")
        assert old in text, (module, old)
        texts[path] = text.replace(old, new) if old else text + new
    return texts


def exporting(name: str) -> Edit:
    """One more public name."""
    return "__init__", '"API_VERSION",', f'"{name}", "API_VERSION",'


def respelled(old: str, new: str, texts: dict[str, str] | None = None) -> dict[str, str]:
    """The package with another name for a class, and for whatever is derived from it."""
    source = DOORS if texts is None else texts
    word = re.compile(rf"(?<![A-Za-z]){old}(?![A-Za-z])")
    return {path: word.sub(new, text) for path, text in source.items()}
