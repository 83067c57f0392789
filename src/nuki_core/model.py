"""What all generated models share: a short ``repr`` and the way back to plain JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from copy import copy
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, Final, NoReturn, Self, cast

from .arguments import EnumByDeviceType  # noqa: TC001 - for get_type_hints
from .datetimes import as_it_came
from .declared import schema_violations
from .enums import OpenValue
from .errors import DecodeError, ValidationError
from .ids import NukiId, SmartlockId
from .json import JsonObject, JsonValue, elements_of, loads
from .lazy_attrs import define, fields
from .redaction import MASK, is_secret_name
from .unset import UNSET, Unset


class _NoProperties(Mapping[str, JsonValue]):
    """The unknown fields of an answer that has none; one object serves every model."""

    def __getitem__(self, key: str) -> NoReturn:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "{}"

    def __reduce__(self) -> str:
        return "NO_PROPERTIES"


NO_PROPERTIES: Final[Mapping[str, JsonValue]] = _NoProperties()
new: Final = object.__new__
_KEPT_OF_BODY: Final = 1 << 16
_JSON_SCALARS: Final = frozenset({str, int, float, bool, type(None)})


@define(auto_attribs=False, init=False, eq=False, repr=False)
class Model:
    """A JSON object of an API, generated from its schema.

    ``from_dict`` of each model decodes one, whatever it holds: a missing field is ``UNSET``, null
    is ``None``, a value of another JSON type stays what it was, and fields that the schema does not
    declare are kept in ``additional_properties``. :meth:`parse` is for what strangers can send.

    Models of one class are equal if all of their fields are. They can be changed, so they have no
    hash; :meth:`evolve`, and ``copy.replace`` since Python 3.13, makes a changed copy.
    """

    json_names: ClassVar[Mapping[str, str]] = {}
    """The name in JSON of every field, by its name in Python, in the order of the schema."""

    enums_by_device_type: ClassVar[Mapping[str, EnumByDeviceType]] = {}
    """The enums of each field, by its name in Python, that means another thing on other devices."""

    masked_fields: ClassVar[tuple[str, ...]] = ()
    """The fields that hold nothing true where a model has ``is_masked``, and it is true."""

    additional_properties: Mapping[str, JsonValue]
    """Members that the schema does not declare, by their names in JSON; in every model."""

    _nothing_sent: ClassVar[Mapping[str, Unset]] = {}

    def __init_subclass__(cls) -> None:
        super(Model, cls).__init_subclass__()  # noqa: UP008 - the class that `define` makes
        cls._nothing_sent = dict.fromkeys(cls.json_names.values(), UNSET)
        # attrs would make one that goes through ``__init__`` with all that a server sent.
        cls.__replace__ = cls.evolve  # type: ignore[attr-defined]

    def evolve(self, **changes: Any) -> Self:
        """A copy with other values in some fields; what is nested in others is shared.

        Raises:
            TypeError: The model has no such field.
            ValidationError: A value does not fit, of a model that requests take.
        """
        changed = copy(self)
        for name, value in changes.items():
            if name not in self.json_names and name != "additional_properties":
                kind = type(self).__name__
                raise TypeError(f"{kind}.evolve() got an unexpected keyword argument {name!r}")
            setattr(changed, name, value)
        changed.check(frozenset(changes))
        return changed

    def check(self, names: AbstractSet[str]) -> None:
        """Check what a caller gave for these fields; see :class:`RequestModel`."""

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        """Decode a JSON object, whatever it holds."""
        raise NotImplementedError(f"{cls.__name__} is no generated model")

    def _members(self, source: Mapping[str, Any]) -> Iterable[Any]:
        """The values of a JSON object in the order of the fields; keeps the undeclared ones.

        Raises:
            ValidationError: It is no JSON object.
        """
        # Names that are there already keep their places, others go behind them.
        declared = self._nothing_sent
        model: Any = self  # each generated class has a slot of its own for the others
        try:
            found = {**declared, **source}
        except TypeError:
            kinds = type(self).__name__, type(source).__name__
        else:
            count = len(declared)
            if len(found) == count:
                model.additional_properties = NO_PROPERTIES
            else:
                others = [*found][count:]
                model.additional_properties = {name: found.pop(name) for name in others}
            return found.values()
        message = "{}.from_dict() takes a JSON object as a dict, not a {}".format(*kinds)
        raise ValidationError(message)

    @classmethod
    def parse(cls, source: bytes | str | Mapping[str, Any]) -> Self:
        """Decode a JSON object, and insist on the fields that its schema requires.

        ``source`` is a body as it was received, or a JSON object that was read already. Every
        required field is there and of a declared type, also inside required objects and arrays;
        what is optional is decoded as by ``from_dict``. Members of enums stay open.

        Raises:
            DecodeError: It is no JSON object, or such fields are missing or of another type; the
                text names all of them, and no value.
        """
        found: Any = source
        if isinstance(source, str):
            source = source.encode("utf-8", "surrogatepass")
        if isinstance(source, bytes):
            try:
                found = loads(source)
            except (ValueError, RecursionError):
                raise _not_as_declared(cls, "it is not JSON", source) from None
        body = source if isinstance(source, bytes) else b""
        if not isinstance(found, Mapping):
            raise _not_as_declared(cls, "it is no JSON object", body)
        members: dict[str, Any] = {**found}
        value = cls.from_dict(members)
        if faults := list(schema_violations(value)):
            raise _not_as_declared(cls, "; ".join(faults), body)
        return value

    def to_dict(self) -> JsonObject:
        """The JSON object as the API has it; ``UNSET`` fields are left out, extra ones kept."""
        found: JsonObject = {}
        if self.additional_properties:
            found.update(to_jsonable(dict(self.additional_properties)))
        for name, json_name in self.json_names.items():
            value = getattr(self, name)
            if value is not UNSET:
                is_json = value.__class__ in _JSON_SCALARS
                found[json_name] = value if is_json else to_jsonable(value)
        return found

    def __repr__(self) -> str:
        """Show all fields that are set but for secrets, extra ones by what their names say."""
        withheld = self.masked_fields if getattr(self, "is_masked", False) else ()
        shown = [
            f"{name}={value!r}" if field.repr and name not in withheld else f"{name}=..."
            for field in fields(self.__class__)
            if (value := getattr(self, name := field.name)) is not UNSET
            and name != "additional_properties"
        ]
        if self.additional_properties:
            shown.append(f"additional_properties={_masked(self.additional_properties)!r}")
        return f"{self.__class__.__name__}({', '.join(shown)})"


def _not_as_declared(model: type[Model], reason: str, body: bytes) -> DecodeError:
    return DecodeError(
        f"this is no {model.__name__}: {reason}", body=body[:_KEPT_OF_BODY], may_have_run=False
    )


def to_jsonable(value: Any) -> Any:  # noqa: PLR0911 - one for each kind of value
    """The value of a field as JSON has it: models, members, ids and date-times as they are sent."""
    if isinstance(value, OpenValue):
        return value.value  # type: ignore[attr-defined]
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, datetime):
        return as_it_came(value)
    if isinstance(value, NukiId | SmartlockId):
        return int(value)
    elements = elements_of(value)
    if elements is not None:
        return [to_jsonable(element) for element in elements]
    if isinstance(value, dict):
        members: dict[Any, Any] = {**value}
        return {name: to_jsonable(member) for name, member in members.items()}
    return value


def _masked(value: object) -> object:
    """Extra fields for a ``repr``: what is called like a secret might be one."""
    if isinstance(value, Mapping):
        members: dict[Any, object] = {**value}
        return {
            name: MASK if is_secret_name(str(name)) else _masked(member)
            for name, member in members.items()
        }
    if isinstance(value, list):
        elements: list[object] = [*value]
        return [_masked(element) for element in elements]
    return value


def tagged(d: Mapping[str, Any], name: str, models: Mapping[str, type[Model]]) -> Any:
    """Decode an object of which a member says what it is; of an unknown one, the closest."""
    tag = d.get(name)
    model = models.get(tag) if isinstance(tag, str) else None
    return model.from_dict(d) if model else closest(d, *models.values())


def closest(d: Mapping[str, Any], *models: type[Model]) -> Any:
    """Decode an object that may be one of several, of which nothing says which.

    It is the one whose required fields are all there and that declares most of the fields, the
    first of several. Whatever it does not declare is kept as it is.
    """

    def fit(model: type[Model]) -> tuple[bool, int]:
        required, declared = _shape(cast("Any", model))
        return required.issubset(d), len(declared & d.keys())

    return max(models, key=fit).from_dict(d)


@cache
def _shape(model: Any) -> tuple[frozenset[str], frozenset[str]]:
    """The names in JSON of the required fields, and of all."""
    import attrs  # noqa: PLC0415 - few decoders need it

    needed = {field.name for field in attrs.fields(model) if field.default is attrs.NOTHING}
    names = model.json_names
    return frozenset(names[name] for name in needed), frozenset(names.values())
