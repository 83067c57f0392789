"""The public API of a generated package, which griffe reads from its text; nothing is imported."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import griffe

from generator.load.problems import GeneratorFailure, Problem, collected

from .annotations import mentioned, parsed
from .rules import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .annotations import Type

_MODULE: Final = re.compile(r"nuki_generated/(\w+)/(?:.+/)?\w+\.py")
_TODO: Final = "compare packages that this generator wrote"
_CALLED: Final = ("init", "kw_only")
"""Arguments of attrs' decorator that say how a class is called."""
_ROW: Final = (
    *("method", "path", "resource", "name", "parameters", "body", "responses", "scopes"),
    "request",
)
"""The parameters of nuki_core.request.Operation that are given by position, in order."""

Directions = tuple[Direction, ...]
Row = dict[str, tuple[str, ...]]
"""One operation of ``OPERATIONS``, as source, by what it says: ``path``, ``scopes``, ``status 200``
(a type), ``parameter limit`` (wire name, location, required, type)."""


@dataclass(frozen=True, slots=True)
class Name:
    """One public name.

    Attributes:
        kind: ``class``, ``member`` (of an enum), ``field``, ``method`` (or property),
            ``resource``, ``parameter`` or ``constant``.
        parent: where the class, resource or method stands that it is part of.
        type: the annotation of a field or parameter; what a method returns; the class of a
            resource.
        default: source, ``None`` where there is none.
        value: the source of the value of a member or constant.
        bases: of a class, or of the class of a resource.
        declared: what decorators say of how a class, method or property is called.
        directions: whether callers give it, get it, or both.
    """

    kind: str
    parent: str = ""
    type: Type = ()
    default: str | None = None
    value: str = ""
    bases: str = ""
    declared: str = ""
    doc: str = ""
    directions: Directions = ()
    is_deprecated: bool = False
    is_positional: bool = False


Names = dict[str, Name]


@dataclass(frozen=True, slots=True)
class PublicApi:
    """The public names of one API, by what users write.

    ``names`` are those to import: ``nuki.web.Door.state``. ``clients`` are those of the synchronous
    client and of the asynchronous one: ``web.door.get(door_id)``. ``former`` maps deprecated names
    of classes to present ones, ``operations`` methods to rows of ``OPERATIONS``, ``modules`` names
    to source.
    """

    names: Names = field(default_factory=Names)
    clients: tuple[Names, Names] = field(default_factory=lambda: (Names(), Names()))
    former: Mapping[str, str] = field(default_factory=dict[str, str])
    operations: Mapping[str, Row] = field(default_factory=dict[str, Row])
    modules: Mapping[str, str] = field(default_factory=dict[str, str])


def public_apis(texts: Mapping[str, str]) -> dict[str, PublicApi]:
    """The public names of each API, from the text of every module by its path.

    Paths begin with ``nuki_generated/``; other files are left aside.

    Raises:
        GeneratorFailure: These are no packages of ours: there is none, a module is not Python, or
            a name in ``__all__`` is defined nowhere.
    """
    apis: dict[str, dict[str, str]] = {}
    for path, text in sorted(texts.items()):
        if found := _MODULE.fullmatch(path):
            apis.setdefault(found[1], {})[path] = text
    if not apis:
        raise GeneratorFailure([Problem("nuki_generated", "holds no package of an API", _TODO)])
    return dict(collected(_public_api, apis.items()))


def _public_api(item: tuple[str, dict[str, str]]) -> tuple[str, PublicApi]:
    api, texts = item
    modules = dict(collected(_module, texts.items()))
    own = _values(modules[f"nuki.{api}"]) if f"nuki.{api}" in modules else {}
    exported = own.get("__all__")
    init = f"nuki_generated/{api}/__init__.py"
    if not isinstance(exported, griffe.ExprList):
        raise GeneratorFailure([Problem(init, "lists no public names in __all__", _TODO)])
    outermost_last = sorted(modules, key=lambda name: (-name.count("."), name))
    defined = {
        n: each
        for name in outermost_last
        for n, each in modules[name].members.items()
        if not isinstance(each, griffe.Alias)
    }
    public = sorted({_text(each) for each in exported.elements})
    classes = {n: e for n in public if isinstance(e := defined.get(n), griffe.Class)}
    constants = {n: e for n in public if isinstance(e := defined.get(n), griffe.Attribute)}
    if unknown := [n for n in public if n not in {**classes, **constants} or n[:1] == "_"]:
        what = "exports {!r}, which no module defines"
        raise GeneratorFailure(Problem(init, what.format(n[:80]), _TODO) for n in unknown)
    names, clients = _names(api, classes)
    names |= {
        f"nuki.{api}.{n}": Name("constant", value=_text(e.value)) for n, e in constants.items()
    }
    operations = dict(_rows(api, modules.values()))
    sources = {name: texts[str(module.filepath)] for name, module in modules.items()}
    return api, PublicApi(
        names, clients, dict(_items(own.get("_FORMER_NAMES"))), operations, sources
    )


@lru_cache(maxsize=512)
def _module(item: tuple[str, str]) -> tuple[str, griffe.Module]:
    # Packages that are compared have most modules in common, and reading all takes half a second.
    path, text = item
    name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    name = name.replace("nuki_generated", "nuki", 1)
    try:
        return name, griffe.visit(name, Path(path), text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = f" in line {error.lineno}" if isinstance(error, SyntaxError) else ""
        raise GeneratorFailure([Problem(path, f"is not Python{line}", _TODO)]) from error


def _names(api: str, classes: Mapping[str, griffe.Class]) -> tuple[Names, tuple[Names, Names]]:
    """The names in classes; those of resources by the attributes of the clients."""
    attributes = {
        (client, name): classes[target]
        for client, each in classes.items()
        if each.module.path == f"nuki.{api}.api"
        for name, member in each.members.items()
        if (target := _annotation(member)) in classes
    }
    resources = {each.name: each for each in attributes.values()}
    directions = _directions(classes, resources.values())
    names: Names = {}
    for name in classes.keys() - resources:
        each, where = classes[name], f"nuki.{api}.{name}"
        bases, declared = ", ".join(map(str, each.bases)), ", ".join(_called(each))
        doc, known = _doc(each), directions[name]
        names[where] = Name("class", bases=bases, declared=declared, doc=doc, directions=known)
        own = (m for m in each.members.values() if (name, m.name) not in attributes)
        names |= _members(where, own, known)
    clients: tuple[Names, Names] = ({}, {})
    for (client, name), each in attributes.items():
        where, attribute = f"{api}.{name}", classes[client].members[name]
        clients[client.startswith("Async")].update(
            {
                where: Name(
                    "resource",
                    type=parsed(each.name.removeprefix("Async")),
                    bases=", ".join(map(str, each.bases)),
                    declared=_declared(attribute),
                    doc=f"{_doc(attribute)}\n{_doc(each)}",
                ),
                **_members(where, each.members.values(), ()),
            }
        )
    return names, clients


def _members(
    where: str, members: Iterable[griffe.Object | griffe.Alias], directions: Directions
) -> Names:
    found: Names = {}
    for each in members:
        place = f"{where}.{each.name}"
        if each.name.startswith("_") or isinstance(each, griffe.Alias):
            continue
        if isinstance(each, griffe.Function) or "property" in each.labels:
            found[place] = Name(
                "method",
                where,
                parsed(_annotation(each) or "Any"),
                declared=_declared(each),
                doc=_doc(each),
                directions=(Direction.ANSWER,),
                is_deprecated=any("deprecated" in name for name in _decorators(each)),
            )
            found |= _parameters(place, each)
        elif isinstance(each, griffe.Attribute):
            if each.annotation is None:
                found[place] = Name("member", where, value=_text(each.value))
            elif "instance-attribute" in each.labels:  # no ClassVar, which says what code needs
                kind, default = parsed(str(each.annotation)), _default(each.value)
                found[place] = Name(
                    "field", where, kind, default, doc=_doc(each), directions=directions
                )
    return found


def _parameters(where: str, method: griffe.Object) -> Names:
    parameters = list(method.parameters) if isinstance(method, griffe.Function) else []
    if "staticmethod" not in _decorators(method):
        del parameters[:1]
    stars = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}
    return {
        f"{where}({name})": Name(
            "parameter",
            where,
            parsed(str(each.annotation or "Any")),
            None if each.default is None else str(each.default),
            directions=(Direction.REQUEST,),
            is_positional=each.kind is griffe.ParameterKind.positional_or_keyword,
        )
        for each in parameters
        for name in [stars.get(each.kind, "") + each.name]
    }


def _directions(
    classes: Mapping[str, griffe.Class], resources: Iterable[griffe.Class]
) -> dict[str, Directions]:
    """Whether instances of each class are given to a method, or come out of one, or both."""
    found: dict[str, Directions] = dict.fromkeys(classes, ())
    signatures = [_members(each.name, each.members.values(), ()).values() for each in resources]
    fields = {n: _members(n, each.members.values(), ()).values() for n, each in classes.items()}
    for direction, kind in ((Direction.REQUEST, "parameter"), (Direction.ANSWER, "method")):
        pending = [each.type for names in signatures for each in names if each.kind == kind]
        while pending:
            for name in mentioned(pending.pop()):
                if name in found and direction not in found[name]:
                    found[name] = (*found[name], direction)
                    pending += [each.type for each in fields[name] if each.kind == "field"]
    # What no method gives or takes comes in webhooks.
    return {name: known or (Direction.ANSWER,) for name, known in found.items()}


def _rows(api: str, modules: Iterable[griffe.Module]) -> Iterator[tuple[str, Row]]:
    for module in modules:
        values = _values(module)
        table = values.get("OPERATIONS")
        for name in table.elements if isinstance(table, griffe.ExprTuple) else ():
            call = values.get(str(name))
            if isinstance(call, griffe.ExprCall) and str(call.function) == "Operation":
                row = dict(zip(_ROW, call.arguments, strict=False)) | _keywords(call)
                place = f"{api}.{_text(row.get('resource'))}.{_text(row.get('name'))}"
                yield place, dict(_facts(row))


def _facts(row: Mapping[str, griffe.Expr | str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, value in row.items():
        if key == "parameters":
            for each in value.elements if isinstance(value, griffe.ExprTuple) else ():
                if isinstance(each, griffe.ExprCall):
                    name, *rest = map(_text, each.arguments)
                    yield f"parameter {name}", tuple(rest)
        elif key == "responses":
            yield from ((f"status {status}", (kind,)) for status, kind in _items(value))
        elif key not in {"resource", "name", "request"}:
            yield key, (_text(value) if key == "body" else str(value),)


def _values(module: griffe.Module) -> dict[str, griffe.Expr | str | None]:
    """What a module assigns to names; what it imports is none of its own."""
    members = module.members.items()
    return {name: each.value for name, each in members if isinstance(each, griffe.Attribute)}


def _keywords(call: griffe.Expr) -> dict[str, griffe.Expr | str]:
    given = call.arguments if isinstance(call, griffe.ExprCall) else []
    return {each.name: each.value for each in given if isinstance(each, griffe.ExprKeyword)}


def _items(value: griffe.Expr | str | None) -> Iterator[tuple[str, str]]:
    if isinstance(value, griffe.ExprDict):
        for key, each in zip(value.keys, value.values, strict=True):
            yield _text(key), _text(each)


def _text(value: griffe.Expr | str | None) -> str:
    """The source of an expression; of a string what it says."""
    source = "" if value is None else str(value)
    is_string = isinstance(value, str) and source[:1] in {"'", '"'}
    return str(ast.literal_eval(source)) if is_string else source


def _default(value: griffe.Expr | str | None) -> str | None:
    """The source of a field's default, which a call of ``field`` may hold."""
    if isinstance(value, griffe.ExprCall) and str(value.function) == "field":
        keywords = _keywords(value)
        value = keywords.get("default") or keywords.get("factory")
    return None if value is None else str(value)


def _annotation(member: griffe.Object | griffe.Alias) -> str:
    found = member.returns if isinstance(member, griffe.Function) else None
    found = member.annotation if isinstance(member, griffe.Attribute) else found
    return "" if found is None else str(found)


def _decorators(each: griffe.Object) -> list[str]:
    found = each.decorators if isinstance(each, griffe.Function | griffe.Class) else []
    return [
        str(d.value.function if isinstance(d.value, griffe.ExprCall) else d.value) for d in found
    ]


def _declared(each: griffe.Object | griffe.Alias) -> str:
    """How a method or a property is declared: ``async def``, ``cached_property``, ``def``."""
    if "property" in each.labels:
        return "cached_property" if "cached" in each.labels else "property"
    found = [d for d in _decorators(each) if "deprecated" not in d]  # type: ignore[arg-type]
    return " ".join([*found, *(["async"] if "async" in each.labels else [])]) or "def"


def _called(each: griffe.Class) -> Iterator[str]:
    """The decorators of a class, as far as they say how it is called."""
    for decorator in each.decorators:
        keywords = (
            _keywords(decorator.value) if isinstance(decorator.value, griffe.ExprCall) else {}
        )
        yield str(getattr(decorator.value, "function", decorator.value))
        yield from (f"{name}={keywords[name]}" for name in _CALLED if name in keywords)


def _doc(each: griffe.Object | griffe.Alias) -> str:
    return each.docstring.value if each.docstring else ""
