"""Changing single values of a TOML file that people write and comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomlkit
from tomlkit.exceptions import ParseError

from generator.load.problems import GeneratorFailure, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def rewritten(text: str, table: str, values: Mapping[str, str | date], name: str) -> str:
    """A TOML text with these values in one of its tables; all else stays as it is written.

    Args:
        text: the whole file.
        table: the name of a table at its root, which is made if it is not there.
        values: what the table shall say, by key.
        name: that of the file, for errors.

    Raises:
        GeneratorFailure: The text is no TOML.
    """
    try:
        document = tomlkit.parse(text)
    except ParseError as error:
        raise GeneratorFailure([Problem(name, f"is no TOML: {error}", "correct it")]) from error
    members = document.setdefault(table, tomlkit.table())
    for key, value in values.items():
        members[key] = value
    return tomlkit.dumps(document)
