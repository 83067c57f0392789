"""How `upstream.yml` proposes an upgrade: its scripts, with a `gh` that notes what it is told."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from tools.repository import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="it runs on Linux"),
    pytest.mark.skipif(not all(map(shutil.which, ("bash", "git", "jq"))), reason="needs jq"),
]
TITLE: Final = "Web API 9.1.0: nuki-sdk 0.2.0"
GH: Final = """#!/bin/bash
echo "$1 $2 ${*:3}" >> "$CALLS"
state=open
expression=.
for ((i = 1; i <= $#; i++)); do
  next=$((i + 1))
  case "${!i}" in --jq) expression="${!next}" ;; --state) state="${!next}" ;; esac
done
case "$1 $2" in
  "pr list") jq --raw-output --arg state "$state" \\
    "[.[] | select(\\$state == \\"all\\" or .state == \\"OPEN\\")] | $expression" "$PULLS" ;;
  "pr create") echo https://github.example/pull/9 ;;
  "label create") exit 1 ;;
esac
"""


@dataclass(frozen=True)
class Checkout:
    """A clone of a repository whose `origin` is a folder."""

    folder: Path

    def git(self, *arguments: str) -> str:
        done = subprocess.run(  # noqa: S603
            ["git", *arguments],  # noqa: S607
            cwd=self.folder / "clone",
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def run(
        self, step: str, pulls: list[dict[str, Any]], **more: str
    ) -> tuple[int, str, list[str]]:
        """A step with these pull requests: its status, its outputs, and the calls of `gh`."""
        jobs = yaml.safe_load((ROOT / ".github/workflows/upstream.yml").read_text("utf-8"))["jobs"]
        (script,) = (each["run"] for each in jobs["propose"]["steps"] if each.get("name") == step)
        (self.folder / "pulls.json").write_text(json.dumps(pulls), "utf-8")
        written = {name: self.folder / name for name in ("calls", "output", "pulls.json")}
        for name in ("calls", "output"):
            written[name].write_text("", "utf-8")
        done = subprocess.run(  # noqa: S603
            ["bash", "-e", "-c", script],  # noqa: S607
            cwd=self.folder / "clone",
            check=False,
            capture_output=True,
            text=True,
            env={
                **os.environ,
                "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(self.folder),
                "BRANCH": "upstream",
                "BUMP": "minor",
                "TITLE": TITLE,
                "PATCH": str(self.folder / "upgrade.patch"),
                "GITHUB_OUTPUT": str(written["output"]),
                "CALLS": str(written["calls"]),
                "PULLS": str(written["pulls.json"]),
                **more,
            },
        )
        calls = written["calls"].read_text("utf-8").splitlines()
        return done.returncode, written["output"].read_text("utf-8").strip(), calls

    def push(self, *pulls: dict[str, Any]) -> tuple[int, str]:
        """Another run of the workflow, up to the push."""
        self.git("checkout", "--quiet", "--detach", "origin/main")
        self.git("fetch", "--quiet", "origin")
        status, output, _ = self.run("Push the branch", [*pulls])
        return status, output


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    found = Checkout(tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/gh").write_text(GH, "utf-8")
    (tmp_path / "bin/gh").chmod(0o755)
    (tmp_path / "clone").mkdir()
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "origin")], check=True)  # noqa: S603, S607
    found.git("init", "--quiet", "--initial-branch", "main")
    found.git("config", "user.name", "Somebody")
    found.git("config", "user.email", "somebody@example.org")
    found.git("remote", "add", "origin", str(tmp_path / "origin"))
    (tmp_path / "clone/spec").mkdir()
    for name in ("spec/SOURCES.toml", "spec/swagger.json"):
        (tmp_path / "clone" / name).write_text("old\n", "utf-8")
    found.git("add", "--all")
    found.git("commit", "--quiet", "--message", "Begin")
    found.git("push", "--quiet", "origin", "main")
    for name in ("spec/SOURCES.toml", "spec/swagger.json"):
        (tmp_path / "clone" / name).write_text("new\n", "utf-8")
    (tmp_path / "upgrade.patch").write_text(found.git("diff", "--binary") + "\n", "utf-8")
    found.git("checkout", "--quiet", ".")
    return found


def pull(**members: Any) -> dict[str, Any]:
    """A pull request from our branch, as `gh` tells of it."""
    return {
        "url": "https://github.example/pull/1",
        "state": "OPEN",
        "title": TITLE,
        "labels": [{"name": "bump: minor"}],
        "headRefOid": "0" * 40,
        "isCrossRepository": False,
        **members,
    }


def test_an_upgrade_is_pushed_once_and_taken_up_until_it_is_proposed(checkout: Checkout) -> None:
    assert checkout.push() == (0, "propose=yes")
    held = checkout.git("rev-parse", "origin/upstream")
    assert checkout.git("show", "origin/upstream:spec/swagger.json") == "new"
    unfinished = [
        (),  # the pull request could not be opened
        (pull(isCrossRepository=True),),  # a fork's is none of ours
        (pull(labels=[]),),  # something failed after it was opened
        (pull(title="Web API 9.0.9: nuki-sdk 0.2.0"),),
        (pull(state="CLOSED", headRefOid="1" * 40),),  # an earlier one
    ]
    for pulls in unfinished:
        assert checkout.push(*pulls) == (0, "propose=yes")
    for finished in (pull(), pull(state="CLOSED", headRefOid=held)):
        assert checkout.push(pull(isCrossRepository=True), finished) == (0, "")
    assert checkout.git("rev-parse", "origin/upstream") == held


def test_the_day_of_the_fetch_is_no_news_and_a_new_document_is(checkout: Checkout) -> None:
    checkout.push()
    patch = checkout.folder / "upgrade.patch"
    first = patch.read_text("utf-8")
    sources, between, document = first.partition("diff --git a/spec/swagger.json")
    patch.write_text(sources.replace("+new", "+newer") + between + document, "utf-8")
    assert checkout.push(pull()) == (0, "")
    patch.write_text(first.replace("+new", "+newer"), "utf-8")
    assert checkout.push(pull()) == (0, "propose=yes")
    assert checkout.git("show", "origin/upstream:spec/swagger.json") == "newer"


def test_a_branch_with_somebodys_commits_is_left_alone(checkout: Checkout) -> None:
    checkout.push()
    checkout.git("checkout", "--quiet", "-B", "mine", "origin/upstream")
    checkout.git("config", "user.email", "somebody@example.org")
    checkout.git("commit", "--quiet", "--allow-empty", "--message", "A hand")
    checkout.git("push", "--quiet", "origin", "HEAD:upstream")
    mine = checkout.git("rev-parse", "HEAD")
    assert checkout.push() == (1, "")
    assert checkout.git("ls-remote", "origin", "upstream").startswith(mine)


@pytest.mark.parametrize(
    ("pulls", "failed", "url"),
    [
        ([], "", "https://github.example/pull/9"),
        ([pull(isCrossRepository=True)], "make test", "https://github.example/pull/9"),
        ([pull(isCrossRepository=True), pull(url="u")], "", "u"),
    ],
)
def test_the_pull_request_is_ours_and_labelled_last(
    checkout: Checkout, pulls: list[dict[str, Any]], failed: str, url: str
) -> None:
    (checkout.folder / "report.md").write_text("@somebody \xe4\n", "utf-8")
    more = {"REPORT": str(checkout.folder / "report.md"), "FAILED": failed, "RUN": "run"}
    status, _, calls = checkout.run("Open or update the pull request", pulls, **more)
    assert status == 0
    assert any(call.startswith("pr create ") for call in calls) is (url != "u")
    ready = f"pr ready {url}" + (" --undo" if failed else "")
    assert calls[-3:] == [
        ready,
        "workflow run ci.yml --ref upstream",
        f"pr edit {url} --add-label bump: minor",
    ]
    body = (checkout.folder / "clone/body.md").read_text("utf-8")
    assert body.startswith("**make test fails on this branch:** run\n\n") is bool(failed)
    assert body.endswith("@somebody \xe4\n")
