"""What accounts, sub accounts and account users have in common: addresses and passwords."""

from __future__ import annotations

import re
from typing import Any, Final

from nuki_core.unset import UNSET

from .refusals import invalid

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SHORTEST_PASSWORD: Final = 7


def check_email(email: Any) -> None:
    """Refuse what is no e-mail address."""
    if not isinstance(email, str) or not _EMAIL.fullmatch(email):
        raise invalid(email or None, "email")


def check_password(password: Any) -> None:
    """Refuse a password of fewer than 7 characters; it is not repeated in the answer."""
    if password is not UNSET and len(password) < _SHORTEST_PASSWORD:
        raise invalid("...", "password")
