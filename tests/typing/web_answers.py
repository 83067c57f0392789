"""What a type checker says of the Web API's answers. Never run, only checked."""

from __future__ import annotations

from datetime import datetime
from typing import assert_type

from nuki import AsyncWebClient, DeviceType, SmartlockId, Unset, WebClient
from nuki.web import (
    AccountUser,
    AccountUserUpdate,
    ActionOption,
    AuthType,
    LockAction,
    LockState,
    LogAction,
    OpenerAction,
    OpenerLogAction,
    OpenerState,
    Smartlock,
    SmartlockAction,
    SmartlockAuth,
    SmartlockLog,
    SmartlocksAuthCreate,
    SmartlockState,
    Weekdays,
)


def devices(web: WebClient) -> None:
    assert_type(web.smartlock.list(), list[Smartlock])
    device = web.smartlock.get(17618910285)
    assert_type(device, Smartlock)
    assert_type(device.smartlock_id, SmartlockId)
    assert_type(device.smartlock_id.hex, str)
    assert_type(device.type, DeviceType)
    assert_type(device.state, SmartlockState | Unset)
    if device.state:
        assert_type(device.state, SmartlockState)
        assert_type(device.state.state, LockState | OpenerState)
        assert_type(device.state.ring_to_open_end, datetime | None | Unset)


def no_content(web: WebClient) -> None:
    nothing: None = web.smartlock.lock(1)  # type: ignore[func-returns-value]
    assert_type(nothing, None)
    answer = web.smartlock.act(1, LockAction.LOCK)  # type: ignore[func-returns-value]
    assert_type(answer, None)


def an_answer_or_none(web: WebClient, body: AccountUserUpdate) -> None:
    user = web.account_user.update(1, body)
    assert_type(user, AccountUser | None)
    print(user.name)  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]


def bodies(web: WebClient, create_many: SmartlocksAuthCreate) -> None:
    web.smartlock.act(1, LockAction.UNLATCH, option=ActionOption.FORCE)
    web.smartlock.act(1, OpenerAction.ELECTRIC_STRIKE_ACTUATION)
    web.smartlock.act(1, LockState.LOCKED)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    web.smartlock.act(1, LockAction.UNLATCH, ActionOption.FORCE)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    web.smartlock.list(device_type=4)
    web.smartlock_auth.list(types={AuthType.APP, 13})
    web.smartlock_auth.create(1, create_many)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    SmartlockAction(action=LockState.LOCKED)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    SmartlockAction()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    web.account_user.update(1, {"name": "Anna"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    web.smartlock.lock("1A2B3C4D")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    web.smartlock.lock()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    web.smartlock.list(colour="red")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    web.smart_lock.list()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def flags(auth: SmartlockAuth) -> None:
    days = auth.allowed_week_days
    if days:
        assert_type(days, Weekdays)
        assert_type(days & Weekdays.MONDAY, Weekdays)
        assert_type(Weekdays.SATURDAY | Weekdays.SUNDAY, Weekdays)
        assert_type(days.is_known, bool)


def the_log(entry: SmartlockLog) -> None:
    assert_type(entry.action, LogAction | OpenerLogAction)
    assert_type(entry.date, datetime)
    assert_type(entry.name, str | Unset)
    entry.name.upper()  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    assert_type(entry.name or "nobody", str)


async def asynchronous(web: AsyncWebClient) -> None:
    assert_type(await web.smartlock.list(), list[Smartlock])
    assert_type(await web.smartlock_log.list(limit=5), list[SmartlockLog])
    web.smartlock.list()[0]  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
