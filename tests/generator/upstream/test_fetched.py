"""What came is a Swagger 2.0 document in JSON, or is called what it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.upstream.fetched import FetchedDocument, FetchFailure, Status, check

from .releases import VERSIONS, released

ORIGIN = "https://api.example/swagger.json"
DOCUMENT: dict[str, Any] = {
    "swagger": "2.0",
    "info": {"title": 'The "door" {API', "version": "4.11.0", "description": "öffnen \\ [sperren"},
    "paths": {},
}
BODY = json.dumps(DOCUMENT, ensure_ascii=False).encode()


def failure(body: bytes) -> FetchFailure:
    with pytest.raises(FetchFailure) as caught:
        check(FetchedDocument(ORIGIN, body))
    return caught.value


def variant(**members: object) -> bytes:
    return json.dumps(DOCUMENT | members).encode()


@pytest.mark.parametrize("body", [BODY, b"\xef\xbb\xbf" + BODY, b"\n " + BODY + b"\r\n"])
def test_a_swagger_document_gives_its_version(body: bytes) -> None:
    assert check(FetchedDocument(ORIGIN, body)) == "4.11.0"


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_every_release_is_accepted(version: str) -> None:
    assert check(FetchedDocument(ORIGIN, json.dumps(released(version)).encode())) == version


@given(st.integers(0, len(BODY) - 1))
def test_a_document_cut_anywhere_is_truncated(length: int) -> None:
    cut = failure(BODY[:length])
    assert cut.status == Status.TRUNCATED
    [problem] = cut.problems
    assert problem.what.startswith(f"is truncated: it ends after {length} " if length else "is emp")


@pytest.mark.parametrize(
    "body",
    [
        b"<!DOCTYPE html><title>Maintenance</title>",
        b"\xef\xbb\xbf\n <HTML lang=de>\xfc",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN">',
    ],
)
def test_html_is_called_html(body: bytes) -> None:
    page = failure(body)
    assert page.status == Status.HTML
    assert str(page).startswith(f"{ORIGIN}: is HTML, ")


OTHER_KINDS = [
    (b'<?xml version="1.0"?><api/>', ": is XML, not a JSON object"),
    (b"[]", ": is text that starts with '[]', not a JSON object"),
    (b"swagger: '2.0'", ": is text that starts with \"swagger: '2.0'\", not a JSON object"),
    (b'{"a" 1}', ":1:6: is no JSON: "),
    (b'{"a": 1, "a": 2}', ":1:10: the key 'a' is repeated"),
    (b'{"a": "\xfc"}', ": is not UTF-8 at byte 7"),
    (b"{}", ": is JSON with the members [], not Swagger 2.0"),
    (b'{"message": "no"}', ": is JSON with the members ['message'], not Swagger 2.0"),
    (variant(swagger="1.2"), ": is Swagger 1.2, not Swagger 2.0"),
    (b'{"swaggerVersion": "1.1"}', ": is Swagger 1.1, not Swagger 2.0"),
    (b'{"openapi": "3.1.0", "paths": {}}', ": is OpenAPI 3.1.0, not Swagger 2.0"),
    (variant(info={"title": "API"}), "#/info/version: is no version such as 4.10.0"),
    (
        variant(info={"title": "API", "version": 4.1}),
        "#/info/version: is no version such as 4.10.0",
    ),
]


def test_another_kind_of_document_is_called_what_it_is(subtests: pytest.Subtests) -> None:
    for body, what in OTHER_KINDS:
        with subtests.test(what=what):
            other = failure(body)
            assert other.status == Status.UNFIT
            assert str(other).startswith(ORIGIN + what)
            assert len(other.problems) == 1


def test_everything_that_is_wrong_with_the_whole_is_named() -> None:
    other = failure(variant(basePath="v1", tags=3))
    assert other.status == Status.UNFIT
    places = {problem.where for problem in other.problems}
    assert places == {f"{ORIGIN}#/basePath", f"{ORIGIN}#/tags"}


def test_what_is_wrong_with_one_operation_is_left_to_the_generator() -> None:
    paths = {"/door": {"get": {"responses": 3}, "fetch": {}}}
    assert check(FetchedDocument(ORIGIN, variant(paths=paths)))
