"""Changes that the Web API accepts now and that take effect on a device later, or never."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from nuki_core.unset import UNSET

from .device_views import require_free

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nuki_core.unset import Unset
    from nuki_simulator.world.devices import Device, Run

    from .cloud import Cloud


class Row(Protocol):
    """A row that a running operation marks."""

    operation_id: str | Unset


def queue_operation(
    cloud: Cloud,
    device: Device,
    work: Callable[[], Run | None],
    ended: Callable[[], object] = lambda: None,
) -> None:
    """Queue what occupies the whole device: an action, or a change of its configuration.

    The device has an ``operation_id`` until it is done, or lost because the device is offline when
    it arrives; then ``ended`` is called. ``work`` returns the action that it starts, or ``None`` if
    it is done at once.

    Raises:
        ApiError: 423, another operation is running on the device.
    """
    require_free(device.operation_id)
    world = cloud.world
    operation_id = device.operation_id = cloud.object_id()

    def end() -> None:
        if device.operation_id == operation_id:
            device.operation_id = None
        ended()

    def arrive() -> None:
        lost = world.randomness.happens(world.network.loss) or not device.online
        run = None if lost else work()
        if run is None:
            end()
        else:
            run.when_ended(lambda _: end())

    world.clock.after(world.network.delay, arrive)


def queue_change(
    cloud: Cloud,
    device: Device,
    work: Callable[[], object],
    *,
    rows: Sequence[Row] = (),
    lost: Callable[[], object] = lambda: None,
) -> None:
    """Queue a change of what a device has learned: done when it arrives, or ``lost``.

    Until then ``rows`` carry an ``operation_id``, and further changes of them are refused.

    Raises:
        ApiError: 423, another operation is running on one of the rows.
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
        reached = known and device.online and not world.randomness.happens(world.network.loss)
        (work if reached else lost)()

    world.clock.after(world.network.delay, arrive)
