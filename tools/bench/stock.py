"""The clients that openapi-python-client makes by itself, to compare ours with."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client import generate
from openapi_python_client.config import Config, ConfigFile, MetaType

from generator.convert import convert
from generator.emit.export import closed
from generator.load.documents import dump_json, read_document
from generator.overlay import apply_overlays, load_overlay

from .processes import ROOT, compiled

if TYPE_CHECKING:
    from pathlib import Path

_WEB: Final = ROOT / "spec/web/swagger.json"
_READABLE: Final = ROOT / "overlays/web/030-type-int.overlay.yaml"
_JSON: Final = "application/json"
CORRECTED: Final = ROOT / "generated/openapi/web.json"


@dataclass(frozen=True, slots=True)
class Client:
    """A generated client: the folder to import ``stock_client`` from, and the warnings."""

    folder: Path
    warnings: int

    @property
    def package(self) -> Path:
        return self.folder / "stock_client"


@dataclass(frozen=True, slots=True)
class Stock:
    """``plain`` comes from the vendor's document, ``corrected`` from what our overlays make of it.

    ``plain`` is converted as it stands: what has no ``produces`` is ``*/*``. Only the one type that
    makes openapi-python-client refuse the whole document is corrected. What depends on models is
    compared with ``corrected``, because ``plain`` has no answers.
    """

    plain: Client
    corrected: Client


def generate_stock(folder: Path) -> Stock:
    """Generate both clients below an empty folder."""
    applied = apply_overlays(convert(read_document(_WEB)), [load_overlay(_READABLE)], strict=True)
    document: dict[str, Any] = applied.document
    for item in document["paths"].values():
        for operation in item.values():
            for response in operation["responses"].values():
                if "content" in response:
                    response["content"] = {"*/*": response["content"][_JSON]}
    converted = folder / "converted.json"
    converted.write_text(dump_json(document), encoding="utf-8")
    corrected = folder / "corrected.json"
    corrected.write_text(dump_json(closed(read_document(CORRECTED))), encoding="utf-8")
    return Stock(
        plain=_client(converted, folder / "plain"),
        corrected=_client(corrected, folder / "corrected"),
    )


def _client(document: Path, folder: Path) -> Client:
    folder.mkdir()
    config = Config.from_sources(
        ConfigFile(post_hooks=[]),
        meta_type=MetaType.NONE,
        document_source=document,
        file_encoding="utf-8",
        overwrite=True,
        output_path=folder / "stock_client",
    )
    with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):  # noqa: PTH123
        warnings = generate(config=config)
    compiled(folder)
    return Client(folder, len(warnings))
