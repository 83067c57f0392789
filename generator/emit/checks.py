"""The statements that check an operation's arguments before its request is built.

They are about the classes of ids and of members of enums, which a written request no longer shows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .python_types import DATETIME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .arguments import Argument

_NAME: Final = re.compile(r"\w+")
_IDS: Final = frozenset({"NukiId", "SmartlockId"})


def checks(operation: str, arguments: Sequence[Argument], device_type: str) -> Iterator[str]:
    """The statements, for the constant of an operation and the expression for its device's type."""
    for argument in arguments:
        kind, name = argument.type, argument.name
        own = [each for each in _NAME.findall(kind.annotation) if each in kind.lookups | _IDS]
        if argument.required and kind.annotation in _IDS:
            yield f'check_id({operation}, "{name}", {name}, {kind.annotation})'
        elif kind.choice and device_type:
            choice = f"{kind.choice}.of({device_type})"
            yield f'check_member({operation}, "{name}", {name}, {choice}, {device_type})'
        elif kind == DATETIME:
            yield f'check_moment({operation}, "{name}", {name})'
        elif own:
            yield f'check_member({operation}, "{name}", {name}, ({", ".join(own)},))'
        elif argument.location == "body" and kind.classes:
            last = f", {device_type}" if device_type and kind.needs_device_type else ""
            yield f"check_body({operation}, {name}{last})"


def device_type(arguments: Sequence[Argument], parameter: object) -> str:
    """The expression for the type of the device that an operation is about; empty if it has none.

    ``parameter`` is the wire name of the one that says it; otherwise the id in the path does.
    """
    for argument in arguments:
        if argument.wire == parameter:
            return argument.name
    in_path = [a for a in arguments if a.location == "path" and a.type.annotation == "SmartlockId"]
    return f"device_type_in({in_path[0].name})" if in_path else ""
