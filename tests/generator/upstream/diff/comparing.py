"""What changed between two packages, given as texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.upstream.diff.public_api import public_apis
from generator.upstream.diff.python_changes import python_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.upstream.diff.rules import Change


def between(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Change, ...]:
    """Every change."""
    return python_changes(public_apis(old), public_apis(new))


def told(old: Mapping[str, str], new: Mapping[str, str]) -> list[tuple[str, str]]:
    """Kind and name of every change."""
    return [(change.kind, change.place) for change in between(old, new)]
