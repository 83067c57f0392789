"""The Web API: enums, models, operations and resources, as its description has them.

``nuki.web.OPERATIONS`` is the table of all operations; :class:`nuki.WebClient` calls them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nuki_generated.web import *  # noqa: F403 - re-exported under the public name
else:
    import nuki_generated.web as _generated

    __all__ = _generated.__all__

    def __getattr__(name: str) -> object:
        return getattr(_generated, name)

    def __dir__() -> list[str]:
        return dir(_generated)
