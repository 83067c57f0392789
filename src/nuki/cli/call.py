"""Any operation of both APIs: what no other command does, and what upstream adds tomorrow."""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import click

from .failures import CommandError, ExitStatus
from .output import Column
from .session import (
    Session,
    common_options,
    dry_run_option,
    no_bridge,
    no_web,
    nuki_command,
    yes_option,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from nuki_core.client import SyncClient
    from nuki_core.ids import SmartlockId
    from nuki_core.json import JsonValue
    from nuki_core.request import Operation

    from .operation_index import Index
    from .operation_options import Api
    from .option_data import Command

COLUMNS: Final = (
    Column("operation", "OPERATION"),
    Column("api", "API"),
    Column("effect", "EFFECT"),
    Column("method"),
    Column("path"),
    Column("scopes", "SCOPES, OF WHICH ONE"),
    Column("summary", "WHAT IT DOES"),
)


class _Calls(click.Group):
    """A command for each operation."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        return list(_known().summaries)

    def get_command(
        self,
        ctx: click.Context,
        cmd_name: str,
    ) -> click.Command | None:
        if ctx.resilient_parsing:
            command = _known().command(cmd_name)
            if command is None:
                return None
            return click.Command(command.name, params=[*_options(command), *_extras()])
        from .operation_options import operations

        found = operations().get(cmd_name)
        return None if found is None else calling(cmd_name, *found)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = args[0], self.get_command(ctx, args[0]), args[1:]
        if command is None and not ctx.resilient_parsing and not name.startswith("-"):
            raise click.exceptions.NoSuchCommand(name, possibilities=_known().summaries, ctx=ctx)
        return name, command, rest

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name no operation: there are more than a screen holds."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        found = [
            CompletionItem(name, help=summary)
            for name, summary in _known().summaries.items()
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)


@click.group(
    "call",
    cls=_Calls,
    params=common_options(),
    subcommand_metavar="RESOURCE.OPERATION [OPTIONS]",
    epilog="`nuki operations` lists them all; `nuki call RESOURCE.OPERATION --help` explains one.",
)
def call_group() -> None:
    """Call any operation of the Web API or of a bridge: `nuki call smartlock.list`.

    The answer is written as JSON, with secrets masked unless --show-secrets is given.
    """


def _known() -> Index:
    from .operation_index import load

    return load()


def calling(name: str, operation: Operation, api: Api) -> click.Command:
    """The command that calls an operation."""
    from .operation_options import command_of

    command = command_of(name, operation, api)
    passing: Any = click.make_pass_decorator(Session)
    scopes = " or ".join(operation.scopes)
    about = f"{operation.method} {operation.path}" + (f", scope {scopes}" if scopes else "")
    return click.Command(
        name,
        params=[*_options(command), *_extras()],
        callback=passing(partial(_call, operation=operation, api=api)),
        help=f"{command.summary}.\n\n{about}",
    )


class _Text(click.ParamType[str]):
    """A text; what fits is known when the request is made, and completed before that."""

    name = "text"

    def __init__(self, choices: Sequence[str]) -> None:
        self._choices = choices

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - as click calls it
        param: click.Parameter,  # noqa: ARG002 - as above
        incomplete: str,
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        kind = "plain" if self._choices or not incomplete.startswith("@") else "file"
        if kind == "file":
            return [CompletionItem(incomplete, type="file")]
        return [CompletionItem(one) for one in self._choices if one.startswith(incomplete)]


def _options(command: Command) -> list[click.Parameter]:
    found: list[click.Parameter] = []
    for option in command.options:
        name, text = _key(option.flag), option.help
        if option.switch:
            flags = f"{option.flag}/--no-{option.flag.removeprefix('--')}"
            found.append(click.Option([flags, name], default=None, help=text))
            continue
        given: dict[str, Any] = {"is_flag": False, "flag_value": ""} if option.secret else {}
        if option.choices and option.metavar == "MEMBER":
            text = f"{text} One of {', '.join(option.choices)}.".strip()
        if option.secret:
            text = f"{text} Secret: asked for, or @FILE.".strip()
        found.append(
            click.Option(
                [option.flag, name],
                metavar=option.metavar,
                multiple=option.many,
                required=option.required and not option.secret,
                type=_Text(option.choices),
                help=text,
                **given,
            )
        )
    return found


def _key(flag: str) -> str:
    """The name under which click hands over what was written for an option."""
    return f"option_{flag.removeprefix('--').replace('-', '_')}"


def _extras() -> list[click.Parameter]:
    @yes_option
    @dry_run_option
    @click.option("--show-secrets", is_flag=True, help="Show codes and tokens of the answer.")
    def extras() -> None:
        """Hold the options."""

    found: list[click.Parameter] = getattr(extras, "__click_params__", [])
    return [*found, *common_options()]


def _call(
    session: Session,
    *,
    operation: Operation,
    api: Api,
    yes: bool,
    show_secrets: bool,
    **written: Any,
) -> None:
    from nuki_core.model import to_jsonable

    from .ledger import shown
    from .operation_options import fields_of, request_of

    flags = [field.option.flag for field in fields_of(operation, api)]
    clients = session.clients()
    client: SyncClient | None = clients.web if api == "web" else clients.bridge
    if client is None:
        raise no_web() if api == "web" else no_bridge()

    def find_device(which: str) -> SmartlockId:
        from .device_rows import pick

        with session.home() as home:
            return pick(session.devices(home), which).id

    with client:
        request = request_of(
            operation,
            api,
            {flag: written.get(_key(flag)) for flag in flags},
            lambda what: session.read_secret(what).reveal(),
            find_device,
        )
        if operation.effect == "motion":
            session.confirm(f"{operation} moves a bolt or a strike. Do it?", yes=yes)
        with session.waiting(str(operation)):
            answer = client.exchange(request)
    if isinstance(answer.value, bytes):
        sys.stdout.buffer.write(answer.value)
        return
    value: JsonValue = to_jsonable(answer.value) if show_secrets else shown(answer.value)
    if value is None and session.form == "table":
        session.say(f"done ({answer.status})")
        return
    if session.form != "csv":
        session.output.document(value)
        return
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise CommandError("--csv takes a list of objects; use --json", ExitStatus.USAGE)
    rows: list[Any] = value
    columns = [Column(key, key) for key in dict.fromkeys(key for row in rows for key in row)]
    session.output.rows(columns, rows)


@nuki_command("operations")
@click.argument("text", required=False)
def operations(session: Session, text: str | None) -> None:
    """List the operations of both APIs, with the scopes of which they need one.

    With TEXT, those in whose name, path, scopes or summary it stands.
    """
    from .operation_options import documented
    from .operation_options import operations as known

    rows: list[dict[str, Any]] = [
        {
            "operation": name,
            "api": api,
            "effect": operation.effect,
            "method": operation.method,
            "path": operation.path,
            "scopes": [*operation.scopes],
            "summary": documented(operation, api)[0],
        }
        for name, (operation, api) in known().items()
    ]
    if text is not None:
        wanted = text.casefold()
        rows = [row for row in rows if wanted in json.dumps(row).casefold()]
    session.output.rows(COLUMNS, rows, empty=f"there is no operation with {text!r}")
