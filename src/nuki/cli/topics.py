"""``nuki help``: what is longer than the help of a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from .commands import MODULES, overview
from .failures import CommandError, ExitStatus
from .session import Session, nuki_command

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

TOPICS: Final[dict[str, str]] = {
    "profiles": """\
A profile is an account, a bridge, or both, under a name of yours. `nuki login` and
`nuki bridge add` put them into the profile in use, or into the one that --profile names:

  nuki login                             an API token, which Nuki Web makes under "API"
  nuki login --oauth --client-id ID      OAuth, in the browser
  nuki bridge add                        look for a bridge; press its button
  nuki bridge add 192.168.1.50 --with-token
  nuki --profile office login
  nuki profiles                          list; `nuki profiles use office` chooses

With a bridge and an account, the bridge is asked first, and the Web API for the rest.

Who acts is decided in this order: --profile; the variables NUKI_API_TOKEN (with NUKI_API_URL for
another server) and NUKI_BRIDGE_URL with NUKI_BRIDGE_TOKEN (and NUKI_BRIDGE_SCHEME: encrypted,
hashed or plain), which need no profile; NUKI_PROFILE; the profile in use.

Profiles are in profiles.json in the platform's configuration folder, or in NUKI_CONFIG_DIR. Secrets
are in the keyring of the platform; without one, in a file there that only you can read. No command
takes a secret as an argument: it is read from the terminal without showing it, or from standard
input. The variables with secrets are removed before any other program is started.
""",
    "output": """\
Data goes to standard output, and nothing else does: questions, progress and errors go to standard
error. Colours and progress are for terminals only; NO_COLOR takes the colours away.

  table   for people; it may look different in the next release
  --json  one JSON document; a line for each object where a command follows what happens
  --csv   a header line and rows, with the same names as in JSON

What nobody knows is null in JSON and empty in CSV: a state that could not be read is never guessed.
The names of columns and values are stable. Dates are ISO 8601 with a zone.
""",
    "statuses": """\
  0    done
  1    refused or failed
  2    usage: an argument is wrong, and nothing was sent
  3    not found
  4    not authorised: nobody is signed in, or these credentials do not suffice
  5    unreachable: no connection to the server or bridge, or from there to the device
  6    may have been done: it was sent, and nobody knows what came of it
  130  interrupted, when nothing was under way

6 means that and nothing else: look at the door before you send the same again. An interrupted
action ends with it too, if it had been sent. Of several doors, the status is that of those that
failed, 1 if they failed in several ways, and 6 if that is so of any.
""",
    "scripts": """\
What moves a bolt or a strike asks once, on a terminal. Without a terminal there is nobody to ask,
and it is refused with status 2 unless --yes is given: a script says that it means it.

  nuki lock "Front door" --yes || case $? in
      6) notify "may be locked or not: look" ;;
      5) notify "out of reach" ;;
      *) notify "not locked" ;;
  esac

  nuki devices --json | jq -r '.[] | select(.state == "unlocked") | .name'
  nuki codes add Anna --all-doors --from 2026-12-24T15:00 --until 2026-12-27T11:00 --dry-run
  nuki log "Front door" --since yesterday --csv > log.csv
  nuki watch --json | while read -r event; do ...; done
  echo "$TOKEN" | nuki login

--dry-run writes the requests that would change something, and sends none of them. --debug shows all
requests on standard error, with secrets masked. --no-wait returns when the action was asked for;
otherwise a command waits until the device has said how it ended, --timeout seconds at most.
""",
    "times": """\
  --from 2026-12-24T15:00 --until 2026-12-27T11:00     on the clock of the lock
  --from 2026-12-24 --until 2026-12-27                 of a date, the last day counts as a whole
  --from 2026-12-24T15:00+01:00                        a point in time, in any zone
  --weekdays mo-fr                                     or mo,we,sa-su
  --daily 08:00-18:00                                  a part of each day
  --until none                                         in `nuki codes edit`: take a limit away

  --since yesterday, today, 2h, 3d, 2026-12-24, 2026-12-24T15:00
                                                       on the clock of this machine
""",
    "calls": """\
Every operation of both APIs is a command: `nuki operations` lists them, with the scopes of which
they need one, and `nuki call RESOURCE.OPERATION --help` explains one.

  nuki call smartlock.get --smartlock-id "Front door"
  nuki call smartlock_log.list --limit 20 --csv
  nuki call smartlock.update_config --smartlock-id 17618910285 --body @config.json
  nuki call device.state --nuki-id 1A2B3C4D --device-type smart_lock_3

Options have the names of the fields; what takes a device takes its name and id, what takes a member
of an enum takes its name or number. --body gives the whole body as JSON, from @FILE or from
standard input (-), and options change parts of it. Fields that are secret take no value: they are
asked for, or read from @FILE. Secrets in answers are masked unless --show-secrets is given.
""",
    "completion": """\
  nuki completion bash > ~/.local/share/bash-completion/completions/nuki
  nuki completion zsh > ~/.zfunc/_nuki                    fpath+=~/.zfunc, before compinit
  nuki completion fish > ~/.config/fish/completions/nuki.fish
  nuki completion powershell >> $PROFILE

It completes commands, options, profiles, the names of devices that were seen before, and for
`nuki call` every operation with its options and the values that they allow.
""",
}
"""What is explained, by its name."""


def _complete(_ctx: click.Context, _parameter: click.Parameter, text: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(name) for name in (*TOPICS, *MODULES) if name.startswith(text)]


@nuki_command("help", formats=False)
@click.argument("topic", required=False, shell_complete=_complete)
def help_(session: Session, topic: str | None) -> None:
    """Explain TOPIC, which may be a command; without one, list what there is."""
    if topic is None:
        session.output.text(f"{overview()}\nTopics: {', '.join(TOPICS)}")
    elif topic in TOPICS:
        session.output.text(TOPICS[topic])
    elif topic in MODULES:
        from .app import command_of

        root = click.get_current_context().find_root()
        command = command_of(topic)
        with click.Context(command, info_name=topic, parent=root) as ctx:
            session.output.text(command.get_help(ctx))
    else:
        names = ", ".join(TOPICS)
        raise CommandError(
            f"there is no topic {topic!r}; there is {names}, and every command",
            ExitStatus.NOT_FOUND,
        )
