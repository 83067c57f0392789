"""Activity logs: all entries without paging by hand, new ones as they come, rows for a table."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from nuki_core.errors import LockedError, NukiError, TransportError, ValidationError
from nuki_core.flow import Sleep
from nuki_core.frontends import AsyncFrontend, FlowIterator, Item, SyncFrontend, ask
from nuki_generated.web import AccountUser, SmartlockAuth, SmartlockLog, WebhookLog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nuki_core.clock import Clock
    from nuki_core.frontends import Flow, Stream

    from .clients import AsyncWebClient, WebClient

T = TypeVar("T")

POLL: Final = 30.0
_PAGE: Final = 50
_PAGE_OF_AUTHS: Final = 100
# A lock that was out of reach hands in later what it noted meanwhile, under its old date. So each
# look goes a bit further back than the newest entry, and every so many looks goes far back.
_NEAR: Final = timedelta(minutes=10)
_FAR: Final = timedelta(days=2)
_FAR_EVERY: Final = 20
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
    the entry, and go on from there after a restart. Without text, a log is followed from now on.

    Raises:
        ValidationError: The text is not that of a cursor.
    """

    def __init__(self, text: str = "") -> None:
        self._since: datetime | None = None
        self._seen: dict[str, datetime] = {}
        if not text:
            return
        try:
            found = json.loads(text)
            self._since = datetime.fromisoformat(found["since"])
            seen: dict[str, str] = found["seen"]
            self._seen = {one: datetime.fromisoformat(date) for one, date in seen.items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ValidationError("this is not the text of a LogCursor") from None

    @classmethod
    def at(cls, moment: datetime) -> LogCursor:
        """A cursor that stands at a point in time: the entries from then on are new."""
        cursor = cls()
        cursor._since = moment
        return cursor

    def __str__(self) -> str:
        if self._since is None:
            return ""
        seen = {one: date.isoformat() for one, date in self._seen.items()}
        return json.dumps({"since": self._since.isoformat(), "seen": seen})

    @property
    def has_begun(self) -> bool:
        """Whether it stands anywhere yet."""
        return self._since is not None

    def begin(self, newest: list[SmartlockLog]) -> None:
        """Stand behind the newest entries; of a log that has none, all that come are new."""
        dates = [date for entry in newest if (date := _date_of(entry)) is not None]
        self._since = max(dates, default=_EVER)
        self._seen = {entry.id: self._since for entry in newest}

    def begins_at(self, *, far: bool) -> datetime | None:
        """From which date on to look for entries."""
        if self._since is None:
            return None
        newest = max(self._seen.values(), default=self._since)
        return max(self._since, newest - (_FAR if far else _NEAR))

    def is_new(self, entry: SmartlockLog) -> bool:
        """Whether an entry is one to hand out."""
        date = _date_of(entry)
        return entry.id not in self._seen and (
            date is None or self._since is None or date >= self._since
        )

    def note(self, entry: SmartlockLog) -> None:
        """Move on behind this entry."""
        newest = max(self._seen.values(), default=self._since)
        date = _date_of(entry) or newest
        if date is None or newest is None:
            return
        self._seen[entry.id] = date
        oldest = max(newest, date) - _FAR
        if self._since is None or self._since < oldest:
            self._since = oldest
        self._seen = {one: seen for one, seen in self._seen.items() if seen >= oldest}


def _date_of(entry: SmartlockLog) -> datetime | None:
    found: Any = entry.date
    return found if isinstance(found, datetime) else None


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
        self, *, after: LogCursor | None = None, interval: float = POLL
    ) -> Stream[SmartlockLog]:
        """New entries as they come, oldest first, without end.

        ``after`` says where to go on, and moves on with each entry; without it, the log is followed
        from now on. It is asked for every ``interval`` seconds; a call that fails for want of an
        answer is made up for by the next. Entries that a device hands in late are found up to two
        days after their date.

        Raises:
            NukiError: As for every call that is refused.
        """
        cursor, looks = LogCursor() if after is None else after, 0
        while True:
            fresh = list[SmartlockLog]()
            try:
                fresh = yield from self.newer(cursor, far=looks % _FAR_EVERY == 0)
                looks += 1
            except NukiError as error:
                if not error.retryable and not isinstance(error, TransportError | LockedError):
                    raise
            for entry in fresh:
                cursor.note(entry)
                yield Item(entry)
            yield Sleep(interval)

    def newer(self, cursor: LogCursor, *, far: bool) -> Flow[list[SmartlockLog]]:
        """What has come since, oldest first, looking back a bit or far; a new cursor begins."""
        if not cursor.has_begun:
            cursor.begin((yield from self._log_page(None, {})))
            return []
        limits: dict[str, Any] = {"from_date": cursor.begins_at(far=far)}
        found = dict[str, SmartlockLog]()
        older_than: str | None = None
        while rows := (yield from self._log_page(older_than, limits)):
            found.update((row.id, row) for row in rows if cursor.is_new(row))
            older_than = rows[-1].id
        return list(found.values())[::-1]


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
