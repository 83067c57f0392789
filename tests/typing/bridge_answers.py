"""What a type checker says of the Bridge API's answers. Never run, only checked."""

from __future__ import annotations

from typing import assert_type

from nuki import AsyncBridgeClient, BridgeClient, DeviceType, NukiId, PlainToken, SmartlockId, Unset
from nuki.bridge import (
    ActionResult,
    Device,
    Info,
    LockAction,
    LockState,
    LockStateResult,
    OpenerState,
)
from nuki.web import LockState as WebLockState


def answers(bridge: BridgeClient) -> None:
    assert_type(bridge.device.list(), list[Device])
    assert_type(bridge.system.info(), Info)
    state = bridge.device.state(439041101, device_type=DeviceType.SMART_LOCK_3)
    assert_type(state, LockStateResult)
    assert_type(state.state, LockState | OpenerState | Unset)
    assert_type(bridge.device.lock(439041101, device_type=0), ActionResult)
    bridge.device.lock(439041101)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def ids(device: Device) -> None:
    assert_type(device.nuki_id, NukiId)
    assert_type(device.nuki_id.smartlock_id(DeviceType.OPENER), SmartlockId)
    assert_type(SmartlockId.from_hex("1A2B3C4D", DeviceType.OPENER).nuki_id, NukiId)


def a_client_needs_an_address() -> None:
    BridgeClient("http://192.168.1.50:8080", token="abc", scheme=PlainToken)
    BridgeClient(token="abc")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    BridgeClient("http://192.168.1.50:8080", token="abc", scheme="plain")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def enums_of_the_other_api(bridge: BridgeClient) -> None:
    bridge.device.act(1, LockAction.LOCK, device_type=0)
    bridge.device.act(1, WebLockState.LOCKED, device_type=0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def asynchronous(bridge: AsyncBridgeClient) -> None:
    assert_type(await bridge.device.list(), list[Device])
    async with bridge as entered:
        assert_type(entered, AsyncBridgeClient)
    with bridge:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
