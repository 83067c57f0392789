"""Who gets in: codes on one door or on many, and the users of the account."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import click

from . import names
from .failures import CommandError, ExitStatus
from .output import Column, error_console
from .session import Session, common_options, dry_run_option, no_web, nuki_command

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from datetime import tzinfo

    from nuki import AccessReport, Device, Home, NukiError, Validity
    from nuki.web import SmartlockAuth
    from nuki_core.json import JsonObject

_LIMITS: Final = (
    Column("from", "FROM"),
    Column("until", "UNTIL"),
    Column("weekdays", "DAYS"),
    Column("daily", "HOURS"),
)
CODE_COLUMNS: Final = (
    Column("door", "DOOR"),
    Column("door_id"),
    Column("name", "NAME"),
    Column("code", "CODE"),
    *_LIMITS,
    Column("enabled", "ENABLED"),
    Column("auth_id"),
)
RESULT_COLUMNS: Final = (
    Column("door", "DOOR"),
    Column("door_id"),
    Column("name", "NAME"),
    Column("result", "RESULT"),
    Column("code", "CODE"),
    Column("problem", "PROBLEM"),
    Column("status"),
)
USER_COLUMNS: Final = (
    Column("account_user_id", "ID"),
    Column("name", "NAME"),
    Column("email", "E-MAIL"),
    Column("type"),
    Column("language", "LANGUAGE"),
    Column("created"),
)
ENTRY_COLUMNS: Final = (
    Column("door", "DOOR"),
    Column("door_id"),
    Column("name", "NAME"),
    Column("kind", "KIND"),
    *_LIMITS,
    Column("enabled", "ENABLED"),
    Column("remote_allowed", "REMOTE"),
    Column("last_active", "LAST USED"),
    Column("account_user_id"),
    Column("auth_id"),
)
_MASK: Final = "***"


@click.group("codes", params=common_options())
def codes_group() -> None:
    """List, add, change and remove keypad codes, on one door or on many."""


_DOORS: Final = (
    click.option(
        "--door",
        "-d",
        "doors",
        multiple=True,
        metavar="NAME",
        help="On this door.",
        shell_complete=names.complete,
    ),
    click.option("--all-doors", is_flag=True, help="On every door that has a keypad."),
)
_WHEN: Final = (
    click.option(
        "--from",
        "from_",
        metavar="WHEN",
        help="Not before this date, or date and time: 2026-12-24T15:00.",
    ),
    click.option(
        "--until", metavar="WHEN", help="Until this date and time; of a date, its whole day."
    ),
    click.option("--weekdays", metavar="DAYS", help="On these days only: mo-fr, or mo,we,sa-su."),
    click.option("--daily", metavar="HOURS", help="At these hours only: 08:00-18:00."),
)


def _with(*options: Any) -> Callable[[Callable[..., object]], Callable[..., object]]:
    def decorate(function: Callable[..., object]) -> Callable[..., object]:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


@nuki_command("list")
@_with(_DOORS[0])
@click.option("--show-codes", is_flag=True, help="Show the codes; they open doors.")
def _list_codes(session: Session, doors: tuple[str, ...], *, show_codes: bool) -> None:
    """List the codes of all doors, or of those that are named."""
    from nuki.web import AuthType

    with _devices(session, "asking for the codes") as (home, devices):
        by_hex = {device.hex: device for device in _chosen(devices, doors, all_doors=not doors)}
        web: Any = home.web
        listed = web.smartlock_auth.list(types=[AuthType.KEYPAD_CODE])
        rows: list[JsonObject] = [
            {
                "door": door.name,
                "door_id": door.hex,
                "name": entry.name or None,
                "code": (str(entry.code) if show_codes else _MASK) if entry.code else None,
                **_limits_of(entry, door.zone),
                "enabled": entry.enabled,
                "auth_id": entry.id or None,
            }
            for entry in listed
            if entry.type == AuthType.KEYPAD_CODE
            and (door := by_hex.get(entry.smartlock_id.hex)) is not None
        ]
    session.output.rows(CODE_COLUMNS, rows, empty="there are no codes")


@nuki_command("add")
@click.argument("name")
@_with(*_DOORS, *_WHEN, dry_run_option)
@click.option("--ask-code", is_flag=True, help="Ask for the code, instead of drawing one.")
def _add_code(
    session: Session,
    *,
    name: str,
    doors: tuple[str, ...],
    all_doors: bool,
    ask_code: bool,
    **when: str | None,
) -> None:
    """Add a code for NAME, the same one on all doors, and wait until they have it.

    Dates and times are those on the clock of the lock. A code is drawn that is free on all of
    them; with --ask-code it is read from the terminal without showing it, or from standard input.
    Doors that have it already are left alone, so calling again repeats only what is missing.
    """
    from nuki import KeypadCode, Validity

    _need_doors(doors, all_doors=all_doors)
    start, end, days, hours = _when(**when)
    valid = Validity(start, end, days, *(hours or (None, None)))
    code = KeypadCode(session.read_secret("code").reveal()) if ask_code else None
    with _devices(session, "asking for the doors") as (home, devices):
        chosen = _chosen(devices, doors, all_doors=all_doors)
        with _progress(session, "adding the code", len(chosen)) as told:
            report = home.add_code(name, code, valid=valid, doors=chosen, on_result=told)
    drawn = None if ask_code or report.code is None else report.code.digits
    _write(session, name, report, "added", code=drawn, all_doors=all_doors)


@nuki_command("edit")
@click.argument("name")
@_with(*_DOORS, *_WHEN, dry_run_option)
@click.option("--rename", metavar="NAME", help="Give it another name.")
@click.option("--ask-code", is_flag=True, help="Ask for another code.")
@click.option("--enable/--disable", "enabled", default=None, help="Let it work, or not.")
def _edit_code(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    name: str,
    doors: tuple[str, ...],
    rename: str | None,
    all_doors: bool,
    ask_code: bool,
    enabled: bool | None,
    **when: str | None,
) -> None:
    """Change the code of NAME; what is not named stays as it is.

    `none` takes a limit away: --until none.
    """
    from nuki import KeypadCode, NukiError
    from nuki.many_doors import AccessReport

    _need_doors(doors, all_doors=all_doors)
    if not ask_code and enabled is None and rename is None and not any(when.values()):
        raise CommandError("say what to change; see `nuki codes edit --help`", ExitStatus.USAGE)
    _when(**_without_none(when))  # what is wrong is said before anything is asked for
    code = KeypadCode(session.read_secret("code").reveal()) if ask_code else None
    with _devices(session, "asking for the codes") as (_, devices):
        chosen = _chosen(devices, doors, all_doors=all_doors)
        report: AccessReport[Device] = AccessReport({}, {}, {}, {})
        with _progress(session, "changing the code", len(chosen)) as told:
            for door in chosen:
                found = [entry for entry in door.codes.list() if entry.name == name]
                if not found:
                    report.skipped[door] = "it has no such code"
                    continue
                try:
                    report.done[door] = door.codes.update(
                        found[0],
                        name=rename,
                        code=code,
                        valid=_changed(found[0], door.zone, **when),
                        enabled=enabled,
                    )
                    told(door, None)
                except NukiError as error:
                    report.failed[door] = error
                    told(door, error)
    _write(session, name, report, "changed", all_doors=all_doors)


@nuki_command("remove")
@click.argument("name")
@_with(*_DOORS, dry_run_option)
def _remove_code(session: Session, name: str, doors: tuple[str, ...], *, all_doors: bool) -> None:
    """Remove the code of NAME, and wait until the doors no longer take it."""
    _need_doors(doors, all_doors=all_doors)
    with _devices(session, "asking for the doors") as (home, devices):
        chosen = _chosen(devices, doors, all_doors=all_doors)
        with _progress(session, "removing the code", len(chosen)) as told:
            report = home.remove_code(name, doors=chosen, on_result=told)
    _write(session, name, report, "removed", all_doors=all_doors)


for _command in (_list_codes, _add_code, _edit_code, _remove_code):
    codes_group.add_command(_command)


@nuki_command("users")
@_with(_DOORS[0])
def users(session: Session, doors: tuple[str, ...]) -> None:
    """List the users of the account; with --door, all that gives access to that door, and when."""
    from nuki import Listings

    if doors:
        with _devices(session, "asking who gets in") as (_, devices):
            rows: list[JsonObject] = [
                {
                    "door": door.name,
                    "door_id": door.hex,
                    "name": entry.name or None,
                    "kind": _word(entry.type),
                    **_limits_of(entry, door.zone),
                    "enabled": entry.enabled,
                    "remote_allowed": entry.remote_allowed,
                    "last_active": _moment(entry.last_active_date),
                    "account_user_id": entry.account_user_id or None,
                    "auth_id": entry.id or None,
                }
                for door in _chosen(devices, doors, all_doors=False)
                for entry in door.authorizations.list()
            ]
        session.output.rows(ENTRY_COLUMNS, rows, empty="nobody gets in there")
        return
    with session.web() as web, session.waiting("asking for the users"):
        found: list[JsonObject] = [
            {
                "account_user_id": user.account_user_id,
                "name": user.name or None,
                "email": user.email or None,
                "type": _word(user.type),
                "language": getattr(user.language, "value", None),
                "created": _moment(user.creation_date),
            }
            for user in Listings(web).account_users()
        ]
    session.output.rows(USER_COLUMNS, found, empty="the account has no users")


# Doors


@contextmanager
def _devices(session: Session, doing: str) -> Generator[tuple[Home, Sequence[Device]]]:
    """The home and its devices, with what the Web API knows of them."""
    with session.home() as home:
        if home.web is None:
            raise no_web()
        with session.waiting(doing):
            devices = session.devices(home)
        yield home, devices


def _need_doors(doors: tuple[str, ...], *, all_doors: bool) -> None:
    if bool(doors) == all_doors:
        raise CommandError(
            "say on which doors: --door NAME, as often as needed, or --all-doors", ExitStatus.USAGE
        )


def _chosen(devices: Sequence[Device], doors: tuple[str, ...], *, all_doors: bool) -> list[Device]:
    from .device_rows import pick

    return [*devices] if all_doors else [*dict.fromkeys(pick(devices, one) for one in doors)]


@contextmanager
def _progress(
    session: Session, doing: str, many: int
) -> Generator[Callable[[Device, NukiError | None], object]]:
    """A progress bar on a terminal; what it gives is to be called with each door that is done."""
    session.doing, session.look = doing, "nuki codes list"
    if many == 1 or not sys.stderr.isatty() or session.debug:
        with session.waiting(doing):
            yield lambda _door, _error: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress

    from .verdicts import line_of

    with Progress(
        "{task.description}", BarColumn(), MofNCompleteColumn(), console=error_console()
    ) as bar:
        task = bar.add_task(doing, total=many)

        def told(door: Device, error: NukiError | None) -> None:
            bar.console.print(
                f"{door.name}: {'done' if error is None else line_of(error)}", markup=False
            )
            bar.advance(task)

        yield told
    session.doing = ""


def _write(  # noqa: PLR0913 - what to write of whom
    session: Session,
    name: str,
    report: AccessReport[Device],
    done: str,
    *,
    all_doors: bool,
    code: str | None = None,
) -> None:
    """Write a result for each door; the exit status is that of the worst.

    With ``all_doors``, one that cannot have codes is no failure: nobody has asked for that door.
    """
    from .ledger import HeldBackError
    from .verdicts import line_of, status_of

    if session.dry_run:
        session.write_held_back()
        for error in report.failed.values():
            if not isinstance(error, HeldBackError):
                raise error
        return

    rows: list[JsonObject] = []
    statuses = {ExitStatus.DONE}

    def add(door: Device, result: str, status: ExitStatus, problem: str | None = None) -> None:
        rows.append(
            {
                "door": door.name,
                "door_id": door.hex,
                "name": name,
                "result": result,
                "code": code if status == ExitStatus.DONE and result != "skipped" else None,
                "problem": problem,
                "status": int(status),
            }
        )
        statuses.add(status)

    for door in report.done:
        add(door, done, ExitStatus.DONE)
    for door in report.already:
        add(door, "was there already", ExitStatus.DONE)
    for door, error in report.failed.items():
        status = status_of(error, is_open=error.may_have_run)
        is_open = status == ExitStatus.MAY_HAVE_BEEN_DONE
        add(door, "may have been done" if is_open else "failed", status, line_of(error))
    unasked = all_doors and (report.done or report.already)
    for door, why in report.skipped.items():
        is_missing = "no such" in why
        status = ExitStatus.NOT_FOUND if is_missing else ExitStatus.FAILED
        add(door, "skipped", ExitStatus.DONE if unasked else status, why)
    session.output.rows(RESULT_COLUMNS, rows, empty="there are no doors")
    # "May have been done" if any is, else the failure that all share, else one of any kind.
    worst = max(statuses) if len(statuses - {ExitStatus.DONE}) <= 1 else ExitStatus.FAILED
    if ExitStatus.MAY_HAVE_BEEN_DONE in statuses:
        worst = ExitStatus.MAY_HAVE_BEEN_DONE
    click.get_current_context().exit(worst)


# When


def _when(
    *, from_: str | None, until: str | None, weekdays: str | None, daily: str | None
) -> tuple[Any, Any, Any, Any]:
    """Start, end, weekdays and hours, as they are written on the command line."""
    from . import times

    return (
        None if from_ is None else times.moment(from_, "a start"),
        None if until is None else times.moment(until, "an end"),
        None if weekdays is None else times.weekdays(weekdays),
        None if daily is None else times.window(daily),
    )


def _without_none(texts: dict[str, str | None]) -> dict[str, str | None]:
    return {name: None if text == "none" else text for name, text in texts.items()}


def _changed(entry: SmartlockAuth, zone: tzinfo | None, **texts: str | None) -> Validity | None:
    """The validity of an entry with these parts changed; ``None`` if none of them is."""
    import attrs

    from nuki import Validity

    if not any(texts.values()):
        return None
    start, end, days, hours = _when(**_without_none(texts))
    changes: dict[str, Any] = {"from_": {"start": start}, "until": {"end": end}}
    changes["weekdays"] = {"weekdays": days}
    begins, ends = hours or (None, None)
    changes["daily"] = {"from_time": begins, "until_time": ends}
    wanted: dict[str, Any] = {}
    for name, text in texts.items():
        if text is not None:
            wanted |= changes[name]
    return attrs.evolve(Validity.of(entry, zone), **wanted)


def _limits_of(entry: SmartlockAuth, zone: tzinfo | None) -> dict[str, Any]:
    """When an entry is valid, on the clock of its lock."""
    from nuki import ValidationError, Validity

    from . import times

    try:
        valid = Validity.of(entry, zone)
    except ValidationError:
        return {"from": None, "until": None, "weekdays": None, "daily": "never"}
    hours = None
    if valid.from_time is not None and valid.until_time is not None:
        hours = f"{valid.from_time:%H:%M}-{valid.until_time:%H:%M}"
    return {
        "from": _moment(valid.start),
        "until": _moment(valid.end),
        "weekdays": times.weekdays_text(valid.weekdays),
        "daily": hours,
    }


def _moment(value: Any) -> str | None:
    return value.isoformat(timespec="minutes") if hasattr(value, "hour") else None


def _word(member: Any) -> str | None:
    from .device_rows import word

    return word(member)
