"""The public parts of a class: members of an enum, fields of a model, methods and their signatures.

Enums, models, resources and clients are read alike; which parts a class has makes the difference.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .python_annotations import annotation, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .python_annotations import Type

_HOW_TO_MAKE_ONE: Final = frozenset({"init", "kw_only"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; ``default`` is source, ``None`` where there is none."""

    name: str
    annotation: Type
    default: str | None
    is_positional: bool

    @property
    def required(self) -> bool:
        """Whether every call must give it."""
        return self.default is None

    def __str__(self) -> str:
        return f"{self.name}: {spelled(self.annotation)}"


@dataclass(frozen=True, slots=True)
class Method:
    """One method or property, without ``self``; ``kind`` says how it is declared."""

    name: str
    kind: tuple[str, ...]
    parameters: Mapping[str, Parameter]
    returns: Type
    doc: str
    deprecated: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model; ``default`` is source, ``None`` where there is none."""

    name: str
    annotation: Type
    default: str | None

    @property
    def required(self) -> bool:
        """Whether whoever makes a model must give it."""
        return self.default is None


@dataclass(frozen=True, slots=True)
class PublicClass:
    """One class; ``members`` maps a name to the source of its value."""

    name: str
    module: str
    bases: tuple[str, ...]
    constructor: tuple[str, ...]
    doc: str
    members: Mapping[str, str]
    fields: Mapping[str, Field]
    methods: Mapping[str, Method]


def is_public(name: str) -> bool:
    """Whether users may rely on a name."""
    return not name.startswith("_")


def public_class(module: str, node: ast.ClassDef) -> PublicClass:
    """Read a class from its definition."""
    return PublicClass(
        name=node.name,
        module=module,
        bases=tuple(map(ast.unparse, node.bases)),
        constructor=tuple(_constructor(node)),
        doc=ast.get_docstring(node) or "",
        members=dict(_members(node)),
        fields={field.name: field for field in _fields(node)},
        methods={
            each.name: _method(each)
            for each in node.body
            if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and is_public(each.name)
        },
    )


def _constructor(node: ast.ClassDef) -> Iterator[str]:
    for decorator in node.decorator_list:
        yield _called(decorator)
        for keyword in decorator.keywords if isinstance(decorator, ast.Call) else ():
            if keyword.arg in _HOW_TO_MAKE_ONE:
                yield ast.unparse(keyword)


def _called(decorator: ast.expr) -> str:
    return ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator)


def _members(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for each in node.body:
        for target in each.targets if isinstance(each, ast.Assign) else ():
            if isinstance(target, ast.Name) and is_public(target.id):
                yield target.id, ast.unparse(each.value)  # type: ignore[attr-defined]


def _fields(node: ast.ClassDef) -> Iterator[Field]:
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            name = each.target.id
            if is_public(name) and not ast.unparse(each.annotation).startswith("ClassVar"):
                yield Field(name, annotation(each.annotation), _field_default(each.value))


def _field_default(value: ast.expr | None) -> str | None:
    if isinstance(value, ast.Call) and _called(value) == "field":
        keywords = {keyword.arg: keyword.value for keyword in value.keywords}
        value = keywords.get("default") or keywords.get("factory")
    return ast.unparse(value) if value else None


def _method(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Method:
    decorators = [_called(decorator) for decorator in node.decorator_list]
    deprecated = any(name.rpartition(".")[2] == "deprecated" for name in decorators)
    kind = [name for name in decorators if name.rpartition(".")[2] != "deprecated"]
    parameters = list(_parameters(node.args))
    if "staticmethod" not in kind:
        del parameters[:1]
    return Method(
        name=node.name,
        kind=(*kind, "async") if isinstance(node, ast.AsyncFunctionDef) else tuple(kind),
        parameters={parameter.name: parameter for parameter in parameters},
        returns=annotation(node.returns),
        doc=ast.get_docstring(node) or "",
        deprecated=deprecated,
    )


def _parameters(node: ast.arguments) -> Iterator[Parameter]:
    positional = [*node.posonlyargs, *node.args]
    without = len(positional) - len(node.defaults)
    for each, default in zip(positional, [*[None] * without, *node.defaults], strict=True):
        yield Parameter(each.arg, annotation(each.annotation), _source(default), is_positional=True)
    for each, default in zip(node.kwonlyargs, node.kw_defaults, strict=True):
        yield Parameter(
            each.arg, annotation(each.annotation), _source(default), is_positional=False
        )
    for stars, rest in (("*", node.vararg), ("**", node.kwarg)):
        if rest:
            name = f"{stars}{rest.arg}"
            yield Parameter(name, annotation(rest.annotation), "()", is_positional=False)


def _source(node: ast.expr | None) -> str | None:
    return ast.unparse(node) if node else None
