"""``/smartlock``: devices, their configuration and administration, and lock actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from nuki.firmware import FirmwareVersion
from nuki.web import DeviceErrorCode, LockAction, LogState, OpenerAction, SmartlockUpdate
from nuki_core.ids import DeviceType
from nuki_simulator.world import physics
from nuki_simulator.world.events import AuthChanged, ConfigChanged, DeviceChanged
from nuki_simulator.world.journal import Cause, CauseKind
from nuki_simulator.world.physics import simple_lock, simple_unlock, steps_of

from .change_queue import queue_operation
from .cloud import Handlers
from .device_configs import READ_ONLY, apply_lock_config, apply_opener_config
from .device_views import device_of, devices_of, own_devices, require_free, smartlock
from .errors import ApiError, invalid
from .rows import merge

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki.web import BulkWebConfigRequest, Smartlock, SmartlockConfig, SmartlockWebConfig
    from nuki_core.model import Model
    from nuki_simulator.world.devices import Action, Device, Run

    from .cloud import Call, Handler
    from .records import DeviceRecord

    M = TypeVar("M", bound=Model)

HANDLERS: Final = Handlers()

Ended: TypeAlias = "Callable[[DeviceErrorCode | None], object]"

_LONGEST_NAME: Final = 32
_HIGHEST_PIN: Final = 9999
_SECOND_GENERATION: Final = 2
_ERRORS: Final = {
    LogState.MOTOR_BLOCKED: DeviceErrorCode.MOTOR_BLOCKED,
    LogState.CANCELED: DeviceErrorCode.CANCELED,
    LogState.BUSY: DeviceErrorCode.BUSY,
    LogState.MOTOR_POWER_FAILURE: DeviceErrorCode.MOTOR_POWER_FAILURE,
    LogState.REJECTED: DeviceErrorCode.BAD_PARAMETER,
}


@HANDLERS.answers("smartlock.list")
def list_smartlocks(call: Call) -> list[Smartlock]:
    """``GET /smartlock``."""
    found = [smartlock(call.cloud, device) for device in own_devices(call)]
    kind, auth_id = call.arguments.get("device_type"), call.arguments.get("auth_id")
    return [
        entry
        for entry in found
        if (kind is None or entry.smartlock_id.device_type == kind)
        and (auth_id is None or entry.auth_id == auth_id)
    ]


@HANDLERS.answers("smartlock.get")
def get_smartlock(call: Call) -> Smartlock:
    """``GET /smartlock/{smartlockId}``."""
    return smartlock(call.cloud, device_of(call))


@HANDLERS.answers("smartlock.update")
def update_smartlock(call: Call) -> None:
    """``POST /smartlock/{smartlockId}``."""
    device, body = device_of(call), call.body
    assert isinstance(body, SmartlockUpdate)  # noqa: S101 - for type checkers
    if body.name:
        if len(body.name) > _LONGEST_NAME:
            raise invalid(body.name, "name")
        device.name = body.name
    if isinstance(body.favorite, bool):
        call.cloud.device(device).favorite = body.favorite
    _changed(call, device)


@HANDLERS.answers("smartlock.delete")
def delete_smartlock(call: Call) -> None:
    """``DELETE /smartlock/{smartlockId}``."""
    device = device_of(call)
    call.cloud.world.remove_device(device)
    call.cloud.state.devices.pop(device.smartlock_id, None)


@HANDLERS.answers("smartlock.set_admin_pin")
def set_admin_pin(call: Call) -> None:
    """``POST /smartlock/{smartlockId}/admin/pin``."""
    device, pin = device_of(call), call.body.admin_pin
    if not 0 <= pin <= _HIGHEST_PIN:
        raise invalid("...", "adminPin")
    device.admin_pin = pin
    _changed(call, device)


@HANDLERS.answers("smartlock.update_config")
def update_config(call: Call) -> None:
    """``POST /smartlock/{smartlockId}/config``."""
    device, config = device_of(call), call.body
    require_free(device.operation_id)
    if not config.name or len(config.name) > _LONGEST_NAME:
        raise invalid(config.name, "name")
    _queue_config(call, device, call.cloud.device(device).config, _rename)


def _rename(device: Device, config: SmartlockConfig) -> None:
    device.name = config.name


def _queue_config(
    call: Call, device: Device, current: M, apply: Callable[[Device, M], object]
) -> None:
    """Queue a change of a configuration as the body says, and what the device does about it."""

    def carry_out() -> None:
        merge(current, call.body, call.now, READ_ONLY)
        apply(device, current)
        device.updated = call.now
        call.cloud.world.emit(ConfigChanged(device))

    queue_operation(call.cloud, device, carry_out)


def _advanced(
    member: Callable[[DeviceRecord], M | None], apply: Callable[[Device, M], object]
) -> Handler:
    def handle(call: Call) -> None:
        device = device_of(call)
        current = member(call.cloud.device(device))
        if current is None:
            raise invalid(int(device.type), "type")
        _queue_config(call, device, current, apply)

    return handle


@HANDLERS.answers("smartlock.sync")
def sync_smartlock(call: Call) -> None:
    """``POST /smartlock/{smartlockId}/sync``."""
    device = device_of(call, unmasked=False)
    world = call.cloud.world

    def carry_out() -> None:
        world.emit(DeviceChanged(device))
        world.emit(ConfigChanged(device))
        for auth in device.auths.values():
            world.emit(AuthChanged(device, auth))

    # A sync waits for nobody and keeps nobody waiting: it only reads.
    world.clock.after(world.network.delay, lambda: carry_out() if device.online else None)


@HANDLERS.answers("smartlock.update_web_config")
def update_web_config(call: Call) -> None:
    """``POST /smartlock/{smartlockId}/web/config``."""
    _set_web_config(call, device_of(call, unmasked=False), call.body)


@HANDLERS.answers("smartlock.update_web_config_many")
def update_web_config_many(call: Call) -> None:
    """``POST /bulk-web-config``."""
    body: BulkWebConfigRequest = call.body
    requests = body.web_config_requests or []
    ids = [request.smartlock_id for request in requests]
    if any(not smartlock_id for smartlock_id in ids):
        raise invalid(None, "smartlockId")
    devices = devices_of(call, [smartlock_id for smartlock_id in ids if smartlock_id])
    by_id = {device.smartlock_id: device for device in devices}
    for request in requests:
        if request.web_config and request.smartlock_id:
            _set_web_config(call, by_id[request.smartlock_id], request.web_config)


def _set_web_config(call: Call, device: Device, body: SmartlockWebConfig) -> None:
    config = call.cloud.device(device).web
    if isinstance(body.battery_warning_per_mail_enabled, bool):
        config.battery_warning_per_mail_enabled = body.battery_warning_per_mail_enabled
    if isinstance(body.dismissed_lift_up_handle_warning, list):
        config.dismissed_lift_up_handle_warning = body.dismissed_lift_up_handle_warning
    call.cloud.world.emit(ConfigChanged(device))


def _changed(call: Call, device: Device) -> None:
    device.updated = call.now
    call.cloud.world.emit(DeviceChanged(device))


# Actions: accepted at once, carried out by the device later, or never


@HANDLERS.answers("smartlock.act")
def act(call: Call) -> None:
    """``POST /smartlock/{smartlockId}/action``."""
    start(call, device_of(call), chosen_action)


@HANDLERS.answers("smartlock.lock")
def lock(call: Call) -> None:
    """``POST /smartlock/{smartlockId}/action/lock``."""
    start(call, device_of(call), locking)


@HANDLERS.answers("smartlock.unlock")
def unlock(call: Call) -> None:
    """``POST /smartlock/{smartlockId}/action/unlock``."""
    start(call, device_of(call), unlocking)


def start(
    call: Call,
    device: Device,
    choose: Callable[[Call, Device], Action],
    ended: Ended = lambda _: None,
) -> None:
    """Queue an action; ``ended`` gets the device's error, or ``None`` when it succeeded.

    Raises:
        ApiError: The device cannot do it, or another operation is running.
    """
    action = choose(call, device)
    world = call.cloud.world
    cause = Cause(CauseKind.WEB, call=world.calls, name=call.account.mine.name)
    runs: list[Run] = []

    def carry_out() -> Run:
        runs.append(physics.act(world, device, action, cause))
        return runs[0]

    def report() -> None:
        if not runs or runs[0].outcome is None:  # it got lost on the way
            ended(DeviceErrorCode.UNKNOWN)
        elif runs[0].succeeded:
            ended(None)
        else:
            ended(_ERRORS.get(runs[0].outcome, DeviceErrorCode.UNKNOWN))

    queue_operation(call.cloud, device, carry_out, report)


def chosen_action(call: Call, device: Device) -> Action:
    """Read the action in the body; refused if the device cannot do it."""
    number = int(call.body.action)
    action: Action = OpenerAction(number) if device.is_opener else LockAction(number)
    if not steps_of(device, action) or (_unlatches(action) and call.cloud.device(device).american):
        raise invalid(number, "action")
    return action


def locking(_call: Call, device: Device) -> Action:
    """Choose what the device takes the simple action "lock" for."""
    return _simple(device, simple_lock(device))


def unlocking(call: Call, device: Device) -> Action:
    """Choose what the device takes the simple action "unlock" for."""
    action = _simple(device, simple_unlock(device))
    if _unlatches(action) and call.cloud.device(device).american:
        return LockAction.UNLOCK
    return action


def _simple(device: Device, action: Action) -> Action:
    # From when on simple actions work: Bridge API 1.13.3, "Simple lock actions".
    oldest = FirmwareVersion(0, 0, 0)
    if device.is_opener:
        oldest = FirmwareVersion(1, 3, 0)
    elif device.type == DeviceType.SMART_LOCK:
        second = device.firmware.major >= _SECOND_GENERATION
        oldest = FirmwareVersion(2, 4, 3) if second else FirmwareVersion(1, 8, 0)
    if device.firmware < oldest or not steps_of(device, action):
        raise ApiError(405, "The smartlock does not support this action.")
    return action


def _unlatches(action: Action) -> bool:
    # US doors have no latch to pull (Key API Concepts); members of two enums are never equal.
    return action in {LockAction.UNLATCH, LockAction.LOCK_N_GO_WITH_UNLATCH}


HANDLERS.add(
    "smartlock.update_advanced_config", _advanced(lambda record: record.advanced, apply_lock_config)
)
HANDLERS.add(
    "smartlock.update_smartdoor_advanced_config",
    _advanced(lambda record: record.smartdoor, apply_lock_config),
)
HANDLERS.add(
    "smartlock.update_opener_advanced_config",
    _advanced(lambda record: record.opener, apply_opener_config),
)
