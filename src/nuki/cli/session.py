"""One run of a command: who acts, how it writes, whom it may ask; and how commands are made."""

from __future__ import annotations

import getpass
import sys
from contextlib import ExitStack, contextmanager
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .failures import CommandError, ExitStatus
from .output import Column, Output, error_console
from .variables import Variables

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from nuki import Device, Home, WebClient
    from nuki_core.redaction import SecretText

    from .credentials import Clients
    from .ledger import Ledger
    from .output import Format

F = TypeVar("F", bound="Callable[..., object]")


class Session:
    """What the commands share. ``doing`` is what is under way, in words, for who interrupts it."""

    def __init__(self, variables: Variables | None = None) -> None:
        self.variables = variables or Variables()
        self.profile: str | None = None
        self.form: Format = "table"
        self.debug = False
        self.dry_run = False
        self.doing = ""
        self.look = "nuki status"
        """The command that shows what became of it."""
        self._profile_in_use: str | None = None
        self._at_end = ExitStack()
        self.leaves: list[str] = []
        """What an interrupted command has left behind, a sentence each."""

    @property
    def output(self) -> Output:
        """Where data goes."""
        return Output(self.form)

    @cached_property
    def ledger(self) -> Ledger:
        """What is sent."""
        from .ledger import Ledger

        return Ledger(tell=self.say if self.debug else None, dry_run=self.dry_run)

    def write_held_back(self) -> None:
        """Write what ``--dry-run`` has kept from being sent."""
        columns = [Column(name, name.upper()) for name in ("method", "path", "query", "body")]
        self.output.rows(columns, self.ledger.held_back, empty="nothing would be sent")

    def show_log(self) -> None:
        """Write on standard error what calls and their HTTP library log, without secrets."""
        import logging

        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("= %(message)s"))
        for name, level in (("nuki", logging.DEBUG), ("httpx", logging.INFO)):
            logger = logging.getLogger(name)
            before = logger.level
            logger.setLevel(level)
            logger.addHandler(handler)
            self._at_end.callback(logger.setLevel, before)
            self._at_end.callback(logger.removeHandler, handler)

    def close(self) -> None:
        """Undo what this run has set up in its process."""
        self._at_end.close()

    # Who acts

    def clients(self) -> Clients:
        """The clients of whoever acts.

        Raises:
            CommandError: Nobody is signed in.
        """
        from .credentials import open_clients

        return open_clients(self.variables, self.profile, self.ledger)

    @contextmanager
    def home(self) -> Generator[Home]:
        """The home of whoever acts."""
        from nuki import Home

        clients = self.clients()
        self._profile_in_use = clients.profile
        with Home(*(one for one in (clients.bridge, clients.web) if one is not None)) as home:
            yield home

    def devices(self, home: Home) -> list[Device]:
        """The devices of a home, read now; their names are kept for completion, of a profile."""
        from . import names

        found = home.devices()
        if self._profile_in_use is not None:
            names.keep(self._profile_in_use, (device.name for device in found))
        return found

    @contextmanager
    def web(self) -> Generator[WebClient]:
        """The Web API of whoever acts.

        Raises:
            CommandError: There is only a bridge.
        """
        client = self.clients().web
        if client is None:
            raise no_web()
        with client:
            yield client

    # What it says, and asks

    def say(self, text: str) -> None:
        """Write a line on standard error."""
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()

    def confirm(self, question: str, *, yes: bool) -> None:
        """Ask once, on a terminal; without one, ``--yes`` must have been given.

        Raises:
            CommandError: The answer is no, or nobody can be asked.
        """
        if yes or self.dry_run:
            return
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise CommandError(
                f"{question} There is no terminal to ask on: add --yes", ExitStatus.USAGE
            )
        if not click.confirm(question, err=True):
            raise CommandError("nothing was done")

    def read_secret(self, what: str) -> SecretText:
        """Read a secret: without echo from a terminal, else a line of standard input.

        Raises:
            CommandError: It is empty.
        """
        from nuki_core.redaction import SecretText

        if sys.stdin.isatty():
            secret = SecretText(getpass.getpass(f"{what}: ", stream=sys.stderr).strip())
        else:
            secret = SecretText(sys.stdin.readline().strip())
        if not secret.reveal():
            raise CommandError(
                f"no {what} was given: type it on a terminal, or write it to standard input",
                ExitStatus.USAGE,
            )
        return secret

    @contextmanager
    def waiting(self, what: str) -> Generator[None]:
        """Show on a terminal that something takes its time, and remember what it is."""
        self.doing = what
        if sys.stderr.isatty() and not self.debug:
            with error_console().status(f"{what} …"):
                yield
        else:
            yield
        self.doing = ""


def no_web() -> CommandError:
    """What to say to somebody who has only a bridge."""
    return CommandError(
        "this takes the Web API, and only a bridge is known here: run `nuki login`, or set "
        "NUKI_API_TOKEN",
        ExitStatus.NOT_AUTHORISED,
    )


def no_bridge() -> CommandError:
    """What to say to somebody who has only an account."""
    return CommandError(
        "this takes a bridge, and none is known here: run `nuki bridge add`, or set "
        "NUKI_BRIDGE_URL and NUKI_BRIDGE_TOKEN",
        ExitStatus.NOT_AUTHORISED,
    )


def _set(name: str, ctx: click.Context, _parameter: click.Parameter, value: Any) -> None:
    if value:
        setattr(ctx.ensure_object(Session), name, value)


def common_options(*, formats: bool = True) -> list[click.Parameter]:
    """The options that every command has, and that may stand before it as well."""
    found: list[click.Parameter] = [
        click.Option(
            ["--profile"],
            metavar="NAME",
            expose_value=False,
            callback=partial(_set, "profile"),
            help="Act for this profile.",
            shell_complete=_profile_names,
        ),
        click.Option(
            ["--debug"],
            is_flag=True,
            expose_value=False,
            callback=_debug,
            help="Show requests, with secrets masked.",
        ),
    ]
    if formats:
        found += [
            click.Option(
                [f"--{form}", "form"],
                flag_value=form,
                type=click.STRING,
                expose_value=False,
                callback=partial(_set, "form"),
                help=f"Write {form.upper()}.",
            )
            for form in ("json", "csv")
        ]
    return found


def _debug(ctx: click.Context, _parameter: click.Parameter, value: Any) -> None:
    session = ctx.ensure_object(Session)
    if value and not session.debug:
        session.debug = True
        session.show_log()


def _profile_names(_ctx: click.Context, _parameter: click.Parameter, text: str) -> list[str]:
    from . import profiles

    try:
        return [name for name in profiles.load().by_name if name.startswith(text)]
    except CommandError:
        return []


def nuki_command(
    name: str, *, formats: bool = True, **options: Any
) -> Callable[[Callable[..., object]], click.Command]:
    """Make a command of a function that takes the session first; see :mod:`nuki.cli.commands`.

    ``formats`` is whether it writes rows, and has ``--json`` and ``--csv``. ``options`` are those
    of ``click.command``.
    """

    def make(function: Callable[..., object]) -> click.Command:
        passing: Any = click.make_pass_decorator(Session)
        command: Any = click.command(name, **options)
        made: click.Command = command(passing(function))
        made.params += common_options(formats=formats)
        return made

    return make


def dry_run_option(function: F) -> F:
    """``--dry-run``: say what would be sent, and send nothing that changes anything."""
    return click.option(
        "--dry-run",
        is_flag=True,
        expose_value=False,
        callback=partial(_set, "dry_run"),
        help="Send nothing that changes anything; write what would be sent.",
    )(function)


def yes_option(function: F) -> F:
    """``--yes``: do not ask."""
    return click.option("--yes", "-y", is_flag=True, help="Do not ask.")(function)
