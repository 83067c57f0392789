"""Forked processes: what a child must not share with its parent starts over there."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class ForkAware(Protocol):
    """An object that holds locks, connections, random numbers or locked files."""

    def after_fork(self) -> None:
        """Start over; called in the child, before anything else runs there."""
        ...


_registered: WeakSet[ForkAware] = WeakSet()


def register(member: ForkAware) -> None:
    """Have ``after_fork`` called in every child process, as long as the object lives."""
    _registered.add(member)


def _start_over() -> None:
    for member in list(_registered):
        member.after_fork()


if hasattr(os, "register_at_fork"):  # not on Windows, which cannot fork
    os.register_at_fork(after_in_child=_start_over)
