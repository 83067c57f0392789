"""A small HTTP server on the loopback interface that answers as one of the APIs does."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TOKEN: Final = "DemoToken0123456789"
_ANSWERS: Final = Path(__file__).parent / "answers"


@dataclass(frozen=True, slots=True)
class Call:
    """A request as an API sees it."""

    route: str
    query: Mapping[str, str]
    authorization: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes = b""
    content_type: str = "application/json"


Api = Callable[[Call], Answer]


def stored(name: str) -> Any:
    """What an API answers, from ``answers/``."""
    return json.loads((_ANSWERS / f"{name}.json").read_text(encoding="utf-8"))


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


@contextmanager
def serving(api: Api) -> Iterator[str]:
    """Serve an API at the URL that is yielded, until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(api))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(api: Api) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do(self) -> None:
            url = urlsplit(self.path)
            query = {name: values[-1] for name, values in parse_qs(url.query).items()}
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            authorization = self.headers.get("Authorization", "")
            self.answer(api(Call(f"{self.command} {url.path}", query, authorization, body)))

        do_GET = do_POST = do_PUT = do_DELETE = do  # noqa: N815 - as http.server asks

        def answer(self, answer: Answer) -> None:
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.content_type)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_arguments: object) -> None:
            """Stay silent: the steps say what happens."""

    return Handler
