"""The corrected document as openapi-python-client understands it: names and types."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from generator.load.problems import GeneratorFailure, Problem

if TYPE_CHECKING:
    from openapi_python_client.parser.errors import ParseError

    from generator.load.documents import Json


def config() -> Config:
    """The parser's settings; it reads no file and runs no hook."""
    return Config.from_sources(
        ConfigFile(post_hooks=[], package_name_override="nuki_generated"),
        meta_type=MetaType.NONE,
        document_source=Path(),
        file_encoding="utf-8",
        overwrite=True,
        output_path=Path(),
    )


def parse(document: dict[str, Json], name: str) -> GeneratorData:
    """Parse a corrected document.

    Raises:
        GeneratorFailure: The parser dropped or misunderstood anything; each loss is one problem.
    """
    try:
        data = GeneratorData.from_dict(document, config=config())
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise GeneratorFailure([Problem(name, f"the parser cannot read it: {error}")]) from error
    if isinstance(data, GeneratorError):
        raise GeneratorFailure([Problem(name, data.header, data.detail or "")])
    losses = [*data.errors]
    for collection in data.endpoint_collections_by_tag.values():
        losses += collection.parse_errors
    if losses:
        raise GeneratorFailure(_problem(name, loss) for loss in losses)
    return data


def _problem(name: str, loss: ParseError) -> Problem:
    return Problem(name, loss.header.strip(), (loss.detail or "").strip())
