"""Randomness inside the simulator: the same seed gives the same ids, tokens and losses."""

from __future__ import annotations

import random
import string
from typing import Final

_LETTERS_AND_DIGITS: Final = string.ascii_letters + string.digits


class Randomness:
    """A seeded source of everything that looks random."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311 - reproducible on purpose, guards nothing

    def hexadecimal(self, digits: int = 24) -> str:
        """Draw an id of lower-case hexadecimal digits."""
        return f"{self._random.getrandbits(4 * digits):0{digits}x}"

    def token(self, length: int = 16) -> str:
        """Draw letters and digits."""
        return "".join(self._random.choices(_LETTERS_AND_DIGITS, k=length))

    def number(self, lowest: int, highest: int) -> int:
        """Draw an integer, both bounds included."""
        return self._random.randint(lowest, highest)

    def octets(self, length: int) -> bytes:
        """Draw bytes."""
        return self._random.randbytes(length)

    def happens(self, probability: float) -> bool:
        """Tell whether something of this probability happens; 0 never does and draws nothing."""
        return probability > 0 and self._random.random() < probability
