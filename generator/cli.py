"""The commands of ``python -m generator``."""

from __future__ import annotations

import argparse
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator import commands
from generator.load.problems import GeneratorFailure, Problem
from generator.load.sources import ROOT
from generator.upstream import fetch, upgrade
from generator.upstream.diff import comparison

from .commands import FAILURE, GENERATED, UNCOMPARED, report

if TYPE_CHECKING:
    from collections.abc import Sequence


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
            commands.complete(root)
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

    def command(name: str, help_: str, text: str | None = None) -> _Parser:
        raw = argparse.RawDescriptionHelpFormatter
        each = added.add_parser(name, help=help_, description=text, formatter_class=raw)
        each.set_defaults(parser=each, command=getattr(commands, f"{name}_command"))
        return each

    _add_generate(command("generate", "write the typed clients"))
    _add_convert(command("convert", "Swagger 2.0 to OpenAPI 3.1"))
    _add_overlay(command("overlay", "apply overlays to a document"))
    _add_origin(command("fetch", "get the Web API's document of today", fetch.EXPLANATION))
    _add_upgrade(command("upgrade", "take it over, with all that follows", upgrade.EXPLANATION))
    _add_diff(command("diff", "say what changed, and for which version", comparison.EXPLANATION))
    _add_changelog(command("changelog", "print what CHANGELOG.md says of a version"))
    command("lint", "say what is unfinished in spec/ and overlays/")
    return parser


def _add_generate(parser: _Parser) -> None:
    parser.add_argument("--web", type=Path, metavar="DOC", help="another Web API document")
    parser.add_argument("--bridge", type=Path, metavar="DOC", help="another Bridge document")
    parser.add_argument("--out", type=Path, metavar="DIR", default=GENERATED)
    parser.add_argument("--check", action="store_true", help="compare only; 1 if they differ")
    parser.add_argument("--lenient", action="store_true", help="leave out overlays that misfit")


def _add_convert(parser: _Parser) -> None:
    parser.add_argument("document", type=Path, metavar="DOC")
    parser.add_argument("-o", "--out", type=Path, metavar="OUT")


def _add_overlay(parser: _Parser) -> None:
    parser.add_argument("document", type=Path, metavar="DOC")
    parser.add_argument("overlays", type=Path, metavar="OVERLAY", nargs="+")
    parser.add_argument("-o", "--out", type=Path, metavar="OUT")
    parser.add_argument("--strict", action="store_true", help="enforce x-expect and a match")


def _add_origin(parser: _Parser) -> None:
    origin = parser.add_mutually_exclusive_group()
    origin.add_argument("--url", default="", metavar="URL", help="instead of the recorded origin")
    origin.add_argument("--web", type=Path, metavar="PATH", help="a document saved before")


def _add_upgrade(parser: _Parser) -> None:
    _add_origin(parser)
    what = "also write bump, version and api_version as JSON"
    parser.add_argument("--summary", type=Path, metavar="FILE", help=what)


def _add_diff(parser: _Parser) -> None:
    parser.failure = UNCOMPARED
    parser.add_argument("paths", type=Path, metavar="OLD NEW", nargs="*")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for programs")
    form.add_argument("--markdown", action="store_true", help="for pull requests")
    form.add_argument("--rules", action="store_true", help="print the rule table instead")


def _add_changelog(parser: _Parser) -> None:
    parser.add_argument("version", metavar="VERSION")
