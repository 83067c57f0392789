"""The activity log of a device: who did what, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nuki.web import (
    LockTrigger,
    LogAction,
    LogSource,
    LogState,
    OpenerLogAction,
    OpenerLogSource,
    OpenerState,
    OpenerTrigger,
    SmartlockLog,
    SmartlockLogOpenerLog,
    SmartlockMode,
)
from nuki_core.unset import UNSET

from .events import LogAdded
from .journal import CauseKind

if TYPE_CHECKING:
    from .devices import Action, Device, Trigger
    from .journal import Cause
    from .world import World

_KEPT = 2000
_TRIGGERS = {
    CauseKind.WEB: LockTrigger.WEB,
    CauseKind.BRIDGE: LockTrigger.SYSTEM,
    CauseKind.APP: LockTrigger.SYSTEM,
    CauseKind.KEY: LockTrigger.MANUAL,
    CauseKind.BUTTON: LockTrigger.BUTTON,
    CauseKind.KEYPAD: LockTrigger.KEYPAD,
    CauseKind.FOB: LockTrigger.ACCESSORY,
    CauseKind.BELL: LockTrigger.AUTOMATIC,
    CauseKind.DOOR: LockTrigger.AUTOMATIC,
    CauseKind.AUTOMATIC: LockTrigger.AUTO_LOCK,
    CauseKind.POWER: LockTrigger.SYSTEM,
}
_OPENER_SOURCES = {
    CauseKind.BELL: OpenerLogSource.DOORBELL,
    CauseKind.AUTOMATIC: OpenerLogSource.TIMECONTROL,
    CauseKind.APP: OpenerLogSource.APP,
    CauseKind.WEB: OpenerLogSource.APP,
    CauseKind.BUTTON: OpenerLogSource.BUTTON,
    CauseKind.FOB: OpenerLogSource.FOB,
    CauseKind.BRIDGE: OpenerLogSource.BRIDGE,
    CauseKind.KEYPAD: OpenerLogSource.KEYPAD,
}


def trigger_of(device: Device, cause: Cause) -> Trigger:
    """How the Web API names a cause; lock and opener number theirs alike."""
    trigger = _TRIGGERS[cause.kind]
    return OpenerTrigger(int(trigger)) if device.is_opener else trigger


def log_action(
    world: World, device: Device, action: Action, cause: Cause, outcome: LogState
) -> SmartlockLog:
    """Log an action and its outcome."""
    return log(world, device, int(action), cause, outcome)


def log(
    world: World,
    device: Device,
    action: int,
    cause: Cause,
    outcome: LogState = LogState.SUCCESS,
) -> SmartlockLog:
    """Add an entry to a device's activity log; ``action`` is a number of its log action enum."""
    entry = SmartlockLog(
        id=world.chance.hexadecimal(),
        smartlock_id=device.smartlock_id,
        device_type=device.type,
        name=cause.name,
        auth_id=UNSET if cause.auth_id is None else cause.auth_id,
        action=OpenerLogAction(action) if device.is_opener else LogAction(action),
        trigger=trigger_of(device, cause),
        state=outcome,
        source=_source(cause),
        auto_unlock=False,
        date=world.clock.now(),
        opener_log=_opener_log(device, cause) if device.is_opener else UNSET,
    )
    device.log.append(entry)
    if len(device.log) > _KEPT:
        del device.log[: -_KEPT // 2]
    world.emit(LogAdded(device, entry))
    return entry


def _source(cause: Cause) -> LogSource:
    return LogSource.KEYPAD_CODE if cause.kind == CauseKind.KEYPAD else LogSource.DEFAULT


def _opener_log(device: Device, cause: Cause) -> SmartlockLogOpenerLog:
    status = device.status
    return SmartlockLogOpenerLog(
        active_cm=status.mode == SmartlockMode.CONTINUOUS,
        active_rto=status.state == OpenerState.RING_TO_OPEN_ACTIVE,
        flag_doorbell_suppression=False,
        flag_force=False,
        flag_geo_fence=False,
        source=_OPENER_SOURCES.get(cause.kind, OpenerLogSource.DOORBELL),
    )
