"""Changes that the Web API accepts now and that take effect on a device later, or never."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import attrs

from nuki_core.unset import UNSET

from .device_views import require_free

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nuki_core.unset import Unset
    from nuki_simulator.world.devices import Device, Run
    from nuki_simulator.world.world import World

    from .cloud import Cloud


@attrs.define(eq=False)
class Queued:
    """A change under way; ``done`` is ``None`` until it was carried out or got lost."""

    operation_id: str
    device: Device
    done: bool | None = None
    _waiting: list[Callable[[Queued], object]] = attrs.field(
        factory=list["Callable[[Queued], object]"], repr=False
    )

    def when_ended(self, listener: Callable[[Queued], object]) -> None:
        """Call ``listener`` when the change was carried out or got lost, or now if it has."""
        if self.done is None:
            self._waiting.append(listener)
        else:
            listener(self)

    def end(self, *, done: bool) -> None:
        """Free the device for the next change and tell who waits."""
        if self.done is not None:
            return
        self.done = done
        if self.device.operation_id == self.operation_id:
            self.device.operation_id = None
        for listener in self._waiting:
            listener(self)


def enqueue(world: World, device: Device, work: Callable[[], Run | None]) -> Queued:
    """Queue a change for a device: later, or never if the device is offline then.

    Until then the device has an ``operation_id``. ``work`` returns the action that it starts, or
    ``None`` if it is done at once.
    """
    queued = Queued(world.randomness.hexadecimal(), device)
    device.operation_id = queued.operation_id
    world.clock.after(world.network.delay, lambda: _carry_out(world, queued, work))
    return queued


def _carry_out(world: World, queued: Queued, work: Callable[[], Run | None]) -> None:
    lost = world.randomness.happens(world.network.loss)
    if lost or not queued.device.online:
        queued.end(done=False)
        return
    run = work()
    if run is None:
        queued.end(done=True)
    else:
        run.when_ended(lambda ended: queued.end(done=ended.succeeded))


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
