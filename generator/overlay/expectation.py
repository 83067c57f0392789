"""``x-expect``: what an action's author found where the action applies, on the day it was written.

On an action stands the number of nodes that its target must select, or an object of

* ``count``: that number, or a list of allowed ones (zero only if it is listed);
* ``value``: what every selected node must contain: an object its members, recursively, anything
  else exactly (this is the wrong value that the action corrects);
* ``absent``: names that no selected object may have yet.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.overlay.merge import ActionError, same
from generator.overlay.model import ABSENT

if TYPE_CHECKING:
    from generator.load.documents import Json
    from generator.overlay.model import Absent
    from generator.overlay.selection import Node

_LOOK: Final = "look at what upstream changed, then correct or delete this action"
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Expectation:
    """An ``x-expect`` that was understood; what it does not say is ``None`` or ``ABSENT``."""

    counts: list[int] | None = None
    value: Json | Absent = ABSENT
    absent: list[str] | None = None

    def holds_at(self, value: Json) -> bool:
        """Whether a node contains what is expected of it."""
        return self.value is ABSENT or _contains(value, self.value)


def check_expectation(expect: Json | Absent, nodes: list[Node]) -> None:
    """Compare ``nodes``, which an action selects, with the value of its ``x-expect``.

    Raises:
        ActionError: nothing is selected (unless zero is allowed), or something else than expected.
    """
    expected = read_expectation(expect)
    if expected.counts is None and not nodes:
        raise ActionError("the target matches nothing", _LOOK)
    if expected.counts is not None and len(nodes) not in expected.counts:
        counts = " or ".join(map(str, expected.counts))
        raise ActionError(f"the target matches {len(nodes)} nodes, expected {counts}", _LOOK)
    for node in nodes:
        if expected.value is not ABSENT and not expected.holds_at(node.value):
            found, wanted = short(node.value), short(expected.value)
            raise ActionError(f"expected {wanted} at {node.path}, found {found}", _LOOK)
        names = expected.absent or []
        present = [name for name in names if isinstance(node.value, dict) and name in node.value]
        if present:
            raise ActionError(f"{node.path} already has {', '.join(present)}", _LOOK)


def read_expectation(expect: Json | Absent) -> Expectation:
    """What the value of an ``x-expect`` says.

    Raises:
        ActionError: It is no such value.
    """
    if expect is ABSENT:
        return Expectation()
    if isinstance(expect, int):
        return Expectation(counts=_counts(expect))
    if not isinstance(expect, dict) or not expect or expect.keys() - {"count", "value", "absent"}:
        raise ActionError("x-expect is not understood", "write a number, or count, value, absent")
    absent = expect.get("absent")
    names = [name for name in absent if isinstance(name, str)] if isinstance(absent, list) else []
    if "absent" in expect and (not names or names != absent):
        raise ActionError("absent of x-expect is no list of names", "write the names in a list")
    return Expectation(
        counts=_counts(expect["count"]) if "count" in expect else None,
        value=expect.get("value", ABSENT),
        absent=names or None,
    )


def _counts(value: Json) -> list[int]:
    counts = value if isinstance(value, list) else [value]
    good = [c for c in counts if isinstance(c, int) and not isinstance(c, bool) and c >= 0]
    if not counts or len(good) < len(counts):
        raise ActionError("the count of x-expect is no number", "write a number, or a list of them")
    return good


def _contains(found: Json, wanted: Json) -> bool:
    if isinstance(found, dict) and isinstance(wanted, dict):
        return all(name in found and _contains(found[name], wanted[name]) for name in wanted)
    return same(found, wanted)


def short(value: Json, longest: int = _LONGEST) -> str:
    """A value as JSON, cut."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= longest else text[: longest - 3] + "..."
