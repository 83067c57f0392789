"""From a small description to its client, and from a call of it to the wire."""

from __future__ import annotations

import itertools
import sys
from dataclasses import dataclass
from importlib import import_module
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.util import spec_from_loader
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from generator.convert import openapi
from generator.emit.build import package
from generator.emit.left_out import without_unsupported
from generator.emit.prune import prune
from generator.load.documents import parse_document
from nuki_core.client import SyncClient
from tests.core.calls import settings

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from generator.emit.left_out import LeftOut

_NUMBERS = itertools.count()
SERVER = "https://api.example"


@dataclass(frozen=True)
class Sent:
    """A request as a server sees it."""

    method: str
    url: str
    headers: httpx.Headers
    content: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.url).query, keep_blank_values=True)

    @property
    def form(self) -> list[tuple[str, str]]:
        return parse_qsl(self.content.decode(), keep_blank_values=True)


@dataclass(frozen=True)
class Client:
    """The client of a description."""

    module: ModuleType
    left_out: tuple[LeftOut, ...]
    document: dict[str, Any]

    @property
    def refused(self) -> str:
        return "\n".join(str(line) for each in self.left_out for line in each.lines)

    def call(
        self,
        call: Any,
        body: bytes = b"",
        content_type: str = "application/json",
        status: int = 200,
    ) -> tuple[Sent, Any]:
        """Make a call that a server answers like this: what it saw, and what the caller got."""
        seen: list[Sent] = []

        def answer(request: httpx.Request) -> httpx.Response:
            seen.append(Sent(request.method, str(request.url), request.headers, request.read()))
            return httpx.Response(status, headers={"Content-Type": content_type}, content=body)

        kind = type("Client", (SyncClient, self.module.WebApi), {})
        with httpx.Client(transport=httpx.MockTransport(answer)) as http:
            api = kind(settings(base_url=self.module.SERVER or SERVER), http)
            value = call(api)
        (sent,) = seen
        return sent, value


def compiled(text: str) -> Client:
    """The client of a description in YAML."""
    return compiled_document(parse_document(text, "small.yaml"))


def compiled_document(document: dict[str, Any]) -> Client:
    """The client of a description, imported from texts."""
    made, left_out = without_unsupported(
        prune(openapi(document)), lambda part: package("web", part)
    )
    name = f"compiled_{next(_NUMBERS)}"
    texts = {path.replace("nuki_generated", name, 1): text for path, text in made.texts.items()}
    finder = Texts({f"{name}/__init__.py": ""} | texts)
    sys.meta_path.append(finder)
    try:
        module = import_module(f"{name}.web")
        for public in module.__all__:
            getattr(module, public)
    finally:
        sys.meta_path.remove(finder)
    return Client(module, left_out, made.document)


class Texts(MetaPathFinder, InspectLoader):
    """Finds modules among texts: to write these small packages takes longer than to make them."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = {
            PurePosixPath(path).with_suffix("").parts: each for path, each in texts.items()
        }

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """The module of this name, if it is among them."""
        place = tuple(fullname.split("."))
        is_there = place in self._texts or (*place, "__init__") in self._texts
        return spec_from_loader(fullname, self) if is_there else None

    def is_package(self, fullname: str) -> bool:
        """Whether the module holds others."""
        return (*fullname.split("."), "__init__") in self._texts

    def get_source(self, fullname: str) -> str:
        """Its text."""
        place = tuple(fullname.split("."))
        return self._texts[(*place, "__init__") if self.is_package(fullname) else place]
