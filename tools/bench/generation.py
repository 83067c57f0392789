"""What generating takes, warns about and makes."""

from __future__ import annotations

import ast
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generator.load.documents import read_document

from .figure import Figure, at_most, for_information, ratio_at_most
from .processes import ROOT, run
from .stock import CORRECTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_GENERATED: Final = ROOT / "generated/nuki_generated"
_DOCUMENT: Final = ROOT / "spec/web/swagger.json"
_METHODS: Final = frozenset({"get", "put", "post", "delete", "patch", "head", "options"})
_LINES: Final = 16_000
_TO_STOCK: Final = 2
_ROUNDS: Final = 5


def figures(stock: Stock) -> Iterator[Figure]:
    """Generate from our document."""
    items: Any = read_document(_DOCUMENT)["paths"]
    operations = sum(len(_METHODS.intersection(item)) for item in items.values())
    ours = sum(map(_is_typed, _answers_of_ours()))
    theirs = sum(map(_is_typed, _answers_of_stock(stock.plain.package)))
    yield Figure(
        "operations with typed answers, web", f"{operations} of {operations}",
        f"{ours} of {operations}", str(theirs), reached=ours == operations,
    )  # fmt: skip
    rounds = [(_generate(), _generate_stock()) for _ in range(_ROUNDS)]
    warnings = [ours[1] for ours, _ in rounds]
    yield Figure(
        "warnings while generating", "0", str(max(warnings)), str(stock.plain.warnings),
        reached=max(warnings) == 0,
    )  # fmt: skip
    lines = _lines(_GENERATED)
    theirs = _lines(stock.plain.package)
    yield at_most("generated lines, both APIs (stock: web)", lines, _LINES, "lines", stock=theirs)
    what = "make generate, both APIs, ratio to stock on the corrected web document"
    yield ratio_at_most(what, [ours[0] / stock for ours, stock in rounds], _TO_STOCK, stock=1)
    seconds = statistics.median(ours[0] for ours, _ in rounds)
    yield for_information("make generate, both APIs", seconds, "s")


def _generate() -> tuple[float, int]:
    """Seconds and warnings of the command behind ``make generate``, into an empty folder."""
    with tempfile.TemporaryDirectory() as out:
        began = time.perf_counter()
        done = run(["-m", "generator", "generate", "--out", out])
        took = time.perf_counter() - began
        made = Path(out, "nuki_generated", "web").is_dir()
    failed = done.returncode != 0 or not made
    return took, len(done.stderr.splitlines()) + failed


def _generate_stock() -> float:
    """Seconds of the other command with its usual settings, into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "client")
        began = time.perf_counter()
        done = run([
            "-m", "openapi_python_client", "generate", "--path", str(CORRECTED),
            "--output-path", str(out), "--meta", "none",
        ])  # fmt: skip
        took = time.perf_counter() - began
        if done.returncode or not Path(out, "models").is_dir():
            raise RuntimeError(done.stderr)
    return took


def _lines(folder: Path) -> int:
    files = folder.rglob("*.py")
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)


def _answers_of_ours() -> Iterator[str]:
    for path in (_GENERATED / "web/resources").glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("Async"):
                methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
                yield from (_answer(part) for part in methods if not part.name.startswith("_"))


def _answers_of_stock(package: Path) -> Iterator[str]:
    for path in (package / "api").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == "sync_detailed":
                yield _answer(node)


def _answer(node: ast.AST) -> str:
    assert isinstance(node, ast.FunctionDef)
    return "" if node.returns is None else ast.unparse(node.returns)


def _is_typed(annotation: str) -> bool:
    """Whether an answer's annotation is there and leaves nothing to ``Any``."""
    names = {node.id for node in ast.walk(ast.parse(annotation)) if isinstance(node, ast.Name)}
    return bool(annotation) and "Any" not in names
