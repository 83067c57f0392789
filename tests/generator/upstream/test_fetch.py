"""The vendor's document of today replaces ours, or one line says why it does not."""

from __future__ import annotations

import gzip
import io
import json
import re
import shutil
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from generator.commands import FAILURE, main
from generator.load.problems import GeneratorFailure
from generator.upstream.fetch import Connection, Outcome, fetch, today
from generator.upstream.fetched import FetchFailure, Status
from generator.upstream.sources_file import AS_SERVED, SourcesFile
from tests.generator.upstream.generator_process import generator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ROOT = Path(__file__).parents[3]
ORIGIN = "https://api.example/swagger.json"
OTHER = "https://mirror.example/swagger.json"
DAY = date(2026, 6, 1)


def document(version: str) -> bytes:
    info = {"title": "API", "version": version}
    return json.dumps({"swagger": "2.0", "info": info, "paths": {}}).encode()


OLD, NEW = document("1"), document("2")
SOURCES = f"""# Where each document comes from.

[web]
path = "web/swagger.json"
origin = "{ORIGIN}"
upstream_version = "1"
retrieved = 2026-05-13
sha256 = "{sha256(OLD).hexdigest()}"
edition = "In words of its own."
etag = '"one"'
last_modified = "Wed, 13 May 2026 08:00:00 GMT"

[bridge]
path = "bridge/openapi.yaml"
sha256 = ""
"""


@pytest.fixture
def sources(tmp_path: Path) -> SourcesFile:
    (tmp_path / "spec/web").mkdir(parents=True)
    (tmp_path / "spec/web/swagger.json").write_bytes(OLD)
    (tmp_path / "spec/SOURCES.toml").write_text(SOURCES, "utf-8")
    return SourcesFile(tmp_path)


def files(sources: SourcesFile) -> dict[str, bytes]:
    found = [path for path in (sources.root / "spec").rglob("*") if path.is_file()]
    return {path.relative_to(sources.root).as_posix(): path.read_bytes() for path in found}


class Origin:
    """Answers in turn, and what was asked."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []
        self.progress = io.StringIO()

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def connection(self, size: int = 1000) -> Connection:
        return Connection(httpx.MockTransport(self.answer), size=size, progress=self.progress)


def failure(given: str | Path, sources: SourcesFile, connection: Connection) -> FetchFailure:
    """The failure of a fetch that leaves everything as it was, said in one line."""
    before = files(sources)
    with pytest.raises(FetchFailure) as caught:
        fetch(given, DAY, sources, connection)
    assert files(sources) == before
    assert len(str(caught.value).splitlines()) == 1
    return caught.value


# What is asked, and what a success records


def test_a_new_document_replaces_the_old_one_as_served(sources: SourcesFile) -> None:
    headers = {"ETag": 'W/"two"', "Last-Modified": "Mon, 01 Jun 2026 08:00:00 GMT"}
    origin = Origin(httpx.Response(200, content=NEW, headers=headers))
    outcome = fetch("", DAY, sources, origin.connection())
    assert outcome == Outcome(Status.REPLACED, f"{ORIGIN}: version 2 replaces 1")
    assert set(files(sources)) == {"spec/SOURCES.toml", "spec/web/swagger.json"}
    assert sources.source("web").read() == json.loads(NEW)
    assert sources.entry("web") == {
        "path": "web/swagger.json",
        "origin": ORIGIN,
        "upstream_version": "2",
        "retrieved": "2026-06-01",
        "sha256": sha256(NEW).hexdigest(),
        "edition": AS_SERVED,
        "etag": 'W/"two"',
        "last_modified": "Mon, 01 Jun 2026 08:00:00 GMT",
    }


def test_the_request_is_conditional_and_304_writes_nothing(sources: SourcesFile) -> None:
    origin, before = Origin(httpx.Response(304)), files(sources)
    outcome = fetch("", DAY, sources, origin.connection())
    text = f"{ORIGIN}: unchanged since 2026-05-13, nothing written"
    assert outcome == Outcome(Status.UNCHANGED, text)
    assert files(sources) == before
    [request] = origin.requests
    assert request.headers["if-none-match"] == '"one"'
    assert request.headers["if-modified-since"] == "Wed, 13 May 2026 08:00:00 GMT"
    assert origin.progress.getvalue() == ""


def test_the_same_bytes_again_are_unchanged(sources: SourcesFile) -> None:
    origin, before = Origin(httpx.Response(200, content=OLD)), files(sources)
    assert fetch("", DAY, sources, origin.connection()).status == Status.UNCHANGED
    assert files(sources) == before


def test_validators_are_sent_to_their_origin_alone(sources: SourcesFile) -> None:
    origin = Origin(httpx.Response(200, content=NEW))
    fetch(OTHER, DAY, sources, origin.connection())
    assert not origin.requests[0].headers.keys() & {"if-none-match", "if-modified-since"}
    assert sources.entry("web")["origin"] == OTHER
    assert sources.entry("web")["etag"] == ""


def test_a_document_that_is_not_the_recorded_one_is_fetched_anew(sources: SourcesFile) -> None:
    (sources.root / "spec/web/swagger.json").write_bytes(b"{}")
    origin = Origin(httpx.Response(200, content=OLD))
    assert fetch("", DAY, sources, origin.connection()).status == Status.REPLACED
    assert "if-none-match" not in origin.requests[0].headers
    assert sources.source("web").read() == json.loads(OLD)


def test_a_validator_that_no_header_can_carry_is_left_out(sources: SourcesFile) -> None:
    text = SOURCES.replace("'\"one\"'", "'\"einö\"'")
    (sources.root / "spec/SOURCES.toml").write_text(text, "utf-8")
    origin = Origin(httpx.Response(304))
    assert fetch("", DAY, sources, origin.connection()).status == Status.UNCHANGED
    assert "if-none-match" not in origin.requests[0].headers


def test_redirects_are_followed_over_https(sources: SourcesFile) -> None:
    hops = [httpx.Response(302, headers={"Location": to}) for to in (OTHER, "/v2.json", "v3.json")]
    origin = Origin(*hops, httpx.Response(200, content=NEW))
    assert fetch("", DAY, sources, origin.connection()).status == Status.REPLACED
    assert str(origin.requests[-1].url) == "https://mirror.example/v3.json"
    assert sources.entry("web")["origin"] == ORIGIN


def test_the_progress_is_one_line(sources: SourcesFile) -> None:
    origin = Origin(httpx.Response(200, content=NEW))
    fetch("", DAY, sources, origin.connection())
    assert origin.progress.getvalue() == f"{ORIGIN}: {len(NEW)} of {len(NEW)} bytes\n"


def test_on_a_terminal_the_line_follows_the_bytes(sources: SourcesFile) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    async def pieces() -> AsyncIterator[bytes]:
        yield NEW[:10]
        yield NEW[10:]

    origin = Origin(httpx.Response(200, content=pieces()))
    origin.progress = Terminal()
    fetch("", DAY, sources, origin.connection())
    assert origin.progress.getvalue() == f"\r{ORIGIN}: 10 bytes\r{ORIGIN}: {len(NEW)} bytes\n"


# What is refused


@pytest.mark.parametrize(
    "address",
    ["http://api.example/swagger.json", "ftp://api.example/a", "file:///a", "a.json", "https:///a"],
)
def test_nothing_is_sent_but_over_https(sources: SourcesFile, address: str) -> None:
    origin = Origin()
    refused = failure(address, sources, origin.connection())
    assert refused.status == Status.NOT_ALLOWED
    assert "is no HTTPS address; nothing was sent there" in str(refused)
    assert origin.requests == []


def test_an_address_that_is_none_is_refused(sources: SourcesFile) -> None:
    refused = failure("https://api.example:port/", sources, Origin().connection())
    assert refused.status == Status.NOT_ALLOWED
    assert str(refused).startswith("the address: is none: ")


def test_a_password_in_an_address_is_refused_and_not_repeated(sources: SourcesFile) -> None:
    origin = Origin()
    refused = failure("https://me:hush@api.example/", sources, origin.connection())
    assert refused.status == Status.NOT_ALLOWED
    assert "hush" not in str(refused)
    assert origin.requests == []


def test_a_redirect_away_from_https_is_not_followed(sources: SourcesFile) -> None:
    origin = Origin(httpx.Response(301, headers={"Location": "http://api.example/"}))
    refused = failure("", sources, origin.connection())
    assert refused.status == Status.NOT_ALLOWED
    assert str(refused).startswith("http://api.example/: is no HTTPS address")
    assert len(origin.requests) == 1


def test_endless_redirects_end(sources: SourcesFile) -> None:
    origin = Origin(*(httpx.Response(307, headers={"Location": OTHER}) for _ in range(9)))
    refused = failure("", sources, origin.connection())
    assert refused.status == Status.NOT_ALLOWED
    assert str(refused).startswith(f"{ORIGIN}: redirects more than 3 times")
    assert len(origin.requests) == 4


@pytest.mark.parametrize("code", [204, 206, 403, 404, 500, 503])
def test_another_status_is_a_refusal(sources: SourcesFile, code: int) -> None:
    origin = Origin(httpx.Response(code, content=NEW))
    refused = failure("", sources, origin.connection())
    assert refused.status == Status.REFUSED
    assert f"refuses the document: HTTP status {code} " in str(refused)


def test_304_to_an_unconditional_request_is_a_refusal(sources: SourcesFile) -> None:
    refused = failure(OTHER, sources, Origin(httpx.Response(304)).connection())
    assert refused.status == Status.REFUSED


def test_no_connection_is_offline(sources: SourcesFile) -> None:
    origin = Origin(httpx.ConnectError("Name or service not known"))
    offline = failure("", sources, origin.connection())
    assert offline.status == Status.OFFLINE
    assert str(offline).startswith(f"{ORIGIN}: gives no answer: Name or service not known (try ")


def test_an_error_without_words_is_named(sources: SourcesFile) -> None:
    offline = failure("", sources, Origin(httpx.ConnectTimeout("")).connection())
    assert offline.status == Status.OFFLINE
    assert "gives no answer: ConnectTimeout" in str(offline)


def test_a_declared_size_over_the_limit_is_not_read(sources: SourcesFile) -> None:
    origin = Origin(httpx.Response(200, content=NEW + b" " * 1000))
    large = failure("", sources, origin.connection())
    assert large.status == Status.OVER_LIMIT
    assert str(large).startswith(f"{ORIGIN}: is larger than 1,000 bytes")
    assert origin.progress.getvalue() == ""


def test_the_limit_holds_for_what_is_unpacked(sources: SourcesFile) -> None:
    headers = {"Content-Encoding": "gzip"}
    origin = Origin(httpx.Response(200, content=gzip.compress(b" " * 9999), headers=headers))
    assert failure("", sources, origin.connection()).status == Status.OVER_LIMIT


def test_what_cannot_be_unpacked_is_named(sources: SourcesFile) -> None:
    async def packed() -> AsyncIterator[bytes]:
        yield b"not packed at all"

    origin = Origin(httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=packed()))
    unfit = failure("", sources, origin.connection())
    assert unfit.status == Status.UNFIT
    assert "cannot be decompressed" in str(unfit)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"<!doctype html><title>Maintenance</title>", Status.HTML),
        (NEW[:-1], Status.TRUNCATED),
        (b'{"openapi": "3.0.0"}', Status.UNFIT),
    ],
)
def test_what_is_no_swagger_document_is_refused(
    sources: SourcesFile, tmp_path: Path, body: bytes, status: Status
) -> None:
    origin = Origin(httpx.Response(200, content=body))
    assert failure("", sources, origin.connection()).status == status
    saved = tmp_path / "saved.json"
    saved.write_bytes(body)
    assert failure(saved, sources, origin.connection()).status == status


# From a file, and as a command


def test_a_saved_document_goes_the_same_way(sources: SourcesFile, tmp_path: Path) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_bytes(NEW)
    outcome = fetch(saved, DAY, sources)
    assert outcome == Outcome(Status.REPLACED, f"{saved}: version 2 replaces 1")
    assert sources.source("web").read() == json.loads(NEW)
    entry = sources.entry("web")
    assert (entry["origin"], entry["edition"]) == (ORIGIN, AS_SERVED)
    assert (entry["etag"], entry["last_modified"]) == ("", "")
    assert fetch(saved, DAY, sources).status == Status.UNCHANGED


def test_a_saved_document_has_the_same_limit(sources: SourcesFile, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    saved.write_bytes(NEW)
    assert failure(saved, sources, Connection(size=20)).status == Status.OVER_LIMIT


def test_a_file_that_is_not_there_is_a_failure_here(sources: SourcesFile, tmp_path: Path) -> None:
    with pytest.raises(GeneratorFailure, match=r"none\.json: cannot be read: No such file"):
        fetch(tmp_path / "none.json", DAY, sources)


def test_the_day_is_that_of_the_world() -> None:
    before = datetime.now(UTC).date()
    assert before <= today() <= datetime.now(UTC).date()


@pytest.mark.slow
def test_the_command_answers_with_its_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"<html>")
    assert main(["fetch", "--web", str(page)]) == Status.HTML
    assert main(["fetch", "--url", "http://api.example/"]) == Status.NOT_ALLOWED
    assert main(["fetch", "--web", str(tmp_path / "none")]) == FAILURE
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 3
    assert main(["fetch", "--web", str(ROOT / "spec/web/swagger.json")]) == Status.UNCHANGED
    assert capsys.readouterr().out.count("\n") == 1
    assert said.out == ""


@pytest.mark.slow
def test_the_command_replaces_the_document_of_its_own_repository(tmp_path: Path) -> None:
    for folder in ("generator", "spec"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "new.json").write_bytes(NEW)
    done = generator(tmp_path, "fetch", "--web", "new.json")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("new.json: version 2 replaces ")
    assert done.stderr == ""
    entry = SourcesFile(tmp_path).entry("web")
    assert entry["retrieved"] == today().isoformat()
    assert (tmp_path / "spec/web/swagger.json").read_bytes() == NEW


def test_the_help_lists_every_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["fetch", "--help"])
    lines = capsys.readouterr().out.splitlines()
    listed = {int(line.split()[0]) for line in lines if re.match(r"  \d+ ", line)}
    assert listed == {*Status, FAILURE}
