"""The third state of a field: not a value, not null, but not sent at all."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final, Literal


class Unset(Enum):
    """The type of :data:`UNSET`, for annotations such as ``str | None | Unset``."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        """Read ``UNSET`` as false, so that ``field or default`` does what it says."""
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
"""Not sent, or not in the answer. ``None`` is different: it is sent, and received, as null."""

MISSING: Final[Any] = UNSET
"""``UNSET`` for decoders: an answer may lack a field that its description requires."""
