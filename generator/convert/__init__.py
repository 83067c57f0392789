"""Swagger 2.0 in, OpenAPI 3.1 out."""

from generator.convert.document import convert

__all__ = ["convert"]
