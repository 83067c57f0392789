"""What changed between two packages, given as texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.upstream.diff.python_changes import python_changes
from generator.upstream.diff.surface import surfaces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.upstream.diff.changes import PythonChange


def between(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[PythonChange, ...]:
    """Every change."""
    return python_changes(surfaces(old), surfaces(new))


def told(old: Mapping[str, str], new: Mapping[str, str]) -> list[tuple[str, str]]:
    """Kind and name of every change."""
    return [(change.kind, change.name) for change in between(old, new)]
