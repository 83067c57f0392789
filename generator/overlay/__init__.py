"""Overlays: reading, checking and applying them (OpenAPI Overlay Specification 1.0 to 1.2)."""

from generator.overlay.alike import apply_alike
from generator.overlay.engine import Application, OverlayError, apply_overlays
from generator.overlay.model import ABSENT, Absent, Action, Overlay
from generator.overlay.reading import load_overlay, parse_overlay
from generator.overlay.staleness import explained
from generator.overlay.uris import check_extends

__all__ = [
    "ABSENT",
    "Absent",
    "Action",
    "Application",
    "Overlay",
    "OverlayError",
    "apply_alike",
    "apply_overlays",
    "check_extends",
    "explained",
    "load_overlay",
    "parse_overlay",
]
