"""Activity logs: all entries without paging by hand, new ones as they come, rows for a table."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from nuki_core.clock import Sleep
from nuki_core.datetimes import moment_fault
from nuki_core.errors import LockedError, NukiError, TransportError, ValidationError
from nuki_core.frontends import AsyncFrontend, FlowIterator, Item, SyncFrontend, ask
from nuki_core.retry import checked_seconds
from nuki_generated.web import AccountUser, SmartlockAuth, SmartlockLog, WebhookLog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nuki_core.clock import Clock
    from nuki_core.frontends import Flow, Stream

    from .clients import AsyncWebClient, WebClient

T = TypeVar("T")

POLL: Final = 30.0
LOOK_BACK: Final = timedelta(days=30)
_PAGE: Final = 50
_PAGE_OF_AUTHS: Final = 100
_NEAR: Final = timedelta(minutes=10)
_TICK: Final = 30.0
_LONGEST_LOOK_BACK: Final = timedelta(days=3653)
_EVER: Final = datetime(2000, 1, 1, tzinfo=UTC)  # before all entries, whatever our clock says


def by_id(page: Callable[[str | None], Flow[list[T]]]) -> Stream[T]:
    """All rows of a listing that is paged by "older than this id", none of them twice."""
    seen = set[str]()
    older_than: str | None = None
    while rows := (yield from page(older_than)):
        fresh = [row for row in rows if _id(row) not in seen]
        for row in fresh:
            seen.add(_id(row))
            yield Item(row)
        if not fresh:
            return
        older_than = _id(rows[-1])


def _id(row: Any) -> str:
    return str(row.id)


class LogCursor:
    """How far a log has been followed: ``LogCursor(text)`` where ``text = str(cursor)`` was kept.

    It moves on with each entry, before that is handed out: keep its text when you have dealt with
    the entry, and go on from there after a restart. Without text, a log is followed from ``since``
    on, what is there already coming first; without that too, from now on.

    It remembers the ids of all entries within the look-back of :meth:`LogFlows.follow_log`, in
    about 30 bytes each, so that it can tell one that was handed in late from one that was there.

    Raises:
        ValidationError: The text is not that of a cursor, or ``since`` has no zone.
    """

    # A lock that was out of reach hands in later what it noted meanwhile, under its old date. The
    # API says neither when an entry reached the server, nor in which order ids are given. So each
    # look goes back behind the newest entry, and the rarer ones further: ten minutes times the
    # exclusive or of this half minute's number and that of the last look. When a multiple of 2^n
    # lies between the two, that is 2^n at least: an hour is read every four minutes, a month every
    # day and a half, and after a pause as much as was due in it.

    def __init__(self, text: str = "", *, since: datetime | None = None) -> None:
        fault = "" if since is None else moment_fault(since)
        if fault:
            raise ValidationError(f"since {fault}")
        self._since = self._newest = since
        self._looked = 0
        self._heard: datetime | None = None
        self._seen: dict[str, date] = {}
        if not text:
            return
        try:
            found = json.loads(text)
            self._since = datetime.fromisoformat(found["since"]).astimezone(UTC)
            self._newest = datetime.fromisoformat(found["newest"]).astimezone(UTC)
            self._looked = int(found["looked"])
            for day, ids in found["seen"].items():
                self._seen.update(dict.fromkeys(ids.split(), date.fromisoformat(day)))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ValidationError("this is not the text of a LogCursor") from None

    def __str__(self) -> str:
        if self._since is None or self._newest is None:
            return ""
        by_day = dict[str, list[str]]()
        for one, day in self._seen.items():
            by_day.setdefault(day.isoformat(), []).append(one)
        return json.dumps(
            {
                "since": self._since.isoformat(),
                "newest": self._newest.isoformat(),
                "looked": self._looked,
                "seen": {day: " ".join(ids) for day, ids in by_day.items()},
            }
        )

    @property
    def has_begun(self) -> bool:
        """Whether it stands anywhere yet."""
        return self._since is not None

    def begin(self, newest: list[SmartlockLog], now: datetime) -> None:
        """Stand behind the newest entries; of a log that has none, all that come are new."""
        moments = [min(at, now) for entry in newest if (at := _moment_of(entry)) is not None]
        self._newest = max(moments, default=_EVER)
        self._since = self._newest - _NEAR

    def begins_at(self, now: datetime, look_back: timedelta) -> datetime | None:
        """From which date on to look for entries, if the last look was when it was."""
        if self._since is None or self._newest is None:
            return None
        reach = _NEAR * max(1, _ticks(now) ^ self._looked)
        if self._heard is not None:
            reach = max(reach, self._newest - self._heard)
        return max(self._since, self._newest - min(reach, look_back))

    def is_new(self, entry: SmartlockLog) -> bool:
        """Whether an entry is one to hand out."""
        at = _moment_of(entry)
        return entry.id not in self._seen and (
            at is None or self._since is None or at >= self._since
        )

    def note(self, entry: SmartlockLog, now: datetime) -> None:
        """Move on behind this entry."""
        # One of a device whose clock is ahead must not hide those of today.
        at = min(_moment_of(entry) or now, now)
        self._newest = at if self._newest is None else max(self._newest, at)
        self._seen[entry.id] = at.astimezone(UTC).date()

    def hear_of(self, entry: SmartlockLog) -> None:
        """Have the next look go back as far as this entry, of which a webhook tells."""
        at = _moment_of(entry)
        if at is not None and self.is_new(entry):
            self._heard = min(at, self._heard or at)

    def end_look(self, began: datetime, look_back: timedelta) -> None:
        """Note that all entries of a look have been handed out; forget what lies too far back."""
        self._looked, self._heard = _ticks(began), None
        if self._since is None or self._newest is None:
            return
        oldest = (self._newest - look_back).astimezone(UTC).date()
        self._seen = {one: day for one, day in self._seen.items() if day >= oldest}
        self._since = max(self._since, datetime.combine(oldest, time(), UTC))


def _ticks(moment: datetime) -> int:
    return int(moment.timestamp() // _TICK)


def _moment_of(entry: SmartlockLog) -> datetime | None:
    found: Any = entry.date
    if not isinstance(found, datetime):
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


class LogFlows:
    """Reading the log of one device, or of all of an account; both have it."""

    _clock: Clock

    def _log_page(self, older_than: str | None, limits: dict[str, Any]) -> Flow[list[SmartlockLog]]:
        raise NotImplementedError

    @FlowIterator
    def log(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Stream[SmartlockLog]:
        """The entries of the activity log, newest first; pages are fetched as they are needed.

        No entry comes twice and none is missing, also while new ones arrive.

        Raises:
            NukiError: As for every call.
        """
        limits: dict[str, Any] = {"from_date": since, "to_date": until}
        yield from by_id(lambda older_than: self._log_page(older_than, limits))

    @FlowIterator
    def follow_log(
        self,
        *,
        after: LogCursor | None = None,
        interval: float = POLL,
        look_back: timedelta = LOOK_BACK,
    ) -> Stream[SmartlockLog]:
        """New entries as they come, oldest first, without end.

        ``after`` says where to go on, and moves on with each entry; without it, the log is followed
        from now on. It is asked for every ``interval`` seconds; a call that fails for want of an
        answer is made up for by the next.

        A device that was out of reach hands in later, under its old date, what it noted meanwhile.
        Such an entry is found after about another tenth of the time by which it is late, and comes
        once, as every other. One that is late by more than ``look_back`` is not found: the Web API
        does not say when an entry reached it, nor in which order it gives ids, so that only reading
        everything again would. Neither is one that is older than the beginning of the cursor.

        Raises:
            ValidationError: ``look_back`` is negative, or more than ten years; ``interval`` is not
                more than 0.
            NukiError: As for every call that is refused.
        """
        if not timedelta() <= look_back <= _LONGEST_LOOK_BACK:
            raise ValidationError(f"look_back is {look_back}; expected at most ten years")
        checked_seconds("interval", interval)
        cursor = LogCursor() if after is None else after
        if not isinstance(cursor, LogCursor):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ValidationError("after takes a LogCursor; LogCursor(text) makes one of its text")
        while True:
            began = self._clock.date()
            try:
                fresh = yield from self.newer(cursor, began, look_back)
            except NukiError as error:
                if not error.retryable and not isinstance(error, TransportError | LockedError):
                    raise
            else:
                for entry in fresh:
                    cursor.note(entry, began)
                    yield Item(entry)
                cursor.end_look(began, look_back)
            yield Sleep(interval)

    def newer(
        self, cursor: LogCursor, now: datetime, look_back: timedelta = LOOK_BACK
    ) -> Flow[list[SmartlockLog]]:
        """What has come since, oldest first; a new cursor begins, and what is there is not new."""
        has_begun = cursor.has_begun
        if not has_begun:
            cursor.begin((yield from self._log_page(None, {})), now)
        limits: dict[str, Any] = {"from_date": cursor.begins_at(now, look_back)}
        found = dict[str, SmartlockLog]()
        older_than: str | None = None
        while rows := (yield from self._log_page(older_than, limits)):
            fresh = [row for row in rows if row.id not in found]
            if not fresh:
                break
            found.update((row.id, row) for row in fresh)
            older_than = rows[-1].id
        fresh = [row for row in reversed(found.values()) if cursor.is_new(row)]
        if has_begun:
            return fresh
        for row in fresh:
            cursor.note(row, now)
        return []


def to_row(entry: SmartlockLog) -> dict[str, str]:
    """An entry for a table: names instead of codes, ``2026-03-01T09:30:00+00:00`` for its date.

    The columns are the same for every entry; what it does not have is empty.
    """
    opener = entry.opener_log or None
    return {
        "date": entry.date.isoformat() if isinstance(entry.date, datetime) else _text(entry.date),  # pyright: ignore[reportUnnecessaryIsInstance]
        "device": entry.smartlock_id.hex if hasattr(entry.smartlock_id, "hex") else "",
        "name": _text(entry.name),
        "action": _text(entry.action),
        "state": _text(entry.state),
        "trigger": _text(entry.trigger),
        "source": _text(opener.source if opener else entry.source),
        "auto_unlock": _text(entry.auto_unlock),
        "auth_id": _text(entry.auth_id),
        "account_user_id": _text(entry.account_user_id),
        "id": _text(entry.id),
    }


def to_csv(entries: Iterable[SmartlockLog]) -> str:
    """Entries as CSV (RFC 4180) with a header line, in the columns of :func:`to_row`."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(to_row(SmartlockLog.from_dict({}))))
    writer.writeheader()
    # A name that begins like a formula would be one, to a spreadsheet.
    writer.writerows({key: harmless(cell) for key, cell in to_row(one).items()} for one in entries)
    return text.getvalue()


def _text(value: Any) -> str:
    if value is None or (not value and not isinstance(value, int)):
        return ""
    name = getattr(value, "name", None)
    if isinstance(name, str):
        return name
    return str(value).lower() if isinstance(value, bool) else str(value)


def harmless(cell: str) -> str:
    """A cell of CSV that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


class ListingFlows:
    """All paged listings of the Web API, each as one iterator; see :class:`Listings`."""

    _web: WebClient
    _clock: Clock

    @FlowIterator
    def authorizations(self) -> Stream[SmartlockAuth]:
        """The authorizations of all devices of the account.

        Raises:
            NukiError: As for every call.
        """
        seen, page = set[str](), 0
        while True:
            found = yield from ask(
                self._web.smartlock_auth.list_paged, page=page, size=_PAGE_OF_AUTHS
            )
            rows = found.results or []
            for row in rows:
                if _id(row) not in seen or not row.id:
                    seen.add(_id(row))
                    yield Item(row)
            if len(rows) < _PAGE_OF_AUTHS:
                return
            page += 1

    @FlowIterator
    def account_users(self) -> Stream[AccountUser]:
        """The users of the account.

        Raises:
            NukiError: As for every call.
        """
        seen, offset = set[int](), 0
        while rows := (
            yield from ask(self._web.account_user.list, offset=offset, limit=_PAGE_OF_AUTHS)
        ):
            fresh = [row for row in rows if row.account_user_id not in seen]
            for row in fresh:
                seen.add(row.account_user_id)
                yield Item(row)
            if not fresh:
                return
            offset += len(rows)

    @FlowIterator
    def webhook_logs(self, api_key_id: int) -> Stream[WebhookLog]:
        """What an application's webhooks were sent, newest first; the server keeps 300.

        Raises:
            NukiError: As for every call.
        """

        def page(older_than: str | None) -> Flow[list[WebhookLog]]:
            return ask(
                self._web.advanced_api.list_webhook_logs,
                api_key_id,
                older_than=older_than,
                limit=_PAGE_OF_AUTHS,
            )

        yield from by_id(page)


class _AccountLogFlows(ListingFlows, LogFlows):
    def _log_page(self, older_than: str | None, limits: dict[str, Any]) -> Flow[list[SmartlockLog]]:
        return ask(self._web.smartlock_log.list, older_than=older_than, limit=_PAGE, **limits)


class Listings(_AccountLogFlows, SyncFrontend):
    """Everything that the Web API gives out by the page, without pages: ``Listings(web).log()``."""

    def __init__(self, web: WebClient) -> None:
        self._web, self._clock = web, web.clock


class AsyncListings(_AccountLogFlows, AsyncFrontend):
    """As :class:`Listings`, asynchronous: ``async for entry in AsyncListings(web).log()``."""

    def __init__(self, web: AsyncWebClient) -> None:
        client: Any = web
        self._web, self._clock = client, web.clock


def device_log_page(
    web: WebClient, smartlock_id: int, older_than: str | None, limits: dict[str, Any]
) -> Flow[list[SmartlockLog]]:
    """One page of a device's log."""
    return ask(
        web.smartlock_log.list_for_smartlock,
        smartlock_id,
        older_than=older_than,
        limit=_PAGE,
        **limits,
    )
