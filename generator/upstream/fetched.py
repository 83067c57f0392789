"""A document as it came from its origin, and whether it is the kind that spec/ holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from generator.convert import openapi
from generator.load.documents import parse_document
from generator.load.problems import GeneratorFailure, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.load.documents import Json

_NAME: Final = "swagger.json"
_CHECK: Final = "check that this is the document's address; nothing was written"
_RETRY: Final = "try again later, or save the document and give it with --web"
_VERSIONS: Final = {"openapi": "OpenAPI", "swagger": "Swagger", "swaggerVersion": "Swagger"}
_VERSION: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,39}")
_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


class Status(IntEnum):
    """How a fetch ended, as its exit status; 1 and 2 mean what they mean for every command."""

    REPLACED = 0
    UNCHANGED = 3
    OFFLINE = 4
    REFUSED = 5
    NOT_ALLOWED = 6
    OVER_LIMIT = 7
    TRUNCATED = 8
    HTML = 9
    UNFIT = 10


class FetchFailure(GeneratorFailure):
    """No document could be had, or not one of the expected kind; nothing was written."""

    def __init__(self, status: Status, problems: Iterable[Problem]) -> None:
        super().__init__(problems)
        self.status = status


@dataclass(frozen=True, slots=True)
class FetchedDocument:
    """A document, where it comes from, and the validators it came with (RFC 9110, section 8.8)."""

    origin: str
    body: bytes
    etag: str = ""
    last_modified: str = ""


def failure(status: Status, where: object, what: str, todo: str = _RETRY) -> FetchFailure:
    """The failure for one reason, to be raised."""
    return FetchFailure(status, [Problem(str(where), what, todo)])


def check(fetched: FetchedDocument) -> str:
    """The version of the API that a Swagger 2.0 document in JSON describes.

    Raises:
        FetchFailure: It is HTML, ends early, is of another kind, or cannot be converted.
    """
    text = fetched.body[:1000].decode("utf-8-sig", "replace").lstrip()
    if not text:
        raise failure(Status.TRUNCATED, fetched.origin, "is empty")
    if text[0] == "<" and "html" in text.lower():
        raise failure(Status.HTML, fetched.origin, "is HTML, not a Swagger document", _CHECK)
    if text[0] != "{":
        notation = "XML" if text[0] == "<" else f"text that starts with {text[:20]!r}"
        raise failure(Status.UNFIT, fetched.origin, f"is {notation}, not a JSON object", _CHECK)
    document = _parsed(fetched)
    if document.get("swagger") != "2.0":
        said = [f"{name} {document[k]!s:.20}" for k, name in _VERSIONS.items() if k in document]
        notation = said[0] if said else f"JSON with the members {[*document][:5]}"
        what = f"is {notation}, not Swagger 2.0"
        raise failure(Status.UNFIT, fetched.origin, what, _CHECK)
    try:
        info = openapi(document)["info"]
    except GeneratorFailure as found:
        raise _unfit(fetched, found.problems) from found
    version = info.get("version") if isinstance(info, dict) else None
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        what = "is no version such as 4.10.0"
        raise failure(Status.UNFIT, f"{fetched.origin}#/info/version", what, _CHECK)
    return version


def _parsed(fetched: FetchedDocument) -> dict[str, Json]:
    try:
        return parse_document(fetched.body.decode("utf-8-sig"), _NAME)
    except UnicodeDecodeError as error:
        problems = [Problem(_NAME, f"is not UTF-8 at byte {error.start}")]
    except GeneratorFailure as found:
        problems = [*found.problems]
    # Brackets are still open at the end; what follows a lone quote is a cut string.
    text = fetched.body.decode("utf-8-sig", "replace")
    marks, _, _ = _STRING.sub("", text).partition('"')
    if sum(map(marks.count, "{[")) > sum(map(marks.count, "}]")):
        what = f"is truncated: it ends after {len(fetched.body):,} bytes, before the JSON does"
        raise failure(Status.TRUNCATED, fetched.origin, what)
    raise _unfit(fetched, problems)


def _unfit(fetched: FetchedDocument, problems: Iterable[Problem]) -> FetchFailure:
    """The failure for these problems, each with the origin before its place in the document.

    That is a line and column, a pointer, or what else a stage calls it.
    """
    renamed: list[Problem] = []
    for problem in problems:
        where = problem.where.removeprefix(_NAME)
        if where == problem.where:
            where = f"#{where}" if where.startswith("/") else f" {where}"
        renamed.append(Problem(f"{fetched.origin}{where}", problem.what, problem.todo))
    return FetchFailure(Status.UNFIT, renamed)
