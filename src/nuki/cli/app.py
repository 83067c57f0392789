"""The click application: commands are imported when they are used, errors become exit statuses."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from .commands import MODULES, SECTIONS, overview
from .failures import CommandError, ExitStatus, one_line
from .session import Session, common_options
from .variables import COMPLETING

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from click.shell_completion import CompletionItem


class _Nuki(click.Group):
    """The commands of the table; nothing is imported to list them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        return list(MODULES)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - as click calls it
        cmd_name: str,
    ) -> click.Command | None:
        return command_of(cmd_name) if cmd_name in MODULES else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in MODULES and not ctx.resilient_parsing and not args[0].startswith("-"):
            raise click.exceptions.NoSuchCommand(args[0], possibilities=MODULES, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_help(
        self,
        ctx: click.Context,  # noqa: ARG002 - as click calls it
        formatter: click.HelpFormatter,
    ) -> None:
        formatter.write(overview())

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        found = [
            CompletionItem(name, help=what)
            for commands in SECTIONS.values()
            for name, (_, what) in commands.items()
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)


def command_of(name: str) -> click.Command:
    """The command of this name, of its module."""
    found = vars(import_module(f".{MODULES[name]}", __package__)).values()
    return next(one for one in found if isinstance(one, click.Command) and one.name == name)


def _show_versions(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click calls it
    if not wanted or ctx.resilient_parsing:
        return
    import nuki
    from nuki import bridge, web

    click.echo(
        f"nuki {nuki.__version__} (Web API {web.API_VERSION}, Bridge API {bridge.API_VERSION})"
    )
    ctx.exit()


def _nothing() -> None:
    """A group runs something before its command."""


def run(arguments: Sequence[str], session: Session) -> int:
    """Run a command to its end; its exit status. Everything that goes wrong is said in one line."""
    if COMPLETING in os.environ:
        from . import completion

        completion.register()
    version = click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_versions
    )
    application = _Nuki("nuki", params=[*common_options(), version], callback=_nothing)
    with _terminated_as_interrupted():
        try:
            result = application.main(
                arguments, prog_name="nuki", standalone_mode=False, obj=session
            )
        except click.Abort:
            return _interrupted(session)
        except (click.ClickException, CommandError) as error:
            return _fail(*_of_usage(error))
        except OSError as error:  # nobody can be told in the way that was asked for
            is_open = bool(session.ledger.changes)
            status = ExitStatus.MAY_HAVE_BEEN_DONE if is_open else ExitStatus.FAILED
            return _fail(f"cannot go on: {error.strerror or type(error).__name__}", status)
        except Exception as error:
            from nuki_core.errors import NukiError

            from .verdicts import line_of, status_of

            if not isinstance(error, NukiError):
                raise
            if not (session.dry_run and session.ledger.held_back):
                return _fail(line_of(error), status_of(error, is_open=session.ledger.is_open))
            session.write_held_back()
            result = ExitStatus.DONE
        except SystemExit as end:  # of a completion, or when nobody reads our output any more
            result = end.code
        finally:
            session.close()
    return int(result) if isinstance(result, int) else ExitStatus.DONE


def _of_usage(error: click.ClickException | CommandError) -> tuple[str, ExitStatus]:
    if isinstance(error, CommandError):
        return str(error), error.status
    if not isinstance(error, click.UsageError):
        return error.format_message(), ExitStatus.FAILED
    help_of = "" if error.ctx is None else f" See `{error.ctx.command_path} --help`."
    return f"{error.format_message()}{help_of}", ExitStatus.USAGE


def _fail(text: str, status: ExitStatus) -> int:
    sys.stderr.write(f"nuki: {one_line(text)}\n")
    return int(status)


def _interrupted(session: Session) -> int:
    """Say what was left behind."""
    ledger = session.ledger
    left = [*session.leaves]
    status = ExitStatus.INTERRUPTED
    if ledger.changes:
        status = ExitStatus.MAY_HAVE_BEEN_DONE
        what = session.doing or ", ".join(ledger.changes)
        left.insert(0, f"{what}: it was asked for, and may still be done; see `{session.look}`")
    return _fail(f"interrupted; {'; '.join(left) or 'nothing was changed'}", status)


@contextmanager
def _terminated_as_interrupted() -> Generator[None]:
    """Have a request to end clean up as an interrupt does: a bridge keeps our callback else."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
