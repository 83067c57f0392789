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
from typing import TYPE_CHECKING, Final, TypeAlias

from .changes import PythonChange, Severity, WireChange
from .python_changes import python_changes
from .rules import python_severity, wire_severity
from .wire import wire_changes

if TYPE_CHECKING:
    from generator.overlay import OverlayError

    from .subject import Subject

EXPLANATION: Final = __doc__

Change: TypeAlias = WireChange | PythonChange


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, and which overlay actions do not fit the new description."""

    wire: tuple[WireChange, ...]
    python: tuple[PythonChange, ...]
    overlay_errors: tuple[OverlayError, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Those of Python, then those on the wire."""
        return (*self.python, *self.wire)

    @property
    def bump(self) -> Severity:
        """What the changes ask of the next version."""
        return max(map(asked, self.changes), default=Severity.NONE)

    @property
    def reasons(self) -> tuple[Change, ...]:
        """The changes that ask for it."""
        found = (change for change in self.changes if asked(change) is self.bump)
        return tuple(found) if self.bump else ()


def severity(change: Change) -> Severity:
    """How severe a change is, by the rules of its side."""
    return wire_severity(change) if isinstance(change, WireChange) else python_severity(change)


def asked(change: Change) -> Severity:
    """What a change asks of the next version, by itself.

    Users are broken by what they import. A server that breaks an old client does so whichever
    release that client is of; so what happens on the wire asks for a minor version at most.
    """
    most = Severity.MINOR if isinstance(change, WireChange) else Severity.MAJOR
    return min(severity(change), most)


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
