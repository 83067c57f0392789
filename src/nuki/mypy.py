"""A plugin of mypy that reports where a field that may be ``UNSET`` becomes text.

Type checkers accept any object in an f-string, so that a message may say "Unset.UNSET" to somebody.
With this in the configuration of mypy, such a line is an error, ``unset-text``::

    [tool.mypy]
    plugins = ["nuki.mypy"]

Looked at are f-strings, ``str.format``, ``str``, ``format`` and ``print``. Two are not: ``%``, of
which mypy tells no plugin, and ``{field!r}``, which is for whoever debugs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from mypy.errorcodes import ErrorCode
from mypy.nodes import CallExpr, MemberExpr, StrExpr
from mypy.plugin import FunctionContext, MethodContext, Plugin
from mypy.types import Instance, LiteralType, Type, UnionType, get_proper_type

if TYPE_CHECKING:
    from collections.abc import Callable

_UNSET: Final = "nuki_core.unset.Unset"
_FUNCTIONS: Final = frozenset({"builtins.str", "builtins.format", "builtins.print"})
_DEBUGGING: Final = "{!r:{}}"
"""What mypy makes of ``{field!r}`` in an f-string; another of these calls takes each field."""

_MESSAGE: Final = (
    'This may be UNSET, which becomes the text "Unset.UNSET"; say what stands there instead, '
    "as in value_or(field, default)"
)

UNSET_TEXT: Final = ErrorCode("unset-text", "A field that may be UNSET becomes text", "Nuki")

_Context: TypeAlias = FunctionContext | MethodContext


class UnsetTextPlugin(Plugin):
    """Looks at what is made into text."""

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        """Look at functions that make text of what they are given."""
        return _check if fullname in _FUNCTIONS else None

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        """Look at ``str.format``, which f-strings are for mypy."""
        return _check if fullname == "builtins.str.format" else None


def _check(context: _Context) -> Type:
    match context.context:
        case CallExpr(callee=MemberExpr(expr=StrExpr(value=text))) if text == _DEBUGGING:
            return context.default_return_type
        case _:
            pass
    for types, arguments in zip(context.arg_types, context.args, strict=True):
        for given, argument in zip(types, arguments, strict=True):
            if _may_be_unset(given):
                context.api.fail(_MESSAGE, argument, code=UNSET_TEXT)
    return context.default_return_type


def _may_be_unset(given: Type) -> bool:
    found = get_proper_type(given)
    if isinstance(found, UnionType):
        return any(map(_may_be_unset, found.items))
    if isinstance(found, LiteralType):
        found = found.fallback
    return isinstance(found, Instance) and found.type.fullname == _UNSET


def plugin(_version: str) -> type[Plugin]:
    """The plugin, which mypy asks for by this name."""
    return UnsetTextPlugin
