"""Names that were replaced and are kept for one more minor release, as overlays give them."""

from __future__ import annotations

import builtins
import re
from dataclasses import dataclass
from keyword import iskeyword
from typing import TYPE_CHECKING, Final

from generator.load.problems import GeneratorFailure, Problem, collected
from generator.load.references import pointer
from generator.load.semver import Version

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from generator.load.documents import Json

EXTENSION: Final = "x-nuki-former-names"


@dataclass(frozen=True, slots=True)
class Style:
    """How names of one kind are written, and which of them the generated code needs itself."""

    pattern: re.Pattern[str]
    needed: frozenset[str]
    todo: str


METHODS: Final = Style(
    re.compile(r"[a-z][a-z0-9_]*"),
    frozenset({"bool", "builtins", "datetime", "deprecated", "dict", "float", "int", "str"}),
    "write the method's name in snake_case",
)
CLASSES: Final = Style(
    re.compile(r"[A-Z][A-Za-z0-9]*_?"),
    frozenset({*dir(builtins), "TypeAlias"}),
    "write the name of the class in CapWords",
)


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that another one replaced in version ``since``; ``where`` is its JSON pointer."""

    name: str
    since: Version
    where: str

    def is_overdue(self, version: Version) -> bool:
        """Whether a minor release that had the name is behind this version."""
        return (version.major, version.minor) > (self.since.major, self.since.minor)


def former_names(
    members: Mapping[str, Json], path: tuple[str, ...], style: Style
) -> tuple[FormerName, ...]:
    """The former names of the operation or schema at this path.

    Raises:
        GeneratorFailure: They are not written as they must be; every such entry is one problem.
    """
    place = (*path, EXTENSION)
    entries = members.get(EXTENSION, [])
    if not isinstance(entries, list):
        what, todo = "must be an array", 'write [{name: OldName, since: "0.3.0"}]'
        raise GeneratorFailure([Problem(pointer(place), what, todo)])
    found: list[FormerName] = []
    problems: list[Problem] = []
    for index, entry in enumerate(entries):
        where = pointer((*place, index))
        if not isinstance(entry, dict) or entry.keys() != {"name", "since"}:
            what = f"{entry!r} does not say which name was replaced in which version"
            problems.append(Problem(where, what, 'write {name: OldName, since: "0.3.0"}'))
            continue
        name = entry["name"]
        if not isinstance(name, str) or not style.pattern.fullmatch(name):
            problems.append(Problem(where, f"{name!r} cannot be a former name", style.todo))
        elif iskeyword(name) or name in style.needed:
            what = f"{name!r} has another meaning in the generated code"
            problems.append(Problem(where, what, "leave it out"))
        else:
            try:
                found.append(FormerName(name, Version.parse(str(entry["since"])), where))
            except ValueError as error:
                todo = "give the version of the SDK in which the name was replaced"
                problems.append(Problem(where, str(error), todo))
    if problems:
        raise GeneratorFailure(problems)
    return tuple(found)


def check_free(former: Iterable[FormerName], taken: Collection[str]) -> None:
    """Each former name is nobody's name today, and given once.

    Raises:
        GeneratorFailure: Some are not; every one is a problem.
    """
    first: dict[str, str] = {}
    problems: list[Problem] = []
    for each in former:
        if each.name in taken:
            what, todo = f"{each.name!r} is a name in use", "delete it, or rename what has it now"
            problems.append(Problem(each.where, what, todo))
        elif first.setdefault(each.name, each.where) != each.where:
            what = f"{each.name!r} stands at {first[each.name]} already"
            problems.append(Problem(each.where, what, "delete one of the two"))
    if problems:
        raise GeneratorFailure(problems)


def former_classes(
    schemas: Mapping[str, Mapping[str, Json]], classes: Mapping[str, str], taken: Collection[str]
) -> dict[FormerName, str]:
    """The former names of all classes, each with the name of today.

    Args:
        schemas: the component schemas.
        classes: the name of the class of each schema that has one.
        taken: every public name of the API.

    Raises:
        GeneratorFailure: Former names that cannot be kept; all of them are named.
    """

    def read(schema: str) -> dict[FormerName, str]:
        path = ("components", "schemas", schema)
        if schema not in classes:
            what = "it is no model, enum or set of flags, so it has had no name in Python"
            raise GeneratorFailure([Problem(pointer((*path, EXTENSION)), what, "delete it")])
        return dict.fromkeys(former_names(schemas[schema], path, CLASSES), classes[schema])

    having = [name for name, members in schemas.items() if EXTENSION in members]
    found = {each: new for names in collected(read, having) for each, new in names.items()}
    check_free(found, taken)
    return found


def overdue_names(document: Mapping[str, Json], version: Version) -> Iterator[Problem]:
    """Former names that have been kept for their minor release, and those not written right."""
    components = dict(_members(document.get("components")))
    holders = [
        (("paths", path, method), operation, METHODS)
        for path, item in _members(document.get("paths"))
        for method, operation in _members(item)
    ] + [
        (("components", "schemas", name), schema, CLASSES)
        for name, schema in _members(components.get("schemas"))
    ]
    for path, members, style in holders:
        try:
            found = former_names(members, path, style) if isinstance(members, dict) else ()
        except GeneratorFailure as failure:
            yield from failure.problems
            continue
        for each in found:
            if each.is_overdue(version):
                what = f"{each.name!r}, replaced in {each.since}, was kept for one minor release"
                yield Problem(each.where, what, "delete it, in a release that may break")


def _members(value: Json) -> Iterable[tuple[str, Json]]:
    return value.items() if isinstance(value, dict) else ()
