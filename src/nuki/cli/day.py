"""Every day: what devices are like, and having them do something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from . import names
from .failures import CommandError, ExitStatus
from .session import Session, dry_run_option, nuki_command, yes_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki import Snapshot


@nuki_command("devices")
def devices(session: Session) -> None:
    """List the devices, with what is known of them now.

    A state that is empty is not known: the device is out of reach, or just moving.
    """
    from .device_rows import COLUMNS, row_of

    with session.home() as home, session.waiting("asking for the devices"):
        rows = [row_of(device) for device in session.devices(home)]
        problem = home.bridge_problem
    if problem is not None:
        session.say(f"nuki: the bridge does not answer, so the Web API told this ({problem})")
    session.output.rows(COLUMNS, rows, empty="there are no devices")


@nuki_command("status")
@click.argument("name", required=False, shell_complete=names.complete)
def status(session: Session, name: str | None) -> None:
    """Show all that is known of the device NAME; without a name, list all as `nuki devices` does.

    NAME is a device's name, a beginning of it that no other has, or its id.
    """
    from .device_rows import DETAILS, pick, row_of

    if name is None:
        click.get_current_context().invoke(devices)
        return
    with session.home() as home, session.waiting(f"asking for {name}"):
        row = row_of(pick(session.devices(home), name))
    session.output.row(DETAILS, row)


_ARGUMENTS: Final = (
    click.argument("name", shell_complete=names.complete),
    yes_option,
    click.option(
        "--no-wait", is_flag=True, help="Return when it was asked for, not when it has ended."
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=30.0,
        show_default=True,
        metavar="SECONDS",
        help="How long to wait for the outcome.",
    ),
    dry_run_option,
)


def _moves(function: Callable[..., object]) -> Callable[..., object]:
    """Give a command the arguments of everything that moves something."""
    for argument in reversed(_ARGUMENTS):
        function = argument(function)
    return function


@nuki_command("lock")
@_moves
def lock(session: Session, **chosen: Any) -> None:
    """Push the bolt of the lock NAME out, and wait for the outcome."""
    _act(session, "lock", "locking", {"Lock": "lock"}, **chosen)


@nuki_command("unlock")
@_moves
def unlock(session: Session, **chosen: Any) -> None:
    """Draw the bolt of the lock NAME in, and wait for the outcome; a box opens."""
    _act(session, "unlock", "unlocking", {"Lock": "unlock", "Box": "unlock"}, **chosen)


@nuki_command("unlatch")
@_moves
def unlatch(session: Session, **chosen: Any) -> None:
    """Draw the bolt of the lock NAME in and hold the latch back: the door can be pushed open."""
    _act(session, "unlatch", "unlatching", {"Lock": "unlatch"}, **chosen)


@nuki_command("lock-n-go")
@click.option("--unlatch", is_flag=True, help="Hold the latch back, too.")
@_moves
def lock_n_go(session: Session, *, unlatch: bool, **chosen: Any) -> None:
    """Unlock the lock NAME, and have it lock again a while later."""
    _act(
        session,
        "lock-n-go",
        "unlocking for a while",
        {"Lock": "lock_n_go"},
        options={"unlatch": unlatch},
        **chosen,
    )


@nuki_command("open")
@_moves
def open_(session: Session, **chosen: Any) -> None:
    """Release the strike of the opener NAME for a moment; open the box NAME."""
    _act(session, "open", "opening", {"Opener": "open", "Box": "unlock"}, **chosen)


@nuki_command("ring-to-open")
@_moves
@click.argument("switch", type=click.Choice(["on", "off"]), metavar="on|off")
@click.option("--always", is_flag=True, help="At every ring, not only at the next one.")
def ring_to_open(session: Session, *, switch: str, always: bool, **chosen: Any) -> None:
    """Have the opener NAME open when somebody rings, or no longer."""
    verb = "activate" if switch == "on" else "deactivate"
    mode = "continuous_mode" if always else "ring_to_open"
    _act(
        session,
        f"ring-to-open {switch}",
        f"switching ring to open {switch}",
        {"Opener": f"{verb}_{mode}"},
        **chosen,
    )


def _act(  # noqa: PLR0913 - what, where, how long
    session: Session,
    verb: str,
    doing: str,
    methods: dict[str, str],
    *,
    name: str,
    yes: bool,
    no_wait: bool,
    timeout: float,
    options: dict[str, bool] | None = None,
) -> None:
    """Have a device do something, after asking; ``methods`` are those of each kind of device."""
    import nuki

    from .device_rows import COLUMNS, pick, row_of
    from .output import Column

    with session.home() as home:
        with session.waiting(f"asking for {name}"):
            device = pick(session.devices(home), name)
        fitting = [methods[one] for one in methods if isinstance(device, getattr(nuki, one))]
        if not fitting:
            raise CommandError(
                f"{device.name!r} is of the kind {type(device).__name__}; `nuki {verb}` takes "
                f"{' or '.join(methods)}",
                ExitStatus.USAGE,
            )
        method: Callable[..., Snapshot] = getattr(device, fitting[0])
        session.confirm(f"{verb} {device.name!r} ({device.hex})?", yes=yes)
        with session.waiting(f"{doing} {device.name!r}"):
            method(wait=not no_wait, timeout=timeout, **options or {})
    name_first, *others = COLUMNS
    columns = (name_first, Column("action", "ACTION"), Column("outcome", "OUTCOME"), *others)
    outcome = "not waited for" if no_wait else "done"
    session.output.line(columns, {"action": verb, "outcome": outcome, **row_of(device)})
