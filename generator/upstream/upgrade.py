"""Take over a new document of the Web API, and make everything that follows from it.

The document is fetched as by `fetch`, or read with --web. If all overlays fit, it replaces the
recorded one; the clients are generated again, both distributions get the version that the changes
ask for, and changelog fragments say what changed. All of that is written together, at the end;
whatever goes wrong before leaves everything as it was.

Fragments and version are about everything since the first upgrade after the last release, whose
state is kept in changelog.d/upstream.json. So after overlays have named what is new, run it again:
it writes its own fragments anew, also of a document that it has taken over already.

An operation of which no right code can be made is left out of the clients; it stands in the report
and on standard error. With --strict nothing is taken over then.

A report in Markdown, fit for a pull request, goes to standard output, in case of a failure too: it
then names every overlay that no longer fits, with the nodes that changed.

exit status:
  0   upgraded
  2   a file here cannot be read or written
  3   unchanged, and nothing else to write
  4 to 10  as of `fetch`: there is no document to be had, or not one of the expected kind
  11  overlays no longer fit, or no clients can be made of the document
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.convert import openapi
from generator.emit.build import generated
from generator.emit.connection import server
from generator.emit.prune import prune
from generator.emit.write import changes, pending
from generator.load.documents import parse_document, read_document
from generator.load.problems import GeneratorFailure, Problem
from generator.load.sources import OVERLAYS, ROOT
from generator.overlay import apply_overlays, explained
from generator.overlay.corrected import correct, overlays
from generator.upstream.diff.comparison import compare
from generator.upstream.diff.report import as_markdown, escaped
from generator.upstream.diff.subject import PACKAGE, Subject, without_internals

from .baseline import Baseline, kept_baseline
from .changelog import CHANGELOG, fragments, released
from .fetched import check
from .lint import left_to_do, lint, uncovered_codes
from .sentences import Sentences
from .version import PROJECTS, next_version, project_version, with_version

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.load.documents import Json
    from generator.load.semver import Version
    from generator.upstream.diff.rules import Severity

    from .fetched import FetchedDocument
    from .sources_file import SourcesFile

EXPLANATION: Final = __doc__
STALE: Final = 11
API: Final = "web"
OTHER: Final = "bridge"
TITLE: Final = "Web API"
GENERATED: Final = ROOT / "generated"
EXPORTED: Final = GENERATED / "openapi" / f"{API}.json"


class StaleFailure(GeneratorFailure):
    """The new document is well formed, but overlays do not fit it, or no clients can be made."""

    status = STALE


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade writes, below the root of the repository, and what it says of it."""

    files: dict[str, str | None]
    report: str
    bump: Severity
    version: Version
    api_version: str
    refused: tuple[Problem, ...] = ()

    def summary(self) -> dict[str, Json]:
        """What programs ask of it."""
        return {
            "bump": self.bump.word,
            "version": str(self.version),
            "api_version": self.api_version,
        }


def prepare(
    fetched: FetchedDocument | None, day: date, sources: SourcesFile, *, strict: bool = False
) -> Upgrade | None:
    """Everything that follows from a new document; nothing is written.

    Without one it is what follows from the recorded one since it was taken over; ``None`` if that
    is nothing. Operations of which no right code can be made are left out of the client; with
    ``strict`` they are a failure.

    Raises:
        FetchFailure: The document is not of the expected kind.
        StaleFailure: Overlays do not fit it, or the clients cannot be generated.
        GeneratorFailure: A file of the repository cannot be read.
    """
    last = released(_read(CHANGELOG))
    kept = kept_baseline(last)
    if fetched is None and kept is None:
        return None
    replaced = sources.entry(API)["upstream_version"]
    document = sources.source(API).read()
    baseline = kept or Baseline(str(last), replaced, document, read_document(EXPORTED))
    api_version = replaced if fetched is None else check(fetched)
    old = openapi(document)
    body = fetched and fetched.body.decode("utf-8-sig")
    new = openapi(parse_document(body, "swagger.json")) if body else old
    own_overlays = overlays(API)
    corrected = apply_overlays(new, own_overlays, strict=True)
    if corrected.overlay_errors:
        found = explained(corrected.overlay_errors, own_overlays, old, new)
        raise StaleFailure(error.problem for error in found)
    other = correct(sources.source(OTHER))
    try:
        built = generated({API: corrected, OTHER: other}, lenient=False)
    except GeneratorFailure as failure:
        raise StaleFailure(failure.problems) from failure
    if not server(corrected.document):
        todo = "say in an overlay where the API is"
        raise StaleFailure([Problem("/servers", "no server is described", todo)])
    texts, refused = built.texts, tuple(line for each in built.left_out for line in each.lines)
    if strict and refused:
        raise StaleFailure(refused)
    own = {path: text for path, text in texts.items() if path.startswith(f"{PACKAGE}/{API}/")}
    before = baseline.subject(API, own_overlays)
    subject = Subject({API: without_internals(new, corrected.document)}, own)
    comparison = compare(before, subject)
    # That of the coming release, which may cover several upgrades.
    asked = next_version(last, comparison.bump)
    version = max(project_version(), asked)
    places = subject.public_apis[API].operations
    unfinished = (
        *refused,
        *lint(corrected.document, [each.name for each in (OVERLAYS / API).iterdir()], (), version),
        *uncovered_codes(subject.documents[API], corrected.document),
        *left_to_do(
            prune(corrected.document),
            [place.partition(".")[2] for place in places],
            cassettes(API),
        ),
    )
    sentences = Sentences(API, before, subject)
    worded = (
        fragments(comparison, sentences, TITLE, api_version, baseline.api_version)
        if comparison.bump
        else {}
    )
    files: dict[str, str | None] = {
        **(sources.replacement(API, fetched, api_version, day) if fetched else {}),
        **{f"generated/{path}": text for path, text in changes(texts, GENERATED).items()},
        **{path: with_version(_read(path), version, path) for path in PROJECTS},
        **baseline.files(worded),
    }
    if fetched is None and not pending(ROOT, files):
        return None
    head = f"# {TITLE} {escaped(api_version)}\n\nReplaces {escaped(baseline.api_version)}."
    parts = [f"{head} Version {version}.", as_markdown(comparison), *_list("To do", unfinished)]
    report = "\n\n".join(parts) + "\n"
    return Upgrade(files, report, comparison.bump, version, api_version, refused)


def failure_report(failure: GeneratorFailure) -> str:
    """Why nothing was taken over, in Markdown."""
    head = f"# No new document of the {TITLE} was taken over\n\nNothing was written."
    return "\n\n".join([head, *_list("Problems", failure.problems)]) + "\n"


def cassettes(api: str) -> list[str]:
    """The names of the recorded calls of an API."""
    return sorted(path.name for path in (ROOT / "tests/cassettes" / api).glob("*.yaml"))


def _read(name: str) -> str:
    """A file of the repository, with its line ends as they are."""
    try:
        return (ROOT / name).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GeneratorFailure([Problem(name, f"cannot be read: {error}", "restore it")]) from error


def _list(title: str, problems: Iterable[Problem]) -> list[str]:
    # The place of a problem stands between backticks, so that Markdown shows it as it is.
    plain = str.maketrans("`", "'")
    set_off = [
        Problem(f"`{each.where.translate(plain)}`", each.what.translate(plain), each.todo)
        for each in problems
    ]
    lines = [f"- {escaped(str(each))}" for each in set_off]
    return ["\n".join([f"## {title}", "", *lines])] if lines else []
