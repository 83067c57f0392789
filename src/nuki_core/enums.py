"""Enums that stay open: a value the vendor adds tomorrow decodes, compares and round-trips.

``LockState(42)`` is a member named ``UNKNOWN_42``, equal to 42, with ``is_known`` false.
Members of two different enums are never equal, whatever their values: an idle opener
(``OpenerState.ONLINE``, 1) must not pass for a locked door (``LockState.LOCKED``, 1).
"""

from __future__ import annotations

from enum import KEEP, Enum, IntFlag
from typing import Any, Final, Generic, Self, TypeVar

_REMEMBERED: Final = 64


class OpenValue:
    """What open enums and flags share: equality that never crosses from one class to another."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, OpenValue) and other.__class__ is not self.__class__:
            return False
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return super().__hash__()


class OpenIntEnum(OpenValue, int, Enum):
    """An integer enum with a member for every integer; undeclared ones are ``UNKNOWN_<value>``."""

    @property
    def is_known(self) -> bool:
        """Whether the description declares this value."""
        return self._value_ in self.__class__._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int):
            return None
        # Not remembered: an answer must not be able to grow the class.
        member = int.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value}"
        member._value_ = value
        return member

    def __str__(self) -> str:
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec: str) -> str:
        return int.__format__(self, spec) if spec else str(self)


class OpenStrEnum(OpenValue, str, Enum):  # noqa: UP042 - StrEnum would give its own __str__
    """A string enum with a member for every string; undeclared ones are ``UNKNOWN_<value>``."""

    @property
    def is_known(self) -> bool:
        """Whether the description declares this value."""
        return self._value_ in self.__class__._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value}"
        member._value_ = value
        return member

    def __str__(self) -> str:
        return f"{self.__class__.__name__}.{self._name_}"


class OpenFlag(OpenValue, IntFlag, boundary=KEEP):
    """A set of bits; bits that the description does not declare are kept."""

    @property
    def is_known(self) -> bool:
        """Whether every bit that is set is declared."""
        return not self._value_ & ~sum(member.value for member in self.__class__)


T = TypeVar("T", bound=OpenValue)


class _Members(dict[Any, T], Generic[T]):
    """Value to member. An undeclared value gets its member from the class.

    A few of these are remembered: a new code comes more than once, and an answer with thousands of
    them must not be able to fill the memory.
    """

    __slots__ = ("_enum", "_most")

    def __init__(self, enum: type[T], members: dict[Any, T]) -> None:
        super().__init__(members)
        self._enum = enum
        self._most = len(members) + _REMEMBERED

    def __missing__(self, value: Any) -> T:
        # A negative bit set means nothing; Flag would silently turn it into another value.
        if issubclass(self._enum, OpenFlag) and value < 0:
            return value  # type: ignore[no-any-return]
        member: T = self._enum(value)  # type: ignore[call-arg]
        if isinstance(value, int) and len(self) < self._most:
            self[value] = member
        return member


def members(enum: type[T]) -> dict[Any, T]:
    """The fast look-up that decoders use: ``members(LockState)[1] is LockState.LOCKED``."""
    return _Members(enum, enum._value2member_map_)  # type: ignore[attr-defined]
