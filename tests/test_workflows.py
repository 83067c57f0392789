"""The workflows: pinned, with few permissions, and naming only what there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from generator.commands import main
from tools.repository import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORKFLOWS: Final = sorted((ROOT / ".github/workflows").glob("*"))
PINNED: Final = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
FOLDERS: Final = "changelog.d|generated|generator|overlays|spec|src|tests|tools"


def workflow(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def scripts() -> Iterator[str]:
    for path in WORKFLOWS:
        for job in workflow(path)["jobs"].values():
            yield from (step["run"] for step in job["steps"] if "run" in step)


def named(pattern: str) -> list[str]:
    """What the scripts name, each once."""
    return sorted({name for script in scripts() for name in re.findall(pattern, script)})


def test_there_are_three() -> None:
    assert [path.name for path in WORKFLOWS] == ["ci.yml", "release.yml", "upstream.yml"]


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = re.findall(r"uses: *(.*)", text)
    assert used
    assert not [line for line in used if not PINNED.fullmatch(line)]
    versions = {line.partition("@")[0]: line for line in used}
    assert set(versions.values()) == set(used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_job_has_its_own_permissions_and_an_end(path: Path) -> None:
    content = workflow(path)
    assert content["permissions"] == {}
    assert content["concurrency"]
    for job in content["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 60


def test_no_expression_stands_in_a_script() -> None:
    assert not [script for script in scripts() if "${{" in script]


def test_no_secret_is_used_but_the_workflows_own_token() -> None:
    texts = [path.read_text(encoding="utf-8") for path in WORKFLOWS]
    assert not [text for text in texts if re.search(r"\bsecrets\b", text)]


def test_targets_of_make_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = named(r"\bmake ([a-z][\w-]*)")
    assert "check" in targets
    assert not [name for name in targets if not re.search(rf"^{name}:", makefile, re.MULTILINE)]


def test_commands_of_the_generator_exist() -> None:
    commands = named(r"-m generator ([\w-]+)")
    assert commands == ["changelog", "upgrade"]
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0


def test_paths_in_the_repository_exist() -> None:
    paths = named(rf"(?<![\w./-])(?:{FOLDERS})/[\w./-]+")
    assert "tools/release/programs/first_call.py" in paths
    assert not [name for name in paths if not (ROOT / name).exists()]
