"""Compare two descriptions, or two folders with generated packages.

A description is Swagger 2.0 or OpenAPI 3; it is compared as it is, and so is the package that it
makes, with the overlays of its API as far as they fit. Places are JSON pointers into its OpenAPI
3.1 form, to which overlays apply too.

exit status:
  0   nothing for users
  1   a patch or a minor version
  2   a major version
  3   one of the two cannot be read or understood
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .python_changes import python_changes
from .rules import Change, Severity
from .wire import wire_changes

if TYPE_CHECKING:
    from generator.overlay import OverlayError

    from .subject import Subject

EXPLANATION: Final = __doc__


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, and which overlay actions do not fit the new description."""

    wire: tuple[Change, ...]
    python: tuple[Change, ...]
    overlay_errors: tuple[OverlayError, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Those of Python, then those on the wire."""
        return (*self.python, *self.wire)

    @property
    def bump(self) -> Severity:
        """What the changes ask of the next version."""
        return max((change.asked for change in self.changes), default=Severity.NONE)

    @property
    def reasons(self) -> tuple[Change, ...]:
        """The changes that ask for it."""
        return tuple(change for change in self.changes if self.bump and change.asked is self.bump)


def compare(old: Subject, new: Subject) -> Comparison:
    """Everything that changed from one subject to the other.

    Raises:
        GeneratorFailure: The text of a package is not what the generator writes.
    """
    wire = [
        change
        for api in {**old.documents, **new.documents}
        for change in wire_changes(old.documents.get(api, {}), new.documents.get(api, {}))
    ]
    python = python_changes(old.public_apis, new.public_apis)
    return Comparison(tuple(wire), tuple(python), new.overlay_errors)
