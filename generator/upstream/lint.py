"""What is not wrong but unfinished: codes without an enum, enums without a name, overlays.

Beside that, what an operation that upstream added or removed leaves to do. It fails nothing, so
that a new document can be released before anyone has come round to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.emit.former_names import overdue_names
from generator.emit.names import unnamed_operations
from generator.emit.prune import prune
from generator.load.problems import Problem
from generator.load.references import at, pointer, target
from generator.upstream.codes import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.load.documents import Json
    from generator.load.semver import Version

    Path = tuple[str | int, ...]

OVERLAY_NAME: Final = re.compile(r"(?P<number>\d{3})-[a-z0-9]+(-[a-z0-9]+)*\.overlay\.yaml")
"""What the file of an overlay is called; its number says when it is applied."""
_MARKS: Final = ("x-nuki-flags", "x-nuki-type", "x-nuki-by-device-type", "x-enum-varnames")
_LITERAL: Final = ("example", "examples", "default", "enum", "const")
_NAME_MAPS: Final = (
    *("properties", "patternProperties", "dependentSchemas", "$defs", "paths", "webhooks"),
    *("schemas", "parameters", "responses", "headers", "requestBodies", "pathItems", "content"),
)
_NO_FLAG: Final = 0


def lint(
    document: dict[str, Json],
    overlay_files: Iterable[str] = (),
    overlay_problems: Iterable[Problem] = (),
    version: Version | None = None,
) -> tuple[Problem, ...]:
    """Everything that is unfinished in a description and its overlays; nothing for finished ones.

    Args:
        document: the OpenAPI 3.1 document after the overlays. Components that nothing uses are not
            looked at.
        overlay_files: the names of all files in the folder of its overlays.
        overlay_problems: what did not fit or had no effect when the overlays were applied.
        version: the project's; without it no former name is overdue.
    """
    used = prune(document)
    problems: list[Problem] = []
    for path, node in nodes(used):
        text = node.get("description")
        named = named_codes(text) if isinstance(text, str) else 0
        found = list(leaves(used, node)) if named > 1 else []
        bare = [leaf.get("type") for leaf in found if not is_marked(leaf)]
        is_integer = any("integer" in (kind if isinstance(kind, list) else [kind]) for kind in bare)
        if is_integer and not any(map(is_marked, found)):
            what = f"names {named} integer codes in prose, without an enum"
            todo = "add a component with enum and x-enum-varnames in an overlay, and refer to it"
            problems.append(Problem(pointer(path), what, todo))
        is_component = path[:2] == ("components", "schemas") and len(path[2:]) == 1
        values = node.get("enum")
        texts = isinstance(values, list) and any(isinstance(value, str) for value in values)
        is_enum = texts or "x-enum-varnames" in node or "x-nuki-flags" in node
        if is_enum and not is_component:
            todo = "move it to a component in an overlay, and refer to it"
            problems.append(Problem(pointer(path), "an enum without a name of its own", todo))
    problems += overdue_names(used, version) if version else ()
    return (*problems, *unused_overlays(overlay_files, overlay_problems))


def left_to_do(
    document: dict[str, Json], operations: Iterable[str], cassettes: Iterable[str]
) -> tuple[Problem, ...]:
    """What operations still lack, and what is left of those that are gone.

    Args:
        document: the OpenAPI 3.1 document after the overlays, before operations are named by rule.
        operations: those of the generated package: ``smartlock_auth.list``.
        cassettes: the names of the cassettes of the API: ``smartlock_auth.list.yaml``, or with the
            status of an error ``smartlock_auth.list.401.yaml``.
    """
    known, recorded = set(operations), {".".join(name.split(".")[:2]) for name in cassettes}
    missing = "has no cassette, and the simulator may not know it (it answers 501 then)"
    unnamed = "no overlay names this operation; its name is made by rule"
    return (
        *(Problem(where, unnamed, "add x-nuki-name") for where in unnamed_operations(document)),
        *(
            Problem(name, missing, "teach the simulator to answer it, then `make cassettes`")
            for name in sorted(known - recorded)
        ),
        *(
            Problem(name, "has cassettes, and is no operation any more", "delete them")
            for name in sorted(recorded - known)
        ),
    )


def unused_overlays(names: Iterable[str], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Files of a folder that the build passes over, and what did not fit of those it applies."""
    first: dict[str, str] = {}
    found: list[Problem] = []
    for name in sorted(names):
        match = OVERLAY_NAME.fullmatch(name)
        if match is None:
            found.append(Problem(name, "is not applied", "call it NNN-slug.overlay.yaml"))
        elif (other := first.setdefault(match["number"], name)) != name:
            found.append(
                Problem(name, f"has the number of {other}", "give each overlay its own number")
            )
    return (*found, *problems)


def named_codes(text: str) -> int:
    """How many codes a text gives a meaning to: ``0 .. ok, 1 .. missing`` are two."""
    return len(codes(text))


def uncovered_codes(described: dict[str, Json], corrected: dict[str, Json]) -> Iterator[Problem]:
    """The codes without a member of their own, where their enum is one that overlays made.

    Args:
        described: the OpenAPI 3 document before its overlays, with the vendor's texts.
        corrected: the same document after them.
    """
    for path, node in nodes(described):
        text, place = node.get("description"), list(path)
        if place[:2] == ["components", "schemas"]:  # there, names of schemas have lost their dots
            place[2:3] = [str(name).replace(".", "") for name in place[2:3]]
        schema = at(corrected, place)
        known = _values(corrected, schema) if isinstance(schema, dict) else set()
        named = dict(codes(text)) if isinstance(text, str) and known else {}
        for code, meaning in named.items():
            if isinstance(code, int) and code not in known:
                what = f"names the code {code} ({meaning:.60}), which no enum there holds"
                yield Problem(pointer(path), what, "add it to the enum in an overlay")


def _values(document: dict[str, Json], node: dict[str, Json]) -> set[Json]:
    """The values that the enums and flags of a schema, or of what it refers to, give names to."""
    found: set[Json] = set()
    for leaf in leaves(document, node):
        choices = leaf.get("anyOf") if "x-nuki-by-device-type" in leaf else None
        for choice in choices if isinstance(choices, list) else ():
            found |= _values(document, choice) if isinstance(choice, dict) else set()
        flags, values = leaf.get("x-nuki-flags"), leaf.get("enum")
        named = values if isinstance(values, list) and "x-enum-varnames" in leaf else []
        named = [_NO_FLAG, *flags.values()] if isinstance(flags, dict) else named
        found |= {value for value in named if isinstance(value, int)}
    return found


def nodes(
    value: Json, path: Path = (), *, named: bool = False
) -> Iterator[tuple[Path, dict[str, Json]]]:
    """Every object that may be a schema or hold one, with its path, in document order."""
    if isinstance(value, list):
        for index, element in enumerate(value):
            yield from nodes(element, (*path, index))
    elif isinstance(value, dict):
        if not named:
            yield path, value
        for key, member in value.items():
            if named or (key not in _LITERAL and not key.startswith("x-")):
                names = not named and key in _NAME_MAPS
                yield from nodes(member, (*path, key), named=names)


def leaves(
    document: dict[str, Json], node: dict[str, Json], seen: tuple[str, ...] = ()
) -> Iterator[dict[str, Json]]:
    """The schemas of single values that a schema, or the holder of one, comes down to."""
    if is_marked(node):
        yield node
        return
    reference = node.get("$ref")
    if isinstance(reference, str) and reference not in seen:
        inner, seen = [target(document, reference)], (*seen, reference)
    else:
        choices = [node.get(keyword) for keyword in ("anyOf", "oneOf", "allOf")]
        inner = [each for listed in choices if isinstance(listed, list) for each in listed]
        inner = [node.get("schema"), node.get("items"), *inner]
        yield node
    for each in inner:
        if isinstance(each, dict):
            yield from leaves(document, each, seen)


def is_marked(node: dict[str, Json]) -> bool:
    """Whether an overlay has said what the values of a schema mean."""
    return any(mark in node for mark in _MARKS)
