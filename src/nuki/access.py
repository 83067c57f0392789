"""Who gets in: the keypad codes and authorizations of a device.

The Web API answers a change before the device has it, and refuses another one meanwhile (423): here
both are waited for. What an update leaves out the server may wipe (developer forum, "Nuki Web API
authorization update/synchronization inconsistency"), so all that an entry has is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from nuki_core.errors import (
    BadRequestError,
    ConflictError,
    NotConfirmedError,
    NukiError,
    ValidationError,
)
from nuki_core.frontends import AsyncFrontend, FlowMethod, SyncFrontend, ask
from nuki_core.unset import UNSET
from nuki_generated.web import (
    AuthType,
    SmartlockAuth,
    SmartlockAuthCreate,
    SmartlockAuthUpdate,
)

from .actions import until, when_free
from .keypad_code import KeypadCode
from .validity import ALWAYS, Validity

if TYPE_CHECKING:
    import builtins
    from collections.abc import Callable
    from zoneinfo import ZoneInfo

    from nuki_core.clock import Clock
    from nuki_core.frontends import Flow

    from .clients import WebClient

ACCESS_TIMEOUT: Final = 60.0
_LONGEST_CODE_NAME: Final = 20  # Key API Concepts, "Keypad"
_DRAWS: Final = 5
_LIMITS: Final = tuple(ALWAYS.limits())
KEYPAD_CODES: Final = [AuthType.KEYPAD_CODE]


class Door(Protocol):
    """What codes and authorizations need to know of their device."""

    @property
    def id(self) -> int:
        """Its id in the Web API."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def hex(self) -> str:
        """Its id as the app prints it."""
        ...

    @property
    def zone(self) -> ZoneInfo | None:
        """The zone of its clock."""
        ...


class _AccessFlows:
    """The entries of some types on one device."""

    _types: builtins.list[AuthType] | None = None
    _web: WebClient
    _door: Door
    _clock: Clock

    def _hold(self, web: WebClient, door: Door, clock: Clock) -> None:
        self._web, self._door, self._clock = web, door, clock

    @FlowMethod
    def list(self) -> Flow[builtins.list[SmartlockAuth]]:
        """All entries.

        Raises:
            NukiError: As for every call.
        """
        return (yield from self._listed())

    @FlowMethod
    def update(  # noqa: PLR0913 - one line for each thing that may change
        self,
        entry: SmartlockAuth,
        *,
        name: str | None = None,
        code: int | None = None,
        valid: Validity | None = None,
        enabled: bool | None = None,
        remote_allowed: bool | None = None,
    ) -> Flow[SmartlockAuth]:
        """Change an entry; what is not named stays as it is. The entry once it has taken effect.

        Raises:
            ValidationError: The entry has no id, or what is asked for cannot be.
            NotConfirmedError: It had not taken effect after a minute.
            NukiError: As for every call.
        """
        entry_id, smartlock_id = _id_of(entry), self._door.id
        changes: dict[str, Any] = {
            "name": name,
            "code": None if code is None else int(KeypadCode(code)),
            "enabled": enabled,
            "remote_allowed": remote_allowed,
        }
        changes = {key: value for key, value in changes.items() if value is not None}
        if valid is not None:
            changes |= valid.in_zone(self._door.zone).limits()

        def attempt() -> Flow[None]:
            current = yield from ask(self._web.smartlock_auth.get, smartlock_id, entry_id)
            whole: dict[str, Any] = {
                **{field: getattr(current, field) for field in _KEPT},
                **{field: getattr(current, field) or None for field in _LIMITS},
                **changes,
            }
            body = SmartlockAuthUpdate(**whole)
            yield from ask(self._web.smartlock_auth.update, smartlock_id, entry_id, body)

        yield from _started(lambda: when_free(attempt, self._clock, ACCESS_TIMEOUT))

        def look() -> Flow[SmartlockAuth | None]:
            found = yield from ask(self._web.smartlock_auth.get, smartlock_id, entry_id)
            has_all = all(
                (getattr(found, key) or None) == (value or None) for key, value in changes.items()
            )
            return found if has_all and not found.operation_id else None

        found = yield from until(look, self._clock, ACCESS_TIMEOUT)
        return self._confirmed(found, "the change of", name or entry.name or entry_id)

    @FlowMethod
    def remove(self, entry: SmartlockAuth) -> Flow[None]:
        """Remove an entry; it returns when it is gone, also if it was before.

        Raises:
            ValidationError: The entry has no id.
            NotConfirmedError: It was still there after a minute.
            NukiError: As for every call.
        """
        entry_id = _id_of(entry)

        def attempt() -> Flow[None]:
            # Of one that is not there the API says 404, or that it is forbidden.
            if any(one.id == entry_id for one in (yield from self._listed())):
                yield from ask(self._web.smartlock_auth.delete, self._door.id, entry_id)

        yield from _started(lambda: when_free(attempt, self._clock, ACCESS_TIMEOUT))

        def look() -> Flow[SmartlockAuth | None]:
            listed = yield from self._listed()
            return None if any(one.id == entry_id for one in listed) else entry

        found = yield from until(look, self._clock, ACCESS_TIMEOUT)
        self._confirmed(found, "the removal of", entry.name or entry_id)

    def _listed(self) -> Flow[builtins.list[SmartlockAuth]]:
        found = yield from ask(
            self._web.smartlock_auth.list_for_smartlock, self._door.id, types=self._types
        )
        # A server may know no filter.
        return [one for one in found if self._types is None or one.type in self._types]

    def _create(self, body: SmartlockAuthCreate) -> Flow[SmartlockAuth]:
        """Have an entry made, and find it when it is there: its id is not told."""
        before = {one.id for one in (yield from self._listed())}

        def attempt() -> Flow[None]:
            return ask(self._web.smartlock_auth.create, self._door.id, body)

        yield from _started(lambda: when_free(attempt, self._clock, ACCESS_TIMEOUT))
        keys = ("name", "type", "code", "account_user_id")
        keys_given = [key for key in keys if getattr(body, key) is not UNSET]

        def look() -> Flow[SmartlockAuth | None]:
            for one in (yield from self._listed()):
                is_ours = all(getattr(one, key) == getattr(body, key) for key in keys_given)
                if one.id not in before and is_ours:
                    return one
            return None

        found = yield from until(look, self._clock, ACCESS_TIMEOUT)
        return self._confirmed(found, "the entry", body.name)

    def _confirmed(self, found: SmartlockAuth | None, what: str, name: str) -> SmartlockAuth:
        if found is None:
            raise NotConfirmedError(
                f"{self._door.name}: the Web API took {what} {name!r}, and it has not taken effect "
                f"after {ACCESS_TIMEOUT:g} s; the device may be out of reach"
            )
        return found


def _id_of(entry: SmartlockAuth) -> str:
    if not isinstance(entry, SmartlockAuth) or not entry.id:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ValidationError("the entry has no id; take it from list()")
    return entry.id


_KEPT: Final = ("name", "code", "enabled", "remote_allowed", "account_user_id")


def _started(change: Callable[[], Flow[None]]) -> Flow[None]:
    """Ask for a change; if its answer is lost, whether it took effect is seen afterwards."""
    try:
        yield from change()
    except NukiError as error:
        if not error.may_have_run:
            raise


def _body(name: str, kind: AuthType, valid: Validity, **fields: Any) -> SmartlockAuthCreate:
    limits = {key: UNSET if value is None else value for key, value in valid.limits().items()}
    arguments: dict[str, Any] = {**limits, **fields}
    return SmartlockAuthCreate(name=name, type=kind, **arguments)


def check_name(name: str) -> None:
    """Refuse what no keypad code can be called."""
    if not 0 < len(name) <= _LONGEST_CODE_NAME:
        raise ValidationError(
            f"a code's name has 1 to {_LONGEST_CODE_NAME} characters, not {len(name)}"
        )


class CodeFlows(_AccessFlows):
    """Keypad codes; see :class:`Codes`."""

    _types = KEYPAD_CODES

    @FlowMethod
    def add(
        self, name: str, code: int | str | None = None, *, valid: Validity = ALWAYS
    ) -> Flow[SmartlockAuth]:
        """Add a code; without ``code`` a random one that is free on this lock. The entry.

        It returns when the code works. A name has 20 characters at most.

        Raises:
            ValidationError: The name is too long, or no keypad accepts the code.
            ConflictError: The lock has this code already.
            NotConfirmedError: The code does not work after a minute.
            NukiError: As for every call.
        """
        check_name(name)
        within = valid.in_zone(self._door.zone)
        for drawn in range(_DRAWS):
            if code is not None:
                wanted = KeypadCode(code)
            else:
                listed = yield from self._listed()
                wanted = KeypadCode.random({entry.code for entry in listed if entry.code})
            body = _body(name, AuthType.KEYPAD_CODE, within, code=int(wanted), remote_allowed=False)
            try:
                return (yield from self._create(body))
            except ConflictError:
                if code is not None or drawn + 1 == _DRAWS:
                    raise
            except BadRequestError as error:
                error.add_note(f"The Web API also says so if {self._door.name!r} has no keypad.")
                raise
        raise AssertionError("the last draw returns or raises")


class AuthorizationFlows(_AccessFlows):
    """Authorizations of every kind; see :class:`Authorizations`."""

    @FlowMethod
    def add(
        self,
        name: str,
        account_user_id: int,
        *,
        valid: Validity = ALWAYS,
        remote_allowed: bool = True,
    ) -> Flow[SmartlockAuth]:
        """Give an account user access by the app; they are invited. The entry.

        Raises:
            NotConfirmedError: It is not there after a minute.
            NukiError: As for every call.
        """
        body = _body(
            name,
            AuthType.APP,
            valid.in_zone(self._door.zone),
            account_user_id=account_user_id,
            remote_allowed=remote_allowed,
        )
        return (yield from self._create(body))


class Codes(CodeFlows, SyncFrontend):
    """The codes of a device's keypad: ``door.codes.add("Anna", valid=Validity(start, end))``."""

    def __init__(self, web: WebClient, door: Door, clock: Clock) -> None:
        self._hold(web, door, clock)


class AsyncCodes(CodeFlows, AsyncFrontend):
    """As :class:`Codes`, asynchronous."""

    def __init__(self, web: WebClient, door: Door, clock: Clock) -> None:
        self._hold(web, door, clock)


class Authorizations(AuthorizationFlows, SyncFrontend):
    """All authorizations of a device: apps, fobs, keypads, codes."""

    def __init__(self, web: WebClient, door: Door, clock: Clock) -> None:
        self._hold(web, door, clock)


class AsyncAuthorizations(AuthorizationFlows, AsyncFrontend):
    """As :class:`Authorizations`, asynchronous."""

    def __init__(self, web: WebClient, door: Door, clock: Clock) -> None:
        self._hold(web, door, clock)


def limits_of(entry: SmartlockAuth) -> dict[str, object]:
    """The limits of an entry, as :meth:`Validity.limits` writes them."""
    return {field: getattr(entry, field) or None for field in _LIMITS}
