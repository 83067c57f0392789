"""Changing an authorization without losing what the change does not mention.

Nobody outside knows whether the server keeps the fields that an update leaves out. The vendor's
examples change single fields; a report from production (developer forum, 2026) saw dates and times
cleared, after which a guest's code opened for ever. An update that holds everything is safe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from nuki_core.errors import ValidationError
from nuki_core.unset import UNSET
from nuki_generated.web import SmartlockAuthMultiUpdate, SmartlockAuthUpdate

if TYPE_CHECKING:
    from nuki_generated.web import SmartlockAuth

U = TypeVar("U", SmartlockAuthUpdate, SmartlockAuthMultiUpdate)

_LIMITS: Final = (
    "allowed_from_date",
    "allowed_from_time",
    "allowed_until_date",
    "allowed_until_time",
    "allowed_week_days",
)


def full_update(entry: SmartlockAuth) -> SmartlockAuthUpdate:
    """The update that changes nothing: all of an authorization that can be written.

    Change it, and send it with ``web.smartlock_auth.update(entry.smartlock_id, entry.id, update)``.
    A limit that the entry does not have is ``None``, which is sent as null.

    Raises:
        ValidationError: The entry is masked for want of a Smart Hosting subscription, or has no
            name or id: what it does not show would be lost.
    """
    return _full(SmartlockAuthUpdate, entry)


def full_multi_update(entry: SmartlockAuth) -> SmartlockAuthMultiUpdate:
    """The same for one of several authorizations, for ``web.smartlock_auth.update_many()``.

    Raises:
        ValidationError: As for :func:`full_update`.
    """
    return _full(SmartlockAuthMultiUpdate, entry)


def _full(update: type[U], entry: SmartlockAuth) -> U:
    if entry.is_masked or not entry.id or not entry.name:
        raise ValidationError(
            "this entry does not show all of its authorization; read it with "
            "web.smartlock_auth.get(), with a Smart Hosting subscription where one is needed"
        )
    values: dict[str, Any] = {
        field.name: getattr(entry, field.name)
        for field in attrs.fields(update)
        if field.name != "additional_properties"
    }
    values |= {name: None for name in _LIMITS if values[name] is UNSET}
    return update(**values)
