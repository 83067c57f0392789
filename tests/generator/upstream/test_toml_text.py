"""Changing single values of a TOML file: nothing else changes."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.problems import GeneratorFailure
from generator.upstream import toml_text

if TYPE_CHECKING:
    from collections.abc import Mapping

FACTS = {"upstream_version": "2", "retrieved": date(2026, 6, 1)}
SOURCES = """# Where each document comes from.

[web] # the cloud
origin = "https://api.example/swagger.json"
# The vendor's own count.
upstream_version = "1"
retrieved = 2026-05-13
sha256 = "0"

[bridge]
upstream_version = "1"
sha256 = ""
"""


def rewritten(text: str, table: str, values: Mapping[str, str | date]) -> str:
    return toml_text.rewritten(text, table, values, "SOURCES.toml")


def test_other_lines_stay_as_they_are() -> None:
    text = rewritten(SOURCES, "web", {**FACTS, "etag": '"é\\"'})
    expected = SOURCES.replace('version = "1"', 'version = "2"', 1).replace("05-13", "06-01")
    added = 'etag = "\\"é\\\\\\""\n'
    assert text == expected.replace('sha256 = "0"\n', f'sha256 = "0"\n{added}')


def test_line_ends_stay_as_they_are() -> None:
    text = rewritten(SOURCES.replace("\n", "\r\n"), "web", FACTS)
    assert text.replace("\r\n", "\n") == rewritten(SOURCES, "web", FACTS)
    assert text.count("\r\n") == text.count("\n")


@pytest.mark.slow
@given(
    st.dictionaries(
        st.sampled_from(["origin", "upstream_version", "etag", "new"]),
        st.text(st.characters(exclude_categories=["Cs"])) | st.dates(),
    )
)
def test_any_value_can_be_recorded(values: Mapping[str, str | date]) -> None:
    found = tomllib.loads(rewritten(SOURCES, "web", values))
    before = tomllib.loads(SOURCES)
    assert found == {**before, "web": before["web"] | values}


TEXTS = [
    'web = {sha256 = "0"}\n',
    '[web]\nsha256 = """\n0"""\n',
    '[web]\n"sha256" = "0"\n',
    '[web]\nnotes = """\nsha256 = 1\n"""\nsha256 = "0"\n',
    "",
]


def test_every_layout_can_be_rewritten(subtests: pytest.Subtests) -> None:
    for text in TEXTS:
        with subtests.test(text=text):
            before = tomllib.loads(text).get("web", {})
            found = tomllib.loads(rewritten(text, "web", {"sha256": "1"}))
            assert found == {"web": {**before, "sha256": "1"}}


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(GeneratorFailure, match=r"^SOURCES\.toml: is no TOML: .* line 1"):
        rewritten("[web", "web", {"sha256": "1"})
