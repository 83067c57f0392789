"""The commands of ``python -m generator``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .build import build, correct
from .convert import convert
from .documents import dump_json, read_document
from .fetch import EXPLANATION, fetch, today
from .journal import Journal
from .lint import lint
from .overlay import apply_overlays, check_extends, load_overlay
from .problems import GeneratorFailure, Problem
from .served import FetchFailure
from .sources import APIS, OVERLAYS, ROOT, Source, recorded
from .write import differences, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .documents import Json

GENERATED = ROOT / "generated"
DRIFT = 1
FAILURE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 differences or lint, 2 failure.

    Fetching has more of them; its help lists them.
    """
    options = _parser().parse_args(arguments)
    try:
        for root in (ROOT, GENERATED, *([options.out] if "check" in options else [])):
            _complete(root)
        status: int = options.command(options)
    except GeneratorFailure as failure:
        _report(failure.problems)
        return FAILURE
    except OSError as error:
        _report([Problem(str(error.filename), f"cannot be written: {error.strerror}")])
        return FAILURE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    generate = commands.add_parser("generate", help="write the typed clients")
    generate.add_argument("--web", type=Path, metavar="DOC", help="another Web API document")
    generate.add_argument("--bridge", type=Path, metavar="DOC", help="another Bridge document")
    generate.add_argument("--out", type=Path, metavar="DIR", default=GENERATED)
    generate.add_argument("--check", action="store_true", help="compare only; 1 if they differ")
    generate.add_argument("--lenient", action="store_true", help="leave out overlays that misfit")
    generate.set_defaults(command=_generate)

    conversion = commands.add_parser("convert", help="Swagger 2.0 to OpenAPI 3.1")
    conversion.add_argument("document", type=Path, metavar="DOC")
    conversion.add_argument("-o", "--out", type=Path, metavar="OUT")
    conversion.set_defaults(command=_convert)

    overlay = commands.add_parser("overlay", help="apply overlays to a document")
    overlay.add_argument("document", type=Path, metavar="DOC")
    overlay.add_argument("overlays", type=Path, metavar="OVERLAY", nargs="+")
    overlay.add_argument("-o", "--out", type=Path, metavar="OUT")
    overlay.add_argument("--strict", action="store_true", help="enforce x-expect and a match")
    overlay.set_defaults(command=_overlay)

    fetching = commands.add_parser(
        "fetch",
        help="get the Web API's document as it is served today",
        description=EXPLANATION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    origin = fetching.add_mutually_exclusive_group()
    origin.add_argument("--url", default="", metavar="URL", help="instead of the recorded origin")
    origin.add_argument("--web", type=Path, metavar="PATH", help="a document saved before")
    fetching.set_defaults(command=_fetch)

    linting = commands.add_parser("lint", help="say what is unfinished in spec/ and overlays/")
    linting.set_defaults(command=_lint)
    return parser


def _generate(options: argparse.Namespace) -> int:
    given = {"web": options.web, "bridge": options.bridge}
    sources = recorded()
    sources |= {api: Source(api, path) for api, path in given.items() if path}
    built = build([sources[api] for api in APIS], lenient=options.lenient)
    _report(built.problems)
    if not options.check:
        write(built.texts, options.out)
        return 0
    found = differences(built.texts, options.out)
    if not found:
        return 0
    found.append("generated/ does not match spec/ and overlays/: run `make generate`, then commit")
    sys.stderr.writelines(f"{line}\n" for line in found)
    return DRIFT


def _convert(options: argparse.Namespace) -> int:
    return _emit(convert(read_document(options.document)), options.out)


def _overlay(options: argparse.Namespace) -> int:
    document = read_document(options.document)
    overlays = [load_overlay(path) for path in options.overlays]
    mismatches = check_extends(overlays, document, options.document.resolve().as_uri())
    applied = apply_overlays(document, overlays, strict=options.strict)
    if options.strict and (mismatches or applied.problems):
        raise GeneratorFailure([*mismatches, *applied.problems])
    _report(mismatches)
    return _emit(applied.document, options.out)


def _fetch(options: argparse.Namespace) -> int:
    try:
        outcome = fetch(options.web or options.url, today())
    except FetchFailure as failure:
        _report(failure.problems)
        return failure.status
    sys.stdout.write(f"{outcome.text}\n")
    return outcome.status


def _lint(_options: argparse.Namespace) -> int:
    found: list[Problem] = []
    for api, source in recorded().items():
        corrected = correct(source)
        files = [path.name for path in (OVERLAYS / api).iterdir()]
        found += lint(corrected.document, files, corrected.problems)
    _report(found)
    return DRIFT if found else 0


def _emit(document: dict[str, Json], out: Path | None) -> int:
    text = dump_json(document)
    if out is None:
        sys.stdout.write(text)
    else:
        write({out.name: text}, out.parent)
    return 0


def _complete(root: Path) -> None:
    if count := Journal(root).complete():
        sys.stderr.write(f"{root}: completed an interrupted run: {count} files\n")


def _report(problems: Iterable[Problem]) -> None:
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
