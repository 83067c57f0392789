"""What the documentation promises is what commands write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nuki.cli import access, accounts, bridges, call, device_rows, doctor, happened, variables
from nuki.cli.commands import MODULES
from nuki.cli.failures import ExitStatus
from nuki.cli.files import FOLDER_VARIABLE
from nuki.cli.topics import TOPICS
from tools.repository import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nuki.cli.output import Column

PAGE = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
COLUMNS = {
    "`devices`, `status`": device_rows.COLUMNS,
    "`codes list`": access.CODE_COLUMNS,
    "`codes add`, `codes edit`, `codes remove`": access.RESULT_COLUMNS,
    "`users`": access.USER_COLUMNS,
    "`users --door`": access.ENTRY_COLUMNS,
    "`log`": happened.LOG_COLUMNS,
    "`watch`": happened.EVENT_COLUMNS,
    "`webhook listen`": happened.WEBHOOK_COLUMNS,
    "`doctor`": doctor.COLUMNS,
    "`operations`": call.COLUMNS,
    "`profiles`": accounts.PROFILE_COLUMNS,
    "`bridge discover`": bridges.FOUND_COLUMNS,
}


def names(columns: Iterable[Column]) -> str:
    return ", ".join(f"`{column.key}`" for column in columns)


def test_the_columns_are_those_of_the_page() -> None:
    table = dict(re.findall(r"^\| (`.*?) \| (`.*?) \|$", PAGE, re.MULTILINE))
    for commands, columns in COLUMNS.items():
        assert table[commands] == names(columns)


def test_the_statuses_are_those_of_the_page_and_of_the_help() -> None:
    numbers = {int(one) for one in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)}
    assert numbers == set(ExitStatus)
    told = re.findall(r"^  (\d+) ", TOPICS["statuses"], re.MULTILINE)
    assert {int(one) for one in told} == set(ExitStatus)


def test_the_variables_are_those_of_the_page() -> None:
    written = set(re.findall(r"`(NUKI_\w+)`", PAGE))
    texts = [value for name, value in vars(variables).items() if name.isupper()]
    read = {text for text in texts if isinstance(text, str) and text.startswith("NUKI_")}
    assert written == read | {FOLDER_VARIABLE}
    assert len(written) == len(variables.Variables._fields) + 1


def test_each_command_is_named_in_the_readme_or_the_page() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in MODULES:
        assert re.search(rf"\b{name}\b", PAGE + readme), name
