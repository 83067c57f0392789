"""What commands write: tables for people, JSON and CSV for machines.

Data goes to standard output and nothing else does. A command gives rows, which are JSON objects;
their keys are the columns of CSV, and stay the same from one release to the next.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rich.console import Console

    from nuki_core.json import JsonValue

    Row = Mapping[str, JsonValue]

Format = Literal["table", "json", "csv"]

_WIDE: Final = 10_000
_STYLES: Final = {
    "locked": "green",
    "unlocked": "yellow",
    "unlatched": "yellow",
    "open": "yellow",
    "motor_blocked": "bold red",
    "failed": "bold red",
    "may have been done": "bold red",
    "not reached": "red",
}


class Column(NamedTuple):
    """A column: its key in JSON and CSV, and its title in tables, empty if those lack it."""

    key: str
    title: str = ""


class Output:
    """Writes rows in the format that was asked for."""

    def __init__(self, form: Format = "table") -> None:
        self.form: Format = form

    def rows(self, columns: Sequence[Column], rows: Iterable[Row], *, empty: str = "") -> None:
        """Write all rows: a JSON array, CSV with a header line, or a table.

        ``empty`` is told on standard error instead of a table without rows.
        """
        if self.form == "json":
            self._line(_json([_ordered(columns, row) for row in rows], indent=2))
        elif self.form == "csv":
            write = self._csv(columns)
            for row in rows:
                write(row)
        else:
            found = list(rows)
            if found:
                self._table([column for column in columns if column.title], found)
            elif empty:
                sys.stderr.write(f"{empty}\n")

    def row(self, columns: Sequence[Column], row: Row) -> None:
        """Write one row: a JSON object, CSV with a header line, or one line for each column."""
        if self.form == "json":
            self._line(_json(_ordered(columns, row), indent=2))
        elif self.form == "csv":
            self._csv(columns)(row)
        else:
            width = max(len(column.title) for column in columns if column.title) + 2
            console = _console(sys.stdout)
            for column in columns:
                text = _cell(row.get(column.key))
                if column.title and text:
                    console.print(_styled(column.title.ljust(width), "bold"), end="")
                    console.print(_styled(text, _STYLES.get(text, "")))

    def line(self, columns: Sequence[Column], row: Row) -> None:
        """Write one row: a JSON object, CSV with a header line, or a table of one line."""
        if self.form == "json":
            self.row(columns, row)
        else:
            self.rows(columns, [row])

    def stream(self, columns: Sequence[Column]) -> Callable[[Row], None]:
        """Write rows as they come: a JSON object in each line, CSV, or a line of text."""
        if self.form == "json":
            return lambda row: self._line(_json(_ordered(columns, row)))
        if self.form == "csv":
            return self._csv(columns)
        shown = [column for column in columns if column.title]

        def write(row: Row) -> None:
            cells = [_cell(row.get(column.key)) for column in shown]
            self._line("  ".join(cell for cell in cells if cell))

        return write

    def document(self, value: JsonValue) -> None:
        """Write any JSON."""
        self._line(_json(value, indent=2))

    def text(self, text: str) -> None:
        """Write text, of commands that have no rows."""
        self._line(text.removesuffix("\n"))

    def _line(self, text: str) -> None:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    def _csv(self, columns: Sequence[Column]) -> Callable[[Row], None]:
        import csv

        from nuki.log import harmless

        def cell(value: JsonValue) -> str:
            if value is None:
                return ""
            if isinstance(value, str):
                return harmless(value)
            return json.dumps(value, ensure_ascii=False)

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow([column.key for column in columns])

        def write(row: Row) -> None:
            writer.writerow([cell(row.get(column.key)) for column in columns])
            sys.stdout.flush()

        return write

    def _table(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
        for column in columns:
            if any(_cell(row.get(column.key)) for row in rows):
                table.add_column(column.title, overflow="fold")
        for row in rows:
            texts = [
                (_cell(row.get(column.key)), column)
                for column in columns
                if any(_cell(other.get(column.key)) for other in rows)
            ]
            table.add_row(*(Text(text, style=_STYLES.get(text, "")) for text, _ in texts))
        console = _console(sys.stdout)
        with console.capture() as drawn:
            console.print(table)
        for line in drawn.get().splitlines():
            self._line(line.rstrip())


def _console(file: TextIO) -> Console:
    from rich.console import Console

    # What is no terminal has no width, so nothing is folded for it.
    return Console(
        file=file, highlight=False, soft_wrap=False, width=None if file.isatty() else _WIDE
    )


def error_console() -> Console:
    """The console for progress and questions, on standard error."""
    return _console(sys.stderr)


def _styled(text: str, style: str) -> Any:
    from rich.text import Text

    return Text(text, style=style)


def _ordered(columns: Sequence[Column], row: Row) -> JsonValue:
    return {column.key: row.get(column.key) for column in columns}


def _json(value: JsonValue, *, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _cell(value: JsonValue) -> str:
    """A value for people: nothing that a terminal would obey."""
    if value is None or value is False or value == []:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, list):
        text = ", ".join(map(_cell, value))
    else:
        text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
