"""Accounts and the tokens that open them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from datetime import datetime


@attrs.define(eq=False)
class Token:
    """An access token; ``scopes`` empty means all of them, ``expires`` ``None`` means never."""

    text: str = attrs.field(repr=False)
    account_id: int
    scopes: frozenset[str] = frozenset()
    expires: datetime | None = None

    def allows(self, scopes: tuple[str, ...]) -> bool:
        """Whether any one of the scopes is granted; without scopes everything is."""
        return not scopes or not self.scopes or not self.scopes.isdisjoint(scopes)


@attrs.define(eq=False, kw_only=True)
class Account:
    """The owner of devices."""

    account_id: int
    name: str
    email: str
    password: str = attrs.field(repr=False)
    language: str = "en"
    created: datetime
