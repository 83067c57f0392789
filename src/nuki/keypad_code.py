"""Keypad codes: six digits from 1 to 9 that do not begin with 12 (Key API Concepts, "Keypad")."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final, Self

from nuki_core.errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_DIGITS: Final = "123456789"
_LENGTH: Final = 6
_FORBIDDEN_START: Final = "12"


class KeypadCode(int):
    """A keypad code that the lock accepts; an integer wherever the API wants one.

    ``KeypadCode(394871)`` and ``KeypadCode("394871")`` check the code. ``repr`` and ``str`` keep it
    secret; ``digits`` is the text for the person who is to type it.

    Raises:
        ValidationError: No keypad accepts this code; the text says why, without the code.
    """

    __slots__ = ()

    def __new__(cls, code: int | str) -> Self:
        """Check the code."""
        digits = str.strip(code) if isinstance(code, str) else int.__repr__(code)
        if reason := _fault(digits):
            raise ValidationError(f"this keypad code {reason}")
        return super().__new__(cls, digits)

    @classmethod
    def random(
        cls,
        taken: Iterable[int] = (),
        choose: Callable[[Sequence[str]], str] = secrets.choice,
    ) -> Self:
        """A random code that is not among ``taken``, the codes in use on the same lock.

        Raises:
            ValidationError: All 524,880 codes are taken.
        """
        used = {int(code) for code in taken}
        every_code = (code for code in range(111_111, 1_000_000) if not _fault(str(code)))
        if len(used) >= _COUNT and all(code in used for code in every_code):
            raise ValidationError("every keypad code is taken; delete one first")
        while True:
            digits = "".join(choose(_DIGITS) for _ in range(_LENGTH))
            if not digits.startswith(_FORBIDDEN_START) and int(digits) not in used:
                return cls(digits)

    @property
    def digits(self) -> str:
        """The code as text."""
        return int.__repr__(self)

    def __repr__(self) -> str:
        return "KeypadCode(...)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return format(repr(self), spec)


_COUNT: Final = len(_DIGITS) ** _LENGTH - len(_DIGITS) ** (_LENGTH - len(_FORBIDDEN_START))


def _fault(digits: str) -> str:
    if not (digits.isascii() and digits.isdigit()):
        return "must consist of digits"
    if "0" in digits:
        return "must not contain the digit 0, which keypads do not have"
    if len(digits) != _LENGTH:
        return f"must have {_LENGTH} digits, not {len(digits)}"
    if digits.startswith(_FORBIDDEN_START):
        return f"must not begin with {_FORBIDDEN_START}"
    return ""
