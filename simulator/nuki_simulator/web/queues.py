"""Changes of rows that take effect on a device later, or get lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from nuki_core.unset import UNSET

from .devices import require_free

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nuki_core.unset import Unset
    from nuki_simulator.world.devices import Device

    from .cloud import Cloud


class Row(Protocol):
    """A row that a running operation marks."""

    operation_id: str | Unset


def queue(
    cloud: Cloud,
    device: Device,
    work: Callable[[], object],
    *,
    rows: Sequence[Row] = (),
    lost: Callable[[], object] = lambda: None,
) -> None:
    """Accept a change: ``work`` is done when it reaches the device, ``lost`` when it never does.

    Meanwhile ``rows`` carry an ``operation_id``, and further changes of them are refused.

    Raises:
        Refused: 423, another operation is running on one of the rows.
    """
    for row in rows:
        require_free(row.operation_id)
    operation_id = cloud.object_id()
    for row in rows:
        row.operation_id = operation_id
    world = cloud.world

    def arrive() -> None:
        for row in rows:
            row.operation_id = UNSET
        known = device.smartlock_id in world.devices
        reached = known and device.online and not world.chance.strikes(world.network.loss)
        (work if reached else lost)()

    world.clock.after(world.network.delay, arrive)
