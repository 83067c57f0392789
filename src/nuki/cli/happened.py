"""What happened, and what happens: the log, watching a home, and listening to webhooks."""

from __future__ import annotations

import secrets
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import click

from . import files, names
from .failures import CommandError, ExitStatus
from .listening import bound, own_address, served
from .output import Column
from .session import Session, common_options, no_web, nuki_command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nuki import (
        CallbackReceiver,
        Event,
        Home,
        Watch,
        WebClient,
        WebhookReceiver,
        WebhookSubscription,
    )
    from nuki.web import SmartlockLog
    from nuki_core.json import JsonObject

LOG_COLUMNS: Final = (
    Column("date", "DATE"),
    Column("device", "DEVICE"),
    Column("device_id"),
    Column("action", "ACTION"),
    Column("state", "RESULT"),
    Column("trigger", "BY"),
    Column("name", "WHO"),
    Column("source", "SOURCE"),
    Column("auto_unlock"),
    Column("auth_id"),
    Column("account_user_id"),
    Column("id"),
)
EVENT_COLUMNS: Final = (
    Column("at", "AT"),
    Column("device", "DEVICE"),
    Column("device_id"),
    Column("event", "EVENT"),
    Column("what", "WHAT"),
    Column("state"),
    Column("mode"),
    Column("door"),
    Column("battery_critical"),
    Column("available"),
)
WEBHOOK_COLUMNS: Final = (
    Column("at", "AT"),
    Column("webhook", "WEBHOOK"),
    Column("device_id", "DEVICE"),
    Column("data", "DATA"),
)
_NEWEST: Final = 50
_INTERVAL: Final = 30.0
_WEBHOOK_PORT: Final = 8913
_CALLBACK_PORT: Final = 8914
_PORTS: Final = range(1, 65536)


@nuki_command("log")
@click.argument("name", required=False, shell_complete=names.complete)
@click.option("--since", metavar="WHEN", help="From then on: yesterday, 2h, 3d, 2026-12-24T15:00.")
@click.option("--until", metavar="WHEN", help="Until then.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help=f"The newest so many; {_NEWEST} without --since.",
)
@click.option("--follow", "-f", is_flag=True, help="Go on with new entries, until interrupted.")
@click.option(
    "--interval",
    type=click.FloatRange(min=0, min_open=True),
    default=_INTERVAL,
    show_default=True,
    metavar="SECONDS",
    help="With --follow: how often to ask.",
)
def log(  # noqa: PLR0913 - what a user may choose
    session: Session,
    *,
    name: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    follow: bool,
    interval: float,
) -> None:
    """Show the activity log of the device NAME, or of all, oldest first.

    Dates are on the clock of this machine; in --json and --csv they are in UTC.
    """
    from itertools import islice, takewhile

    from nuki import Listings, LogCursor

    from . import times
    from .device_rows import pick

    if follow and until is not None:
        raise CommandError("--follow has no end, so it takes no --until", ExitStatus.USAGE)
    start = None if since is None else times.since(since)
    end = None if until is None else times.since(until)
    with session.home() as home:
        if home.web is None:
            raise no_web()
        with session.waiting("asking for the log"):
            devices = session.devices(home)
        by_hex = {device.hex: device.name for device in devices}
        whose = Listings(home.web) if name is None else pick(devices, name)
        to_row = _log_row(by_hex, local=session.form == "table")
        count = limit or (None if start is not None else _NEWEST)
        if follow and start is not None and limit is None:
            # One cursor from the start on, so that nothing falls between.
            _follow(
                session, whose.follow_log(after=LogCursor(since=start), interval=interval), to_row
            )
            return
        with session.waiting("asking for the log"):
            entries = whose.log(since=start, until=end)
            newest = list(islice(entries, count))
        if not follow:
            rows = [to_row(entry) for entry in reversed(newest)]
            session.output.rows(LOG_COLUMNS, rows, empty="there are no entries")
            return
        # From the newest that is shown on: what --limit leaves out does not come later, also if it
        # happened at the same moment.
        now = datetime.now(UTC)
        since_newest = max((entry.date for entry in newest), default=now)
        cursor = LogCursor(since=since_newest)
        with session.waiting("asking for the log"):
            left_out = list(takewhile(lambda entry: entry.date >= since_newest, entries))
        for entry in (*newest, *left_out):
            cursor.note(entry, now)
        write = session.output.stream(LOG_COLUMNS)
        for entry in reversed(newest):
            write(to_row(entry))
        _follow(session, whose.follow_log(after=cursor, interval=interval), to_row, write)


def _follow(
    session: Session,
    entries: Iterable[SmartlockLog],
    to_row: Callable[[SmartlockLog], JsonObject],
    write: Callable[[JsonObject], None] | None = None,
) -> None:
    write = write or session.output.stream(LOG_COLUMNS)
    for entry in entries:
        write(to_row(entry))


def _log_row(names: dict[str, str], *, local: bool) -> Callable[[SmartlockLog], JsonObject]:
    from nuki import to_row, value_or

    def row_of(entry: SmartlockLog) -> JsonObject:
        found = to_row(entry)
        date: Any = entry.date
        row: JsonObject = {key: value or None for key, value in found.items()}
        for key in ("action", "state", "trigger", "source"):
            row[key] = found[key].lower() or None
        row["auto_unlock"] = value_or(entry.auto_unlock, None)
        row["auth_id"], row["account_user_id"] = (
            entry.auth_id or None,
            entry.account_user_id or None,
        )
        row["device"], row["device_id"] = names.get(found["device"]), found["device"] or None
        if local and hasattr(date, "astimezone"):
            row["date"] = f"{date.astimezone():%Y-%m-%d %H:%M:%S}"
        return row

    return row_of


# Watching


@nuki_command("watch")
@click.option("--poll", is_flag=True, help="Only ask; listen to nothing.")
@click.option(
    "--interval",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="How often to ask; every 300 s where the API pushes, else every 30 s.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"Where a bridge calls back to; that of the last run, at first {_CALLBACK_PORT}, "
    "or any if it is taken.",
)
@click.option(
    "--webhook-url",
    metavar="URL",
    help="Where Nuki's server reaches --webhook-port; a webhook to it is registered meanwhile.",
)
@click.option(
    "--webhook-port",
    type=click.IntRange(0, 65535),
    default=_WEBHOOK_PORT,
    show_default=True,
    help="The port, on the loopback interface, to which your proxy hands webhooks.",
)
def watch(  # noqa: PLR0913 - what a user may choose
    session: Session,
    *,
    poll: bool,
    interval: float | None,
    port: int | None,
    webhook_url: str | None,
    webhook_port: int,
) -> None:
    """Show what happens at the doors, as it happens, until interrupted.

    A bridge is asked to call back; Nuki's server posts webhooks if --webhook-url says where it
    reaches this machine. What neither of them tells is found by asking. Which way it is, is said
    on standard error.
    """
    with session.home() as home, ExitStack() as stack:
        callbacks = webhooks = None
        if home.bridge is not None and not poll:
            callbacks = _callbacks(session, home.bridge.base_url, port, stack)
        if webhook_url is not None and not poll:
            if home.web is None:
                raise no_web()
            server = bound(session, "127.0.0.1", webhook_port)
            webhooks = _registered(session, home.web, webhook_url, stack)
            stack.enter_context(served(server, webhooks))
        watching = home.watch(callbacks=callbacks, webhooks=webhooks, poll_interval=interval)
        if callbacks is not None:
            stack.callback(_say_what_is_left, session, watching)
        with session.waiting("reading the devices"):
            stack.enter_context(watching)
        session.say(f"watching: {_ways(home, watching, callbacks, webhooks)}")
        write, said = session.output.stream(EVENT_COLUMNS), str(watching.subscription_problem)
        for event in watching:
            write(_event_row(event, local=session.form == "table"))
            if str(watching.subscription_problem) != said:
                said = str(watching.subscription_problem)
                session.say(f"watching: {_ways(home, watching, callbacks, webhooks)}")


def _callbacks(
    session: Session, bridge: str, port: int | None, stack: ExitStack
) -> CallbackReceiver:
    """A receiver that is served where the bridge finds it.

    Its URL is that of the run before, so that one that was killed keeps no slot for good.
    """
    from nuki import CallbackReceiver

    host = own_address(bridge)
    path = files.folder() / "callback.json"
    before = files.read_object(path, is_secret=True)
    kept, last = before.get("path"), before.get("port")
    if not isinstance(kept, str):
        kept = secrets.token_urlsafe(18)
    if not isinstance(last, int) or last not in _PORTS:
        last = _CALLBACK_PORT
    server = bound(session, host, last if port is None else port, or_any=port is None)
    now: JsonObject = {"path": kept, "port": server.server_port if port is None else last}
    if now != before:
        files.write_object(path, now)
    receiver = CallbackReceiver(f"http://{host}:{server.server_port}/{kept}")
    stack.enter_context(served(server, receiver))
    return receiver


def _registered(
    session: Session, web: WebClient, url: str, stack: ExitStack, api_key_id: int | None = None
) -> WebhookReceiver:
    """A receiver of webhooks that are registered as long as the stack lasts."""
    from nuki import WebhookReceiver, WebhookSubscription

    subscription = WebhookSubscription(web, url, api_key_id=api_key_id)
    secret = subscription.ensure()
    if secret is None:  # it was there, from a run that was killed, and its secret is told only once
        subscription.remove()
        secret = subscription.ensure()
    if secret is None:
        raise CommandError("the Web API does not tell the secret of the webhook")
    stack.callback(_unregister, session, subscription)
    session.ledger.settle()
    return WebhookReceiver(secret)


def _unregister(session: Session, subscription: WebhookSubscription) -> None:
    from nuki import NukiError

    try:
        subscription.remove()
        session.leaves.append("the webhook is removed")
    except NukiError as error:
        session.leaves.append(f"the webhook is registered still ({error})")
    session.ledger.settle()


def _say_what_is_left(session: Session, watching: Watch) -> None:
    """Note what became of the callback when the watch ended."""
    problem = watching.subscription_problem
    session.leaves.append(
        "the bridge's callback is removed"
        if problem is None
        else f"the bridge may keep our callback in one of its three slots ({problem})"
    )
    session.ledger.settle()


def _ways(
    home: Home,
    watching: Watch,
    callbacks: CallbackReceiver | None,
    webhooks: WebhookReceiver | None,
) -> str:
    """In which way each API tells what happens."""
    found: list[str] = []
    if home.bridge is not None:
        if callbacks is not None and watching.subscription_problem is None:
            found.append(f"the bridge calls back to {callbacks.url.rpartition('/')[0]}")
        elif callbacks is not None:
            found.append(f"the bridge is asked ({watching.subscription_problem})")
        else:
            found.append("the bridge is asked")
    if home.web is not None:
        found.append("the Web API is asked" if webhooks is None else "the Web API posts webhooks")
    return ", ".join(found)


def _event_row(event: Event[Any], *, local: bool) -> JsonObject:
    import nuki

    from .device_rows import door_word, word
    from .times import local_now

    at: datetime = event.at if isinstance(event, nuki.Rang) else local_now()
    before, after = event.before, event.after
    what = None
    if isinstance(event, nuki.StateChanged):
        what = f"{word(before.state) or 'unknown'} → {word(after.state) or 'unknown'}"
    elif isinstance(event, nuki.DoorChanged):
        was, now = door_word(before.door_state), door_word(after.door_state)
        what = f"door {was or 'unknown'} → {now or 'unknown'}"
    elif isinstance(event, nuki.BatteryChanged):
        what = "battery nearly empty" if after.battery_critical else "battery changed"
    elif isinstance(event, nuki.BecameUnavailable):
        what = event.why
    elif isinstance(event, nuki.LogAdded):
        row = nuki.to_row(event.entry)
        what = f"{row['action'].lower()} by {row['trigger'].lower()}: {row['state'].lower()}"
        what += f" ({row['name']})" if row["name"] else ""
    return {
        "at": _written(at, local=local),
        "device": event.device.name,
        "device_id": event.device.hex,
        "event": _snake(type(event).__name__),
        "what": what,
        "state": word(after.state),
        "mode": word(after.mode),
        "door": door_word(after.door_state),
        "battery_critical": after.battery_critical,
        "available": after.available,
    }


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _written(at: datetime, *, local: bool) -> str:
    if local:
        return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


# Webhooks


@click.group("webhook", params=common_options())
def webhook_group() -> None:
    """Receive what Nuki's server posts."""


@nuki_command("listen")
@click.option("--host", default="127.0.0.1", show_default=True, help="Listen at this address.")
@click.option("--port", type=click.IntRange(0, 65535), default=_WEBHOOK_PORT, show_default=True)
@click.option(
    "--register",
    "url",
    metavar="URL",
    help="Register a webhook to this URL, https://..., and remove it at the end.",
)
@click.option(
    "--api-key-id", type=int, metavar="ID", help="With --register: of this API key's application."
)
def _listen(
    session: Session, *, host: str, port: int, url: str | None, api_key_id: int | None
) -> None:
    """Receive webhooks, check their signatures, and show them, until interrupted.

    Nuki's server reaches https:// URLs only: have a proxy hand them to this port. The secret that
    signs them comes with --register; without it, it is taken from NUKI_WEBHOOK_SECRET, read from
    the terminal without showing it, or from standard input.
    """
    from nuki import WebhookReceiver, smartlock_id_of

    from .ledger import shown
    from .times import local_now

    with ExitStack() as stack:
        server = bound(session, host, port)
        if url is not None:
            web = stack.enter_context(session.web())
            receiver = _registered(session, web, url, stack, api_key_id)
        else:
            secret = session.variables.webhook_secret or session.read_secret("webhook secret")
            receiver = WebhookReceiver(secret.reveal())
        stack.enter_context(served(server, receiver))
        session.say(f"listening at http://{host}:{server.server_port}")
        write = session.output.stream(WEBHOOK_COLUMNS)
        for webhook in receiver:
            device = smartlock_id_of(webhook)
            write(
                {
                    "at": _written(local_now(), local=session.form == "table"),
                    "webhook": _snake(type(webhook).__name__.removesuffix("Webhook")),
                    "device_id": None if device is None else device.hex,
                    "data": shown(getattr(webhook, "data", webhook)),
                }
            )


webhook_group.add_command(_listen)
