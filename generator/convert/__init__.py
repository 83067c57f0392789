"""Descriptions in Swagger 2.0 and OpenAPI 3 in, OpenAPI 3.1 out."""

from generator.convert.document import convert, openapi
from generator.convert.marks import UNSUPPORTED

__all__ = ["UNSUPPORTED", "convert", "openapi"]
