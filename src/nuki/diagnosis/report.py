"""Findings as a text for an issue tracker, in which nothing tells who has the problem."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from nuki_core.redaction import MASK

from .findings import SHAREABLE, worst_of
from .version_check import installed_version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .findings import Finding, Where


def report(findings: Sequence[Finding]) -> str:
    """Write findings in a way that may be published.

    Devices and callbacks are numbered; names, ids and addresses are left out, and of the evidence
    stays what is a number, a time or a word of ours (:data:`SHAREABLE`). So two homes with the same
    problem give the same text.
    """
    numbers: dict[Where, int] = {}
    ours, python = installed_version() or "unknown", platform.python_version()
    lines = [
        f"nuki-sdk {ours}, Python {python}, {platform.system() or 'unknown system'}",
        f"worst: {worst_of(findings)}",
    ]
    for finding in findings:
        where = finding.where
        place: str = where.kind
        if place in {"device", "callback"}:
            same = [each for each in numbers if each.kind == place]
            place = f"{place} {numbers.setdefault(where, len(same) + 1)}"
        lines += ["", f"{finding.severity} {finding.code}: {place}"]
        lines.append(f"  {finding.what}")
        for name, value in finding.evidence:
            lines.append(f"  {name}: {value if name in SHAREABLE else MASK}")
    return "\n".join(lines) + "\n"
