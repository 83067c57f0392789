"""One change of access on many doors: each door has its own result, and none is skipped silently.

The Web API has calls for many devices, which fail as a whole because of one, and leave out without
a word those that have no Smart Hosting subscription (Nuki Web API v.1.5.0, "Smart Hosting"). So
each door is asked by itself, a few at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

import attrs

from nuki_core.errors import NukiError
from nuki_core.frontends import ask, together
from nuki_generated.web import SmartlockAuth

from .access import KEYPAD_CODES, Codes, Door, check_name, limits_of
from .keypad_code import KeypadCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nuki_core.clock import Clock
    from nuki_core.frontends import Flow
    from nuki_generated.web import Smartlock

    from .clients import WebClient
    from .validity import Validity

K = TypeVar("K", bound=Door)
T = TypeVar("T")

OnResult: TypeAlias = Callable[[K, NukiError | None], object]

_AT_ONCE: Final = 8


@attrs.frozen
class AccessReport(Generic[K]):
    """What became of a change on many doors; each door is in one of these.

    ``done`` has the entry of each door that has the change now, ``already`` of those that had it
    before and were left alone; ``failed`` the error of each door that has not; ``skipped`` why a
    door was not asked. Calling again repeats only what failed.
    """

    done: dict[K, SmartlockAuth]
    already: dict[K, SmartlockAuth]
    failed: dict[K, NukiError]
    skipped: dict[K, str]

    @property
    def is_complete(self) -> bool:
        """Whether every door has it."""
        return not self.failed and not self.skipped

    @property
    def code(self) -> KeypadCode | None:
        """The code that the doors have, if they have the same one."""
        found = {entry.code for entry in (*self.done.values(), *self.already.values())}
        code = found.pop() if len(found) == 1 else None
        return KeypadCode(code) if code else None


def why_not(smartlock: Smartlock | None) -> str:
    """Why a door can have no codes; empty if it can."""
    if smartlock is None:
        return "the Web API does not know it"
    if smartlock.error:  # such doors are skipped silently by the calls for many doors
        return str(smartlock.error)
    config = smartlock.config or None
    has_keypad = config is not None and (config.keypad_paired or config.keypad2_paired)
    return "" if has_keypad else "it has no keypad"


def _telling(door: K, change: Flow[T], on_result: OnResult[K] | None) -> Flow[T]:
    """Carry out the change of one door, and tell what came of it."""
    try:
        result = yield from change
    except NukiError as error:
        if on_result is not None:
            on_result(door, error)
        raise
    if on_result is not None:
        on_result(door, None)
    return result


def add_to_all(  # noqa: PLR0913 - who, where, what, when
    web: WebClient,
    clock: Clock,
    doors: Sequence[K],
    smartlocks: dict[str, Smartlock],
    *,
    name: str,
    code: int | str | None,
    valid: Validity,
    on_result: OnResult[K] | None,
) -> Flow[AccessReport[K]]:
    """Have a code on many doors."""
    check_name(name)
    report = AccessReport[K]({}, {}, {}, {})
    wanted, flows = list[K](), list["Flow[SmartlockAuth]"]()
    listed = yield from ask(web.smartlock_auth.list, types=KEYPAD_CODES)
    by_door = dict[str, list[SmartlockAuth]]()
    for entry in listed:
        by_door.setdefault(entry.smartlock_id.hex, []).append(entry)
    if code is None:
        # Some door may have it since an earlier call.
        known = [
            one.code for door in doors for one in by_door.get(door.hex, []) if one.name == name
        ]
        taken = {one.code for one in listed if one.code}
        code = next((one for one in known if one), None) or KeypadCode.random(taken)
    chosen = KeypadCode(code)
    for door in doors:
        has = next(
            (one for one in by_door.get(door.hex, []) if one.code == chosen and one.name == name),
            None,
        )
        reason = why_not(smartlocks.get(door.hex))
        if reason:
            report.skipped[door] = reason
        elif has is not None and limits_of(has) == valid.in_zone(door.zone).limits():
            report.already[door] = has
        else:
            codes = Codes(web, door, clock)
            wanted.append(door)
            change = (
                Codes.add.flow(codes, name, chosen, valid=valid)
                if has is None
                else Codes.update.flow(codes, has, valid=valid)
            )
            flows.append(_telling(door, change, on_result))
    results = yield from together(flows, _AT_ONCE, clock)
    for door, result in zip(wanted, results, strict=True):
        if isinstance(result, NukiError):
            report.failed[door] = result
        else:
            report.done[door] = result
    return report


def remove_from_all(
    web: WebClient,
    clock: Clock,
    doors: Sequence[K],
    name: str,
    on_result: OnResult[K] | None,
) -> Flow[AccessReport[K]]:
    """Have the codes of this name gone from many doors; doors without one are skipped."""
    report = AccessReport[K]({}, {}, {}, {})
    listed = yield from ask(web.smartlock_auth.list, types=KEYPAD_CODES)
    wanted = [
        (door, entry)
        for door in doors
        for entry in listed
        if entry.smartlock_id.hex == door.hex and entry.name == name
    ]
    having = {door.hex for door, _ in wanted}
    report.skipped.update((door, "it has no such code") for door in doors if door.hex not in having)
    flows = [
        _telling(door, Codes.remove.flow(Codes(web, door, clock), entry), on_result)
        for door, entry in wanted
    ]
    results = yield from together(flows, _AT_ONCE, clock)
    for (door, entry), result in zip(wanted, results, strict=True):
        if isinstance(result, NukiError):
            report.failed[door] = result
        else:
            report.done[door] = entry
    return report
