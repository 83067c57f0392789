"""The whole way from the descriptions to the files under generated/."""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.commands import FAILURE, main
from generator.emit.build import build
from generator.emit.write import differences, write
from generator.load.documents import read_document
from generator.load.problems import GeneratorFailure
from generator.load.sources import APIS, Source, recorded
from tests.generator.upstream.releases import DIFFERING, EARLIER, NEWEST, released, with_paths

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
GENERATED = ROOT / "generated"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command makes where nothing was; not to be changed."""
    out = tmp_path_factory.mktemp("made") / "new" / "generated"
    assert main(["generate", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def texts(made: Path) -> dict[str, str]:
    files = [path for path in made.rglob("*") if path.is_file()]
    return {path.relative_to(made).as_posix(): path.read_text("utf-8") for path in files}


@pytest.fixture
def little(tmp_path: Path) -> str:
    """A description of some operations of the Web API, as a file."""
    path = tmp_path / "little.json"
    path.write_text(json.dumps(with_paths(NEWEST, "/smartlock/log")), "utf-8")
    return str(path)


def test_no_line_is_longer_than_an_editor_shows(texts: dict[str, str]) -> None:
    lines = [line for path in texts if path.endswith(".py") for line in texts[path].splitlines()]
    assert len(lines) <= 16_000
    assert [line for line in lines if len(line) > 100] == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GENERATED, tmp_path / "generated"))


def test_committed_files_are_what_the_generator_makes(texts: dict[str, str]) -> None:
    assert differences(texts, GENERATED) == []


def test_the_second_time_nothing_changes(made: Path, texts: dict[str, str]) -> None:
    before = {path: path.stat().st_mtime_ns for path in made.rglob("*")}
    write(texts, made)
    after = {path: path.stat().st_mtime_ns for path in made.rglob("*")}
    assert before == after


def test_changed_missing_and_extra_files_are_seen_and_writing_restores_them(
    texts: dict[str, str], copy: Path
) -> None:
    for path in ("nuki_generated/web/api.py", "openapi/web.json"):
        (copy / path).write_text((copy / path).read_text("utf-8") + "\n", "utf-8")
    (copy / "nuki_generated/py.typed").unlink()
    extra = [copy / "nuki_generated/web/extra.py", copy / "openapi/old.json"]
    for file in extra:
        file.write_text("", "utf-8")
    assert differences(texts, copy) == [
        "changed: nuki_generated/web/api.py",
        "changed: openapi/web.json",
        "extra: nuki_generated/web/extra.py",
        "extra: openapi/old.json",
        "missing: nuki_generated/py.typed",
    ]
    write(texts, copy)
    assert differences(texts, copy) == []
    assert not any(file.exists() for file in extra)


def test_a_folder_with_somebodys_files_is_left_alone(
    copy: Path, little: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["notes/a.txt", "openapi/mine.json", "openapi/mine.yaml"]
    for name in names:
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_text("mine", "utf-8")
    command = ["generate", "--lenient", "--web", little, "--out", str(copy)]
    assert main(command) == FAILURE
    said = capsys.readouterr().err
    assert f"holds files that are not generated: {', '.join(names)}" in said
    assert [(copy / name).read_text("utf-8") for name in names] == ["mine"] * 3


def test_a_converted_document_goes_where_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = str(ROOT / "spec/web/swagger.json")
    assert main(["convert", source, "-o", "-"]) == 0
    text = capsys.readouterr().out
    assert text.startswith('{\n  "openapi": "3.1.0"')
    (tmp_path / "real.json").write_text("old", "utf-8")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    assert main(["convert", source, "-o", str(tmp_path / "link.json")]) == 0
    assert (tmp_path / "real.json").read_text("utf-8") == text
    assert (tmp_path / "link.json").is_symlink()


def test_a_document_with_another_sha256_is_refused() -> None:
    source = recorded()["web"]
    with pytest.raises(GeneratorFailure, match=r"swagger\.json: its sha256 is .*SOURCES\.toml"):
        Source("web", source.path, "0" * 64).read()


def test_a_failure_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"swagger": "2.0", "info": {"title": "x", "version": "1"}}', "utf-8")
    out = tmp_path / "out"
    assert main(["generate", "--web", str(broken), "--out", str(out)]) == FAILURE
    assert not out.exists()
    assert "paths" in capsys.readouterr().err


def test_lint_has_nothing_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint"]) == 0
    assert all(line.startswith("warning: ") for line in capsys.readouterr().err.splitlines())


@pytest.mark.parametrize("api", APIS)
def test_corrected_documents_are_valid(api: str) -> None:
    document = read_document(GENERATED / "openapi" / f"{api}.json")
    assert [str(error) for error in OpenAPIV31SpecValidator(document).iter_errors()] == []


def test_other_words_give_the_same_package(texts: dict[str, str], tmp_path: Path) -> None:
    document = (ROOT / "spec/web/swagger.json").read_text("utf-8")
    reworded = re.sub(r'("summary": ")', r"\1Certainly: ", document)
    assert reworded != document
    (tmp_path / "reworded.json").write_text(reworded, "utf-8")
    other = build([Source("web", tmp_path / "reworded.json")], lenient=False)
    assert other.left_out == ()
    changed = [path for path, text in other.texts.items() if text != texts[path]]
    modules = [path for path in changed if path.endswith(".py")]
    assert modules
    for path in modules:
        assert _code(texts[path]) == _code(other.texts[path]), path


def test_an_earlier_release_generates_leniently(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    web = tmp_path / "earlier.json"
    web.write_text(json.dumps(with_paths(released(EARLIER[0]), *DIFFERING)), "utf-8")
    command = ["generate", "--web", str(web), "--out", str(tmp_path / "out")]
    assert main(command) == FAILURE
    said = capsys.readouterr().err
    assert ".overlay.yaml action " in said
    assert main([*command, "--lenient"]) == 0
    assert capsys.readouterr().err == said
    for path in tmp_path.rglob("*.py"):
        ast.parse(path.read_text("utf-8"))


def _code(text: str) -> str:
    """A module without its docstrings, which fields and members have, too."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = [each for each in node.body if not _is_docstring(each)]
    return ast.dump(tree)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
