"""Changing single values of a TOML file that people write and comment."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING

from generator.load.problems import GeneratorFailure, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def rewritten(text: str, table: str, values: Mapping[str, str | date], name: str) -> str:
    """A TOML text with these values in one of its tables; every other line stays as it is.

    ``name`` is that of its file, for errors.

    Raises:
        GeneratorFailure: A value or the table's heading does not stand on a line of its own.
    """
    heading = re.search(rf"^\[{re.escape(table)}\][^\n]*\n", text, re.MULTILINE)
    start = heading.end() if heading else len(text)
    end = start + len(re.split(r"^\[", text[start:], maxsplit=1, flags=re.MULTILINE)[0])
    lines = text[start:end]
    for key, value in values.items():
        lines = _assigned(lines, key, value)
    result = text[:start] + lines + text[end:]
    before = tomllib.loads(text)
    if not _says(result, {**before, table: before.get(table, {}) | values}):
        what, todo = f"[{table}] cannot be rewritten", "write each of its values on one line"
        raise GeneratorFailure([Problem(name, what, todo)])
    return result


def _assigned(lines: str, key: str, value: str | date) -> str:
    line = f"{key} = {_toml(value)}"
    found, count = re.subn(rf"(?m)^{re.escape(key)}[ \t]*=[^\r\n]*", lambda _: line, lines)
    return found if count else f"{line}\n{lines}"


def _toml(value: str | date) -> str:
    """A value in TOML; its basic strings are those of JSON, but for one character."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", r"\u007f")
    return value.isoformat()


def _says(text: str, values: Mapping[str, object]) -> bool:
    try:
        return tomllib.loads(text) == values
    except tomllib.TOMLDecodeError:
        return False
