"""Where the tests of the simulator look for it; see :mod:`tools.repository`."""

from __future__ import annotations

from tools.repository import ROOT, project

__all__ = ["ROOT", "project"]
