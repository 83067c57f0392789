"""The commands of ``python -m generator``."""

from __future__ import annotations

import argparse
import json
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from generator.convert import convert
from generator.emit.build import build
from generator.emit.prune import prune
from generator.emit.write import complete, differences, foreign, replace_files, write
from generator.load.documents import dump_json, read_document
from generator.load.problems import GeneratorFailure, Problem
from generator.load.sources import APIS, OVERLAYS, ROOT, Source, recorded
from generator.overlay import apply_overlays
from generator.overlay.commands import add_overlay_commands
from generator.overlay.corrected import described, overlays
from generator.upstream.changelog import CHANGELOG, section
from generator.upstream.diff.comparison import EXPLANATION as COMPARING
from generator.upstream.diff.comparison import compare
from generator.upstream.diff.report import as_json, as_markdown, as_text, rules_table
from generator.upstream.diff.rules import Severity
from generator.upstream.diff.subject import read_package, read_subjects
from generator.upstream.fetch import EXPLANATION as FETCHING
from generator.upstream.fetch import Connection, fetch, obtain, today
from generator.upstream.fetched import FetchFailure, Status
from generator.upstream.lint import left_to_do, lint, uncovered_codes
from generator.upstream.sources_file import SourcesFile
from generator.upstream.upgrade import EXPLANATION as UPGRADING
from generator.upstream.upgrade import StaleFailure, cassettes, failure_report, prepare
from generator.upstream.version import project_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

GENERATED: Final = ROOT / "generated"
DRIFT: Final = 1
FAILURE: Final = 2
UNCOMPARED: Final = 3
BUMPS: Final = {Severity.NONE: 0, Severity.PATCH: 1, Severity.MINOR: 1, Severity.MAJOR: 2}
"""Exit status of a comparison, by the version that it asks for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 differences or lint, 2 failure.

    Some commands have more of them, or others; their help lists them.
    """
    options, unknown = _parser().parse_known_args(arguments)
    if unknown:
        options.parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    failure: int = options.parser.failure
    try:
        for root in (ROOT, GENERATED):
            _complete(root)
        status: int = options.command(options)
    except GeneratorFailure as error:
        report(error.problems)
        return failure
    except OSError as error:
        report([Problem(str(error.filename), f"cannot be read or written: {error.strerror}")])
        return failure
    except Exception:  # noqa: BLE001 - Python would end with 1, which means something else here
        traceback.print_exc()
        return failure
    return status


class _Parser(argparse.ArgumentParser):
    """One whose errors have the exit status that its command gives to failures."""

    failure = FAILURE

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(self.failure, f"{self.prog}: error: {message}\n")


def _parser() -> _Parser:
    parser = _Parser(prog="python -m generator", description=__doc__)
    parser.set_defaults(parser=parser)
    added = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], help_: str, text: str | None = None
    ) -> _Parser:
        raw = argparse.RawDescriptionHelpFormatter
        each = added.add_parser(name, help=help_, description=text, formatter_class=raw)
        each.set_defaults(parser=each, command=run)
        return each

    generating = command("generate", generate_command, "write the typed clients")
    generating.add_argument("--web", type=Path, metavar="DOC", help="another Web API document")
    generating.add_argument("--bridge", type=Path, metavar="DOC", help="another Bridge document")
    generating.add_argument("--out", type=Path, metavar="DIR", default=GENERATED)
    what = "compare only; 1 if they differ"
    generating.add_argument("--check", action="store_true", help=what)
    what = "leave out overlay actions that do not fit"
    generating.add_argument("--lenient", action="store_true", help=what)
    converting = command("convert", convert_command, "Swagger 2.0 to OpenAPI 3.1")
    converting.add_argument("document", type=Path, metavar="DOC")
    converting.add_argument("-o", "--out", type=Path, metavar="OUT")
    what = "apply, validate or try overlays, of any description"
    add_overlay_commands(command("overlay", lint_command, what), _emit)
    fetching = command("fetch", fetch_command, "get the Web API's document of today", FETCHING)
    what = "take it over, with all that follows"
    upgrading = command("upgrade", upgrade_command, what, UPGRADING)
    for each in (fetching, upgrading):
        origin = each.add_mutually_exclusive_group()
        what = "instead of the recorded origin"
        origin.add_argument("--url", default="", metavar="URL", help=what)
        origin.add_argument("--web", type=Path, metavar="PATH", help="a document saved before")
    what = "also write bump, version and api_version as JSON"
    upgrading.add_argument("--summary", type=Path, metavar="FILE", help=what)
    for each in (generating, upgrading):
        what = "fail if an operation cannot be made right, instead of leaving it out"
        each.add_argument("--strict", action="store_true", help=what)
    what = "say what changed, and for which version"
    comparing = command("diff", diff_command, what, COMPARING)
    comparing.failure = UNCOMPARED
    comparing.add_argument("paths", type=Path, metavar="OLD NEW", nargs="*")
    form = comparing.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for programs")
    form.add_argument("--markdown", action="store_true", help="for pull requests")
    form.add_argument("--rules", action="store_true", help="print the rule table instead")
    telling = command("changelog", changelog_command, "print what CHANGELOG.md says of a version")
    telling.add_argument("version", metavar="VERSION")
    command("lint", lint_command, "say what is unfinished in spec/ and overlays/")
    return parser


def generate_command(options: argparse.Namespace) -> int:
    """Write ``generated/`` from the descriptions, or compare it with what they make."""
    _complete(options.out)
    given = {"web": options.web, "bridge": options.bridge}
    sources = recorded()
    sources |= {api: Source(api, path) for api, path in given.items() if path}
    built = build([sources[api] for api in APIS], lenient=options.lenient)
    report(error.problem for error in built.overlay_errors)
    refused = [line for each in built.left_out for line in each.lines]
    if options.strict and refused:
        raise GeneratorFailure(refused)
    report(refused)
    if not options.check:
        if others := foreign(built.texts, options.out):
            what = f"holds files that are not generated: {', '.join(others[:5])}"
            raise GeneratorFailure([Problem(str(options.out), what, "give another folder")])
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
    return _emit(dump_json(convert(read_document(options.document))), options.out)


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
    sources = SourcesFile()
    try:
        fetched = obtain(options.web or options.url, sources, Connection())
        upgrade = prepare(fetched, today(), sources, strict=options.strict)
    except (FetchFailure, StaleFailure) as failure:
        sys.stdout.write(failure_report(failure))
        report(failure.problems)
        return failure.status
    if upgrade is None:
        sys.stdout.write("The recorded document is the current one. Nothing was written.\n")
        return Status.UNCHANGED
    replace_files(ROOT, upgrade.files)
    if options.summary:
        write({options.summary.name: json.dumps(upgrade.summary()) + "\n"}, options.summary.parent)
    sys.stdout.write(upgrade.report)
    report(upgrade.refused)
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
    """Say what is unfinished; what new and removed operations leave to do are only warnings."""
    found: list[Problem] = []
    packages = read_package(GENERATED).public_apis
    for api, source in recorded().items():
        document = described(source)
        corrected = apply_overlays(document, overlays(api), strict=True)
        files = [path.name for path in (OVERLAYS / api).iterdir()]
        found += lint(corrected.document, files, corrected.problems, project_version())
        found += uncovered_codes(document, corrected.document)
        operations = (place.partition(".")[2] for place in packages[api].operations)
        for warning in left_to_do(prune(corrected.document), operations, cassettes(api)):
            sys.stderr.write(f"warning: {warning}\n")
    report(found)
    return DRIFT if found else 0


def _emit(text: str, out: Path | None) -> int:
    """Write a text to a file, through links, or to standard output."""
    if out is None or str(out) == "-":
        sys.stdout.write(text)
    else:
        target = out.resolve()
        write({target.name: text}, target.parent)
    return 0


def _complete(root: Path) -> None:
    """Complete what an interrupted command left below a folder, and say so."""
    if count := complete(root):
        sys.stderr.write(f"{root}: completed an interrupted run: {count} files\n")


def report(problems: Iterable[Problem]) -> None:
    """Print problems, one a line."""
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
