"""Operations that upstream adds and removes break nothing here: they leave something to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.generator.upstream.repository import ROOT, Repository

if TYPE_CHECKING:
    from pathlib import Path

_MOOD: Final = "/smartlock/{smartlockId}/mood"
_GONE: Final = "/account/setting"
_CONCERNED: Final = (
    "tests/generated/test_operations.py",
    "tests/generator/overlay/test_overlays_web.py",
    "tests/simulator/web/test_web_operations.py",
    "tests/cassettes/test_cassettes.py::test_recording_again_gives_the_same_bytes",
    "tests/cassettes/test_cassettes.py::test_requests_are_as_described",
    "tests/cassettes/test_cassettes.py::test_answers_are_as_described",
)
"""The tests that look at every operation."""
_PROVED: Final = (
    *("older_release", "other_generators", "fits", "corrects", "leaking", "both_documents"),
    *("every_overlay", "every_action", "codes", "become_valid", "masked"),
)
"""What is in the names of those among them that look at overlays or another document."""


def operation(method: str, *parameters: dict[str, Any], **answer: Any) -> dict[str, Any]:
    smartlock = {"name": "smartlockId", "in": "path", "required": True, "type": "integer"}
    return {
        "tags": ["Smartlock"],
        "operationId": f"MoodResource_{method}",
        "summary": f"{method.capitalize()} the mood of a device",
        "parameters": [{**smartlock, "description": "Its id"}, *parameters],
        "responses": {**answer, "401": {"description": "No token"}},
        "security": [{"oauth": ["smartlock"]}],
    }


def changed(document: dict[str, Any]) -> dict[str, Any]:
    """A document with one GET and one PUT more, and without a DELETE."""
    mood = {"name": "body", "in": "body", "required": True, "schema": {"type": "object"}}
    document["paths"][_MOOD] = {
        "get": operation("get", **{"200": {"description": "It", "schema": {"type": "string"}}}),
        "put": operation("put", mood, **{"204": {"description": "Done"}}),
    }
    del document["paths"][_GONE]["delete"]
    document["info"]["version"] = "9.9.0"
    return document


@pytest.mark.slow
def test_the_suite_passes_on_a_project_with_new_operations(tmp_path: Path) -> None:
    left_out = shutil.ignore_patterns(".*", "dist", "docs", "pictures")
    repository = Repository(shutil.copytree(ROOT, tmp_path / "clone", ignore=left_out))
    path = repository.saved(changed(repository.document()))
    repository.forget(repository.actions(f"$.paths['{_GONE}'].delete"))
    todo = repository.run("upgrade", "--web", path).stdout.partition("## To do")[2]
    assert [line.partition(":")[0] for line in todo.strip().splitlines()] == [
        f"- `/paths/{_MOOD.replace('/', '~1')}/get`",
        f"- `/paths/{_MOOD.replace('/', '~1')}/put`",
        "- `smartlock.get_mood`",
        "- `smartlock.put_mood`",
        "- `account.delete_setting`",
    ]
    said = repository.run("lint").stderr.splitlines()
    assert [line.partition(": ")[0] for line in said] == ["warning"] * 5
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *_CONCERNED]
    command += ["-k", " and ".join(f"not {name}" for name in _PROVED)]
    done = subprocess.run(  # noqa: S603 - our own tests
        command, cwd=repository.root, check=False, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, done.stdout[-3000:]
