"""One request to a bridge, with its parameters read, or refused, as a bridge does it."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import attrs

from nuki_simulator.world.journal import Cause, CauseKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nuki_core.request import Operation
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.devices import Device
    from nuki_simulator.world.world import World

_DECIMAL: Final = re.compile(r"[0-9]{1,10}")
_HEXADECIMAL: Final = re.compile(r"[0-9A-Fa-f]{1,8}")


class Refused(Exception):  # noqa: N818 - an answer, not an error of ours
    """The bridge answers with this status and nothing else."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


@attrs.frozen(eq=False)
class Call:
    """A request that was let in; ``number`` is the world's."""

    world: World
    bridge: Bridge
    operation: Operation
    arguments: Mapping[str, str] = attrs.field(repr=False)
    number: int

    @property
    def cause(self) -> Cause:
        """What devices do on behalf of this request."""
        return Cause(CauseKind.BRIDGE, call=self.number, name="Nuki Bridge")

    def integer(self, name: str, default: int | None = None) -> int:
        """A number from the query; refused where it is none, or missing without a default."""
        text = self.arguments.get(name)
        if text is None and default is not None:
            return default
        if text is None or not _DECIMAL.fullmatch(text):
            raise Refused(self._bad_request)
        return int(text)

    def device(self) -> Device:
        """The paired device that ``nukiId`` and ``deviceType`` name; refused where there is none.

        Ids may be decimal or, as some clients send them, hexadecimal.
        """
        ids = _ids(self.arguments.get("nukiId", ""))
        kind = self.integer("deviceType", default=0)
        for smartlock_id in self.bridge.paired:
            if smartlock_id.nuki_id in ids and smartlock_id.device_type == kind:
                return self.world.devices[smartlock_id]
        raise Refused(HTTPStatus.NOT_FOUND)

    @property
    def _bad_request(self) -> HTTPStatus:
        declared = HTTPStatus.BAD_REQUEST in self.operation.responses
        return HTTPStatus.BAD_REQUEST if declared else HTTPStatus.NOT_FOUND


def _ids(text: str) -> set[int]:
    found: set[int] = set()
    if _DECIMAL.fullmatch(text):
        found.add(int(text))
    if _HEXADECIMAL.fullmatch(text):
        found.add(int(text, 16))
    return found
