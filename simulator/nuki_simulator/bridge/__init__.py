"""The Bridge API as the simulator speaks it, with discovery."""

from .callbacks import send_callbacks
from .frontend import (
    HANDLERS,
    answer_bridge,
    answer_discovery,
    bridge_operation,
    discovery_operation,
)

__all__ = [
    "HANDLERS",
    "answer_bridge",
    "answer_discovery",
    "bridge_operation",
    "discovery_operation",
    "send_callbacks",
]
