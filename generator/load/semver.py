"""Versions of the SDK as values."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass
from typing import Final

_NUMBER: Final = r"(0|[1-9]\d*)"
_VERSION: Final = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A released or coming version: ``1.2.3``, without pre-releases."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read ``1.2.3``.

        Raises:
            ValueError: It is no such version.
        """
        match = _VERSION.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is no version like 1.2.3")
        return cls(*map(int, match.groups()))

    def __str__(self) -> str:
        return ".".join(map(str, astuple(self)))
