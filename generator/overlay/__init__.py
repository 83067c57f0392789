"""Overlays: reading, checking and applying them (OpenAPI Overlay Specification 1.0 to 1.2)."""

from generator.overlay.engine import Application, apply_overlays
from generator.overlay.model import ABSENT, Absent, Action, Overlay
from generator.overlay.reading import load_overlay, parse_overlay
from generator.overlay.references import check_extends

__all__ = [
    "ABSENT",
    "Absent",
    "Action",
    "Application",
    "Overlay",
    "apply_overlays",
    "check_extends",
    "load_overlay",
    "parse_overlay",
]
