"""What generating takes, warns about and makes."""

from __future__ import annotations

import ast
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generator.load.documents import read_document

from .figure import Figure, at_most
from .processes import ROOT, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_GENERATED: Final = ROOT / "generated/nuki_generated"
_DOCUMENT: Final = ROOT / "spec/web/swagger.json"
_REAL: Final = ROOT.parent / "shared/reference/upstream/swagger.json"
_METHODS: Final = frozenset({"get", "put", "post", "delete", "patch", "head", "options"})
_LINES: Final = 12_000
_SECONDS: Final = 3
_ROUNDS: Final = 3


def figures(stock: Stock) -> Iterator[Figure]:
    """Generate from our document and, where it is at hand, from the vendor's own."""
    operations = _operations()
    ours = sum(map(_is_typed, _answers_of_ours()))
    theirs = sum(map(_is_typed, _answers_of_stock(stock.plain.package)))
    yield Figure(
        "operations with typed answers, web", f"{operations} of {operations}",
        f"{ours} of {operations}", str(theirs), reached=ours == operations,
    )  # fmt: skip
    seconds, warnings = zip(*(_generate() for _ in range(_ROUNDS)), strict=True)
    yield _warnings("our document", max(warnings), stock)
    yield _warnings("the real one", _generate(_REAL)[1] if _REAL.exists() else None, stock)
    lines = _lines(_GENERATED)
    theirs = _lines(stock.plain.package)
    yield at_most("generated lines, both APIs (stock: web)", lines, _LINES, "lines", stock=theirs)
    yield at_most("make generate, both APIs", statistics.median(seconds), _SECONDS, "s", stock=None)


def _warnings(document: str, count: int | None, stock: Stock) -> Figure:
    what = f"warnings while generating, {document}"
    shown = "-" if count is None else str(count)
    reached = None if count is None else count == 0
    return Figure(what, "0", shown, str(stock.plain.warnings), reached)


def _generate(document: Path | None = None) -> tuple[float, int]:
    """Seconds and warnings of the command behind ``make generate``, into an empty folder."""
    with tempfile.TemporaryDirectory() as out:
        given = [] if document is None else ["--web", str(document)]
        began = time.perf_counter()
        done = run(["-m", "generator", "generate", "--out", out, *given])
        took = time.perf_counter() - began
        made = Path(out, "nuki_generated", "web").is_dir()
    failed = done.returncode != 0 or not made
    return took, len(done.stderr.splitlines()) + failed


def _lines(folder: Path) -> int:
    files = folder.rglob("*.py")
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)


def _operations() -> int:
    items: Any = read_document(_DOCUMENT)["paths"]
    return sum(len(_METHODS.intersection(item)) for item in items.values())


def _answers_of_ours() -> Iterator[str]:
    for path in (_GENERATED / "web/resources").glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("Async"):
                yield from (_answer(part) for part in node.body if _is_public(part))


def _answers_of_stock(package: Path) -> Iterator[str]:
    for path in (package / "api").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == "sync_detailed":
                yield _answer(node)


def _is_public(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and not node.name.startswith("_")


def _answer(node: ast.AST) -> str:
    assert isinstance(node, ast.FunctionDef)
    return "" if node.returns is None else ast.unparse(node.returns)


def _is_typed(annotation: str) -> bool:
    """Whether an answer's annotation is there and leaves nothing to ``Any``."""
    names = {node.id for node in ast.walk(ast.parse(annotation)) if isinstance(node, ast.Name)}
    return bool(annotation) and "Any" not in names
