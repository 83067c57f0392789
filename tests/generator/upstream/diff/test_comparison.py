"""Two documents, or two generated packages, compared as users do it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import pytest

from generator.commands import main
from generator.convert import convert
from generator.load.sources import ROOT, recorded
from generator.overlay import apply_overlays, load_overlay
from generator.overlay.corrected import overlays
from generator.upstream.diff.comparison import compare
from generator.upstream.diff.report import as_text, rules_table
from generator.upstream.diff.rules import Severity
from generator.upstream.diff.subject import document_subjects, read_subjects
from tests.generator.upstream.releases import (
    NEWEST,
    subjects,
    whole_subjects,
    with_paths,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.upstream.diff.subject import Subject

pytestmark = pytest.mark.slow

BUMPS = [Severity.PATCH, Severity.MAJOR, *[Severity.MINOR] * 2, Severity.PATCH, Severity.MINOR]


def api(version: str = "1", **door: Any) -> dict[str, Any]:
    """A small description of none of our APIs."""
    answer = {"application/json": {"schema": {"$ref": "#/components/schemas/Door"}}}
    operation = {
        "tags": ["Door"],
        "operationId": "get",
        "responses": {"200": {"description": "Ok", "content": answer}},
    }
    properties = {"state": {"type": "integer"}, **door}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Doors", "version": version},
        "paths": {"/door": {"get": operation}},
        "components": {"schemas": {"Door": {"type": "object", "properties": properties}}},
    }


def saved(folder: Path, name: str, content: Any) -> str:
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


@pytest.mark.parametrize(
    ("new", "bump", "status"),
    [
        (api(), "none", 0),
        (api("2"), "patch", 1),
        (api(name={"type": "string"}), "minor", 1),
        (api(state={"type": "string"}), "major", 2),
    ],
)
def test_the_exit_status_says_how_severe_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], new: dict[str, Any], bump: str, status: int
) -> None:
    paths = saved(tmp_path, "old.json", api()), saved(tmp_path, "new.yaml", new)
    assert main(["diff", "--json", *paths]) == status
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["bump", "wire", "python", "overlays"]
    assert found["bump"] == bump
    assert found["overlays"] == []
    assert bool(found["wire"]) == bool(status)


def test_a_comparison_is_text_or_markdown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = saved(tmp_path, "old.json", api()), saved(tmp_path, "new.yaml", api("2"))
    assert main(["diff", *paths]) == 1
    assert capsys.readouterr().out.startswith("Bump: patch")
    assert main(["diff", "--markdown", *paths]) == 1
    assert capsys.readouterr().out.startswith("## Bump: patch\n")


def test_swagger_2_and_openapi_3_can_be_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = {"description": "Ok", "schema": {"$ref": "#/definitions/Door"}}
    get = {"tags": ["Door"], "operationId": "get", "responses": {"200": answer}}
    document = {
        "swagger": "2.0",
        "info": {"title": "Doors", "version": "1"},
        "produces": ["application/json"],
        "paths": {"/door": {"get": get}},
        "definitions": {"Door": {"type": "object", "properties": {"state": {"type": "integer"}}}},
    }
    own = saved(tmp_path, "own.json", document)
    assert main(["convert", own, "-o", str(tmp_path / "converted.json")]) == 0
    assert main(["diff", own, str(tmp_path / "converted.json")]) == 0
    assert capsys.readouterr().out == "Bump: none\n"


def test_a_renamed_schema_breaks_users_though_no_byte_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    renamed = json.loads(json.dumps(api()).replace("Door", "Gate").replace("Gates", "Doors"))
    renamed["paths"]["/door"]["get"]["tags"] = ["Door"]
    paths = saved(tmp_path, "old.json", api()), saved(tmp_path, "new.json", renamed)
    assert main(["diff", "--json", *paths]) == 2
    found = json.loads(capsys.readouterr().out)
    assert [change["kind"] for change in found["python"]] == ["name-renamed"]
    assert {change["severity"] for change in found["wire"]} <= {"none", "minor"}


def test_generated_packages_are_compared_with_their_documents(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, other = tmp_path / "own", tmp_path / "other"
    for folder in (own, other):
        for path in ("nuki_generated/bridge", "openapi"):
            ignored = shutil.ignore_patterns("__pycache__", "web.json")
            shutil.copytree(ROOT / "generated" / path, folder / path, ignore=ignored)
    for form in (other, other / "nuki_generated"):
        assert main(["diff", str(own), str(form)]) == 0
    enums = other / "nuki_generated/bridge/enums/device.py"
    text = enums.read_text("utf-8")
    assert "    LOCKED = 1\n" in text
    enums.write_text(text.replace("    LOCKED = 1\n", "    SHUT = 1\n"), "utf-8")
    exported = other / "openapi/bridge.json"
    document = json.loads(exported.read_text("utf-8"))
    document["info"]["version"] += ".1"
    exported.write_text(json.dumps(document), "utf-8")
    capsys.readouterr()
    assert main(["diff", "--json", str(own), str(other)]) == 2
    found = json.loads(capsys.readouterr().out)
    changes = [(change["kind"], change["name"]) for change in found["python"]]
    assert changes == [("name-renamed", "nuki.bridge.LockState.LOCKED")]
    assert [change["kind"] for change in found["wire"]] == ["version-changed"]


def test_overlays_that_do_not_fit_are_named_with_the_node_and_a_package_is_made_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those of a schema with another name, those that lean on them, and one of a single value."""
    document = with_paths(NEWEST, "/smartlock", "/smartlock/log")
    text = json.dumps(document).replace('"#/definitions/Smartlock"', '"#/definitions/Renamed"')
    renamed = json.loads(text)
    renamed["definitions"]["Renamed"] = renamed["definitions"].pop("Smartlock")
    renamed["definitions"]["SmartlockLog"]["properties"]["state"]["minimum"] = 0
    paths = saved(tmp_path, "old.json", document), saved(tmp_path, "new.json", renamed)
    assert main(["diff", "--json", *paths]) == 2
    found = json.loads(capsys.readouterr().out)
    changes = {change["name"]: change["kind"] for change in found["python"]}
    assert changes["nuki.web.Smartlock"] == "name-removed"
    assert {change["severity"] for change in found["wire"]} == {"none", "minor"}
    said = [f"{each['file']} {each['problem']}" for each in found["overlays"]]
    (state,) = (each for each in said if "064-log-state-range" in each)
    assert "/components/schemas/SmartlockLog/properties/state/minimum was 1, is 0" in state
    # Others do not fit because there are two paths only, in both documents.
    gone = "/components/schemas/Smartlock is gone"
    assert len([each for each in said if gone in each]) > 10


def test_what_the_vendor_serves_beyond_our_edition_changes_nothing() -> None:
    """Classes of the server's framework and other words: neither asks for more than a patch."""
    leaking = load_overlay(ROOT / "tests/generator/overlay/framework.overlay.yaml")
    document = apply_overlays(NEWEST, [leaking], strict=True).document
    reworded = json.loads(json.dumps(document).replace('"summary": "', '"summary": "Yes: '))
    kept = ("/service", "/account/setting")  # one that leads to the classes, and another
    documents = [convert(with_paths(each, *kept)) for each in (NEWEST, reworded)]
    found = compare(*document_subjects("web", documents, overlays("web")))
    assert found.bump is Severity.PATCH
    assert {change.kind for change in found.changes} == {"text-changed"}
    assert as_text(found).startswith("Bump: patch:\n  nothing but wording changes\n")


ERRORS = {
    "absent": (["{old}", "{folder}/none.json"], "none.json: is not there"),
    "no JSON": (["{old}", "{broken}"], "broken.json:1:2: is no JSON"),
    "no description": (["{old}", "{other}"], "other.json, /openapi: is neither Swagger 2.0 nor"),
    "a document and a folder": (["{old}", "{folder}"], "one is a document, the other a folder"),
    "no package": (["{folder}", "{folder}"], "holds no generated package"),
    "one path": (["{old}"], "give two documents, or two folders"),
    "three paths": (["{old}", "{old}", "{old}"], "give two documents, or two folders"),
    "an unknown option": (["{old}", "{old}", "--yaml"], "unrecognized arguments: --yaml"),
    "two forms": (["{old}", "{old}", "--json", "--markdown"], "not allowed with argument"),
}


@pytest.mark.parametrize("case", ERRORS)
def test_errors_have_a_status_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    arguments, said = ERRORS[case]
    places = {
        "folder": str(tmp_path),
        "old": saved(tmp_path, "old.json", api()),
        "broken": saved(tmp_path, "broken.json", "{]"),
        "other": saved(tmp_path, "other.json", {"openapi": "2", "paths": {}}),
    }
    try:
        status: object = main(["diff", *(each.format(**places) for each in arguments)])
    except SystemExit as exit_:
        status = exit_.code
    assert status == 3
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""


def test_a_defect_of_ours_is_no_bump() -> None:
    """Nothing can be printed where standard output is closed, which nobody foresaw."""
    command = f"'{sys.executable}' -m generator diff --rules >&-"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, check=False, capture_output=True)  # noqa: S603, S607 - our own command
    assert done.returncode == 3
    assert b"Traceback" in done.stderr


def test_the_rules_are_printed_and_documented(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--rules"]) == 0
    assert capsys.readouterr().out == rules_table()
    assert (ROOT / "docs/versioning.md").read_text("utf-8").endswith(f"\n\n{rules_table()}")


def test_a_recorded_document_does_not_differ_from_itself() -> None:
    path = recorded()["bridge"].path
    found = compare(*read_subjects(path, path))
    assert (found.changes, found.overlay_errors) == ((), ())


@pytest.mark.parametrize(
    "releases", [subjects, pytest.param(whole_subjects, marks=pytest.mark.exhaustive)]
)
def test_each_release_asks_for_its_version(releases: Callable[[], dict[str, Subject]]) -> None:
    bumps = [compare(old, new).bump for old, new in pairwise(releases().values())]
    assert bumps == BUMPS


def test_backwards_what_was_new_is_gone() -> None:
    undone = {Severity.MINOR: Severity.MAJOR, Severity.MAJOR: Severity.MINOR}
    bumps = [compare(new, old).bump for old, new in pairwise(subjects().values())]
    assert bumps == [undone.get(bump, bump) for bump in BUMPS]


def test_every_pair_of_releases_asks_for_the_most_that_lies_between() -> None:
    releases = [*subjects().values()]
    for start, end in combinations(range(len(releases)), 2):
        if end - start > 1:  # neighbours are compared above
            asked = max(BUMPS[start:end])
            assert compare(releases[start], releases[end]).bump is asked, (start, end)


def test_schemas_to_which_overlays_give_another_name_are_compared() -> None:
    old, new = [*subjects().values()][-2:]
    assert "/components/schemas/AccountSetting.Web/properties/annotations" in {
        change.place for change in compare(old, new).wire
    }
