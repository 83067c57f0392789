"""The Web API as the simulator speaks it, with OAuth and webhooks."""

from .cloud import Cloud
from .face import answer_web, web_operation
from .handlers import HANDLERS
from .happenings import publish_webhooks
from .otp import one_time_password
from .refusals import ErrorShape
from .settings import WebSettings
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
