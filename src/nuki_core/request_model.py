"""Models that requests take: what a caller puts into one is checked when it is made.

What an answer brought is never checked: a config that was read can be changed and sent back,
whatever a server put into it.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - for get_type_hints
from collections.abc import Set as AbstractSet  # noqa: TC003 - the same
from datetime import datetime
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, get_args, get_origin

from .datetimes import moment_fault
from .declared import DeclaredField, declared_fields
from .enums import OpenFlag, OpenStrEnum
from .errors import ValidationError
from .json import elements_of
from .lazy_attrs import frozen
from .model import Model
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Limits:
    """The numbers that a field takes: from ``lowest`` to ``highest``, or only those ``allowed``."""

    lowest: float | None = None
    highest: float | None = None
    allowed: tuple[float, ...] = ()

    def __str__(self) -> str:
        if self.allowed:
            return f"one of {', '.join(map(str, self.allowed))}"
        if self.lowest is None or self.highest is None:
            return f"at most {self.highest}" if self.lowest is None else f"at least {self.lowest}"
        return f"from {self.lowest} to {self.highest}"

    def hold(self, value: float) -> bool:
        """Whether the number is one of them."""
        if self.allowed:
            return value in self.allowed
        is_low = self.lowest is not None and value < self.lowest
        return not is_low and not (self.highest is not None and value > self.highest)


class RequestModel(Model):
    """A model that requests take.

    Raises:
        ValidationError: A value is not of its field's type, a number is outside its limits, a
            date-time has no time zone, or a period ends before it begins. The text names all such
            fields, and no value.
    """

    __slots__ = ()

    limits: ClassVar[Mapping[str, Limits]] = {}
    """Numbers that a field takes, where its description says so."""
    periods: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Pairs of fields that begin and end a period."""

    def __attrs_post_init__(self) -> None:
        """Check what the caller gave."""
        self.check(self.json_names.keys())

    def check(self, names: AbstractSet[str]) -> None:
        """Check what a caller gave for these fields.

        Raises:
            ValidationError: It does not fit.
        """
        if faults := list(_faults(self, names)):
            raise ValidationError(f"{type(self).__name__}: {'; '.join(faults)}")


def _faults(model: RequestModel, names: AbstractSet[str]) -> Iterator[str]:
    wrong: set[str] = set()
    kind: Any = type(model)
    for field, welcome in _fields(kind):
        if field.name not in names:
            continue
        value = getattr(model, field.name)
        if value.__class__ in welcome:
            continue
        fault = _fault(value, field, model.limits.get(field.name))
        if fault:
            wrong.add(field.name)
            yield f"{field.name} {fault}"
    for start, end in model.periods:
        first, last = getattr(model, start), getattr(model, end)
        if (
            {start, end} & names
            and not {start, end} & wrong
            and isinstance(first, datetime)
            and isinstance(last, datetime)
            and last < first
        ):
            yield f"{end} is before {start}"


@cache
def _fields(model: type[Any]) -> tuple[tuple[DeclaredField, frozenset[type[Any]]], ...]:
    """The fields of a model, each with classes of which it takes every value: most need no more."""
    found: list[tuple[DeclaredField, frozenset[type[Any]]]] = []
    kind: Any = model
    for field in declared_fields(kind):
        classes: set[type[Any]] = {each for each in field.types if isinstance(each, type)}
        if field.name in model.limits or datetime in classes:
            classes &= {NoneType}  # of all others, more than the class counts
        if any(issubclass(each, int) and each is not bool for each in classes):
            classes.add(int)  # the plain value of a member or an id
        found.append((field, frozenset(classes if field.required else classes | {Unset})))
    return tuple(found)


def _fault(value: Any, field: DeclaredField, limits: Limits | None) -> str:
    if value is UNSET:
        return "is missing" if field.required else ""
    if value is None:
        return "" if NoneType in field.types else "must not be None; leave it out instead"
    kinds = [kind for kind in field.types if kind not in {NoneType, Unset}]
    if datetime in kinds:
        return moment_fault(value)
    if not any(_fits(value, kind) for kind in kinds):
        expected = dict.fromkeys(_expected(kind) for kind in kinds)
        return f"must be {' or '.join(expected)}, not {_a(value.__class__)}"
    if limits and isinstance(value, int | float) and not limits.hold(value):
        return f"must be {limits}"
    return ""


def _fits(value: Any, kind: Any) -> bool:
    origin = get_origin(kind) or kind
    if origin is list:
        elements = elements_of(value)
        (inner,) = get_args(kind)
        return elements is not None and all(_fits(element, inner) for element in elements)
    if not isinstance(origin, type):
        return True  # any JSON
    if isinstance(value, bool):
        return origin is bool
    # The plain value of a member or an id serves, too, and so does a whole number.
    if issubclass(origin, int) and origin is not bool:
        return isinstance(value, int)
    if issubclass(origin, OpenStrEnum):
        return isinstance(value, str)
    return isinstance(value, int | float if origin is float else origin)


def _expected(kind: Any) -> str:
    origin = get_origin(kind) or kind
    if origin is list:
        return f"a list of {get_args(kind)[0].__name__}"
    if origin is int:
        return "an integer"
    if origin is float:
        return "a number"
    if origin is str:
        return "text"
    if origin is bool:
        return "True or False"
    return f"some {origin.__name__}" if issubclass(origin, OpenFlag) else _a(origin)


def _a(kind: type[Any]) -> str:
    return f"{'an' if kind.__name__[0] in 'AEIOUaeiou' else 'a'} {kind.__name__}"
