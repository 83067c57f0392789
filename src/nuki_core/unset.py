"""The third state of a field: not a value, not null, but not sent at all."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal, TypeVar


class Unset(Enum):
    """The type of :data:`UNSET`, for annotations such as ``str | None | Unset``.

    In a text write ``f"{value_or(field, 'not known')}"``. By themselves type checkers let anything
    be in an f-string, whatever ``__format__`` is declared to be. With the plugin ``nuki.mypy``,
    mypy reports a field that may be ``UNSET`` there; pyright (1.1.414) has neither plugins nor a
    rule that could.
    """

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        """Read ``UNSET`` as false, so that ``if field:`` asks for what is there and not empty.

        0, members whose value is 0, and ``False`` are false as well: for a default take
        :func:`value_or`.
        """
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
"""Not sent, or not in the answer. ``None`` is different: it is sent, and received, as null."""

T = TypeVar("T")
D = TypeVar("D")


def value_or(value: T | Unset | None, default: D) -> T | D:
    """The value of a field, or the default if it is ``UNSET`` or ``None``.

    Unlike ``field or default`` it keeps 0 % of battery, ``LogState.SUCCESS`` (0), ``False`` and "".
    """
    return default if value is None or isinstance(value, Unset) else value
