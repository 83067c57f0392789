"""The commands of ``nuki``: one table, which is also what ``nuki --help`` prints.

A command is registered by one line of :data:`SECTIONS`, which names its module in this package. The
module is imported when the command is run or completed, not before, and holds a click command or
group of that name::

    from .session import Session, nuki_command


    @nuki_command("doctor")
    @click.option("--report", is_flag=True, help="...")
    def doctor(session: Session, *, report: bool) -> None:
        '''Find what is wrong.'''
        with session.home() as home, session.waiting("looking"):
            rows = [row_of(device) for device in session.devices(home)]
        session.output.rows(COLUMNS, rows)

:func:`nuki.cli.session.nuki_command` gives it the options that every command has, and the
:class:`~nuki.cli.session.Session` as its first argument. ``session.clients()`` are the clients of
whoever acts, ``session.home()`` a home of them. It writes data with ``session.output``, everything
else with ``session.say``, and ends well or with an exception: a ``NukiError``, or a
:class:`~nuki.cli.failures.CommandError`, which names its exit status; or with a status of its own,
``click.get_current_context().exit(status)``. Modules of commands import click and this package at
their beginning, everything else (``nuki``, ``rich``, ``attrs``) where it is needed: completion
imports them too, and has no time for the rest.

This module imports nothing, so that ``nuki --help`` takes no time.
"""

from __future__ import annotations

SECTIONS: dict[str, dict[str, tuple[str, str]]] = {
    "Doors": {
        "devices": ("day", "List the devices"),
        "status": ("day", "Show what a device is like now"),
        "lock": ("day", "Push the bolt out"),
        "unlock": ("day", "Draw the bolt in; a box opens"),
        "unlatch": ("day", "Draw the bolt in and hold the latch back for a moment"),
        "lock-n-go": ("day", "Unlock, and lock again a while later"),
        "open": ("day", "Release the strike of an opener; open a box"),
        "ring-to-open": ("day", "Have an opener open when somebody rings, or no longer"),
    },
    "Access": {
        "codes": ("access", "List, add, change and remove keypad codes"),
        "users": ("access", "List users, and who gets in at a door"),
    },
    "What happened": {
        "log": ("happened", "Show the activity log, and follow it"),
        "watch": ("happened", "Show what happens at the doors, as it happens"),
        "webhook": ("happened", "Receive what Nuki's server posts"),
    },
    "Everything else": {
        "call": ("call", "Call any operation of either API"),
        "operations": ("call", "List the operations, with their scopes"),
    },
    "When something is wrong": {
        "doctor": ("doctor", "Find out what is wrong, and what to do about it"),
    },
    "Who am I": {
        "login": ("accounts", "Sign in to the Web API"),
        "logout": ("accounts", "Forget the account"),
        "bridge": ("bridges", "Find a bridge, add or remove it"),
        "profiles": ("accounts", "List, choose and remove profiles"),
    },
    "The command itself": {
        "completion": ("completion", "Write the completion for a shell"),
        "help": ("topics", "Explain a topic, or a command"),
    },
}
"""Name and module of each command, and what it does in a line, in the sections of the help."""

MODULES: dict[str, str] = {
    name: module for section in SECTIONS.values() for name, (module, _) in section.items()
}
"""The module of each command."""

_USAGE = """\
Usage: nuki [OPTIONS] COMMAND ...

Nuki smart locks, over the Web API and over bridges.
"""

_OPTIONS = """\
Options, before or after the command:
  --profile NAME  Act for this profile
  --json, --csv   Write for machines
  --debug         Show requests, with secrets masked
  --version       Show the versions of nuki and of both APIs
  --help          Show what a command does

nuki help TOPIC explains more: profiles, output, statuses, scripts, times, calls, completion.
"""


def overview() -> str:
    """What ``nuki --help`` prints."""
    width = max(map(len, MODULES)) + 2
    parts = [_USAGE]
    for section, commands in SECTIONS.items():
        lines = [f"  {name.ljust(width)}{what}" for name, (_, what) in commands.items()]
        parts.append("\n".join((f"{section}:", *lines, "")))
    return "\n".join((*parts, _OPTIONS))
