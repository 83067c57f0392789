"""The front door of the overlay engine: ``python -m generator overlay apply|validate|compliance``.

Nothing here knows the rest of the generator. docs/overlays.md says how each is used.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.load.documents import dump_json, read_document
from generator.load.problems import GeneratorFailure
from generator.overlay.engine import apply_overlays
from generator.overlay.reading import load_overlay
from generator.overlay.round_trip import as_yaml, rewritten
from generator.overlay.uris import check_extends

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

DIFFERENT: Final = 1
_YAML: Final = frozenset({".yaml", ".yml"})
_SET: Final = ("openapi.yaml", "overlay.yaml", "output.yaml")


def add_overlay_commands(
    parser: argparse.ArgumentParser, emit: Callable[[str, Path | None], int]
) -> None:
    """Add them to a parser; ``emit`` writes a text to a file, or to standard output."""
    added = parser.add_subparsers(required=True, metavar="COMMAND")
    apply = added.add_parser("apply", help="apply overlays to a document, in their order")
    apply.add_argument("document", type=Path, metavar="DOC", help="JSON or YAML")
    apply.add_argument("overlays", type=Path, metavar="OVERLAY", nargs="+")
    apply.add_argument("-o", "--out", type=Path, metavar="OUT", help="- is standard output")
    apply.add_argument("--strict", action="store_true", help="enforce x-expect and a match")
    apply.set_defaults(command=partial(_apply, emit))
    validate = added.add_parser("validate", help="say what is wrong with overlays")
    validate.add_argument("overlays", type=Path, metavar="OVERLAY", nargs="+")
    validate.set_defaults(command=_validate)
    what = f"try sets of {', '.join(_SET)}, as the standard has them"
    compliance = added.add_parser("compliance", help=what)
    compliance.add_argument("folders", type=Path, metavar="DIR", nargs="+")
    compliance.set_defaults(command=_compliance)


def _apply(emit: Callable[[str, Path | None], int], options: argparse.Namespace) -> int:
    """Write the document after the overlays, in the notation of the file that it goes to."""
    document = read_document(options.document)
    given = [load_overlay(path) for path in options.overlays]
    mismatches = check_extends(given, document, options.document.resolve().as_uri())
    applied = apply_overlays(document, given, strict=options.strict)
    if options.strict and (mismatches or applied.problems):
        raise GeneratorFailure([*mismatches, *applied.problems])
    sys.stderr.writelines(f"{problem}\n" for problem in mismatches)
    was_yaml = options.document.suffix.lower() in _YAML
    suffix = options.out.suffix.lower() if options.out else ""
    if not (suffix in _YAML if suffix else was_yaml):
        text = dump_json(applied.document)
    elif was_yaml:
        given_text = options.document.read_text(encoding="utf-8-sig")
        text = rewritten(given_text, document, applied.document)
    else:
        text = as_yaml(applied.document)
    return emit(text, options.out)


def _validate(options: argparse.Namespace) -> int:
    status = 0
    for path in options.overlays:
        try:
            overlay = load_overlay(path)
        except GeneratorFailure as failure:
            sys.stderr.writelines(f"{problem}\n" for problem in failure.problems)
            status = DIFFERENT
        else:
            version = ".".join(map(str, overlay.version))
            sys.stdout.write(f"{path}: Overlay {version}, {len(overlay.actions)} actions\n")
    return status


def _compliance(options: argparse.Namespace) -> int:
    """Apply the overlay of each set, and compare; a folder may be one set, or hold several."""
    folders: list[Path] = []
    for folder in options.folders:
        is_set = all((folder / name).is_file() for name in _SET)
        inside = sorted(path.parent for path in folder.glob(f"*/{_SET[1]}"))
        folders += [folder] if is_set else inside
    failed = 0
    for folder in folders:
        document, expected = (read_document(folder / name) for name in (_SET[0], _SET[2]))
        try:
            found = apply_overlays(document, [load_overlay(folder / _SET[1])], strict=False)
            passes = dump_json(found.document) == dump_json(expected) or found.document == expected
        except GeneratorFailure as failure:
            sys.stderr.writelines(f"{problem}\n" for problem in failure.problems)
            passes = False
        failed += not passes
        sys.stdout.write(f"{'passes' if passes else 'FAILS '} {folder}\n")
    sys.stdout.write(f"{len(folders) - failed} of {len(folders)} pass\n")
    return DIFFERENT if failed or not folders else 0
