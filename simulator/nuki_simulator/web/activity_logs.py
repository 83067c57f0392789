"""``/smartlock/log``: the activity logs, newest first."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

import attrs

from nuki_core.unset import UNSET

from .cloud import Handlers
from .device_views import device_of, is_masked, masked_log, own_devices
from .errors import invalid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nuki.web import SmartlockLog
    from nuki_simulator.world.devices import Device

    from .cloud import Call, Cloud

HANDLERS: Final = Handlers()

USUAL_LIMIT: Final = 20
HIGHEST_LIMIT: Final = 50
_EQUAL: Final = ("auth_id", "account_user_id", "action")


def limit_of(call: Call, usual: int = USUAL_LIMIT, highest: int = HIGHEST_LIMIT) -> int:
    """Read how many entries to answer; more than the highest is cut down to it."""
    limit: int = call.arguments.get("limit", usual)
    if limit < 1:
        raise invalid(limit, "limit")
    return min(limit, highest)


def older_from(call: Call, ids: Sequence[str]) -> int:
    """Tell where the entries begin that are older than the last one that the caller has seen."""
    last_seen = call.arguments.get("older_than")
    if last_seen is None:
        return 0
    return ids.index(last_seen) + 1 if last_seen in ids else len(ids)


def known_entries(cloud: Cloud, device: Device) -> list[SmartlockLog]:
    """List the entries that reached the server: none that a device made while offline."""
    if device.offline_since is None:
        return device.log
    since = cloud.world.clock.start + timedelta(seconds=device.offline_since)
    return [entry for entry in device.log if entry.date <= since]


def with_user(device: Device, entry: SmartlockLog) -> SmartlockLog:
    """Add to an entry the account user whose authorisation is behind it."""
    auth = device.auths.get(entry.auth_id) if entry.auth_id else None
    if auth is None or auth.account_user_id is UNSET:
        return entry
    return attrs.evolve(entry, account_user_id=auth.account_user_id)


@HANDLERS.answers("smartlock_log.list")
def list_logs(call: Call) -> list[SmartlockLog]:
    """``GET /smartlock/log``."""
    return _page(call, own_devices(call))


@HANDLERS.answers("smartlock_log.list_for_smartlock")
def list_for_smartlock(call: Call) -> list[SmartlockLog]:
    """``GET /smartlock/{smartlockId}/log``."""
    return _page(call, [device_of(call)])


def _page(call: Call, devices: Iterable[Device]) -> list[SmartlockLog]:
    given, limit = call.arguments, limit_of(call)
    found = [(device, entry) for device in devices for entry in known_entries(call.cloud, device)]
    # Entries of one device stay in their order when they bear the same time.
    found = sorted(found, key=lambda pair: pair[1].date)[::-1]
    ids = [entry.id for _, entry in found]
    found = found[older_from(call, ids) :]
    shown = (
        masked_log(entry) if is_masked(call.cloud, device) else with_user(device, entry)
        for device, entry in found
    )
    equal = {name: given[name] for name in _EQUAL if name in given}
    begins, ends = given.get("from_date"), given.get("to_date")
    wanted = (
        entry
        for entry in shown
        if all(getattr(entry, name) == value for name, value in equal.items())
        and (begins is None or entry.date >= begins)
        and (ends is None or entry.date <= ends)
    )
    return list(islice(wanted, limit))
