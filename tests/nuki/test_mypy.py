from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from mypy import api

if TYPE_CHECKING:
    from pathlib import Path

LOUD = "  # loud"
TEXTS = """
from __future__ import annotations

from typing import Literal

from nuki_core.unset import UNSET, Unset, value_or


def texts(field: int | Unset, name: str | None | Unset, sure: int | None, known: str) -> None:
    print(f"{field}")  # loud
    print(f"{sure} {field:>5} {known}")  # loud
    print(f"{name!s}")  # loud
    print(f"{sure:{field}}")  # loud
    print(f"{UNSET}")  # loud
    print("{} {name}".format(sure, name=name))  # loud
    print(known.format(field))  # loud
    print(known, name, sep="")  # loud
    print(str(field))  # loud
    print(format(field, "5"))  # loud

    print(f"{sure} {known}", sure, known, str(sure), format(known))
    print(f"{value_or(field, 'not known')}", name or "nobody")
    print(f"{field!r} {field=}")
    if field is not UNSET:
        print(f"{field}", str(field))
    if not isinstance(name, Unset):
        print(f"{name}", name)
    print("%s" % field)
    print(f"{field}")  # type: ignore[unset-text]


def flag(unset: Literal[Unset.UNSET]) -> str:
    return f"{unset}"  # loud
"""


@pytest.mark.slow
def test_mypy_reports_a_field_that_may_be_unset_where_it_becomes_text(tmp_path: Path) -> None:
    texts, configuration = tmp_path / "texts.py", tmp_path / "mypy.ini"
    texts.write_text(TEXTS)
    configuration.write_text("[mypy]\nstrict = True\nplugins = nuki.mypy\n")
    options = ("--config-file", configuration, "--cache-dir", tmp_path / "cache", texts)
    told, failed, _ = api.run([str(each) for each in options])
    reported = [int(line) for line in re.findall(r":(\d+): error: .*\[unset-text\]", told)]
    lines = TEXTS.splitlines()
    assert failed == ""
    assert reported == [n for n, line in enumerate(lines, 1) if line.endswith(LOUD)]
    assert told.count("error:") == len(reported)
