"""Where the APIs are, as far as that is the same for everyone."""

from typing import Final

WEB_API: Final = "https://api.nuki.io"
"""The Web API (Key API Concepts), and the discovery of bridges."""

EXAMPLE_BRIDGE: Final = "http://192.168.1.50:8080"
"""What a bridge's base URL looks like; 8080 is the default port."""
