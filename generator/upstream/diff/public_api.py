"""The public API of a generated package, which griffe reads from its text; nothing is imported."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import griffe

from generator.load.problems import GeneratorFailure, Problem, collected
from generator.load.references import reached

from .annotations import mentioned
from .rules import Direction, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_MODULE: Final = re.compile(r"nuki_generated/(\w+)/(?:.+/)?\w+\.py")
_TODO: Final = "compare packages that this generator wrote"
_ROW: Final = ("method", "path", "resource", "name", "parameters", "body", "responses", "scopes")
"""The parameters of nuki_core.request.Operation that are given by position, in order."""
_SHOWN: Final = frozenset({"resource", "name", "body", "request"})
"""Those that the name and the signature of the method show too."""

_EITHER_WAY: Final = griffe.ParameterKind.positional_or_keyword
_STARS: Final = {
    griffe.ParameterKind.var_positional: "*",
    griffe.ParameterKind.var_keyword: "**",
}
_OPTIONS: Final = ("init", "kw_only")
"""Keyword arguments of decorators that say how a class is called."""

Value: TypeAlias = "griffe.Expr | str | None"
Member: TypeAlias = "griffe.Object | griffe.Alias"


@dataclass(frozen=True, slots=True)
class Name:
    """One public name.

    Attributes:
        place: what users write: ``nuki.web.Door.state``, ``web.door.get(door_id)``.
        kind: ``class``, ``member`` (of an enum), ``field``, ``method`` (or property),
            ``resource``, ``parameter`` or ``constant``.
        parent: where the class, resource or method stands that it is part of.
        type: the annotation of a field or parameter; what a method returns; the class of a
            resource.
        default: source, ``None`` where there is none.
        value: the source of the value of a member or constant; what a deprecated name of a class
            stands for.
        bases: of a class, or of the class of a resource.
        declared: what decorators say of how a class, method or property is called.
        directions: whether callers give it, get it, or both.
        positional: of a method, its parameters that can be given by position.
    """

    place: str
    kind: str
    parent: str = ""
    type: str = ""
    default: str | None = None
    value: str = ""
    bases: str = ""
    declared: str = ""
    doc: str = ""
    directions: tuple[Direction, ...] = ()
    is_deprecated: bool = False
    positional: tuple[str, ...] = ()

    @property
    def last(self) -> str:
        """The last part of its place."""
        return last_part(self.place)

    @property
    def label(self) -> str:
        """What sentences call it."""
        match self.kind:
            case "method":
                return f"method {quoted(f'{self.place}()')}"
            case "resource":
                return f"resource {quoted(self.place)}"
            case "parameter":
                return f"parameter {quoted(self.last)} of {quoted(f'{self.parent}()')}"
            case "member" | "field":
                return f"{self.kind} {quoted(self.last)} of {quoted(last_part(self.parent))}"
            case _:
                return f"{self.kind} {quoted(self.last)}"

    @property
    def required(self) -> str:
        """Whether callers must give a field or a parameter, in a word."""
        return "required" if self.default is None else "optional"


def last_part(place: str) -> str:
    """The last part of a place: of ``web.door.get(door_id)`` it is ``door_id``."""
    return place.rstrip(")").rpartition("(")[2].rpartition(".")[2]


Names: TypeAlias = dict[str, Name]


@dataclass(frozen=True, slots=True)
class PublicApi:
    """The public names of one API, by what users write.

    ``names`` are those to import: ``nuki.web.Door.state``. ``clients`` are those of the synchronous
    client and of the asynchronous one: ``web.door.get(door_id)``. ``operations`` maps methods to
    what ``OPERATIONS`` says of them beyond their signatures (``{"path": "'/door/{id}'",
    "parameter door_id": "'id' in 'path'"}``), and ``modules`` names to source.
    """

    names: Names = field(default_factory=Names)
    clients: tuple[Names, Names] = field(default_factory=lambda: (Names(), Names()))
    operations: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, dict[str, str]])
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
        name: each
        for module in outermost_last
        for name, each in modules[module].members.items()
        if not isinstance(each, griffe.Alias)
    }
    public = {name: defined.get(name) for name in sorted(map(_text, exported.elements))}
    classes = {name: each for name, each in public.items() if isinstance(each, griffe.Class)}
    names, clients = _names(api, classes)
    problems: list[Problem] = []
    for name, each in public.items():
        if isinstance(each, griffe.Attribute):
            names.append(Name(f"nuki.{api}.{name}", "constant", value=_text(each.value)))
        elif name not in classes or name[:1] == "_":
            what = f"exports {name[:80]!r}, which no module defines"
            problems.append(Problem(init, what, _TODO))
    if problems:
        raise GeneratorFailure(problems)
    former = own.get("_FORMER_NAMES")
    if isinstance(former, griffe.ExprDict):
        for key, value in zip(former.keys, former.values, strict=True):
            place = f"nuki.{api}.{_text(key)}"
            names.append(Name(place, "class", value=_text(value), is_deprecated=True))
    sync, not_sync = ({each.place: each for each in client} for client in clients)
    return api, PublicApi(
        {each.place: each for each in names},
        (sync, not_sync),
        dict(_operations(api, modules.values())),
        {name: texts[str(module.filepath)] for name, module in modules.items()},
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


def _names(
    api: str, classes: Mapping[str, griffe.Class]
) -> tuple[list[Name], tuple[list[Name], list[Name]]]:
    """The names in classes, and those of resources by the attributes of the two clients."""
    attributes = {
        (client.name, attribute.name): classes[resource]
        for client in classes.values()
        if client.module.path == f"nuki.{api}.api"
        for attribute in client.members.values()
        if (resource := _annotation(attribute)) in classes
    }
    clients: tuple[list[Name], list[Name]] = ([], [])
    for (client, name), each in attributes.items():
        attribute = classes[client].members[name]
        of_client = Name(
            f"{api}.{name}",
            "resource",
            type=each.name.removeprefix("Async"),
            bases=", ".join(map(str, each.bases)),
            declared=_declared(attribute),
            doc=f"{_doc(attribute)}\n{_doc(each)}",
        )
        clients[client.startswith("Async")].extend((of_client, *_members(of_client.place, each)))
    names: list[Name] = []
    resources = {each.name for each in attributes.values()}
    for name in (name for name in classes if name not in resources):
        each, place = classes[name], f"nuki.{api}.{name}"
        bases = ", ".join(map(str, each.bases))
        names.append(Name(place, "class", bases=bases, declared=_declared(each), doc=_doc(each)))
        own = {attribute for client, attribute in attributes if client == name}
        names += _members(place, each, without=own)
    return _directed(names, clients[0] + clients[1]), clients


def _members(where: str, of: griffe.Class, without: Collection[str] = ()) -> Iterator[Name]:
    for each in of.members.values():
        place, doc = f"{where}.{each.name}", _doc(each)
        if each.name.startswith("_") or each.name in without or isinstance(each, griffe.Alias):
            continue
        if isinstance(each, griffe.Function) or "property" in each.labels:
            parameters = list(each.parameters) if isinstance(each, griffe.Function) else []
            decorators = [name for name, _ in _decorators(each)]
            if "staticmethod" not in decorators:
                del parameters[:1]
            yield Name(
                place,
                "method",
                where,
                _annotation(each),
                declared=_declared(each),
                doc=doc,
                directions=(Direction.ANSWER,),
                is_deprecated=any("deprecated" in name for name in decorators),
                positional=tuple(p.name for p in parameters if p.kind is _EITHER_WAY),
            )
            for parameter in parameters:
                yield Name(
                    f"{place}({_STARS.get(parameter.kind, '')}{parameter.name})",
                    "parameter",
                    place,
                    _source(parameter.annotation),
                    None if parameter.default is None else str(parameter.default),
                    directions=(Direction.REQUEST,),
                )
        elif isinstance(each, griffe.Attribute):
            value = each.value
            if each.annotation is None:
                yield Name(place, "member", where, value=_text(value))
            elif "instance-attribute" in each.labels:  # no ClassVar, which says what code needs
                if isinstance(value, griffe.ExprCall) and str(value.function) == "field":
                    given = _keywords(value)
                    value = given.get("default") or given.get("factory")
                default = None if value is None else str(value)
                yield Name(place, "field", where, _annotation(each), default, doc=doc)


def _directed(names: Iterable[Name], signatures: Collection[Name]) -> list[Name]:
    """Fields with their directions: whether methods take their class, or give it, or both."""
    mentions: dict[str, list[str]] = {}
    for each in names:
        if each.kind == "field":
            mentions.setdefault(last_part(each.parent), []).extend(mentioned(each.type))

    def used(kind: str) -> set[str]:
        starts = [name for each in signatures if each.kind == kind for name in mentioned(each.type)]
        return reached(starts, lambda name: mentions.get(name, []))

    ways = (Direction.REQUEST, used("parameter")), (Direction.ANSWER, used("method"))
    directed: list[Name] = []
    for each in names:
        found = tuple(way for way, classes in ways if last_part(each.parent) in classes)
        # What no method gives or takes comes in webhooks.
        of_field = replace(each, directions=found or (Direction.ANSWER,))
        directed.append(of_field if each.kind == "field" else each)
    return directed


def _operations(api: str, modules: Iterable[griffe.Module]) -> Iterator[tuple[str, dict[str, str]]]:
    for module in modules:
        values = _values(module)
        table = values.get("OPERATIONS")
        for name in table.elements if isinstance(table, griffe.ExprTuple) else ():
            call = values.get(str(name))
            if not isinstance(call, griffe.ExprCall) or str(call.function) != "Operation":
                continue
            row = dict(zip(_ROW, call.arguments, strict=False)) | _keywords(call)
            parameters, answers = row.pop("parameters", None), row.pop("responses", None)
            facts = {key: str(value) for key, value in row.items() if key not in _SHOWN}
            if isinstance(answers, griffe.ExprDict):
                facts["answers"] = ", ".join(map(str, answers.keys))
            for each in parameters.elements if isinstance(parameters, griffe.ExprTuple) else ():
                if isinstance(each, griffe.ExprCall):
                    named, wire_name, location, *_ = map(str, each.arguments)
                    facts[f"parameter {_text(named)}"] = f"{wire_name} in {location}"
            yield f"{api}.{_text(row.get('resource'))}.{_text(row.get('name'))}", facts


def _values(module: griffe.Module) -> dict[str, Value]:
    """What a module assigns to names; what it imports is none of its own."""
    members = module.members.items()
    return {name: each.value for name, each in members if isinstance(each, griffe.Attribute)}


def _keywords(value: Value) -> dict[str, griffe.Expr | str]:
    given = value.arguments if isinstance(value, griffe.ExprCall) else []
    return {each.name: each.value for each in given if isinstance(each, griffe.ExprKeyword)}


def _text(value: Value) -> str:
    """The source of an expression; of a string what it says."""
    source = "" if value is None else str(value)
    is_string = isinstance(value, str) and source[:1] in {"'", '"'}
    return str(ast.literal_eval(source)) if is_string else source


def _annotation(member: Member) -> str:
    """What a function returns, or an attribute or a property is."""
    if isinstance(member, griffe.Function | griffe.Attribute):
        return _source(member.annotation)
    return ""


def _source(annotation: Value) -> str:
    # A class with a method called ``list`` writes the type in full.
    return "Any" if annotation is None else str(annotation).replace("builtins.", "")


def _decorators(each: Member) -> list[tuple[str, Mapping[str, griffe.Expr | str]]]:
    """The names of its decorators, with the keyword arguments that these are given."""
    found = each.decorators if isinstance(each, griffe.Function | griffe.Class) else []
    return [(str(getattr(d.value, "function", d.value)), _keywords(d.value)) for d in found]


def _declared(each: Member) -> str:
    """How it is declared, where that says how it is used: ``cached_property``, ``async``."""
    if "property" in each.labels:
        return "cached_property" if "cached" in each.labels else "property"
    words: list[str] = []
    for name, given in _decorators(each):
        if "deprecated" not in name:
            options = ", ".join(
                f"{key}={given[key]}" for key in ("init", "kw_only") if key in given
            )
            words.append(f"{name}({options})" if options else name)
    words += ["async"] if "async" in each.labels else []
    return " ".join(words) or ("" if isinstance(each, griffe.Class) else "def")


def _doc(each: Member) -> str:
    return each.docstring.value if each.docstring else ""
