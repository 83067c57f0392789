"""What generating takes, warns about and makes."""

from __future__ import annotations

import ast
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

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

Definition = TypeVar("Definition", ast.ClassDef, ast.FunctionDef)


def figures(stock: Stock) -> Iterator[Figure]:
    """Generate from our document."""
    items: Any = read_document(_DOCUMENT)["paths"]
    operations = sum(len(_METHODS.intersection(item)) for item in items.values())
    ours = sum(
        _has_typed_answer(method)
        for resource in _definitions(_GENERATED / "web/resources", ast.ClassDef)
        for method in resource.body
        if isinstance(method, ast.FunctionDef)
        and not resource.name.startswith("Async")
        and not method.name.startswith("_")
    )
    theirs = sum(
        _has_typed_answer(function)
        for function in _definitions(stock.plain.package / "api", ast.FunctionDef)
        if function.name == "sync_detailed"
    )
    yield Figure(
        "operations with typed answers, web", f"{operations} of {operations}",
        f"{ours} of {operations}", str(theirs), reached=ours == operations,
    )  # fmt: skip
    seconds, ratios, warnings = list[float](), list[float](), 0
    for _ in range(_ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            done = run(["-m", "generator", "generate", "--out", folder])
            took = time.perf_counter() - began
            failed = done.returncode != 0 or not Path(folder, "nuki_generated", "web").is_dir()
            warnings = max(warnings, len(done.stderr.splitlines()) + failed)
        # The other command with its usual settings, into an empty folder as well.
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "client")
            began = time.perf_counter()
            done = run([
                "-m", "openapi_python_client", "generate", "--path", str(CORRECTED),
                "--output-path", str(out), "--meta", "none",
            ])  # fmt: skip
            ratios.append(took / (time.perf_counter() - began))
            if done.returncode or not Path(out, "models").is_dir():
                raise RuntimeError(done.stderr)
        seconds.append(took)
    yield Figure(
        "warnings while generating", "0", str(warnings), str(stock.plain.warnings),
        reached=warnings == 0,
    )  # fmt: skip
    lines = _lines(_GENERATED)
    theirs = _lines(stock.plain.package)
    yield at_most("generated lines, both APIs (stock: web)", lines, _LINES, "lines", stock=theirs)
    what = "make generate, both APIs, ratio to stock on the corrected web document"
    yield ratio_at_most(what, ratios, _TO_STOCK, stock=1)
    yield for_information("make generate, both APIs", statistics.median(seconds), "s")


def _lines(folder: Path) -> int:
    files = folder.rglob("*.py")
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)


def _definitions(folder: Path, kind: type[Definition]) -> Iterator[Definition]:
    """The classes or functions at the top of the modules below a folder."""
    for path in folder.rglob("*.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        yield from (node for node in body if isinstance(node, kind))


def _has_typed_answer(function: ast.FunctionDef) -> bool:
    """Whether the annotation of what it returns is there and leaves nothing to ``Any``."""
    if function.returns is None:
        return False
    nodes = ast.walk(function.returns)
    return "Any" not in {node.id for node in nodes if isinstance(node, ast.Name)}
