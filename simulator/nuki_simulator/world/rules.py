"""Rules that apply to some of what they match: the second, the first three, all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R", bound="Rule")


@attrs.define(eq=False, kw_only=True)
class Rule:
    """Applies to the ``nth`` of what it matches (1 is the first), and ``times`` from there on.

    ``times`` is ``None`` for all of them; ``seen`` is how many there were.
    """

    nth: int = 1
    times: int | None = 1
    seen: int = attrs.field(default=0, init=False)

    @property
    def left(self) -> int | None:
        """How often it will still apply; ``None`` for always."""
        if self.times is None:
            return None
        return max(0, min(self.times, self.nth + self.times - 1 - self.seen))

    def counts(self) -> bool:
        """Count one more that matches, and tell whether the rule applies to it."""
        self.seen += 1
        return self.seen >= self.nth and (self.times is None or self.seen < self.nth + self.times)


class Rules(Generic[R]):
    """The rules in force; the first that applies counts."""

    def __init__(self) -> None:
        self.rules: list[R] = []

    def add(self, rule: R) -> R:
        """Put a rule in force."""
        self.rules.append(rule)
        return rule

    def clear(self) -> None:
        """Forget all rules; what one of them holds up goes on when its time has come."""
        self.rules.clear()

    def match(self, applies: Callable[[R], bool]) -> R | None:
        """Find the rule that applies; all rules are asked, so that each counts what it matches."""
        applying = [rule for rule in self.rules if applies(rule)]
        return applying[0] if applying else None
