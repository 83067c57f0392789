"""A new document becomes a new version, with all that follows from it, or nothing happens."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generator.upstream.version import PROJECTS
from tests.generator.emit.dying import DIED
from tests.generator.upstream.releases import NEWEST, with_paths
from tests.generator.upstream.repository import Repository

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    document = with_paths(NEWEST, "/smartlock/log", "/smartlock/{smartlockId}/log")
    return Repository.small(tmp_path_factory.mktemp("small") / "clone", document)


@pytest.fixture
def repository(untouched: Repository, tmp_path: Path) -> Repository:
    return untouched.copy(tmp_path / "clone")


def newer(repository: Repository) -> dict[str, Any]:
    """A document with one more field, one more code, and another version."""
    document = repository.document()
    document["info"]["version"] = "9.1.0"
    log = document["definitions"]["SmartlockLog"]["properties"]
    log["mood"] = {"type": "string", "description": "How the door felt."}
    log["source"]["description"] += ", 44 .. Whistling"
    return document


def test_a_new_document_is_taken_over(repository: Repository, tmp_path: Path) -> None:
    path = repository.saved(newer(repository))
    before = repository.document()["info"]["version"]
    done = repository.run("upgrade", "--web", path, "--summary", tmp_path / "summary.json")
    assert repository.read("spec/web/swagger.json") == path.read_text("utf-8")
    assert 'upstream_version = "9.1.0"' in repository.read("spec/SOURCES.toml")
    for project in PROJECTS:
        assert 'version = "0.2.0"' in repository.read(project)
    assert '"nuki-sdk==0.2.0",' in repository.read("simulator/pyproject.toml")
    assert repository.read("changelog.d/+web-api-9.1.0.added.md").startswith("Web API 9.1.0:\n- ")
    changed = repository.read("changelog.d/+web-api-9.1.0.changed.md")
    assert changed == f"Speaks Web API 9.1.0, where it spoke {before}.\n"
    assert '"9.1.0"' in repository.read("generated/nuki_generated/web/__init__.py")
    assert done.stdout.startswith(f"# Web API 9.1.0\n\nReplaces {before}. Version 0.2.0.\n")
    assert "## Bump: minor" in done.stdout
    assert "names the code 44" in done.stdout.partition("## To do")[2]
    summary = json.loads((tmp_path / "summary.json").read_text("utf-8"))
    assert summary == {"bump": "minor", "version": "0.2.0", "api_version": "9.1.0"}

    # The same once more: there is nothing to do.
    tree = repository.tree()
    again = repository.run("upgrade", "--web", path, status=3)
    assert again.stdout.count("\n") == 1
    assert repository.tree() == tree

    # Another one before a release: version and fragments cover both.
    second = repository.document()
    second["info"]["version"] = "9.1.1"
    repository.run("upgrade", "--web", repository.saved(second))
    assert 'version = "0.2.0"' in repository.read("pyproject.toml")
    assert fragments(repository) == {
        "9.1.1.added.md": repository.read("changelog.d/+web-api-9.1.1.added.md"),
        "9.1.1.changed.md": f"Speaks Web API 9.1.1, where it spoke {before}.\n",
    }
    assert "`SmartlockLog.mood` was added" in fragments(repository)["9.1.1.added.md"]


NAMES = """overlay: 1.1.0
info:
  title: Names of what is new
  version: 1.0.0
  description: |-
    Symptom: The description gives a number and no name.
    Evidence: Web API 9.1.0.
    Date: 2027-01-01
extends: ../../spec/web/swagger.json
actions:
  - target: $.paths['/smartlock/mood'].get
    x-expect: {count: 1, absent: [x-nuki-name]}
    update: {x-nuki-name: humour}
  - target: $.components.schemas.LogSource.enum
    update: [44]
  - target: $.components.schemas.LogSource['x-enum-varnames']
    update: [WHISTLING]
  - target: $.components.schemas.LogSource['x-enum-descriptions']
    x-expect: {count: [0, 1]}
    update: [whistling]
"""


def fragments(repository: Repository) -> dict[str, str]:
    """The fragments about the Web API, by what follows its name."""
    start = "changelog.d/+web-api-"
    found = [path for path in repository.tree() if path.startswith(start)]
    return {path.removeprefix(start): repository.read(path) for path in found}


def named_later(repository: Repository) -> dict[str, str]:
    """A document is taken over, and what is new in it gets its names afterwards."""
    document = newer(repository)
    answer = {"200": {"description": "It", "schema": {"type": "string"}}}
    new = {"tags": ["SmartlockLog"], "summary": "Its mood", "parameters": [], "responses": answer}
    document["paths"]["/smartlock/mood"] = {"get": new}
    repository.run("upgrade", "--web", repository.saved(document))
    first = fragments(repository)
    (repository.root / "overlays/web/999-new.overlay.yaml").write_text(NAMES, "utf-8")
    return first


def test_fragments_say_what_things_are_called_in_the_end(repository: Repository) -> None:
    by_hand = repository.root / "changelog.d/+mine.added.md"
    by_hand.write_text("A thing of mine.\n", "utf-8")
    first = named_later(repository)["9.1.0.added.md"]
    assert "`web.smartlock_log.get_mood()`" in first
    assert "`SmartlockLog.source` may be 44 (Whistling)" in first
    path = repository.saved(repository.document())
    done = repository.run("upgrade", "--web", path)
    assert done.stdout.startswith("# Web API 9.1.0\n\nReplaces 4.10.0. Version 0.2.0.\n")
    again = fragments(repository)
    assert list(again) == ["9.1.0.added.md", "9.1.0.changed.md"]
    assert "`web.smartlock_log.humour()`" in again["9.1.0.added.md"]
    assert "`LogSource.WHISTLING`" in again["9.1.0.added.md"]
    assert "`SmartlockLog.source`" not in again["9.1.0.added.md"]
    assert "get_mood" not in again["9.1.0.added.md"]
    assert by_hand.read_text("utf-8") == "A thing of mine.\n"
    assert "humour" in repository.read("generated/nuki_generated/web/resources/smartlock_log.py")

    # A fragment that somebody has changed is somebody's; so is what only looks like one of ours.
    changed = repository.root / "changelog.d/+web-api-9.1.0.added.md"
    changed.write_text("Mine.\n", "utf-8")
    tree = repository.tree()
    refused = repository.run("upgrade", "--web", path, status=2)
    assert "+web-api-9.1.0.added.md: was written or changed by hand" in refused.stderr
    assert repository.tree() == tree
    kept = repository.root / "changelog.d/upstream.json"
    text = kept.read_text("utf-8")
    kept.write_text("{}", "utf-8")
    refused = repository.run("upgrade", "--web", path, status=2)
    assert "upstream.json: is not what `make upgrade` writes" in refused.stderr
    kept.write_text(text, "utf-8")
    changed.unlink()

    # After a release, another one is compared with what was released.
    day = ("--date", "2027-01-02", "--version", "0.2.0", "--keep")
    built = repository.python("-m", "towncrier", "build", *day)
    assert built.returncode == 0, built.stderr
    for fragment in (repository.root / "changelog.d").glob("+*"):
        fragment.unlink()
    repository.run("upgrade", "--web", path, status=3)
    document = repository.document()
    document["info"]["version"] = "9.2.0"
    repository.run("upgrade", "--web", repository.saved(document))
    said = "Speaks Web API 9.2.0, where it spoke 9.1.0.\n"
    assert fragments(repository) == {"9.2.0.changed.md": said}
    assert 'version = "0.2.1"' in repository.read("pyproject.toml")


def test_a_stale_overlay_is_named_with_the_node_and_nothing_is_written(
    repository: Repository,
) -> None:
    document = json.loads(json.dumps(repository.document()).replace("SmartlockLog", "DoorLog"))
    tree = repository.tree()
    done = repository.run("upgrade", "--web", repository.saved(document), status=11)
    assert repository.tree() == tree
    assert "overlays/web/064-log-state-range.overlay.yaml action " in done.stderr
    assert "; /components/schemas/SmartlockLog is gone" in done.stderr
    assert done.stdout.startswith("# No new document of the Web API was taken over\n")
    assert "overlays/web/064-log-state-range.overlay.yaml" in done.stdout


def test_an_operation_without_right_code_is_left_out_and_named(repository: Repository) -> None:
    document = newer(repository)
    cookie = {"name": "c", "in": "cookie", "type": "string"}
    answer = {"200": {"description": "It", "schema": {"type": "string"}}}
    new = {"tags": ["SmartlockLog"], "parameters": [cookie], "responses": answer}
    document["paths"]["/smartlock/whisper"] = {"get": new}
    path = repository.saved(document)
    tree = repository.tree()
    strict = repository.run("upgrade", "--strict", "--web", path, status=11)
    assert repository.tree() == tree
    done = repository.run("upgrade", "--web", path)
    for said in (strict.stderr, done.stderr, done.stdout.partition("## To do")[2]):
        assert "/paths/~1smartlock~1whisper/get/parameters/0/in" in said
        assert "so GET /smartlock/whisper is left out" in said
    assert "whisper" not in repository.read(
        "generated/nuki_generated/web/resources/smartlock_log.py"
    )
    assert "mood" in repository.read("generated/nuki_generated/web/models/smartlock_log.py")


@pytest.mark.parametrize(
    ("section", "value", "status", "said"),
    [
        ("paths", [], 10, "/paths"),  # it cannot be converted
        ("definitions", {"SmartlockLog": {"type": "mood"}}, 11, "SmartlockLog"),
    ],
)
def test_a_document_that_makes_no_clients_changes_nothing(
    repository: Repository, section: str, value: Any, status: int, said: str
) -> None:
    document = newer(repository)
    document[section] = {**document[section], **value} if value else value
    tree = repository.tree()
    done = repository.run("upgrade", "--web", repository.saved(document), status=status)
    assert said in done.stderr
    assert "Nothing was written." in done.stdout
    assert repository.tree() == tree


@pytest.mark.parametrize("renamed", [0, 1, pytest.param(5, marks=pytest.mark.exhaustive)])
def test_killed_at_any_point_it_leaves_the_old_or_the_new(
    repository: Repository, tmp_path: Path, renamed: int
) -> None:
    """Here for the files of an upgrade, in three moments; test_write goes through all of them."""
    upgrade = ("upgrade", "--web", repository.saved(newer(repository)))
    killed = repository.copy(tmp_path / "killed")
    died = killed.generator(*upgrade, dying_at=renamed)
    assert died.returncode == DIED, died.stderr
    completed = killed.run("changelog", "0.1.0").stderr
    assert ("completed an interrupted run" in completed) is (renamed > 0)
    if renamed:
        repository.run(*upgrade)
    assert killed.tree() == repository.tree()
