"""Credentials that expire: how a client renews them, once, however many calls need it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from .turns import Turns

if TYPE_CHECKING:
    from .auth import Credentials
    from .outgoing import Answer, Outgoing


class RenewableScheme(ABC):
    """A scheme whose credentials a client renews over its own HTTP client.

    One renewal runs at a time: calls queue for ``turns``, and who comes second finds it done. A
    renewal is ``begin`` (until it is true), ``outgoing``, ``accept`` with the answer, and ``end``.
    """

    def __init__(self) -> None:
        self.turns = Turns()

    @property
    @abstractmethod
    def hint(self) -> str:
        """What to check after a 401 or 403."""

    @abstractmethod
    def sign(self) -> Credentials:
        """Make the credentials of one try."""

    @abstractmethod
    def is_due(self) -> bool:
        """Whether to renew before signing."""

    @abstractmethod
    def refuse(self, credentials: Credentials) -> bool:
        """Take note that a server answered 401 to these; whether signing again makes others."""

    @abstractmethod
    def begin(self) -> bool:
        """Keep other processes from renewing; false while one of them is at it."""

    @abstractmethod
    def outgoing(self, timeout: float) -> Outgoing | None:
        """What to send, or ``None`` if it has been done by someone else meanwhile."""

    @abstractmethod
    def accept(self, answer: Answer) -> None:
        """Take the new credentials from the answer, or raise the error that it means."""

    @abstractmethod
    def end(self) -> None:
        """Let other processes renew again."""
