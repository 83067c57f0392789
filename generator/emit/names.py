"""Names of operations: given by our overlays, by rule where no overlay has named one yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from keyword import iskeyword
from typing import TYPE_CHECKING, Final

from generator.convert.paths import METHODS
from generator.emit.former_names import EXTENSION as FORMER_NAMES
from generator.load.problems import GeneratorFailure, Problem
from generator.load.references import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.load.documents import Json

DEFAULT_TAG: Final = "Default"
"""The tag of an operation that has none."""

CLIENT_NAMES: Final = frozenset(
    {
        *("aclose", "base_url", "cached_property", "clock", "clock_offset", "close", "exchange"),
        *("retry_policy", "scheme", "send", "warm_up", "with_options"),
    }
)
"""What a client has beside its resources."""
_NEEDED: Final = frozenset(
    {"bool", "builtins", "bytes", "datetime", "deprecated", "dict", "float", "int", "operations"}
) | {"str"}
"""What generated resources call by that name themselves."""
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")
_PARAMETER: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class _Operation:
    """An operation of a document, in place: ``members`` is its object itself."""

    path: str
    method: str
    members: dict[str, Json]

    @property
    def pointer(self) -> str:
        return pointer(("paths", self.path, self.method))

    @property
    def is_named(self) -> bool:
        return "x-nuki-name" in self.members

    @property
    def tag(self) -> str:
        """The first tag, which decides on the resource, or the default one."""
        tags = self.members.get("tags") or [DEFAULT_TAG]
        first = tags[0] if isinstance(tags, list) else None
        return first if isinstance(first, str) else ""

    @property
    def former_names(self) -> list[Json]:
        """The names that its method had before, as far as they can be read."""
        entries = self.members.get(FORMER_NAMES)
        found = entries if isinstance(entries, list) else []
        return [entry.get("name") for entry in found if isinstance(entry, dict)]

    def rank(self) -> tuple[bool, int, str, str]:
        """Names given first; then short paths before long ones, which have more nouns to use."""
        return not self.is_named, self.path.count("/"), self.path, self.method

    def names_by_rule(self) -> list[str]:
        """Names to choose from, best first."""
        parts = self.path.split("/")
        nouns = [noun for part in parts if (noun := snake_case(_PARAMETER.sub("", part)))]
        words = [word for name in _PARAMETER.findall(self.path) if (word := snake_case(name))]
        starts = reversed(range(len(nouns)))
        by_noun = [[self.method, *nouns[start:]] for start in starts] or [[self.method]]
        by_word = [[*by_noun[-1], "by", *words[start:]] for start in reversed(range(len(words)))]
        return ["_".join(parts) for parts in (*by_noun, *by_word)]

    def operation_id(self, name: str) -> str:
        return f"{resource_name(self.tag)}_{name}"


def snake_case(text: str) -> str:
    """The words of a text in lower case, joined by underscores: ``AdvancedApi`` is advanced_api."""
    return "_".join(word.lower() for word in _WORD.findall(text))


def resource_name(tag: str) -> str:
    """The resource of a tag, an attribute of the clients: of ``SmartlockAuth`` smartlock_auth.

    An underscore keeps it apart from what clients have beside resources and from keywords. One that
    begins with async loses one, to be no asynchronous twin of another resource.
    """
    name = snake_case(tag)
    if name.startswith("async_"):
        return name.replace("_", "", 1)
    return f"{name}_" if name in CLIENT_NAMES or iskeyword(name) else name


def name_operations(document: dict[str, Json]) -> dict[str, Json]:
    """Return a new document in which every operation below ``paths`` has a name and an operationId.

    The name is its ``x-nuki-name``; an operation without one gets a name by rule, stored there: the
    HTTP verb and the last noun of the path (``get_baz``); if that is taken, earlier nouns before
    it (``get_bars_baz``), then the path parameters after it (``get_bars_baz_by_id``). Names given
    come first, then short paths, so the order of the document decides nothing. A former name is
    given by rule to no other operation. The operationId is the first tag in snake_case and the
    name; an operation without a tag is given the tag ``Default``.

    Raises:
        GeneratorFailure: for names and tags that do not make a Python name, and for two operations
            with the same operationId.
    """
    # Of each operation, members are set; what is in them stays as it is.
    paths = document.get("paths")
    copied: dict[str, Json] = {
        path: {key: {**value} if isinstance(value, dict) else value for key, value in item.items()}
        if isinstance(item, dict)
        else item
        for path, item in (paths.items() if isinstance(paths, dict) else ())
    }
    result = {**document, "paths": copied} if isinstance(paths, dict) else document
    operations = sorted(_operations(result), key=_Operation.rank)
    taken: dict[str, _Operation] = {}
    former = {each.operation_id(str(name)) for each in operations for name in each.former_names}
    found = {each.pointer: list(_name(each, taken, former)) for each in operations}
    if problems := [each for operation in _operations(result) for each in found[operation.pointer]]:
        raise GeneratorFailure(problems)
    return result


def unnamed_operations(document: dict[str, Json]) -> tuple[str, ...]:
    """The JSON pointers of the operations that no overlay names, in document order."""
    return tuple(each.pointer for each in _operations(document) if not each.is_named)


def _operations(document: dict[str, Json]) -> Iterator[_Operation]:
    paths = document.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for method, members in item.items() if isinstance(item, dict) else ():
            if method in METHODS and isinstance(members, dict):
                yield _Operation(path, method, members)


def _name(
    operation: _Operation, taken: dict[str, _Operation], former: set[str]
) -> Iterator[Problem]:
    if not resource_name(operation.tag).isidentifier():
        yield Problem(
            f"{operation.pointer}/tags",
            f"the tag {operation.tag!r} does not make a Python name",
            "give the operation another first tag in an overlay",
        )
        return
    if not operation.is_named:
        names = operation.names_by_rule()
        free = (name for name in names if operation.operation_id(name) not in {*taken, *former})
        operation.members["x-nuki-name"] = next(free, names[-1])
    operation.members["tags"] = operation.members.get("tags") or [DEFAULT_TAG]
    name = operation.members["x-nuki-name"]
    where = f"{operation.pointer}/x-nuki-name"
    if (
        not isinstance(name, str)
        or not name.isidentifier()
        or iskeyword(name)
        or name.startswith("_")
        or name in _NEEDED
    ):
        yield Problem(
            where,
            f"{name!r} is not a public Python name",
            "use letters, digits and underscores, beginning with a letter, and no keyword",
        )
        return
    operation_id = operation.operation_id(name)
    if operation_id in taken:
        yield Problem(
            where,
            f"{operation_id!r} is also the operationId of {taken[operation_id].pointer}",
            "give one of the two another x-nuki-name in an overlay",
        )
    taken.setdefault(operation_id, operation)
    operation.members["operationId"] = operation_id
