"""What is imported: `nuki --help` and completion import nothing that takes long."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from nuki.cli import main
from nuki.cli.app import command_of
from nuki.cli.commands import MODULES, overview
from tests.nuki.cli.conftest import environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.nuki.cli.conftest import Run

HEAVY = {"attr", "httpx", "httpcore", "keyring", "nuki_core", "platformdirs", "rich", "csv"}
SHOW = """
import json, sys
from nuki.cli import main
status = main(sys.argv[1:])
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def imported(*arguments: str, **variables: str) -> tuple[str, set[str]]:
    """What a command writes, and what its process imports."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", SHOW, *arguments],
        env=environment(variables),
        capture_output=True,
        text=True,
        check=True,
    )
    written, _, modules = done.stdout.rstrip().rpartition("\n")
    return written, set(json.loads(modules))


@pytest.mark.slow
def test_the_help_imports_no_command() -> None:
    written, modules = imported("--help")
    assert written.strip() == overview().strip()
    assert not modules & {*HEAVY, "click", "nuki_generated", "inspect"}


@pytest.mark.slow
def test_completion_imports_click_and_little_else(run: Run, folder: Path) -> None:
    from nuki.cli import operation_index

    operation_index.load()
    for words, wanted in (
        ("nuki ", "plain,devices"),
        ("nuki lock --t", "plain,--timeout"),
        ("nuki call smartlock.unl", "plain,smartlock.unlock"),
        ("nuki call smartlock_auth.create --type k", "plain,keypad_code"),
    ):
        count = str(len(words.split(" ")) - 1)
        written, modules = imported(
            _NUKI_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=count
        )
        assert wanted in written.splitlines()
        assert not modules & (HEAVY - {"nuki_core"}), words
        assert "nuki_generated" not in modules


def test_every_command_is_where_the_table_says() -> None:
    for name in MODULES:
        command = command_of(name)
        assert command.name == name
        assert command.help, name


def test_without_the_extra_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "nuki: this command needs its extra: pip install 'nuki-sdk[cli]'\n"
    monkeypatch.setattr(sys, "path", [one for one in sys.path if "site-packages" not in one])
    for arguments in (["--help"], ["devices"]):
        assert main(arguments) == 1
        assert capsys.readouterr() == ("", told)
