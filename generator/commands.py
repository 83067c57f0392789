"""What the commands do: from parsed options to an exit status."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from generator.emit.build import build, described, overlays
from generator.emit.journal import Journal
from generator.emit.write import differences, write
from generator.load.documents import dump_json, read_document
from generator.load.problems import GeneratorFailure, Problem
from generator.load.sources import APIS, OVERLAYS, ROOT, Source, recorded
from generator.upstream.changelog import CHANGELOG, section
from generator.upstream.diff.changes import Severity
from generator.upstream.diff.comparison import compare
from generator.upstream.diff.report import as_json, as_markdown, as_text, rules_table
from generator.upstream.diff.subject import read_subjects
from generator.upstream.fetch import Connection, fetch, obtain, today
from generator.upstream.lint import lint
from generator.upstream.register import Register
from generator.upstream.served import FetchFailure, Status
from generator.upstream.uncovered import uncovered_codes
from generator.upstream.upgrade import StaleFailure, failure_report, prepare
from generator.upstream.version import project_version

from .convert import convert
from .overlay import apply_overlays, check_extends, load_overlay

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from generator.load.documents import Json

GENERATED: Final = ROOT / "generated"
DRIFT: Final = 1
FAILURE: Final = 2
UNCOMPARED: Final = 3
BUMPS: Final = {Severity.NONE: 0, Severity.PATCH: 1, Severity.MINOR: 1, Severity.MAJOR: 2}
"""Exit status of a comparison, by the version that it asks for."""


def generate_command(options: argparse.Namespace) -> int:
    """Write ``generated/`` from the descriptions, or compare it with what they make."""
    complete(options.out)
    given = {"web": options.web, "bridge": options.bridge}
    sources = recorded()
    sources |= {api: Source(api, path) for api, path in given.items() if path}
    built = build([sources[api] for api in APIS], lenient=options.lenient)
    report(misfit.problem for misfit in built.misfits)
    if not options.check:
        write(built.texts, options.out)
        return 0
    found = differences(built.texts, options.out)
    if not found:
        return 0
    found.append("generated/ does not match spec/ and overlays/: run `make generate`, then commit")
    sys.stderr.writelines(f"{line}\n" for line in found)
    return DRIFT


def convert_command(options: argparse.Namespace) -> int:
    """Bring a Swagger 2.0 document to OpenAPI 3.1."""
    return _emit(convert(read_document(options.document)), options.out)


def overlay_command(options: argparse.Namespace) -> int:
    """Apply overlays to a document."""
    document = read_document(options.document)
    given = [load_overlay(path) for path in options.overlays]
    mismatches = check_extends(given, document, options.document.resolve().as_uri())
    applied = apply_overlays(document, given, strict=options.strict)
    if options.strict and (mismatches or applied.problems):
        raise GeneratorFailure([*mismatches, *applied.problems])
    report(mismatches)
    return _emit(applied.document, options.out)


def fetch_command(options: argparse.Namespace) -> int:
    """Replace the recorded document by the one of today."""
    try:
        outcome = fetch(options.web or options.url, today())
    except FetchFailure as failure:
        report(failure.problems)
        return failure.status
    sys.stdout.write(f"{outcome.text}\n")
    return outcome.status


def upgrade_command(options: argparse.Namespace) -> int:
    """Take over a new document, with everything that follows from it; the report is printed."""
    register = Register()
    try:
        served = obtain(options.web or options.url, register, Connection())
        if served is None:
            sys.stdout.write("The recorded document is the current one. Nothing was written.\n")
            return Status.UNCHANGED
        upgrade = prepare(served, today(), register)
    except (FetchFailure, StaleFailure) as failure:
        sys.stdout.write(failure_report(failure))
        report(failure.problems)
        return failure.status
    Journal(ROOT).commit(upgrade.files)
    if options.summary:
        write({options.summary.name: json.dumps(upgrade.summary()) + "\n"}, options.summary.parent)
    sys.stdout.write(upgrade.report)
    return 0


def diff_command(options: argparse.Namespace) -> int:
    """Say what changed from one description or generated package to another."""
    if options.rules:
        sys.stdout.write(rules_table())
        return 0
    if len(options.paths) != len(("OLD", "NEW")):
        options.parser.error("give two documents, or two folders: OLD NEW")
    found = compare(*read_subjects(*options.paths))
    if options.json:
        sys.stdout.write(dump_json(as_json(found)))
    else:
        sys.stdout.write(f"{as_markdown(found) if options.markdown else as_text(found)}\n")
    return BUMPS[found.bump]


def changelog_command(options: argparse.Namespace) -> int:
    """Print what the changelog says of a version."""
    path = ROOT / CHANGELOG
    sys.stdout.write(section(path.read_text(encoding="utf-8"), options.version))
    return 0


def lint_command(_options: argparse.Namespace) -> int:
    """Say what is unfinished."""
    found: list[Problem] = []
    for api, source in recorded().items():
        document = described(source)
        corrected = apply_overlays(document, overlays(api), strict=True)
        files = [path.name for path in (OVERLAYS / api).iterdir()]
        found += lint(corrected.document, files, corrected.problems, project_version())
        found += uncovered_codes(document, corrected.document)
    report(found)
    return DRIFT if found else 0


def _emit(document: dict[str, Json], out: Path | None) -> int:
    text = dump_json(document)
    if out is None:
        sys.stdout.write(text)
    else:
        write({out.name: text}, out.parent)
    return 0


def complete(root: Path) -> None:
    """Complete what an interrupted command left below a folder, and say so."""
    if count := Journal(root).complete():
        sys.stderr.write(f"{root}: completed an interrupted run: {count} files\n")


def report(problems: Iterable[Problem]) -> None:
    """Print problems, one a line."""
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
