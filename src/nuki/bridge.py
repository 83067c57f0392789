"""The Bridge API: enums, models, operations and resources, as its description has them.

``nuki.bridge.OPERATIONS`` is the table of all operations; :class:`nuki.BridgeClient` calls them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nuki_generated.bridge import *  # noqa: F403 - re-exported under the public name
else:
    import nuki_generated.bridge as _generated

    API_VERSION = _generated.API_VERSION
    __all__ = _generated.__all__
    __dir__ = _generated.__dir__
    # Itself, not a function that calls it: its warnings name the line that asked for the name.
    __getattr__ = _generated.__getattr__
