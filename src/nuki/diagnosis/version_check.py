"""A look into an index of packages: is there a later version of this library?"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from nuki.clients import web_settings
from nuki_core.auth import Unsigned
from nuki_core.client import SyncClient
from nuki_core.decode import json_object
from nuki_core.errors import NukiError, ValidationError
from nuki_core.frontends import Blocks
from nuki_core.request import Operation, Request
from nuki_core.retry import NO_RETRY

from . import kinds
from .findings import Where

if TYPE_CHECKING:
    from nuki_core.frontends import Flow
    from nuki_core.json import JsonObject

    from .examination import Examination
    from .findings import Finding

PYPI: Final = "https://pypi.org/pypi/nuki-sdk/json"
"""Where the public index of Python packages tells of this library, for ``index``."""

_NUMBERS: Final = re.compile(r"\d{1,9}(\.\d{1,9})*")
_LIBRARY: Final = Where("library")


def check_version(at: Examination) -> Flow[list[Finding] | None]:
    """Find out whether a later version than the one that is installed is out."""
    index = at.options.index
    if index is None:
        return None
    installed = installed_version()

    def ask_index() -> str | NukiError:
        try:
            parts = urlsplit(index)
            server, path = f"{parts.scheme}://{parts.netloc}", parts.path or "/"
            settings = web_settings(server, Unsigned(), timeout=5.0, retry=NO_RETRY)
            with SyncClient(settings, None) as client:
                info = client.send(_request(path)).get("info")
        except ValueError as error:
            return error if isinstance(error, NukiError) else ValidationError("it is no URL")
        except NukiError as error:
            return error
        told = info.get("version") if isinstance(info, dict) else None
        return told if isinstance(told, str) else ValidationError("the index tells no version")

    latest: str | NukiError = yield Blocks(ask_index)
    if isinstance(latest, NukiError):
        return [_unknown("the index did not tell it", error=type(latest).__name__)]
    ours, theirs = _release(installed), _release(latest)
    if ours is None or theirs is None:
        return [_unknown("one of the versions is not numbers with dots", installed=installed)]
    if ours >= theirs:
        return []
    return [kinds.VERSION_BEHIND.at(_LIBRARY, installed=installed, latest=latest)]


def installed_version() -> str:
    """The version that is installed; empty if it is used without being installed."""
    try:
        return version("nuki-sdk")
    except PackageNotFoundError:
        return ""


def _unknown(reason: str, **evidence: str) -> Finding:
    matter = "whether a later version of this library is out"
    return kinds.UNKNOWN.at(_LIBRARY, matter=matter, reason=reason, **evidence)


def _request(path: str) -> Request[JsonObject]:
    operation = Operation(
        "GET", path, "index", "get", (), None, {200: None}, (), lambda: _request(path), signed=False
    )
    return Request(operation, path, json_object)


def _release(text: str) -> tuple[int, ...] | None:
    """The numbers of a version, without zeros at their end; ``None`` for one that has more."""
    if not _NUMBERS.fullmatch(text):
        return None
    numbers = [int(number) for number in text.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
