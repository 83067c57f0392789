"""Where the APIs are, as far as that is the same for everyone."""

from typing import Final

from nuki_generated.web import SERVER

WEB_API: Final = SERVER
"""The Web API, where its description says that it is; also the discovery of bridges."""

EXAMPLE_BRIDGE: Final = "http://192.168.1.50:8080"
"""What a bridge's base URL looks like; 8080 is the default port."""
