"""The logger ``nuki``: what calls do beside sending, as lines of level DEBUG.

Attempts that failed and what follows, waiting in a queue, renewals of a token. The lines hold
operations, names of errors, statuses and seconds: nothing that a server said, and no argument.
"""

from __future__ import annotations

import logging
from typing import Final

LOG: Final = logging.getLogger("nuki")
