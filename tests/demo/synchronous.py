"""The steps with the synchronous clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nuki import BridgeClient, DeviceType, NotFoundError, PlainToken, UnauthorizedError, WebClient
from nuki.bridge import LockState as BridgeLockState
from nuki.web import LockAction, LockState, LogAction, OpenerState, SmartlockAction

from .server import TOKEN

if TYPE_CHECKING:
    from .report import Report


def drive_web(url: str, report: Report) -> None:
    with WebClient(token=TOKEN, base_url=url) as web:
        front, street = web.smartlock.list()
        report.step(
            "list devices", [front.name, street.name], expected=["Front door", "Street door"]
        )
        report.step("its hex id", front.smartlock_id.hex, expected="1A2B3C4D")
        report.step("its type", front.type, expected=DeviceType.SMART_LOCK_3)
        report.step(
            "state of the lock", front.state and front.state.state, expected=LockState.LOCKED
        )
        idle = street.state and street.state.state
        report.step("state of the opener, also 1", idle, expected=OpenerState.ONLINE)
        report.step("is the opener locked?", idle == LockState.LOCKED, expected=False)
        web.smartlock.unlock(front.smartlock_id)
        after = web.smartlock.get(front.smartlock_id).state
        report.step("state after unlock", after and after.state, expected=LockState.UNLOCKED)
        web.smartlock.act(front.smartlock_id, SmartlockAction(action=LockAction.LOCK))
        after = web.smartlock.get(front.smartlock_id).state
        report.step("state after lock", after and after.state, expected=LockState.LOCKED)
        known, unknown = web.smartlock_log.list_for_smartlock(front.smartlock_id)
        report.step("an action in the log", known.action, expected=LogAction.UNLOCK)
        report.step("one of tomorrow", unknown.action, expected=LogAction(77))
        kept = dict(unknown.additional_properties)
        report.step("and its unknown field", kept, expected={"mood": "good"})
        with report.refusal("a device that is not there", expected=NotFoundError):
            web.smartlock.get(4711)
    with (
        WebClient(token="wrong", base_url=url) as web,
        report.refusal("a wrong token", expected=UnauthorizedError),
    ):
        web.smartlock.list()


def drive_bridge(url: str, report: Report) -> None:
    with BridgeClient(url, token=TOKEN, scheme=PlainToken) as bridge:
        report.step("uptime in seconds", bridge.system.info().uptime, expected=86400)
        front, _ = bridge.device.list()
        report.step("a name with a control character", front.name, expected="Front\x11 door")
        done = bridge.device.unlock(front.nuki_id, device_type=front.device_type or None)
        report.step("unlock", done.success, expected=True)
        now = bridge.device.state(front.nuki_id, device_type=DeviceType.SMART_LOCK_3)
        report.step("state now", now.state, expected=BridgeLockState.UNLOCKED)
        with report.refusal("the wrong device type", expected=NotFoundError):
            bridge.device.lock(front.nuki_id, device_type=DeviceType.OPENER)
