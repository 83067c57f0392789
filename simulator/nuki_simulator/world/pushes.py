"""Pushes on their way: which callbacks and webhooks are lost, repeated, late, or overtaken."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import attrs

from .outbox import Delivery
from .rules import Rule, Rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from .clock import VirtualClock
    from .outbox import Outbox


class PushFault(Enum):
    """What may happen to a push."""

    LOSE = "lose"
    """It never arrives; its sender gets no answer."""
    REPEAT = "repeat"
    """It arrives, and once more later."""
    DELAY = "delay"
    """It arrives late."""
    OVERTAKE = "overtake"
    """The next push arrives before it."""


@attrs.define(eq=False, kw_only=True)
class PushRule(Rule):
    """Applies to pushes whose URL begins with ``url``; empty matches everything.

    ``seconds`` is how late a push is, or how much later it comes again, or how long it waits at
    most to be overtaken.
    """

    fault: PushFault
    url: str = ""
    seconds: float = 60.0

    def applies(self, url: str) -> bool:
        """Tell whether it happens to this push; counts the matching ones."""
        return url.startswith(self.url) and self.counts()


class Pushes(Rules[PushRule]):
    """Hands pushes to the outbox, as the rules in force allow; the first that applies counts.

    ``tell`` hears of each as it sets out, a repeated one twice.
    """

    def __init__(
        self, clock: VirtualClock, outbox: Outbox, tell: Callable[[Delivery], object]
    ) -> None:
        super().__init__()
        self._clock = clock
        self._outbox = outbox
        self._tell = tell
        self._waiting: list[Delivery] = []

    def send(self, delivery: Delivery) -> None:
        """Send a push on its way."""
        rule = self.match(lambda rule: rule.applies(delivery.url))
        delivery.fault = rule.fault.value if rule else ""
        self._tell(delivery)
        if rule is None:
            self._outbox.send(delivery)
            for overtaken in tuple(self._waiting):
                self._release(overtaken)
        elif rule.fault == PushFault.LOSE:
            self._outbox.lose(delivery)
        elif rule.fault == PushFault.REPEAT:
            self._outbox.send(delivery)
            again = Delivery(
                delivery.url, delivery.headers, delivery.body, delivery.time, delivery.bridge
            )
            again.fault = delivery.fault

            def repeat() -> None:
                self._tell(again)
                self._outbox.send(again)

            self._clock.after(rule.seconds, repeat)
        elif rule.fault == PushFault.DELAY:
            self._clock.after(rule.seconds, lambda: self._outbox.send(delivery))
        else:
            self._waiting.append(delivery)
            self._clock.after(rule.seconds, lambda: self._release(delivery))

    def _release(self, delivery: Delivery) -> None:
        if delivery in self._waiting:
            self._waiting.remove(delivery)
            self._outbox.send(delivery)
