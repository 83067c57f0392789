"""Faults by rule: which requests go wrong, and how."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import attrs

from nuki_simulator.world.rules import Rule

if TYPE_CHECKING:
    from nuki_core.request import Operation


class FaultKind(Enum):
    """Kinds of failure."""

    REFUSE = "refuse"
    """No connection; nothing is carried out."""
    RESET_BEFORE = "reset-before"
    """The connection breaks before the request is carried out."""
    RESET_AFTER = "reset-after"
    """The request is carried out, then the connection breaks without an answer."""
    STALL = "stall"
    """The request is carried out, and the answer never comes."""
    TRUNCATE = "truncate"
    """The connection breaks half-way through the answer."""
    BAD_GATEWAY = "html-502"
    """502 with an HTML page, as a proxy makes it; nothing is carried out."""
    CONTENT_TYPE = "content-type"
    """The right body under the wrong content type."""
    TOO_MANY_REQUESTS = "too-many-requests"
    """429 with ``Retry-After``; nothing is carried out."""


@attrs.define(eq=False, kw_only=True)
class FaultRule(Rule):
    """Applies to requests that match all that is given; ``None`` matches everything.

    ``api`` is ``"bridge"`` or ``"web"``, ``operation`` is ``resource.name`` as in
    ``"device.act"``. ``seconds`` is for stalls and ``Retry-After``.
    """

    kind: FaultKind
    api: str | None = None
    resource: str | None = None
    operation: str | None = None
    seconds: float = 60.0

    def applies(self, api: str, operation: Operation | None) -> bool:
        """Tell whether this request goes wrong; counts the matching ones."""
        resource = operation.resource if operation else ""
        name = f"{operation.resource}.{operation.name}" if operation else ""
        return (
            self.api in {None, api}
            and self.resource in {None, resource}
            and self.operation in {None, name}
            and self.counts()
        )
