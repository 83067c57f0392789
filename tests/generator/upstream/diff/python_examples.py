"""For each kind of Python change the smallest difference of two packages that makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.upstream.diff.rules import Direction

from .doors import DOORS, ROOT, edited, exporting, respelled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .doors import Edit

REQUEST, ANSWER = Direction.REQUEST, Direction.ANSWER


class Example(NamedTuple):
    """Two packages, and the one change between them."""

    kind: str
    name: str
    new: Mapping[str, str]
    old: Mapping[str, str] = DOORS
    way: Direction | None = None


def enum(kind: str, name: str, old: str, new: str) -> Example:
    """One that edits the enums."""
    return Example(kind, f"nuki.web.{name}", edited(("enums/door", old, new)))


def model(kind: str, name: str, old: str, new: str, way: Direction | None = None) -> Example:
    """One that edits the models."""
    return Example(kind, f"nuki.web.{name}", edited(("models/door", old, new)), way=way)


def method(kind: str, name: str, old: str, new: str, way: Direction | None = None) -> Example:
    """One that edits the methods, of both clients."""
    return Example(kind, f"web.door.{name}", edited(("resources/door", old, new)), way=way)


EXTRA: Final = edited(
    exporting("Extra"), ("models/door", "", "\n\nclass Extra(Model):\n    text: str\n")
)
LIMIT: Final = edited(exporting("LIMIT"), ("operations", "", "LIMIT: Final = 3\n"))
MOOD: Final = respelled("DoorState", "DoorMood")
KEPT_MOOD: Final = {
    **MOOD,
    f"{ROOT}/__init__.py": MOOD[f"{ROOT}/__init__.py"]
    + '_FORMER_NAMES = {"DoorState": "DoorMood"}\n',
}
READ: Final[tuple[Edit, ...]] = (
    ("resources/door", "def get(self", "def read(self"),
    ("resources/door", '"door", "get"', '"door", "read"'),
)
FORMER_GET: Final = '''\
    @deprecated("`get()` was renamed to `read()` in 0.2.0")
    {0}def get(self, door_id: int) -> Door:
        """The former name of `read()`."""
        return self.read(door_id)

'''
KEPT_GET: Final = edited(
    *READ,
    *(
        (
            "resources/door",
            f"    {word}def update(",
            f"{FORMER_GET.format(word)}    {word}def update(",
        )
        for word in ("", "async ")
    ),
)
GATE_CLASSES: Final = '''\
"""The gate operations."""


class GateResource(Resource):
    """The gate operations."""


class AsyncGateResource(AsyncResource):
    """The gate operations."""
'''
GATE_ATTRIBUTE: Final = '''\
        return {0}DoorResource(self)

    @cached_property
    def gate(self) -> {0}GateResource:
        """The gate operations."""
        return {0}GateResource(self)
'''
GATE: Final = edited(
    exporting("GateResource"),
    exporting("AsyncGateResource"),
    ("resources/gate", "", GATE_CLASSES),
    ("api", "        return DoorResource(self)\n", GATE_ATTRIBUTE.format("")),
    ("api", "        return AsyncDoorResource(self)\n", GATE_ATTRIBUTE.format("Async")),
)
LOG: Final = edited(
    (
        "resources/door",
        "self._send(_search(body))\n",
        "self._send(_search(body))\n\n    def log(self, limit: int = 1) -> None: ...\n",
    )
)
AWAITED_LOG: Final = {
    p: text.replace("    def log", "    async def log") for p, text in LOG.items()
}
DEFINED: Final = "@define(kw_only=True, repr=False, weakref_slot=False)\nclass DoorEvent"
BODY: Final = "body: DoorUpdate, *, force: bool | None = None"
ID: Final = "get(self, door_id: int"
NAME: Final = "name: str | Unset"
WEIGHT: Final = "weight: int | Unset"
LOCK: Final = "lock: int | Unset = field(default=UNSET, repr=False)"

EXAMPLES: Final = (
    # Classes
    Example("name-added", "nuki.web.Extra", EXTRA),
    Example("name-removed", "nuki.web.Extra", DOORS, old=EXTRA),
    Example("name-renamed", "nuki.web.DoorState", MOOD),
    Example("name-replaced", "nuki.web.DoorState", KEPT_MOOD),
    enum("class-changed", "DoorState", "OpenIntEnum", "OpenFlag"),
    enum("name-added", "DoorState.AJAR", "", "    AJAR = 2\n"),
    enum("name-removed", "DoorState.CLOSED", "    CLOSED = 1\n", ""),
    enum("name-renamed", "DoorState.CLOSED", "CLOSED", "SHUT"),
    enum("member-changed", "DoorState.CLOSED", "CLOSED = 1", "CLOSED = 7"),
    model("name-added", "DoorUpdate.by", "    lock:", "    by: str | Unset = UNSET\n    lock:"),
    model("name-added-required", "DoorUpdate.by", "    lock:", "    by: str\n    lock:", REQUEST),
    model("name-added-required", "DoorEvent.by", "    event:", "    by: str\n    event:", ANSWER),
    model("name-removed", "DoorEvent.event", "    event: str\n", ""),
    model("name-became-required", "DoorUpdate.lock", LOCK, "lock: int", REQUEST),
    model("name-became-required", "Door.weight", f"{WEIGHT} = UNSET", "weight: int", ANSWER),
    model("name-became-optional", "DoorUpdate.name", "name: str", f"{NAME} = UNSET", REQUEST),
    model("constructor-changed", "DoorEvent", DEFINED, DEFINED.replace("kw_only=True, ", "")),
    # Methods
    Example("name-added", "web.gate", GATE),
    Example("name-removed", "web.gate", DOORS, old=GATE),
    Example("name-added", "web.door.log", LOG),
    Example("name-removed", "web.door.log", DOORS, old=LOG),
    Example("name-renamed", "web.door.get", edited(*READ)),
    Example("name-replaced", "web.door.get", KEPT_GET),
    Example("method-changed", "web.door.log", AWAITED_LOG, old=LOG),
    method("name-added", "update(at)", BODY, f"{BODY}, at: int | None = None"),
    method("name-added-required", "update(at)", BODY, f"{BODY}, at: int"),
    method("name-removed", "update(force)", BODY, "body: DoorUpdate"),
    method("name-became-required", "update(force)", BODY, BODY.replace(" | None = None", "")),
    method("name-became-optional", "search(body)", "DoorSearch)", "DoorSearch | None = None)"),
    method(
        "parameter-moved", "update(body)", BODY, "*, body: DoorUpdate, force: bool | None = None"
    ),
    method("default-changed", "update(force)", "= None)", "= True)"),
    # Types
    model("type-changed", "DoorUpdate.lock", LOCK, LOCK.replace("int", "str"), REQUEST),
    model("type-changed", "Door.weight", "weight: int", "weight: str", ANSWER),
    model("type-widened", "DoorUpdate.name", "name: str", "name: str | None", REQUEST),
    model("type-widened", "Door.weight", "weight: int", "weight: int | None", ANSWER),
    model("type-narrowed", "DoorUpdate.lock", LOCK, LOCK.replace("int", "bool"), REQUEST),
    model("type-narrowed", "Door.weight", "weight: int", "weight: bool", ANSWER),
    method("type-widened", "get(door_id)", ID, ID.replace("int", "float"), REQUEST),
    method("type-changed", "get", "-> Door:", "-> DoorEvent:", ANSWER),
    # The rest
    Example("name-added", "nuki.web.LIMIT", LIMIT),
    Example("name-removed", "nuki.web.LIMIT", DOORS, old=LIMIT),
    method("operation-changed", "get", '("door",), _get', '("door", "gate"), _get'),
    Example("api-version-changed", "nuki.web.API_VERSION", edited(("__init__", "1.0", "1.1"))),
    model("text-changed", "Door", "Whether it is open.", "Whether it is ajar."),
    model("code-changed", "models.door", "= members(", "= tuple("),
)
