"""Findings: what a diagnosis says, as values.

What is personal in a finding stands in its ``where`` and its ``evidence``, never in its sentences:
that is how a report can leave it out.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nuki_core.json import JsonObject

Concern: TypeAlias = Literal["reach", "credentials", "other"]
"""What a finding is about, as far as that decides how a program that finds it ends."""
Fact: TypeAlias = str | int | float | bool


class Severity(IntEnum):
    """How bad it is; the greater, the worse."""

    OK = 0
    """As it should be."""
    INFO = 1
    """Worth knowing; nothing fails because of it."""
    WARNING = 2
    """Works now, and will fail, or fails in part."""
    ERROR = 3
    """Does not work."""

    def __str__(self) -> str:
        return self.name.lower()


@attrs.frozen
class Where:
    """What a finding is about: the bridge, a device, a callback, the Web API, or this library.

    All but ``kind`` is personal: ``name`` is what people call it, ``id`` its hexadecimal id or the
    number of its slot, ``address`` where it is in the network, without a path.
    """

    kind: Literal["bridge", "device", "callback", "web", "library"]
    name: str = ""
    id: str = ""
    address: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.kind, self.name, self.id, self.address)))


@attrs.frozen
class Finding:
    """Something that a diagnosis found.

    ``code`` names it for programs and never changes its meaning. ``what`` is a sentence, ``remedy``
    another one that says what to do, empty if there is nothing to do. ``evidence`` are the facts
    that it rests on, by name.
    """

    code: str
    severity: Severity
    what: str
    remedy: str
    where: Where
    evidence: tuple[tuple[str, Fact], ...] = ()
    concern: Concern = "other"

    def to_dict(self) -> JsonObject:
        """Write it as JSON; ``where`` and ``evidence`` hold personal data."""
        where = {name: value for name, value in attrs.asdict(self.where).items() if value}
        return {
            "code": self.code,
            "severity": str(self.severity),
            "what": self.what,
            "remedy": self.remedy,
            "where": where,
            "evidence": dict(self.evidence),
        }


@attrs.frozen
class Kind:
    """A kind of finding. Its sentences may name what :data:`SHAREABLE` allows of the evidence."""

    code: str
    severity: Severity
    what: str
    remedy: str
    concern: Concern = "other"

    def at(self, where: Where, severity: Severity | None = None, /, **evidence: Any) -> Finding:
        """Make a finding of this kind; what is ``None`` of the evidence is not known."""
        known = {name: value for name, value in evidence.items() if value is not None}
        return Finding(
            self.code,
            self.severity if severity is None else severity,
            self.what.format(**known),
            self.remedy.format(**known),
            where,
            tuple(known.items()),
            self.concern,
        )


SHAREABLE: Final = frozenset(
    {
        *("accepted", "battery", "device_type", "devices", "error", "failures", "firmware"),
        *(
            "installed",
            "latest",
            "matter",
            "operation",
            "percent",
            "programs",
            "reason",
            "rssi",
            "scheme",
        ),
        *("scopes", "seconds", "server_state", "since", "slots", "status", "uptime", "wlan"),
    }
)
"""The names of evidence that tells nothing of anybody: numbers, times, and words of our own.

Everything else, all that servers and people wrote among it, is personal.
"""


def worst_of(findings: Iterable[Finding]) -> Severity:
    """How bad the worst of them is; ``OK`` if there is none."""
    return max((finding.severity for finding in findings), default=Severity.OK)
