"""Classes of attrs whose methods attrs makes when one of them is first used.

Importing attrs and having it make the classes of a first call takes more than half as long as
importing the HTTP library, and that call only makes objects and reads their fields. So ``define``
and ``frozen`` make a class with slots at once, and leave what attrs adds to attrs itself, when
somebody compares, shows or copies an object, or asks ``attrs.fields``.

Type checkers see attrs' own functions. As there, annotations are texts and the class is made anew;
unlike there, it must not call ``super()`` without arguments, which would find the first one.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import define, evolve, field, fields, frozen

__all__ = ["define", "evolve", "field", "fields", "frozen", "warm_up"]

_ALWAYS: Final = frozenset(
    {
        "__attrs_attrs__",
        "__attrs_props__",
        "__match_args__",
        "__getstate__",
        "__setstate__",
        "__replace__",
    }
)
_waiting: Final[dict[type[Any], Callable[[], None]]] = {}


class _Options(dict[str, Any]):
    """What ``field`` was called with."""


class _Awaited:
    """Stands in a class for a member that attrs will make.

    ``meanwhile`` is what serves objects until somebody asks the class.
    """

    __slots__ = ("_home", "_meanwhile", "_name")

    def __init__(self, name: str, meanwhile: Callable[..., Any] | None = None) -> None:
        self._name, self._meanwhile = name, meanwhile

    def __set_name__(self, owner: type[Any], _name: str) -> None:
        self._home = owner

    def __get__(self, instance: object, owner: type[Any]) -> Any:
        # From Python 3.13 on, inspect passes the class as if it were the object.
        if self._meanwhile is not None and isinstance(instance, self._home):
            return partial(self._meanwhile, self._home, instance)
        _make(self._home)
        members: dict[str, Any] = {**vars(self._home)}
        if self._name not in members:
            raise AttributeError(self._name)
        found = members[self._name]
        bind = getattr(found.__class__, "__get__", None)
        return found if bind is None else bind(found, instance, owner)


def _make(home: type[Any]) -> None:
    if make := _waiting.get(home):
        make()
        _waiting.pop(home, None)


def warm_up() -> None:
    """Have attrs make now what it has not made yet of all classes."""
    for home in tuple(_waiting):
        _make(home)


def _made_by_attrs(options: dict[str, Any]) -> set[str]:
    """The members that a class with these options gets."""
    is_frozen = options.get("frozen", False)
    found = {*_ALWAYS}
    if options.get("init", True):
        found.add("__init__")
    if options.get("repr", True):
        found.add("__repr__")
    if options.get("eq", True):
        found |= {"__eq__", "__hash__"} if is_frozen else {"__eq__"}
    if is_frozen:
        found |= {"__setattr__", "__delattr__"}
    return found


def _lazy(written: Any, options: dict[str, Any]) -> Any:
    body: dict[str, Any] = {**vars(written), "__qualname__": written.__qualname__}
    for of_dictionaries in ("__dict__", "__weakref__"):
        body.pop(of_dictionaries, None)
    awaited = _made_by_attrs(options) - body.keys()
    hints: dict[str, str] = written.__annotations__
    names = [name for name, hint in hints.items() if not hint.startswith("ClassVar")]
    if not options.get("auto_attribs", True):
        names = []
    members = {**body}
    for name in names:
        members.pop(name, None)
    for name in awaited:
        members[name] = _Awaited(name)
    if options.get("frozen", False) and "__init__" in awaited:
        members["__init__"] = _Awaited("__init__", _init(names, body))
    is_weak = any(base.__weakrefoffset__ for base in written.__bases__)
    members["__slots__"] = (*names, *(() if is_weak else ("__weakref__",)))
    home = type(written)(written.__name__, written.__bases__, members)

    def make() -> None:
        import attrs  # noqa: PLC0415 - nobody has asked for it before

        resolved: dict[str, Any] = {
            name: attrs.field(**member) if isinstance(member, _Options) else member
            for name, member in body.items()
        }
        twin = type(written)(written.__name__, written.__bases__, resolved)
        made: dict[str, Any] = {**vars(attrs.define(twin, **options))}
        for name in awaited:
            if name in made:
                setattr(home, name, made[name])
            else:
                with suppress(AttributeError):  # another thread was first
                    delattr(home, name)

    _waiting[home] = make
    return home


def _init(names: list[str], body: dict[str, Any]) -> Callable[..., None]:
    """Keep the arguments if they are right, and otherwise let attrs say what is wrong."""
    known = frozenset(names)
    options = {
        name: member if isinstance(member, _Options) else _Options(default=member)
        for name, member in body.items()
        if name in known
    }
    defaults, factories, converters = (
        {name: each[key] for name, each in options.items() if key in each}
        for key in ("default", "factory", "converter")
    )

    def keep(home: Any, self: Any, *given: Any, **named: Any) -> None:
        values = {**defaults, **dict(zip(names, given, strict=False)), **named}
        for name, factory in factories.items():
            if name not in values:
                values[name] = factory()
        twice = named.keys() & names[: len(given)]
        if twice or len(given) > len(names) or values.keys() != known:
            home.__init__(self, *given, **named)
            return
        for name, converter in converters.items():
            values[name] = converter(values[name])
        for name in names:
            object.__setattr__(self, name, values[name])
        finish = getattr(self, "__attrs_post_init__", None)
        if finish:
            finish()

    return keep


if not TYPE_CHECKING:
    field = _Options

    def fields(kind: type[Any]) -> Any:
        """As ``attrs.fields``."""
        import attrs  # noqa: PLC0415 - as above

        return attrs.fields(kind)

    def evolve(value: Any, **changes: Any) -> Any:
        """As ``attrs.evolve``, for what these decorators have made."""
        names = (name for name in value.__slots__ if name != "__weakref__")
        return type(value)(**{name: getattr(value, name) for name in names} | changes)

    def define(written: type[Any] | None = None, **options: Any) -> Any:
        """As ``attrs.define``; calling the class needs attrs."""
        return _lazy(written, options) if written else lambda it: _lazy(it, options)

    def frozen(written: type[Any] | None = None, **options: Any) -> Any:
        """As ``attrs.frozen``; calling the class needs attrs only when an argument is wrong."""
        return define(written, frozen=True, **options)
