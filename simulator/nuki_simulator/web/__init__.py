"""The Web API as the simulator speaks it, with OAuth and webhooks."""

from .accounts import one_time_password
from .cloud import Cloud
from .errors import ErrorShape
from .frontend import HANDLERS, answer_web, web_operation
from .records import WebSettings
from .webhook_events import publish_webhooks
from .webhooks import signatures

__all__ = [
    "HANDLERS",
    "Cloud",
    "ErrorShape",
    "WebSettings",
    "answer_web",
    "one_time_password",
    "publish_webhooks",
    "signatures",
    "web_operation",
]
